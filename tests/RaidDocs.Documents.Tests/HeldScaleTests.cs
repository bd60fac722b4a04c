using RaidDocs.Documents.CaseStudies;
using RaidDocs.Documents.CaseStudies.Parts;

namespace RaidDocs.Documents.Tests;

public sealed class HeldScaleTests
{
    private static readonly DateOnly First = new(2024, 1, 1);
    private static readonly DateOnly Last = new(2025, 12, 31);

    private readonly HeldScale _scale = new(new HeldChart([], First, Last));

    [Fact]
    public void A_stay_whose_dates_are_known_is_certain_from_end_to_end()
    {
        var shape = _scale.Shape(Bar(First, First, Last, Last));

        Assert.Equal((shape.Left, shape.Right), (shape.SureLeft, shape.SureRight));
        Assert.True(shape.HasLetter);
    }

    [Fact]
    public void An_uncertain_end_is_drawn_apart()
    {
        var shape = _scale.Shape(Bar(First, First.AddDays(30), Last.AddDays(-60), Last.AddDays(-20)));

        Assert.True(shape.Left < shape.SureLeft && shape.SureRight < shape.Right);
    }

    [Fact]
    public void A_stay_that_may_not_have_been_has_nothing_certain()
    {
        var shape = _scale.Shape(Bar(First, Last, First, Last));

        Assert.Equal(shape.SureLeft, shape.SureRight);
    }

    [Fact]
    public void One_day_in_two_years_can_still_be_seen()
    {
        var shape = _scale.Shape(Bar(First, First, First, First));

        Assert.True(shape.Right - shape.Left >= 3);
        Assert.False(shape.HasLetter);
    }

    [Fact]
    public void A_stay_that_goes_on_reaches_the_end_of_the_chart()
    {
        var shape = _scale.Shape(Bar(First, First, First, First) with { Open = true });

        Assert.Equal(_scale.X(Last), shape.Right);
        Assert.Equal(shape.Right, shape.SureRight);
    }

    [Fact]
    public void Days_of_which_nobody_knows_are_a_gap_and_the_day_of_a_transfer_is_none()
    {
        var first = Bar(First, First, First.AddDays(10), First.AddDays(10));
        var next = Bar(First.AddDays(11), First.AddDays(11), First.AddDays(20), First.AddDays(20));
        var later = Bar(First.AddDays(40), First.AddDays(40), Last, Last);

        var gaps = _scale.Gaps(new HeldRow("W01", [later, first, next], "0"));

        Assert.Equal([(_scale.X(First.AddDays(20)), _scale.X(First.AddDays(40)))], gaps);
    }

    [Fact]
    public void A_stay_within_a_stay_makes_no_gap()
    {
        var whole = Bar(First, First, First.AddDays(100), First.AddDays(100));
        var within = Bar(First.AddDays(10), First.AddDays(10), First.AddDays(12), First.AddDays(12));
        var after = Bar(First.AddDays(100), First.AddDays(100), Last, Last);

        Assert.Empty(_scale.Gaps(new HeldRow("W01", [whole, within, after], "0")));
    }

    [Theory]
    [InlineData("en", "2024 (2567)")]
    [InlineData("th", "2567 (2024)")]
    public void The_axis_names_each_year_in_both_eras(string language, string year)
    {
        var ticks = _scale.Ticks(language).ToList();

        Assert.Equal(year, ticks[0].Year);
        Assert.Equal(2, ticks.Count(tick => tick.Year is not null));
        Assert.InRange(ticks.Count, 6, 14);
    }

    [Fact]
    public void A_chart_of_a_single_day_has_a_scale()
    {
        var scale = new HeldScale(new HeldChart([], First, First));

        Assert.Equal(0, scale.X(First));
        Assert.Equal(0, scale.X(Last));
    }

    private static HeldBar Bar(DateOnly earliestFrom, DateOnly latestFrom, DateOnly earliestTo, DateOnly latestTo) =>
        new(earliestFrom, latestFrom, earliestTo, latestTo, false, "A place", HeldKinds.ClosedShelter);
}
