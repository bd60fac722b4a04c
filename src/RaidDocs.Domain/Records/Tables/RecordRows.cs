using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Importing;
using RaidDocs.Domain.Women;

namespace RaidDocs.Domain.Records.Tables;

/// <summary>A raid, and what a file once said of it that no field holds.</summary>
internal sealed class RaidRow(CaseFile file)
{
    private static readonly string[] Kept = ["ended_at", "latitude", "longitude", "lead_agency", "warrant_shown", "media_present", "entrapment_used", "status"];

    private readonly Dictionary<string, string> _said = FileNote.Lines(
        file.Sources.Find(source => source.Kind == Sources.SourceKind.Other && source.Title.StartsWith(TableImport.SourceTitle, StringComparison.Ordinal))?.Note, Kept);

    public RaidInCase Raid => file.Raid;

    public string? Said(string column) => TableCells.Text(_said.GetValueOrDefault(column));

    public string? Answered(string column) => Said(column) is { } answer && TableCells.IsAnswer(answer) ? answer : null;

    /// <summary>Only if it is the first of those who came.</summary>
    public string? Lead => Said("lead_agency") is { } lead && Raid.Agencies is [var first, ..] && (ImportTables.Codes["agency"].GetValueOrDefault(lead) ?? lead) == first ? lead : null;

    public string? Status => file.Invented ? "INVENTED" : Said("status");

    public CountInCase? Officers { get; } = One(file, Raids.CountOf.OfficersWhoCame);

    public CountInCase? Taken { get; } = One(file, Raids.CountOf.WomenTaken);

    public PartialDate? ToldOn => RecordRows.OneDay([Officers, Taken]);

    // Several voices that say several numbers are none.
    private static CountInCase? One(CaseFile file, Raids.CountOf of)
    {
        var said = file.Counts.FindAll(count => count.Of == of && count.TakenBack is null);
        return said.Count > 0 && said.TrueForAll(count => count is { High: null, About: false } && count.Low == said[0].Low) ? said[0] : null;
    }
}

/// <summary>A woman, from each raid in which she was.</summary>
/// <param name="Id">Her code in the first of them.</param>
/// <param name="In">The first raid first.</param>
/// <param name="Consent">The word for what she allows in all of them.</param>
internal sealed record WomanRow(string Id, IReadOnlyList<WomanInCase> In, string? Consent)
{
    public WomanInCase Woman => In[^1];

    /// <summary>What she is called, then other spellings. Names on papers are in no table.</summary>
    public IReadOnlyList<NameInCase> Names { get; } =
    [
        .. In.SelectMany(woman => woman.Names).Where(name => name.TakenBack is null && name.Kind != NameKind.OnPapers)
            .OrderBy(name => name.Kind).DistinctBy(name => name.Text).Take(2),
    ];

    /// <summary>Her own word first. An age that the columns would give to another voice is left out.</summary>
    public AgeInCase? Age { get; } = In.SelectMany(woman => woman.Ages)
        .Where(age => age.TakenBack is null && (age.High is null || BornOf(age) is not null) && TableImport.VoiceOf(BasisOf(age)) == age.Voice)
        .OrderBy(age => age.Voice == Voice.Woman ? 0 : 1).FirstOrDefault();

    public string? Born => Age is null ? null : BornOf(Age);

    public string? Basis => Age is null ? null : BasisOf(Age);

    /// <summary>Also the labels get this day when the row is brought in.</summary>
    public PartialDate? ToldOn => RecordRows.OneDay([.. Names, Age, .. In.Select(PairRow.LabelOf)]);

    private static string? BasisOf(AgeInCase age) => age.Method ?? age.Voice switch
    {
        Voice.Woman => "her-word",
        Voice.Family => "family-word",
        _ => null,
    };

    private static string? BornOf(AgeInCase age) =>
        age.Note is { } note && note.StartsWith(TableImport.BornNote, StringComparison.Ordinal) && note[TableImport.BornNote.Length..] is { Length: 4 } year && year.All(char.IsAsciiDigit) ? year : null;
}

/// <summary>A woman in a raid.</summary>
internal sealed record PairRow(string Raid, string Woman, WomanInCase In)
{
    /// <summary>What the authorities called her, if it was always the same; null where none said so.</summary>
    public static LabelInCase? LabelOf(WomanInCase woman)
    {
        var said = woman.Labels.FindAll(label => label.TakenBack is null && label.Voice == Voice.Authority && label.Kind is "victim" or "not-a-victim");
        return said.Count > 0 && said.TrueForAll(label => label.Kind == said[0].Kind) ? said[0] : null;
    }
}

