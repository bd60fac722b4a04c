using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Tests.Common;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("12", "3", "2568", false, "12/3/2568", "2025-03-12")]
    [InlineData("๑๒", "มี.ค.", "๒๕๖๘", false, "๑๒ มี.ค. ๒๕๖๘", "2025-03-12")]
    [InlineData("12", "mar", "2025", false, "12 mar 2025", "2025-03-12")]
    [InlineData("-", "3", "2568", false, "3/2568", "2025-03")]
    [InlineData("", "มี.ค.", "2568", false, "มี.ค. 2568", "2025-03")]
    [InlineData("-", "-", "2568", true, "about 2568", "2025~")]
    [InlineData(" 12 ", "3", "2568", true, "about 12/3/2568", "2025-03-12~")]
    [InlineData("29", "2", "2567", false, "29/2/2567", "2024-02-29")]
    [InlineData("12", "3", "2570", false, "12/3/2570", "2027-03-12")]
    public void The_boxes_of_a_form_become_one_text_and_a_date(string day, string month, string year, bool about, string text, string edtf)
    {
        var typed = PartialDate.FromBoxes(day, month, year, about);

        Assert.Equal(text, typed);
        Assert.Equal(edtf, PartialDate.Read(typed).Edtf);
    }

    [Theory]
    [InlineData("29", "2", "2568", DateProblem.NoLeapDay)]
    [InlineData("12", "3", "68", DateProblem.TwoDigitYear)]
    [InlineData("12", "3", "2200", DateProblem.EraUnclear)]
    [InlineData("31", "4", "2568", DateProblem.NotReal)]
    [InlineData("12", "", "2568", DateProblem.NoMonth)]
    [InlineData("12", "", "", DateProblem.NoMonth)]
    [InlineData("12", "3", "", DateProblem.TwoDigitYear)]
    [InlineData("12", "มี.ค.", "", DateProblem.TwoDigitYear)]
    [InlineData("", "3", "", DateProblem.TwoDigitYear)]
    [InlineData("", "mar", " ", DateProblem.TwoDigitYear)]
    [InlineData("12", "Smarch", "2568", DateProblem.NotADate)]
    [InlineData("-3", "3", "2568", DateProblem.NotADate)]
    [InlineData("", "-", null, DateProblem.Empty)]
    public void Boxes_that_make_no_date_are_refused(string day, string month, string? year, DateProblem expected)
    {
        Assert.False(PartialDate.TryRead(PartialDate.FromBoxes(day, month, year, about: false), out var date, out var problem));
        Assert.Null(date);
        Assert.Equal(expected, problem);
    }

    [Fact]
    public void Empty_boxes_are_no_text_even_when_about_is_ticked()
    {
        Assert.Equal("", PartialDate.FromBoxes(null, " ", "-", about: true));
    }

    [Theory]
    [InlineData("2011-03-13", "2011-03-13", Era.Western)]
    [InlineData("2554-03-13", "2011-03-13", Era.Buddhist)]
    [InlineData("13 March 2011", "2011-03-13", Era.Western)]
    [InlineData("13 Mar 2554", "2011-03-13", Era.Buddhist)]
    [InlineData("13th of march 2011", null, Era.Western)]
    [InlineData("13th SEPT. 2011", "2011-09-13", Era.Western)]
    [InlineData("March 13, 2011", "2011-03-13", Era.Western)]
    [InlineData("๑๒ มี.ค. ๒๕๖๘", "2025-03-12", Era.Buddhist)]
    [InlineData("12มีค2568", "2025-03-12", Era.Buddhist)]
    [InlineData("12 มี. ค. 2568", "2025-03-12", Era.Buddhist)]
    [InlineData("12 กุมภาพันธ์ 2568", "2025-02-12", Era.Buddhist)]
    [InlineData("12/3/2568", "2025-03-12", Era.Buddhist)]
    [InlineData("12 / mar / 2025", "2025-03-12", Era.Western)]
    [InlineData("12.3.2025", "2025-03-12", Era.Western)]
    [InlineData("12 - 3 - 2025", "2025-03-12", Era.Western)]
    [InlineData("၁၂/၃/၂၀၂၅", "2025-03-12", Era.Western)]
    [InlineData("12\u200E/3/\u200F2025", "2025-03-12", Era.Western)]
    [InlineData("3/2568", "2025-03", Era.Buddhist)]
    [InlineData("March 2011", "2011-03", Era.Western)]
    [InlineData("2011-03", "2011-03", Era.Western)]
    [InlineData("- / 3 / 2568", "2025-03", Era.Buddhist)]
    [InlineData("- / - / 2568", "2025", Era.Buddhist)]
    [InlineData("2011", "2011", Era.Western)]
    [InlineData("about 2554", "2011~", Era.Buddhist)]
    [InlineData("About March 2011", "2011-03~", Era.Western)]
    [InlineData("c. 2011", "2011~", Era.Western)]
    [InlineData("~2011", "2011~", Era.Western)]
    [InlineData("2011~", "2011~", Era.Western)]
    [InlineData("ประมาณ มี.ค. 2554", "2011-03~", Era.Buddhist)]
    [InlineData("1941", "1941", Era.Western)]
    [InlineData("2099", "2099", Era.Western)]
    [InlineData("2642", "2099", Era.Buddhist)]
    [InlineData("2484", "1941", Era.Buddhist)]
    public void A_date_is_read_as_people_write_it(string typed, string? edtf, Era era)
    {
        foreach (var culture in Culture.Names)
        {
            using var _ = new Culture(culture);
            var isRead = PartialDate.TryRead(typed, out var date, out var problem);

            Assert.Equal(edtf, date?.Edtf);
            Assert.Equal(isRead ? era : Era.Western, date?.Era ?? Era.Western);
            Assert.Equal(isRead ? default : DateProblem.NotADate, problem);
        }
    }

    [Theory]
    [InlineData("2011-03-01 to 2011-03-15", "2011-03-01/2011-03-15")]
    [InlineData("March 2011 - May 2011", "2011-03-01/2011-05-31")]
    [InlineData("12/3/2568 – 15/3/2568", "2025-03-12/2025-03-15")]
    [InlineData("between 12 March 2554 and 2011", "2011-03-12/2011-12-31")]
    [InlineData("2011-03-01/2011-03-15", "2011-03-01/2011-03-15")]
    [InlineData("2011/2012", "2011-01-01/2012-12-31")]
    [InlineData("12 มี.ค. 2568 ถึง 15 มี.ค. 2568", "2025-03-12/2025-03-15")]
    [InlineData("about 2011 to 2012", "2011-01-01~/2012-12-31~")]
    [InlineData("2011 to about 2012", "2011-01-01~/2012-12-31~")]
    [InlineData("2011 to March 2011", "2011-01-01/2011-03-31")]
    public void A_range_runs_from_the_first_day_of_one_date_to_the_last_of_the_other(string typed, string edtf)
    {
        var date = PartialDate.Read(typed);

        Assert.Equal(DatePrecision.Range, date.Precision);
        Assert.Equal(edtf, date.Edtf);
        Assert.Equal(typed, date.Typed);
    }

    [Theory]
    [InlineData("not asked", Gap.NotAsked)]
    [InlineData(" Unknown ", Gap.NotKnown)]
    [InlineData("she would rather not say", Gap.RatherNotSay)]
    [InlineData("withheld", Gap.Withheld)]
    public void A_gap_is_a_date_that_sorts_last(string typed, Gap gap)
    {
        var date = PartialDate.Read(typed);

        Assert.Equal(DatePrecision.Unknown, date.Precision);
        Assert.Equal(gap, date.Gap);
        Assert.Equal(typed.Trim(), date.ToString());
        Assert.Equal("XXXX", date.Edtf);
        Assert.StartsWith("9999-12-31|9999-12-31|Unknown|", date.Stored, StringComparison.Ordinal);
        Assert.True(date > PartialDate.Read("31/12/2642"));
        Assert.Equal(date, PartialDate.FromStored(date.Stored));
        Assert.Equal(PartialDate.Unknown(gap), PartialDate.Read(Gaps.Phrase(gap)));
    }

    [Fact]
    public void Dates_made_by_the_program_read_back_from_their_text()
    {
        PartialDate[] made = [PartialDate.OfDay(new(2024, 2, 29)), PartialDate.OfMonth(2024, 2), PartialDate.OfMonths(new(2023, 12, 31), new(2024, 2, 1)), PartialDate.OfYear(2024)];

        Assert.Equal(["2024-02-29", "2024-02", "2023-12 to 2024-02", "2024"], made.Select(date => date.Typed));
        Assert.Equal(new DateOnly(2024, 2, 29), made[1].Latest);
        Assert.All(made, date => Assert.Equal(date, PartialDate.Read(date.Typed)));
        Assert.Throws<ArgumentOutOfRangeException>(() => PartialDate.OfDay(new(2568, 3, 12)));
        Assert.Throws<ArgumentOutOfRangeException>(() => PartialDate.OfYear(1940));
    }

    [Fact]
    public void The_stored_text_is_the_days_then_how_it_was_said_then_what_was_typed()
    {
        Assert.Equal("2011-03-01|2011-03-31|Month|About|Western||about March 2011", PartialDate.Read("about March 2011").Stored);
        Assert.Equal("9999-12-31|9999-12-31|Unknown|Exact|Western|NotKnown|not known", PartialDate.Unknown(Gap.NotKnown).Stored);
    }

    [Theory]
    [InlineData("2011-03-01|2011-03-31|Month|About|Western||a|b||c")]
    [InlineData("2011-03-01|2011-03-31|Month|Exact|Buddhist||")]
    public void What_was_typed_may_hold_any_character_in_the_stored_text(string stored)
    {
        Assert.Equal(stored, PartialDate.FromStored(stored).Stored);
    }

    [Theory]
    [InlineData("2011-03-01|2011-03-31|Month")]
    [InlineData("2554-03-01|2554-03-31|Month|Exact|Western||March 2554")]
    [InlineData("13/03/2011|13/03/2011|Day|Exact|Western||x")]
    public void Stored_text_that_is_broken_or_holds_a_Thai_year_is_refused(string stored)
    {
        Assert.Throws<FormatException>(() => PartialDate.FromStored(stored));
    }
}
