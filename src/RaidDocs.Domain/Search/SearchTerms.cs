using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Search;

/// <summary>What was asked for: all terms must be in one record. A term is found anywhere in a word.</summary>
public sealed class SearchTerms
{
    /// <summary>Longer text is not asked for by anybody.</summary>
    public const int MostLetters = 200;

    // The index knows nothing shorter.
    private const int IndexedLetters = 3;

    private SearchTerms(IReadOnlyList<string> all) => All = all;

    /// <summary>Folded.</summary>
    public IReadOnlyList<string> All { get; }

    /// <summary>Those that the index of letters can find by itself, the longest first.</summary>
    internal IEnumerable<string> Indexed => All.Where(IsIndexed).OrderByDescending(term => term.Length);

    internal IEnumerable<string> Others => All.Where(term => !IsIndexed(term));

    /// <summary>None where nothing was typed that could be looked for.</summary>
    public static SearchTerms Read(string? typed)
    {
        var plain = string.Concat((typed ?? "").Select(letter => char.IsControl(letter) ? ' ' : letter));
        var terms = OtherForms.InQuery(plain)
            .Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)
            .Select(word => SearchText.Fold(word.Trim('"', '\u201C', '\u201D')).Trim())
            .Where(term => term.Length > 0)
            .Distinct(StringComparer.Ordinal);
        return new([.. terms]);
    }

    // The index takes % and _ for wildcards.
    private static bool IsIndexed(string term) =>
        !term.Contains('%', StringComparison.Ordinal) && !term.Contains('_', StringComparison.Ordinal) && term.EnumerateRunes().Take(IndexedLetters).Count() == IndexedLetters;
}
