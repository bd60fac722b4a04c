using RaidDocs.Domain.Common;
using RaidDocs.Domain.Stays;

namespace RaidDocs.Domain.Tests.Clocks;

public sealed class HeldTimeTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void Days_without_a_paper_are_those_of_no_stay_with_one()
    {
        var held = HeldTime.Of([Stay("2025-03-12", "2025-03-22", Answer.Yes), Stay("2025-03-22", "2025-04-01", Answer.No)], Today);

        Assert.Equal((20, 10, 50), (held.All.Max, held.WithoutPaper.Max, held.Share));
    }

    [Fact]
    public void Two_voices_on_the_same_days_count_once_and_one_paper_is_enough()
    {
        var held = HeldTime.Of([Stay("2025-03-12", "2025-03-22", Answer.No), Stay("2025-03-12", "2025-03-22", Answer.Yes)], Today);

        Assert.Equal((10, 0, 0), (held.All.Max, held.WithoutPaper.Max, held.Share));
    }

    [Fact]
    public void Where_dates_leave_room_so_do_the_days_without_a_paper()
    {
        var held = HeldTime.Of([Stay("March 2025", "2025-04-10", Answer.Yes), Stay("2025-04-10", "2025-04-20", Answer.NotAsked)], Today);

        Assert.Equal((20, 50), (held.All.Min, held.All.Max));
        Assert.Equal((0, 40), (held.WithoutPaper.Min, held.WithoutPaper.Max));
    }

    [Fact]
    public void No_day_has_no_share_and_several_women_are_summed()
    {
        Assert.Null(HeldTime.Of([], Today).Share);
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());

        var both = HeldTime.Together([(one, StaySpan.Of(Stay("2026-11-11", null, Answer.No))), (other, StaySpan.Of(Stay("2026-11-01", "2026-11-11", Answer.Yes)))], Today);

        Assert.Equal((20, 10, 50), (both.All.Max, both.WithoutPaper.Max, both.Share));
    }

    private static StayFacts Stay(string from, string? to, Answer paper) => new()
    {
        Voice = Voice.Woman,
        From = PartialDateTime.Read(from),
        To = to is null ? null : PartialDateTime.Read(to),
        PaperSeen = paper,
    };
}
