using System.Reflection;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Drafts;
using RaidDocs.Domain.Importing;
using RaidDocs.Domain.Papers;
using RaidDocs.Domain.Women;

namespace RaidDocs.Domain.Data;

/// <summary>
/// Deletes for good. The log keeps the ids of what was there, and marks keep away the rows of a file that it came from. Needs a context that
/// sees all teams.
/// </summary>
internal static class Erasing
{
    /// <summary>Everything about one woman, in all raids.</summary>
    public static async Task EraseWomanAsync(this RaidDocsDbContext db, Guid woman, CancellationToken cancellationToken)
    {
        await EraseRecordsAsync(db, [woman], alsoKept: true, cancellationToken);
    }

    /// <summary>A raid and all below it, and the women who were taken nowhere else.</summary>
    public static async Task EraseRaidAsync(this RaidDocsDbContext db, Guid raidId, CancellationToken cancellationToken)
    {
        var only = await db.Apprehensions.IgnoreQueryFilters([TeamFilter.Joined])
            .Where(row => row.RaidId == raidId && !db.Apprehensions.Any(other => other.WomanId == row.WomanId && other.RaidId != raidId))
            .Select(row => row.WomanId)
            .ToListAsync(cancellationToken);
        var joined = await db.JoinedWomen
            .Where(row => row.UndoneAt == null && row.RaidId == raidId)
            .Select(row => row.JoinedId)
            .ToListAsync(cancellationToken);
        await EraseRecordsAsync(db, [.. only, .. joined], alsoKept: false, cancellationToken);
        await EraseLinksAsync(db, raidId, cancellationToken);

        var erase = typeof(Erasing).GetMethod(nameof(EraseRowsAsync), BindingFlags.NonPublic | BindingFlags.Static)!;
        foreach (var type in db.Model.GetEntityTypes().Select(type => type.ClrType).Where(type => type.IsAssignableTo(typeof(IOfRaid))).ToList())
        {
            await (Task)erase.MakeGenericMethod(type).Invoke(null, [db, raidId, cancellationToken])!;
        }

        string[] kinds = [DraftKind.NamesOf(raidId), DraftKind.TestimonyOf(raidId), DraftKind.CaseFileOf(raidId)];
        var raid = await db.Raids.SingleOrDefaultAsync(row => row.Id == raidId, cancellationToken)
            ?? throw new DomainRuleException($"This record was joined with another or erased meanwhile. Look again");
        db.RemoveRange(await db.Drafts.Where(draft => kinds.Contains(draft.Kind) || draft.Became == raid.Code).ToListAsync(cancellationToken));
        await ForgetImportedAsync(db, raidId, cancellationToken);
        db.Remove(raid);
        await ForgetAsync(db, act => act.RaidId == raidId, cancellationToken);
    }

    // A record that was joined into one that was joined later is the same woman still: until no more turn up.
    private static async Task EraseRecordsAsync(RaidDocsDbContext db, IEnumerable<Guid> first, bool alsoKept, CancellationToken cancellationToken)
    {
        var ids = first.ToHashSet();
        for (var known = 0; known < ids.Count;)
        {
            known = ids.Count;
            var joins = await db.JoinedWomen.AsNoTracking()
                .Where(row => row.UndoneAt == null && (ids.Contains(row.KeptId) || (alsoKept && ids.Contains(row.JoinedId))))
                .Select(row => new { row.KeptId, row.JoinedId })
                .ToListAsync(cancellationToken);
            ids.UnionWith(joins.SelectMany(row => new[] { row.KeptId, row.JoinedId }));
        }

        await EraseOnlyTheirsAsync(db, ids, cancellationToken);

        // Wishes for case files hold words to hide, such as names.
        var orders = await db.Apprehensions.IgnoreQueryFilters([TeamFilter.Joined]).Where(row => ids.Contains(row.WomanId)).Select(row => row.RaidId).Distinct().ToListAsync(cancellationToken);
        var kinds = orders.ConvertAll(DraftKind.CaseFileOf);
        db.RemoveRange(await db.Drafts.Where(draft => kinds.Contains(draft.Kind)).ToListAsync(cancellationToken));
        await db.ErasePapersAsync(ids, cancellationToken);
        foreach (var id in ids)
        {
            await EraseRecordAsync(db, id, cancellationToken);
        }

        db.RemoveRange(await db.JoinedWomen.Where(row => ids.Contains(row.KeptId) || ids.Contains(row.JoinedId)).ToListAsync(cancellationToken));
        await ForgetAsync(db, act => ids.Contains(act.SubjectId) || (act.OtherId != null && ids.Contains(act.OtherId.Value)), cancellationToken);
    }

