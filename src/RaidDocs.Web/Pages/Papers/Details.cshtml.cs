using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Papers;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Papers;

/// <summary>A file: what it is, whom it is about, what rests on it, its copies, and in whose hands it was.</summary>
[Asks(RecordKind.Evidence, Act.Read)]
public sealed class DetailsModel(RaidDocsDbContext db, EvidenceStore store, SealedFiles files, Texts texts, TimeProvider clock) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public PaperHead Head { get; private set; } = null!;

    /// <summary>Why it is not opened; null when it may be.</summary>
    public ClosedFile? Closed { get; private set; }

    /// <summary>What a check found; null when none was made or all is well.</summary>
    public FormattableString? Found { get; private set; }

    public string? Parent { get; private set; }

    public string? Told { get; private set; }

    public IReadOnlyList<PaperHead> Copies { get; private set; } = [];

    public IReadOnlyList<SupportedFact> Supports { get; private set; } = [];

    public IReadOnlyList<CustodyLine> Lines { get; private set; } = [];

    public bool MayRecord => db.Viewer.May(RecordKind.Evidence, Act.Record);

    public bool MayOpen => !Head.IsOriginal || db.Viewer.May(RecordKind.Evidence, Act.Reveal);

    public bool MayStrip => Head is { IsOriginal: true, File.Kind: FileKind.Jpeg or FileKind.Png };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Head is null ? NotFound() : Page();
    }

    /// <summary>Makes a copy without what the camera wrote.</summary>
    public async Task<IActionResult> OnPostStripAsync(Guid number, CancellationToken cancellationToken)
    {
        if (await db.FindPaperAsync(Id, cancellationToken) is not { } head || await ClosedAsync(cancellationToken) is not null)
        {
            return NotFound();
        }

        if (number == Guid.Empty)
        {
            return RedirectToPage();
        }

        var copy = await store.StripAsync(Id, number, clock.Today(), cancellationToken);
        db.NoteFile("copy", Id, head.RaidId, copy.ToString("D"));
        await db.SaveChangesAsync(cancellationToken);
        return Redirect($"/evidence/{copy}");
    }

    /// <summary>Reads it to its end and holds it against its mark.</summary>
    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancellationToken)
    {
        if (await db.FindPaperAsync(Id, cancellationToken) is not { } head)
        {
            return NotFound();
        }

        Found = await db.CheckFileAsync(files, Id, cancellationToken);
        db.NoteFile(Found is null ? Custody.Checked : Custody.Found, Id, head.RaidId);
        await db.SaveChangesAsync(cancellationToken);
        if (Found is not null)
        {
            await LoadAsync(cancellationToken);
            return Page();
        }

        TempData["Confirmation"] = texts["{0} was read to its end. It is the file that came.", head.Code];
        return RedirectToPage();
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (await db.FindPaperAsync(Id, cancellationToken) is not { } head)
        {
            return;
        }

        Head = head;
        Closed = await ClosedAsync(cancellationToken);
        Parent = (await db.Evidence.Where(row => row.Id == head.ParentId).Select(row => new { row.Number, row.Copy }).SingleOrDefaultAsync(cancellationToken)) is { } parent
            ? Evidence.CodeOf(parent.Number, parent.Copy)
            : null;
        Told = await db.Testimonies.Where(row => row.Id == head.TestimonyId).Select(row => row.Code).SingleOrDefaultAsync(cancellationToken);
        Copies = await db.PaperHeads(db.Evidence.Where(row => row.ParentId == Id)).ToListAsync(cancellationToken);
        Supports = await db.SupportedByAsync(Id, cancellationToken);
        Lines = await db.CustodyOfAsync(Id, cancellationToken);
    }

    public string LineWords(CustodyLine line) => line.Action switch
    {
        "create" => Head.IsOriginal ? texts["Received and kept"] : texts["Made and kept"],
        "change" => texts["Description changed"],
        "read" => texts["Opened"],
        "copy" => texts["Copied"],
        Custody.Left => texts["Left with a document"],
        Custody.Checked => texts["Checked: unchanged"],
        Custody.Found => texts["Checked: not whole"],
        _ => line.Action,
    };

    public string KindWords(string kind) => kind switch
    {
        "ChronologyEntry" => texts["Chronology"],
        "Violation" => texts["Rights"],
        "Stay" => texts["Where she was held"],
        "Label" => texts["What she was called"],
        "AgeClaim" => texts["Ages"],
        "CountClaim" or "UnnamedGroup" => texts["Counts"],
        "Procedure" => texts["Tests and papers"],
        "CourtCase" or "CourtPart" or "Hearing" => texts["Court"],
        "MoneyLine" => texts["Money"],
        "WomanName" => texts["Names"],
        "ChecklistAnswer" => texts["Checklist"],
        "Intervention" => texts["What was done"],
        _ => texts["Other facts"],
    };

    private async Task<ClosedFile?> ClosedAsync(CancellationToken cancellationToken) =>
        (await db.ClosedFilesAsync([Id], clock.Today(), cancellationToken)).GetValueOrDefault(Id);
}
