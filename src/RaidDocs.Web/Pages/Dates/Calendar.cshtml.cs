using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Clocks;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Dates;

/// <summary>The one address under which her own calendar program reads her dates.</summary>
[Asks(RecordKind.Court, Act.Read)]
public sealed class CalendarModel(RaidDocsDbContext db, Texts texts, TimeProvider clock) : PageModel
{
    /// <summary>Only in the answer that made it.</summary>
    public string? NewAddress { get; private set; }

    public DateTime? Since { get; private set; }

    public DateOnly? ReadOn { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostNewAsync(CancellationToken cancellationToken)
    {
        var key = CalendarKey.NewKey();
        await db.InOneWriteAsync(
            async () =>
            {
                await RevokeAsync(cancellationToken);
                db.CalendarKeys.Add(new CalendarKey(db.Viewer.UserId!.Value, key));
                await db.SaveChangesAsync(cancellationToken);
                return true;
            },
            cancellationToken);

        // Not by a redirect: it would have to be kept somewhere in between.
        NewAddress = $"{Request.Scheme}://{Request.Host}{Request.PathBase}{CalendarFeed.Path}?key={key}";
        await LoadAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken cancellationToken)
    {
        await RevokeAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Confirmation"] = texts["The address has ended. A program that asks for it is told that nothing is there."];
        return RedirectToPage();
    }

    private async Task RevokeAsync(CancellationToken cancellationToken)
    {
        var me = db.Viewer.UserId;
        foreach (var key in await db.CalendarKeys.Where(row => row.UserId == me && row.RevokedAt == null).ToListAsync(cancellationToken))
        {
            key.Revoke(clock.UtcNow());
        }
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var me = db.Viewer.UserId;
        var mine = await db.CalendarKeys.AsNoTracking().Where(row => row.UserId == me && row.RevokedAt == null)
            .Select(row => new { row.RecordedAt, row.ReadOn }).FirstOrDefaultAsync(cancellationToken);
        (Since, ReadOn) = (mine?.RecordedAt, mine?.ReadOn);
    }
}
