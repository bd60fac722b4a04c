using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace RaidDocs.Domain.Common;

/// <summary>How closely a date is known.</summary>
public enum DatePrecision
{
    Day,
    Month,
    Year,
    Range,
    Unknown,
}

/// <summary>The era in which the year was typed. It changes what is shown, never what is stored.</summary>
public enum Era
{
    Western,
    Buddhist,
}

/// <summary>
/// A date as testimony gives it: a day, a month, a year, a range, or the reason it is not known. It keeps what was typed, and the first
/// and last day it can be, in the Western calendar. "About" is kept as said and does not widen those days, since nobody said by how much.
/// </summary>
public sealed record PartialDate : IComparable<PartialDate>
{
    internal const int FirstYear = 1941;

    internal const int LastYear = 2099;

    private const string StoredDay = "yyyy-MM-dd";

    private PartialDate(string typed, Era era, DateOnly earliest, DateOnly latest, DatePrecision precision, bool about, Gap? gap) =>
        (Typed, Era, Earliest, Latest, Precision, About, Gap) = (typed, era, earliest, latest, precision, about, gap);

    /// <summary>What was typed, without spaces around it and without hidden marks, which can turn a date around.</summary>
    public string Typed { get; }

    /// <summary>The era typed; of a range, that of its first date.</summary>
    public Era Era { get; }

    /// <summary>The first day it can be. An unknown date comes after all others.</summary>
    public DateOnly Earliest { get; }

    public DateOnly Latest { get; }

    public DatePrecision Precision { get; }

    public bool About { get; }

    /// <summary>Why the date is not known; only when it is not known.</summary>
    public Gap? Gap { get; }

    /// <summary>The text that is stored. It sorts in time order by plain comparison of characters, and what was typed comes last.</summary>
    public string Stored => StoredWith(Typed);

    /// <summary>The Extended Date/Time Format of ISO 8601-2, for exports that machines read.</summary>
    public string Edtf
    {
        get
        {
            var about = About ? "~" : "";
            return Precision switch
            {
                DatePrecision.Day => $"{Day(Earliest)}{about}",
                DatePrecision.Month => $"{Day(Earliest)[..7]}{about}",
                DatePrecision.Year => $"{Day(Earliest)[..4]}{about}",
                DatePrecision.Range => $"{Day(Earliest)}{about}/{Day(Latest)}{about}",
                _ => "XXXX",
            };
        }
    }

    public static bool operator <(PartialDate? left, PartialDate? right) => Comparer<PartialDate>.Default.Compare(left, right) < 0;

    public static bool operator <=(PartialDate? left, PartialDate? right) => Comparer<PartialDate>.Default.Compare(left, right) <= 0;

    public static bool operator >(PartialDate? left, PartialDate? right) => Comparer<PartialDate>.Default.Compare(left, right) > 0;

    public static bool operator >=(PartialDate? left, PartialDate? right) => Comparer<PartialDate>.Default.Compare(left, right) >= 0;

    public static bool TryRead(string? typed, [NotNullWhen(true)] out PartialDate? date, out DateProblem problem)
    {
        (date, problem) = (null, default);
        var text = PlainText.WithoutInvisible(typed ?? "").Trim();
        if (Gaps.Read(text) is { } gap)
        {
            date = Missing(text, gap);
            return true;
        }

        var found = DateReader.Read(text);
        if (found.Problem is { } refusal)
        {
            problem = refusal;
            return false;
        }

        date = new(text, found.Era, found.Earliest, found.Latest, found.Precision, found.About, null);
        return true;
    }

    /// <summary>Reads what was typed, or refuses it with a sentence that names the subject, such as "the date of the raid".</summary>
    public static PartialDate Read(string typed, string subject = "the date") =>
        TryRead(typed, out var date, out var problem) ? date : throw new DomainRuleException(Sentence(problem, typed, subject));

    /// <summary>The sentence for the person at the form.</summary>
    public static FormattableString Sentence(DateProblem problem, string? typed, string subject) =>
        DateSentence.For(problem, DateReader.Read(PlainText.WithoutInvisible(typed ?? "").Trim()).Year, subject);

    public static PartialDate OfDay(DateOnly day) => Known(Day(day), day, day, DatePrecision.Day);

