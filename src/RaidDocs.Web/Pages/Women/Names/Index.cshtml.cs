using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Women.Names;

/// <summary>What she is called. Hidden until somebody says why; each reading is recorded and shown once.</summary>
[Asks(RecordKind.WomanName, Act.Read)]
public sealed class IndexModel(RaidDocsDbContext db, TimeProvider clock) : PageModel, IReloads
{
    private const string Mark = "NamesShown";
    private static readonly TimeSpan MarkLife = TimeSpan.FromMinutes(1);

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public ReasonForm Form { get; set; } = new();

    public WomanBar? Bar { get; private set; }

    public int Total { get; private set; }

    /// <summary>Null while they are hidden.</summary>
    public IReadOnlyList<NameRow>? Names { get; private set; }

    public bool MayRecord => AccessRules.Decide(db.Viewer, RecordKind.WomanName, Act.Record, isOnTeam: true) == Decision.Allow;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Bar is null)
        {
            return NotFound();
        }

        if (IsShown(TempData[Mark] as string))
        {
            Names = await db.WomanNames.AsNoTracking()
                .Where(row => row.WomanId == Bar.Id && row.RaidId == Bar.RaidId)
                .OrderBy(row => row.RecordedAt)
                .Select(row => new NameRow(row.Id, row.Facts, row.Source!.Code, row.TakenBackBecause))
                .ToListAsync(cancellationToken);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Bar is null)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.NoteReading(nameof(WomanName), [Bar.Id], Bar.RaidId, Form.Why!.Value.ToString());
        await db.SaveChangesAsync(cancellationToken);

        // Good for the one answer that follows. A reload asks again.
        TempData[Mark] = $"{Bar.Id:D} {Bar.RaidId:D} {clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}";
        return Redirect($"/women/{Bar.Code}/names");
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Bar = await db.FindWomanAsync(Code, cancellationToken);
        Total = Bar is null ? 0 : await db.WomanNames.CountAsync(row => row.WomanId == Bar.Id && row.RaidId == Bar.RaidId, cancellationToken);
    }

    private bool IsShown(string? mark) => mark?.Split(' ') is [var woman, var raid, var at]
        && woman == Bar!.Id.ToString("D") && raid == Bar.RaidId.ToString("D")
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds) < MarkLife;

    public sealed class ReasonForm
    {
        [Required(ErrorMessage = "Choose why you need her names")]
        [Display(Name = "Why do you need her names?")]
        public ReadingReason? Why { get; set; }
    }

    public sealed record NameRow(Guid Id, NameFacts Facts, string? Source, string? TakenBack);
}
