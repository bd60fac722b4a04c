using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Audit;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Raids;

namespace RaidDocs.Domain.Tests.Data;

/// <summary>Somebody who can write into the store tries to make the log say something else.</summary>
public sealed class LogCheckTests
{
    [Fact]
    public async Task An_untouched_log_gives_no_finding()
    {
        await using var store = await FilledAsync(lines: 40);
        var mark = await MarkAsync(store);
        await AddAsync(store, 5);

        var report = await CheckAsync(store, mark);

        Assert.Empty(report.Findings);
        Assert.True(report.Lines >= mark.Size + 5);
        Assert.Equal(1, report.Marks);
    }

    [Theory]
    [InlineData("a changed line", "UPDATE AuditEntries SET Json = replace(Json, '\"create\"', '\"delete\"') WHERE Number = 7")]
    [InlineData("a column that says something else", "UPDATE AuditEntries SET ActorId = 'E0000000-0000-0000-0000-000000000000' WHERE Number = 7")]
    [InlineData("a deleted line", "DELETE FROM AuditEntries WHERE Number = 7")]
    [InlineData("two lines that changed places", "UPDATE AuditEntries SET Json = (SELECT Json FROM AuditEntries other WHERE other.Number = 15 - AuditEntries.Number) WHERE Number IN (7, 8)")]
    [InlineData("a line put in", "INSERT INTO AuditEntries (Number, At, Action, ObjectType, ObjectId, Json, Hash) SELECT (SELECT max(Number) FROM AuditEntries) + 1, At, Action, ObjectType, ObjectId, Json, Hash FROM AuditEntries WHERE Number = 7")]
    public async Task The_chain_alone_notices(string attack, string sql)
    {
        await using var store = await FilledAsync(lines: 20);
        Assert.Empty((await CheckAsync(store)).Findings);

        await AttackAsync(store, sql);

        Assert.True((await CheckAsync(store)).Findings.Count > 0, attack);
    }

