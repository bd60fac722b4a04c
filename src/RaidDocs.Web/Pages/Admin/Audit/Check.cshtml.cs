using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Audit;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Papers;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Admin.Audit;

/// <summary>Checks the log against itself and against a checkpoint that was kept elsewhere, and makes new ones to keep.</summary>
[Asks(RecordKind.AuditLog, Act.Read)]
public sealed class CheckModel(RaidDocsDbContext db, SealedFiles files, Texts texts, TimeProvider clock) : PageModel
{
    // A file that is younger may not have its row yet.
    private static readonly TimeSpan OnItsWay = TimeSpan.FromHours(1);

    [BindProperty]
    public CheckForm Form { get; set; } = new();

    public LogReport? Report { get; private set; }

    public FileReport? Files { get; private set; }

    public IReadOnlyList<Checkpoint> Newest { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    /// <summary>Changes nothing, so it answers at once.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var kept = new List<LogMark>();
        if (!string.IsNullOrWhiteSpace(Form.Kept))
        {
            try
            {
                kept.Add(LogMark.Read(Form.Kept));
            }
            catch (DomainRuleException wrong)
            {
                ModelState.AddModelError("Form.Kept", texts.Of(wrong));
            }
        }

        await LoadAsync(cancellationToken);
        if (ModelState.IsValid)
        {
            Report = await db.CheckLogAsync(kept, cancellationToken);
            Files = await db.CheckFilesAsync(files, clock.UtcNow() - OnItsWay, cancellationToken);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostKeepAsync(CancellationToken cancellationToken)
    {
        await db.MakeCheckpointAsync(clock.UtcNow(), CheckpointReason.Asked, cancellationToken);
        TempData["Confirmation"] = texts["The newest checkpoint stands first. Copy its three lines to a place outside this house."];
        return RedirectToPage();
    }

    private async Task LoadAsync(CancellationToken cancellationToken) =>
        Newest = await db.Checkpoints.AsNoTracking().OrderByDescending(one => one.Size).Take(10).ToListAsync(cancellationToken);

    public sealed class CheckForm
    {
        [Display(Name = "A checkpoint that you kept (optional)")]
        [DataType(DataType.MultilineText)]
        public string? Kept { get; set; }
    }
}
