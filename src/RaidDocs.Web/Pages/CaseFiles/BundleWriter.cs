using System.Globalization;
using RaidDocs.Documents.Bundles;
using RaidDocs.Documents.CaseStudies;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Disclosure.Bundles;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Pages.Exports;
using RaidDocs.Web.Pages.Reports;

namespace RaidDocs.Web.Pages.CaseFiles;

/// <summary>What is only known when the file is made.</summary>
/// <param name="Copy">Its number.</param>
/// <param name="ManifestMark">The first 16 digits of the hash of manifest.json.</param>
/// <param name="Checkpoint">Of the log, in one line.</param>
internal sealed record BundleFacts(int Copy, string ManifestMark, string? Checkpoint);

/// <summary>Papers in one volume: which, and which of their pages.</summary>
internal sealed record VolumePart(BoundPaper Paper, int From, int To)
{
    public bool IsWhole => From == 1 && To == Paper.Pages;

    public int Pages => Paper.Pages == 0 ? 0 : To - From + 1;

    /// <summary>The anchor of its sheet.</summary>
    public string Id => From == 1 ? Paper.Id : string.Create(CultureInfo.InvariantCulture, $"{Paper.Id}-from-{From}");
}

/// <summary>Writes the pages of a case file that we print, from what the gate let through and nothing else.</summary>
internal sealed class BundleWriter(Disclosed disclosed, BundleWishes wishes, DateOnly asOf, ReferenceLists lists, Texts texts)
{
    private readonly CaseStudyWriter _writer = new(disclosed, asOf, organisation: "", new StudyWords(texts, lists));

    /// <summary>The first volume, which holds all that we write.</summary>
    public Bundle First(BundleFacts facts, IReadOnlyList<BoundPaper> papers, IReadOnlyList<IReadOnlyList<VolumePart>> volumes)
    {
        var study = _writer.Write();
        var codes = papers.Select(paper => paper.Code).ToHashSet(StringComparer.Ordinal);
        var bundle = new Bundle
        {
            Title = Title,
            Language = Texts.Language,
            Mark = Mark,
            Cover = Cover(facts, 1, volumes.Count),
            Notes = Notes(study),
            Index = [],
            Persons = Wants(BundlePart.Persons) ? _writer.PersonRows() : null,
            Chronology = Wants(BundlePart.Chronology) ? _writer.ChronologyRows(codes) : null,
            Custody = Wants(BundlePart.Custody) ? _writer.CustodyOf(study) : null,
            Statements = Wants(BundlePart.Statements) ? _writer.StatementRows() : null,
            Exhibits = Wants(BundlePart.Papers) ? Sheets(volumes[0]) : null,
            Rights = Wants(BundlePart.Rights) ? study.RightsBroken : null,
            Clocks = Wants(BundlePart.Clocks) ? _writer.ClockRows() : null,
            Missing = Wants(BundlePart.Missing) ? new MissingPart(study.NotKnown, CaseStudyWriter.BlanksOf(study)) : null,
            Sources = _writer.SourceRows(codes),
            Hashes = [.. papers.Select(paper => new HashRow(paper.Code, paper.FileName, ExportWords.Groups(paper.Exhibit.Told.File.Sha256)))],
            How = How(facts),
        };
        return bundle with { Index = Index(bundle, papers, volumes) };
    }

    /// <summary>A later volume: a cover, what is in it, and the sheets of its papers.</summary>
    public Bundle Later(BundleFacts facts, int number, IReadOnlyList<IReadOnlyList<VolumePart>> volumes) => new()
    {
        Title = Title,
        Language = Texts.Language,
        Mark = Mark,
        Cover = Cover(facts, number, volumes.Count),
        Index = [.. volumes[number - 1].Select(part => new IndexLine(part.Id, TitleOf(part), DateOf(part.Paper), part.Paper.Code))],
        Exhibits = Sheets(volumes[number - 1]),
    };

    private string Title => wishes.Woman is { } woman
        ? texts["Case file {0}-{1}", disclosed.File.Raid.Code, woman]
        : texts["Case file {0}", disclosed.File.Raid.Code];

    private string Mark => disclosed.File.Invented ? texts["Invented case"] : texts["Confidential"];

    private bool Wants(BundlePart part) => wishes.Parts.Contains(part);

