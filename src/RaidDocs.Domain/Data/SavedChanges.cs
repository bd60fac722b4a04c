using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Audit;
using RaidDocs.Domain.Clocks;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Staff;

namespace RaidDocs.Domain.Data;

/// <summary>One row that a save writes.</summary>
/// <param name="Row">The entity.</param>
/// <param name="Entry">What the change tracker knows of it; null for a new row that comes in bulk.</param>
internal readonly record struct SavedRow(object Row, EntityEntry? Entry)
{
    public bool IsNew => Entry is null or { State: EntityState.Added };
}

internal sealed record LastAudit(long Number, string Hash, DateTime At);

/// <summary>What happens to every save: access, versions, and the line in the log, all in the one transaction.</summary>
internal static class SavedChanges
{
    // More than this is a clock that was wrong for a time: what follows keeps the right one.
    private static readonly TimeSpan ClocksMayDiffer = TimeSpan.FromMinutes(1);

    /// <summary>Asks the access rules about each row. A page that forgot to ask still cannot save.</summary>
    public static void CheckAccess(this RaidDocsDbContext db)
    {
        if (db.Viewer.IsOperator)
        {
            return;
        }

        var changed = Changed(db).Where(row => row.Row is Entity and not IUnaudited).ToList();
        if (changed.Count == 0)
        {
            return;
        }

        var raids = changed.Select(row => RaidOf(row.Row)).OfType<Guid>().Distinct().ToList();
        var hers = raids.Count == 0 ? [] : db.Set<TeamMember>().AsNoTracking()
            .Where(member => raids.Contains(member.RaidId) && member.UserId == db.ViewerId
                && !db.Exclusions.Any(row => row.RaidId == member.RaidId && row.UserId == db.ViewerId))
            .Select(member => member.RaidId)
            .ToHashSet();

        // Whoever logs a raid is on its team from the same save on, also a partner, who may put nobody else there.
        var logged = changed.Where(row => row.IsNew).Select(row => row.Row).OfType<Raid>().Select(raid => raid.Id).ToHashSet();
        hers.UnionWith(logged);

        foreach (var (row, isNew) in changed.Select(row => ((Entity)row.Row, row.IsNew)))
        {
            if (row is TeamMember member && member.UserId == db.ViewerId && logged.Contains(member.RaidId))
            {
                continue;
            }

            var asked = new Asked(RecordKinds.Of(row), RecordKinds.ActOn(row, isNew)) { IsOnTeam = RaidOf(row) is { } raid ? hers.Contains(raid) : null };
            db.Demand(asked);
        }

        db.CheckNobodyKeptOutJoins(changed.Where(row => row.IsNew).Select(row => row.Row).OfType<TeamMember>());
    }

    private static void CheckNobodyKeptOutJoins(this RaidDocsDbContext db, IEnumerable<TeamMember> joining)
    {
        foreach (var member in joining)
        {
            if (db.Exclusions.Any(row => row.RaidId == member.RaidId && row.UserId == member.UserId))
            {
                throw new DomainRuleException($"She is kept out of this raid. Take her off that list first, if she is to join");
            }
        }
    }

    /// <summary>Gives every changed row a new version (SQLite has no row version) and every new one its time.</summary>
    /// <param name="db">What is saved.</param>
    /// <param name="session">Whose save it is.</param>
    /// <param name="last">The line before: another program may have written it, by a clock that goes a little before ours.</param>
    public static void Stamp(this RaidDocsDbContext db, StoreSession session, LastAudit? last)
    {
        var now = session.Clock.GetUtcNow().UtcDateTime;
        if (last is not null && last.At - now < ClocksMayDiffer)
        {
            session.Gate.NotBefore(last.At);
        }

        foreach (var row in db.RowsInBulk.OfType<Entity>())
        {
            row.RecordedAt = session.Gate.NextTime(now);
            (row as IDated)?.Note(now);
        }

        foreach (var entry in db.ChangeTracker.Entries<Entity>())
        {
            if (entry.State == EntityState.Added)
            {
                entry.Entity.RecordedAt = session.Gate.NextTime(now);
            }
            else if (entry.State == EntityState.Modified || HasChangedLinks(entry))
            {
                entry.Property(entity => entity.Version).CurrentValue = Guid.NewGuid();
            }

            if (entry is { State: EntityState.Added or EntityState.Modified, Entity: IDated dated })
            {
                dated.Note(now);
            }
        }
    }

    public static void WriteAudit(this RaidDocsDbContext db, StoreSession session, LastAudit? last)
    {
        var at = session.Clock.GetUtcNow().UtcDateTime;
        var lines = Changed(db)
            .Where(row => row.Row is (Entity or StaffUser) and not IUnaudited)
            .Select(row => row.Entry is { } entry ? LineOf(db.Viewer, entry) : LineOf(db.Viewer, (Entity)row.Row))
            .ToList();
        lines.AddRange(session.Readings);
        session.Readings.Clear();

        var (number, hash) = (last?.Number ?? 0, last?.Hash ?? AuditEntry.FirstHash);
        foreach (var line in lines)
        {
            var entry = new AuditEntry(++number, at, line, hash);
            hash = entry.Hash;
            if (!db.TryAddInBulk(entry))
            {
                db.AuditEntries.Add(entry);
            }
        }
    }

    private static List<SavedRow> Changed(RaidDocsDbContext db) =>
    [
        .. db.RowsInBulk.Select(row => new SavedRow(row, null)),
        .. db.ChangeTracker.Entries().Where(entry =>
            entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted || HasChangedLinks(entry)).Select(entry => new SavedRow(entry.Entity, entry)),
    ];

    // Women or sources that a line concerns are rows of a join table; the line itself counts as changed. The other end, which no
    // class declares, does not: who adds a woman to an order does not change the woman.
    private static bool HasChangedLinks(EntityEntry entry) =>
        entry.State == EntityState.Unchanged
        && entry.Collections.Any(collection => collection.Metadata is Microsoft.EntityFrameworkCore.Metadata.ISkipNavigation { PropertyInfo: not null } && collection.IsModified);

    private static AuditLine LineOf(Viewer viewer, Entity row) => new(
        viewer.UserId, viewer.RoleWords, "create", row.GetType().Name, row.Id.ToString("D"), RaidOf(row) ?? (row as TwoPersonAct)?.RaidId, []);

    private static AuditLine LineOf(Viewer viewer, EntityEntry entry)
    {
        var action = entry.State switch
        {
            EntityState.Added => "create",
            EntityState.Deleted => "delete",
            _ => "change",
        };
        string[] fields = entry.State is EntityState.Modified or EntityState.Unchanged
            ?
            [
                .. entry.Properties.Where(property => property.IsModified).Select(property => property.Metadata.Name)
                    .Concat(entry.ComplexProperties.SelectMany(said => said.Properties.Where(property => property.IsModified)
                        .Select(property => property.Metadata.Name)))
                    .Where(name => name != nameof(Entity.Version)),
            ]
            : [];
        var id = entry.Entity is StaffUser user ? user.Id : ((Entity)entry.Entity).Id;
        return new AuditLine(
            viewer.UserId, viewer.RoleWords, action, entry.Metadata.ClrType.Name, id.ToString("D"), RaidOf(entry.Entity) ?? (entry.Entity as TwoPersonAct)?.RaidId, fields);
    }

    private static Guid? RaidOf(object row) => row switch
    {
        Raid raid => raid.Id,
        IOfRaid ofRaid => ofRaid.RaidId,
        _ => null,
    };
}
