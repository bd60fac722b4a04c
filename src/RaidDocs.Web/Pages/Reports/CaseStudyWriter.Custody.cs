using RaidDocs.Documents.CaseStudies;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Facilities;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Stays;
using RaidDocs.Domain.Testimonies;

namespace RaidDocs.Web.Pages.Reports;

// Where they were held, in which languages, before which court, and where they are now.
internal sealed partial class CaseStudyWriter
{
    private WhereHeld WhereHeld()
    {
        var held = file.Women.Where(woman => woman.Stays.Count > 0).ToList();
        return new WhereHeld(Chart(held), audience.SeesEachWoman() ? Together(held.SelectMany(StaysOf), (row, women, sources) => row with { Women = women, Sources = sources }) : [])
        {
            Summary = Summary(held),
            Clocks = Clocks(),
            ClockNotes = ClockNotes(),
            Told = [.. Lines(Topic.Custody), .. file.Facilities.SelectMany(AboutPlace)],
            Blanks = Blanks(
                (held.Count < file.Women.Count, disclosed.Tell(file.Women.Count - held.Count, file.Women.Count) is { } unknown
                    ? words.T["Where {0} of {1} women were held is not recorded.", unknown, file.Women.Count]
                    : words.T["Where some of the women were held is not recorded."]),
                (file.Women.Count == 0 && Lines(Topic.Custody).Count == 0, words.T["Where the women were held is not recorded."])),
        };
    }

    private List<string> Summary(List<WomanInCase> held)
    {
        if (held.Count == 0)
        {
            return [];
        }

        var each = held.Select(woman => HeldTime.Of(woman.Stays, asOf)).ToList();
        var together = HeldTime.Together(each, asOf);
        if (!audience.SeesEachWoman())
        {
            return disclosed.Tell(held.Count, file.Women.Count) is { } women && women >= AudienceRules.SmallestPublicGroup
                ?
                [
                    words.T["Together {0} women were held for {1} days up to {2}.", women, words.T.Number(together.All), asOf],
                    .. MayTellPapers(each) ? [words.T.WithoutPaper(together)] : Array.Empty<string>(),
                ]
                : [words.T["How long the women were held is left out: they are so few that one could be told from the others."]];
        }

        var longest = each.Select(one => one.All).MaxBy(one => (one.Max, one.Min))!;
        return
        [
            words.T["Together the women were held for {0} days up to {1}; the longest for {2} days.",
                words.T.Number(together.All), asOf, words.Days(longest)],
            .. new[] { words.T.WithoutPaper(together) }.Where(sentence => sentence.Length > 0),
        ];
    }

    // Where a paper was seen for a few women alone, the days would tell how long those few were held.
    private bool MayTellPapers(List<HeldTime> each) =>
        disclosed.Tell(each.Count(one => one.WithoutPaper.Max > 0), each.Count) is not null
        && disclosed.Tell(each.Count(one => one.WithoutPaper != one.All), each.Count) is not null;

    private HeldChart? Chart(List<WomanInCase> held)
    {
        // A bar is one woman: from its days she is known, under whatever number it stands.
        if (!audience.SeesEachWoman())
        {
            return null;
        }

        var rows = held
            .Select(woman => new HeldRow(
                woman.Code,
                [.. woman.Stays.InOrder(stay => stay).Select(Bar).OfType<HeldBar>()],
                words.Days(Custody.DaysHeld(woman.Stays, asOf))))
            .Where(row => row.Bars.Count > 0)
            .ToList();
        return rows.Count == 0 ? null : new HeldChart(rows, rows.SelectMany(row => row.Bars).Min(bar => bar.EarliestFrom), asOf);
    }

    private HeldBar? Bar(StayInCase stay)
    {
        if (stay.From?.Date is not { Precision: not DatePrecision.Unknown } from || from.Earliest > asOf)
        {
            return null;
        }

        // An end that nobody knows may be any day from the beginning to today.
        var to = stay.To?.Date;
        var endUnknown = to is { Precision: DatePrecision.Unknown };
        return new HeldBar(
            from.Earliest,
            Least(from.Latest),
            Least(endUnknown ? from.Earliest : to?.Earliest ?? asOf),
            Least(endUnknown ? asOf : to?.Latest ?? asOf),
            to is null,
            Place(stay),
            KindOf(stay));

        DateOnly Least(DateOnly day) => day < asOf ? day : asOf;
    }

    private FacilityInCase? FacilityOf(StayInCase stay) => file.Facilities.Find(facility => facility.Code == stay.Facility);

