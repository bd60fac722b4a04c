using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Raids;

namespace RaidDocs.Web.Pages.Raids;

/// <summary>All numbers of a raid, and the people without codes.</summary>
internal static class CountsQuery
{
    public static Task<List<CountRow>> ReadCountsAsync(this RaidDocsDbContext db, Guid raidId, CancellationToken cancellationToken) => db.Counts
        .AsNoTracking()
        .Where(count => count.RaidId == raidId)
        .OrderBy(count => count.RecordedAt)
        .Select(count => new CountRow(count.Id, count.Facts, count.Source!.Code, count.TakenBackBecause))
        .ToListAsync(cancellationToken);

    public static Task<List<GroupRow>> ReadGroupsAsync(this RaidDocsDbContext db, Guid raidId, CancellationToken cancellationToken) => db.Groups
        .AsNoTracking()
        .Where(group => group.RaidId == raidId)
        .OrderBy(group => group.RecordedAt)
        .Select(group => new GroupRow(group.Id, group.Version, group.Facts, group.Source!.Code))
        .ToListAsync(cancellationToken);
}

/// <summary>One voice on one number.</summary>
public sealed record CountRow(Guid Id, CountFacts Facts, string? Source, string? TakenBackBecause);

/// <summary>People without codes.</summary>
public sealed record GroupRow(Guid Id, Guid Version, GroupFacts Facts, string? Source);