/// <summary>A stay, with its note apart from what the table import had put into it.</summary>
internal sealed class StayRow
{
    public StayRow(string raid, string woman, string id, StayInCase stay)
    {
        (Raid, Woman, Id, Stay) = (raid, woman, id, stay);
        var note = stay.Note;
        Outcome = FileNote.Take(ref note, "outcome", code => ImportTables.Codes["stay_outcome"].TryGetValue(code, out var how) && how == (stay.Ending?.ToString() ?? ""))
            ?? EndingOf(stay.Ending);
        Consented = FileNote.Take(ref note, "consented", TableCells.IsAnswer);
        Note = note;
    }

    public string Raid { get; }

    public string Woman { get; }

    public string Id { get; }

    public StayInCase Stay { get; }

    public string? Outcome { get; }

    public string? Consented { get; }

    public string? Note { get; }

    private static string? EndingOf(Stays.StayEnd? ending) => ending switch
    {
        null => null,
        Stays.StayEnd.SentAcross => "SENT_ACROSS",
        Stays.StayEnd.Deported => "DEPORTED",
        _ => TableCells.Code("stay_outcome", ending.ToString()),
    };
}

/// <summary>A day in court for one of the women of its case.</summary>
internal sealed class HearingRow
{
    public HearingRow(string raid, string woman, string id, CourtCaseInCase @case, HearingInCase day)
    {
        (Raid, Woman, Id, Court, Day) = (raid, woman, id, @case.Court, day);
        var note = day.Note;
        Outcome = FileNote.Take(ref note, "outcome", code => ImportTables.Codes["hearing_outcome"].TryGetValue(code, out var said) && said == SaidOf(day)) ?? CodeOf(day);
        Note = note;
    }

    public string Raid { get; }

    public string Woman { get; }

    public string Id { get; }

    public string? Court { get; }

    public HearingInCase Day { get; }

    public string? Outcome { get; }

    public string? Note { get; }

    // Words for which there is no code are left out, what became of the day is not.
    private static string? CodeOf(HearingInCase day) => day.Result is null ? null
        : ImportTables.Codes["hearing_outcome"].FirstOrDefault(code => code.Value == SaidOf(day)).Key
            ?? ImportTables.Codes["hearing_outcome"].First(code => code.Value == day.Result.ToString()).Key;

    private static string SaidOf(HearingInCase day) => day.Outcome is null ? day.Result?.ToString() ?? "" : $"{day.Result}: {day.Outcome}";
}

/// <summary>A broken right, for one woman or for all of the raid.</summary>
internal sealed class ViolationRow
{
    private readonly Dictionary<string, string> _said;

    public ViolationRow(string raid, string? woman, string id, ViolationInCase one, IReadOnlySet<string> stays)
    {
        (Raid, Woman, Id, One) = (raid, woman, id, one);
        _said = FileNote.Lines(one.Note, "violation_type", "severity", "stay_id");
        Act = _said.GetValueOrDefault("violation_type") is { } code && ImportTables.Codes["violation_type"].GetValueOrDefault(code) == one.Act ? code : one.Act;
        Stay = _said.GetValueOrDefault("stay_id") is { } stay && stays.Contains(stay) ? stay : null;
        Severity = _said.GetValueOrDefault("severity") is { } typed && Digits.TryWhole(typed, out var number) && number <= 10 ? typed : null;
    }

    public string Raid { get; }

    public string? Woman { get; }

    public string Id { get; }

    public ViolationInCase One { get; }

    public string Act { get; }

    public string? Stay { get; }

    public string? Severity { get; }

    public string? Articles => TableCells.Text(string.Join('|', One.Articles.Select(TableCells.Article).OfType<string>()));
}

/// <summary>What one woman told.</summary>
internal sealed class TestimonyRow
{
    public TestimonyRow(string raid, string woman, TestimonyInCase told, string? consent)
    {
        (Raid, Woman, Told, Consent) = (raid, woman, told, consent);
        var note = told.Note;
        Language = told.Language is null ? FileNote.Take(ref note, "language", code => code == "mixed") : TableCells.Code("language", told.Language);
        Note = note;
    }

    public string Raid { get; }

    public string Woman { get; }

    public TestimonyInCase Told { get; }

    public string? Consent { get; }

    public string? Language { get; }

    public string? Note { get; }

    /// <summary>An empty line between passages, and wherever one of them has one.</summary>
    public string Text => string.Join("\n\n", Told.Passages.SelectMany(passage => TableImport.Passages(passage.Text)).Select(passage => passage.Text));
}

internal static class RecordRows
{
    /// <summary>Null unless all of them were told on one and the same day.</summary>
    public static PartialDate? OneDay(IEnumerable<Told?> told)
    {
        var days = told.OfType<Told>().Select(one => TableCells.Day(one.ToldOn)).Distinct().ToList();
        return days is [not null] ? told.OfType<Told>().First().ToldOn : null;
    }
}
