using System.Globalization;
using RaidDocs.Documents.Bundles;
using RaidDocs.Documents.CaseStudies;
using RaidDocs.Documents.Statements;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Clocks;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Stays;

namespace RaidDocs.Web.Pages.Reports;

// What a case file prints besides what it shares with the chapter.
internal sealed partial class CaseStudyWriter
{
    /// <summary>Where a source lies in the bundle: its exhibit, if that is bound in or listed there.</summary>
    private SourceMark MarkOf(string source, IReadOnlySet<string> exhibits) =>
        new(source, file.Sources.Find(one => one.Code == source)?.Evidence is { } exhibit && exhibits.Contains(exhibit) ? exhibit : null);

    internal IReadOnlyList<PersonRow> PersonRows() =>
    [
        .. disclosed.Persons.Select(person => new PersonRow(
            person.Code,
            person.Name,
            !person.IsTold
                ? words.T["a woman of whom nothing else is told here, by her own choice or because she was not asked"]
                : StudyWords.Join(
                    words.T["one of the women taken in the raid"],
                    file.Women.Find(woman => woman.Code == person.Code) is { } woman ? words.All(ListName.Languages, woman.Languages) : null)!.TrimEnd('.'))),
        .. file.Groups.Select(group => new PersonRow("", null, $"{group.Who} ({words.Number(group.Low, group.High, group.About)})")),
        .. Authorities().Select(who => new PersonRow("", who, words.T["an authority or place named in this file"])),
    ];

    private IEnumerable<string> Authorities() =>
        file.Raid.Agencies.Select(agency => words.Of(ListName.Agencies, agency)).Concat(file.Facilities.Select(Place)).Concat(file.CourtCases.Select(one => one.Court).OfType<string>())
            .Where(name => name.Length > 0).Distinct(StringComparer.Ordinal);

    internal IReadOnlyList<ChronologyRow> ChronologyRows(IReadOnlySet<string> exhibits) =>
    [
        .. file.Chronology.Where(line => line.Topic != Topic.Method).OrderBy(line => Begins(line.When)).Select(line => new ChronologyRow(
            words.When(line.When) ?? words.T["date not known"],
            Text(line),
            words.Whose(line),
            words.Of(line.Standing),
            [.. line.Sources.Select(source => MarkOf(source, exhibits))],
            Codes(line.Women))),
    ];

    internal IReadOnlyList<SourceRow> SourceRows(IReadOnlySet<string> exhibits) =>
    [
        .. file.Sources.Select(source => new SourceRow(
            source.Code,
            StudyWords.Join($"{source.Author}{(source.Author is null ? "" : ": ")}{source.Title}", source.Reference, words.T.Of(source.Kind))!.TrimEnd('.'),
            words.When(source.Date),
            MarkOf(source.Code, exhibits).Exhibit)),
    ];

    internal CustodyPart CustodyOf(CaseStudy study) => new(
        study.WhereHeld.Summary,
        audience.SeesEachWoman()
            ? [.. file.Women.Where(woman => woman.Stays.Count > 0).Select(woman => new WomanCustody(
                woman.Code,
                TotalOf(woman),
                [.. StaysOf(woman).Select(row => row.Row with { Sources = StudyWords.Marks(row.Source) })]))]
            : [],
        study.Sorting,
        study.Procedures,
        study.InCourt);

    private string TotalOf(WomanInCase woman)
    {
        var held = HeldTime.Of(woman.Stays, asOf);
        return words.T["Held for {0} days up to {1}. {2}", words.Days(held.All), asOf, words.T.WithoutPaper(held)].TrimEnd();
    }

    internal IReadOnlyList<BundleStatement> StatementRows() =>
    [
        .. disclosed.Quotes.OrderBy(quote => quote.Told.Code.Length).ThenBy(quote => quote.Told.Code, StringComparer.Ordinal).Select(quote => new BundleStatement(
            quote.Told.Code.ToLowerInvariant(),
            words.T["Testimony {0}, {1}", quote.Told.Code, quote.UnderTheName is { } name ? $"{quote.Speaker} ({name})" : quote.Speaker],
            [
                .. Method(quote.Told) is { } method ? [(words.T["How it was taken"], method)] : Array.Empty<(string, string)>(),
                .. audience == Audience.Lawyer && quote.Told.Interviewer is { } interviewer ? [(words.T["Written down by"], interviewer)] : Array.Empty<(string, string)>(),
            ],
            [
                .. quote.Told.Passages.Index().Select(one => new StatementParagraph(
                    one.Index + 1, one.Item.Text, Bcp47(one.Item.Language ?? quote.Told.Language), one.Item.Translation, one.Item.Translation is null ? null : Bcp47(one.Item.TranslationLanguage))),
            ],
            string.Join("\n\n",
                words.T["Read back to her in her language on ____________ by ________________________"],
                words.T["Interpreter: I have translated faithfully and completely. Signature, date: ________________________"],
                words.T["This is what I said, and it is true. Signature or thumbprint, date: ________________________"]))),
    ];

