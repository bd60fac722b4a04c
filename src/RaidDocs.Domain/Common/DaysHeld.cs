using System.Globalization;

namespace RaidDocs.Domain.Common;

/// <summary>
/// How many days she has been held, counted as the difference of dates: from 12 March to 13 March is one day. The day of a transfer and
/// days in two stays count once, days between stays do not count, and nothing after <paramref name="AsOf"/> counts.
/// <paramref name="Min"/> runs from the last day each stay can have begun to the first it can have ended, <paramref name="Max"/> from the
/// first to the last. A stay whose beginning is unknown adds to neither; one whose end is unknown adds nothing to the least and runs to
/// <paramref name="AsOf"/> in the most. Both are told by <paramref name="HasUnknown"/>.
/// </summary>
public sealed record DaysHeld(int Min, int Max, bool HasUnknown, DateOnly AsOf)
{
    /// <summary>A stay without an end (To is null) is still going on; an end that is not known is a date that says so.</summary>
    public static DaysHeld Of(IEnumerable<(PartialDate? From, PartialDate? To)> stays, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(stays);
        var certain = new List<(int From, int To)>();
        var possible = new List<(int From, int To)>();
        var hasUnknown = false;
        foreach (var (from, to) in stays)
        {
            if (from is null or { Precision: DatePrecision.Unknown })
            {
                hasUnknown = true;
                continue;
            }

            var endUnknown = to is { Precision: DatePrecision.Unknown };
            hasUnknown |= endUnknown;
            if (!endUnknown)
            {
                certain.Add((Cut(from.Latest), Cut(to?.Earliest ?? asOf)));
            }

            possible.Add((Cut(from.Earliest), Cut(to?.Latest ?? asOf)));
        }

        return new DaysHeld(Together(certain), Together(possible), hasUnknown, asOf);

        int Cut(DateOnly day) => Math.Min(day.DayNumber, asOf.DayNumber);
    }

    /// <summary>"619", or "610 to 640" when the dates leave room.</summary>
    public override string ToString() =>
        Min == Max
        ? string.Create(CultureInfo.InvariantCulture, $"{Min}")
        : string.Create(CultureInfo.InvariantCulture, $"{Min} to {Max}");

    private static int Together(List<(int From, int To)> stays)
    {
        var (days, counted) = (0, int.MinValue);
        foreach (var (from, to) in stays.Where(stay => stay.To > stay.From).Order())
        {
            days += Math.Max(0, to - Math.Max(from, counted));
            counted = Math.Max(counted, to);
        }

        return days;
    }
}
