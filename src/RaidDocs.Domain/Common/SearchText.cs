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
    /// <summary>Lower case, no Latin accents, digits of any script as 0-9, nothing invisible, Thai in one order.</summary>
    public static string Fold(params IEnumerable<string> parts)
    {
        // Lower case after form KD, which can bring out new capitals: the sign for "trade mark" becomes TM.
        var letters = PlainText.Normalized(string.Join(' ', parts), NormalizationForm.FormKD)
            .ToLowerInvariant()
            .Where(letter => !IsLatinAccent(letter) && !PlainText.IsInvisible(letter))
            .Select(letter => char.IsDigit(letter) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(letter)) : letter);

        var folded = string.Concat(letters).Normalize(NormalizationForm.FormKC).Replace("\u0E40\u0E40", "\u0E41", StringComparison.Ordinal);
        return NikhahitBeforeTone().Replace(folded, "$1\u0E4D");
    }

    // Only this block: Thai, Lao, Khmer, Burmese and Shan vowels and tones are marks too, and carry the meaning.
    private static bool IsLatinAccent(char letter) => letter is >= '\u0300' and <= '\u036F';

    // Form KC takes sara am apart; a tone mark typed before or after it must not make two words.
    [GeneratedRegex("\u0E4D([\u0E48-\u0E4B])")]
    private static partial Regex NikhahitBeforeTone();
}
