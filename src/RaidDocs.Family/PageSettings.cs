using System.Text.Json;

namespace RaidDocs.Family;

/// <summary>What the page shows of the house. It lies beside the capsules, because the page answers while the vault is locked.</summary>
public sealed record PageSettings
{
    /// <summary>The number to call, as it is shown.</summary>
    public string? Phone { get; init; }

    public DayOfWeek FirstDay { get; init; } = DayOfWeek.Monday;

    public DayOfWeek LastDay { get; init; } = DayOfWeek.Saturday;

    /// <summary>In Thai time.</summary>
    public TimeOnly Opens { get; init; } = new(9, 0);

    public TimeOnly Closes { get; init; } = new(18, 0);

    /// <summary>Languages that nobody has reviewed and that the house offers all the same.</summary>
    public IReadOnlyList<string> SwitchedOn { get; init; } = [];

    /// <summary>The only name under which the page answers; null for any.</summary>
    public string? Host { get; init; }

    /// <summary>Every number is answered as one without news, for a time.</summary>
    public bool SaysNothing { get; init; }

    /// <summary>The languages of the page.</summary>
    public IEnumerable<string> Offered => Wording.Codes.Where(code => Wording.Of(code).IsReviewed || SwitchedOn.Contains(code));

    internal static PageSettings Read(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<PageSettings>(File.ReadAllBytes(path)) ?? new() : new();
        }
        catch (JsonException)
        {
            return new();
        }
    }
}
