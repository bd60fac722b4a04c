using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Disclosure.Bundles;

namespace RaidDocs.Domain.Disclosure;

/// <summary>
/// What of one case may leave for one audience. Only the gate makes it, and every document is written from it: what is not
/// in it cannot be printed.
/// </summary>
public sealed class Disclosed
{
    internal Disclosed(Audience audience, string? forWhom, CaseFile file, int womenInAll, IReadOnlyList<QuotedTestimony> quotes)
    {
        Audience = audience;
        ForWhom = forWhom;
        File = file;
        WomenInAll = womenInAll;
        Quotes = quotes;
    }

    public Guid RaidId { get; private set; }

    public AnswersAsOf? AsOf { get; private set; }

    public Audience Audience { get; }

    /// <summary>The partner or body by name; null for the others.</summary>
    public string? ForWhom { get; }

    /// <summary>The case with what is allowed and nothing else. Its testimonies are empty: words stand in <see cref="Quotes"/>.</summary>
    public CaseFile File { get; }

    /// <summary>How many women of the raid have a code, also those of whom nothing is told.</summary>
    public int WomenInAll { get; }

    public IReadOnlyList<QuotedTestimony> Quotes { get; }

    /// <summary>How many testimonies the case has, also those that are not quoted.</summary>
    public int TestimoniesInAll { get; internal init; }

    /// <summary>How many broken rights the case has, also those that nobody has agreed to and those about women of whom nothing is told.</summary>
    public int ViolationsInAll { get; internal init; }

    /// <summary>How many broken rights are left out because no second person has agreed to them, and for nothing else.</summary>
    public int ViolationsNotAgreed { get; internal init; }

    /// <summary>How many court cases there are, also those about women of whom nothing is told.</summary>
    public int CourtCasesInAll { get; internal init; }

    /// <summary>Which lines of the chronology, by their place in the file, name only women of whom nothing is told.</summary>
    internal HashSet<int> LinesOfOthers { get; init; } = [];

    /// <summary>For a case file: who is who.</summary>
    public IReadOnlyList<PersonTold> Persons { get; internal init; } = [];

    /// <summary>For a case file: the words that its maker hid, and in how many places.</summary>
    public IReadOnlyList<HiddenWord> Hidden { get; internal init; } = [];

    public IReadOnlyList<LeftOut> LeftOut { get; internal init; } = [];

    /// <summary>Texts that must not be found in what is printed.</summary>
    public IReadOnlyList<WithheldText> Withheld { get; internal init; } = [];

    /// <summary>A name of a woman in what somebody wrote. The document cannot be made before it is written without it.</summary>
    public IReadOnlyList<CaseText> NamesInTexts { get; internal init; } = [];

    /// <summary>What is in it, by the codes of the case: for the list of what left.</summary>
    public IReadOnlyList<DisclosedPart> Parts { get; internal init; } = [];

    internal Disclosed Of(Guid raidId, AnswersAsOf asOf)
    {
        (RaidId, AsOf) = (raidId, asOf);
        return this;
    }

    /// <summary>A number of women out of so many, or null where it would tell one woman from the others.</summary>
    public int? Tell(int count, int of) => Audience.Tell(count, of);
}

/// <summary>Words that may be printed, under a code that is made for this document alone.</summary>
public sealed record QuotedTestimony(string Speaker, string? UnderTheName, TestimonyInCase Told);

/// <summary>That a document tells of a woman, or quotes her.</summary>
/// <param name="Woman">Her code in the case, W07.</param>
/// <param name="Testimony">T3; null for what is recorded of her.</param>
/// <param name="Passages">The numbers of the passages that are quoted.</param>
public sealed record DisclosedPart(string Woman, string? Testimony, IReadOnlyList<int> Passages);

/// <summary>A text that this audience may not read.</summary>
/// <param name="Place">Where it stands in the case.</param>
/// <param name="Text">What is looked for. It is never shown or logged.</param>
/// <param name="Kind">How it is looked for.</param>
public sealed record WithheldText(string Place, string Text, WithheldKind Kind);

public enum WithheldKind
{
    Text,

    /// <summary>A name of a woman, or a part of one: also where it stands in an allowed text.</summary>
    Name,

    /// <summary>A code of a woman, as a word of its own.</summary>
    Code,

    /// <summary>A word that the maker hides: as a word of its own where its script has spaces, whatever its case.</summary>
    Word,

    /// <summary>A day, as 2025-03-12: however it is written, in full.</summary>
    Day,
}