    private string Place(StayInCase stay) => FacilityOf(stay) is { } facility ? Place(facility) : words.T["not known"];

    private string Place(FacilityFacts facility) => audience.SeesPlaces() ? facility.Name : words.Of(ListName.FacilityKinds, facility.Kind);

    private string KindOf(StayInCase stay) => FacilityOf(stay)?.Kind switch
    {
        "police-station" => HeldKinds.Police,
        "government-shelter-closed" or "reception-home-children" => HeldKinds.ClosedShelter,
        "government-shelter-open" or "ngo-shelter" => HeldKinds.OpenShelter,
        "immigration-office" or "immigration-detention" => HeldKinds.Immigration,
        "hospital" => HeldKinds.Hospital,
        "prison" => HeldKinds.Prison,
        "court-cell" => HeldKinds.Court,
        _ => HeldKinds.Other,
    };

    private IEnumerable<(string Woman, string? Source, HeldStay Row)> StaysOf(WomanInCase woman)
    {
        var stays = woman.Stays.InOrder(stay => stay).ToList();
        var findings = Chain.Find([.. stays.Select(stay => (stay.From?.Date, stay.To?.Date))]);
        for (var index = 0; index < stays.Count; index++)
        {
            foreach (var finding in findings.Where(finding => finding.Second == index))
            {
                yield return (woman.Code, null, new HeldStay([], Finding(finding), words.When(stays[finding.First].To) ?? "", words.When(stays[index].From) ?? "", ""));
            }

            yield return (woman.Code, stays[index].Source, StayOf(stays[index]));
        }
    }

    private string Finding(ChainFinding finding)
    {
        var days = words.Number(finding.MinDays, finding.MaxDays, false);
        return finding.Kind == ChainFindingKind.Gap ? words.T["Not known where: {0} days", days] : words.T["In two places at once, as sources differ: {0} days", days];
    }

    private HeldStay StayOf(StayInCase stay) => new(
        [],
        Place(stay),
        words.When(stay.From) ?? words.T["not known"],
        stay.To is null ? words.T["still there"] : StudyWords.Join(words.When(stay.To), stay.Ending is { } end ? words.T.Of(end) : null)!.TrimEnd('.'),
        words.Days(Custody.DaysHeld([stay], asOf)))
    {
        Ground = StudyWords.Join(
            stay.Ground,
            stay.ToldWhy == Answer.NotAsked ? null : words.T["told why: {0}", stay.ToldWhy],
            stay.ToldInLanguage is null ? null : words.T["in {0}", words.Of(ListName.Languages, stay.ToldInLanguage)])?.TrimEnd('.'),
        Paper = StudyWords.Join(stay.PaperSeen == Answer.NotAsked ? null : words.T.Of(stay.PaperSeen), stay.Paper)?.TrimEnd('.'),
        Contact = StudyWords.Join(
            Contact(words.T["family"], stay.Family, stay.FamilyOn),
            Contact(words.T["lawyer"], stay.Lawyer, stay.LawyerOn),
            Contact(words.T["NGO"], stay.Ngo, stay.NgoOn),
            Contact(words.T["embassy"], stay.Embassy, stay.EmbassyOn),
            Contact(words.T["phone"], stay.Phone, null),
            Contact(words.T["may leave"], stay.MayLeave, null))?.TrimEnd('.'),
        Note = StudyWords.Join(
            stay.Voice == Voice.Team ? null : words.T["as told by {0}", stay.Voice],
            stay.MovedBy is null ? null : words.T["moved by: {0}", stay.MovedBy],
            audience.SeesHerself() ? stay.Conditions : null,
            words.Note(stay)),
    };

    private string? Contact(string who, Answer answer, PartialDate? on) => answer == Answer.NotAsked
        ? null
        : on is null ? $"{who}: {words.T.Of(answer)}" : $"{who}: {words.T.Of(answer)}, {words.When(on)}";

    private IEnumerable<Line> AboutPlace(FacilityInCase facility)
    {
        var rules = StudyWords.Join(
            facility.Agency is null ? null : words.T["run by: {0}", words.Of(ListName.Agencies, facility.Agency)],
            audience.SeesPlaces() ? string.Join(", ", new[] { facility.Place, words.Of(ListName.Provinces, facility.Province) }.Where(part => !string.IsNullOrEmpty(part))) : null,
            facility.MayLeave == Answer.NotAsked ? null : words.T["women may leave when they want: {0}", facility.MayLeave],
            facility.VisitRules is null ? null : words.T["visits: {0}", facility.VisitRules]);
        if (rules is not null)
        {
            // Where places are not named, the kind is all there is.
            var (place, kind) = (Place(facility), words.Of(ListName.FacilityKinds, facility.Kind));
            yield return new Line(place == kind ? $"{place}: {rules}" : $"{place} ({kind}): {rules}", words.T.Of(Voice.Team), null, []);
        }

        foreach (var note in facility.Notes.Where(note => note.TakenBack is null))
        {
            yield return new Line(WithNotes($"{Place(facility)}: {note.Text}", words.Note(note)), words.Whose(note), null, StudyWords.Marks(note.Source))
            {
                When = words.When(note.On),
            };
        }
    }

