using System.Globalization;

namespace RaidDocs.Benchmarks.Whole;

/// <summary>One line a figure: what, how much, and whether it is where it should be.</summary>
internal static class Figures
{
    public static void Tell(string what, FormattableString figure, (FormattableString Words, bool IsMet)? goal = null)
    {
        var told = figure.ToString(CultureInfo.InvariantCulture);
        var judged = goal is { } set ? $"; goal {set.Words.ToString(CultureInfo.InvariantCulture)}: {(set.IsMet ? "met" : "not met")}" : "";
        Console.WriteLine($"{what,-26} {told}{judged}");
    }

    public static void Tell(string what, int clients, Load.Result result, double? mostP95 = null) => Tell(
        what,
        $"{clients,2} clients: {result.PerSecond,6:0} a second, p50 {result.P50Milliseconds:0.0}, p95 {result.P95Milliseconds:0.0}, p99 {result.P99Milliseconds:0.0} ms",
        mostP95 is { } most ? ($"p95 under {most:0} ms", result.P95Milliseconds < most) : null);

    /// <summary>At least: more is better.</summary>
    public static (FormattableString Words, bool IsMet) AtLeast(double figure, double goal) => ($"at least {goal:0.##}", figure >= goal);

    public static (FormattableString Words, bool IsMet) AtMost(double figure, double goal) => ($"at most {goal:0.##}", figure <= goal);
}
