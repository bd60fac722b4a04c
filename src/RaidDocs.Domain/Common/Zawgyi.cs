using System.Text.RegularExpressions;

namespace RaidDocs.Domain.Common;

/// <summary>
/// Tells whether a text was probably typed in Zawgyi, an older way of writing Burmese in which the same code points stand
/// for other letters. It is a guess from the order of letters, and only ever a question to the person who typed it.
/// </summary>
public static partial class Zawgyi
{
    // One sign may be a slip; a text in Zawgyi has one in every second word.
    private const double Share = 0.1;

    public static bool IsLikely(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return false;
        }

        var letters = text.Count(letter => letter is >= '\u1000' and <= '\u102A');
        return letters > 0 && Signs().Count(text) > letters * Share;
    }

    // What no text in Unicode has, in Burmese, Shan, Mon or Karen: the vowel E or a medial that follows no consonant (Zawgyi
    // types them before it), and a virama under which nothing is stacked (Zawgyi's stroke at the end of a syllable).
    [GeneratedRegex("(?<![\\u1000-\\u102A\\u1039\\u103B-\\u103F\\u105A-\\u1061\\u1065\\u1066\\u106E-\\u1070\\u1075-\\u1082\\u108E])[\\u1031\\u103B]|\\u1039(?![\\u1000-\\u1021\\u103F])")]
    private static partial Regex Signs();
}
