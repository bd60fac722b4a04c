namespace RaidDocs.Documents.CaseStudies;

/// <summary>One section of the chapter. It always prints its heading: with its data, its blanks, or the reason why it is left out.</summary>
public abstract record Section
{
    /// <summary>What is missing, each in a sentence: "Nobody has been asked who interpreted at the hospital."</summary>
    public IReadOnlyList<string> Blanks { get; init; } = [];

    /// <summary>Why this audience does not see the section. With a reason nothing else of the section prints, whatever it holds.</summary>
    public string? LeftOut { get; init; }

    /// <summary>What was said or done that belongs here, line by line; printed after the rest of the section.</summary>
    public IReadOnlyList<Line> Told { get; init; } = [];

    /// <summary>Nothing is recorded here but perhaps what was told.</summary>
    public abstract bool IsEmpty { get; }
}

/// <summary>What one voice says: the value, whose version it is, the mark of its source ("S1"), when it was told.</summary>
public sealed record Claim(string Value, string Whose, string? Source = null, string? ToldOn = null, string? Note = null);

/// <summary>One question and every answer given to it: "How many were taken?" Police say 19, the women say 17; both stand.</summary>
public sealed record ClaimRow(string What, IReadOnlyList<Claim> Claims);

/// <summary>Something that was said or done, whose version it is and how it stands: agreed, disputed, one source.</summary>
public sealed record Line(string What, string Whose, string? Standing, IReadOnlyList<string> Sources)
{
    public string? When { get; init; }

    public IReadOnlyList<string> Women { get; init; } = [];
}
