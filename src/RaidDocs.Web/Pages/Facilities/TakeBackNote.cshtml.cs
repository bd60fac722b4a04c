using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Facilities;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Facilities;

/// <summary>A note that was written down wrongly is taken back with a reason, and stays.</summary>
[Asks(RecordKind.Raid, Act.Record)]
public sealed class TakeBackNoteModel(RaidDocsDbContext db, Texts texts) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public TakeBackForm Form { get; set; } = new();

    public string? Text { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Text is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var note = await Here().AsTracking().SingleOrDefaultAsync(cancellationToken);
        if (note is null)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        // The first reason stays, also when the form is sent twice.
        if (note.TakenBackBecause is null)
        {
            note.TakeBack(Form.Because!);
            await db.SaveChangesAsync(cancellationToken);
        }

        TempData["Confirmation"] = texts["The note is taken back. It stays, with your reason."];
        return Redirect($"/facilities/{Code}");
    }

    public async Task LoadAsync(CancellationToken cancellationToken) =>
        Text = await Here().Where(note => note.TakenBackBecause == null).Select(note => note.Facts.Text).SingleOrDefaultAsync(cancellationToken);

    private IQueryable<FacilityNote> Here() => db.FacilityNotes.AsNoTracking()
        .Where(note => note.Id == Id && db.Facilities.Any(place => place.Id == note.FacilityId && place.Code == Code));

    public sealed class TakeBackForm
    {
        [Required(ErrorMessage = "Write why this was recorded wrongly")]
        [DataType(DataType.MultilineText)]
        [Display(Name = "Why was it recorded wrongly?")]
        public string? Because { get; set; }
    }
}
