using RaidDocs.Domain.Common;
using RaidDocs.Domain.Stays;

namespace RaidDocs.Web.Pages;

/// <summary>What the home page works out of the rows it read.</summary>
internal static class HomeBoard
{
    public const int DaysAhead = 14;

    /// <summary>Who of a raid is held where, for how long, and when anybody last heard.</summary>
    public static HeldRaid Held(string code, int count, IEnumerable<StayRow> stays, IEnumerable<PartialDate?> news, DateOnly today)
    {
        var women = stays.GroupBy(stay => stay.WomanId).Select(hers => (
            Last: hers.OrderBy(stay => stay.Span.To is null).ThenBy(stay => stay.Span.From?.EarliestAt ?? DateTime.MinValue).Last(),
            Days: HeldTime.OfSpans(hers.Select(stay => stay.Span), today))).ToList();
        var held = women.Where(woman => woman.Last.Span.To is null).ToList();
        var groups = held
            .GroupBy(woman => woman.Last.Kind)
            .Select(group => new HeldGroup(group.Key, group.Count(), group.Min(woman => woman.Days.All.Min), group.Max(woman => woman.Days.All.Max)))
            .OrderByDescending(group => group.Women);
        var heard = news.Concat(women.SelectMany(woman => new[] { woman.Last.Span.From?.Date, woman.Last.Span.To?.Date, woman.Last.ToldOn }))
            .Select(Known)
            .OfType<PartialDate>()
            .Where(date => date.Latest <= today)
            .Select(date => (DateOnly?)date.Latest)
            .Max();
        return new HeldRaid(
            code,
            count,
            held.Count,
            [.. groups],
            women.Count(woman => woman.Last is { Span.To: not null, Ending: null or StayEnd.NotKnown or StayEnd.Moved }),
            women.Count(woman => woman.Last is { Span.To: not null, Ending: not (null or StayEnd.NotKnown or StayEnd.Moved) }),
            heard,
            HeldTime.Together(women.Select(woman => woman.Days), today));
    }

    private static PartialDate? Known(PartialDate? date) => date is { Precision: not DatePrecision.Unknown } ? date : null;
}

public sealed record StayRow(Guid RaidId, Guid WomanId, string? Kind, StaySpan Span, StayEnd? Ending, PartialDate? ToldOn);

public sealed record HeldGroup(string? Kind, int Women, int LeastDays, int MostDays);

public sealed record HeldRaid(
    string Code, int Women, int Held, IReadOnlyList<HeldGroup> Groups, int NotKnown, int Free, DateOnly? LastNews, HeldTime Together);
