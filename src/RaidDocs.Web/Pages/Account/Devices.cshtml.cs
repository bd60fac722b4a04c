using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Hosting.Entry;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Account;

/// <summary>Where she is signed in, and how to end it from here.</summary>
[Authorize(Policy = "SignedIn")]
public sealed class DevicesModel(RaidDocsDbContext db, Sessions sessions, TimeProvider clock, Texts texts) : PageModel
{
    // More at once has nobody; the newest matter.
    private const int Most = 50;

    public IReadOnlyList<Row> Devices { get; private set; } = [];

    public Guid? Here => CurrentSession.Of(HttpContext)?.Id;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var (me, idle, longest) = (db.Viewer.UserId, clock.UtcNow() - StaffSession.Idle, clock.UtcNow() - StaffSession.Longest);
        Devices = await db.Sessions.AsNoTracking()
            .Where(session => session.UserId == me && session.SeenAt > idle && session.StartedAt > longest)
            .OrderByDescending(session => session.SeenAt)
            .Take(Most)
            .Select(session => new Row(session.Id, session.Device, session.StartedAt, session.SeenAt))
            .ToListAsync(cancellationToken);
    }

    public Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken cancellationToken)
    {
        var me = db.Viewer.UserId;
        return EndAsync(session => session.UserId == me && session.Id == id, cancellationToken);
    }

    public Task<IActionResult> OnPostOthersAsync(CancellationToken cancellationToken)
    {
        var (me, here) = (db.Viewer.UserId, Here);
        return EndAsync(session => session.UserId == me && session.Id != here, cancellationToken);
    }

    private async Task<IActionResult> EndAsync(System.Linq.Expressions.Expression<Func<StaffSession, bool>> which, CancellationToken cancellationToken)
    {
        // Whoever found her phone must not put her out of her own computer.
        if (!this.IsConfirmed(clock))
        {
            return this.AskAgain();
        }

        await sessions.EndAsync(which, cancellationToken);
        db.NoteAct("end-session", nameof(StaffUser), db.Viewer.UserId!.Value.ToString("D"), null);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Confirmation"] = texts["Signed out there."];
        return RedirectToPage();
    }

    public sealed record Row(Guid Id, string Words, DateTime Since, DateTime Seen);
}
