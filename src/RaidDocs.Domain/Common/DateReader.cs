using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace RaidDocs.Domain.Common;

/// <summary>
/// Reads a typed date. Day, month, year is the only order, except year-month-day with dashes; nothing is guessed that could be
/// a second date, because a wrong date in a case file is worse than a question at the form.
/// </summary>
internal static partial class DateReader
{
    internal const int BuddhistYears = 543;

    private const int LongestText = 100;

    private const string Name = @"[\p{L}\p{M}][\p{L}\p{M}. ]*";

    // A dash beside a stroke is an empty box.
    private const string Dash = "(?<!/) - (?!/)";

    private const string Nth = "(st|nd|rd|th)?";

    /// <summary>The days found, or the problem; and the year as typed, in plain digits, for the sentence about it.</summary>
    internal readonly record struct Found(
        DateOnly Earliest, DateOnly Latest, DatePrecision Precision, Era Era, bool About, DateProblem? Problem, string Year);

    internal static Found Read(string typed)
    {
        if (typed.Length > LongestText || PlainText.HasControls(typed))
        {
            return Refused(DateProblem.NotADate);
        }

        var text = Simplify(typed);
        if (text.All(letter => letter is '-' or '/' or ' '))
        {
            return Refused(DateProblem.Empty);
        }

        var about = TakeAbout(ref text);
        var found = ReadOne(text);
        if (found.Problem == DateProblem.NotADate)
        {
            found = ReadRange(text);
        }

        return found with { About = about || found.About };
    }

    private static Found ReadRange(string text)
    {
        var match = Range().Match(text);
        if (!match.Success)
        {
            return Refused(DateProblem.NotADate);
        }

        var (from, to) = (match.Groups["from"].Value, match.Groups["to"].Value);
        var about = TakeAbout(ref from) | TakeAbout(ref to);
        var (first, last) = (ReadOne(from), ReadOne(to));
        if (first.Problem == DateProblem.NotADate || last.Problem == DateProblem.NotADate)
        {
            return Refused(DateProblem.NotADate);
        }

        if (first.Problem is not null || last.Problem is not null)
        {
            return first.Problem is not null ? first : last;
        }

        return last.Latest < first.Earliest
            ? Refused(DateProblem.RangeReversed)
            : first with { Latest = last.Latest, Precision = DatePrecision.Range, About = about };
    }

    private static Found ReadOne(string text)
    {
        foreach (var form in (Regex[])[YearFirst(), Boxes(), Numbers(), Named(), NameFirst(), MonthYear(), YearOnly()])
        {
            var match = form.Match(text);
            if (match.Success && TryMonth(match.Groups["m"].Value, out var month))
            {
                return Make(match.Groups["d"].Value, month, match.Groups["y"].Value);
            }
        }

        return Refused(DateProblem.NotADate);
    }

    private static Found Make(string typedDay, int? month, string year)
    {
        var day = Number(typedDay);
        if (day is not null && month is null)
        {
            return Refused(DateProblem.NoMonth);
        }

        if (!TryYear(year, out var western, out var era, out var problem))
        {
            return Refused(problem, year);
        }

        if (month is < 1 or > 12 || day is < 1)
        {
            return Refused(DateProblem.NotReal);
        }

        if (day > DateTime.DaysInMonth(western, month ?? 1))
        {
            return Refused((day, month) == (29, 2) ? DateProblem.NoLeapDay : DateProblem.NotReal, year);
        }

        var earliest = new DateOnly(western, month ?? 1, day ?? 1);
        var (latest, precision) = (month, day) switch
        {
            (null, _) => (new DateOnly(western, 12, 31), DatePrecision.Year),
            (_, null) => (earliest.AddMonths(1).AddDays(-1), DatePrecision.Month),
            _ => (earliest, DatePrecision.Day),
        };
        return new(earliest, latest, precision, era, About: false, Problem: null, year);
    }

    private static bool TryYear(string typed, out int western, out Era era, out DateProblem problem)
    {
        (western, era) = (Number(typed) ?? 0, Era.Western);
        if (western is >= 1900 + BuddhistYears and <= PartialDate.LastYear + BuddhistYears)
        {
            (western, era) = (western - BuddhistYears, Era.Buddhist);
        }

        problem = western switch
        {
            < 1000 => DateProblem.TwoDigitYear,
            >= 1900 and < PartialDate.FirstYear => DateProblem.TooOld,
            _ => DateProblem.EraUnclear,
        };
        return western is >= PartialDate.FirstYear and <= PartialDate.LastYear;
    }

