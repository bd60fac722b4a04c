namespace RaidDocs.Documents.CaseStudies;

/// <summary>Where they were held: the chart of every woman's stays, and the table behind it.</summary>
public sealed record WhereHeld(HeldChart? Chart, IReadOnlyList<HeldStay> Stays) : Section
{
    /// <summary>Sentences before the chart: how many days together, the longest, who is still held.</summary>
    public IReadOnlyList<string> Summary { get; init; } = [];

    /// <summary>Time limits that passed with no paper seen.</summary>
    public IReadOnlyList<ClockRow> Clocks { get; init; } = [];

    /// <summary>What to know before reading them.</summary>
    public IReadOnlyList<string> ClockNotes { get; init; } = [];

    public override bool IsEmpty => (Chart is null || Chart.Rows.Count == 0) && Stays.Count == 0;
}

/// <summary>A time limit that passed: the rule, the sum, where the rule stands and how sure it is. How many, or which women.</summary>
public sealed record ClockRow(
    string Rule, string? Sum, string Basis, string? HowMany, IReadOnlyList<string> Women, IReadOnlyList<string> Sources);

/// <summary>The chart from its first day to its last, one row a woman.</summary>
public sealed record HeldChart(IReadOnlyList<HeldRow> Rows, DateOnly From, DateOnly To);

/// <summary>One woman's stays and how many days they make: "619" or "610 to 640".</summary>
public sealed record HeldRow(string Code, IReadOnlyList<HeldBar> Bars, string Days);

/// <summary>
/// One stay between its four dates. Where the first two or the last two differ, that end is uncertain and drawn so.
/// An open stay goes on past the chart. KindKey is one of <see cref="HeldKinds"/>.
/// </summary>
public sealed record HeldBar(
    DateOnly EarliestFrom, DateOnly LatestFrom, DateOnly EarliestTo, DateOnly LatestTo, bool Open, string Place, string KindKey);

/// <summary>One stay as a row. Women whose stays were the same may share it; a gap is a row whose place is not known.</summary>
public sealed record HeldStay(IReadOnlyList<string> Women, string Place, string From, string To, string Days)
{
    /// <summary>On what ground they were held, as the authorities gave it.</summary>
    public string? Ground { get; init; }

    /// <summary>Which paper was seen for it.</summary>
    public string? Paper { get; init; }

    /// <summary>Family, lawyer, organisation, embassy: who could reach them.</summary>
    public string? Contact { get; init; }

    /// <summary>Who told it, how she was moved, what it was like.</summary>
    public string? Note { get; init; }

    public IReadOnlyList<string> Sources { get; init; } = [];
}

/// <summary>The kinds of place the chart tells apart, each by a pattern and a letter so that it prints in grey.</summary>
public static class HeldKinds
{
    public const string Police = "police";
    public const string ClosedShelter = "closed-shelter";
    public const string OpenShelter = "open-shelter";
    public const string Immigration = "immigration";
    public const string Hospital = "hospital";
    public const string Prison = "prison";
    public const string Court = "court";
    public const string Other = "other";

    /// <summary>Key, letter and English name, in the order of the legend.</summary>
    internal static IReadOnlyList<(string Key, string Letter, string Name)> All { get; } =
    [
        (Police, "P", "Police station"),
        (ClosedShelter, "S", "Closed shelter: she may not leave"),
        (OpenShelter, "O", "Open shelter"),
        (Immigration, "I", "Immigration detention"),
        (Hospital, "H", "Hospital"),
        (Prison, "J", "Prison"),
        (Court, "C", "Court cell"),
        (Other, "X", "Another place"),
    ];

    internal static (string Key, string Letter, string Name) Of(string key) =>
        All.FirstOrDefault(kind => kind.Key == key, All[^1]);
}

/// <summary>Which languages the women speak, and in which they were spoken to.</summary>
public sealed record Interpreters(IReadOnlyList<InterpreterRow> Rows) : Section
{
    public override bool IsEmpty => Rows.Count == 0;
}

/// <summary>One occasion: what the women spoke, what was spoken to them, by which interpreter.</summary>
public sealed record InterpreterRow(
    string Occasion, string TheySpoke, string SpokenToThem, string Interpreter, string Whose, IReadOnlyList<string> Sources)
{
    public string? When { get; init; }

    public IReadOnlyList<string> Women { get; init; } = [];

    public string? Note { get; init; }
}

/// <summary>The court cases that came of the raid.</summary>
public sealed record InCourt(IReadOnlyList<CourtRecord> Cases) : Section
{
    public override bool IsEmpty => Cases.Count == 0;
}

/// <summary>One case: against whom, the women's roles in it, hearings and orders.</summary>
public sealed record CourtRecord(
    string Number, string Court, string Kind, IReadOnlyList<CourtRole> Roles, IReadOnlyList<CourtHearing> Hearings,
    IReadOnlyList<CourtOrder> Orders)
{
    public string? Note { get; init; }
}

/// <summary>"Witness": W03, W05.</summary>
public sealed record CourtRole(string Role, IReadOnlyList<string> Women);

public sealed record CourtHearing(string When, string What, string? Outcome, string? Next, IReadOnlyList<string> Sources);

public sealed record CourtOrder(string When, string What, string? CarriedOut, IReadOnlyList<string> Sources);

/// <summary>Where the women are on one day.</summary>
public sealed record WhereNow(string On, IReadOnlyList<NowRow> Rows) : Section
{
    public override bool IsEmpty => Rows.Count == 0;
}

/// <summary>Who is at one place. How many is left out of a row that adds something about women counted elsewhere.</summary>
public sealed record NowRow(
    string? HowMany, IReadOnlyList<string> Women, string Where, string Whose, IReadOnlyList<string> Sources);
