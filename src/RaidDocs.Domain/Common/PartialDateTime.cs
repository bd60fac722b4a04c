using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace RaidDocs.Domain.Common;

/// <summary>The part of a day that people remember when nobody looked at a clock.</summary>
public enum PartOfDay
{
    [Display(Name = "early evening")]
    EarlyEvening,

    [Display(Name = "night")]
    Night,

    [Display(Name = "after midnight")]
    AfterMidnight,

    [Display(Name = "morning")]
    Morning,

    [Display(Name = "daytime")]
    Daytime,
}

/// <summary>
/// When something happened, by the clocks of Thailand: a date as testimony gives it, and a time, a part of the day or neither.
/// "After midnight" belongs to the date it is said with: the first hours of that date.
/// </summary>
public sealed partial record PartialDateTime : IComparable<PartialDateTime>
{
    private const string StoredMinute = "yyyy-MM-ddTHH:mm";

    // Longer text is no date and time, and is not searched for one.
    private const int LongestText = 200;

    private PartialDateTime(PartialDate date, TimeOnly? time, PartOfDay? part, bool aboutTime, string typed) =>
        (Date, Time, Part, AboutTime, Typed) = (date, time, part, aboutTime, typed);

    public PartialDate Date { get; }

    public TimeOnly? Time { get; }

    public PartOfDay? Part { get; }

    /// <summary>The time is a guess: an hour earlier or later is as likely.</summary>
    public bool AboutTime { get; }

    public string Typed { get; }

    /// <summary>The first moment it can be, on the clocks of Thailand.</summary>
    public DateTime EarliestAt => At(Date.Earliest, Hours().From - Margin);

    /// <summary>The last moment it can be; with no time, the midnight that ends the last day.</summary>
    public DateTime LatestAt => Date.Precision == DatePrecision.Unknown ? DateTime.MaxValue : At(Date.Latest, Hours().To + Margin);

    /// <summary>The text that is stored. It sorts in time order by plain comparison of characters, and what was typed comes last.</summary>
    public string Stored
    {
        get
        {
            var time = Time?.ToString("HH:mm", CultureInfo.InvariantCulture);
            var about = AboutTime ? "About" : "Exact";
            var dateLength = Date.Typed.Length.ToString(CultureInfo.InvariantCulture);
            return $"{Minute(EarliestAt)}|{Minute(LatestAt)}|{time}|{Part}|{about}|{dateLength}|{Date.StoredWith(Typed)}";
        }
    }

    private TimeSpan Margin => AboutTime ? TimeSpan.FromHours(1) : TimeSpan.Zero;

    public static bool operator <(PartialDateTime? left, PartialDateTime? right) => Comparer<PartialDateTime>.Default.Compare(left, right) < 0;

    public static bool operator <=(PartialDateTime? left, PartialDateTime? right) => Comparer<PartialDateTime>.Default.Compare(left, right) <= 0;

    public static bool operator >(PartialDateTime? left, PartialDateTime? right) => Comparer<PartialDateTime>.Default.Compare(left, right) > 0;

    public static bool operator >=(PartialDateTime? left, PartialDateTime? right) => Comparer<PartialDateTime>.Default.Compare(left, right) >= 0;

    public static bool TryRead(string? typed, [NotNullWhen(true)] out PartialDateTime? moment, out DateProblem problem)
    {
        moment = null;
        var text = PlainText.WithoutInvisible(typed ?? "").Trim();
        if (PartialDate.TryRead(text, out var date, out problem))
        {
            moment = Of(date);
            return true;
        }

        var (dateText, said) = Split(text);
        if (said is null)
        {
            // A good date followed by something else: the sentence must be about what follows.
            problem = problem == DateProblem.NotADate && text.Length <= LongestText && BeginsWithDate(text) ? DateProblem.NotATime : problem;
            return false;
        }

        if (!PartialDate.TryRead(dateText, out date, out problem))
        {
            return false;
        }

        if (!TryTime(said, out var time, out var part))
        {
            problem = DateProblem.NotATime;
            return false;
        }

        moment = new(date, time, part, said.Groups["about"].Success, text);
        return true;
    }

    /// <summary>Reads what was typed, or refuses it with a sentence that names the subject, such as "the date of the raid".</summary>
    public static PartialDateTime Read(string typed, string subject = "the date") =>
        TryRead(typed, out var moment, out var problem) ? moment : throw new DomainRuleException(Sentence(problem, typed, subject));

