namespace RaidDocs.Documents.Statements;

/// <summary>A statement for court: her words on the left pages, the translation on the right ones.</summary>
public sealed record StatementDocument
{
    // Two such pages never run over at the size of the print, in any of the scripts.
    private const int LettersOnAPage = 1300;

    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }

    public required string Title { get; init; }

    /// <summary>At the head of each page: that it is a draft; empty once it is locked.</summary>
    public required string Mark { get; init; }

    /// <summary>What stands on the first page: label and value.</summary>
    public required IReadOnlyList<(string Label, string Value)> Rows { get; init; }

    public required string OriginalHeading { get; init; }

    public required string TranslationHeading { get; init; }

    /// <summary>Where a paragraph has no translation.</summary>
    public required string NoTranslation { get; init; }

    public required IReadOnlyList<StatementParagraph> Paragraphs { get; init; }

    public required string CertificateHeading { get; init; }

    public required string Certificate { get; init; }

    public required string TruthHeading { get; init; }

    public required string Truth { get; init; }

    public required string ReadBack { get; init; }

    /// <summary>Under the box.</summary>
    public required string Sign { get; init; }

    /// <summary>Under the interpreter's line.</summary>
    public required string InterpreterSign { get; init; }

    public required string PageWord { get; init; }

    public required string OfWord { get; init; }

    /// <summary>The paragraphs of each pair of facing pages.</summary>
    public IReadOnlyList<IReadOnlyList<StatementParagraph>> Sheets()
    {
        var sheets = new List<List<StatementParagraph>>();
        var letters = 0;
        foreach (var paragraph in Paragraphs)
        {
            var more = Math.Max(paragraph.Text.Length, paragraph.Translation?.Length ?? 0) + 60;
            if (sheets.Count == 0 || letters + more > LettersOnAPage)
            {
                sheets.Add([]);
                letters = 0;
            }

            sheets[^1].Add(paragraph);
            letters += more;
        }

        return sheets;
    }
}

/// <param name="Number">The same on both pages.</param>
/// <param name="Text">As it was said.</param>
/// <param name="Lang">BCP 47.</param>
/// <param name="Translation">Null: none was made.</param>
/// <param name="TranslationLang">BCP 47.</param>
public sealed record StatementParagraph(int Number, string Text, string? Lang, string? Translation, string? TranslationLang);
