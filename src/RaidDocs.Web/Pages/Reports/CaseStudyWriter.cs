using System.Text.Json;
using RaidDocs.Documents.CaseStudies;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Reference;

namespace RaidDocs.Web.Pages.Reports;

/// <summary>
/// Writes the chapter of one raid for one audience: from what the gate let through, the day and nothing else. What the audience
/// may not see is not in the record, so no template can print it.
/// </summary>
internal sealed partial class CaseStudyWriter(Disclosed disclosed, DateOnly asOf, string organisation, StudyWords words)
{
    private readonly CaseFile file = disclosed.File;
    private readonly Audience audience = disclosed.Audience;

    private static readonly string NotInPrint = Infrastructure.Texts.Text("Left out for this audience: it tells about each woman.");
    private static readonly string TooFew = Infrastructure.Texts.Text("left out: so few women that one could be told from the others");

    public CaseStudy Write() => new()
    {
        Title = file.Raid.Name,
        Subtitle = Subtitle(),
        Language = Infrastructure.Texts.Language,
        Audience = words.T["For {0}", words.T.Of(audience)],
        AsOf = words.T.Dates.Day(asOf),
        Draft = words.T["Draft"],
        Organisation = organisation,
        IsInvented = file.Invented,
        Notes = Notes(),
        AtAGlance = AtAGlance(),
        HowItBegan = HowItBegan(),
        TheNight = TheNight(),
        WhoWasTaken = WhoWasTaken(),
        Sorting = Sorting(),
        Procedures = ProceduresDone(),
        WhereHeld = WhereHeld(),
        Interpreters = Interpreters(),
        InCourt = InCourt(),
        WhatTheySaid = WhatTheySaid(),
        Promises = Promises(),
        RightsBroken = RightsBroken(),
        FamiliesAndMoney = FamiliesAndMoney(),
        AuthoritiesSay = AuthoritiesSay(),
        WhereNow = WhereNow(),
        WhatWasDone = WhatWasDone(),
        NotKnown = NotKnown(),
        SourcesAndMethod = SourcesAndMethod(),
    };

    private string Subtitle() => string.Join(" · ", new[]
    {
        file.Raid.VenueKind is "not-known" ? null : words.Of(ListName.VenueKinds, file.Raid.VenueKind),
        words.Of(ListName.Provinces, file.Raid.Province),
        words.When(file.Raid.When),
    }.Where(part => !string.IsNullOrEmpty(part)));

    private List<string> Notes() =>
    [
        words.T["Women are codes here. Their names are not in this document."],
        words.T["Where voices differ, both stand, each with whose it is. Marks like S1 lead to the list of sources."],
        .. NotTold(),
        .. file.Invented ? [words.T["This case is invented. Nobody in it is a real person."]] : Array.Empty<string>(),
    ];

    private string[] NotTold() => (disclosed.WomenInAll - file.Women.Count) switch
    {
        0 => [],
        1 => [words.T["1 of {0} women is left out: no lasting yes of hers allows it. Numbers made of single rows are of the others.", disclosed.WomenInAll]],
        var missing => [words.T["{0} of {1} women are left out: no lasting yes of theirs allows it. Numbers made of single rows are of the others.", missing, disclosed.WomenInAll]],
    };

    private AtAGlance AtAGlance()
    {
        var raid = file.Raid;
        return new AtAGlance(
        [
            .. Row(words.T["When"], words.When(raid.When) ?? words.T["not known"]),
            .. Row(words.T["Where"], string.Join(", ", new[]
            {
                raid.VenueName,
                words.Of(ListName.VenueKinds, raid.VenueKind),
                audience.SeesPlaces() ? raid.Place : null,
                words.Of(ListName.Provinces, raid.Province),
            }.Where(part => !string.IsNullOrEmpty(part)))),
            .. Row(words.T["Who came"], words.All(ListName.Agencies, raid.Agencies)),
            .. Row(words.T["Called by those who came"], raid.CalledAs is null ? null : $"“{raid.CalledAs}”"),
            .. CountRows().Take(3),
            .. Row(words.T["Still held"], StillHeld()),
            .. Row(words.T["In short"], raid.Summary),
        ])
        {
            Blanks = Blanks(
                (raid.When is null || raid.When.Date.Gap is not null, words.T["The date is not known."]),
                (raid.Agencies.Count == 0, words.T["Who came is not recorded."]),
                (file.Counts.All(count => count.Of != CountOf.WomenTaken), words.T["How many were taken is not recorded."])),
        };
    }

    private string? StillHeld()
    {
        if (file.Women.Count == 0)
        {
            return null;
        }

        var held = file.Women.Count(woman => woman.Stays.Exists(stay => stay.To is null));
        return disclosed.Tell(held, file.Women.Count) is { } told ? words.T["{0} of {1} women with codes, on {2}", told, file.Women.Count, asOf] : words.T[TooFew];
    }

    private HowItBegan HowItBegan() => new(
        [
            .. Row(words.T["How it began"], file.Raid.HowItBegan),
            .. Row(words.T["Legal ground claimed"], file.Raid.LegalBasis),
            .. Row(words.T["Names, units or car numbers seen"], audience.SeesPlaces() ? file.Raid.AgenciesNote : null),
        ])
    {
        Told = Lines(Topic.Beginning),
        Blanks = Blanks(
            (file.Raid.HowItBegan is null && Lines(Topic.Beginning).Count == 0, words.T["Nobody has told how it began."]),
            (file.Raid.LegalBasis is null, words.T["The legal ground that was claimed is not recorded."])),
    };

