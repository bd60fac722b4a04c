using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Raids;

/// <summary>Changes what is written of a raid.</summary>
[Asks(RecordKind.Raid, Act.Record)]
public sealed class EditModel(RaidDocsDbContext db, ReferenceLists lists, Texts texts, TimeProvider clock) : PageModel, IEditsRecord, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public RaidForm Form { get; set; } = new();

    public RaidBar? Bar { get; private set; }

    public object Mine => Form;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Bar is null || await ReadNowAsync(cancellationToken) is not { } now)
        {
            return NotFound();
        }

        Form = (RaidForm)now.Theirs;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await db.Raids.SingleOrDefaultAsync(row => row.Code == Code, cancellationToken) is not { } raid)
        {
            return NotFound();
        }

        var facts = Form.Read(ModelState, lists);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        Raid.CheckWhen(facts.When, clock.Today());
        db.ExpectVersion(raid, Form.Version);
        raid.Describe(facts);
        await db.SaveChangesAsync(cancellationToken);
        return Saved();
    }

    public async Task LoadAsync(CancellationToken cancellationToken) => Bar = await db.FindRaidAsync(Code, cancellationToken);

    public async Task<RecordNow?> ReadNowAsync(CancellationToken cancellationToken)
    {
        if (await db.Raids.AsNoTracking().SingleOrDefaultAsync(row => row.Code == Code, cancellationToken) is not { } raid)
        {
            return null;
        }

        var (by, at) = await db.LastChangeAsync(raid.Id, cancellationToken);
        return new RecordNow(RaidForm.Of(raid.Facts, raid.Version), raid.Version, by, at);
    }

    public IActionResult Saved()
    {
        TempData["Confirmation"] = texts["What is written of {0} is saved.", Code];
        return Redirect($"/raids/{Code}");
    }

    public string Words(string field, string value) => field switch
    {
        nameof(RaidForm.VenueKind) => lists.Words(ListName.VenueKinds, value, Texts.IsThai),
        nameof(RaidForm.Province) => lists.Words(ListName.Provinces, value, Texts.IsThai),
        nameof(RaidForm.Agencies) => string.Join("\n", value.Split('\n').Select(key => lists.Words(ListName.Agencies, key, Texts.IsThai))),
        _ => value,
    };
}
