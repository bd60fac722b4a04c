using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace RaidDocs.Family;

/// <summary>The sixteen digits a family types: fifteen at random, then one that catches slips of the pen.</summary>
public static class FamilyCode
{
    public const int Length = 16;

    private const int GroupLength = 4;

    // More than any honest way of writing sixteen digits needs.
    private const int MostLetters = 80;

    // Damm's table: one wrong digit, or two neighbours swapped, never ends in 0.
    private static readonly string[] Damm =
    [
        "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
        "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
    ];

    public static string New()
    {
        var digits = RandomNumberGenerator.GetString("0123456789", Length - 1);
        return digits + Remainder(digits).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The digits of what was typed, in whatever script and spacing; what is no digit is left out.</summary>
    public static string DigitsOf(string? typed)
    {
        var text = typed ?? "";
        var digits = new StringBuilder(Length);
        for (var at = 0; at < Math.Min(text.Length, MostLetters); at++)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(text, at) == UnicodeCategory.DecimalDigitNumber)
            {
                digits.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(text, at)));
            }

            if (char.IsSurrogatePair(text, at))
            {
                at++;
            }
        }

        return digits.ToString();
    }

    /// <summary>Sixteen digits, the last of which fits the others.</summary>
    public static bool Fits(string digits)
    {
        ArgumentNullException.ThrowIfNull(digits);
        return digits.Length == Length && digits.All(char.IsAsciiDigit) && Remainder(digits) == 0;
    }

    /// <summary>"1234 5678 9012 3456", as it is printed and read aloud.</summary>
    public static string InGroups(string digits) => string.Join(' ', digits.Chunk(GroupLength).Select(group => new string(group)));

    private static int Remainder(string digits) => digits.Aggregate(0, (row, digit) => Damm[row][digit - '0'] - '0');
}
