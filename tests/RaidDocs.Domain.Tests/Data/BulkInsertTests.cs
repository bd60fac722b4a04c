using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Audit;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Family;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Search;
using RaidDocs.Domain.Tests.Importing;

namespace RaidDocs.Domain.Tests.Data;

/// <summary>New rows that go in past EF Core's commands.</summary>
public sealed class BulkInsertTests
{
    [Fact]
    public async Task A_row_that_came_in_in_bulk_stands_as_a_usual_save_writes_it()
    {
        await using var store = await TestStore.OpenAsync();
        using var tables = Tables.Good();
        Assert.True((await tables.ImportAsync(store)).IsWritten);
        await using var db = store.Db();
        var kinds = db.Model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(Entity))).Select(type => type.GetTableName()!).Distinct().ToList();
        var before = kinds.ToDictionary(table => table, table => Dump(db, table));

        foreach (var row in await RowsAsync(db))
        {
            db.Entry(row).State = EntityState.Modified;
        }

        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        var written = before.Where(table => table.Value.Count > 0).Select(table => table.Key).ToList();
        Assert.Empty(new[] { "Raids", "Women", "Apprehensions", "Stays", "Hearings", "Violations", "Testimonies", "Passages", "Consents", "ImportedRows" }.Except(written));
        Assert.All(written, table => Assert.Equal(before[table], Dump(db, table)));
        Assert.Empty((await db.CheckLogAsync([], TestContext.Current.CancellationToken)).Findings);
    }

    [Fact]
    public async Task After_an_import_its_words_are_found_and_those_of_the_next_save_too()
    {
        await using var store = await TestStore.OpenAsync();
        using var tables = Tables.Good();
        await tables.ImportAsync(store);

        await using var db = store.Db();
        db.Raids.Add(new Raid("R02", new RaidFacts { Name = "Silver Pond" }));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        Assert.Equal((1, 1, 0), (await FoundAsync(store, "showed a paper"), await FoundAsync(store, "silver pond"), await FoundAsync(store, "copper hill")));
        Assert.Equal(["SearchRows_delete", "SearchRows_insert", "SearchRows_no_update"], await db.Database.SqlQuery<string>($"SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'SearchRows' ORDER BY name").ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Letters_of_an_import_are_those_that_an_index_made_anew_has()
    {
        await using var store = await TestStore.OpenAsync();
        using var tables = Tables.Good();
        await tables.ImportAsync(store);

        await using var db = store.Db();

        // FTS5 compares every letter with the texts, and fails where one is missing or too many.
        await db.Database.ExecuteSqlAsync($"INSERT INTO SearchLetters(SearchLetters, rank) VALUES('integrity-check', 1)", TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_stay_that_comes_in_later_makes_what_her_family_reads_fall_behind()
    {
        await using var store = await TestStore.OpenAsync();
        using var tables = Tables.Good();
        await tables.ImportAsync(store);
        await using (var db = store.Db())
        {
            foreach (var her in await db.Apprehensions.OrderBy(row => row.Number).ToListAsync(TestContext.Current.CancellationToken))
            {
                db.FamilyLinks.Add(new FamilyLink(
                    her.RaidId, her.WomanId, new FamilyLinkFacts { Relation = "mother", Language = "my", NewsOn = TestStore.Today }, her.Number.ToString("X32", CultureInfo.InvariantCulture), new string('0', 64), "0000", TestStore.Today));
            }

            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        const string Last = "S-2,W-2,,F-1,2026-01-09T22:00:00+07:00,,WITNESS_HOLD,NO,HELD,\n";
        tables.Change("stays", Last, $"{Last}S-3,W-1,R-1,F-1,2026-01-12T08:00:00+07:00,,WITNESS_HOLD,NO,HELD,\n");
        Assert.Equal(1, (await tables.ImportAsync(store)).New);

        await using var after = store.Db();
        Assert.Equal([true, false], await after.FamilyLinks.OrderBy(link => link.Finds).Select(link => link.IsBehind).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["create", "create", "change"], await after.AuditEntries.Where(line => line.ObjectType == nameof(FamilyLink)).OrderBy(line => line.Number).Select(line => line.Action).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Empty((await after.CheckLogAsync([], TestContext.Current.CancellationToken)).Findings);
    }

    private static async Task<int> FoundAsync(TestStore store, string words)
    {
        await using var db = store.Db();
        var found = await new Searching(db, store.Lists, TestStore.Today, DateTime.UtcNow)
            .FindAsync(SearchTerms.Read(words), new(), null, 1, 5, TestContext.Current.CancellationToken);
        return found.Sum(group => group.Total);
    }

    private static async Task<List<object>> RowsAsync(RaidDocsDbContext db)
    {
        var rows = new List<object>();
        foreach (var type in db.Model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(Entity)) && !type.IsAbstract()))
        {
            var all = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), 1, [])!.MakeGenericMethod(type.ClrType).Invoke(db, [])!;
            rows.AddRange(await all.IgnoreQueryFilters().ToListAsync(TestContext.Current.CancellationToken));
        }

        return rows;
    }

    // The version is another one after each save.
    private static List<string> Dump(RaidDocsDbContext db, string table)
    {
        db.Database.OpenConnection();
        using var command = ((SqliteConnection)db.Database.GetDbConnection()).CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\" ORDER BY Id";
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('\n', Enumerable.Range(0, reader.FieldCount).Where(at => reader.GetName(at) != nameof(Entity.Version))
                .Select(at => $"{reader.GetName(at)} {reader.GetDataTypeName(at)} {reader.GetFieldType(at).Name} {reader.GetValue(at)}")));
        }

        return rows;
    }
}
