using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Clocks;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Court;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Dates;

public enum DateKind
{
    Hearing,

    /// <summary>A next day that was told, and that nobody has added as a day of its own.</summary>
    Next,

    Clock,
}

/// <summary>One thing on the calendar: a day in court, or a time limit of the women of one raid.</summary>
public sealed record DateEntry(DateKind Kind, Guid Id, string Raid, DateOnly From, DateOnly To)
{
    /// <summary>The words of whoever wrote them; they stay on the screen.</summary>
    public string Title { get; init; } = "";

    public string? Case { get; init; }

    public PartialDateTime? On { get; init; }

    public string? Where { get; init; }

    public ClockRule? Rule { get; init; }

    /// <summary>The numbers of the women it concerns.</summary>
    public IReadOnlyList<int> Women { get; init; } = [];

    /// <summary>The clocks of one line, each with its woman.</summary>
    public IReadOnlyList<(Guid Id, int Number, ClockReading Reading)> Clocks { get; init; } = [];

    public bool IsLate(DateOnly today) => To < today;

    /// <summary>A month that is not over is not late.</summary>
    public int InDays(DateOnly today) => (To < today ? To : From < today ? today : From).DayNumber - today.DayNumber;
}

/// <summary>Late, soon and one month.</summary>
public sealed record Calendar(PagedList<DateEntry> Late, IReadOnlyList<DateEntry> Soon, IReadOnlyList<DateEntry> InMonth);

/// <summary>The calendar, in a number of queries that does not grow with it.</summary>
internal static class DatesQuery
{
    // More in a month has no table that anybody could read.
    private const int MostAtOnce = 400;

    /// <summary>What is late (the newest first), what comes in so many days, and one month: seven queries.</summary>
    public static async Task<Calendar> ReadCalendarAsync(
        this RaidDocsDbContext db, DateOnly today, int daysAhead, DateOnly month, int page, int pageSize, CancellationToken cancellationToken)
    {
        var late = await Keys(db, today).Where(key => key.To < today)
            .OrderByDescending(key => key.From).ThenBy(key => key.Kind).ThenBy(key => key.RaidId).ThenBy(key => key.Id)
            .ToPagedListAsync(page, pageSize, cancellationToken);
        var soon = await BetweenAsync(db, today, today, today.AddDays(daysAhead), cancellationToken);
        var inMonth = await BetweenAsync(db, today, month, month.AddMonths(1).AddDays(-1), cancellationToken);
        var all = await db.FillAsync([.. late.Items.Concat(soon).Concat(inMonth).Distinct()], cancellationToken);
        return new Calendar(
            new PagedList<DateEntry>([.. late.Items.Select(key => all[key])], late.Page, late.PageSize, late.Total),
            [.. soon.Select(key => all[key])],
            [.. inMonth.Select(key => all[key])]);
    }

    /// <summary>Days in court that passed without an outcome; only to be counted.</summary>
    public static IQueryable<Guid> LateInCourt(this RaidDocsDbContext db, DateOnly today) =>
        InCourt(db, today).Where(key => key.To < today).Select(key => key.Id);

    /// <summary>Time limits that have passed unanswered, each rule of a raid and day once; only to be counted.</summary>
    public static IQueryable<Guid> LateClocks(this RaidDocsDbContext db, DateOnly today) =>
        OfClocks(db).Where(key => key.To < today).Select(key => key.Id);

    /// <summary>For the first page: the last days in court that are late, then what comes in so many days. Without the women.</summary>
    public static async Task<IReadOnlyList<DateEntry>> ReadSoonAsync(
        this RaidDocsDbContext db, DateOnly today, int daysAhead, int mostLate, int mostSoon, CancellationToken cancellationToken)
    {
        var last = today.AddDays(daysAhead);
        var late = InCourt(db, today).Where(key => key.To < today)
            .OrderByDescending(key => key.To).ThenBy(key => key.RaidId).ThenBy(key => key.Id)
            .Take(mostLate);
        var soon = Keys(db, today).Where(key => key.To >= today && key.From <= last)
            .OrderBy(key => key.From).ThenBy(key => key.Kind).ThenBy(key => key.RaidId).ThenBy(key => key.Id)
            .Take(mostSoon);
        var keys = await late.Concat(soon).ToListAsync(cancellationToken);
        var all = await db.FillAsync(keys, cancellationToken, withWomen: false);
        return [.. keys.Select(key => all[key]).OrderBy(entry => entry.InDays(today)).ThenBy(entry => entry.Kind == DateKind.Clock).ThenBy(entry => entry.Raid, StringComparer.Ordinal)];
    }

