using RaidDocs.Domain.Backups;

namespace RaidDocs.Domain.Tests.Backups;

/// <summary>Seven days, five weeks and twelve months stay, whatever the calendar and the clock do.</summary>
public sealed class RotationTests
{
    private static readonly DateOnly Start = new(2023, 12, 25);

    [Fact]
    public void Each_day_for_three_years_the_days_weeks_and_months_stay_and_no_more()
    {
        var kept = new List<DateOnly>();
        for (var day = Start; day < Start.AddYears(3).AddDays(40); day = day.AddDays(1))
        {
            kept = Turn(kept, day);
            var made = Enumerable.Range(0, day.DayNumber - Start.DayNumber + 1).Select(back => day.AddDays(-back)).ToList();
            var sundays = made.Where(one => one.DayOfWeek == DayOfWeek.Sunday).Take(4);
            var monthEnds = made.Where(one => one.AddDays(1).Day == 1).Take(11);
            var wanted = made.Take(7).Concat(sundays).Concat(monthEnds).ToHashSet();
            Assert.True(wanted.IsSubsetOf(kept), $"{day:O}: {string.Join(' ', wanted.Except(kept))}");
            Assert.True(kept.Count <= Rotation.Days + Rotation.Weeks + Rotation.Months, $"{day:O}: {kept.Count}");
        }

        // The end of February of a leap year is the month's, too.
        Assert.DoesNotContain(new DateOnly(2024, 2, 29), kept);
        Assert.Contains(new DateOnly(2024, 2, 29), Run(Start, new DateOnly(2025, 1, 31)));
        Assert.Contains(new DateOnly(2025, 2, 28), Run(Start, new DateOnly(2026, 1, 31)));
        Assert.DoesNotContain(new DateOnly(2025, 2, 28), Run(Start, new DateOnly(2026, 2, 2)));
    }

    [Fact]
    public void Of_one_day_the_last_stays()
    {
        var made = new[] { (1, Start), (2, Start), (3, Start.AddDays(1)), (4, Start.AddDays(1)) };
        Assert.Equal([1, 3], Rotation.Gone(made, one => one.Item2).Select(one => one.Item1));
    }

    [Fact]
    public void Days_without_a_backup_count_for_nothing()
    {
        // One a fortnight: 7 of them are days, and they reach back three months. Nothing goes because of its age alone.
        var kept = new List<DateOnly>();
        for (var turn = 0; turn < 6; turn++)
        {
            kept = Turn(kept, Start.AddDays(14 * turn));
        }

        Assert.Equal(6, kept.Count);
    }

    [Theory]
    [InlineData(30, true)]
    [InlineData(31, false)]
    [InlineData(3653, false)]
    public void After_a_leap_of_the_clock_nothing_goes(int days, bool goes)
    {
        var kept = Enumerable.Range(0, 20).Select(day => Start.AddDays(day)).ToList();
        kept.Add(kept[^1].AddDays(days));
        Assert.Equal(goes, Rotation.Gone(kept, day => day).Count > 0);
    }

    [Fact]
    public void Ten_years_ahead_and_back_again_every_real_week_and_month_is_there()
    {
        var kept = Run(Start, new DateOnly(2025, 6, 15));
        var before = kept.ToList();
        var wrong = new DateOnly(2035, 6, 16);
        kept = Turn(kept, wrong);
        Assert.Equal(before.Count + 1, kept.Count);

        // Even if nobody sees it for a week.
        for (var day = 1; day < 7; day++)
        {
            kept = Turn(kept, wrong.AddDays(day));
        }

        Assert.True(before.Count(kept.Contains) >= 10, string.Join(' ', kept));
        Assert.Contains(new DateOnly(2025, 6, 15), kept);

        // Set right: nothing goes at once, and what bears a day that has not come stays until it does.
        var there = kept.Count;
        kept = Turn(kept, new DateOnly(2025, 6, 23));
        Assert.Equal(there + 1, kept.Count);
        kept = Run(new DateOnly(2025, 6, 24), new DateOnly(2025, 8, 31), kept);
        Assert.Equal(7, kept.Count(day => day.Year == 2035));
        Assert.Contains(new DateOnly(2025, 7, 31), kept);
    }

    [Fact]
    public void The_newest_and_a_single_one_never_go()
    {
        Assert.Empty(Rotation.Gone<DateOnly>([], day => day));
        Assert.Empty(Rotation.Gone([Start], day => day));
        var kept = Run(Start, Start.AddYears(2));
        Assert.Equal(Start.AddYears(2), kept[^1]);
    }

    private static List<DateOnly> Run(DateOnly from, DateOnly to, List<DateOnly>? kept = null)
    {
        kept ??= [];
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            kept = Turn(kept, day);
        }

        return kept;
    }

    private static List<DateOnly> Turn(List<DateOnly> kept, DateOnly day)
    {
        kept = [.. kept, day];
        var gone = Rotation.Gone(kept, one => one);
        Assert.DoesNotContain(day, gone);
        return [.. kept.Except(gone)];
    }
}
