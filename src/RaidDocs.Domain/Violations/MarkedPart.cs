using System.Globalization;

namespace RaidDocs.Domain.Violations;

/// <summary>A part of a text, in UTF-16 units: from the first to before the last.</summary>
public readonly record struct MarkedPart(int From, int To)
{
    /// <summary>The part that these ends mean, never half a letter; null when they mean nothing or the whole text.</summary>
    public static MarkedPart? Within(string text, int? from, int? to)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (from is not { } low || to is not { } high || low < 0 || high > text.Length || low >= high)
        {
            return null;
        }

        // A consonant with its vowel and tone is one letter: whoever marks half of it means all of it.
        var letters = StringInfo.ParseCombiningCharacters(text);
        low = letters.Last(start => start <= low);
        high = letters.Where(start => start >= high).DefaultIfEmpty(text.Length).First();
        return low == 0 && high == text.Length ? null : new MarkedPart(low, high);
    }

    /// <summary>Where these words stand: at the place that was marked, else where they stand first.</summary>
    public static (bool Found, MarkedPart? Part) Find(string text, string words, int? near)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(words);
        var at = near is >= 0 && near <= text.Length - words.Length && string.CompareOrdinal(text, near.Value, words, 0, words.Length) == 0
            ? near.Value
            : text.IndexOf(words, StringComparison.Ordinal);
        return at < 0 ? (false, null) : (true, Within(text, at, at + words.Length));
    }

    /// <summary>The text cut where marks begin and end.</summary>
    public static IReadOnlyList<(string Text, bool IsMarked)> Cut(string text, IEnumerable<MarkedPart> parts)
    {
        ArgumentNullException.ThrowIfNull(text);
        var pieces = new List<(string Text, bool IsMarked)>();
        var at = 0;
        foreach (var part in parts.Where(part => part.From >= 0 && part.To <= text.Length).OrderBy(part => part.From).ThenBy(part => part.To))
        {
            if (part.To <= at)
            {
                continue;
            }

            var from = Math.Max(part.From, at);
            if (from > at)
            {
                pieces.Add((text[at..from], false));
            }

            pieces.Add((text[from..part.To], true));
            at = part.To;
        }

        if (at < text.Length)
        {
            pieces.Add((text[at..], false));
        }

        return pieces;
    }
}
