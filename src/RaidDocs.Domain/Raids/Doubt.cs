using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Raids;

/// <summary>Something unlikely, but possible: asked once, and never refused.</summary>
/// <param name="Key">Says what was asked, so that a "yes, this is right" belongs to this and nothing else.</param>
/// <param name="Words">For the person who logs it.</param>
public sealed record Doubt(string Key, FormattableString Words)
{
    private const int ManyWomen = 60;
    private const int OldYears = 2;

    /// <summary>What is unlikely in the log of a raid.</summary>
    public static IEnumerable<Doubt> About(FirstHour hour, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(hour);
        if (hour.Women is >= ManyWomen and var women)
        {
            yield return Ask($"many-{women}", $"You entered {women} women taken.");
        }

        if (hour.Raid.When?.Date is { Precision: not DatePrecision.Unknown } night && night.Latest < today.AddYears(-OldYears))
        {
            yield return Ask($"old-{night.Typed}", $"The night of the raid was {night}, more than 2 years ago.");
        }

        if (hour.Coming is { Topic: Topic.Court, On: { Precision: DatePrecision.Day } day } && day.Earliest.DayOfWeek == DayOfWeek.Sunday)
        {
            yield return Ask($"sunday-{day.Typed}", $"The day in court, {day}, is a Sunday.");
        }
    }

    /// <summary>The same place and night stand in the store already.</summary>
    public static Doubt IsItThis(string code) => Ask($"same-{code}", $"{code} has the same place and the same night.");

    private static Doubt Ask(string key, FormattableString words) => new(key, words);
}
