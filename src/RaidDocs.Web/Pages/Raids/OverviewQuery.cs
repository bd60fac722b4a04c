using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Stays;

namespace RaidDocs.Web.Pages.Raids;

/// <summary>What the first page of a raid shows. The number of commands does not grow with the raid.</summary>
internal static class OverviewQuery
{
    private const int NewestLines = 5;

    public static async Task<RaidOverview> ReadOverviewAsync(this RaidDocsDbContext db, Guid raidId, DateOnly today, CancellationToken cancellationToken)
    {
        var raid = await db.Raids.AsNoTracking()
            .Where(row => row.Id == raidId)
            .Select(row => new
            {
                row.Facts,
                Named = db.WomanNames.Where(name => name.RaidId == raidId && name.TakenBackBecause == null).Select(name => name.WomanId).Distinct().Count(),
                Sources = db.Sources.Count(source => source.RaidId == raidId),
                Testimonies = db.Testimonies.Count(testimony => testimony.RaidId == raidId),
                Criteria = db.Checklist.Where(answer => answer.RaidId == raidId && answer.TakenBackBecause == null).Select(answer => answer.Facts.Criterion).Distinct().Count(),
            })
            .SingleAsync(cancellationToken);
        var counts = await db.Counts.AsNoTracking()
            .Where(count => count.RaidId == raidId && count.TakenBackBecause == null)
            .OrderBy(count => count.RecordedAt)
            .Select(count => new SaidCount(count.Facts, count.Source!.Code))
            .ToListAsync(cancellationToken);
        var groups = await db.Groups.AsNoTracking()
            .Where(group => group.RaidId == raidId)
            .OrderBy(group => group.RecordedAt)
            .Select(group => group.Facts)
            .ToListAsync(cancellationToken);
        var stays = await db.Stays.AsNoTracking()
            .Where(stay => stay.RaidId == raidId)
            .Select(stay => new { stay.WomanId, Span = new StaySpan(stay.Facts.From, stay.Facts.To, stay.Facts.PaperSeen), stay.Facts.ToldOn })
            .ToListAsync(cancellationToken);
        var newest = await db.Chronology.AsNoTracking()
            .Where(line => line.RaidId == raidId && line.Facts.When != null && line.Facts.When < NoDate)
            .OrderByDescending(line => line.Facts.When)
            .ThenByDescending(line => line.RecordedAt)
            .Take(NewestLines)
            .Select(line => line.Facts)
            .ToListAsync(cancellationToken);

        var news = stays
            .SelectMany(stay => new[] { stay.ToldOn, stay.Span.From?.Date, stay.Span.To?.Date })
            .OfType<PartialDate>()
            .Where(date => date.Precision == DatePrecision.Day && date.Earliest <= today)
            .Max(date => (DateOnly?)date.Earliest);
        return new RaidOverview(
            raid.Facts,
            counts,
            groups,
            newest,
            stays.Count == 0 ? null : HeldTime.Together(stays.Select(stay => (stay.WomanId, stay.Span)), today),
            news,
            new RaidProgress(raid.Named, raid.Sources, raid.Testimonies, raid.Criteria));
    }

    /// <summary>Every known date lies before it.</summary>
    private static readonly PartialDateTime NoDate = PartialDateTime.Of(PartialDate.OfYear(2099));
}

/// <summary>
/// The raid at a glance. Days are of all women together, null when no stay is recorded; the latest news is the latest day on which
/// something was heard of where a woman is.
/// </summary>
public sealed record RaidOverview(
    RaidFacts Facts,
    IReadOnlyList<SaidCount> Counts,
    IReadOnlyList<GroupFacts> Groups,
    IReadOnlyList<ChronologyFacts> Newest,
    HeldTime? Held,
    DateOnly? LatestNews,
    RaidProgress Progress);

public sealed record SaidCount(CountFacts Facts, string? Source);

/// <summary>How far the first tasks are.</summary>
public sealed record RaidProgress(int Named, int Sources, int Testimonies, int Criteria);
