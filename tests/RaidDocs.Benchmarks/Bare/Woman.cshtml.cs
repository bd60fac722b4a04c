using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Stays;
using RaidDocs.Domain.Women;

namespace RaidDocs.Benchmarks.Bare;

/// <summary>The page of one woman over the same rows, with nothing around it.</summary>
public sealed class WomanModel(RaidDocsDbContext db) : PageModel
{
    public WomanFacts Woman { get; private set; } = null!;

    public IReadOnlyList<Held> Stays { get; private set; } = [];

    public IReadOnlyList<LabelFacts> Labels { get; private set; } = [];

    public IReadOnlyList<AgeFacts> Ages { get; private set; } = [];

    public int Procedures { get; private set; }

    public int Testimonies { get; private set; }

    public int Consents { get; private set; }

    public int? Lost { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (WomanCode.Read(code) is not { } read)
        {
            return NotFound();
        }

        var (raidCode, number) = (read.Raid, read.Number);
        var her = await db.Apprehensions.AsNoTracking().IgnoreQueryFilters()
            .Where(row => row.Number == number)
            .Join(db.Raids.IgnoreQueryFilters().Where(raid => raid.Code == raidCode), row => row.RaidId, raid => raid.Id, (row, raid) => row)
            .Select(row => new { row.WomanId, row.Woman.Facts })
            .SingleAsync(cancellationToken);
        var id = her.WomanId;
        Woman = her.Facts;
        Stays = await db.Stays.AsNoTracking().IgnoreQueryFilters().Where(stay => stay.WomanId == id)
            .Select(stay => new Held(stay.Facility!.Facts.Name, stay.Facts))
            .ToListAsync(cancellationToken);
        Labels = await db.Labels.AsNoTracking().IgnoreQueryFilters().Where(row => row.WomanId == id).Select(row => row.Facts).ToListAsync(cancellationToken);
        Ages = await db.Ages.AsNoTracking().IgnoreQueryFilters().Where(row => row.WomanId == id).Select(row => row.Facts).ToListAsync(cancellationToken);
        Procedures = await db.Procedures.IgnoreQueryFilters().CountAsync(row => row.WomanId == id, cancellationToken);
        Testimonies = await db.Testimonies.IgnoreQueryFilters().CountAsync(row => row.WomanId == id, cancellationToken);
        Consents = await db.Consents.IgnoreQueryFilters().CountAsync(row => row.WomanId == id, cancellationToken);
        Lost = await db.MoneyLines.IgnoreQueryFilters().Where(row => row.WomanId == id).SumAsync(row => row.Facts.Baht, cancellationToken);
        return Page();
    }

    public sealed record Held(string? Place, StayFacts Facts);
}