    private List<(string Label, string Value)> Cover(BundleFacts facts, int volume, int volumes) =>
    [
        (texts["For whom"], disclosed.ForWhom is { } whom ? $"{whom}, {texts.Of(disclosed.Audience)}" : texts.Of(disclosed.Audience)),
        (texts["About"], disclosed.File.Raid.Name),
        (texts["Confidential"], texts["copy {0}", CopyNumber(facts.Copy)]),
        (texts["Date"], texts.Dates.Day(asOf)),
        .. volumes > 1 ? [(texts["Volume"], texts["{0} of {1}", volume, volumes])] : Array.Empty<(string, string)>(),
        .. wishes.KeepUntil is { } until && DateOnly.TryParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? [(texts["May be kept until"], texts.Dates.Day(day))]
            : Array.Empty<(string, string)>(),
        (texts["Mark of the list of files"], string.Join(' ', facts.ManifestMark.Chunk(4).Select(four => new string(four)))),
    ];

    internal static string CopyNumber(int copy) => copy.ToString("0000", CultureInfo.InvariantCulture);

    private List<string> Notes(CaseStudy study) =>
    [
        .. study.Notes.Skip(1),
        .. wishes.Hide.Words.Count + (wishes.Hide.StaffNames ? 1 : 0) + (wishes.Hide.PhoneNumbers ? 1 : 0) > 0
            ? [texts["Where [name] or [phone] stands, a word was left out."]]
            : Array.Empty<string>(),
    ];

    private List<IndexLine> Index(Bundle bundle, IReadOnlyList<BoundPaper> papers, IReadOnlyList<IReadOnlyList<VolumePart>> volumes)
    {
        var lines = new List<IndexLine>();
        foreach (var (id, heading) in BundleOutline.Of(bundle))
        {
            lines.Add(new IndexLine(id, texts[heading], IsSection: true));
            lines.AddRange(id switch
            {
                BundleOutline.Statements => bundle.Statements!.Select(statement => new IndexLine(statement.Id, statement.Heading)),
                BundleOutline.Papers => papers.Select(paper => new IndexLine(
                    paper.Id, paper.Exhibit.Told.Title, DateOf(paper), paper.Code, Volume: VolumeOf(paper, volumes))),
                _ => [],
            });
        }

        return lines;
    }

    private string? VolumeOf(BoundPaper paper, IReadOnlyList<IReadOnlyList<VolumePart>> volumes)
    {
        var number = 1 + volumes.Index().First(volume => volume.Item.Any(part => part.Paper == paper && part.From == 1)).Index;
        return number == 1 ? null : texts["volume {0}", number];
    }

    private string? DateOf(BoundPaper paper) => paper.Exhibit.Told.MadeOn is { } on ? texts.Dates.Of(on) : null;

    private string TitleOf(VolumePart part) => part.IsWhole || part.Pages == 0
        ? part.Paper.Exhibit.Told.Title
        : texts["{0}, its pages {1} to {2}", part.Paper.Exhibit.Told.Title, part.From, part.To];

    private List<ExhibitSheet> Sheets(IEnumerable<VolumePart> parts) =>
    [
        .. parts.Select(part => new ExhibitSheet(
            part.Id, part.Paper.Code, TitleOf(part), _writer.ExhibitRows(part.Paper.Exhibit.Told, part.Paper.FileName), Bound(part))),
    ];

    private string Bound(VolumePart part) => part.Paper.WhyNot switch
    {
        NotBound.NoPages => texts["It cannot be printed. It goes by hand: the file lies beside this document under the name above."],
        NotBound.NoPrint => texts["This picture cannot be printed here. It goes by hand: the file lies beside this document under the name above."],
        NotBound.Closed => texts["This PDF has a password, is damaged or holds more than pages, so it is not bound in. It goes by hand: the file lies beside this document under the name above."],
        NotBound.NotHere => texts["Only what is known of it is here, not the paper itself."],
        _ when part.Pages == 1 => texts["It follows on 1 page."],
        _ => texts["It follows on {0} pages.", part.Pages],
    };

    private List<string> How(BundleFacts facts) =>
    [
        texts["Each file came sealed with the mark below (SHA-256) at the moment it was given to us, and was checked against it when this was made."],
        texts["To check: open the folder in which manifest-sha256.txt lies and run: sha256sum -c manifest-sha256.txt. How it goes on Windows stands in README.txt."],
        texts["The mark on the cover is the beginning of the SHA-256 of manifest.json."],
        .. facts.Checkpoint is { } mark ? [texts["Checkpoint of the log: {0}", mark]] : Array.Empty<string>(),
    ];
}