    [Fact]
    public async Task A_kept_checkpoint_notices_a_tail_that_was_cut_off()
    {
        await using var store = await FilledAsync(lines: 20);
        var mark = await MarkAsync(store);

        await AttackAsync(store, "DELETE FROM AuditEntries WHERE Number > 15", "DELETE FROM Checkpoints");

        Assert.Empty((await CheckAsync(store)).Findings);
        Assert.Contains((await CheckAsync(store, mark)).Findings, finding => FormattableString.Invariant(finding).StartsWith("The log has 15 lines, and had", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_kept_checkpoint_notices_a_tail_that_was_written_anew()
    {
        await using var store = await FilledAsync(lines: 20);
        var mark = await MarkAsync(store);

        await RewriteFromAsync(store, 12);
        await AttackAsync(store, "DELETE FROM Checkpoints");

        Assert.Empty((await CheckAsync(store)).Findings);
        Assert.Contains((await CheckAsync(store, mark)).Findings, finding => FormattableString.Invariant(finding).EndsWith("They were written anew.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_checkpoint_in_the_store_notices_it_too_as_long_as_it_is_left_there()
    {
        await using var store = await FilledAsync(lines: 20);
        await MarkAsync(store);

        await RewriteFromAsync(store, 12);

        Assert.Contains((await CheckAsync(store)).Findings, finding => FormattableString.Invariant(finding).EndsWith("They were written anew.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_kept_checkpoint_notices_an_emptied_log()
    {
        await using var store = await FilledAsync(lines: 20);
        var mark = await MarkAsync(store);

        await AttackAsync(store, "DELETE FROM AuditEntries", "DELETE FROM Checkpoints");

        Assert.Empty((await CheckAsync(store)).Findings);
        Assert.Contains((await CheckAsync(store, mark)).Findings, finding => FormattableString.Invariant(finding).StartsWith("The log has 0 lines", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_kept_checkpoint_notices_that_an_older_store_was_put_back()
    {
        await using var first = await FilledAsync(lines: 10);
        await AttackAsync(first, $"VACUUM INTO '{first.Folder}/older.db'");
        await AddAsync(first, 10);
        var mark = await MarkAsync(first);
        await first.StopAsync();
        File.Move(Path.Combine(first.Folder, "older.db"), Path.Combine(first.Folder, "raiddocs.db"), overwrite: true);
        File.Delete(Path.Combine(first.Folder, "raiddocs.db-wal"));
        File.Delete(Path.Combine(first.Folder, "raiddocs.db-shm"));

        await using var back = await TestStore.OpenAsync(first.Folder, first.Key);

        Assert.Empty((await CheckAsync(back)).Findings);
        Assert.Contains((await CheckAsync(back, mark)).Findings, finding => FormattableString.Invariant(finding).Contains("an older store was put back", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rows_that_point_nowhere_are_found()
    {
        await using var store = await FilledAsync(lines: 3);

        await AttackAsync(store, "PRAGMA foreign_keys = OFF", "INSERT INTO AspNetUserRoles (UserId, RoleId) VALUES ('nobody', 'nothing')");

        Assert.Contains((await CheckAsync(store)).Findings, finding => FormattableString.Invariant(finding).Contains("AspNetUserRoles -> AspNetUsers", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_checkpoint_is_made_once_for_the_same_lines_and_goes_on_from_the_last()
    {
        await using var store = await FilledAsync(lines: 9);
        var first = await MarkAsync(store);
        Assert.Equal(first, await MarkAsync(store));
        await AddAsync(store, 4);
        var second = await MarkAsync(store);

        await using var db = store.Db();
        var whole = new MerkleTree();
        foreach (var line in await db.AuditEntries.OrderBy(entry => entry.Number).Select(entry => entry.Json).ToListAsync())
        {
            whole.Add(line);
        }

        Assert.Equal(2, await db.Checkpoints.CountAsync());
        Assert.Equal(Convert.ToBase64String(whole.Root()), second.Root);
        Assert.Equal(second, LogMark.Read(second.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("raiddocs-log/1\n12\n")]
    [InlineData("raiddocs-log/1\n-3\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("raiddocs-log/2\n3\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("raiddocs-log/1\n3\nAAAA")]
    public void What_is_no_checkpoint_is_told(string text) => Assert.Throws<DomainRuleException>(() => LogMark.Read(text));

    // The roots of the reference tree that goes with RFC 6962.
    [Theory]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void The_root_is_the_one_of_RFC_6962(int size, string root)
    {
        string[] leaves = ["", "\0", "\u0010", " !", "01", "@ABC", "PQRSTUVW", "`abcdefghijklmno"];
        var tree = new MerkleTree();
        for (var at = 0; at < size; at++)
        {
            tree.Add(leaves[at]);
            tree = new MerkleTree(tree.Size, tree.Edge);
        }

        Assert.Equal(root, Convert.ToHexStringLower(tree.Root()));
    }

    private static async Task<TestStore> FilledAsync(int lines)
    {
        var store = await TestStore.OpenAsync();
        await AddAsync(store, lines);
        return store;
    }

    private static async Task AddAsync(TestStore store, int lines)
    {
        await using var db = store.Db();
        var before = await db.Raids.CountAsync();
        for (var number = 0; number < lines; number++)
        {
            var raid = new Raid($"R{before + number + 1:00}", new RaidFacts { Name = "Harbour" });
            db.AddRange(raid, new CountClaim(raid.Id, new CountFacts { Voice = Voice.Team, Low = 17 }, null));
        }

        await db.SaveChangesAsync();
    }

    private static async Task<LogMark> MarkAsync(TestStore store)
    {
        await using var db = store.Db();
        return (await db.MakeCheckpointAsync(new DateTime(2026, 11, 21, 2, 0, 0, DateTimeKind.Utc), CheckpointReason.Asked, default))!;
    }

    private static async Task<LogReport> CheckAsync(TestStore store, params LogMark[] kept)
    {
        await using var db = store.Db();
        return await db.CheckLogAsync(kept, default);
    }

    /// <summary>What a person with the key and a database tool can do.</summary>
    private static async Task AttackAsync(TestStore store, params string[] commands)
    {
        await using var db = store.Db();
        await db.Database.OpenConnectionAsync();
        string[] triggers = ["AuditEntries_no_update", "AuditEntries_no_delete", "Checkpoints_no_update", "Checkpoints_no_delete"];
        foreach (var sql in triggers.Select(name => $"DROP TRIGGER IF EXISTS {name}").Concat(commands))
        {
            await db.Database.ExecuteSqlRawAsync(sql);
        }
    }

    private static async Task RewriteFromAsync(TestStore store, long first)
    {
        await using var db = store.Db();
        var lines = await db.AuditEntries.AsNoTracking().OrderBy(entry => entry.Number).ToListAsync();
        var hash = lines[(int)first - 2].Hash;
        foreach (var line in lines.Skip((int)first - 1))
        {
            var json = line.Json.Replace("\"Operator\"", "\"Somebody\"", StringComparison.Ordinal);
            hash = AuditEntry.HashOf(hash, json);
            await AttackAsync(store, $"UPDATE AuditEntries SET Json = '{json}', Hash = '{hash}' WHERE Number = {line.Number}".Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
        }
    }
}
