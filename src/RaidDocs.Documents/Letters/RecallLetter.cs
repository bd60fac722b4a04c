namespace RaidDocs.Documents.Letters;

/// <summary>Asks somebody to give back a document. It says nothing of whom the document tells.</summary>
public sealed record RecallLetter
{
    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }

    public required string Title { get; init; }

    public required string To { get; init; }

    /// <summary>In words.</summary>
    public required string Date { get; init; }

    public required IReadOnlyList<string> Paragraphs { get; init; }

    /// <summary>By which the document is known.</summary>
    public required string FileMark { get; init; }

    /// <summary>Under the line to sign on.</summary>
    public required string Sign { get; init; }

    /// <summary>What comes back filled in.</summary>
    public required string Answer { get; init; }
}
