namespace RaidDocs.Documents.CaseStudies;

/// <summary>The box on the first page: when, where, who came, how many were taken, how many are still held.</summary>
public sealed record AtAGlance(IReadOnlyList<ClaimRow> Rows) : Section
{
    public override bool IsEmpty => Rows.Count == 0;
}

/// <summary>What led to the raid: who came, on what basis, what they called it.</summary>
public sealed record HowItBegan(IReadOnlyList<ClaimRow> Rows) : Section
{
    public override bool IsEmpty => Rows.Count == 0;
}

/// <summary>The night, hour by hour.</summary>
public sealed record TheNight(IReadOnlyList<NightLine> Lines) : Section
{
    public override bool IsEmpty => Lines.Count == 0;
}

/// <summary>One moment of the night in one voice. Two versions of a moment are two lines.</summary>
public sealed record NightLine(
    string When, string What, string Whose, string? Standing, IReadOnlyList<string> Sources, IReadOnlyList<string> Women);

/// <summary>Who was taken: the counts as claims, each woman by her code, and groups of whom nobody knows more than a number.</summary>
public sealed record WhoWasTaken(
    IReadOnlyList<ClaimRow> Counts, IReadOnlyList<TakenWoman> Women, IReadOnlyList<TakenGroup> Groups) : Section
{
    /// <summary>Do the women and groups add up to the number taken? "17 named + 2 unnamed = 19, as the police say."</summary>
    public string? Reckoning { get; init; }

    public override bool IsEmpty => Counts.Count == 0 && Women.Count == 0 && Groups.Count == 0;
}

/// <summary>One woman by her code. What this audience may not see is null; a column that is null for all is not printed.</summary>
public sealed record TakenWoman(string Code)
{
    /// <summary>Her own word for her work.</summary>
    public string? Work { get; init; }

    public string? From { get; init; }

    public string? Languages { get; init; }

    public string? Papers { get; init; }

    /// <summary>What she was doing there that night.</summary>
    public string? ThatNight { get; init; }

    /// <summary>How the raid ended for her.</summary>
    public string? HowItEnded { get; init; }
}

/// <summary>People counted but not known one by one.</summary>
public sealed record TakenGroup(string Who, string Number, string Whose, string? Source = null, string? Note = null);

/// <summary>How the women were sorted: what they were called, by whom, and what age was written down.</summary>
public sealed record Sorting(IReadOnlyList<WomanLabels> Labels, IReadOnlyList<WomanAges> Ages) : Section
{
    public override bool IsEmpty => Labels.Count == 0 && Ages.Count == 0;
}

/// <summary>What the authorities called her beside what she says she is. Women with the same labels may share a row.</summary>
public sealed record WomanLabels(
    IReadOnlyList<string> Women, IReadOnlyList<LabelLine> AuthoritySaid, IReadOnlyList<LabelLine> SheSaid);

/// <summary>A label is an event: what, by whom, when, on what basis, and whether she challenged it.</summary>
public sealed record LabelLine(
    string What, string Whose, string? When = null, string? Basis = null, string? Challenge = null, string? Source = null);

/// <summary>The age the authorities wrote beside the age she says.</summary>
public sealed record WomanAges(
    IReadOnlyList<string> Women, IReadOnlyList<AgeLine> AuthoritySaid, IReadOnlyList<AgeLine> SheSaid);

/// <summary>One age or range: who said it, how it was found ("wrist X-ray"), when.</summary>
public sealed record AgeLine(string Value, string Whose, string? Method = null, string? When = null, string? Source = null);

/// <summary>What was done to bodies, papers and things.</summary>
public sealed record Procedures(IReadOnlyList<ProcedureRow> Rows) : Section
{
    public override bool IsEmpty => Rows.Count == 0;
}

/// <summary>One test, search, photograph, signature or seizure.</summary>
public sealed record ProcedureRow(
    string What, IReadOnlyList<string> Women, string Whose, string? Standing, IReadOnlyList<string> Sources)
{
    public string? When { get; init; }

    public string? Where { get; init; }

    public string? ByWhom { get; init; }

    /// <summary>Did she agree, and was she asked: "No, she was not asked".</summary>
    public string? Agreed { get; init; }

    /// <summary>In which language it was explained.</summary>
    public string? Explained { get; init; }

    /// <summary>Was she told the result.</summary>
    public string? ResultTold { get; init; }

    /// <summary>What exactly was done.</summary>
    public string? Note { get; init; }

    /// <summary>Was what was taken given back.</summary>
    public string? GivenBack { get; init; }
}
