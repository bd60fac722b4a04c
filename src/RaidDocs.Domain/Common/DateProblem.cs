using System.Globalization;

namespace RaidDocs.Domain.Common;

/// <summary>Why a typed date, or the time after it, could not be taken.</summary>
public enum DateProblem
{
    Empty,
    NotADate,
    NoMonth,
    NotReal,
    NoLeapDay,
    TwoDigitYear,
    EraUnclear,
    RangeReversed,
    TooOld,

    /// <summary>Only for a date with a time: the date is good, what follows is no time.</summary>
    NotATime,
}

/// <summary>Which date a sentence is about. Whoever shows the sentence to a reader of another language translates it.</summary>
/// <param name="Words">Like "the date of the raid".</param>
/// <param name="Opens">It begins the sentence.</param>
public readonly record struct DateSubject(string Words, bool Opens = false)
{
    public override string ToString() => Opens ? string.Concat(Words[..1].ToUpperInvariant(), Words.AsSpan(1)) : Words;
}

/// <summary>The sentence for each problem with a date.</summary>
internal static class DateSentence
{
    internal static FormattableString For(DateProblem problem, string year, string words)
    {
        var (subject, opening) = (new DateSubject(words), new DateSubject(words, Opens: true));
        return problem switch
        {
            DateProblem.Empty => $"Enter {subject}, or choose \"I do not know the date\"",
            DateProblem.NoMonth => $"{opening} must include a month, or choose \"I do not know the month\"",
            DateProblem.NoLeapDay when TryEras(year, out var western, out var thai) => $"{western} ({thai}) has no 29 February",
            DateProblem.NotReal or DateProblem.NoLeapDay => $"{opening} must be a real date",
            DateProblem.TwoDigitYear => $"Enter the year with 4 numbers, like 2568 or 2025",
            DateProblem.EraUnclear => $"We cannot tell if {year} is a Thai or Western year. Enter a year like 2568 or 2025",
            DateProblem.RangeReversed => $"{opening} must have the earlier date first",
            DateProblem.TooOld => $"{opening} must be in 1941 (2484) or later",
            DateProblem.NotATime => $"Enter the time like 22:40",
            _ => $"Enter {subject} like 12/3/2568, 12 March 2025, March 2025 or 2025",
        };
    }

    private static bool TryEras(string year, out int western, out int thai)
    {
        var isNumber = int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out western);
        western = western > PartialDate.LastYear ? western - DateReader.BuddhistYears : western;
        thai = western + DateReader.BuddhistYears;
        return isNumber;
    }
}
