using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Search;

/// <summary>What was asked for: all terms must be in one record. A term is found anywhere in a word.</summary>
public sealed class SearchTerms
{
    /// <summary>Longer text is not asked for by anybody.</summary>
    public const int MostLetters = 200;

    // The index knows nothing shorter.
    private const int IndexedLetters = 3;

    private const int MostAsked = 6;

    private SearchTerms(IReadOnlyList<string> all) => All = all;

    /// <summary>Folded.</summary>
    public IReadOnlyList<string> All { get; }

    /// <summary>Those that the index of letters knows, the longest first.</summary>
    internal IEnumerable<string> Indexed => All.Where(term => !IsShort(term)).OrderByDescending(term => term.Length);

    /// <summary>Those of one or two letters.</summary>
    internal IEnumerable<string> Short => All.Where(term => IsShort(term));

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

    private static bool IsShort(string term) => term.EnumerateRunes().Take(IndexedLetters).Count() < IndexedLetters;

    /// <summary>Three letters after three letters of a word, and its last three: enough of them to find the rows that may hold it.</summary>
    internal static IEnumerable<string> LettersOf(string term) => LettersOf(term, IndexedLetters);

    /// <summary>The three letters from each letter of a word on; of a very long word, those of its beginning.</summary>
    internal static IEnumerable<string> EveryLetterOf(string term) => LettersOf(term, 1);

    private static IEnumerable<string> LettersOf(string term, int step)
    {
        var runes = term.EnumerateRunes().ToArray();
        var last = runes.Length - IndexedLetters;
        return Enumerable.Range(0, MostAsked * IndexedLetters / step).Select(number => Math.Min(number * step, last)).Distinct()
            .Select(at => string.Concat(runes.Skip(at).Take(IndexedLetters)));
    }
}
