using System.Text.RegularExpressions;

namespace RaidDocs.Domain.Common;

/// <summary>
/// The days that a running text names in full on one line, in English or Thai, in numbers or with the month's name, in either era.
/// </summary>
public static partial class DaysInText
{
    private static readonly Regex[] Forms = [YearFirst(), Numbers(), Named(), NameFirst()];

    public static IEnumerable<DateOnly> Find(string text)
    {
        var folded = Digits.Fold(text);
        return Forms.SelectMany(form => form.Matches(folded)).Select(DayOf).OfType<DateOnly>().Distinct();
    }

    /// <summary>The text with the months of the days that are hidden, and the rest as it was typed.</summary>
    public static string Shorten(string text, Predicate<DateOnly> isHidden)
    {
        foreach (var form in Forms)
        {
            var folded = Digits.Fold(text);
            if (folded.Length != text.Length)
            {
                return text;
            }

            foreach (var match in form.Matches(folded).Reverse().Where(match => DayOf(match) is { } day && isHidden(day)))
            {
                var drop = match.Groups["drop"];
                text = text.Remove(drop.Index, drop.Length);
            }
        }

        return text;
    }

    private static DateOnly? DayOf(Match match)
    {
        var typed = match.Groups["numbers"] is { Success: true } numbers ? numbers.Value : $"{match.Groups["d"]} {match.Groups["m"]} {match.Groups["y"]}";
        return PartialDate.TryRead(typed, out var date, out _) && date.Precision == DatePrecision.Day ? date.Earliest : null;
    }

    [GeneratedRegex(@"(?<![0-9])(?<numbers>[0-9]{4}-[0-9]{1,2}(?<drop>-[0-9]{1,2}))(?![0-9])", RegexOptions.None, 5000)]
    private static partial Regex YearFirst();

    [GeneratedRegex(
        @"(?<![0-9A-Za-z])(?<numbers>(?<drop>[0-9]{1,2}/)[0-9]{1,2}/[0-9]{2,4}|(?<drop>[0-9]{1,2}\.)[0-9]{1,2}\.[0-9]{2,4}|(?<drop>[0-9]{1,2}-)[0-9]{1,2}-[0-9]{2,4})(?![0-9])",
        RegexOptions.None,
        5000)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"(?<![0-9A-Za-z])(?<drop>(?<d>[0-9]{1,2})(?:st|nd|rd|th)? ?(?:of )?)(?<m>[\p{L}\p{M}.]{3,12}),? ?(?<y>[0-9]{4})(?![0-9])", RegexOptions.None, 5000)]
    private static partial Regex Named();

    [GeneratedRegex(@"(?<![\p{L}])(?<m>\p{L}{3,9})(?<drop> (?<d>[0-9]{1,2})(?:st|nd|rd|th)?,?) (?<y>[0-9]{4})(?![0-9])", RegexOptions.None, 5000)]
    private static partial Regex NameFirst();
}
