using RaidDocs.Domain.Cases;

namespace RaidDocs.Domain.Records.Tables;

/// <summary>
/// The tables of a whole record, in the columns of the table import. docs/standards.md is written from these lists.
/// </summary>
internal static class RecordShapes
{
    private const string OnlyFromFile = "Only what a file said from which the raid was brought in; else empty.";

    public static RecordShape<FacilityInCase> Facilities { get; } = new(
        "facilities",
        "Places that no raid uses. Of two places with the same name, kind and province the import makes one.",
        Closed<FacilityInCase>("facility_id", row => row.Code, "Our code, F01."),
        Closed<FacilityInCase>("facility_type", row => TableCells.Code("facility_type", row.Kind), "The code of the table for it; where it has none, the key of our list."),
        Typed<FacilityInCase>("name", row => row.Name, "Its name.", "Who runs it, where it is, whether she may leave, rules for visits, notes."),
        Closed<FacilityInCase>("province_code", row => row.Province, "ISO 3166-2."));

    public static RecordShape<RaidRow> Raids { get; } = new(
        "raids",
        "",
        Closed<RaidRow>("raid_id", row => row.Raid.Code, "Our code, R03."),
        Typed<RaidRow>("code", row => row.Raid.Name, "What the team calls the raid.", "Where the place has a name, the import calls the raid by that, and finds it by this."),
        Closed<RaidRow>("started_at", row => TableCells.Moment(row.Raid.When), "To the minute `2026-01-09T21:30:00+07:00`; else after ISO 8601-2 with what is known of the hour: `2026-01-09 night`, `2026-01-09 about 21:30`, `2026-01~`, `2026-01-09/2026-01-11`, `not known`.", "How it was typed, and the era of the year."),
        Typed<RaidRow>("ended_at", row => row.Said("ended_at"), OnlyFromFile),
        Closed<RaidRow>("date_precision", row => TableCells.Precision(row.Raid.When), "EXACT, DAY, MONTH, YEAR. Empty for a range, an hour that is a guess, and a part of the day: they stand in `started_at`."),
        Typed<RaidRow>("venue_name", row => row.Raid.VenueName, "The place that was raided."),
        Closed<RaidRow>("venue_type", row => TableCells.Code("venue_type", row.Raid.VenueKind), "The code of the table for it; where it has none, the key of our list."),
        Closed<RaidRow>("province_code", row => row.Raid.Province, "ISO 3166-2."),
        Closed<RaidRow>("province_name_th", row => TableCells.ProvinceInThai(row.Raid.Province), "The same in Thai."),
        Typed<RaidRow>("district", row => row.Raid.Place, "District, or how to find it."),
        Typed<RaidRow>("latitude", row => row.Said("latitude"), OnlyFromFile),
        Typed<RaidRow>("longitude", row => row.Said("longitude"), OnlyFromFile),
        Closed<RaidRow>("lead_agency", row => row.Lead, OnlyFromFile),
        Closed<RaidRow>("agencies", row => string.Join('|', row.Raid.Agencies.Select(key => TableCells.Code("agency", key))), "Who came, parted by `|`; codes as above.", "What was noted of them; what those who came called it; the ground they named; how it began."),
        Closed<RaidRow>("officer_count", row => TableCells.Number(row.Officers?.Low), "One number on which all voices agree.", "Whose number it is; a range, \"about\", and numbers that differ: then it is empty. All other counts, and groups without names."),
        Closed<RaidRow>("women_count", row => TableCells.Number(row.Taken?.Low), "As `officer_count`, of the women taken.", "As there."),
        Closed<RaidRow>("warrant_shown", row => row.Answered("warrant_shown"), OnlyFromFile, "The checklist."),
        Closed<RaidRow>("media_present", row => row.Answered("media_present"), OnlyFromFile),
        Closed<RaidRow>("entrapment_used", row => row.Answered("entrapment_used"), OnlyFromFile),
        Typed<RaidRow>("status", row => row.Status, "INVENTED for a made-up case; else only what a file said.", "The import takes an invented case for a real one, with this word in the note of its source."),
        Typed<RaidRow>("summary", row => row.Raid.Summary, "The summary.", "The chronology."),
        Closed<RaidRow>("created_at", row => TableCells.Day(row.ToldOn), "When the numbers of this row were told, where it is one day.", "Days that differ."));

