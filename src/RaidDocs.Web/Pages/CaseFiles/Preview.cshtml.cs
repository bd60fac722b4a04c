using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Disclosure.Bundles;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Pages.Reports;

namespace RaidDocs.Web.Pages.CaseFiles;

/// <summary>Step 5: the pages as they will be, every word that is hidden with the number of its places, and what to look at once more.</summary>
[Asks(RecordKind.Document, Act.Export)]
public sealed class PreviewModel(RaidDocsDbContext db, BundlePress press) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Draft { get; set; }

    public BundleOrder? Order { get; private set; }

    public Disclosed? Disclosed { get; private set; }

    public IReadOnlyList<OpenReadBack> Open { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        Open = await CaseStudyPress.OpenReadBacksAsync(db, Disclosed!, cancellationToken);
        return Page();
    }

    /// <summary>The pages that we print, as a page. Papers stand there by their sheets.</summary>
    public async Task<IActionResult> OnGetDocumentAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        // It shows what the women said, as an opened testimony does.
        await db.NoteNamesAsync(Disclosed!, cancellationToken);
        db.NoteAct("read", ExportKind.CaseFile, Disclosed!.RaidId.ToString("D"), Disclosed.RaidId, Disclosed.Audience.ToString());
        await db.SaveChangesAsync(cancellationToken);
        var papers = await BundlePress.PapersAsync(db, Disclosed, Order!.Wishes, cancellationToken);
        return Content(await press.HtmlAsync(press.Write(Disclosed, Order.Wishes, papers)), "text/html; charset=utf-8");
    }

    /// <param name="keep">A hidden word that is to stay after all.</param>
    /// <param name="hide">One that was kept and is to be hidden again.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<IActionResult> OnPostAsync(string? keep, string? hide, CancellationToken cancellationToken) => this.KeepAndGoAsync(
        db,
        Draft,
        wishes => wishes with
        {
            Hide = wishes.Hide with
            {
                Keep = [.. wishes.Hide.Keep.Where(word => !string.Equals(word, hide, StringComparison.OrdinalIgnoreCase)), .. keep is null ? Array.Empty<string>() : [keep]],
            },
        },
        "/preview",
        cancellationToken);

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Order = await db.FindBundleAsync(Draft, cancellationToken);
        if (Order is not { Export: null })
        {
            return false;
        }

        Disclosed = await press.DiscloseAsync(db, Order.Raid, Order.Wishes, cancellationToken);
        return Disclosed is not null;
    }
}
