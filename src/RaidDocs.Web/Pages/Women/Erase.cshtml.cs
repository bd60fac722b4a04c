using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Women;

/// <summary>Asks a second person to erase a woman for good.</summary>
[Asks(RecordKind.Woman, Act.Erase)]
public sealed class EraseModel(RaidDocsDbContext db, Texts texts, TimeProvider clock) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public BecauseForm Form { get; set; } = new();

    public WomanBar? Bar { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Bar is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await db.FindWomanAsync(Code, cancellationToken) is not { } bar)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await db.AskSecondAsync(
            new TwoPersonAct(TwoPersonKind.EraseWoman, db.Viewer.UserId!.Value, bar.Id, bar.RaidId, Form.Because.Kept()!, clock.UtcNow()), cancellationToken);
        TempData["Confirmation"] = texts["Asked. Nothing is erased until another leader of the team or the administrator agrees, within 24 hours."];
        return Redirect("/approvals");
    }

    public async Task LoadAsync(CancellationToken cancellationToken) => Bar = await db.FindWomanAsync(Code, cancellationToken);
}
