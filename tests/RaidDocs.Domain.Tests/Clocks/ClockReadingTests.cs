using RaidDocs.Domain.Clocks;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Tests.Clocks;

public sealed class ClockReadingTests
{
    [Fact]
    public void The_fifteen_timers_are_carried_and_no_lawyer_has_checked_them()
    {
        Assert.Equal(
            ["T01", "T02", "T03", "T04", "T05", "T06", "T07", "T08", "T09", "T10", "T11", "T12", "T13", "T14", "T15"],
            Timers.All.Select(rule => rule.Code.Split('-')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(Timers.All, rule => Assert.False(rule.IsChecked));
        Assert.All(Timers.All, rule => Assert.False(string.IsNullOrWhiteSpace(rule.Facts.Th) || string.IsNullOrWhiteSpace(rule.Facts.Source)));
    }

    [Theory]
    [InlineData("T01", "2025-03-12 22:40", 0, "2025-03-13 22:40")]
    [InlineData("T01", "2025-03-12 00:00", 0, "2025-03-13 00:00")]
    [InlineData("T01", "2024-02-28 22:40", 0, "2024-02-29 22:40")]
    [InlineData("T01", "2025-02-28 22:40", 0, "2025-03-01 22:40")]
    [InlineData("T02", "2025-03-12 22:40", 0, "2025-03-20 22:40")]
    [InlineData("T02", "2024-02-22 10:00", 0, "2024-03-01 10:00")]
    [InlineData("T03", "2025-12-20 08:00", 0, "2026-01-04 08:00")]
    [InlineData("T04", "2025-03-12 23:50", 0, "2025-03-14 23:50")]
    [InlineData("T05-7", "2025-03-14 10:00", 0, "2025-03-21 10:00")]
    [InlineData("T05-7", "2025-03-14 10:00", 3, "2025-03-21 10:00")]
    [InlineData("T05-48", "2025-03-14 10:00", 0, "2025-03-26 10:00")]
    [InlineData("T05-48", "2025-03-14 10:00", 3, "2025-05-01 10:00")]
    [InlineData("T05-48", "2025-03-14 10:00", 4, "2025-05-01 10:00")]
    [InlineData("T05-84", "2025-03-14 10:00", 6, "2025-06-06 10:00")]
    [InlineData("T05-84", "2025-03-14 10:00", 7, "2025-06-06 10:00")]
    [InlineData("T06", "2025-03-12 23:50", 0, "2025-03-20 23:50")]
    [InlineData("T06", "2025-03-12 23:50", 4, "2025-04-13 23:50")]
    [InlineData("T06", "2025-03-12 23:50", 5, "2025-04-13 23:50")]
    [InlineData("T07", "2025-03-12 09:00", 0, "2025-03-14 09:00")]
    [InlineData("T07", "2025-03-12 09:00", 1, "2025-03-19 09:00")]
    [InlineData("T07-12", "2025-03-19 09:00", 9, "2025-07-17 09:00")]
    [InlineData("T09", "2025-03-12 09:00", 0, "2025-03-19 09:00")]
    [InlineData("T09", "2025-03-12 09:00", 1, "2025-04-11 09:00")]
    [InlineData("T12", "2024-02-29 09:00", 0, "2025-02-28 09:00")]
    [InlineData("T13", "2025-01-31 09:00", 0, "2025-02-28 09:00")]
    [InlineData("T13", "2024-01-31 09:00", 0, "2024-02-29 09:00")]
    [InlineData("T13", "2025-12-31 09:00", 0, "2026-01-31 09:00")]
    [InlineData("T15", "2025-08-31 09:00", 0, "2026-02-28 09:00")]
    public void An_hour_that_is_known_gives_one_moment(string rule, string start, int extensions, string end) =>
        Assert.Equal(end, Timers.Words(Timers.Read(rule, start, extensions).End));

    [Theory]
    [InlineData("T01", "2025-03-12", "2025-03-13 00:00 > 2025-03-14 00:00")]
    [InlineData("T04", "2024-02-28", "2024-03-01 00:00 > 2024-03-02 00:00")]
    [InlineData("T01", "2025-03-12, about 22:40", "2025-03-13 21:40 > 2025-03-13 23:40")]
    [InlineData("T01", "2025-03-12, night", "2025-03-13 20:00 > 2025-03-14 00:00")]
    [InlineData("T01", "March 2025", "2025-03-02 00:00 > 2025-04-02 00:00")]
    [InlineData("T02", "2568", "2025-01-09 00:00 > 2026-01-09 00:00")]
    [InlineData("T13", "2025-01-31", "2025-02-28 00:00 > 2025-03-01 00:00")]
    [InlineData("T13", "2025-02-28", "2025-03-28 00:00 > 2025-03-29 00:00")]
    [InlineData("T12", "2024-02-29", "2025-02-28 00:00 > 2025-03-01 00:00")]
    [InlineData("T13", "10 January 2025 to 31 January 2025", "2025-02-10 00:00 > 2025-03-01 00:00")]
    public void What_is_not_known_closely_gives_a_range_and_warns_by_its_beginning(string rule, string start, string range)
    {
        var reading = Timers.Read(rule, start);

        Assert.Equal(range, Timers.Words(reading.End));
        Assert.Equal(DateOnly.FromDateTime(Timers.At(range[..16])), reading.DueOn);
    }

    [Fact]
    public void A_day_that_nobody_knows_is_not_counted()
    {
        var reading = Timers.Read("T01", "not known");

        Assert.Equal(ClockState.NotCounted, reading.StateAt(Timers.At("2026-01-01 00:00")));
        Assert.Null(reading.DueOn);
        Assert.False(reading.IsUnanswered(Timers.At("2026-01-01 00:00")));
        Assert.Null(Timers.Read("T01", null).End);
    }

    [Theory]
    [InlineData("2025-03-12 22:40", "2025-03-13 22:39", ClockState.Running)]
    [InlineData("2025-03-12 22:40", "2025-03-13 22:40", ClockState.Running)]
    [InlineData("2025-03-12 22:40", "2025-03-13 22:41", ClockState.Out)]
    [InlineData("2025-03-12", "2025-03-12 23:59", ClockState.Running)]
    [InlineData("2025-03-12", "2025-03-13 00:01", ClockState.MayBeOut)]
    [InlineData("2025-03-12", "2025-03-13 23:59", ClockState.MayBeOut)]
    [InlineData("2025-03-12", "2025-03-14 00:01", ClockState.Out)]
    public void It_has_run_out_only_when_that_is_certain(string start, string now, ClockState expected) =>
        Assert.Equal(expected, Timers.Read("T01", start).StateAt(Timers.At(now)));

    [Theory]
    [InlineData("T08", "2025-01-31", "2025-02-28")]
    [InlineData("T10", "2025-03-12 09:00", "2025-04-12")]
    [InlineData("T14", "2025-03-12 09:00", null)]
    [InlineData("T11", "2025-03-12", null)]
    public void What_counts_up_has_no_end_and_asks_again_each_month(string rule, string start, string? due)
    {
        var reading = Timers.Read(rule, start);

        Assert.Null(reading.End);
        Assert.Equal(due, reading.DueOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(ClockState.Running, reading.StateAt(Timers.At("2030-01-01 00:00")));
    }

    [Fact]
    public void After_somebody_asked_it_asks_again_a_month_later() => Assert.Equal(
        new DateOnly(2025, 5, 3),
        ClockReading.Of(Timers.Rule("T08").Facts, Timers.Clock("T08", "2025-01-31") with { AskedOn = PartialDate.Read("2025-04-03") }).DueOn);

    [Fact]
    public void Days_are_counted_as_days_held_are()
    {
        Assert.Equal("619", Timers.Read("T14", "2025-03-12").DaysTo(new DateOnly(2026, 11, 21))!.ToString());
        Assert.Equal("600 to 630", Timers.Read("T14", "March 2025").DaysTo(new DateOnly(2026, 11, 21))!.ToString());
    }

    [Theory]
    [InlineData(Answer.No, null, null, true)]
    [InlineData(Answer.NotAsked, null, null, true)]
    [InlineData(Answer.Yes, null, null, false)]
    [InlineData(Answer.No, ClockEnd.SheLeft, "2025-03-13 12:00", false)]
    [InlineData(Answer.No, ClockEnd.SheLeft, "2025-03-14 12:00", true)]
    [InlineData(Answer.No, ClockEnd.SheLeft, "2025-03-13", false)]
    [InlineData(Answer.No, ClockEnd.SheLeft, null, false)]
    [InlineData(Answer.No, ClockEnd.TooLate, "2025-03-20", true)]
    [InlineData(Answer.No, ClockEnd.Over, null, false)]
    [InlineData(Answer.No, ClockEnd.Mistake, null, false)]
    public void It_is_a_question_when_it_certainly_passed_and_no_paper_was_seen(Answer paper, ClockEnd? end, string? on, bool expected) => Assert.Equal(
        expected,
        ClockReading.Of(Timers.Rule("T01").Facts, Timers.Clock("T01", "2025-03-12 22:40") with
        {
            PaperSeen = paper,
            End = end,
            EndedOn = on is null ? null : PartialDateTime.Read(on),
        }).IsUnanswered(Timers.At("2025-06-01 00:00")));

    [Theory]
    [InlineData("T01", true)]
    [InlineData("T02", true)]
    [InlineData("T03", true)]
    [InlineData("T04", true)]
    [InlineData("T05-84", true)]
    [InlineData("T06", true)]
    [InlineData("T07", true)]
    [InlineData("T07-12", true)]
    [InlineData("T09", true)]
    [InlineData("T10", false)]
    [InlineData("T11", false)]
    [InlineData("T12", false)]
    [InlineData("T13", false)]
    [InlineData("T15", false)]
    public void Only_a_limit_on_holding_her_is_a_question_when_it_passed(string rule, bool expected)
    {
        Assert.Equal(expected, Timers.Read(rule, "2020-03-12 22:40").IsUnanswered(Timers.At("2026-01-01 00:00")));
        Assert.Equal(expected, Timers.Rule(rule).Facts.Trigger.HoldsHer());
    }

    [Theory]
    [InlineData("T01", "2008-06-04", InForce.No)]
    [InlineData("T01", "2008-06-05", InForce.Yes)]
    [InlineData("T01", "June 2008", InForce.Perhaps)]
    [InlineData("T01", "2003", InForce.No)]
    [InlineData("T03", "2022-02-28", InForce.No)]
    [InlineData("T03", "2022-03-15", InForce.Perhaps)]
    [InlineData("T03", "2022-03-31", InForce.Yes)]
    [InlineData("T04", "1950", InForce.Yes)]
    [InlineData("T01", "not known", InForce.Perhaps)]
    public void A_rule_counts_from_the_day_it_was_in_force(string rule, string day, InForce expected) =>
        Assert.Equal(expected, ClockReading.On(Timers.Rule(rule).Facts, PartialDate.Read(day)));

    [Theory]
    [InlineData("2015-12-31", InForce.Yes)]
    [InlineData("2016-01-01", InForce.No)]
    public void And_to_its_last_day(string day, InForce expected) =>
        Assert.Equal(expected, ClockReading.On(Timers.Rule("T04").Facts with { InForceTo = PartialDate.Read("2015-12-31") }, PartialDate.Read(day)));
}
