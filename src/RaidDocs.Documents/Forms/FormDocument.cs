namespace RaidDocs.Documents.Forms;

/// <summary>
/// A form for a body or a court, filled from the record as far as that goes. It is printed as a page and written as a file for a word
/// processor; both hold the same rows.
/// </summary>
public sealed record FormDocument
{
    /// <summary>What stands where an answer is to be written in.</summary>
    public const string BlankLine = "______________________________";

    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }

    public required string Title { get; init; }

    /// <summary>At the head of each page: that it is a draft, that it is invented.</summary>
    public required string Mark { get; init; }

    /// <summary>Below the title: how it was made and what to do with it.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    public required IReadOnlyList<FormSection> Sections { get; init; }

    public required string BlanksHeading { get; init; }

    /// <summary>What stands there when nothing is blank.</summary>
    public required string NoBlanks { get; init; }

    public required string PageWord { get; init; }

    public required string OfWord { get; init; }

    /// <summary>What is still to be filled in, in the order of the form: where, and what.</summary>
    public IReadOnlyList<FormBlank> Blanks
    {
        get
        {
            var blanks = new List<FormBlank>();
            var under = new string?[FormSection.Deepest + 1];
            foreach (var section in Sections)
            {
                under[section.Level] = section.Heading;
                Array.Fill(under, null, section.Level + 1, FormSection.Deepest - section.Level);
                var where = string.Join(", ", under.OfType<string>());
                blanks.AddRange(section.Rows.Where(row => row.IsBlank).Select(row => new FormBlank(where, row.Label)));
            }

            return blanks;
        }
    }
}

/// <param name="Where">The headings above it.</param>
/// <param name="Label">What is asked.</param>
public sealed record FormBlank(string Where, string Label);

/// <param name="Level">2 for a part of the form, 3 for what is below it.</param>
/// <param name="Heading">As it stands there.</param>
/// <param name="Rows">What is asked, and what the record answers.</param>
public sealed record FormSection(int Level, string Heading, IReadOnlyList<FormRow> Rows)
{
    public const int Deepest = 4;

    /// <summary>How this part is to be read or filled.</summary>
    public string? Guide { get; init; }

    /// <summary>Sentences below the rows.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];
}

/// <param name="Label">What is asked.</param>
/// <param name="Answers">Each voice its own; none is a blank.</param>
public sealed record FormRow(string Label, IReadOnlyList<FormAnswer> Answers)
{
    /// <summary>What the person who fills it in must know.</summary>
    public string? Note { get; init; }

    public bool IsBlank => Answers.Count == 0;
}

/// <param name="Text">What is answered.</param>
/// <param name="Whose">Whose version it is and where it comes from: "the woman, S1".</param>
/// <param name="Lang">BCP 47; null when it is in the language of the form.</param>
public sealed record FormAnswer(string Text, string? Whose = null, string? Lang = null);
