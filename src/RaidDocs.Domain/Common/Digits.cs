using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace RaidDocs.Domain.Common;

/// <summary>
/// Numbers as people type them: Thai, Burmese, Shan, Lao, Khmer, Arabic or full-width digits.
/// No culture is asked, because some of them read "1.5" as 15.
/// </summary>
public static partial class Digits
{
    /// <summary>The same text with each decimal digit of any script as 0-9.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var folded = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var isDigit = CharUnicodeInfo.GetUnicodeCategory(text, at) == UnicodeCategory.DecimalDigitNumber;
            folded.Append(isDigit ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(text, at)) : text[at]);
            if (isDigit && char.IsSurrogatePair(text, at))
            {
                at++;
            }
        }

        return folded.ToString();
    }

    /// <summary>Reads a whole number such as "17", "๑๗" or "1,000"; anything with a sign, a point or a loose comma is refused.</summary>
    public static bool TryWhole([NotNullWhen(true)] string? typed, out int value)
    {
        value = 0;
        var folded = Fold(PlainText.WithoutInvisible(typed ?? "")).Trim();
        return Whole().IsMatch(folded)
            && int.TryParse(folded.Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    [GeneratedRegex(@"\A([0-9]+|[1-9][0-9]{0,2}(,[0-9]{3})+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
