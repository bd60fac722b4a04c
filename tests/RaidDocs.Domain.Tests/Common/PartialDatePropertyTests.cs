using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Tests.Common;

public sealed class PartialDatePropertyTests
{
    // The zero of each script; its other digits follow.
    private static readonly char[] Zeros = ['0', '๐', '၀', '\u1090', '໐', '០', '٠', '０'];

    private static readonly string[] EnglishMonths = ["January", "Feb", "MAR", "April", "may", "Jun.", "July", "Aug", "Sept", "October", "nov", "Dec"];

    private static readonly string[] ThaiMonths =
    [
        "มกราคม", "ก.พ.", "มีค", "เม.ย.", "พฤษภาคม", "มิ.ย.", "กรกฎาคม", "ส.ค.", "กันยายน", "ต.ค.", "พฤศจิกายน", "ธ.ค.",
    ];

    private static readonly Func<DateOnly, int, string>[] Forms =
    [
        (day, year) => $"{year}-{day.Month:00}-{day.Day:00}",
        (day, year) => $"{day.Day}/{day.Month}/{year}",
        (day, year) => $"{day.Day} {EnglishMonths[day.Month - 1]} {year}",
        (day, year) => $"{day.Day} {ThaiMonths[day.Month - 1]} {year}",
        (day, year) => $"{year}-{day.Month:00}",
        (day, year) => $"- / {day.Month} / {year}",
        (day, year) => $"{EnglishMonths[day.Month - 1]} {year}",
        (day, year) => $"{ThaiMonths[day.Month - 1]} {year}",
        (_, year) => $"{year}",
        (_, year) => $"- / - / {year}",
    ];

    private sealed record Sample(string Typed, DateOnly Earliest, DateOnly Latest, DatePrecision Precision, Era Era, bool About);

    private static readonly Gen<Sample> Singles =
        from number in Gen.Choose(new DateOnly(1941, 1, 1).DayNumber, new DateOnly(2099, 12, 31).DayNumber)
        from form in Gen.Choose(0, Forms.Length - 1)
        from era in Gen.Elements(Era.Western, Era.Buddhist)
        from about in Gen.Elements("", "", "about ", "~", "ประมาณ ")
        select Make(DateOnly.FromDayNumber(number), form, era, about);

    private static readonly Gen<Sample> Ranges =
        from first in Singles
        from second in Singles
        from form in Gen.Elements("{0} to {1}", "{0} - {1}", "between {0} and {1}", "{0} ถึง {1}")
        select Join(first.Earliest <= second.Earliest ? (first, second) : (second, first), form);

    private static readonly Gen<Sample> Samples =
        from sample in Gen.OneOf(Singles, Singles, Singles, Ranges)
        from zero in Gen.Elements(Zeros)
        select sample with { Typed = string.Concat(sample.Typed.Select(letter => char.IsAsciiDigit(letter) ? (char)(zero + letter - '0') : letter)) };

    [Theory]
    [InlineData("")]
    [InlineData("th-TH")]
    [InlineData("km-KH")]
    [InlineData("my-MM")]
    public void A_date_in_any_era_script_and_form_survives_reading_and_storing(string culture)
    {
        using var _ = new Culture(culture);
        var property = Prop.ForAll(Samples.ToArbitrary(), sample =>
        {
            var date = PartialDate.Read(sample.Typed);
            var stored = date.Stored;

            Assert.Equal(sample, new Sample(date.Typed, date.Earliest, date.Latest, date.Precision, date.Era, date.About));
            Assert.Equal($"{Iso(sample.Earliest)}|{Iso(sample.Latest)}|", stored[..22]);
            Assert.All([stored[..4], stored[11..15]], year => Assert.True(string.CompareOrdinal(year, "2400") < 0));
            Assert.Equal(date, PartialDate.FromStored(stored));
            Assert.Equal(stored, PartialDate.FromStored(stored).Stored);
        });

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(10_000), property);
    }

    [Fact]
    public void The_stored_texts_sort_as_the_dates_do()
    {
        var property = Prop.ForAll(Samples.ToArbitrary(), Samples.ToArbitrary(), (one, other) =>
        {
            var (left, right) = (PartialDate.Read(one.Typed), PartialDate.Read(other.Typed));
            var byText = Math.Sign(string.CompareOrdinal(left.Stored[..21], right.Stored[..21]));

            Assert.Equal(Math.Sign((left.Earliest, left.Latest).CompareTo((right.Earliest, right.Latest))), Math.Sign(left.CompareTo(right)));
            Assert.Equal(byText, Math.Sign(left.CompareTo(right)));
            Assert.Equal(left.CompareTo(right) < 0, left < right);
        });

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), property);
    }

    private static Sample Make(DateOnly day, int form, Era era, string about)
    {
        var typed = about + Forms[form](day, era == Era.Buddhist ? day.Year + 543 : day.Year);
        var month = new DateOnly(day.Year, day.Month, 1);
        return form switch
        {
            < 4 => new(typed, day, day, DatePrecision.Day, era, about.Length > 0),
            < 8 => new(typed, month, month.AddMonths(1).AddDays(-1), DatePrecision.Month, era, about.Length > 0),
            _ => new(typed, new(day.Year, 1, 1), new(day.Year, 12, 31), DatePrecision.Year, era, about.Length > 0),
        };
    }

    private static Sample Join((Sample First, Sample Last) pair, string form) => new(
        string.Format(CultureInfo.InvariantCulture, form, pair.First.Typed, pair.Last.Typed),
        pair.First.Earliest,
        pair.Last.Latest,
        DatePrecision.Range,
        pair.First.Era,
        pair.First.About || pair.Last.About);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