    public static RecordShape<WomanRow> Women { get; } = new(
        "women",
        "",
        Closed<WomanRow>("woman_id", row => row.Id, "Her code, `R03-W07`; of a woman of several raids that of the first."),
        Closed<WomanRow>("case_code", row => row.Id, "The same, so that the search of another store finds her by it."),
        Typed<WomanRow>("display_name", row => row.Names.ElementAtOrDefault(0)?.Text, "What she is called; else a spelling. **A name.**", "Names on papers, further names, whose word each is, what was taken back."),
        Typed<WomanRow>("name_local", row => row.Names.ElementAtOrDefault(1)?.Text, "Her next name, in whatever letters it is written. **A name.**", "As there."),
        Closed<WomanRow>("birth_year", row => row.Born, "Only what a file said from which she was brought in."),
        Closed<WomanRow>("age_at_raid", row => row.Age is { High: null } age ? TableCells.Number(age.Low) : null, "Her own word; without one, the first of the others whose voice `age_basis` tells.", "All other ages; ranges; a voice that no basis tells, such as the authorities without a test."),
        Closed<WomanRow>("age_basis", row => TableCells.Code("age_basis", row.Basis), "How it was found; DECLARED is her own word.", "What it rests on, what was decided, her answer, whether it was challenged."),
        Typed<WomanRow>("nationality", row => TableCells.Words("nationality", row.Woman.Nationality), "The code of the table that means the same; else the words, in quotation marks where they could be taken for a code."),
        Typed<WomanRow>("ethnicity", row => TableCells.Words("ethnicity", row.Woman.Ethnicity), "As `nationality`."),
        Closed<WomanRow>("language", row => row.Woman.Languages is [var first, ..] ? TableCells.Code("language", first) : null, "The first of those that she speaks.", "The others."),
        Typed<WomanRow>("documents", row => TableCells.Words("documents", row.Woman.Papers), "As `nationality`."),
        Closed<WomanRow>("children", row => Children(row.Woman.Dependants?.Text), "A number, where \"no children\", \"1 child\", \"2 children\" is recorded.", "Other words on whom she looks after; the word for her work, where she is from, what she earns, what she wants."),
        Closed<WomanRow>("consent", row => row.Consent, "The widest word that allows nothing she does not allow; of several raids, in none of them. A condition, a last day, one named reader, an officer beside her: not allowed. WITHDRAWN: she refused to have it kept, or took that back. Empty: not asked, or less than a word can say.", "Each purpose, day, witness and form. A word can be narrower than the record, never wider."),
        Closed<WomanRow>("notes", _ => null, "Always empty.", "What a file said of her that no field holds."),
        Closed<WomanRow>("created_at", row => TableCells.Day(row.ToldOn), "When the names, the age and the label in these tables were told, where it is one day.", "Days that differ."));

    public static RecordShape<PairRow> RaidWomen { get; } = new(
        "raid_women",
        "",
        Closed<PairRow>("raid_id", row => row.Raid, "The raid."),
        Closed<PairRow>("woman_id", row => row.Woman, "The woman, as in the table women.", "Her code in a second raid."),
        Typed<PairRow>("role", row => TableCells.Words("role", row.In.HowItEnded), "How the night ended for her, as `nationality`.", "What she was doing there that night."),
        Closed<PairRow>("identified_as_victim", row => PairRow.LabelOf(row.In)?.Kind switch { "victim" => "YES", null => null, _ => "NO" }, "YES, NO: the authorities called her a victim, or said that she is none, and never both.", "All other labels, by whom, when, her answer."));

    public static RecordShape<StayRow> Stays { get; } = new(
        "stays",
        "",
        Closed<StayRow>("stay_id", row => row.Id, "`R03-W07-S2`: the second stay that was recorded of her."),
        Closed<StayRow>("woman_id", row => row.Woman, "The woman."),
        Closed<StayRow>("raid_id", row => row.Raid, "The raid."),
        Closed<StayRow>("facility_id", row => row.Stay.Facility, "The place; empty where nobody knows it."),
        Closed<StayRow>("from_at", row => TableCells.Moment(row.Stay.From), "As `started_at`.", "As there."),
        Closed<StayRow>("to_at", row => TableCells.Moment(row.Stay.To), "As `started_at`; empty: nothing is recorded.", "As there."),
        Typed<StayRow>("legal_basis", row => TableCells.Words("legal_basis", row.Stay.Ground), "The ground that was claimed, as `nationality`."),
        Closed<StayRow>("consented", row => row.Consented, "Only what a file said."),
        Closed<StayRow>("outcome", row => row.Outcome, "How it ended.", "DEPORTED is a deportation with a formal order; the import does not believe the table so much, and takes it for SENT_ACROSS."),
        Typed<StayRow>("notes", row => row.Note, "The note.", "Whose word it is and its source; papers, the reason told, visits, phone, lawyer, embassy, who moved her, conditions."));