    /// <summary>The sentence for the person at the form.</summary>
    public static FormattableString Sentence(DateProblem problem, string? typed, string subject) =>
        PartialDate.Sentence(problem, Split(PlainText.WithoutInvisible(typed ?? "").Trim()).Date, subject);

    /// <summary>The date alone, with no word about the time.</summary>
    public static PartialDateTime Of(PartialDate date)
    {
        ArgumentNullException.ThrowIfNull(date);
        return new(date, null, null, aboutTime: false, date.Typed);
    }

    /// <summary>A minute by the clocks of Thailand, as if it had been typed.</summary>
    public static PartialDateTime OfMinute(DateTime local) => new(
        PartialDate.OfDay(DateOnly.FromDateTime(local)), new TimeOnly(local.Hour, local.Minute), null, aboutTime: false, local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));

    public static PartialDateTime FromStored(string stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        if (stored.Split('|', 7) is not [_, _, var time, var part, var about, var dateLength, var rest])
        {
            throw new FormatException("A stored date and time has thirteen parts.");
        }

        var date = PartialDate.FromStored(rest);
        var typed = date.Typed;
        return new(
            date.TypedAs(typed[..int.Parse(dateLength, NumberStyles.None, CultureInfo.InvariantCulture)]),
            time.Length == 0 ? null : TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture),
            part.Length == 0 ? null : Enum.Parse<PartOfDay>(part),
            about == "About",
            typed);
    }

    public int CompareTo(PartialDateTime? other)
    {
        if (other is null)
        {
            return 1;
        }

        var byEarliest = EarliestAt.CompareTo(other.EarliestAt);
        return byEarliest != 0 ? byEarliest : LatestAt.CompareTo(other.LatestAt);
    }

    public override string ToString() => Typed;

    private static (string Date, Match? Said) Split(string text)
    {
        var match = text.Length <= LongestText ? DateThenTime().Match(text) : Match.Empty;
        return match.Success ? (match.Groups["date"].Value, match) : (text, null);
    }

    private static bool BeginsWithDate(string text)
    {
        for (var end = text.LastIndexOfAny([' ', ',']); end > 0; end = text.LastIndexOfAny([' ', ','], end - 1))
        {
            if (PartialDate.TryRead(text[..end], out _, out _))
            {
                return true;
            }
        }

        return false;
    }

    private static bool TryTime(Match said, out TimeOnly? time, out PartOfDay? part)
    {
        (time, part) = (null, null);
        if (said.Groups["part"] is { Success: true } word)
        {
            part = Enum.Parse<PartOfDay>(string.Concat(word.Value.Where(char.IsLetter)), ignoreCase: true);
            return true;
        }

        if (Digits.TryWhole(said.Groups["hour"].Value, out var hour) && hour < 24
            && Digits.TryWhole(said.Groups["minute"].Value, out var minute) && minute < 60)
        {
            time = new TimeOnly(hour, minute);
            return true;
        }

        return false;
    }

    private (TimeSpan From, TimeSpan To) Hours() => (Time, Part) switch
    {
        ({ } time, _) => (time.ToTimeSpan(), time.ToTimeSpan()),
        (_, PartOfDay.EarlyEvening) => (TimeSpan.FromHours(17), TimeSpan.FromHours(20)),
        (_, PartOfDay.Night) => (TimeSpan.FromHours(20), TimeSpan.FromHours(24)),
        (_, PartOfDay.AfterMidnight) => (TimeSpan.Zero, TimeSpan.FromHours(5)),
        (_, PartOfDay.Morning) => (TimeSpan.FromHours(5), TimeSpan.FromHours(12)),
        (_, PartOfDay.Daytime) => (TimeSpan.FromHours(9), TimeSpan.FromHours(17)),
        _ => (TimeSpan.Zero, TimeSpan.FromHours(24)),
    };

    private static DateTime At(DateOnly day, TimeSpan hours) => day.ToDateTime(TimeOnly.MinValue) + hours;

    private static string Minute(DateTime at) => at.ToString(StoredMinute, CultureInfo.InvariantCulture);

    // The digits of any script: the text is not folded first, so that the date keeps what was typed.
    [GeneratedRegex(
        @"\A(?<date>.*?)( ?, ?|\s+|(?<=\d)T(?=\d))((at|เวลา)\s*)?((?<about>about|around|circa|c\.|~|ประมาณ)\s*)?"
        + @"((?<hour>\d{1,2})[:.](?<minute>\d{2})(\s*น\.?)?|(?<part>early evening|night|after midnight|morning|daytime))(?<about>\s*~)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex DateThenTime();
}
