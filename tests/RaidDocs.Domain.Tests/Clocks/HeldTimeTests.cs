using System.Globalization;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Stays;

namespace RaidDocs.Domain.Tests.Clocks;

public sealed class HeldTimeTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    // Days of the random stays are counted from here; those from LastDay on are still to come.
    private static readonly DateOnly FirstDay = new(2025, 3, 1);

    private const int LastDay = 10;

    // Later than any random stay can end.
    private const int Never = 30;

    private enum End
    {
        Dated,
        Open,
        NotKnown,
    }

    /// <summary>A stay that began on a day or up to so many later, and ended likewise.</summary>
    private sealed record Sample(bool HasFrom, int From, int FromRoom, int To, int ToRoom, End End, Answer Paper)
    {
        public StaySpan Span => new(
            HasFrom ? Moment(From, FromRoom) : null,
            End switch
            {
                End.Open => null,
                End.NotKnown => PartialDateTime.Of(PartialDate.Unknown(Gap.NotKnown)),
                _ => Moment(To, ToRoom),
            },
            Paper);

        public Sample Exact => this with { FromRoom = 0, ToRoom = 0, End = End == End.NotKnown ? End.Dated : End };

        /// <summary>The days of each way it can have been, a bit for each day. A stay whose beginning is unknown adds none.</summary>
        public IEnumerable<int> Ways()
        {
            var (first, last) = End switch
            {
                End.Open => (Never, Never),
                End.NotKnown => (0, Never),
                _ => (To, To + ToRoom),
            };
            return !HasFrom
                ? [0]
                : from begins in Enumerable.Range(From, FromRoom + 1)
                  from ends in Enumerable.Range(first, last - first + 1)
                  where ends >= begins
                  select Before(ends) & ~Before(begins);
        }

        private static int Before(int day) => (1 << Math.Min(day, LastDay)) - 1;

        private static PartialDateTime Moment(int day, int room)
        {
            var (first, last) = (FirstDay.AddDays(day), FirstDay.AddDays(day + room));
            return PartialDateTime.Of(room == 0 ? PartialDate.OfDay(first) : PartialDate.Read(string.Create(CultureInfo.InvariantCulture, $"{first:yyyy-MM-dd} to {last:yyyy-MM-dd}")));
        }
    }

    private static readonly Gen<Sample> OneStay =
        from hasFrom in Gen.Elements(true, true, true, true, true, true, false)
        from begins in Gen.Choose(0, 9)
        from fromRoom in Gen.Choose(0, 3)
        from length in Gen.Choose(0, 6)
        from toRoom in Gen.Choose(0, 3)
        from end in Gen.Elements(End.Dated, End.Dated, End.Dated, End.Dated, End.Open, End.NotKnown)
        from paper in Gen.Elements(Answer.Yes, Answer.No)
        select new Sample(hasFrom, begins, fromRoom, begins + length, toRoom, end, paper);

    private static readonly Gen<Sample[]> HerStays =
        from one in OneStay
        from two in OneStay
        from three in OneStay
        from count in Gen.Choose(1, 3)
        select new[] { one, two, three }[..count];

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
        Assert.Equal((10, 10), (held.WithoutPaper.Min, held.WithoutPaper.Max));
    }

    [Theory]
    [InlineData("March 2025", "May 2025", 31, 91)]
    [InlineData("2025-03-12", "not known", 0, 619)]
    public void A_paper_for_all_stays_is_one_for_all_days_however_uncertain_they_are(string from, string to, int least, int most)
    {
        var held = HeldTime.Of([Stay(from, to, Answer.Yes)], Today);

        Assert.Equal((least, most), (held.All.Min, held.All.Max));
        Assert.Equal((0, 0, 0), (held.WithoutPaper.Min, held.WithoutPaper.Max, held.Share));
    }

    [Fact]
    public void A_day_that_may_be_one_with_a_paper_is_only_in_the_most()
    {
        var held = HeldTime.Of([Stay("2025-03-01", "March 2025", Answer.Yes), Stay("2025-03-12", "2025-03-22", Answer.No), Stay("March 2025", "2025-04-05", Answer.No)], Today);

        Assert.Equal((15, 35), (held.All.Min, held.All.Max));
        Assert.Equal((5, 35), (held.WithoutPaper.Min, held.WithoutPaper.Max));
    }

    [Fact]
    public void The_least_and_the_most_hold_every_way_it_can_have_been_and_are_one_where_dates_are_exact()
    {
        var property = Prop.ForAll(HerStays.ToArbitrary(), stays =>
        {
            var (held, exact) = (Held(stays), Held(stays.Select(stay => stay.Exact)));

            Assert.All(Truths(stays), truth =>
            {
                Assert.InRange(truth.All, held.All.Min, held.All.Max);
                Assert.InRange(truth.WithoutPaper, held.WithoutPaper.Min, held.WithoutPaper.Max);
            });
            var only = Assert.Single(Truths(stays.Select(stay => stay.Exact)));
            Assert.Equal((only.All, only.All), (exact.All.Min, exact.All.Max));
            Assert.Equal((only.WithoutPaper, only.WithoutPaper), (exact.WithoutPaper.Min, exact.WithoutPaper.Max));
        });

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), property);
    }

    [Fact]
    public void With_no_paper_they_are_all_days_and_with_every_paper_none()
    {
        var property = Prop.ForAll(HerStays.ToArbitrary(), stays =>
        {
            var (none, every) = (Held(stays.Select(stay => stay with { Paper = Answer.No })), Held(stays.Select(stay => stay with { Paper = Answer.Yes })));

            Assert.Equal(none.All, none.WithoutPaper);
            Assert.Equal((0, 0), (every.WithoutPaper.Min, every.WithoutPaper.Max));
            Assert.Equal(none.All, every.All);
            Assert.Equal(none.All.HasUnknown, every.WithoutPaper.HasUnknown);
        });

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), property);
    }

    [Fact]
    public void No_day_has_no_share_and_several_women_are_summed()
    {
        Assert.Null(HeldTime.Of([], Today).Share);
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());

        var both = HeldTime.Together([(one, StaySpan.Of(Stay("2026-11-11", null, Answer.No))), (other, StaySpan.Of(Stay("2026-11-01", "2026-11-11", Answer.Yes)))], Today);

        Assert.Equal((20, 10, 50), (both.All.Max, both.WithoutPaper.Max, both.Share));
    }

    private static HeldTime Held(IEnumerable<Sample> stays) => HeldTime.OfSpans(stays.Select(stay => stay.Span), FirstDay.AddDays(LastDay));

    // Day by day, each way that the dates leave open.
    private static List<(int All, int WithoutPaper)> Truths(IEnumerable<Sample> stays)
    {
        List<(int Paper, int None)> ways = [(0, 0)];
        foreach (var stay in stays)
        {
            ways = [.. ways.SelectMany(_ => stay.Ways(), (way, days) => stay.Paper == Answer.Yes ? (way.Paper | days, way.None) : (way.Paper, way.None | days)).Distinct()];
        }

        return [.. ways.Select(way => (Count(way.Paper | way.None), Count(way.None & ~way.Paper))).Distinct()];
    }

    private static int Count(int days) => BitOperations.PopCount((uint)days);

    private static StayFacts Stay(string from, string? to, Answer paper) => new()
    {
        Voice = Voice.Woman,
        From = PartialDateTime.Read(from),
        To = to is null ? null : PartialDateTime.Read(to),
        PaperSeen = paper,
    };
}
