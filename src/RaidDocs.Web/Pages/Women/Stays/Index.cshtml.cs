using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Women.Stays;

/// <summary>The chain of places in which she was held.</summary>
[Asks(RecordKind.Woman, Act.Read)]
public sealed class IndexModel(RaidDocsDbContext db, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    public WomanBar Bar { get; private set; } = null!;

    public StayChain Chain { get; private set; } = null!;

    public bool MayRecord => db.Viewer.May(RecordKind.Woman, Act.Record);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.FindWomanAsync(Code, cancellationToken) is not { } bar)
        {
            return NotFound();
        }

        Bar = bar;
        Chain = StayChain.Of(await WomanFile.StaysAsync(db, bar.Id, bar.RaidId, cancellationToken), clock.Today());
        return Page();
    }
}
