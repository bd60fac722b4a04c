using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Facilities;

/// <summary>Changes what is recorded of a place.</summary>
[Asks(RecordKind.Facility, Act.Record)]
public sealed class EditModel(RaidDocsDbContext db, ReferenceLists lists, Texts texts) : PageModel, IEditsRecord
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public FacilityForm Form { get; set; } = new();

    public object Mine => Form;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var place = await db.Facilities.AsNoTracking().SingleOrDefaultAsync(place => place.Code == Code, cancellationToken);
        if (place is null)
        {
            return NotFound();
        }

        Form = FacilityForm.Of(place.Facts, place.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var place = await db.Facilities.SingleOrDefaultAsync(place => place.Code == Code, cancellationToken);
        if (place is null)
        {
            return NotFound();
        }

        if (Form.Read(ModelState, lists) is not { } facts)
        {
            return Page();
        }

        db.ExpectVersion(place, Form.Version);
        place.Describe(facts);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Confirmation"] = texts["{0} is saved.", Code];
        return Saved();
    }

    public async Task<RecordNow?> ReadNowAsync(CancellationToken cancellationToken)
    {
        if (await db.Facilities.AsNoTracking().SingleOrDefaultAsync(place => place.Code == Code, cancellationToken) is not { } place)
        {
            return null;
        }

        var (by, at) = await db.LastChangeAsync(place.Id, cancellationToken);
        return new RecordNow(FacilityForm.Of(place.Facts, place.Version), place.Version, by, at);
    }

    public IActionResult Saved() => Redirect($"/facilities/{Code}");

    public string Words(string field, string value) => field switch
    {
        nameof(FacilityForm.Kind) => lists.Words(ListName.FacilityKinds, value, Texts.IsThai),
        nameof(FacilityForm.Agency) => lists.Words(ListName.Agencies, value, Texts.IsThai),
        nameof(FacilityForm.Province) => lists.Words(ListName.Provinces, value, Texts.IsThai),
        _ => value,
    };
}
