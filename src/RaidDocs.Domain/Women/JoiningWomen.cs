using System.Reflection;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Testimonies;

namespace RaidDocs.Domain.Women;

/// <summary>Makes two records of one woman into one, and two again. Needs a context that sees all teams.</summary>
public static class JoiningWomen
{
    private const string Column = nameof(IOfWoman.WomanId);

    private static readonly PropertyInfo[] Described = [.. typeof(WomanFacts).GetProperties().Where(field => field.CanWrite)];

    /// <summary>Moves all facts of one record to the other. Her code in the raid leads to the record that stays.</summary>
    public static async Task JoinAsync(this RaidDocsDbContext db, Guid kept, Guid joined, Guid raidId, DateTime now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var (stays, goes) = (await FindAsync(db, kept, cancellationToken), await FindAsync(db, joined, cancellationToken));
        var apprehensions = await db.Apprehensions.Where(row => row.WomanId == joined).ToListAsync(cancellationToken);
        var hers = await db.Apprehensions.Where(row => row.WomanId == kept).Select(row => row.RaidId).ToListAsync(cancellationToken);
        if (kept == joined || apprehensions.Count == 0)
        {
            throw new DomainRuleException($"These are one record already");
        }

        if (hers.Count == 0 || await db.Apprehensions.IgnoreQueryFilters([TeamFilter.Joined]).AnyAsync(row => row.WomanId == kept && row.LeadsToId != null, cancellationToken))
        {
            throw Gone();
        }

        var first = apprehensions.Find(row => row.RaidId == raidId) ?? apprehensions[0];
        var raid = await db.Raids.Where(row => row.Id == first.RaidId).Select(row => row.Code).SingleAsync(cancellationToken);
        var record = new JoinedWomen(first.RaidId, kept, joined, new WomanCode(raid, first.Number).ToString(), now);
        foreach (var row in await db.RowsOfAsync(joined, cancellationToken))
        {
            Move(db, row, kept, record);
        }

        foreach (var row in apprehensions)
        {
            if (hers.Contains(row.RaidId))
            {
                row.LeadsTo(kept);
            }
            else
            {
                row.IsOf(stays);
                record.Moved.Add($"{nameof(Apprehension)} {row.Id:D}");
            }
        }

        await MoveLinksAsync(db, joined, kept, record, cancellationToken);
        Fill(stays, goes, record);
        db.Add(record);
    }

    /// <summary>Where the code of a joined record leads; null when there is none for this viewer.</summary>
    public static async Task<string?> FindLedAsync(this RaidDocsDbContext db, string code, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (WomanCode.Read(code) is not { } read)
        {
            return null;
        }

        var (raid, number) = (read.Raid, read.Number);
        var found = await db.Apprehensions.IgnoreQueryFilters([TeamFilter.Joined]).AsNoTracking()
            .Where(row => row.Number == number && row.LeadsToId != null && db.Raids.Any(one => one.Id == row.RaidId && one.Code == raid))
            .Select(row => db.Apprehensions.Where(kept => kept.RaidId == row.RaidId && kept.WomanId == row.LeadsToId).Select(kept => (int?)kept.Number).FirstOrDefault())
            .SingleOrDefaultAsync(cancellationToken);
        return found is { } to ? new WomanCode(raid, to).ToString() : null;
    }

    /// <summary>Gives back what was moved, unless it was moved on since.</summary>
    public static async Task UndoJoinAsync(this RaidDocsDbContext db, Guid id, DateTime now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var record = await db.JoinedWomen.SingleAsync(row => row.Id == id, cancellationToken);
        record.Undo(now);
        var (kept, goes) = (await FindAsync(db, record.KeptId, cancellationToken), await FindAsync(db, record.JoinedId, cancellationToken));
        var moved = record.Moved.ToHashSet(StringComparer.Ordinal);
        var (back, both) = (new HashSet<Guid>(), new HashSet<Guid>());
        foreach (var row in await db.Apprehensions.IgnoreQueryFilters([TeamFilter.Joined]).Where(row => row.WomanId == kept.Id || row.LeadsToId == kept.Id).ToListAsync(cancellationToken))
        {
            if (row.WomanId == goes.Id)
            {
                row.LeadsTo(null);
                both.Add(row.RaidId);
            }
            else if (moved.Contains($"{nameof(Apprehension)} {row.Id:D}"))
            {
                row.IsOf(goes);
                back.Add(row.RaidId);
            }
        }

        // In a raid in which she is herself again everything is hers, also what was recorded since; so is what belongs to a testimony that she has back.
        var rows = await db.RowsOfAsync(kept.Id, cancellationToken);
        var told = rows.OfType<Testimony>().Where(row => back.Contains(row.RaidId) || moved.Contains(NameOf(row))).Select(row => row.Id).ToHashSet();
        foreach (var row in rows.Where(row => moved.Contains(NameOf(row)) || (row is IOfRaid of && back.Contains(of.RaidId)) || (TestimonyOf(db, row) is { } about && told.Contains(about))))
        {
            db.Entry(row).Property(Column).CurrentValue = goes.Id;
        }

        // A no that was said since counts for both: nobody knows of whom it was meant.
        foreach (var no in rows.OfType<Consent>().Where(row => row.TestimonyId is null && row.WomanId == kept.Id && both.Contains(row.RaidId) && row.Facts.Answer != ConsentAnswer.Yes && row.RecordedAt > record.RecordedAt))
        {
            db.Add(new Consent(no.RaidId, goes.Id, null, no.Facts));
        }

        foreach (var table in LinkTable.OfWomen)
        {
            HashSet<Guid> lines = [.. await table.OfRaids(db, back).ToListAsync(cancellationToken)];
            foreach (var link in await LinksOfAsync(db, table, kept.Id, cancellationToken))
            {
                if (link[table.Line] is Guid about && (moved.Contains($"{table.Name} {about:D}") || lines.Contains(about)))
                {
                    Relink(db, table, link, about, goes.Id);
                }
            }
        }

        Empty(kept, goes, record);
    }