    internal IReadOnlyList<ClockSheetRow> ClockRows()
    {
        if (!audience.SeesEachWoman())
        {
            return
            [
                .. Clocks().Select(row => new ClockSheetRow([row.HowMany ?? ""], row.Rule, row.Sum ?? "", words.T["passed, and no paper that allows it was seen"], row.Basis, row.Sources)),
            ];
        }

        var now = asOf.ToDateTime(TimeOnly.MinValue);
        var rows =
            from woman in file.Women
            from clock in woman.Clocks
            let rule = RuleOf(clock)
            where rule is not null && clock.End != ClockEnd.Mistake
            let reading = ClockReading.Of(rule, clock)
            select (woman.Code, Rule: rule, Sum: words.T.Sum(reading), State: StateOf(reading, now), clock.Source);
        return
        [
            .. rows.GroupBy(row => (row.Rule.Code, row.Rule.Edition(), row.Sum, row.State)).Select(same => new ClockSheetRow(
                [.. same.Select(row => row.Code).Distinct()],
                words.T.RuleWords(same.First().Rule),
                same.Key.Sum,
                same.Key.State,
                Basis(same.First().Rule),
                [.. same.SelectMany(row => StudyWords.Marks(row.Source)).Distinct()])),
        ];
    }

    private string StateOf(ClockReading reading, DateTime now) => StudyWords.Join(
        reading.IsUnanswered(now) ? words.T["passed, and no paper that allows it was seen"] : words.T.Of(reading.StateAt(now)),
        reading.Facts.End is { } end ? words.T.Of(end) : null,
        words.When(reading.Facts.EndedOn),
        reading.Facts.PaperSeen == Answer.NotAsked ? null : words.T["paper seen: {0}", reading.Facts.PaperSeen],
        reading.Facts.Paper)!.TrimEnd('.');

    internal static IReadOnlyList<string> BlanksOf(CaseStudy study) =>
        [.. study.Sections.SelectMany(section => section.Blanks).Distinct(StringComparer.Ordinal)];

    /// <summary>"page 3" as it is printed of an exhibit: what it is, when, from whom, its marks.</summary>
    internal IReadOnlyList<(string Label, string Value)> ExhibitRows(EvidenceInCase told, string fileName) =>
    [
        .. Labelled(words.T["What it is"], words.T.Of(told.File.Kind)),
        .. Labelled(words.T["Date"], words.When(told.MadeOn)),
        .. Labelled(words.T["Came to us"], StudyWords.Join(told.ReceivedHow == Domain.Papers.ReceivedHow.NotRecorded ? null : words.T.Of(told.ReceivedHow), told.ReceivedFrom, words.When(told.ReceivedOn))?.TrimEnd('.')),
        .. Labelled(words.T["Mark of the court"], told.CourtMark),
        .. Labelled(words.T["Copy of"], told.Parent is null ? null : StudyWords.Join(told.Parent, told.Copy is { } kind ? words.T.Of(kind) : null, told.Tool)!.TrimEnd('.')),
        .. Labelled(words.T["About"], audience.SeesEachWoman() && told.Women.Count > 0 ? string.Join(", ", told.Women) : null),
        .. Labelled(words.T["Size"], words.T["{0} bytes", told.File.Bytes.ToString("#,0", CultureInfo.InvariantCulture)]),
        .. Labelled(words.T["File"], fileName),
        .. Labelled("SHA-256", Exports.ExportWords.Groups(told.File.Sha256)),
    ];

    private static (string, string)[] Labelled(string label, string? value) => string.IsNullOrWhiteSpace(value) ? [] : [(label, value)];
}
