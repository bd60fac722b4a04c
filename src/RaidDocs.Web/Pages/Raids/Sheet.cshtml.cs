using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Raids;

/// <summary>One page to take along: codes and times, whom to call, lines to write on. No name is read.</summary>
[Asks(RecordKind.Raid, Act.Read)]
public sealed class SheetModel(RaidDocsDbContext db, TimeProvider clock) : PageModel
{
    public RaidBar Bar { get; private set; } = null!;

    public IReadOnlyList<SheetRow> Women { get; private set; } = [];

    public DateOnly Today => clock.Today();

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (await db.FindRaidAsync(code, cancellationToken) is not { } bar)
        {
            return NotFound();
        }

        Bar = bar;
        Women = await db.Apprehensions.AsNoTracking()
            .Where(row => row.RaidId == bar.Id)
            .OrderBy(row => row.Number)
            .Select(row => new SheetRow(
                row.Number,
                // Since when she is held; where is not put on paper.
                db.Stays.Where(stay => stay.RaidId == bar.Id && stay.WomanId == row.WomanId).Min(stay => stay.Facts.From)))
            .ToListAsync(cancellationToken);
        return Page();
    }

    public sealed record SheetRow(int Number, PartialDateTime? Since)
    {
        public string Code => WomanCode.In(Number);
    }
}
