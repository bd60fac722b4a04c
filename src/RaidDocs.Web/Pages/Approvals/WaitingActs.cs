using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;

namespace RaidDocs.Web.Pages.Approvals;

internal static class WaitingActs
{
    /// <summary>How many acts wait that she may answer; 0 for whoever may answer none.</summary>
    public static async Task<int> WaitingForHerAsync(this RaidDocsDbContext db, DateTime now, CancellationToken cancellationToken)
    {
        if (!db.Viewer.May(RecordKind.Approval, Act.Record))
        {
            return 0;
        }

        var acts = await db.TwoPersonActs.AsNoTracking()
            .Where(act => act.State == TwoPersonState.Waits && act.Until > now)
            .Select(act => new { Act = act, IsOnTeam = db.Raids.Any(raid => raid.Id == act.RaidId) })
            .ToListAsync(cancellationToken);
        return acts.Count(row => row.Act.MayBeAnsweredBy(db.Viewer, row.IsOnTeam));
    }
}
