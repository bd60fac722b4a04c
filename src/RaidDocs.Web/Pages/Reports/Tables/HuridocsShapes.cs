using RaidDocs.Domain.Common;
using RaidDocs.Domain.Interventions;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Stays;
using static RaidDocs.Web.Pages.Reports.Tables.StandardWords;

namespace RaidDocs.Web.Pages.Reports.Tables;

/// <summary>
/// The formats of the HURIDOCS Events Standard: columns with the number of a field, and own columns for what it has no field or no code for.
/// Only the few codes that acts, places and languages were mapped to are here: the lists themselves are not ours to copy.
/// </summary>
internal static class HuridocsShapes
{
    private const string PrecisionHolds = "How closely the date is known: estimate; unknown day; unknown month and day (list 48, its words). Empty: to the day.";
    private const string PrecisionLost = "A range of days has no word there and stands as \"range of days\".";
    private const string DateHolds = "Date after ISO 8601-2: 2025-03-12, 2025-03, 2025, or a range with a slash.";
    private const string TypedLost = "The way it was typed, and the era of the year.";

    public static TableShape<EventRow> Events { get; } = new(
        "event",
        Field<EventRow>.Closed("0101_record_number", row => row.Raid.Code, "Code of the raid."),
        Field<EventRow>.Typed("0102_title", row => row.Raid.Name, "What the team calls the raid."),
        Field<EventRow>.Closed("0108_confidentiality", row => Of(row.Told.Audience), "For whom the file was made."),
        Field<EventRow>.Closed("rd_province", row => row.Raid.Province, "Province, ISO 3166-2.", "List 15 of places is not mapped, so field 0111 is left out."),
        Field<EventRow>.Typed("0112_local_area", row => row.Raid.Place, "District, or how to find it; empty for partners and the public."),
        Field<EventRow>.Closed("0113_start_date", row => Date(row.Raid.When?.Date), DateHolds, TypedLost),
        Field<EventRow>.Closed("rd_0113_precision", row => Precision(row.Raid.When?.Date), PrecisionHolds, PrecisionLost),
        Field<EventRow>.Closed("rd_time", row => row.Raid.When?.Time?.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture) ?? (row.Raid.When?.Part is { } part ? Of(part) : null), "Hour in Thailand, or the part of the day."),
        Field<EventRow>.Typed("0115_description", row => row.Raid.Summary, "The summary of the raid.", "The chronology, with its voices and sources."),
        Field<EventRow>.Typed("rd_how_it_began", row => row.Raid.HowItBegan, "How it began."),
        Field<EventRow>.Typed("rd_called_as", row => row.Raid.CalledAs, "What those who came called it."),
        Field<EventRow>.Typed("rd_legal_basis", row => row.Raid.LegalBasis, "The legal ground that was claimed."),
        Field<EventRow>.Closed("rd_venue", row => row.Words.Of(ListName.VenueKinds, row.Raid.VenueKind), "Kind of venue.", "The name of the venue."),
        Field<EventRow>.Closed("rd_agencies", row => row.Words.All(ListName.Agencies, row.Raid.Agencies), "Who came."),
        Field<EventRow>.Closed("0152_violation_index", row => Join(row.File.Violations.Select(one => row.Words.ActCodes(one.Act, "MT2"))), "Codes of list 2, where an act was mapped to one.", "Most acts are mapped to list 4 alone."),
        Field<EventRow>.Closed("0153_rights_affected", row => Join(row.File.Violations.SelectMany(one => one.Articles).Select(article => row.Words.Lists.ArticleWords(article))), "Articles that a person chose for the broken rights, in words.", "List 3 of rights is not mapped."),
        Field<EventRow>.Typed("rd_counts", row => row.Counts, "How many, as each voice says it.", "Sources and days of the claims."),
        Field<EventRow>.Closed("rd_invented", row => row.File.Invented ? "yes" : null, "yes: a made-up case for learning."));

    public static TableShape<ActRow> Acts { get; } = new(
        "act",
        Field<ActRow>.Closed("act_number", row => row.Number, "Number of the act in this file."),
        Field<ActRow>.Closed("event_number", row => row.Event, "The event: 0101_record_number."),
        Field<ActRow>.Closed("victim_person_number", row => row.Victim, "The woman or the group, as in the table person; empty where the record names nobody. HURIDOCS calls the field victim.", "Which women, where the audience reads no rows about each."),
        Field<ActRow>.Closed("rd_number_of_women", row => row.Women is { } women ? Number(women) : null, "How many women, where they are a group and there are 10 or more on both sides."),
        Field<ActRow>.Closed("2109_type_of_act", row => row.Stay is null ? row.Words.ActCodes(row.Violation!.Act, "MT4") : "MT4:030102", "Codes of list 4. A stay is 030102, detention.", "Acts without a code there: V08 in part, V09, V12 in part, V17 in part, V18, V29, V31, V35, V39 and the organisation's own. The next two columns hold them."),
        Field<ActRow>.Closed("rd_act", row => row.Violation?.Act, "Our code of the act, V01 to V40, or RD-01 for an own one."),
        Field<ActRow>.Closed("rd_act_words", row => row.Violation is { } violation ? violation.WordedEn ?? row.Words.Of(ListName.Acts, violation.Act) : "Held in a place", "The words with which it was coded."),
        Field<ActRow>.Typed("rd_description", row => row.Violation?.Description, "What happened, in a person's words."),
        Field<ActRow>.Closed("2111_initial_date", row => Date(row.From), DateHolds, TypedLost),
        Field<ActRow>.Closed("rd_2111_precision", row => Precision(row.From), PrecisionHolds, PrecisionLost),
        Field<ActRow>.Closed("2121_final_date", row => Date(row.To), $"Of a stay, its end. {DateHolds}", "Of a broken right, an end is not recorded."),
        Field<ActRow>.Closed("rd_2121_precision", row => Precision(row.To), PrecisionHolds, PrecisionLost),
        Field<ActRow>.Typed("2112_exact_location", row => row.Place?.Name, "Name of the place; its kind in words where the audience reads no names of places."),
        Field<ActRow>.Closed("2153_type_of_location", row => row.Words.LocationCode(row.Place?.Kind), "Code of list 17.", "Kinds of place without a code there: they stand in the next column."),
        Field<ActRow>.Closed("rd_kind_of_place", row => row.Words.Of(ListName.FacilityKinds, row.Place?.Kind), "Kind of place in words."),
        Field<ActRow>.Typed("2113_stated_reason", row => row.Stay?.Ground, "The ground that was claimed for holding her."),
        Field<ActRow>.Closed("2114_method", row => row.Violation is { } violation ? row.Words.ActCodes(violation.Act, "MT5") : null, "Codes of list 5, where the act was mapped to one."),
        Field<ActRow>.Closed("2118_age_at_time", row => row.Age, "Her age by her own word.", "Other voices' ages: they stand with her in the table person."),
        Field<ActRow>.Closed("2123_status_at_end", row => row.Stay is null ? null : StatusOf(row), "Words of list 25 where they fit: currently held; arrested and released; escaped; deported. Other ends stand in our words."),
        Field<ActRow>.Closed("2155_instruments", row => Join((row.Violation?.Articles ?? []).Select(article => row.Words.Lists.ArticleWords(article))), "Articles that a person chose, in words.", "List 6 is not mapped."),
        Field<ActRow>.Typed("3110_case_description", row => row.CourtRoles, "Her role in each court case, and who says so."),
        Field<ActRow>.Closed("3112_type_of_detention", row => row.Place is { Kind: "government-shelter-closed" or "government-shelter-open" or "ngo-shelter" or "reception-home-children" } && row.Stay is not null ? "administrative" : null, "administrative, for a shelter (list 29, its word).", "Other types: nobody records them."),
        Field<ActRow>.Typed("3113_conditions", row => row.Stay?.Conditions, "Conditions, where the audience may read them."),
        Field<ActRow>.Closed("3114_whereabouts", row => row.Stay is { Family: Answer.No } ? "MT30:01010201" : null, "01010201 of list 30: contact with family not permitted.", "Its other codes are not mapped: the next column says them in words."),
        Field<ActRow>.Closed("rd_contact", row => row.Stay is { } stay ? Contact(stay) : null, "Contact with family, NGO and embassy, each with its answer and day."),
        Field<ActRow>.Closed("3115_legal_counsel", row => row.Stay switch { { Lawyer: Answer.No } => "none permitted", { Lawyer: Answer.Yes } stay => Join([$"met a lawyer {Date(stay.LawyerOn)}".Trim()]), _ => null }, "none permitted (list 31, its word), or that she met a lawyer.", "When in the proceedings, in private or not, whose lawyer."),
        Field<ActRow>.Closed("3117_language", row => row.Language, "How far she followed the language of the court, codes of list 33, of all days in court of her cases.", "Which day it was."),
        Field<ActRow>.Closed("3118_court_case", row => row.CourtCases, "Our code of the court case.", "Its number at the court, the court (3116), days and orders."),
        Field<ActRow>.Closed("rd_paper_seen", row => row.Stay is { } stay ? Of(stay.PaperSeen) : null, "Was a paper for the holding seen?"),
        Field<ActRow>.Closed("rd_told_why", row => row.Stay is { } stay ? Of(stay.ToldWhy) : null, "Was she told why?"),
        Field<ActRow>.Closed("rd_voice", row => Of(row.Said.Voice), "Who says it."),
        Field<ActRow>.Closed("rd_how_sure", row => row.Violation is { } violation ? Of(violation.HowSure) : null, "How sure the team is. Findings after list 41 are nobody's here, so field 0151 is left out."),
        Field<ActRow>.Closed("rd_reviewed", row => row.Violation is { } violation ? violation.ReviewedBy is null ? "no" : "yes" : null, "Has a second person agreed?", "Who it was."));

    public static TableShape<InvolvementRow> Involvements { get; } = new(
        "involvement",
        Field<InvolvementRow>.Closed("involvement_number", row => row.Number, "Number in this file."),
        Field<InvolvementRow>.Closed("event_number", row => row.Act.Event, "The event."),
        Field<InvolvementRow>.Closed("act_number", row => row.Act.Number, "The act."),
        Field<InvolvementRow>.Closed("perpetrator_person_number", row => row.Person, "The agency, as in the table person.", "Names of officers: they are not recorded as persons."),
        Field<InvolvementRow>.Closed("2412_type_of_perpetrator", row => row.Act.Words.PerpetratorType(row.Agency), "Word of list 24, where the agency has one.", "Codes of list 24; agencies without a word there. Degree of involvement (2409) and latest status (2422) are not recorded."),
        Field<InvolvementRow>.Closed("rd_agency", row => row.Act.Words.Of(ListName.Agencies, row.Agency), "The agency in our words. Of a stay it is whoever runs the place."));

    public static TableShape<InformationRow> Informations { get; } = new(
        "information",
        Field<InformationRow>.Closed("information_number", row => row.Number, "Number in this file."),
        Field<InformationRow>.Closed("event_number", row => row.Event, "The event."),
        Field<InformationRow>.Closed("rd_source", row => row.Source.Code, "Our code of the source. Sources are no persons here.", "The person who is the source, and which testimony or file it is."),
        Field<InformationRow>.Typed("rd_title", row => row.Source.Title, "Title of the source."),
        Field<InformationRow>.Typed("rd_author", row => row.Source.Author, "Its author."),
        Field<InformationRow>.Closed("rd_date", row => Date(row.Source.Date), DateHolds, TypedLost),
        Field<InformationRow>.Closed("rd_date_precision", row => Precision(row.Source.Date), PrecisionHolds, PrecisionLost),
        Field<InformationRow>.Typed("rd_reference", row => row.Source.Reference, "Page, number or address."),
        Field<InformationRow>.Closed("rd_2512_type_of_material", row => Of(row.Source.Kind), "Kind of source in our words.", "Codes of list 16 are not mapped."),
        Field<InformationRow>.Closed("2509_source_connection", row => Join(row.Statements.Select(said => Of(said.Voice))), "Whose voice its statements are, in our words.", "Codes of list 19 are not mapped."),
        Field<InformationRow>.Closed("2553_reliability", row => Join(row.Statements.Where(said => said.Reliability != Reliability.NotJudged).Select(said => Of(said.Reliability))), "Words of list 42, of all its statements in this file.", "Which statement was judged how: reliability belongs to one statement, not to the source."));

    public static TableShape<InterventionRow> Interventions { get; } = new(
        "intervention",
        Field<InterventionRow>.Closed("intervention_number", row => row.Number, "Number in this file."),
        Field<InterventionRow>.Closed("event_number", row => row.Event, "The event."),
        Field<InterventionRow>.Closed("2609_type", row => TypeOf(row.Done.Kind), "Words of list 20 where they fit: financial aid; legal aid; medical aid; publicity; petition. Other kinds stand in our words.", "Codes of list 20 are not mapped."),
        Field<InterventionRow>.Closed("2611_date", row => Date(row.Done.On), DateHolds, TypedLost),
        Field<InterventionRow>.Closed("rd_2611_precision", row => Precision(row.Done.On), PrecisionHolds, PrecisionLost),
        Field<InterventionRow>.Typed("2612_parties_requested", row => row.Done.To, "To whom."),
        Field<InterventionRow>.Typed("rd_what", row => row.Done.What, "What was done."),
        Field<InterventionRow>.Typed("2613_response", row => row.Done.Response, "What came back, in words.", "Codes of list 27 are not mapped."),
        Field<InterventionRow>.Closed("rd_answered_on", row => Date(row.Done.AnsweredOn), DateHolds, TypedLost),
        Field<InterventionRow>.Typed("rd_follow_up", row => row.Done.FollowUp, "What is next.", "Impact (2614), status (2651) and priority (2652) are not recorded, nor is who intervened."),
        Field<InterventionRow>.Closed("rd_voice", row => Of(row.Done.Voice), "Who says it."));

    public static TableShape<PersonRow> Persons { get; } = new(
        "person",
        Field<PersonRow>.Closed("person_number", row => row.Number, "A number that is made for this file alone: two files cannot be joined by it.", "The code of the woman in the house, and that a woman was in two raids."),
        Field<PersonRow>.Closed("0902_counting_unit", row => row.Unit, "individual; group; organisation (list 7, its words)."),
        Field<PersonRow>.Typed("0903_name", row => row.Group is { } group ? group.Who : row.All is not null ? "women of the raid" : row.Agency is { } agency ? row.Words.Of(ListName.Agencies, agency) : row.Number, "Of a woman, her number again; of a group, who they are; of an agency, its words.", "Names of women, always (0903, 0904)."),
        Field<PersonRow>.Closed("0931_number_in_group", row => row.InGroup, "How many.", "Who says so."),
        Field<PersonRow>.Typed("0917_identity_papers", row => Of(row.Woman?.Papers), "Papers that she has, where the audience may read them. Date of birth (0911) and sex (0915) are not recorded."),
        Field<PersonRow>.Typed("0919_dependants", row => Of(row.Woman?.Dependants), "Who depends on her, where the audience may read it."),
        Field<PersonRow>.Typed("0922_occupation", row => Of(row.Woman?.WordForWork), "Her own word for her work."),
        Field<PersonRow>.Typed("0941_citizenship", row => Of(row.Woman?.Nationality), "Nationality as she says it, where the audience may read it.", "Codes: what she says is not turned into a country."),
        Field<PersonRow>.Typed("0942_ethnic_background", row => Of(row.Woman?.Ethnicity), "As she says it, where the audience may read it.", "Codes of list 13 are not mapped: Akha, Lahu and Mon have none."),
        Field<PersonRow>.Closed("0945_language", row => Join(row.Woman?.Languages ?? []), "What she speaks, ISO 639-3.", "Codes of list 14 are not mapped: Akha and Lahu have none."),
        Field<PersonRow>.Closed("rd_ages", row => row.Ages, "Her age, as each voice says it.", "Methods and days of the claims."),
        Field<PersonRow>.Typed("rd_labels", row => Join((row.Woman?.Labels ?? []).Where(label => label.TakenBack is null).Select(label => $"{row.Words.Of(ListName.LabelKinds, label.Kind)} ({Of(label.Voice)}{(label.By is { } by ? $", {row.Words.Of(ListName.Agencies, by)}" : "")})")), "What she was called, by whom.", "Words, days and bases: they stand in the table label_history of the HTCDS file."),
        Field<PersonRow>.Typed("rd_status", row => row.Group?.Status, "Of a group without codes: what became of them."));

    public static IReadOnlyList<ITableShape> All { get; } = [Events, Acts, Involvements, Informations, Interventions, Persons];

    private static string? StatusOf(ActRow row) => row.Stay switch
    {
        { To: null, Ending: null } => "currently held",
        { Ending: StayEnd.Released } => "arrested and released",
        { Ending: StayEnd.GotAway } => "escaped",
        { Ending: StayEnd.Deported } => "deported",
        { Ending: { } end } => Of(end),
        _ => null,
    };

    private static string? Contact(StayFacts stay) => Join(new[] { ("family", stay.Family, stay.FamilyOn), ("NGO", stay.Ngo, stay.NgoOn), ("embassy", stay.Embassy, stay.EmbassyOn) }
        .Select(one => Of(one.Item2) is { } answer ? $"{one.Item1}: {answer} {Date(one.Item3)}".Trim() : null));

    private static string TypeOf(InterventionKind kind) => kind switch
    {
        InterventionKind.Help => "financial aid",
        InterventionKind.LegalHelp => "legal aid",
        InterventionKind.MedicalHelp => "medical aid",
        InterventionKind.Publicity => "publicity",
        InterventionKind.Petition => "petition",
        _ => Of(kind),
    };
}
