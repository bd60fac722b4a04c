using System.Globalization;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Tests.Common;

public sealed class DateSentenceTests
{
    [Theory]
    [InlineData("", DateProblem.Empty, "Enter the date of the raid, or choose \"I do not know the date\"")]
    [InlineData(" - / - / - ", DateProblem.Empty, "Enter the date of the raid, or choose \"I do not know the date\"")]
    [InlineData("last week", DateProblem.NotADate, "Enter the date of the raid like 12/3/2568, 12 March 2025, March 2025 or 2025")]
    [InlineData("12 / - / 2568", DateProblem.NoMonth, "The date of the raid must include a month, or choose \"I do not know the month\"")]
    [InlineData("31/4/2568", DateProblem.NotReal, "The date of the raid must be a real date")]
    [InlineData("30/2/2568", DateProblem.NotReal, "The date of the raid must be a real date")]
    [InlineData("0/2/2568", DateProblem.NotReal, "The date of the raid must be a real date")]
    [InlineData("0/2568", DateProblem.NotReal, "The date of the raid must be a real date")]
    [InlineData("3/13/2025", DateProblem.NotReal, "The date of the raid must be a real date")]
    [InlineData("2025-13-03", DateProblem.NotReal, "The date of the raid must be a real date")]
    [InlineData("29/2/2568", DateProblem.NoLeapDay, "2025 (2568) has no 29 February")]
    [InlineData("29 Feb 2025", DateProblem.NoLeapDay, "2025 (2568) has no 29 February")]
    [InlineData("28 Feb 2025 to 29 Feb 2025", DateProblem.NoLeapDay, "2025 (2568) has no 29 February")]
    [InlineData("12/3/68", DateProblem.TwoDigitYear, "Enter the year with 4 numbers, like 2568 or 2025")]
    [InlineData("12/3/568", DateProblem.TwoDigitYear, "Enter the year with 4 numbers, like 2568 or 2025")]
    [InlineData("12 March", DateProblem.TwoDigitYear, "Enter the year with 4 numbers, like 2568 or 2025")]
    [InlineData("12/3/2200", DateProblem.EraUnclear, "We cannot tell if 2200 is a Thai or Western year. Enter a year like 2568 or 2025")]
    [InlineData("๑๒/๓/๒๒๐๐", DateProblem.EraUnclear, "We cannot tell if 2200 is a Thai or Western year. Enter a year like 2568 or 2025")]
    [InlineData("2100", DateProblem.EraUnclear, "We cannot tell if 2100 is a Thai or Western year. Enter a year like 2568 or 2025")]
    [InlineData("2442", DateProblem.EraUnclear, "We cannot tell if 2442 is a Thai or Western year. Enter a year like 2568 or 2025")]
    [InlineData("2643", DateProblem.EraUnclear, "We cannot tell if 2643 is a Thai or Western year. Enter a year like 2568 or 2025")]
    [InlineData("1899", DateProblem.EraUnclear, "We cannot tell if 1899 is a Thai or Western year. Enter a year like 2568 or 2025")]
    [InlineData("1/1/20255", DateProblem.EraUnclear, "We cannot tell if 20255 is a Thai or Western year. Enter a year like 2568 or 2025")]
    [InlineData("99999999999", DateProblem.EraUnclear, "We cannot tell if 99999999999 is a Thai or Western year. Enter a year like 2568 or 2025")]
    [InlineData("2012 to 2011", DateProblem.RangeReversed, "The date of the raid must have the earlier date first")]
    [InlineData("31/12/1940", DateProblem.TooOld, "The date of the raid must be in 1941 (2484) or later")]
    [InlineData("31/12/2483", DateProblem.TooOld, "The date of the raid must be in 1941 (2484) or later")]
    [InlineData("2443", DateProblem.TooOld, "The date of the raid must be in 1941 (2484) or later")]
    [InlineData("1900", DateProblem.TooOld, "The date of the raid must be in 1941 (2484) or later")]
    public void Each_problem_has_its_sentence(string typed, DateProblem expected, string sentence)
    {
        foreach (var culture in Culture.Names)
        {
            using var _ = new Culture(culture);
            Assert.False(PartialDate.TryRead(typed, out var date, out var problem));

            var refusal = Assert.Throws<DomainRuleException>(() => PartialDate.Read(typed, "the date of the raid"));

            Assert.Null(date);
            Assert.Equal(expected, problem);
            Assert.Equal(sentence, refusal.Message);
            Assert.Equal(sentence, PartialDate.Sentence(problem, typed, "the date of the raid").ToString(CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [InlineData("13 March 2011 to")]
    [InlineData("2011-03-13 22:40")]
    [InlineData("12//3/2568")]
    [InlineData("1,2/3/2568")]
    [InlineData("12/3/+2568")]
    [InlineData("12/3/2568\0")]
    [InlineData("12\v3\v2568")]
    [InlineData("123/3/2568")]
    [InlineData("|")]
    [InlineData("about")]
    [InlineData("today")]
    [InlineData("2554-2555")]
    public void What_is_no_date_is_never_guessed(string typed)
    {
        Assert.False(PartialDate.TryRead(typed, out _, out var problem));
        Assert.Equal(DateProblem.NotADate, problem);
    }

    [Fact]
    public void A_date_spread_over_a_long_line_is_refused()
    {
        var spaces = new string(' ', 250);

        Assert.False(PartialDate.TryRead($"12{spaces}March 2025", out _, out _));
        Assert.False(PartialDateTime.TryRead($"12 March 2025{spaces}22:40", out _, out _));
    }

    [Fact]
    public void A_page_of_text_is_no_date_and_is_refused_quickly()
    {
        var page = string.Concat(Enumerable.Repeat("12 ", 350_000)) + "x";

        Assert.False(PartialDate.TryRead(page, out _, out var problem));
        Assert.Equal(DateProblem.NotADate, problem);
        Assert.False(PartialDateTime.TryRead(page, out _, out problem));
        Assert.Equal(DateProblem.NotADate, problem);
    }

    [Fact]
    public void A_sentence_is_the_key_of_its_translation_with_the_subject_and_years_as_holes()
    {
        var refusal = Assert.Throws<DomainRuleException>(() => PartialDate.Read("29/2/2568"));
        var missing = Assert.Throws<DomainRuleException>(() => PartialDate.Read(""));

        Assert.Equal("{0} ({1}) has no 29 February", refusal.Format);
        Assert.Equal([2025, 2568], refusal.Arguments);
        Assert.Equal("Enter {0}, or choose \"I do not know the date\"", missing.Format);
        Assert.Equal([new DateSubject("the date")], missing.Arguments);
    }
}
