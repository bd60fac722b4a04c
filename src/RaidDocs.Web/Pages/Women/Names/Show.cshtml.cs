using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Women.Names;

/// <summary>Asks why, and shows the names of this raid to one person for five minutes.</summary>
[Asks(RecordKind.WomanName, Act.Reveal)]
public sealed class ShowModel(RaidDocsDbContext db, TimeProvider clock) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public ReasonForm Form { get; set; } = new();

    public WomanBar? Bar { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Bar is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Bar is null)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.Add(new NamesShown(Bar.RaidId, db.Viewer.UserId!.Value, Form.Why!.Value, Form.Note.Kept(), clock.UtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        return Redirect($"/women/{Bar.Code}/names");
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Bar = await db.FindWomanAsync(Code, cancellationToken);
        if (Bar is not null && !(await db.NamesStateAsync(Bar.RaidId, clock.Today(), cancellationToken)).MayReveal)
        {
            Bar = null;
        }
    }

    public sealed class ReasonForm
    {
        [Required(ErrorMessage = "Choose why you need her names")]
        [Display(Name = "Why do you need her names?")]
        public ReadingReason? Why { get; set; }

        [StringLength(200, ErrorMessage = "Write at most 200 letters")]
        [Display(Name = "More to the reason")]
        public string? Note { get; set; }
    }
}
