using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Court;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Women.Court;

/// <summary>Takes back a part in a court case that was written down wrongly.</summary>
[Asks(RecordKind.Court, Act.Record)]
public sealed class TakeBackModel(RaidDocsDbContext db, Texts texts) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public TakeBackForm Form { get; set; } = new();

    public WomanBar? Bar { get; private set; }

    public CourtPart? Part { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Part is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Part is null)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        Part.TakeBack(Form.Because!);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Confirmation"] = texts["Taken back. The row stays, with your reason."];
        return Redirect($"/women/{Bar!.Code}/court");
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Bar = await db.FindWomanAsync(Code, cancellationToken);
        Part = Bar is null ? null : await db.CourtParts.SingleOrDefaultAsync(row => row.Id == Id && row.WomanId == Bar.Id, cancellationToken);
    }
}
