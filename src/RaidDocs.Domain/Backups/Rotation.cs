namespace RaidDocs.Domain.Backups;

/// <summary>
/// Which of the daily backups may go. Of the days, weeks and months that have one the newest are counted, so a time without
/// backups removes none, and neither does a clock that is wrong.
/// </summary>
public static class Rotation
{
    public const int Days = 7;
    public const int Weeks = 5;
    public const int Months = 12;

    /// <summary>Two backups that lie further apart may mean that the clock has jumped: nothing goes until the next one.</summary>
    public const int MostDaysApart = 30;

    /// <param name="made">Those that are there, in the order in which they were made.</param>
    /// <param name="dayOf">The day of one, as the clock said.</param>
    public static IReadOnlyList<T> Gone<T>(IReadOnlyList<T> made, Func<T, DateOnly> dayOf)
    {
        ArgumentNullException.ThrowIfNull(made);
        ArgumentNullException.ThrowIfNull(dayOf);
        if (made.Count < 2 || Math.Abs(dayOf(made[^1]).DayNumber - dayOf(made[^2]).DayNumber) > MostDaysApart)
        {
            return [];
        }

        // What bears a day that has not come was made while the clock was wrong: it waits for its day.
        var today = dayOf(made[^1]);
        var past = made.Select((one, order) => (One: one, Order: order, Day: dayOf(one))).Where(row => row.Day <= today).ToList();
        HashSet<int> stay =
        [
            .. Newest(Days, day => day.DayNumber),
            .. Newest(Weeks, day => day.DayNumber / 7),
            .. Newest(Months, day => (day.Year * 12) + day.Month),
        ];
        return [.. past.Where(row => !stay.Contains(row.Order)).Select(row => row.One)];

        // Day 0 is a Monday, so each week begins with one.
        IEnumerable<int> Newest(int count, Func<DateOnly, int> span) => past
            .GroupBy(row => span(row.Day))
            .OrderByDescending(group => group.Key)
            .Take(count)
            .Select(group => group.MaxBy(row => (row.Day, row.Order)).Order);
    }
}