    public static RecordShape<HearingRow> CourtDates { get; } = new(
        "court_dates",
        "A day of a case in which no woman has a part.",
        Closed<HearingRow>("court_date_id", row => row.Id, "`R03-C1-H2-W07`: the second day of the case C1, for each woman who has a part in it.", "That it was one day for several women: the import makes a case of its own for each."),
        Closed<HearingRow>("woman_id", row => row.Woman, "The woman.", "Her role in the case."),
        Closed<HearingRow>("raid_id", row => row.Raid, "The raid."),
        Typed<HearingRow>("court", row => row.Court, "The court of the case.", "Number, kind and days of the case; its orders."),
        Closed<HearingRow>("scheduled_at", row => TableCells.Moment(row.Day.On), "As `started_at`.", "As there."),
        Typed<HearingRow>("hearing_type", row => TableCells.Words("hearing_type", row.Day.Kind), "What for, as `nationality`."),
        Closed<HearingRow>("outcome", row => row.Outcome, "What became of the day; POSTPONED where it was put off.", "What came of it in words, the next day, which day it follows."),
        Closed<HearingRow>("interpreter_present", row => TableCells.Answer(row.Day.InterpreterPresent), "YES, NO, PARTLY, UNKNOWN. Empty: not asked.", "\"She would rather not say\" and \"withheld\" are empty as well. The language, and how far the women followed."),
        Closed<HearingRow>("lawyer_present", row => TableCells.Answer(row.Day.LawyerPresent), "As before.", "As before."),
        Typed<HearingRow>("notes", row => row.Note, "The note.", "Whose word it is and its source, the room, who of us goes."));

    public static RecordShape<ViolationRow> Violations { get; } = new(
        "violations",
        "A violation that is said to concern nobody: an empty woman would make it all. One with an act of the organisation's own list, which no other store knows.",
        Closed<ViolationRow>("violation_id", row => row.Id, "`R03-V4-W07`: the fourth of the raid, for each woman whom it concerns; `R03-V4`: for all.", "That it was one violation of several women: the import makes one for each."),
        Closed<ViolationRow>("raid_id", row => row.Raid, "The raid."),
        Closed<ViolationRow>("woman_id", row => row.Woman, "The woman; empty: all of the raid."),
        Closed<ViolationRow>("stay_id", row => row.Stay, "A stay of the table stays, where a file said so."),
        Closed<ViolationRow>("violation_type", row => row.Act, "The key of our list, V01 to V40, since the codes of the table are fewer and narrower; the code where a file gave one.", "The words with which it was coded, and their edition."),
        Closed<ViolationRow>("occurred_on", row => TableCells.Day(row.One.On), "As `started_at`, without the hour.", "As there."),
        Closed<ViolationRow>("agency", row => row.One.By is [var first, ..] ? TableCells.Code("agency", first) : null, "The first of those who did it.", "The others."),
        Closed<ViolationRow>("severity", row => row.Severity, "Only what a file said."),
        Closed<ViolationRow>("articles", row => row.Articles, "`ICCPR-9(1)`, parted by `|`; a name of ours with a space, `iccpr-op1 5`, where the table has none.", "Articles of the organisation's own list."),
        Typed<ViolationRow>("description", row => row.One.Description, "What happened.", "Voice, sources, passages, how sure, who agreed, and the note."));

    public static RecordShape<TestimonyRow> Testimonies { get; } = new(
        "testimonies",
        "What somebody told who is no woman with a code.",
        Closed<TestimonyRow>("testimony_id", row => $"{row.Raid}-{row.Told.Code}", "`R03-T2`."),
        Closed<TestimonyRow>("woman_id", row => row.Woman, "Who told it."),
        Closed<TestimonyRow>("raid_id", row => row.Raid, "The raid."),
        Closed<TestimonyRow>("taken_on", row => TableCells.Day(row.Told.ToldOn), "As `started_at`, without the hour.", "As there."),
        Closed<TestimonyRow>("language", row => row.Language, "Its language; mixed only where a file said so.", "Languages of single passages, and into which it was interpreted."),
        Typed<TestimonyRow>("interviewer", row => row.Told.Interviewer, "Code of the person who asked.", "Interpreter, place, who was in the room, what she ticked, information sheets."),
        Closed<TestimonyRow>("consent", row => row.Consent, "As in the table women, for this one and not wider than there. Empty: the word of her row says it. Where a passage is marked, or she said who must never see it, no more than INTERNAL_ONLY.", "As there; which passages are marked, and for whom it is not."),
        Typed<TestimonyRow>("notes", row => row.Note, "The note."),
        Typed<TestimonyRow>("text", row => row.Text, "Her words, an empty line between passages. Empty where she refused to have them kept, or took that back.", "Translations, marks, earlier versions, what was read back, statements for court."));

    /// <summary>In the order in which they are brought in.</summary>
    public static IReadOnlyList<IRecordShape> All { get; } = [Facilities, Raids, Women, RaidWomen, Stays, CourtDates, Violations, Testimonies];

    private static (RecordColumn Column, Func<T, string?> Cell) Typed<T>(string name, Func<T, string?> cell, string holds, string lost = "") =>
        (new RecordColumn(name, holds, lost, IsTyped: true), row => TableCells.Text(cell(row)));

    private static (RecordColumn Column, Func<T, string?> Cell) Closed<T>(string name, Func<T, string?> cell, string holds, string lost = "") =>
        (new RecordColumn(name, holds, lost, IsTyped: false), cell);

    private static string? Children(string? words) => words?.Split(' ') switch
    {
        ["no", "children"] => "0",
        ["1", "child"] => "1",
        [var typed, "children"] when Common.Digits.TryWhole(typed, out var number) && number is > 1 and <= 30 => TableCells.Number(number),
        _ => null,
    };
}
