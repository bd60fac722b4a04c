using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Papers;

/// <summary>The files that are about one woman.</summary>
[Asks(RecordKind.Evidence, Act.Read)]
public sealed class HersModel(RaidDocsDbContext db) : PageModel
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public WomanBar Bar { get; private set; } = null!;

    public PagedList<PaperHead> Files { get; private set; } = null!;

    public bool MayUpload => db.Viewer.May(RecordKind.Evidence, Act.Record);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.FindWomanAsync(Code, cancellationToken) is not { } bar)
        {
            return NotFound();
        }

        Bar = bar;
        Files = await db.PaperHeads(db.Evidence.Where(row => row.RaidId == bar.RaidId && row.Women.Any(link => link.WomanId == bar.Id)))
            .ToPagedListAsync(PageNumber, PageSize, cancellationToken);
        return Page();
    }
}
