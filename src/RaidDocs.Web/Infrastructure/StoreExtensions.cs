using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;

namespace RaidDocs.Web.Infrastructure;

internal static class StoreExtensions
{
    /// <summary>Makes the save fail if the row is no longer the one the form was opened on.</summary>
    public static void ExpectVersion(this RaidDocsDbContext db, Entity? row, Guid version)
    {
        if (row is not null)
        {
            db.Entry(row).Property(entity => entity.Version).OriginalValue = version;
        }
    }

    /// <summary>Who changed a row last, by sign-in name, and when (UTC).</summary>
    public static async Task<(string? By, DateTime? AtUtc)> LastChangeAsync(
        this RaidDocsDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var key = id.ToString("D");
        var last = await db.AuditEntries.AsNoTracking()
            .Where(entry => entry.ObjectId == key && (entry.Action == "create" || entry.Action == "change"))
            .OrderByDescending(entry => entry.Number)
            .Select(entry => new { entry.At, By = db.Users.Where(user => user.Id == entry.ActorId).Select(user => user.UserName).FirstOrDefault() })
            .FirstOrDefaultAsync(cancellationToken);
        return (last?.By, last?.At);
    }
}