    /// <summary>Every row about her but where she was taken, in all raids.</summary>
    internal static async Task<List<Entity>> RowsOfAsync(this RaidDocsDbContext db, Guid woman, CancellationToken cancellationToken)
    {
        var rows = new List<Entity>();
        var read = typeof(JoiningWomen).GetMethod(nameof(ReadAsync), BindingFlags.NonPublic | BindingFlags.Static)!;
        foreach (var type in db.Model.GetEntityTypes().Select(type => type.ClrType).Where(type => type.IsAssignableTo(typeof(IOfWoman)) && type != typeof(Apprehension)))
        {
            rows.AddRange(await (Task<List<Entity>>)read.MakeGenericMethod(type).Invoke(null, [db, woman, cancellationToken])!);
        }

        rows.AddRange(await db.MoneyLines.Where(row => row.WomanId == woman).ToListAsync(cancellationToken));
        rows.AddRange(await db.Testimonies.Where(row => row.WomanId == woman).ToListAsync(cancellationToken));
        return rows;
    }

    /// <summary>The rows that name her beside a line or a violation.</summary>
    internal static async Task<List<Dictionary<string, object>>> LinksOfAsync(this RaidDocsDbContext db, Guid woman, CancellationToken cancellationToken)
    {
        var links = new List<Dictionary<string, object>>();
        foreach (var table in LinkTable.OfWomen)
        {
            links.AddRange(await LinksOfAsync(db, table, woman, cancellationToken));
        }

        return links;
    }

    private static async Task<Woman> FindAsync(RaidDocsDbContext db, Guid id, CancellationToken cancellationToken) =>
        await db.Women.SingleOrDefaultAsync(woman => woman.Id == id, cancellationToken) ?? throw Gone();

    private static DomainRuleException Gone() => new($"This record was joined with another or erased meanwhile. Look again");

    private static async Task<List<Entity>> ReadAsync<T>(RaidDocsDbContext db, Guid woman, CancellationToken cancellationToken)
        where T : Entity, IOfWoman => [.. await db.Set<T>().Where(row => row.WomanId == woman).ToListAsync(cancellationToken)];

    private static Task<List<Dictionary<string, object>>> LinksOfAsync(RaidDocsDbContext db, LinkTable table, Guid woman, CancellationToken cancellationToken) =>
        table.Rows(db).Where(link => (Guid)link["WomenId"] == woman).ToListAsync(cancellationToken);

    private static Guid? TestimonyOf(RaidDocsDbContext db, Entity row) =>
        db.Entry(row).Metadata.FindProperty(nameof(CourtStatement.TestimonyId)) is { } testimony ? (Guid?)db.Entry(row).Property(testimony.Name).CurrentValue : null;

    private static string NameOf(Entity row) => $"{row.GetType().Name} {row.Id:D}";

    private static void Move(RaidDocsDbContext db, Entity row, Guid to, JoinedWomen record)
    {
        db.Entry(row).Property(Column).CurrentValue = to;
        record.Moved.Add(NameOf(row));
    }

    private static async Task MoveLinksAsync(RaidDocsDbContext db, Guid from, Guid to, JoinedWomen record, CancellationToken cancellationToken)
    {
        foreach (var table in LinkTable.OfWomen)
        {
            var there = (await LinksOfAsync(db, table, to, cancellationToken)).Select(link => (Guid)link[table.Line]).ToHashSet();
            foreach (var link in await LinksOfAsync(db, table, from, cancellationToken))
            {
                var about = (Guid)link[table.Line];
                if (there.Contains(about))
                {
                    continue;
                }

                Relink(db, table, link, about, to);
                record.Moved.Add($"{table.Name} {about:D}");
            }
        }
    }

    private static void Relink(RaidDocsDbContext db, LinkTable table, Dictionary<string, object> link, Guid about, Guid woman)
    {
        table.Rows(db).Remove(link);
        table.Rows(db).Add(new() { [table.Line] = about, ["WomenId"] = woman });
    }

    // What she said of herself stands; only what nobody had asked is filled in.
    private static void Fill(Woman stays, Woman goes, JoinedWomen record)
    {
        var facts = stays.Facts with { };
        foreach (var field in Described.Where(field => IsBlank(field.GetValue(facts)) && !IsBlank(field.GetValue(goes.Facts))))
        {
            field.SetValue(facts, field.GetValue(goes.Facts));
            record.Filled.Add(field.Name);
        }

        stays.Describe(facts);
    }

    private static void Empty(Woman kept, Woman goes, JoinedWomen record)
    {
        var (facts, blank) = (kept.Facts with { }, new WomanFacts());
        foreach (var field in Described.Where(field => record.Filled.Contains(field.Name) && Same(field.GetValue(facts), field.GetValue(goes.Facts))))
        {
            field.SetValue(facts, field.GetValue(blank));
        }

        kept.Describe(facts);
    }

    private static bool IsBlank(object? value) => value is null or System.Collections.ICollection { Count: 0 };

    private static bool Same(object? one, object? other) =>
        one is IEnumerable<string> list && other is IEnumerable<string> second ? list.SequenceEqual(second) : Equals(one, other);
}
