using System.Globalization;
using RaidDocs.Domain.Common;

namespace RaidDocs.Web.Infrastructure;

/// <summary>
/// Days as people read them, in both eras. The months are our own words: a culture's formatting would
/// change with the machine it runs on. In views: <c>@Dates.Day(day)</c>, <c>@Dates.Of(raid.When)</c>.
/// </summary>
public sealed class DateWords(Texts texts)
{
    private const int BuddhistOffset = 543;

    private static readonly string[] EnglishMonths =
    [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ];

    private static readonly string[] ThaiMonths =
    [
        "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
        "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
    ];

    private static readonly string[] EnglishWeekdays =
        ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    private static readonly string[] ThaiWeekdays =
        ["วันอาทิตย์", "วันจันทร์", "วันอังคาร", "วันพุธ", "วันพฤหัสบดี", "วันศุกร์", "วันเสาร์"];

    /// <summary>"12 March 2025 (2568)", or "12 มีนาคม 2568 (2025)".</summary>
    public string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day} {Month(day)}");

    /// <summary>"Saturday 21 November 2026 (2569)".</summary>
    public string Weekday(DateOnly day) =>
        $"{(Texts.IsThai ? ThaiWeekdays : EnglishWeekdays)[(int)day.DayOfWeek]} {Day(day)}";

    /// <summary>"March 2025 (2568)".</summary>
    public string Month(DateOnly day) => $"{(Texts.IsThai ? ThaiMonths : EnglishMonths)[day.Month - 1]} {Year(day.Year)}";

    /// <summary>A moment on the clock of Bangkok: "12 March 2025 (2568), 21:16".</summary>
    public string Moment(DateTime utc)
    {
        var there = ClockExtensions.InBangkok(utc);
        return $"{Day(DateOnly.FromDateTime(there))}, {Time(TimeOnly.FromDateTime(there))}";
    }

    /// <summary>What is known of a date, and no more than that.</summary>
    public string Of(PartialDate? date)
    {
        if (date is null)
        {
            return "";
        }

        if (date.Gap is { } gap)
        {
            return texts.Of(gap);
        }

        var words = Span(date);
        return date.About ? texts["about {0}", words] : words;
    }

    public string Of(PartialDateTime? moment)
    {
        if (moment is null)
        {
            return "";
        }

        var day = Of(moment.Date);
        return moment switch
        {
            { Time: { } time, AboutTime: true } => texts["{0}, about {1}", day, Time(time)],
            { Time: { } time } => $"{day}, {Time(time)}",
            { Part: { } part } => $"{day}, {texts.Of(part).ToLowerInvariant()}",
            _ => day,
        };
    }

    public static string Time(TimeOnly time) => time.ToString("HH':'mm", CultureInfo.InvariantCulture);

    /// <summary>For the datetime attribute: always Gregorian; null where one value would say too much.</summary>
    public static string? Machine(PartialDate date) => date.Precision switch
    {
        DatePrecision.Day => date.Earliest.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DatePrecision.Month => date.Earliest.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        DatePrecision.Year => date.Earliest.ToString("yyyy", CultureInfo.InvariantCulture),
        _ => null,
    };

    private string Span(PartialDate date) => date.Precision switch
    {
        DatePrecision.Day => Day(date.Earliest),
        DatePrecision.Month => Month(date.Earliest),
        DatePrecision.Year => Year(date.Earliest.Year),
        DatePrecision.Range when IsOfMonths(date) => texts["between {0} and {1}", Month(date.Earliest), Month(date.Latest)],
        DatePrecision.Range => texts["between {0} and {1}", Day(date.Earliest), Day(date.Latest)],
        _ => texts.Of(Gap.NotKnown),
    };

    // Whole months, and more than one: no day of them is known.
    private static bool IsOfMonths(PartialDate range) =>
        range.Earliest.Day == 1 && range.Latest.AddDays(1).Day == 1 && range.Latest.Month != range.Earliest.Month;

    private static string Year(int year)
    {
        var (first, second) = Texts.IsThai ? (year + BuddhistOffset, year) : (year, year + BuddhistOffset);
        return string.Create(CultureInfo.InvariantCulture, $"{first} ({second})");
    }
}
