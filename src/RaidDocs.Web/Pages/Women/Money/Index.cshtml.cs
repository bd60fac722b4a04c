using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Money;
using RaidDocs.Domain.Stays;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Women.Money;

/// <summary>What she paid, lost or was given back.</summary>
[Asks(RecordKind.Woman, Act.Read)]
public sealed class IndexModel(RaidDocsDbContext db, TimeProvider clock) : PageModel
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public WomanBar Bar { get; private set; } = null!;

    public PagedList<MoneyRow> Lines { get; private set; } = null!;

    public int? Daily { get; private set; }

    public DaysHeld Days { get; private set; } = null!;

    public bool MayRecord => db.Viewer.May(RecordKind.Woman, Act.Record);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.FindWomanAsync(Code, cancellationToken) is not { } bar)
        {
            return NotFound();
        }

        Bar = bar;
        Daily = await db.Women.Where(woman => woman.Id == bar.Id).Select(woman => woman.Facts.DailyEarnings).SingleAsync(cancellationToken);
        var stays = await WomanFile.StaysAsync(db, bar.Id, bar.RaidId, cancellationToken);
        Days = Custody.DaysHeld(stays.Select(stay => stay.Facts), clock.Today());
        Lines = await db.MoneyLines.AsNoTracking()
            .Where(row => row.WomanId == bar.Id && row.RaidId == bar.RaidId)
            .OrderBy(row => row.RecordedAt)
            .Select(row => new MoneyRow(row.Id, row.Facts, row.Source!.Code))
            .ToPagedListAsync(PageNumber, PageSize, cancellationToken);
        return Page();
    }

    public sealed record MoneyRow(Guid Id, MoneyFacts Facts, string? Source);
}
