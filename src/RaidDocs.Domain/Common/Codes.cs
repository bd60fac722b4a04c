using System.Globalization;

namespace RaidDocs.Domain.Common;

/// <summary>The short codes that people say: a letter and a number.</summary>
public static class Codes
{
    /// <summary>The code after the highest of those in use: R04 after R03.</summary>
    public static string Next(string letter, IEnumerable<string> used)
    {
        var highest = used
            .Where(code => code.StartsWith(letter, StringComparison.Ordinal))
            .Select(code => Digits.TryWhole(code[letter.Length..], out var number) ? number : 0)
            .DefaultIfEmpty()
            .Max();

        // Raids, places and own entries of lists are counted with two digits; what lies within one raid without.
        var format = letter is "R" or "F" or "RD-" or "RA-" ? "00" : "0";
        return letter + (highest + 1).ToString(format, CultureInfo.InvariantCulture);
    }

    public static bool IsRaid(string code) =>
        code.Length is > 1 and <= 12 && code[0] == 'R' && code.Skip(1).All(char.IsAsciiDigit);
}
