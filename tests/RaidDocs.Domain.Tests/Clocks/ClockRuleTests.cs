using RaidDocs.Domain.Clocks;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Tests.Clocks;

public sealed class ClockRuleTests
{
    private static ClockRuleFacts Day { get; } = new() { En = "One day", Length = 24, Unit = ClockUnit.Hours };

    public static TheoryData<string, ClockRuleFacts> Refused() => new()
    {
        { "A length must be a whole number from 1 to 9999, like 24", Day with { Length = -24 } },
        { "A length must be a whole number from 1 to 9999, like 24", Day with { Length = 0 } },
        { "A length must be a whole number from 1 to 9999, like 24", Day with { Length = 10_000 } },
        { "A length must be a whole number from 1 to 9999, like 24", Day with { Extension = -1, ExtensionUnit = ClockUnit.Days } },
        { "A limit needs a length, like 24 hours", Day with { Length = null, Unit = null } },
        { "Write the number of a length and choose hours, days or months, or leave both empty", Day with { Unit = null } },
        { "Write the number of a length and choose hours, days or months, or leave both empty", Day with { CapUnit = ClockUnit.Days } },
        { "The most that all together may be is shorter than the first length", Day with { Cap = 23, CapUnit = ClockUnit.Hours } },
        { "The last day in force must be the same as or after 2020-01-02, the first", Day with { InForceFrom = PartialDate.Read("2020-01-02"), InForceTo = PartialDate.Read("2020-01-01") } },
        { "Write what the rule says", Day with { En = " " } },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_rule_that_cannot_be_counted_is_refused(string sentence, ClockRuleFacts facts) =>
        Assert.Equal(sentence, Assert.Throws<DomainRuleException>(() => new ClockRule("T99", facts)).Message);

    [Fact]
    public void What_counts_up_needs_no_length() => Assert.NotNull(new ClockRule("T99", Day with { Kind = ClockKind.CountUp, Length = null, Unit = null }));

    [Fact]
    public void The_same_words_are_the_same_edition_and_others_are_not()
    {
        Assert.Equal(new ClockRule("T99", Day).Edition, new ClockRule("T98", Day with { }).Edition);
        Assert.NotEqual(new ClockRule("T99", Day).Edition, new ClockRule("T99", Day with { Length = 25 }).Edition);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(100)]
    public void A_clock_has_a_number_of_orders_that_can_be(int orders) => Assert.Throws<DomainRuleException>(() =>
        new Clock(Guid.NewGuid(), Guid.NewGuid(), Timers.Rule("T05-48"), Timers.Clock("T05-48", "2025-03-14") with { Extensions = orders }, null));

    [Fact]
    public void A_clock_cannot_end_before_it_began_and_keeps_its_rule()
    {
        var clock = new Clock(Guid.NewGuid(), Guid.NewGuid(), Timers.Rule("T01"), Timers.Clock("T01", "2025-03-14 10:00"), null);

        Assert.Throws<DomainRuleException>(() => clock.Change(clock.Facts with { End = ClockEnd.SheLeft, EndedOn = PartialDateTime.Read("2025-03-13") }, null));
        Assert.Throws<DomainRuleException>(() => clock.Change(clock.Facts with { EndedOn = PartialDateTime.Read("2025-03-15") }, null));
        Assert.Throws<DomainRuleException>(() => clock.Change(clock.Facts with { Rule = "T02" }, null));
        Assert.Equal(new DateOnly(2025, 3, 15), clock.DueOn);

        clock.Change(clock.Facts with { End = ClockEnd.SheLeft, EndedOn = PartialDateTime.Read("2025-03-14 10:00") }, null);

        Assert.False(clock.IsOpen);
        Assert.Null(clock.DueOn);
    }
}
