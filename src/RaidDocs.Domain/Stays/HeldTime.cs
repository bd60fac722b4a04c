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
        var all = Custody.DaysOfSpans(list, asOf);
        var papers = Custody.DaysOfSpans(list.Where(stay => stay.PaperSeen == Answer.Yes), asOf);
        var without = new DaysHeld(Math.Max(0, all.Min - papers.Max), Math.Max(0, all.Max - papers.Min), all.HasUnknown, asOf);
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

    private static DaysHeld Sum(IEnumerable<DaysHeld> days, DateOnly asOf)
    {
        var list = days.ToList();
        return new(list.Sum(day => day.Min), list.Sum(day => day.Max), list.Exists(day => day.HasUnknown), asOf);
    }
}