    private TheNight TheNight() => new(
        [
            .. InOrder(Topic.TheNight).Select(line => new NightLine(
                words.When(line.When) ?? words.T["that night"], Text(line), words.Whose(line), words.Of(line.Standing), line.Sources, Codes(line.Women))),
        ])
    {
        Blanks = Blanks((InOrder(Topic.TheNight).Count == 0, words.T["No account of the night is recorded."])),
    };

    private WhatWasDone WhatWasDone() => new(
        [
            .. file.Interventions.Select(done => new InterventionRow(
                words.When(done.On) ?? words.T["date not known"],
                WithNotes($"{words.T.Of(done.Kind)}: {done.What}", words.Note(done)),
                done.To ?? "",
                StudyWords.Join(done.Response, words.When(done.AnsweredOn)),
                done.FollowUp,
                StudyWords.Marks(done.Source))),
        ])
    {
        Blanks = Blanks((file.Interventions.Count == 0, words.T["No letter, visit or complaint is recorded."])),
    };

    private AuthoritiesSay AuthoritiesSay() => new(
        [
            .. InOrder(Topic.Authorities).Select(line => new Statement(
                words.Whose(line), words.When(line.When), Text(line), Infrastructure.Texts.Language, null, line.Sources)),
        ])
    {
        Blanks = Blanks((InOrder(Topic.Authorities).Count == 0, words.T["No statement of an authority is recorded."])),
    };

    private SourcesAndMethod SourcesAndMethod() => new(
        [
            .. file.Sources.Select(source => new SourceLine(
                source.Code,
                StudyWords.Join($"{source.Author}{(source.Author is null ? "" : ": ")}{source.Title}", source.Reference, words.T.Of(source.Kind))!.TrimEnd('.'),
                words.When(source.Date),
                source.Note)),
        ],
        [
            .. InOrder(Topic.Method).Select(line => $"{Text(line)} ({words.Whose(line)}{(line.Sources.Count == 0 ? "" : $", {string.Join(", ", line.Sources)}")})"),
            words.T["Each fact stands with whose version it is and where it comes from. A number, an age or a label that is disputed is printed as every voice gives it."],
            words.T["Days held are counted from date to date in Thailand; where a date is uncertain the least and the most are given."],
            words.T["Passages are quoted only from women whose newest answer to \"quote in a report\" is yes, under a code made for this report alone."],
            words.T["Laws and articles need checking by a lawyer."],
        ])
    {
        Told = Lines(Topic.Other),
        Blanks = Blanks((file.Sources.Count == 0, words.T["No source is recorded."])),
    };

    private List<ClaimRow> CountRows() =>
    [
        .. file.Counts
            .Where(count => count.TakenBack is null)
            .GroupBy(count => count.Of == CountOf.Other ? count.What ?? "" : words.T.Of(count.Of))
            .OrderBy(group => group.Min(count => count.Of))
            .Select(group => new ClaimRow(
                Capital(group.Key),
                [.. group.Select(count => words.Claim(words.Number(count.Low, count.High, count.About), count, count.Source))])),
    ];

    private List<ClaimRow> Row(string what, string? value) => string.IsNullOrWhiteSpace(value)
        ? []
        : [new ClaimRow(what, [new Claim(value, words.T.Of(Voice.Team))])];

    private List<ChronologyInCase> InOrder(Topic topic) =>
        [.. file.Chronology.Where(line => line.Topic == topic).OrderBy(line => Begins(line.When))];

    // "About 22:40" stands between 22:25 and 22:50, where she would look for it.
    private static DateTime Begins(PartialDateTime? when) => when switch
    {
        null => DateTime.MaxValue,
        { Time: { } time } => when.Date.Earliest.ToDateTime(time),
        _ => when.EarliestAt,
    };

    /// <summary>Rows that differ in nothing but the woman and her source become one, with all the women and all the sources.</summary>
    /// <param name="rows">Each with its woman and its sources; the row itself holds neither.</param>
    /// <param name="with">Puts the women and the sources into the row.</param>
    private static List<T> Together<T>(
        IEnumerable<(string Woman, string? Source, T Row)> rows, Func<T, IReadOnlyList<string>, IReadOnlyList<string>, T> with) =>
    [
        .. rows.GroupBy(row => JsonSerializer.Serialize(row.Row), StringComparer.Ordinal)
            .Select(same => with(
                same.First().Row,
                [.. same.Select(row => row.Woman).Distinct()],
                [.. same.Select(row => row.Source).OfType<string>().Distinct()])),
    ];

    private string Women(int count) => disclosed.Tell(count, file.Women.Count) is null
        ? words.T["few women"]
        : count == 1 ? words.T["1 woman"] : words.T["{0} women", count];

    private List<Line> Lines(Topic topic) =>
    [
        .. InOrder(topic).Select(line => new Line(Text(line), words.Whose(line), words.Of(line.Standing), line.Sources)
        {
            When = words.When(line.When),
            Women = Codes(line.Women),
        }),
    ];

    private string Text(ChronologyInCase line) => WithNotes(
        line.What,
        words.Note(line),
        line.ToldOn is null ? null : words.T["told on {0}", line.ToldOn]);

    // A woman's code may stand beside what concerns her only where the audience sees each woman.
    private IReadOnlyList<string> Codes(IReadOnlyList<string> women) => audience.SeesEachWoman() ? women : [];

    private static string WithNotes(string text, params IEnumerable<string?> notes)
    {
        var filled = notes.Where(note => !string.IsNullOrWhiteSpace(note)).ToList();
        return filled.Count == 0 ? text : $"{text} ({string.Join("; ", filled)})";
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static List<string> Blanks(params IEnumerable<(bool IsBlank, string Sentence)> blanks) =>
        [.. blanks.Where(blank => blank.IsBlank).Select(blank => blank.Sentence)];
}
