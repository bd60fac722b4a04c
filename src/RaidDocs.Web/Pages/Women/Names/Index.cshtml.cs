using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Women.Names;

/// <summary>What she is called. Hidden until somebody says why; each reading is recorded.</summary>
[Asks(RecordKind.WomanName, Act.Read)]
public sealed class IndexModel(RaidDocsDbContext db, TimeProvider clock, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    public WomanBar? Bar { get; private set; }

    public int Total { get; private set; }

    public HerNames Her { get; private set; } = null!;

    /// <summary>Null while they are hidden.</summary>
    public IReadOnlyList<NameRow>? Names { get; private set; }

    public bool MayRecord => db.Viewer.May(RecordKind.WomanName, Act.Record);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Bar = await db.FindWomanAsync(Code, cancellationToken);
        if (Bar is null)
        {
            return NotFound();
        }

        Total = await db.WomanNames.CountAsync(row => row.WomanId == Bar.Id && row.RaidId == Bar.RaidId, cancellationToken);
        Her = await db.OpenNamesAsync(Bar, clock, Total, cancellationToken);
        if (Her.IsShown)
        {
            Names = (await db.WomanNames.AsNoTracking()
                    .Include(row => row.Source)
                    .Where(row => row.WomanId == Bar.Id && row.RaidId == Bar.RaidId)
                    .OrderBy(row => row.RecordedAt)
                    .ToListAsync(cancellationToken))
                .ConvertAll(row => new NameRow(row.Id, row.Facts, row.Source?.Code, row.TakenBackBecause));
        }

        return Page();
    }

    /// <summary>Only the two posts below are there.</summary>
    public IActionResult OnPost() => NotFound();

    public async Task<IActionResult> OnPostHideAsync(CancellationToken cancellationToken)
    {
        if (await db.FindWomanAsync(Code, cancellationToken) is not { } bar)
        {
            return NotFound();
        }

        var (viewer, now) = (db.Viewer.UserId, clock.UtcNow());
        foreach (var shown in await db.NamesShown.Where(row => row.RaidId == bar.RaidId && row.UserId == viewer && row.Until > now).ToListAsync(cancellationToken))
        {
            shown.HideNow(now);
        }

        await db.SaveChangesAsync(cancellationToken);
        TempData["Confirmation"] = texts["Names are hidden."];
        return Redirect($"/women/{bar.Code}");
    }

    /// <summary>She has read as many as one person may; a leader of the team is asked for more.</summary>
    public async Task<IActionResult> OnPostMoreAsync(CancellationToken cancellationToken)
    {
        if (await db.FindWomanAsync(Code, cancellationToken) is not { } bar)
        {
            return NotFound();
        }

        var me = db.Viewer.UserId!.Value;
        await db.AskSecondAsync(new(TwoPersonKind.MoreNames, me, me, bar.RaidId, "", clock.UtcNow()), cancellationToken);
        TempData["Confirmation"] = texts["Asked. Another leader of the team must agree within 24 hours."];
        return Redirect($"/women/{bar.Code}/names");
    }

    public sealed record NameRow(Guid Id, NameFacts Facts, string? Source, string? TakenBack);
}