    private Interpreters Interpreters()
    {
        var spoken = words.All(ListName.Languages, file.Women.SelectMany(woman => woman.Languages).Distinct());
        var hearings = file.CourtCases.SelectMany(one => one.Hearings).Where(hearing => hearing.InterpreterPresent != Answer.NotAsked || hearing.Language is not null);
        return new Interpreters(
        [
            .. spoken.Length == 0 ? Array.Empty<InterpreterRow>() : [new InterpreterRow(words.T["What the women speak"], spoken, "", "", words.T.Of(Voice.Woman), [])],
            .. hearings.Select(hearing => new InterpreterRow(
                hearing.Kind,
                "",
                words.Of(ListName.Languages, hearing.Language),
                words.Of(hearing.InterpreterPresent) ?? "",
                words.Whose(hearing),
                StudyWords.Marks(hearing.Source))
            {
                When = words.When(hearing.On),
            }),
            .. audience.SeesEachWoman() ? Together(file.Women.SelectMany(ToldIn), (row, women, sources) => row with { Women = women, Sources = sources }) : [],
            .. disclosed.Quotes.Select(quote => quote.Told).Where(told => told.Interpreter != InterpreterKind.NotKnown).GroupBy(told => (told.Language, told.Interpreter)).Select(told => new InterpreterRow(
                words.T["Our own conversations with the women"],
                words.Of(ListName.Languages, told.Key.Language),
                words.Of(ListName.Languages, told.Key.Language),
                words.T.Of(told.Key.Interpreter),
                words.T.Of(Voice.Team),
                [])),
        ])
        {
            Told = Lines(Topic.Interpreters),
            Blanks = Blanks((Lines(Topic.Interpreters).Count == 0 && disclosed.CourtCasesInAll == 0, words.T["Who interpreted, and whether the women understood, is not recorded."])),
        };
    }

    private IEnumerable<(string Woman, string? Source, InterpreterRow Row)> ToldIn(WomanInCase woman) => woman.Stays
        .Where(stay => stay.ToldInLanguage is not null)
        .Select(stay => (woman.Code, stay.Source, new InterpreterRow(
            words.T["Told why she was held at {0}", Place(stay)],
            "",
            words.Of(ListName.Languages, stay.ToldInLanguage),
            "",
            words.Whose(stay),
            [])));

    private InCourt InCourt() => new([.. file.CourtCases.Select(InCourt)])
    {
        Told = Lines(Topic.Court),
        Blanks = Blanks(
            (disclosed.CourtCasesInAll == 0, words.T["No court case is recorded."]),
            (file.CourtCases.Count == 0 && disclosed.CourtCasesInAll > 0, words.T[NotInPrint])),
    };

    private CourtRecord InCourt(CourtCaseInCase one) => new(
        one.Number ?? words.T["number not known"],
        one.Court ?? words.T["court not known"],
        one.About,
        audience.SeesEachWoman()
            ? [.. one.Women.Where(part => part.TakenBack is null).GroupBy(part => (part.Role, part.Agreed, part.Voice)).Select(role => new Documents.CaseStudies.CourtRole(Role(role.Key), [.. role.Select(part => part.Woman)]))]
            : [],
        [.. one.Hearings.OrderBy(hearing => hearing.On?.EarliestAt ?? DateTime.MaxValue).Select(InCourt)],
        [.. one.Orders.OrderBy(order => order.On?.EarliestAt ?? DateTime.MaxValue).Select(InCourt)])
    {
        Note = StudyWords.Join(
            one.OpenedOn is null ? null : words.T["opened {0}", one.OpenedOn],
            one.IndictedOn is null ? null : words.T["indictment {0}", one.IndictedOn],
            one.JudgmentOn is null ? null : words.T["judgment read {0}", one.JudgmentOn],
            one.Outcome is null ? null : words.T["outcome: {0}", one.Outcome],
            one.EndedOn is null ? null : words.T["ended {0}", one.EndedOn],
            words.Note(one),
            StudyWords.Join(audience.SeesEachWoman() ? one.Women.Where(part => part is { TakenBack: null, Note: not null }).Select(part => $"{part.Woman}: {part.Note}") : []),
            StudyWords.Join(audience.SeesEachWoman()
                ? one.Women.Where(part => part is { TakenBack: null, AskedToTestifyOn: not null }).Select(part => $"{part.Woman}: {words.T["asked to be heard early on {0}", part.AskedToTestifyOn]}")
                : [])),
    };

