using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Clocks;

/// <summary>Between two moments by the clocks of Thailand; the same one twice when it is exact.</summary>
/// <param name="FromAt">The earliest it can be: what warns.</param>
/// <param name="ToAt">The latest it can be; midnight is the one that ends the day.</param>
public readonly record struct Span(DateTime FromAt, DateTime ToAt)
{
    public bool IsExact => FromAt == ToAt;

    /// <summary>The day on which to be ready.</summary>
    public DateOnly FirstDay => DateOnly.FromDateTime(FromAt);

    /// <summary>The midnight that ends a day belongs to that day.</summary>
    public DateOnly LastDay => DateOnly.FromDateTime(IsExact ? ToAt : ToAt.AddTicks(-1));

    /// <summary>Whole days, and no hour is known.</summary>
    public bool IsWholeDays => !IsExact && FromAt.TimeOfDay == TimeSpan.Zero && ToAt.TimeOfDay == TimeSpan.Zero;

    /// <summary>Null where not even the year is known.</summary>
    public static Span? Of(PartialDateTime? moment) =>
        moment is { Date: { Gap: null, Precision: not DatePrecision.Unknown } } ? new(moment.EarliestAt, moment.LatestAt) : null;

    /// <summary>So much later. Months go to the same day of the month, or its last day where there is none.</summary>
    public Span Plus(int number, ClockUnit unit)
    {
        var (from, to, exact) = (FromAt, ToAt, IsExact);
        return unit switch
        {
            ClockUnit.Hours => new(from.AddHours(number), to.AddHours(number)),
            ClockUnit.Days => new(from.AddDays(number), to.AddDays(number)),
            _ => new(from.AddMonths(number), exact ? to.AddMonths(number) : MonthsAfterEnd(to, number)),
        };
    }

    public Span Least(Span other) => new(FromAt < other.FromAt ? FromAt : other.FromAt, ToAt < other.ToAt ? ToAt : other.ToAt);

    /// <summary>To compare two lengths, not to count.</summary>
    internal static double Days(int number, ClockUnit unit) => unit switch
    {
        ClockUnit.Hours => number / 24.0,
        ClockUnit.Days => number,
        _ => number * 30.5,
    };

    // Midnight ends the day before, and it is that day whose month counts.
    private static DateTime MonthsAfterEnd(DateTime end, int months) =>
        end.TimeOfDay == TimeSpan.Zero ? end.AddDays(-1).AddMonths(months).AddDays(1) : end.AddMonths(months);
}
