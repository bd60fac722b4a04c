using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace RaidDocs.Domain.Common;

/// <summary>
/// Text as the index holds it and as a query asks for it; what was typed is kept as it was typed.
/// SQLite and PostgreSQL disagree on case and accents, so neither is asked to ignore them.
/// </summary>
public static partial class SearchText
{
    private const char BurmeseZero = '\u1040';
    private const char BurmeseWa = '\u101D';

    /// <summary>Lower case, no Latin accents, digits of any script as 0-9, nothing invisible, vowels and tones in one order.</summary>
    public static string Fold(params IEnumerable<string> parts)
    {
        // Lower case after form KD, which can bring out new capitals: the sign for "trade mark" becomes TM.
        var letters = PlainText.Normalized(string.Join(' ', parts), NormalizationForm.FormKD).ToLowerInvariant();
        var folded = new StringBuilder(letters.Length);
        for (var at = 0; at < letters.Length; at++)
        {
            var letter = letters[at];
            if (IsLatinAccent(letter) || PlainText.IsInvisible(letter) || IsSilent(letter))
            {
                continue;
            }

            folded.Append(letter switch
            {
                < '\u0080' => letter,
                BurmeseZero when IsWa(letters, at) => BurmeseWa,
                _ when char.IsDigit(letter) => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(letter)),
                _ => letter,
            });
        }

        return LetterOrder.Settle(folded.ToString().Normalize(NormalizationForm.FormKC));
    }

    /// <summary>
    /// Folded text without the spaces between letters of scripts that write none: some people put one between syllables, and a word is one
    /// word all the same. White space of any kind and length is one space elsewhere.
    /// </summary>
    public static string Joined(string folded)
    {
        var joined = folded.AsSpan().ContainsAnyInRange('\u0E00', '\uAA7F') ? SpacesInside().Replace(folded, "") : folded;
        return HasWideSpaces(joined) ? Spaces().Replace(joined, " ") : joined;
    }

    // Anything but one space between words. Most texts have none.
    private static bool HasWideSpaces(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsWhiteSpace(text[at]) && (text[at] != ' ' || (at > 0 && text[at - 1] == ' ')))
            {
                return true;
            }
        }

        return false;
    }

    // Only this block: Thai, Lao, Khmer, Burmese and Shan vowels and tones are marks too, and carry the meaning.
    private static bool IsLatinAccent(char letter) => letter is >= '\u0300' and <= '\u036F';

    // Khmer vowels that are not written, and the signs that choose how an emoji looks.
    private static bool IsSilent(char letter) => letter is '\u17B4' or '\u17B5' or >= '\uFE00' and <= '\uFE0F';

    // The digit zero and the letter wa look alike. Only the letter carries a vowel, or stands within a word.
    private static bool IsWa(string letters, int at)
    {
        var (before, after) = (at > 0 ? letters[at - 1] : ' ', at + 1 < letters.Length ? letters[at + 1] : ' ');
        return IsBurmeseMark(after) || ((IsBurmeseLetter(before) || IsBurmeseMark(before)) && IsBurmeseLetter(after));
    }

    private static bool IsBurmeseMark(char letter) => letter is >= '\u102B' and <= '\u103E' and not '\u1039';

    private static bool IsBurmeseLetter(char letter) => letter is >= '\u1000' and <= '\u102A' or '\u103F';

    [GeneratedRegex(@"(?<=[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\uAA60-\uAA7F])\s+(?=[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\uAA60-\uAA7F])")]
    private static partial Regex SpacesInside();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
