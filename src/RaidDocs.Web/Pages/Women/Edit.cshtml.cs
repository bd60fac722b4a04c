using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Women;

/// <summary>Changes what she says of herself. No name stands here.</summary>
[Asks(RecordKind.Woman, Act.Record)]
public sealed class EditModel(RaidDocsDbContext db, ReferenceLists lists, Texts texts) : PageModel, IEditsRecord, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public WomanForm Form { get; set; } = new();

    public WomanBar? Bar { get; private set; }

    public object Mine => Form;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Bar is null || await ReadNowAsync(cancellationToken) is not { } now)
        {
            return NotFound();
        }

        Form = (WomanForm)now.Theirs;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Bar is null)
        {
            return NotFound();
        }

        var (woman, night) = Form.Read(ModelState, lists);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var apprehension = await db.Apprehensions
            .Include(row => row.Woman)
            .SingleAsync(row => row.RaidId == Bar.RaidId && row.WomanId == Bar.Id, cancellationToken);
        db.ExpectVersion(apprehension.Woman, Form.Version);
        apprehension.Woman.Describe(woman);
        apprehension.Describe(night);

        // The page shows both rows as one, so her row is the lock of both.
        db.Entry(apprehension.Woman).Property(row => row.Version).IsModified = true;
        await db.SaveChangesAsync(cancellationToken);
        TempData["Confirmation"] = texts["What she says of herself is saved."];
        return Saved();
    }

    public IActionResult Saved() => Redirect($"/women/{Code}");

    public async Task<RecordNow?> ReadNowAsync(CancellationToken cancellationToken)
    {
        var now = await db.Apprehensions.AsNoTracking()
            .Where(row => row.RaidId == Bar!.RaidId && row.WomanId == Bar.Id)
            .Select(row => new { row.Woman, row.Facts })
            .SingleOrDefaultAsync(cancellationToken);
        if (now is null)
        {
            return null;
        }

        var (by, at) = await db.LastChangeAsync(now.Woman.Id, cancellationToken);
        return new(WomanForm.Of(now.Woman, now.Facts), now.Woman.Version, by, at);
    }

    public async Task LoadAsync(CancellationToken cancellationToken) => Bar = await db.FindWomanAsync(Code, cancellationToken);
}
