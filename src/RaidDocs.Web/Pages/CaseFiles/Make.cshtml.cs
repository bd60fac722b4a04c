using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Disclosure.Bundles;
using RaidDocs.Domain.Jobs;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.CaseFiles;

/// <summary>Step 7: how far it is; then the file, for a day. The page asks again by itself, without scripts.</summary>
[Asks(RecordKind.Document, Act.Export)]
public sealed class MakeModel(RaidDocsDbContext db, BundleWork work, MadeFiles made, Texts texts, TimeProvider clock) : PageModel
{
    private const int AskAgainSeconds = 2;

    [BindProperty(SupportsGet = true)]
    public Guid Draft { get; set; }

    public BundleOrder? Order { get; private set; }

    public BundleJob? Job { get; private set; }

    /// <summary>What left with it, once it is made.</summary>
    public Export? Export { get; private set; }

    /// <summary>The finished file can still be fetched.</summary>
    public bool IsHere => Job is { State: JobState.Done } && Export is not null && made.Has(Draft);

    public static int Steps => Enum.GetValues<BundleStep>().Length - 1;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Job is { IsAtWork: true })
        {
            Response.Headers["Refresh"] = AskAgainSeconds.ToString(CultureInfo.InvariantCulture);
        }

        return Page();
    }

    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || !IsHere)
        {
            return NotFound();
        }

        // She may have taken back her yes while it waited.
        if (!await db.StillStandsAsync(Export!.RaidId, Job!.AsOf, cancellationToken))
        {
            made.Shred(Draft);
            TempData["Confirmation"] = texts["A woman changed her answer, or her words changed, since this was made. It is shredded. Make it again"];
            return Redirect($"/casefiles/{Draft}");
        }

        if (made.Open(Draft) is not { } file)
        {
            return NotFound();
        }

        db.NoteAct("fetched", ExportKind.CaseFile, Export.Id.ToString("D"), Export.RaidId);
        await db.SaveChangesAsync(cancellationToken);
        return File(file, "application/zip", string.Create(CultureInfo.InvariantCulture, $"file-{clock.Today():yyyy-MM-dd}-{Export.Copy:0000}.zip"));
    }

    public async Task<IActionResult> OnPostCancelAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        await work.CancelAsync(Draft, cancellationToken);
        return Redirect($"/casefiles/{Draft}");
    }

    public async Task<IActionResult> OnPostAgainAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Order!.Export is null)
        {
            await work.StartAsync(Order, db.Viewer, cancellationToken);
        }

        return Redirect($"/casefiles/{Draft}");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Order = await db.FindBundleAsync(Draft, cancellationToken);
        if (Order is null)
        {
            return false;
        }

        Job = await work.FindAsync(Draft, db.Viewer, cancellationToken);
        Export = Order.Export is { } id ? await db.Exports.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) : null;
        return true;
    }
}
