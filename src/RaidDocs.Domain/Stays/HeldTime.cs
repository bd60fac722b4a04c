using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Stays;

/// <summary>
/// Days held and how many of them no paper was seen for. The one place that counts them: home, woman, raid and chapter show what it says.
/// </summary>
/// <param name="All">All days, each once.</param>
/// <param name="WithoutPaper">Those on which she was in no stay for which a paper was seen. That none was seen does not say that there is none.</param>
public sealed record HeldTime(DaysHeld All, DaysHeld WithoutPaper)
{
    /// <summary>In percent of the most days, rounded down to whole ones; null where no day counts.</summary>
    public int? Share => All.Max == 0 ? null : (int)((long)WithoutPaper.Max * 100 / All.Max);

    /// <summary>Of one woman.</summary>
    public static HeldTime Of(IEnumerable<StayFacts> stays, DateOnly asOf) => OfSpans(stays.Select(StaySpan.Of), asOf);

    /// <summary>Of one woman, of whose stays no more was read.</summary>
    public static HeldTime OfSpans(IEnumerable<StaySpan> stays, DateOnly asOf)
    {
        var list = stays.ToList();
        var (papers, others) = (list.FindAll(stay => stay.PaperSeen == Answer.Yes), list.FindAll(stay => stay.PaperSeen != Answer.Yes));
        var all = Custody.DaysOfSpans(list, asOf);

        // A day that may or may not be one with a paper is left out of the least and counted in the most.
        var without = papers.Count == 0
            ? all
            : all with
            {
                Min = Apart(Surely(others), Perhaps(papers), asOf),
                Max = Apart(Perhaps(others), Surely(papers), asOf),
            };
        return new(all, without);
    }

    /// <summary>Of several women: the sum of theirs.</summary>
    public static HeldTime Together(IEnumerable<HeldTime> women, DateOnly asOf)
    {
        var list = women.ToList();
        return new(Sum(list.Select(one => one.All), asOf), Sum(list.Select(one => one.WithoutPaper), asOf));
    }

    /// <summary>Of all women of a raid, from the stays of all.</summary>
    public static HeldTime Together(IEnumerable<(Guid WomanId, StaySpan Span)> stays, DateOnly asOf) =>
        Together(stays.GroupBy(stay => stay.WomanId, stay => stay.Span).Select(hers => OfSpans(hers, asOf)), asOf);

    // The days of the first that are none of the second: those of both together, less those of the second.
    private static int Apart(List<(PartialDate? From, PartialDate? To)> first, List<(PartialDate? From, PartialDate? To)> second, DateOnly asOf) =>
        DaysHeld.Of([.. first, .. second], asOf).Max - DaysHeld.Of(second, asOf).Max;

    // The days that each must have had, as stays of exact dates; an end that is not known leaves none.
    private static List<(PartialDate? From, PartialDate? To)> Surely(List<StaySpan> stays) =>
    [
        .. stays.Where(stay => stay.To is not { Date.Precision: DatePrecision.Unknown })
            .Select(stay => (Exact(stay.From, date => date.Latest), Exact(stay.To, date => date.Earliest))),
    ];

    // The days that each can have had; DaysHeld lets an end that is not known run to the day it counts to.
    private static List<(PartialDate? From, PartialDate? To)> Perhaps(List<StaySpan> stays) =>
        [.. stays.Select(stay => (Exact(stay.From, date => date.Earliest), Exact(stay.To, date => date.Latest)))];

    private static PartialDate? Exact(PartialDateTime? moment, Func<PartialDate, DateOnly> day) =>
        moment?.Date is { Precision: not DatePrecision.Unknown } date ? PartialDate.OfDay(day(date)) : moment?.Date;

    private static DaysHeld Sum(IEnumerable<DaysHeld> days, DateOnly asOf)
    {
        var list = days.ToList();
        return new(list.Sum(day => day.Min), list.Sum(day => day.Max), list.Exists(day => day.HasUnknown), asOf);
    }
}