    public static PartialDate OfMonth(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return Known(Day(first)[..7], first, first.AddMonths(1).AddDays(-1), DatePrecision.Month);
    }

    /// <summary>From the first day of the first day's month to the last day of the last day's: a month, or a range of months.</summary>
    public static PartialDate OfMonths(DateOnly first, DateOnly last)
    {
        if ((first.Year, first.Month) == (last.Year, last.Month))
        {
            return OfMonth(first.Year, first.Month);
        }

        var (from, to) = (OfMonth(first.Year, first.Month), OfMonth(last.Year, last.Month));
        return Known($"{from.Typed} to {to.Typed}", from.Earliest, to.Latest, DatePrecision.Range);
    }

    public static PartialDate OfYear(int year)
    {
        var first = new DateOnly(year, 1, 1);
        return Known(Day(first)[..4], first, new DateOnly(year, 12, 31), DatePrecision.Year);
    }

    public static PartialDate Unknown(Gap gap) => Missing(Gaps.Phrase(gap), gap);

    /// <summary>One text from the three boxes of a form; it reads well, and an empty box that matters shows as "-".</summary>
    public static string FromBoxes(string? day, string? month, string? year, bool about)
    {
        var (d, m, y) = (Box(day), Box(month), Box(year));
        var slash = Digits.Fold(m).All(char.IsAsciiDigit);
        var text = (d, m, y) switch
        {
            ("", "", "") => "",
            ("", "", _) => y,
            (_, "", _) => $"{d} / - / {Dash(y)}",
            ("", _, _) => slash ? $"{m}/{Dash(y)}" : $"{m} {Dash(y)}",
            _ => slash ? $"{d}/{m}/{Dash(y)}" : $"{d} {m} {Dash(y)}",
        };
        return about && text.Length > 0 ? $"about {text}" : text;
    }

    public static PartialDate FromStored(string stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        if (stored.Split('|', 7) is not [var earliest, var latest, var precision, var about, var era, var gap, var typed])
        {
            throw new FormatException("A stored date has seven parts.");
        }

        var date = new PartialDate(
            typed,
            Enum.Parse<Era>(era),
            DateOnly.ParseExact(earliest, StoredDay, CultureInfo.InvariantCulture),
            DateOnly.ParseExact(latest, StoredDay, CultureInfo.InvariantCulture),
            Enum.Parse<DatePrecision>(precision),
            about == "About",
            gap.Length == 0 ? null : Enum.Parse<Gap>(gap));

        // A Thai year that got in as a Western one would put a raid 543 years from now.
        return date.Precision == DatePrecision.Unknown || date is { Earliest.Year: >= FirstYear, Latest.Year: <= LastYear }
            ? date
            : throw new FormatException("A stored date has a Western year.");
    }

    public int CompareTo(PartialDate? other)
    {
        if (other is null)
        {
            return 1;
        }

        var byEarliest = Earliest.CompareTo(other.Earliest);
        return byEarliest != 0 ? byEarliest : Latest.CompareTo(other.Latest);
    }

    public override string ToString() => Typed;

    internal string StoredWith(string typed) =>
        $"{Day(Earliest)}|{Day(Latest)}|{Precision}|{(About ? "About" : "Exact")}|{Era}|{Gap}|{typed}";

    internal PartialDate TypedAs(string typed) => new(typed, Era, Earliest, Latest, Precision, About, Gap);

    private static string Day(DateOnly day) => day.ToString(StoredDay, CultureInfo.InvariantCulture);

    private static PartialDate Missing(string typed, Gap gap) =>
        new(typed, Era.Western, DateOnly.MaxValue, DateOnly.MaxValue, DatePrecision.Unknown, about: false, gap);

    private static PartialDate Known(string typed, DateOnly earliest, DateOnly latest, DatePrecision precision)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(earliest.Year, FirstYear, nameof(earliest));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(latest.Year, LastYear, nameof(latest));
        return new(typed, Era.Western, earliest, latest, precision, about: false, null);
    }

    private static string Box(string? typed) => PlainText.WithoutInvisible(typed ?? "").Trim() is var text && text == "-" ? "" : text;

    private static string Dash(string box) => box.Length == 0 ? "-" : box;
}