    /// <summary>The first day in court after this one; null when none is known.</summary>
    public static async Task<DateEntry?> ReadNextAsync(this RaidDocsDbContext db, DateOnly today, DateOnly after, CancellationToken cancellationToken)
    {
        var key = await InCourt(db, today).Where(key => key.From > after)
            .OrderBy(key => key.From).ThenBy(key => key.RaidId).ThenBy(key => key.Id)
            .FirstOrDefaultAsync(cancellationToken);
        return key is null ? null : (await db.FillAsync([key], cancellationToken, withWomen: false))[key];
    }

    /// <summary>
    /// The days in court that told a next day, where nobody has added that as a day of its own and no later one came instead. A month that only holds
    /// the told day may be another day: a day in court that is shown twice is better than one that nobody sees.
    /// </summary>
    public static IQueryable<Hearing> ToldNext(this RaidDocsDbContext db, DateOnly today) => db.Hearings.AsNoTracking()
        .Where(day => day.NextFrom != null && !db.Hearings.Any(other => other.Id != day.Id && other.CourtCaseId == day.CourtCaseId
            && ((other.OnFrom >= day.NextFrom && other.OnTo <= day.NextTo && (day.OnFrom == null || other.OnTo > day.OnFrom))
                || (other.OnFrom > day.NextTo && other.OnFrom <= today))));

