using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Women;

/// <summary>Asks a second person to make two records of one woman into one.</summary>
[Asks(RecordKind.Woman, Act.Join)]
public sealed class JoinModel(RaidDocsDbContext db, Texts texts, TimeProvider clock) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public JoinForm Form { get; set; } = new();

    public WomanBar? Bar { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? other, CancellationToken cancellationToken)
    {
        Form.Other = other;
        await LoadAsync(cancellationToken);
        return Bar is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await db.FindWomanAsync(Code, cancellationToken) is not { } bar)
        {
            return NotFound();
        }

        var other = Form.Other is null ? null : await db.FindWomanAsync(Form.Other, cancellationToken);
        if (Form.Other is not null && other is null)
        {
            ModelState.AddModelError("Form.Other", texts["No woman of your raids has this code. Write it like R03-W07"]);
        }
        else if (other is not null && other.Id == bar.Id)
        {
            ModelState.AddModelError("Form.Other", texts["This is the same record. Write the other code"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var act = new TwoPersonAct(TwoPersonKind.JoinWomen, db.Viewer.UserId!.Value, bar.Id, bar.RaidId, Form.Because.Kept()!, clock.UtcNow()) { OtherId = other!.Id };
        await db.AskSecondAsync(act, cancellationToken);
        TempData["Confirmation"] = texts["Asked. Another leader of the team must agree within 24 hours."];
        return Redirect("/approvals");
    }

    public async Task LoadAsync(CancellationToken cancellationToken) => Bar = await db.FindWomanAsync(Code, cancellationToken);

    public sealed class JoinForm : BecauseForm
    {
        [Required(ErrorMessage = "Enter the other code, like R03-W07")]
        [Display(Name = "Which code is the same woman?")]
        public string? Other { get; set; }
    }
}
