using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Audit;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Staff;

namespace RaidDocs.Domain.Tests.Data;

public sealed class AuditTests
{
    [Fact]
    public async Task Each_change_leaves_a_line_with_its_fields_and_no_content()
    {
        await using var store = await TestStore.OpenAsync();
        var raid = new Raid("R01", new RaidFacts { Name = "Harbour" });
        await using (var db = store.Db())
        {
            db.Add(raid);
            await db.SaveChangesAsync();
        }

        await using (var db = store.Db())
        {
            var loaded = await db.Raids.SingleAsync();
            loaded.Describe(loaded.Facts with { Summary = "They came at night" });
            await db.SaveChangesAsync();
        }

        await using var read = store.Db();
        var lines = await read.AuditEntries.Where(entry => entry.ObjectType == "Raid").OrderBy(entry => entry.Number).ToListAsync();
        Assert.Equal(["create", "change"], lines.Select(line => line.Action));
        Assert.Contains("\"fields\":[\"Summary\"]", lines[1].Json, StringComparison.Ordinal);
        Assert.Equal(raid.Id, lines[1].RaidId);
        Assert.DoesNotContain("night", lines[1].Json, StringComparison.Ordinal);
        Assert.DoesNotContain("Harbour", lines[0].Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lines_are_a_chain_in_which_a_changed_line_is_found()
    {
        await using var store = await TestStore.OpenAsync();
        await using (var db = store.Db())
        {
            db.AddRange(Enumerable.Range(1, 5).Select(number => new Raid($"R0{number}", new RaidFacts { Name = "x" })));
            await db.SaveChangesAsync();
        }

        await using var read = store.Db();
        var lines = await read.AuditEntries.AsNoTracking().OrderBy(entry => entry.Number).ToListAsync();
        var hash = AuditEntry.FirstHash;
        Assert.Equal(Enumerable.Range(1, lines.Count).Select(number => (long)number), lines.Select(line => line.Number));
        foreach (var line in lines)
        {
            hash = AuditEntry.HashOf(hash, line.Json);
            Assert.Equal(hash, line.Hash);
        }

        Assert.NotEqual(lines[2].Hash, AuditEntry.HashOf(lines[1].Hash, lines[2].Json.Replace("create", "change", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("UPDATE AuditEntries SET Json = ''")]
    [InlineData("DELETE FROM AuditEntries")]
    public async Task A_plain_change_of_the_log_is_stopped(string sql)
    {
        await using var store = await TestStore.OpenAsync();
        await using var db = store.Db();

        var stopped = await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync(sql));

        Assert.Contains("never changed", stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_save_that_fails_leaves_no_line()
    {
        await using var store = await TestStore.OpenAsync();
        await using (var db = store.Db())
        {
            db.AddRange(new Raid("R01", new RaidFacts { Name = "one" }), new Raid("R01", new RaidFacts { Name = "two" }));
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
        }

        await using var read = store.Db();
        Assert.False(await read.Raids.AnyAsync());
        Assert.False(await read.AuditEntries.AnyAsync(entry => entry.ObjectType == "Raid"));
    }

    [Fact]
    public async Task Many_writers_at_once_lose_nothing_and_keep_one_chain()
    {
        await using var store = await TestStore.OpenAsync();

        await Task.WhenAll(Enumerable.Range(1, 20).Select(number => Task.Run(async () =>
        {
            await using var db = store.Db();
            db.Add(new Raid($"R{number:00}", new RaidFacts { Name = "x" }));
            await db.SaveChangesAsync();
        })));

        await using var read = store.Db();
        Assert.Equal(20, await read.Raids.CountAsync());
        Assert.Equal(await read.AuditEntries.CountAsync(), (int)await read.AuditEntries.MaxAsync(entry => entry.Number));
    }

    [Fact]
    public async Task The_second_of_two_who_opened_a_record_is_told()
    {
        await using var store = await TestStore.OpenAsync();
        await using (var db = store.Db())
        {
            db.Add(new Raid("R01", new RaidFacts { Name = "x" }));
            await db.SaveChangesAsync();
        }

        await using var mine = store.Db();
        await using var theirs = store.Db();
        var one = await mine.Raids.SingleAsync();
        var other = await theirs.Raids.SingleAsync();
        other.Describe(other.Facts with { Summary = "theirs" });
        await theirs.SaveChangesAsync();
        one.Describe(one.Facts with { Summary = "mine" });

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => mine.SaveChangesAsync());
    }

    [Fact]
    public async Task A_correction_never_changes_whose_version_it_is_and_a_claim_has_no_way_to_change()
    {
        var group = new UnnamedGroup(Guid.NewGuid(), new GroupFacts { Voice = Voice.Authority, Who = "x", Low = 2 }, null);

        Assert.Throws<DomainRuleException>(() => group.Correct(group.Facts with { Voice = Voice.Woman, Low = 3 }, null));

        Assert.Equal(2, group.Facts.Low);
        var claims = typeof(Raid).Assembly.GetTypes().Where(type => IsClaim(type) && !type.IsAbstract).ToList();
        Assert.True(claims.Count >= 7);
        Assert.All(claims, claim =>
        {
            Assert.False(claim.GetProperty("Facts")!.SetMethod is { IsPublic: true });
            Assert.Equal(["TakeBack"], claim.GetMethods().Where(method => method.ReturnType == typeof(void) && !method.IsSpecialName).Select(method => method.Name));
        });
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Somebody_who_is_not_on_the_team_sees_nothing_and_saves_nothing()
    {
        await using var store = await TestStore.OpenAsync();
        var (hers, stranger) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var raid = new Raid("R01", new RaidFacts { Name = "x" });
        await using (var db = store.Db())
        {
            db.Users.AddRange(new StaffUser { Id = hers, UserName = "a" }, new StaffUser { Id = stranger, UserName = "b" });
            db.AddRange(raid, new TeamMember(raid.Id, hers), new CountClaim(raid.Id, new CountFacts { Voice = Voice.Team, Low = 17 }, null));
            await db.SaveChangesAsync();
        }

        await using var member = store.DbFor(new Viewer(hers, [StaffRole.ResearchLeader]));
        await using var other = store.DbFor(new Viewer(stranger, [StaffRole.ResearchLeader]));
        await using var administrator = store.DbFor(new Viewer(hers, [StaffRole.Administrator]));

        Assert.Equal(1, await member.Counts.CountAsync());
        Assert.Equal(0, await other.Counts.CountAsync());
        Assert.Equal(0, await other.Raids.CountAsync());
        other.Add(new CountClaim(raid.Id, new CountFacts { Voice = Voice.Team, Low = 3 }, null));
        await Assert.ThrowsAsync<AccessRefusedException>(() => other.SaveChangesAsync());
        administrator.Add(new CountClaim(raid.Id, new CountFacts { Voice = Voice.Team, Low = 3 }, null));
        await Assert.ThrowsAsync<AccessRefusedException>(() => administrator.SaveChangesAsync());
        member.Add(new CountClaim(raid.Id, new CountFacts { Voice = Voice.Authority, Low = 19 }, null));
        await member.SaveChangesAsync();
        Assert.Equal([17, 19], await member.Counts.OrderBy(count => count.RecordedAt).Select(count => count.Facts.Low).ToListAsync());
    }

    private static bool IsClaim(Type? type) =>
        type is not null && (type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(Claim<>) || IsClaim(type.BaseType));
}
