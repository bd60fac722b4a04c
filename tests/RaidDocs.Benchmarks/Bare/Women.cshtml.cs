using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Stays;

namespace RaidDocs.Benchmarks.Bare;

/// <summary>The list of the women over the same rows, with nothing around it.</summary>
public sealed class WomenModel(RaidDocsDbContext db) : PageModel
{
    private const int PageSize = 25;

    public int Total { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public ILookup<Guid, Held> Stays { get; private set; } = Array.Empty<Held>().ToLookup(stay => stay.Row);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var rows = db.Apprehensions.AsNoTracking().IgnoreQueryFilters()
            .Join(db.Raids.IgnoreQueryFilters(), row => row.RaidId, raid => raid.Id, (row, raid) => new { Row = row, Raid = raid });
        Total = await rows.CountAsync(cancellationToken);
        var shown = rows.OrderByDescending(both => both.Raid.RecordedAt).ThenBy(both => both.Row.Number).Take(PageSize);
        Rows = await shown.Select(both => new Row(both.Row.Id, both.Raid.Code, both.Raid.Facts.Name, both.Row.Number)).ToListAsync(cancellationToken);
        Stays = (await shown
            .Join(
                db.Stays.IgnoreQueryFilters(),
                both => new { both.Row.RaidId, both.Row.WomanId },
                stay => new { stay.RaidId, stay.WomanId },
                (both, stay) => new Held(both.Row.Id, stay.Facility!.Facts.Name, stay.Facts))
            .ToListAsync(cancellationToken)).ToLookup(stay => stay.Row);
    }

    public sealed record Row(Guid Id, string Raid, string Name, int Number);

    public sealed record Held(Guid Row, string? Place, StayFacts Facts);
}