    private static Task<List<Key>> BetweenAsync(RaidDocsDbContext db, DateOnly today, DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        Keys(db, today).Where(key => key.From <= to && key.To >= from)
            .OrderBy(key => key.From).ThenBy(key => key.Kind).ThenBy(key => key.RaidId).ThenBy(key => key.Id)
            .Take(MostAtOnce)
            .ToListAsync(cancellationToken);

    // All of one shape, so that the store can sort and page them together.
    private static IQueryable<Key> Keys(RaidDocsDbContext db, DateOnly today) => InCourt(db, today).Concat(OfClocks(db));

    private static IQueryable<Key> OfClocks(RaidDocsDbContext db) => db.Clocks.AsNoTracking().Where(clock => clock.IsOpen && clock.DueOn != null)
        .GroupBy(clock => new { clock.RaidId, clock.RuleId, clock.DueOn })
        .Select(group => new Key { Kind = 2, RaidId = group.Key.RaidId, Id = group.Key.RuleId, From = group.Key.DueOn!.Value, To = group.Key.DueOn!.Value });

    private static IQueryable<Key> InCourt(RaidDocsDbContext db, DateOnly today)
    {
        var hearings = db.Hearings.AsNoTracking().Where(day => day.IsOpen && day.OnFrom != null)
            .Select(day => new Key { Kind = 0, RaidId = day.RaidId, Id = day.Id, From = day.OnFrom!.Value, To = day.OnTo!.Value });
        var next = db.ToldNext(today)
            .Select(day => new Key { Kind = 1, RaidId = day.RaidId, Id = day.Id, From = day.NextFrom!.Value, To = day.NextTo!.Value });
        return hearings.Concat(next);
    }

    private static async Task<Dictionary<Key, DateEntry>> FillAsync(
        this RaidDocsDbContext db, IReadOnlyList<Key> keys, CancellationToken cancellationToken, bool withWomen = true)
    {
        var days = await HearingsAsync(db, [.. keys.Where(key => key.Kind != 2).Select(key => key.Id).Distinct()], withWomen, cancellationToken);
        var clocks = await ClocksAsync(db, [.. keys.Where(key => key.Kind == 2)], cancellationToken);
        return keys.ToDictionary(key => key, key => key.Kind == 2 ? OfClocks(key, [.. clocks[(key.RaidId, key.Id, key.From)]]) : OfHearing(key, days));
    }

    private static DateEntry OfHearing(Key key, Dictionary<Guid, HearingRow> days)
    {
        var row = days[key.Id];
        return new DateEntry(key.Kind == 0 ? DateKind.Hearing : DateKind.Next, key.Id, row.Raid, key.From, key.To)
        {
            Title = row.Facts.Kind,
            Case = row.Case,
            On = key.Kind == 0 ? row.Facts.On : row.Facts.Next,
            Where = string.Join(", ", new[] { row.Court, row.Facts.Room, row.Facts.WhoGoes }.Where(part => !string.IsNullOrEmpty(part))),
            Women = [.. row.Women.Distinct().Order()],
        };
    }

    private static DateEntry OfClocks(Key key, List<ClockRow> rows) => new(DateKind.Clock, key.Id, rows[0].Raid, key.From, key.To)
    {
        Rule = rows[0].Clock.Rule,
        Women = [.. rows.Select(row => row.Number).Distinct().Order()],
        Clocks = [.. rows.OrderBy(row => row.Number).Select(row => (row.Clock.Id, row.Number, row.Clock.Read()))],
    };

    private static async Task<Dictionary<Guid, HearingRow>> HearingsAsync(RaidDocsDbContext db, List<Guid> ids, bool withWomen, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var rows = await db.Hearings.AsNoTracking().Where(day => ids.Contains(day.Id))
            .Join(db.CourtCases, day => day.CourtCaseId, one => one.Id, (day, one) => new { day, one })
            .Join(db.Raids, both => both.day.RaidId, raid => raid.Id, (both, raid) => new { both.day.Id, both.day.Facts, CaseId = both.one.Id, Case = both.one.Code, both.one.Facts.Court, Raid = raid.Code })
            .ToListAsync(cancellationToken);
        var cases = rows.Select(row => row.CaseId).Distinct().ToList();
        var women = (!withWomen ? [] : await db.CourtParts.AsNoTracking().Where(part => cases.Contains(part.CourtCaseId) && part.TakenBackBecause == null)
            .Join(db.Apprehensions, part => new { part.RaidId, part.WomanId }, one => new { one.RaidId, one.WomanId }, (part, one) => new { part.CourtCaseId, one.Number })
            .ToListAsync(cancellationToken)).ToLookup(part => part.CourtCaseId, part => part.Number);
        return rows.ToDictionary(row => row.Id, row => new HearingRow(row.Facts, row.Raid, row.Case, row.Court, [.. women[row.CaseId]]));
    }

    private static async Task<ILookup<(Guid, Guid, DateOnly), ClockRow>> ClocksAsync(RaidDocsDbContext db, List<Key> keys, CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
        {
            return Array.Empty<ClockRow>().ToLookup(_ => default((Guid, Guid, DateOnly)));
        }

        var (raids, rules, days) = (keys.Select(key => key.RaidId).Distinct().ToList(), keys.Select(key => key.Id).Distinct().ToList(), keys.Select(key => (DateOnly?)key.From).Distinct().ToList());
        var rows = await db.Clocks.AsNoTracking().Include(clock => clock.Rule)
            .Where(clock => clock.IsOpen && raids.Contains(clock.RaidId) && rules.Contains(clock.RuleId) && days.Contains(clock.DueOn))
            .Join(db.Apprehensions, clock => new { clock.RaidId, clock.WomanId }, one => new { one.RaidId, one.WomanId }, (clock, one) => new { clock, clock.Rule, one.Number })
            .Join(db.Raids, both => both.clock.RaidId, raid => raid.Id, (both, raid) => new { both.clock, both.Rule, both.Number, raid.Code })
            .ToListAsync(cancellationToken);
        return rows.Select(row => new ClockRow(row.clock, row.Code, row.Number)).ToLookup(row => (row.Clock.RaidId, row.Clock.RuleId, row.Clock.DueOn!.Value));
    }

    private sealed record Key
    {
        public int Kind { get; init; }

        public Guid RaidId { get; init; }

        public Guid Id { get; init; }

        public DateOnly From { get; init; }

        public DateOnly To { get; init; }
    }

    private sealed record HearingRow(HearingFacts Facts, string Raid, string Case, string? Court, List<int> Women);

    private sealed record ClockRow(Clock Clock, string Raid, int Number);
}
