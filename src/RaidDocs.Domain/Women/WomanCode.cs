using System.Globalization;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Women;

/// <summary>The codes that people say: R03 for a raid, W07 for a woman in it, R03-W07 for her in an address.</summary>
public readonly record struct WomanCode(string Raid, int Number)
{
    public static string In(int number) => number.ToString("'W'00", CultureInfo.InvariantCulture);

    public override string ToString() => $"{Raid}-{In(Number)}";

    /// <summary>Reads R03-W07 as typed; null when it is no such code.</summary>
    public static WomanCode? Read(string? typed)
    {
        var parts = (typed ?? "").Trim().ToUpperInvariant().Split('-');
        return parts is [{ Length: > 1 } raid, _] && raid[0] == 'R' && Count(parts[1]) is { } number
            ? new WomanCode(raid, number)
            : null;
    }

    /// <summary>7 of "W07", "w7" or "7"; null when it is no such code.</summary>
    public static int? ReadNumber(string? typed) => Count((typed ?? "").Trim().ToUpperInvariant());

    private static int? Count(string text) =>
        Digits.TryWhole(text.TrimStart('W'), out var number) && number > 0 ? number : null;
}
