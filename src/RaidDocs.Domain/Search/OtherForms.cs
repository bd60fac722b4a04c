using System.Globalization;
using System.Text.RegularExpressions;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Search;

/// <summary>Years, days and phone numbers are written in several ways. The index adds the one form that a query is brought to.</summary>
internal static partial class OtherForms
{
    /// <summary>What is to be found by another form than the one typed: a year by that of the other era, a phone number by its digits.</summary>
    public static IEnumerable<string> Of(string typed)
    {
        var text = Digits.Fold(PlainText.WithoutInvisible(typed));
        foreach (Match year in Year().Matches(text))
        {
            var number = int.Parse(year.Value, NumberStyles.None, CultureInfo.InvariantCulture);
            if (number is >= PartialDate.FirstYear and <= PartialDate.LastYear)
            {
                yield return (number + DateReader.BuddhistYears).ToString(CultureInfo.InvariantCulture);
            }
            else if (number is >= PartialDate.FirstYear + DateReader.BuddhistYears and <= PartialDate.LastYear + DateReader.BuddhistYears)
            {
                yield return (number - DateReader.BuddhistYears).ToString(CultureInfo.InvariantCulture);
            }
        }

        foreach (Match day in Day().Matches(text))
        {
            if (DayOf(day.Value) is { } iso)
            {
                yield return iso;
            }
        }

        foreach (Match phone in Phone().Matches(text))
        {
            if (PhoneOf(phone.Value) is { } digits)
            {
                yield return digits;
            }
        }
    }

    /// <summary>A query with its phone numbers and days in the form of the index.</summary>
    public static string InQuery(string query)
    {
        var text = Digits.Fold(PlainText.WithoutInvisible(query));
        text = Day().Replace(text, day => DayOf(day.Value) ?? day.Value);
        return Phone().Replace(text, phone => PhoneOf(phone.Value) ?? phone.Value);
    }

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? DayOf(string typed) =>
        PartialDate.TryRead(typed, out var date, out _) && date.Precision == DatePrecision.Day ? Iso(date.Earliest) : null;

    // As it is dialled in Thailand; a foreign number with the digits of its country. Null: not a phone number.
    private static string? PhoneOf(string typed)
    {
        var isForeign = typed.StartsWith('+') || typed.StartsWith("00", StringComparison.Ordinal);
        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        digits = digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..] : digits;
        if (digits.StartsWith("66", StringComparison.Ordinal) && digits.Length is >= 10 and <= 12)
        {
            digits = "0" + digits[2..].TrimStart('0');
            isForeign = false;
        }

        return isForeign ? digits.Length is >= 8 and <= 15 ? digits : null
            : digits.StartsWith('0') && digits.Length is 9 or 10 ? digits : null;
    }

    [GeneratedRegex(@"(?<![0-9])[0-9]{4}(?![0-9])")]
    private static partial Regex Year();

    [GeneratedRegex(@"(?<![0-9])[0-9]{1,2}[/.\-][0-9]{1,2}[/.\-][0-9]{4}(?![0-9])")]
    private static partial Regex Day();

    [GeneratedRegex(@"(?<![0-9])(\+ ?[0-9]|0|66)([ \-.()]{0,2}[0-9]){7,14}(?![0-9])")]
    private static partial Regex Phone();
}
