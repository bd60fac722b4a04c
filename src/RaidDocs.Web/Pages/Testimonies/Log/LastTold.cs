using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Testimonies;

namespace RaidDocs.Web.Pages.Testimonies.Log;

/// <summary>The testimony of the same raid that was written down last: where and with whom it was told is often the same again.</summary>
public sealed record LastTold(string Code, TestimonyFacts Facts);

internal static class LastTelling
{
    /// <summary>Null when the part is begun already, or none of this raid is written down.</summary>
    public static async Task<LastTold?> FindLastToldAsync(this RaidDocsDbContext db, OpenAccount? account, string step, CancellationToken cancellationToken) =>
        account is { Became: null } && account.StateOf(step) == StepState.NotStarted
            ? await db.Testimonies.AsNoTracking()
                .Where(row => row.RaidId == account.Raid.Id)
                .OrderByDescending(row => row.RecordedAt).ThenByDescending(row => row.Id)
                .Select(row => new LastTold(row.Code, row.Facts))
                .FirstOrDefaultAsync(cancellationToken)
            : null;
}
