using RaidDocs.Documents.Tables;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Stays;
using RaidDocs.Domain.Women;
using static RaidDocs.Web.Pages.Reports.Tables.StandardWords;

namespace RaidDocs.Web.Pages.Reports.Tables;

/// <summary>One woman, with what an authority called her and what she calls herself.</summary>
internal sealed record HtcdsRow(Disclosed Told, WomanInCase Woman, StandardWords Words, DateOnly Today)
{
    // Those of our languages that the older list of three-letter codes has too.
    private static readonly HashSet<string> InOlderList = ["tha", "mya", "shn", "lao", "khm", "kac", "kar", "hmn", "zho", "vie", "uzb", "eng"];

    public string Person => $"{Told.File.Raid.Code}-{Woman.Code}";

    /// <summary>The newest one by somebody else than her that says whether she was trafficked.</summary>
    public LabelInCase? Official => Standing.Where(label => label.Voice != Voice.Woman && HtcdsShapes.StatusOf(label.Kind) is not null).OrderBy(DayOf).LastOrDefault();

    /// <summary>What she said last of herself as a label of her own.</summary>
    public LabelInCase? Hers => Standing.Where(label => label.Voice == Voice.Woman).OrderBy(DayOf).LastOrDefault();

    /// <summary>Did others call her different things?</summary>
    public bool Differ => Standing.Where(label => label.Voice != Voice.Woman).Select(label => HtcdsShapes.StatusOf(label.Kind)).OfType<string>().Distinct().Count() > 1;

    public string? FirstLanguage => Woman.Languages.Find(InOlderList.Contains);

    public AgeInCase? Age => Woman.Ages.FindLast(age => age is { Voice: Voice.Woman, TakenBack: null });

    public bool IsHeld => Woman.Stays.Exists(stay => stay is { To: null, Ending: null });

    public HeldTime? Held => Woman.Stays.Count == 0 ? null : HeldTime.Of(Woman.Stays, Today);

    /// <summary>Which of her answers this file needed.</summary>
    public string? Consented => Join(NeededConsent.For(Surface.Csv, Told.Audience).Order().Select(purpose => Of(purpose)));

    private IEnumerable<LabelInCase> Standing => Woman.Labels.Where(label => label.TakenBack is null);

    private static DateOnly DayOf(LabelInCase label) => label.On is { Precision: not DatePrecision.Unknown } on ? on.Latest : DateOnly.MinValue;
}

/// <summary>One time that somebody called her something.</summary>
internal sealed record LabelRow(HtcdsRow Of, int Number, LabelInCase Label);

/// <summary>
/// The case data standard of IOM, version 2.0: a row for each woman, and beside it all that she was called. The names of its columns are
/// those of the standard; nothing of its guidance is copied.
/// </summary>
internal static class HtcdsShapes
{
    public static TableShape<HtcdsRow> Women { get; } = new(
        "htcds",
        Field<HtcdsRow>.Closed("rd_person", row => row.Person, "A number that is made for this file alone.", "Names, birth date, phones and addresses (prs_FirstName and the like): never."),
        Field<HtcdsRow>.Closed("rd_raid_month", row => Month(row.Told.File.Raid.When?.Date), "Month of the raid."),
        Field<HtcdsRow>.Closed("rd_province", row => row.Told.File.Raid.Province, "Province of the raid, ISO 3166-2.", "The standard has no raid."),
        Field<HtcdsRow>.Closed("prs_PrimaryLanguage", row => row.FirstLanguage, "The first of her languages that ISO 639-2 has.", "Akha, Lahu and others that ISO 639-2 does not have: see rd_languages. Which language is her first is not recorded."),
        Field<HtcdsRow>.Closed("rd_languages", row => Join(row.Woman.Languages), "All that she speaks, ISO 639-3."),
        Field<HtcdsRow>.Typed("rd_nationality", row => Of(row.Woman.Nationality), "Nationality as she says it, where the audience may read it.", "prs_Nationality wants a country of ISO 3166; what she says is not turned into one."),
        Field<HtcdsRow>.Closed("rd_age", row => row.Age is { } age ? Range(age.Low, age.High) : null, "Her age at the raid by her own word.", "Other voices' ages: they stand in the HURIDOCS file."),
        Field<HtcdsRow>.Closed("vic_TraffickingStatus", row => row.Official is { } label ? StatusOf(label.Kind) : null, "Actual; Possible; Not a victim: the newest label by somebody else than her that says so. The standard's word, not ours.", "Other labels, such as witness or without papers: they stand in label_history."),
        Field<HtcdsRow>.Closed("vic_TraffickingStatusDecisionMakingOrg", row => row.Official is { } label ? OrganisationOf(label) : null, "Who called her so: Police; NGO; Court or prosecution; Non-police government; Other.", "Which agency it was: see the next column."),
        Field<HtcdsRow>.Closed("rd_status_by", row => row.Official?.By is { } by ? row.Words.Of(ListName.Agencies, by) : null, "The agency in our words."),
        Field<HtcdsRow>.Closed("rd_status_on", row => Date(row.Official?.On), "When, after ISO 8601-2."),
        Field<HtcdsRow>.Closed("rd_status_precision", row => Precision(row.Official?.On), "How closely the day is known."),
        Field<HtcdsRow>.Closed("rd_statuses_differ", row => row.Differ ? "yes" : "no", "yes: others called her different things. The history has all of them."),
        Field<HtcdsRow>.Closed("self_identified_status", row => row.Hers is { } hers ? StatusOf(hers.Kind) ?? row.Words.Of(ListName.LabelKinds, hers.Kind) : null, "What she calls herself: in the three words where they fit, else the label in ours. Not in the standard: it knows no word of hers."),
        Field<HtcdsRow>.Typed("rd_self_identified_words", row => Join([row.Hers?.Words, row.Official?.HerAnswer]), "Her own words, and what she answered to the label of others."),
        Field<HtcdsRow>.Closed("rd_self_identified_on", row => Date(row.Hers?.On ?? row.Hers?.ToldOn), "When she said it."),
        Field<HtcdsRow>.Closed("con_Consent", _ => "Yes", "Always Yes: a woman without it is not in the file."),
        Field<HtcdsRow>.Closed("rd_consent_purposes", row => row.Consented, "What she said yes to, as far as this file needed it.", "Her conditions, the day and how she was asked."),
        Field<HtcdsRow>.Closed("cas_Status", row => row.IsHeld ? "Active" : "FollowUp", "Active while she is held; FollowUp when no stay is open.", "Closed and ClosedReferred: the end of a case is not recorded."),
        Field<HtcdsRow>.Closed("rd_days_held", row => row.Held is { } held ? held.All.ToString() : null, "Days held until the day the file was made; two numbers where the dates leave room.", "The chain of places: it stands in the HURIDOCS file."),
        Field<HtcdsRow>.Closed("rd_days_without_paper", row => row.Held is { } held ? held.WithoutPaper.ToString() : null, "Of them, days for which no paper was seen."));

