using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Stays;

namespace RaidDocs.Benchmarks.Bare;

/// <summary>The page of one raid over the same rows, with nothing around it.</summary>
public sealed class RaidModel(RaidDocsDbContext db) : PageModel
{
    public RaidFacts Raid { get; private set; } = null!;

    public int Women { get; private set; }

    public int Named { get; private set; }

    public int Sources { get; private set; }

    public int Testimonies { get; private set; }

    public IReadOnlyList<CountFacts> Counts { get; private set; } = [];

    public IReadOnlyList<ChronologyFacts> Lines { get; private set; } = [];

    public IReadOnlyList<StayFacts> Stays { get; private set; } = [];

    public async Task OnGetAsync(string code, CancellationToken cancellationToken)
    {
        var raid = await db.Raids.AsNoTracking().IgnoreQueryFilters()
            .Where(row => row.Code == code)
            .Select(row => new
            {
                row.Id,
                row.Facts,
                Women = db.Apprehensions.IgnoreQueryFilters().Count(one => one.RaidId == row.Id),
                Named = db.WomanNames.IgnoreQueryFilters().Where(name => name.RaidId == row.Id).Select(name => name.WomanId).Distinct().Count(),
                Sources = db.Sources.IgnoreQueryFilters().Count(source => source.RaidId == row.Id),
                Testimonies = db.Testimonies.IgnoreQueryFilters().Count(testimony => testimony.RaidId == row.Id),
            })
            .SingleAsync(cancellationToken);
        (Raid, Women, Named, Sources, Testimonies) = (raid.Facts, raid.Women, raid.Named, raid.Sources, raid.Testimonies);
        Counts = await db.Counts.AsNoTracking().IgnoreQueryFilters().Where(row => row.RaidId == raid.Id).OrderBy(row => row.RecordedAt).Select(row => row.Facts).ToListAsync(cancellationToken);
        Lines = await db.Chronology.AsNoTracking().IgnoreQueryFilters().Where(row => row.RaidId == raid.Id).OrderByDescending(row => row.Facts.When).Take(5).Select(row => row.Facts).ToListAsync(cancellationToken);
        Stays = await db.Stays.AsNoTracking().IgnoreQueryFilters().Where(row => row.RaidId == raid.Id).Select(row => row.Facts).ToListAsync(cancellationToken);
    }
}
