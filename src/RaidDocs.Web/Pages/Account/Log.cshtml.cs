using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Pages.Admin.Audit;

namespace RaidDocs.Web.Pages.Account;

/// <summary>What the log says of the reader herself.</summary>
[Authorize(Policy = "SignedIn")]
public sealed class LogModel(RaidDocsDbContext db) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public PagedList<LogRow> Lines { get; private set; } = new([], 1, PageSize, 0);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var me = db.Viewer.UserId;
        Lines = await db.AuditEntries.AsNoTracking()
            .Where(entry => entry.ActorId == me)
            .OrderByDescending(entry => entry.Number)
            .Select(entry => new LogRow(entry.Number, entry.At, entry.Json, entry.Hash, User.Identity!.Name))
            .ToPagedListAsync(PageNumber, PageSize, cancellationToken);
    }
}
