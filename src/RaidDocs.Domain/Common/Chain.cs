namespace RaidDocs.Domain.Common;

/// <summary>What is wrong between two stays: days that no stay accounts for, or days in two places.</summary>
public enum ChainFindingKind
{
    Gap,
    Overlap,
}

/// <summary>
/// One finding in the chain of her stays. <paramref name="First"/> and <paramref name="Second"/> are places in the list that was asked
/// about. The days are those not accounted for (a gap) or counted in both stays (an overlap), at least and at most.
/// </summary>
public sealed record ChainFinding(ChainFindingKind Kind, int First, int Second, int MinDays, int MaxDays);

/// <summary>Looks for gaps and overlaps in a person's stays, so that the interviewer can ask about them.</summary>
public static class Chain
{
    /// <summary>
    /// <para>
    /// A gap: a stay begins, certainly or possibly, at least one day after every earlier stay ended; its days run from the end of the
    /// earlier stay that ended last to the beginning of this one (left on 13 March, next from 15 March: 2 days). Leaving and arriving
    /// on the same day is no gap. <see cref="ChainFinding.MinDays"/> is 0 when the dates leave it open whether there is a gap.
    /// </para>
    /// <para>
    /// An overlap: a stay certainly begins before the one just ahead of it ended, or that one has no end although a later stay exists.
    /// Its days run from the beginning of whichever begins last to the end of whichever ends first, and are 0 when neither has a known
    /// end. <see cref="ChainFinding.MinDays"/> is 0, too, when the dates leave it open whether one ended before the other began, or when the
    /// later one ended on a day that nobody knows: it may have ended on the day it began.
    /// </para>
    /// <para>A date that is not known gives no finding, except after a stay without an end.</para>
    /// </summary>
    public static IReadOnlyList<ChainFinding> Find(IReadOnlyList<(PartialDate? From, PartialDate? To)> ordered)
    {
        ArgumentNullException.ThrowIfNull(ordered);
        var findings = new List<ChainFinding>();
        for (var second = 1; second < ordered.Count; second++)
        {
            if ((FindOverlap(ordered, second) ?? FindGap(ordered, second)) is { } finding)
            {
                findings.Add(finding);
            }
        }

        return findings;
    }

    private static ChainFinding? FindOverlap(IReadOnlyList<(PartialDate? From, PartialDate? To)> ordered, int second)
    {
        var ((from, end), (start, nextEnd)) = (ordered[second - 1], ordered[second]);
        var begins = Known(start);
        if (end is not null && (Known(end) is null || begins is null || begins.Latest >= end.Earliest))
        {
            return null;
        }

        // She is in both from the later of the two beginnings on: "March" can begin after a day of that month.
        PartialDate[] starts = [.. new[] { Known(from), begins }.OfType<PartialDate>()];
        PartialDate[] ends = [.. new[] { Known(end), Known(nextEnd) }.OfType<PartialDate>()];
        return begins is null || ends.Length == 0
            ? new(ChainFindingKind.Overlap, second - 1, second, 0, 0)
            : new(
                ChainFindingKind.Overlap,
                second - 1,
                second,
                nextEnd is { Precision: DatePrecision.Unknown } ? 0 : Days(starts.Max(day => day.Latest), ends.Min(day => day.Earliest)),
                Days(starts.Max(day => day.Earliest), ends.Min(day => day.Latest)));
    }

    private static ChainFinding? FindGap(IReadOnlyList<(PartialDate? From, PartialDate? To)> ordered, int second)
    {
        var begins = Known(ordered[second].From);
        if (begins is null || Known(ordered[second - 1].To) is null || ordered.Take(second).Any(stay => stay.To is null))
        {
            return null;
        }

        // A short stay inside a longer one ends first, and leaves no gap.
        var earlier = Enumerable.Range(0, second).Select(at => (At: at, End: Known(ordered[at].To))).Where(stay => stay.End is not null).ToArray();
        var lastEnd = earlier.Max(stay => stay.End!.Latest);
        var most = Days(earlier.Max(stay => stay.End!.Earliest), begins.Latest);
        return most == 0
            ? null
            : new(ChainFindingKind.Gap, earlier.Last(stay => stay.End!.Latest == lastEnd).At, second, Days(lastEnd, begins.Earliest), most);
    }

    private static PartialDate? Known(PartialDate? date) => date is { Precision: not DatePrecision.Unknown } ? date : null;

    private static int Days(DateOnly from, DateOnly to) => Math.Max(0, to.DayNumber - from.DayNumber);
}