    private static bool TryMonth(string typed, out int? month)
    {
        month = Number(typed) ?? MonthNames.Find(typed);
        return month is not null || typed is "" or "-";
    }

    // Longer than any year: the number itself no longer matters, only that it is out of reach.
    private static int? Number(string digits) =>
        digits.Length == 0 || !digits.All(char.IsAsciiDigit) ? null
        : digits.Length > 9 ? int.MaxValue
        : int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static Found Refused(DateProblem problem, string year = "") => default(Found) with { Problem = problem, Year = year };

    private static bool TakeAbout(ref string text)
    {
        var match = About().Match(text);
        if (!match.Success)
        {
            return false;
        }

        text = match.Groups["rest"].Value;
        return true;
    }

    // Plain digits, lower case, one kind of space, dash, stroke and dot.
    private static string Simplify(string typed)
    {
        var simple = new StringBuilder(typed.Length);
        foreach (var letter in Digits.Fold(typed).ToLowerInvariant())
        {
            var plain = letter switch
            {
                >= '\u2010' and <= '\u2015' or '\u2212' or '\uFF0D' => '-',
                '\uFF0F' => '/',
                '\uFF0E' => '.',
                _ when char.IsWhiteSpace(letter) => ' ',
                _ => letter,
            };
            if (plain != ' ' || (simple.Length > 0 && simple[^1] != ' '))
            {
                simple.Append(plain);
            }
        }

        return simple.ToString().TrimEnd();
    }

    [GeneratedRegex(@"\A((about|around|circa|ca\.?|c\.?|ประมาณ|~) ?(?<rest>.+?)( ?~)?|(?<rest>.+?) ?~)\z", Options)]
    private static partial Regex About();

    // "and" parts two dates only after "between"; a dash needs its spaces, or it could be part of a date.
    [GeneratedRegex(
        @"\A((between |ระหว่าง ?)(?<from>.+?)( and | to |" + Dash + @"| ?(และ|ถึง) ?)(?<to>.+)|(?<from>.+?)( to | until |" + Dash + @"| ?ถึง ?)(?<to>.+)"
        + @"|(?<from>[0-9]{4}(-[0-9]{2}){0,2}) ?/ ?(?<to>[0-9]{4}(-[0-9]{2}){0,2}))\z",
        Options)]
    private static partial Regex Range();

    [GeneratedRegex(@"\A(?<y>[0-9]{4})-(?<m>[0-9]{1,2})(-(?<d>[0-9]{1,2}))?\z", Options)]
    private static partial Regex YearFirst();

    // The boxes of a form, any of which may be empty or a dash.
    [GeneratedRegex(@"\A(-|(?<d>[0-9]{1,2})?) ?/ ?(?<m>-|[0-9]{1,2}|" + Name + @")? ?/ ?(?<y>-|[0-9]+)?\z", Options)]
    private static partial Regex Boxes();

    [GeneratedRegex(@"\A(?<d>[0-9]{1,2})( ?[/.\-] ?| )(?<m>[0-9]{1,2})( ?[/.\-] ?| )(?<y>[0-9]+)\z", Options)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\A(?<d>[0-9]{1,2})" + Nth + @" ?[/.,\-]? ?(?<m>" + Name + @") ?[/,\-]? ?(?<y>[0-9]+)?\z", Options)]
    private static partial Regex Named();

    [GeneratedRegex(@"\A(?<m>" + Name + @") ?(?<d>[0-9]{1,2})" + Nth + @"(, ?| )(?<y>[0-9]{3,})\z", Options)]
    private static partial Regex NameFirst();

    [GeneratedRegex(@"\A((?<m>[0-9]{1,2})( ?[/.\-] ?| )(?<y>-|[0-9]+)|(?<m>" + Name + @") ?[/,\-]? ?(?<y>[0-9]+)?)\z", Options)]
    private static partial Regex MonthYear();

    [GeneratedRegex(@"\A(?<y>[0-9]+)\z", Options)]
    private static partial Regex YearOnly();

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
}
