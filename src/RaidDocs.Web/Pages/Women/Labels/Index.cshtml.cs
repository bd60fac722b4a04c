using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Women.Labels;

/// <summary>What she was called, by whom and when, with her answer.</summary>
[Asks(RecordKind.Woman, Act.Read)]
public sealed class IndexModel(RaidDocsDbContext db) : PageModel
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public WomanBar Bar { get; private set; } = null!;

    public PagedList<LabelRow> Labels { get; private set; } = null!;

    public bool MayRecord => db.Viewer.May(RecordKind.Woman, Act.Record);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.FindWomanAsync(Code, cancellationToken) is not { } bar)
        {
            return NotFound();
        }

        Bar = bar;
        Labels = await db.Labels.AsNoTracking()
            .Where(row => row.WomanId == bar.Id && row.RaidId == bar.RaidId)
            .OrderBy(row => row.RecordedAt)
            .Select(row => new LabelRow(row.Id, row.Facts, row.Source!.Code, row.TakenBackBecause))
            .ToPagedListAsync(PageNumber, PageSize, cancellationToken);
        return Page();
    }
}
