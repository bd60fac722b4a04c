using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Facilities;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Facilities;

/// <summary>Adds a place.</summary>
[Asks(RecordKind.Facility, Act.Record)]
public sealed class NewModel(RaidDocsDbContext db, ReferenceLists lists, Texts texts) : PageModel
{
    [BindProperty]
    public FacilityForm Form { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Form.Read(ModelState, lists) is not { } facts)
        {
            return Page();
        }

        var codes = await db.Facilities.AsNoTracking().Select(place => new { place.Id, place.Code }).ToListAsync(cancellationToken);
        if (codes.Find(place => place.Id == Form.Number) is { } made)
        {
            return Redirect($"/facilities/{made.Code}");
        }

        var place = new Facility(Codes.Next("F", codes.Select(other => other.Code)), facts) { Id = Form.Number };
        db.Facilities.Add(place);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Confirmation"] = texts["{0} is saved.", place.Code];
        return Redirect($"/facilities/{place.Code}");
    }
}
