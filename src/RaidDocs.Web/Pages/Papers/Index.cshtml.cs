using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Papers;

/// <summary>All files of a raid by their exhibit numbers.</summary>
[Asks(RecordKind.Evidence, Act.Read)]
public sealed class IndexModel(RaidDocsDbContext db) : PageModel
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public RaidBar Bar { get; private set; } = null!;

    public PagedList<PaperHead> Files { get; private set; } = null!;

    public bool MayUpload => db.Viewer.May(RecordKind.Evidence, Act.Record);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (await db.FindRaidAsync(code, cancellationToken) is not { } bar)
        {
            return NotFound();
        }

        Bar = bar;
        Files = await db.PaperHeads(db.Evidence.Where(row => row.RaidId == bar.Id)).ToPagedListAsync(PageNumber, PageSize, cancellationToken);
        return Page();
    }
}