    // What names nobody but those who go. Left behind it would read as if it named nobody, and that may be told to all.
    private static async Task EraseOnlyTheirsAsync(RaidDocsDbContext db, HashSet<Guid> ids, CancellationToken cancellationToken)
    {
        var lines = await OnlyTheirsAsync(db, LinkTable.ChronologyWomen, ids, cancellationToken);
        db.RemoveRange(await LinkTable.ChronologySources.Rows(db).Where(link => lines.Contains((Guid)link["ChronologyEntryId"])).ToListAsync(cancellationToken));
        db.RemoveRange(await db.Chronology.Where(row => lines.Contains(row.Id)).ToListAsync(cancellationToken));

        // What is said to concern all women of a raid stays.
        var named = await OnlyTheirsAsync(db, LinkTable.ViolationWomen, ids, cancellationToken);
        var violations = await db.Violations.Where(row => named.Contains(row.Id) && !row.Facts.AllWomen).ToListAsync(cancellationToken);
        var theirs = violations.ConvertAll(row => row.Id);
        db.RemoveRange(await LinkTable.ViolationSources.Rows(db).Where(link => theirs.Contains((Guid)link["ViolationId"])).ToListAsync(cancellationToken));
        db.RemoveRange(await db.ViolationPassages.Where(row => theirs.Contains(row.ViolationId)).ToListAsync(cancellationToken));
        db.RemoveRange(await db.ViolationReviews.Where(row => theirs.Contains(row.ViolationId)).ToListAsync(cancellationToken));
        db.RemoveRange(violations);

        var orders = await OnlyTheirsAsync(db, LinkTable.OrderWomen, ids, cancellationToken);
        var parts = await db.CourtParts.AsNoTracking().Where(row => ids.Contains(row.WomanId)).Select(row => row.CourtCaseId).Distinct().ToListAsync(cancellationToken);
        var cases = await db.CourtCases
            .Where(one => parts.Contains(one.Id) && !db.CourtParts.Any(part => part.CourtCaseId == one.Id && !ids.Contains(part.WomanId)))
            .Where(one => !db.CourtOrders.Any(order => order.CourtCaseId == one.Id && order.Women.Any(woman => !ids.Contains(woman.Id))))
            .ToListAsync(cancellationToken);
        var courts = cases.ConvertAll(one => one.Id);
        db.RemoveRange(await db.CourtOrders.Where(order => orders.Contains(order.Id) || courts.Contains(order.CourtCaseId)).ToListAsync(cancellationToken));
        db.RemoveRange(await db.Hearings.Where(day => courts.Contains(day.CourtCaseId)).ToListAsync(cancellationToken));
        db.RemoveRange(cases);
    }

    private static async Task<List<Guid>> OnlyTheirsAsync(RaidDocsDbContext db, LinkTable table, HashSet<Guid> ids, CancellationToken cancellationToken)
    {
        var line = table.Line;
        var theirs = await table.Rows(db).AsNoTracking().Where(link => ids.Contains((Guid)link["WomenId"])).Select(link => EF.Property<Guid>(link, line)).Distinct().ToListAsync(cancellationToken);
        var others = await table.Rows(db).AsNoTracking()
            .Where(link => theirs.Contains(EF.Property<Guid>(link, line)) && !ids.Contains((Guid)link["WomenId"]))
            .Select(link => EF.Property<Guid>(link, line))
            .ToListAsync(cancellationToken);
        return [.. theirs.Except(others)];
    }

