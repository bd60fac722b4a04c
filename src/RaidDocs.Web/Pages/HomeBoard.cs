using RaidDocs.Domain.Common;
using RaidDocs.Domain.Stays;

namespace RaidDocs.Web.Pages;

public enum Due
{
    Late,
    Today,
    Soon,
}

/// <summary>What the home page works out of the rows it read.</summary>
internal static class HomeBoard
{
    public const int DaysAhead = 14;

    /// <summary>Days in court that have no outcome yet, and next dates that no later hearing has answered; the oldest first.</summary>
    public static IReadOnlyList<CourtDay> CourtDays(IReadOnlyList<HearingRow> hearings, DateOnly today)
    {
        var days = new List<CourtDay>();
        foreach (var hearing in hearings)
        {
            if (!hearing.HasOutcome && Known(hearing.On?.Date) is { } on)
            {
                days.Add(Day(hearing, hearing.On!, on, today));
            }

            if (Known(hearing.Next?.Date) is { } next
                && !hearings.Any(other => other.CaseId == hearing.CaseId && Known(other.On?.Date) is { } held && Answers(held, next, today)))
            {
                days.Add(Day(hearing, hearing.Next!, next, today));
            }
        }

        return [.. days.OrderBy(day => day.InDays).ThenBy(day => day.Raid, StringComparer.Ordinal)];
    }

    /// <summary>Who of a raid is held where, for how long, and when anybody last heard.</summary>
    public static HeldRaid Held(RaidRow raid, IEnumerable<StayRow> stays, IEnumerable<PartialDate?> news, DateOnly today)
    {
        var women = stays.GroupBy(stay => stay.WomanId).Select(hers => (
            Last: hers.OrderBy(stay => stay.To is null).ThenBy(stay => stay.From?.EarliestAt ?? DateTime.MinValue).Last(),
            Days: HeldTime.Of(hers.Select(stay => stay.Facts), today))).ToList();
        var held = women.Where(woman => woman.Last.To is null).ToList();
        var groups = held
            .GroupBy(woman => woman.Last.Kind)
            .Select(group => new HeldGroup(group.Key, group.Count(), group.Min(woman => woman.Days.All.Min), group.Max(woman => woman.Days.All.Max)))
            .OrderByDescending(group => group.Women);
        var heard = news.Concat(women.SelectMany(woman => new[] { woman.Last.From?.Date, woman.Last.To?.Date, woman.Last.ToldOn }))
            .Select(Known)
            .OfType<PartialDate>()
            .Where(date => date.Latest <= today)
            .Select(date => (DateOnly?)date.Latest)
            .Max();
        return new HeldRaid(
            raid.Code,
            raid.Women,
            held.Count,
            [.. groups],
            women.Count(woman => woman.Last is { To: not null, Ending: null or StayEnd.NotKnown or StayEnd.Moved }),
            women.Count(woman => woman.Last is { To: not null, Ending: not (null or StayEnd.NotKnown or StayEnd.Moved) }),
            heard,
            HeldTime.Together(women.Select(woman => woman.Days), today));
    }

    private static CourtDay Day(HearingRow hearing, PartialDateTime on, PartialDate date, DateOnly today)
    {
        var due = date.Latest < today ? Due.Late : date.Earliest == today ? Due.Today : Due.Soon;
        // A month that is not over is not late.
        var day = due == Due.Late ? date.Latest : date.Earliest < today ? today : date.Earliest;
        return new CourtDay(hearing.Raid, hearing.Case, hearing.Kind, on, day.DayNumber - today.DayNumber, due);
    }

    // The day itself is recorded, or one after it that is over; a later one that lies ahead says nothing of this one.
    private static bool Answers(PartialDate held, PartialDate next, DateOnly today) =>
        held.Latest >= next.Earliest && (held.Earliest <= next.Latest || held.Earliest <= today);

    private static PartialDate? Known(PartialDate? date) => date is { Precision: not DatePrecision.Unknown } ? date : null;
}

public sealed record RaidRow(Guid Id, string Code, string Name, int Women, bool HasSources);

public sealed record HearingRow(
    Guid CaseId, string Raid, string Case, string Kind, PartialDateTime? On, PartialDateTime? Next, bool HasOutcome);

public sealed record StayRow(
    Guid RaidId, Guid WomanId, string? Kind, PartialDateTime? From, PartialDateTime? To, StayEnd? Ending, PartialDate? ToldOn, StayFacts Facts);

public sealed record CourtDay(string Raid, string Case, string Kind, PartialDateTime On, int InDays, Due Due);

public sealed record HeldGroup(string? Kind, int Women, int LeastDays, int MostDays);

public sealed record HeldRaid(
    string Code, int Women, int Held, IReadOnlyList<HeldGroup> Groups, int NotKnown, int Free, DateOnly? LastNews, HeldTime Together);
