namespace RaidDocs.Domain.Disclosure;

/// <summary>The bands of public data sets: 0 to 8, 9 to 17, then as narrow as women's ages lie close.</summary>
public static class AgeBands
{
    private static readonly int[] Begin = [0, 9, 18, 21, 24, 27, 30, 39, 48];

    /// <summary>First and last age of each; the last band has no end.</summary>
    public static IReadOnlyList<(int Low, int? High)> All { get; } = [.. Begin.Select((low, index) => (low, index + 1 < Begin.Length ? Begin[index + 1] - 1 : (int?)null))];

    public static (int Low, int? High) Of(int age) => All.Last(band => band.Low <= age);
}
