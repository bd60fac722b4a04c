using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Tests.Common;

public sealed class DaysHeldTests
{
    private static readonly DateOnly AsOf = new(2026, 11, 21);

    [Theory]
    [InlineData("12 March 2025 > 21 November 2026", "619")]
    [InlineData("12 March 2025 >", "619")]
    [InlineData("12/3/2568 > 12/3/2568", "0")]
    [InlineData("11/3/2568 > 12/3/2568", "1")]
    [InlineData("20 November 2026 >", "1")]
    [InlineData("21 November 2026 >", "0")]
    [InlineData("28/2/2024 > 1/3/2024", "2")]
    [InlineData("28/2/2025 > 1/3/2025", "1")]
    [InlineData("", "0")]
    public void Days_are_the_difference_of_dates(string stays, string expected)
    {
        Assert.Equal(expected, Count(stays).ToString());
        Assert.False(Count(stays).HasUnknown);
        Assert.Equal(AsOf, Count(stays).AsOf);
    }

    [Theory]
    [InlineData("1/3/2025 > 5/3/2025; 5/3/2025 > 11/3/2025", "10")]
    [InlineData("1/3/2025 > 5/3/2025; 7/3/2025 > 11/3/2025", "8")]
    [InlineData("1/3/2025 > 8/3/2025; 5/3/2025 > 11/3/2025", "10")]
    [InlineData("1/3/2025 > 11/3/2025; 4/3/2025 > 6/3/2025; 8/3/2025 > 9/3/2025", "10")]
    [InlineData("5/3/2025 > 11/3/2025; 1/3/2025 > 5/3/2025", "10")]
    [InlineData("1/11/2026 >; 11/11/2026 >", "20")]
    public void The_day_of_a_transfer_and_days_in_two_stays_count_once_and_days_between_stays_do_not(string stays, string expected)
    {
        Assert.Equal(expected, Count(stays).ToString());
    }

    [Theory]
    [InlineData("1/11/2026 > 1/12/2026", "20")]
    [InlineData("1/12/2026 > 1/1/2027", "0")]
    [InlineData("1/12/2026 >", "0")]
    [InlineData("November 2026 >", "0 to 20")]
    public void Days_to_come_do_not_count(string stays, string expected)
    {
        Assert.Equal(expected, Count(stays).ToString());
    }

    [Theory]
    [InlineData("1/3/2025 to 11/3/2025 > 31/3/2025", 20, 30)]
    [InlineData("March 2025 > May 2025", 31, 91)]
    [InlineData("March 2025 > March 2025", 0, 30)]
    [InlineData("1/3/2025 > April 2025; April 2025 > 1/6/2025", 63, 92)]
    public void A_partial_date_leaves_room_between_the_least_and_the_most(string stays, int min, int max)
    {
        var held = Count(stays);

        Assert.Equal((min, max, false), (held.Min, held.Max, held.HasUnknown));
        Assert.Equal($"{min} to {max}", held.ToString());
    }

    [Theory]
    [InlineData("? > 11/3/2025", 0, 0)]
    [InlineData("not known > 11/3/2025", 0, 0)]
    [InlineData("not known >", 0, 0)]
    [InlineData("1/11/2026 > not known", 0, 20)]
    [InlineData("1/3/2025 > 11/3/2025; not asked > 20/3/2025", 10, 10)]
    [InlineData("1/3/2025 > 11/3/2025; 11/11/2026 > not known", 10, 20)]
    public void An_unknown_day_adds_nothing_to_the_least_and_is_told(string stays, int min, int max)
    {
        var held = Count(stays);

        Assert.Equal((min, max, true), (held.Min, held.Max, held.HasUnknown));
    }

    private static DaysHeld Count(string stays) => DaysHeld.Of(Stays.Of(stays), AsOf);
}

/// <summary>Stays written as "from > to; from > to"; nothing after the arrow is a stay still going on, "?" nothing recorded.</summary>
internal static class Stays
{
    internal static (PartialDate? From, PartialDate? To)[] Of(string text) =>
        [.. text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(stay => stay.Split('>')).Select(ends => (Date(ends[0]), Date(ends[1])))];

    private static PartialDate? Date(string typed) => typed.Trim() is "" or "?" ? null : PartialDate.Read(typed);
}
