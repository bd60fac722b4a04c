using RaidDocs.Domain.Common;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Tests.Infrastructure;

public sealed class DateWordsTests
{
    [Theory]
    [InlineData("12/3/2568", "12 March 2025 (2568)", "12 มีนาคม 2568 (2025)", "2025-03-12")]
    [InlineData("March 2011", "March 2011 (2554)", "มีนาคม 2554 (2011)", "2011-03")]
    [InlineData("2011", "2011 (2554)", "2554 (2011)", "2011")]
    [InlineData("about 2554", "about 2011 (2554)", "ประมาณ 2554 (2011)", "2011")]
    [InlineData("not known", "asked, not known", "ถามแล้ว ไม่ทราบ", null)]
    public void A_date_says_what_is_known_in_both_eras(string typed, string english, string thai, string? machine)
    {
        Assert.True(PartialDate.TryRead(typed, out var date, out _));

        Assert.Equal(english, TextsTests.In("en", () => Texts.Shared.Dates.Of(date)));
        Assert.Equal(thai, TextsTests.In("th", () => Texts.Shared.Dates.Of(date)));
        Assert.Equal(machine, DateWords.Machine(date));
    }

    [Theory]
    [InlineData("2011-03-13 22:40", "13 March 2011 (2554), 22:40")]
    [InlineData("2011-03-13 about 22:40", "13 March 2011 (2554), about 22:40")]
    [InlineData("13 March 2011 night", "13 March 2011 (2554), night")]
    [InlineData("13 March 2011", "13 March 2011 (2554)")]
    public void A_moment_never_says_an_hour_that_nobody_told(string typed, string english)
    {
        Assert.True(PartialDateTime.TryRead(typed, out var moment, out _));

        Assert.Equal(english, TextsTests.In("en", () => Texts.Shared.Dates.Of(moment)));
    }

    [Fact]
    public void An_instant_is_told_by_the_clock_of_bangkok() =>
        Assert.Equal("1 January 2026 (2569), 00:30", TextsTests.In("en", () =>
            Texts.Shared.Dates.Moment(new DateTime(2025, 12, 31, 17, 30, 0, DateTimeKind.Utc))));
}
