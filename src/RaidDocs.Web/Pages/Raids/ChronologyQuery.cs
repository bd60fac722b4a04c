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
        var found = await lines
            .OrderBy(line => line.Facts.When == null)
            .ThenBy(line => line.Facts.When)
            .ThenBy(line => line.RecordedAt)
            .ThenBy(line => line.Id)
            .Include(line => line.Sources)
            .Include(line => line.Women)
            .AsSplitQuery()
            .ToPagedListAsync(page, PageSize, cancellationToken);
        var numbers = await db.NumbersAsync(raidId, cancellationToken);
        return new PagedList<ChronologyRow>([.. found.Items.Select(line => Row(line, numbers))], found.Page, found.PageSize, found.Total);
    }

    /// <summary>One line as a form shows it; null when the raid has no such line.</summary>
    public static async Task<ChronologyRow?> FindLineAsync(this RaidDocsDbContext db, string code, Guid id, CancellationToken cancellationToken)
    {
        var line = await db.Chronology.AsNoTracking()
            .Where(row => row.Id == id && db.Raids.Any(raid => raid.Id == row.RaidId && raid.Code == code))
            .Include(row => row.Sources)
            .Include(row => row.Women)
            .AsSplitQuery()
            .SingleOrDefaultAsync(cancellationToken);
        return line is null ? null : Row(line, await db.NumbersAsync(line.RaidId, cancellationToken));
    }

    private static Task<Dictionary<Guid, int>> NumbersAsync(this RaidDocsDbContext db, Guid raidId, CancellationToken cancellationToken) => db.Apprehensions
        .AsNoTracking()
        .Where(row => row.RaidId == raidId)
        .ToDictionaryAsync(row => row.WomanId, row => row.Number, cancellationToken);

    private static ChronologyRow Row(ChronologyEntry line, Dictionary<Guid, int> numbers) => new(
        line.Id,
        line.Version,
        line.Facts,
        [.. line.Sources.OrderBy(source => source.RecordedAt).Select(source => source.Code)],
        [.. line.Women.Where(woman => numbers.ContainsKey(woman.Id)).Select(woman => numbers[woman.Id]).Order()]);
}

/// <summary>One line; the women by their numbers in this raid.</summary>
public sealed record ChronologyRow(Guid Id, Guid Version, ChronologyFacts Facts, IReadOnlyList<string> Sources, IReadOnlyList<int> Women);