    public static TableShape<LabelRow> History { get; } = new(
        "label_history",
        Field<LabelRow>.Closed("rd_person", row => row.Of.Person, "As in the table htcds."),
        Field<LabelRow>.Closed("rd_number", row => Number(row.Number), "1, 2, 3, ... in the order of days."),
        Field<LabelRow>.Closed("rd_label", row => row.Of.Words.Of(ListName.LabelKinds, row.Label.Kind), "The label in our words."),
        Field<LabelRow>.Closed("vic_TraffickingStatus", row => StatusOf(row.Label.Kind), "The word of the standard, where it has one."),
        Field<LabelRow>.Closed("vic_TraffickingStatusDecisionMakingOrg", row => row.Label.Voice == Voice.Woman ? null : OrganisationOf(row.Label), "The standard's word for who called her so; empty for herself."),
        Field<LabelRow>.Closed("rd_by", row => row.Label.By is { } by ? row.Of.Words.Of(ListName.Agencies, by) : null, "The agency in our words."),
        Field<LabelRow>.Closed("rd_voice", row => Of(row.Label.Voice), "Who says that she was called so."),
        Field<LabelRow>.Closed("rd_on", row => Date(row.Label.On), "When, after ISO 8601-2."),
        Field<LabelRow>.Closed("rd_on_precision", row => Precision(row.Label.On), "How closely the day is known."),
        Field<LabelRow>.Typed("rd_words", row => row.Label.Words, "The words that were used."),
        Field<LabelRow>.Typed("rd_basis", row => row.Label.Basis, "On what basis."),
        Field<LabelRow>.Typed("rd_her_answer", row => row.Label.HerAnswer, "What she says to it."),
        Field<LabelRow>.Closed("rd_challenged", row => Of(row.Label.Challenged), "Was it challenged?", "Source, reliability, and what was taken back."));

    public static IReadOnlyList<ITableShape> All { get; } = [Women, History];

    public static IReadOnlyList<Table> Write(IReadOnlyList<Disclosed> raids, StandardWords words, DateOnly today)
    {
        var women = raids.SelectMany(told => told.File.Women.Select(woman => new HtcdsRow(told, woman, words, today))).ToList();
        var labels = women.SelectMany(row => row.Woman.Labels.Where(label => label.TakenBack is null)
            .OrderBy(label => label.On is { Precision: not DatePrecision.Unknown } on ? on.Earliest : DateOnly.MaxValue)
            .Select((label, index) => new LabelRow(row, index + 1, label)));
        return [Women.Of(women), History.Of(labels)];
    }

    /// <summary>The standard's three words; null for a label that is about something else.</summary>
    public static string? StatusOf(string kind) => kind switch
    {
        "victim" => "Actual",
        "possible-victim" => "Possible",
        "not-a-victim" => "Not a victim",
        _ => null,
    };

    public static string OrganisationOf(LabelFacts label) => (label.By, label.Voice) switch
    {
        ("local-police" or "anti-trafficking-police" or "provincial-police" or "foreign-police" or "dsi", _) => "Police",
        ("ngo-staff", _) or (null, Voice.Ngo) => "NGO",
        ("prosecutor" or "court", _) => "Court or prosecution",
        ("immigration" or "soldiers" or "social-workers" or "welfare-ministry" or "labour-officials" or "district-officials" or "prison-staff" or "shelter-staff" or "embassy", _) => "Non-police government",
        _ => "Other",
    };

    private static string? Month(PartialDate? date) => date is null or { Precision: DatePrecision.Unknown } ? null : PartialDate.OfMonths(date.Earliest, date.Latest).Edtf;
}
