using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Raids;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Raids;

/// <summary>The lines of a chronology, oldest first; what has no date comes last.</summary>
internal static class ChronologyQuery
{
    private const int PageSize = 25;

    public static async Task<PagedList<ChronologyRow>> ReadChronologyAsync(
        this RaidDocsDbContext db, Guid raidId, Topic? topic, string? only, int page, CancellationToken cancellationToken)
    {
        var lines = db.Chronology.AsNoTracking().Where(line => line.RaidId == raidId);
        if (topic is { } chosen)
        {
            lines = lines.Where(line => line.Facts.Topic == chosen);
        }

        lines = only switch
        {
            "disputed" => lines.Where(line => line.Facts.Standing == Standing.Disputed),
            "no-source" => lines.Where(line => !line.Sources.Any()),
            _ => lines,
        };
        return await lines
            .OrderBy(line => line.Facts.When == null)
            .ThenBy(line => line.Facts.When)
            .ThenBy(line => line.RecordedAt)
            .ThenBy(line => line.Id)
            .Select(line => new ChronologyRow(
                line.Id,
                line.Version,
                line.Facts,
                line.Sources.OrderBy(source => source.RecordedAt).Select(source => source.Code).ToList(),
                db.Apprehensions.Where(row => row.RaidId == raidId && line.Women.Any(woman => woman.Id == row.WomanId)).OrderBy(row => row.Number).Select(row => row.Number).ToList()))
            .AsSplitQuery()
            .ToPagedListAsync(page, PageSize, cancellationToken);
    }

    /// <summary>One line as a form shows it; null when the raid has no such line.</summary>
    public static Task<ChronologyRow?> FindLineAsync(this RaidDocsDbContext db, string code, Guid id, CancellationToken cancellationToken) => db.Chronology
        .AsNoTracking()
        .Where(line => line.Id == id && db.Raids.Any(raid => raid.Id == line.RaidId && raid.Code == code))
        .OrderBy(line => line.Id)
        .Select(line => new ChronologyRow(
            line.Id,
            line.Version,
            line.Facts,
            line.Sources.OrderBy(source => source.RecordedAt).Select(source => source.Code).ToList(),
            db.Apprehensions.Where(row => row.RaidId == line.RaidId && line.Women.Any(woman => woman.Id == row.WomanId)).OrderBy(row => row.Number).Select(row => row.Number).ToList()))
        .AsSplitQuery()
        .SingleOrDefaultAsync(cancellationToken);
}

/// <summary>One line; the women by their numbers in this raid.</summary>
public sealed record ChronologyRow(Guid Id, Guid Version, ChronologyFacts Facts, IReadOnlyList<string> Sources, IReadOnlyList<int> Women);