    private string Role((Domain.Court.CourtRole Role, Answer Agreed, Voice Voice) role) => WithNotes(
        Capital(words.T.Of(role.Role)),
        role.Agreed == Answer.NotAsked ? null : words.T["she agreed: {0}", role.Agreed],
        words.T["as told by {0}", role.Voice]);

    private CourtHearing InCourt(HearingInCase hearing) => new(
        words.When(hearing.On) ?? words.T["date not known"],
        StudyWords.Join(
            hearing.Kind,
            hearing.Room,
            hearing.WhoGoes,
            hearing.Result is null ? null : words.T.Of(hearing.Result),
            hearing.InterpreterBooked == Answer.NotAsked ? null : words.T["interpreter booked: {0}", hearing.InterpreterBooked],
            hearing.InterpreterPresent == Answer.NotAsked ? null : words.T["interpreter: {0}", hearing.InterpreterPresent],
            hearing.Language is null ? null : words.Of(ListName.Languages, hearing.Language),
            hearing.Followed is null ? null : words.T["the women followed: {0}", hearing.Followed],
            hearing.LawyerPresent == Answer.NotAsked ? null : words.T["lawyer: {0}", hearing.LawyerPresent],
            words.Note(hearing))!.TrimEnd('.'),
        hearing.Outcome,
        words.When(hearing.Next),
        StudyWords.Marks(hearing.Source));

    private CourtOrder InCourt(OrderInCase order) => new(
        words.When(order.On) ?? words.T["date not known"],
        WithNotes(
            $"{Capital(words.T.Of(order.Kind))}: {order.What}",
            order.PaperSeen == Answer.NotAsked ? null : words.T["paper seen: {0}", order.PaperSeen],
            order.Women.Count == 0 ? null : string.Join(", ", Codes(order.Women)),
            words.T["as told by {0}", order.Voice],
            words.Note(order)),
        StudyWords.Join(order.CarriedOut == Answer.NotAsked ? null : words.T.Of(order.CarriedOut), words.When(order.CarriedOutOn), order.How)?.TrimEnd('.'),
        StudyWords.Marks(order.Source));

    private WhereNow WhereNow()
    {
        var each = audience.SeesEachWoman();
        var now = file.Women.Select(woman => (woman.Code, Stay: woman.Stays.InOrder(stay => stay).LastOrDefault())).ToList();
        return new WhereNow(
            words.T.Dates.Day(asOf),
            [
                .. now.GroupBy(one => NowWords(one.Stay)).Where(same => each || disclosed.Tell(same.Count(), now.Count) is not null).Select(same => new NowRow(
                    Women(same.Count()),
                    each ? [.. same.Select(one => one.Code)] : [],
                    same.Key,
                    words.T.Of(same.First().Stay?.Voice ?? Voice.Team),
                    [.. same.SelectMany(one => StudyWords.Marks(one.Stay?.Source)).Distinct()])),
                .. each ? Together(
                    file.Women.Where(woman => woman.Wants is not null).Select(woman => (woman.Code, (string?)null, new NowRow(
                        null, [], words.T["She wants: {0}", words.Of(woman.Wants)], words.T.Of(Voice.Woman), []))),
                    (row, women, _) => row with { Women = women }) : [],
            ])
        {
            Told = Lines(Topic.Now),
            Blanks = Blanks(
                (file.Women.Count == 0 && Lines(Topic.Now).Count == 0, words.T["Where they are now is not known."]),
                (!each && now.GroupBy(one => NowWords(one.Stay)).Any(same => disclosed.Tell(same.Count(), now.Count) is null), words.T["Places with few women are left out: one could be told from the others."])),
        };
    }

    private string NowWords(StayInCase? last) => last switch
    {
        null => words.T["not known"],
        { To: null } => words.T["held: {0}", Place(last)],
        { Ending: null or StayEnd.Moved or StayEnd.NotKnown } => audience.SeesDays() ? words.T["not known since {0}", words.When(last.To)] : words.T["not known"],
        { Ending: { } end } => audience.SeesDays() ? $"{words.T.Of(end)}, {words.When(last.To)}" : words.T.Of(end),
    };
}
