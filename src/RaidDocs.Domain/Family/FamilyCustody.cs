using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Stays;

namespace RaidDocs.Domain.Family;

internal static class FamilyCustody
{
    /// <summary>
    /// Her custody changes with this save: what her family sees falls behind until somebody looks. The page itself is not touched:
    /// only she and her team say what is told.
    /// </summary>
    public static void NoteCustody(this RaidDocsDbContext db)
    {
        var changed = db.ChangeTracker.Entries<Stay>()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified)
            .Select(entry => entry.Entity)
            .Concat(db.RowsInBulk.OfType<Stay>())
            .Select(stay => (stay.WomanId, stay.RaidId))
            .ToHashSet();
        if (changed.Count == 0)
        {
            return;
        }

        var women = changed.Select(one => one.WomanId).ToList();
        foreach (var link in db.FamilyLinks.Where(link => women.Contains(link.WomanId) && link.RevokedOn == null && link.AlarmOfId == null && !link.IsBehind))
        {
            if (changed.Contains((link.WomanId, link.RaidId)))
            {
                link.FallBehind();

                // Also where changes are not looked for by themselves, as in an import.
                db.Entry(link).DetectChanges();
            }
        }
    }
}
