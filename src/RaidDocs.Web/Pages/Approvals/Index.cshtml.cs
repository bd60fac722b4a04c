using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Approvals;

/// <summary>What waits for a second person, and concerns the reader.</summary>
[Asks(RecordKind.Approval, Act.Read)]
public sealed class IndexModel(RaidDocsDbContext db, TimeProvider clock) : PageModel
{
    private const int Most = 100;

    public IReadOnlyList<WaitingRow> Acts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        Acts = await db.TwoPersonActs.AsNoTracking()
            .Where(act => act.State == TwoPersonState.Waits && act.Until > now)
            .OrderBy(act => act.Until)
            .Take(Most)
            .Select(act => new WaitingRow(
                act.Id,
                act.Kind,
                db.Users.Where(user => user.Id == act.AskedBy).Select(user => user.UserName).FirstOrDefault() ?? "",
                db.Raids.Where(raid => raid.Id == act.RaidId).Select(raid => raid.Code).FirstOrDefault(),
                act.Until))
            .ToListAsync(cancellationToken);
    }

    public sealed record WaitingRow(Guid Id, TwoPersonKind Kind, string By, string? Raid, DateTime Until);
}