    private static async Task EraseRecordAsync(RaidDocsDbContext db, Guid id, CancellationToken cancellationToken)
    {
        db.RemoveRange(await db.RowsOfAsync(id, cancellationToken));
        db.RemoveRange(await db.LinksOfAsync(id, cancellationToken));
        (await db.ImportedRows.Where(row => row.WomanId == id).ToListAsync(cancellationToken)).ForEach(row => Mark(db, row));
        var told = await db.Testimonies.Where(testimony => testimony.WomanId == id).Select(testimony => testimony.Id).ToListAsync(cancellationToken);
        db.RemoveRange(await db.ViolationPassages.Where(mark => told.Contains(mark.TestimonyId)).ToListAsync(cancellationToken));
        db.RemoveRange(await db.NothingToCode.Where(row => told.Contains(row.TestimonyId)).ToListAsync(cancellationToken));
        db.RemoveRange(await db.ReadBacks.Where(row => told.Contains(row.TestimonyId)).ToListAsync(cancellationToken));
        db.RemoveRange(await db.Statements.Where(row => told.Contains(row.TestimonyId)).ToListAsync(cancellationToken));
        db.RemoveRange(await db.Passages.Where(passage => db.Testimonies.Any(testimony => testimony.Id == passage.TestimonyId && testimony.WomanId == id)).ToListAsync(cancellationToken));
        var text = id.ToString("D");

        // What is typed may lie sealed, so it is looked at here.
        db.RemoveRange((await db.Drafts.Where(draft => draft.Kind.StartsWith(DraftKind.Testimonies)).ToListAsync(cancellationToken)).Where(draft => draft.Content.Contains(text, StringComparison.Ordinal)));
        db.RemoveRange(await db.Apprehensions.IgnoreQueryFilters([TeamFilter.Joined]).Where(row => row.WomanId == id).ToListAsync(cancellationToken));
        db.RemoveRange(await db.Women.Where(woman => woman.Id == id).ToListAsync(cancellationToken));
    }

    private static async Task EraseRowsAsync<T>(RaidDocsDbContext db, Guid raidId, CancellationToken cancellationToken)
        where T : class, IOfRaid =>
        db.RemoveRange(await db.Set<T>().IgnoreQueryFilters([TeamFilter.Joined]).Where(row => row.RaidId == raidId).ToListAsync(cancellationToken));

    // Which women and sources a line, a violation or an order names. Some of these women are in other raids too, and stay.
    private static async Task EraseLinksAsync(RaidDocsDbContext db, Guid raidId, CancellationToken cancellationToken)
    {
        foreach (var table in LinkTable.All)
        {
            var (column, lines) = (table.Line, table.OfRaids(db, [raidId]));
            db.RemoveRange(await table.Rows(db).Where(link => lines.Contains(EF.Property<Guid>(link, column))).ToListAsync(cancellationToken));
        }
    }

    private static async Task ForgetImportedAsync(RaidDocsDbContext db, Guid raidId, CancellationToken cancellationToken)
    {
        foreach (var row in await db.ImportedRows.Where(row => row.RaidId == raidId).ToListAsync(cancellationToken))
        {
            var entry = db.Entry(row);
            if (row.Table != "women")
            {
                Mark(db, row);
            }
            else if (entry.State != EntityState.Deleted)
            {
                // She was in another raid too: a later file still finds her, and what this one said of her goes.
                entry.Property(one => one.RaidId).CurrentValue = null;
                entry.Property(one => one.Code).CurrentValue = null;
                entry.Property(one => one.Rest).CurrentValue = null;
            }
        }
    }

    // A mark in place of a row, so that the file does not bring back what was erased. What stands in no file needs none.
    private static void Mark(RaidDocsDbContext db, ImportedRow row)
    {
        if (db.Entry(row).State == EntityState.Deleted)
        {
            return;
        }

        db.Remove(row);
        if (ImportTables.Find(row.Table) is not null)
        {
            db.Add(ImportedRow.Erased(row.Table, row.OuterId));
        }
    }

    private static async Task ForgetAsync(
        RaidDocsDbContext db, System.Linq.Expressions.Expression<Func<Access.TwoPersonAct, bool>> about, CancellationToken cancellationToken)
    {
        foreach (var act in await db.TwoPersonActs.Where(about).ToListAsync(cancellationToken))
        {
            act.Forget();
        }
    }
}
