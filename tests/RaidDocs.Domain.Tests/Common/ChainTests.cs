using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Tests.Common;

public sealed class ChainTests
{
    [Theory]
    [InlineData("1/3/2025 > 13/3/2025; 15/3/2025 >", 2, 2)]
    [InlineData("1/3/2025 > 13/3/2025; 14/3/2025 >", 1, 1)]
    [InlineData("1/3/2025 > March 2025; April 2025 >", 1, 60)]
    [InlineData("1/2/2025 > March 2025; March 2025 >", 0, 30)]
    [InlineData("1/2/2024 > 28/2/2024; 1/3/2024 >", 2, 2)]
    public void Days_that_no_stay_accounts_for_are_a_gap(string stays, int min, int max)
    {
        Assert.Equal([new ChainFinding(ChainFindingKind.Gap, 0, 1, min, max)], Chain.Find(Stays.Of(stays)));
    }

    [Theory]
    [InlineData("1/3/2025 > 13/3/2025; 13/3/2025 >")]
    [InlineData("1/3/2025 >")]
    [InlineData("")]
    [InlineData("1/3/2025 > not known; 15/3/2025 >")]
    [InlineData("1/3/2025 > 13/3/2025; not known >")]
    [InlineData("1/3/2025 > 13/3/2025; ? >")]
    public void Leaving_and_arriving_on_one_day_or_on_unknown_days_is_no_finding(string stays)
    {
        Assert.Empty(Chain.Find(Stays.Of(stays)));
    }

    [Theory]
    [InlineData("1/3/2025 > 13/3/2025; 10/3/2025 >", 3, 3)]
    [InlineData("1/3/2025 > 13/3/2025; 12/3/2025 > 20/3/2025", 1, 1)]
    [InlineData("1/3/2025 > 13/3/2025; 5/3/2025 > 7/3/2025", 2, 2)]
    [InlineData("1/1/2025 > April 2025; March 2025 >", 1, 60)]
    [InlineData("1/3/2025 >; 10/3/2025 > 12/3/2025", 2, 2)]
    [InlineData("March 2025 >; 12/3/2025 > 13/3/2025", 0, 1)]
    [InlineData("March 2025 > 20/3/2025; 12/3/2025 > 15/3/2025", 0, 3)]
    [InlineData("1/3/2025 to 11/3/2025 >; 10/3/2025 > 14/3/2025", 3, 4)]
    [InlineData("1/3/2025 >; 10/3/2025 >", 0, 0)]
    [InlineData("1/3/2025 >; not known > 12/3/2025", 0, 0)]
    public void Days_in_two_places_and_an_open_stay_before_a_later_one_are_an_overlap(string stays, int min, int max)
    {
        Assert.Equal([new ChainFinding(ChainFindingKind.Overlap, 0, 1, min, max)], Chain.Find(Stays.Of(stays)));
    }

    [Theory]
    [InlineData("1/3/2025 > 13/3/2025; 10/3/2025 > not known", 0, 3)]
    [InlineData("1/1/2025 > April 2025; March 2025 > not known", 0, 60)]
    [InlineData("1/3/2025 >; 10/3/2025 > not known", 0, 0)]
    public void A_later_stay_that_ended_on_an_unknown_day_leaves_open_how_long_both_lasted(string stays, int min, int max)
    {
        Assert.Equal([new ChainFinding(ChainFindingKind.Overlap, 0, 1, min, max)], Chain.Find(Stays.Of(stays)));
    }

    [Fact]
    public void Each_finding_names_its_two_stays()
    {
        var findings = Chain.Find(Stays.Of("1/3/2025 > 3/3/2025; 3/3/2025 > 6/3/2025; 8/3/2025 > 12/3/2025; 11/3/2025 >"));

        Assert.Equal(
            [new(ChainFindingKind.Gap, 1, 2, 2, 2), new(ChainFindingKind.Overlap, 2, 3, 1, 1)],
            findings);
    }

    [Fact]
    public void A_short_stay_inside_a_longer_one_leaves_no_gap()
    {
        var same = Chain.Find(Stays.Of("1/3/2025 > 20/3/2025; 5/3/2025 > 7/3/2025; 20/3/2025 >"));
        var open = Chain.Find(Stays.Of("1/3/2025 >; 5/3/2025 > 7/3/2025; 20/3/2025 >"));
        var later = Chain.Find(Stays.Of("1/3/2025 > 20/3/2025; 5/3/2025 > 7/3/2025; 23/3/2025 >"));

        Assert.Equal([new ChainFinding(ChainFindingKind.Overlap, 0, 1, 2, 2)], same);
        Assert.Equal(same, open);
        Assert.Equal(new ChainFinding(ChainFindingKind.Gap, 0, 2, 3, 3), later[1]);
    }
}
