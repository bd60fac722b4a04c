using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Tests.Common;

public sealed class PartialDateTimeTests
{
    [Theory]
    [InlineData("2011-03-13 22:40", "2011-03-13", "2011-03-13T22:40", "2011-03-13T22:40")]
    [InlineData("2011-03-13T22:40", "2011-03-13", "2011-03-13T22:40", "2011-03-13T22:40")]
    [InlineData("12 March 2011, 22:40", "12 March 2011", "2011-03-12T22:40", "2011-03-12T22:40")]
    [InlineData("12 March 2568 about 22:40", "12 March 2568", "2025-03-12T21:40", "2025-03-12T23:40")]
    [InlineData("12 March 2568, ~22:40", "12 March 2568", "2025-03-12T21:40", "2025-03-12T23:40")]
    [InlineData("12 March 2568 at 22:40~", "12 March 2568", "2025-03-12T21:40", "2025-03-12T23:40")]
    [InlineData("2011-03-13 about 00:30", "2011-03-13", "2011-03-12T23:30", "2011-03-13T01:30")]
    [InlineData("2011-03-13 00:30", "2011-03-13", "2011-03-13T00:30", "2011-03-13T00:30")]
    [InlineData("12/3/2568 22.40", "12/3/2568", "2025-03-12T22:40", "2025-03-12T22:40")]
    [InlineData("๑๒ มี.ค. ๒๕๖๘ เวลา ๒๒.๔๐ น.", "๑๒ มี.ค. ๒๕๖๘", "2025-03-12T22:40", "2025-03-12T22:40")]
    [InlineData("12 March 2568, early evening", "12 March 2568", "2025-03-12T17:00", "2025-03-12T20:00")]
    [InlineData("12 March 2568, night", "12 March 2568", "2025-03-12T20:00", "2025-03-13T00:00")]
    [InlineData("12 March 2568 After Midnight", "12 March 2568", "2025-03-12T00:00", "2025-03-12T05:00")]
    [InlineData("12 March 2568 morning", "12 March 2568", "2025-03-12T05:00", "2025-03-12T12:00")]
    [InlineData("12 March 2568 daytime", "12 March 2568", "2025-03-12T09:00", "2025-03-12T17:00")]
    [InlineData("12 March 2568", "12 March 2568", "2025-03-12T00:00", "2025-03-13T00:00")]
    [InlineData("March 2568", "March 2568", "2025-03-01T00:00", "2025-04-01T00:00")]
    [InlineData("March 2568, 22:40", "March 2568", "2025-03-01T22:40", "2025-03-31T22:40")]
    [InlineData("about 2554, night", "about 2554", "2011-01-01T20:00", "2012-01-01T00:00")]
    [InlineData("2011-03-01 to 2011-03-15, 05:00", "2011-03-01 to 2011-03-15", "2011-03-01T05:00", "2011-03-15T05:00")]
    [InlineData("not known", "not known", "9999-12-31T00:00", "9999-12-31T23:59")]
    [InlineData("not known, about 22:40", "not known", "9999-12-31T21:40", "9999-12-31T23:59")]
    public void A_moment_is_read_and_stored_in_every_culture(string typed, string date, string earliest, string latest)
    {
        foreach (var culture in Culture.Names)
        {
            using var _ = new Culture(culture);
            var moment = PartialDateTime.Read(typed);

            Assert.Equal(typed, moment.Typed);
            Assert.Equal(typed, moment.ToString());
            Assert.Equal(PartialDate.Read(date), moment.Date);
            Assert.Equal(earliest, Minute(moment.EarliestAt));
            Assert.Equal(latest, Minute(moment.LatestAt));
            Assert.Equal(DateTimeKind.Unspecified, moment.EarliestAt.Kind);
            Assert.StartsWith($"{earliest}|{latest}|", moment.Stored, StringComparison.Ordinal);
            Assert.Equal(moment, PartialDateTime.FromStored(moment.Stored));
            Assert.Equal(moment.Stored, PartialDateTime.FromStored(moment.Stored).Stored);
        }
    }

    [Theory]
    [InlineData("", DateProblem.Empty, "Enter the date of the raid, or choose \"I do not know the date\"")]
    [InlineData("22:40", DateProblem.NotADate, "Enter the date of the raid like 12/3/2568, 12 March 2025, March 2025 or 2025")]
    [InlineData("12/3/68 22:40", DateProblem.TwoDigitYear, "Enter the year with 4 numbers, like 2568 or 2025")]
    [InlineData("12/3/2200 22:40", DateProblem.EraUnclear, "We cannot tell if 2200 is a Thai or Western year. Enter a year like 2568 or 2025")]
    [InlineData("29/2/2568, night", DateProblem.NoLeapDay, "2025 (2568) has no 29 February")]
    [InlineData("2012 to 2011", DateProblem.RangeReversed, "The date of the raid must have the earlier date first")]
    [InlineData("12/3/2568 24:00", DateProblem.NotATime, "Enter the time like 22:40")]
    [InlineData("12/3/2568 22:60", DateProblem.NotATime, "Enter the time like 22:40")]
    [InlineData("12/3/2568, 10:40 pm", DateProblem.NotATime, "Enter the time like 22:40")]
    [InlineData("12 March 2568 late", DateProblem.NotATime, "Enter the time like 22:40")]
    public void What_is_no_moment_is_refused_with_a_sentence(string typed, DateProblem expected, string sentence)
    {
        Assert.False(PartialDateTime.TryRead(typed, out var moment, out var problem));

        var refusal = Assert.Throws<DomainRuleException>(() => PartialDateTime.Read(typed, "the date of the raid"));

        Assert.Null(moment);
        Assert.Equal(expected, problem);
        Assert.Equal(sentence, refusal.Message);
    }

    [Fact]
    public void Moments_sort_by_the_first_moment_they_can_be_and_so_do_their_stored_texts()
    {
        string[] inOrder =
        [
            "2010", "12 March 2011", "12 March 2011, after midnight", "2011-03-12 04:10", "12/3/2554 about 22:40", "2011-03-12 22:40", "March 2012", "not known",
        ];
        var moments = inOrder.Select(typed => PartialDateTime.Read(typed)).ToArray();

        Assert.Equal(inOrder.Skip(2), moments.Skip(2).Reverse().Order().Select(moment => moment.Typed));
        Assert.Equal(moments.Order().Select(moment => moment.Stored), moments.Select(moment => moment.Stored).Order(StringComparer.Ordinal));
        Assert.True(moments[0] < moments[3]);
        Assert.True(moments[3] > moments[0]);
    }

    [Fact]
    public void A_date_alone_says_nothing_of_the_time()
    {
        var moment = PartialDateTime.Of(PartialDate.Read("12/3/2568"));

        Assert.Null(moment.Time);
        Assert.Null(moment.Part);
        Assert.False(moment.AboutTime);
        Assert.Equal(PartialDateTime.Read("12/3/2568"), moment);
    }

    [Fact]
    public void The_parts_of_a_day_are_offered_in_words_that_can_be_typed()
    {
        foreach (var part in Enum.GetValues<PartOfDay>())
        {
            var words = typeof(PartOfDay).GetField(part.ToString())!.GetCustomAttribute<DisplayAttribute>()!.Name;

            Assert.Equal(part, PartialDateTime.Read($"12/3/2568, {words}").Part);
        }
    }

    private static string Minute(DateTime at) => at.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
}
