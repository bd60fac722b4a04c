using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Women;

/// <summary>Makes two records out of one again, within 30 days. A leader of the team may do it alone.</summary>
[Asks(RecordKind.Woman, Act.Join)]
public sealed class UndoJoinModel(RaidDocsDbContext db, TwoPersonActs acts, Texts texts) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public WomanBar? Bar { get; private set; }

    /// <summary>The code that leads here now; null when there is no such joining.</summary>
    public string? Joined { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Joined is null || !db.Viewer.Is(StaffRole.ResearchLeader) ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Joined is null)
        {
            return NotFound();
        }

        await acts.UndoJoinAsync(Id, cancellationToken);
        TempData["Confirmation"] = texts["Undone. {0} is a record of its own again.", Joined];
        return Redirect($"/women/{Joined}");
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Bar = await db.FindWomanAsync(Code, cancellationToken);
        Joined = Bar is null
            ? null
            : await db.JoinedWomen.AsNoTracking().Where(row => row.Id == Id && row.KeptId == Bar.Id && row.UndoneAt == null).Select(row => row.Code).SingleOrDefaultAsync(cancellationToken);
    }
}
