using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;

namespace RaidDocs.Benchmarks.Bare;

/// <summary>The raid list with nothing around it: no sign-in, no teams, no frame, no words.</summary>
public sealed class RaidsModel(RaidDocsDbContext db) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Rows = await db.Raids.AsNoTracking()
        .IgnoreQueryFilters()
        .OrderByDescending(raid => raid.Facts.When)
        .Take(25)
        .Select(raid => new Row(
            raid.Code,
            raid.Facts.Name,
            raid.Facts.When,
            db.Apprehensions.IgnoreQueryFilters().Count(row => row.RaidId == raid.Id),
            db.Stays.IgnoreQueryFilters().Where(stay => stay.RaidId == raid.Id && stay.Facts.To == null).Select(stay => stay.WomanId).Distinct().Count()))
        .ToListAsync(cancellationToken);

    public sealed record Row(string Code, string Name, PartialDateTime? When, int Women, int Held);
}
