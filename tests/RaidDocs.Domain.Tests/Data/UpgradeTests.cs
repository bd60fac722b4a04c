using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Audit;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Raids;

namespace RaidDocs.Domain.Tests.Data;

/// <summary>A newer version changes a copy of the store and puts it in place at the end. What fails on the way changes nothing.</summary>
public sealed class UpgradeTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_migration_that_fails_leaves_the_store_as_it_was_and_the_old_version_goes_on()
    {
        await using var store = await WithRaidAsync();

        var refused = await Assert.ThrowsAsync<StoreException>(() => TestStore.OpenAsync(store.Folder, store.Key, With<Fails>));

        Assert.Contains("is as it was before", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.EnumerateFiles(store.Folder), file => file.Contains("upgrade", StringComparison.Ordinal));
        await using var old = await TestStore.OpenAsync(store.Folder, store.Key);
        await using var db = old.Db();
        Assert.Equal("R01", (await db.Raids.SingleAsync(Cancelled)).Code);
        Assert.Empty((await db.CheckLogAsync([], Cancelled)).Findings);
    }

    [Fact]
    public async Task A_migration_that_works_keeps_the_database_of_before_beside_it_and_the_old_version_opens_that()
    {
        await using var store = await WithRaidAsync();
        await using (var next = await TestStore.OpenAsync(store.Folder, store.Key, With<AddsTable>))
        {
            await using var db = next.Db();
            Assert.Equal(0, await db.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM Later").SingleAsync(Cancelled));
            Assert.Equal("R01", (await db.Raids.SingleAsync(Cancelled)).Code);
            Assert.Contains(CheckpointReason.Upgrade, await db.Checkpoints.Select(one => one.Reason).ToListAsync(Cancelled));
            Assert.Empty((await db.CheckLogAsync([], Cancelled)).Findings);
            await next.StopAsync();

            // The old version does not touch the new store.
            var refused = await Assert.ThrowsAsync<StoreException>(() => TestStore.OpenAsync(store.Folder, store.Key));
            Assert.Contains("by a newer RaidDocs", refused.Message, StringComparison.Ordinal);

            File.Move(Path.Combine(store.Folder, "raiddocs.db.before-upgrade"), Path.Combine(store.Folder, "raiddocs.db"), overwrite: true);
            await using var old = await TestStore.OpenAsync(store.Folder, store.Key);
            await using var before = old.Db();
            Assert.Equal("R01", (await before.Raids.SingleAsync(Cancelled)).Code);
        }
    }

    [Theory]
    [InlineData(-29, true)]
    [InlineData(-31, false)]
    public async Task The_database_of_before_is_kept_for_thirty_days(int days, bool isKept)
    {
        await using var store = await WithRaidAsync();
        var before = Path.Combine(store.Folder, "raiddocs.db.before-upgrade");
        await File.WriteAllTextAsync(before, "sealed", Cancelled);
        File.SetLastWriteTimeUtc(before, TestStore.Today.AddDays(days).ToDateTime(new TimeOnly(2, 0), DateTimeKind.Utc));

        await using var again = await TestStore.OpenAsync(store.Folder, store.Key);

        Assert.Equal(isKept, File.Exists(before));
    }

    private static async Task<TestStore> WithRaidAsync()
    {
        var store = await TestStore.OpenAsync();
        await using (var db = store.Db())
        {
            db.Add(new Raid("R01", new RaidFacts { Name = "Harbour" }));
            await db.SaveChangesAsync(Cancelled);
        }

        await store.Store.CloseAsync();
        await store.StopAsync();
        return store;
    }

    private static void With<TNext>(IServiceCollection services)
        where TNext : Migration, new() =>
        services.ConfigureDbContext<SqliteRaidDocsDbContext>(options => options.ReplaceService<IMigrationsAssembly, NextSchema<TNext>>());
}
