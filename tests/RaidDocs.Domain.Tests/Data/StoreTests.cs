using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Women;

namespace RaidDocs.Domain.Tests.Data;

public sealed class StoreTests
{
    public static TheoryData<RaidDocsDbContext> Providers() =>
        [new SqliteDesignTimeFactory().CreateDbContext([]), new PostgresDesignTimeFactory().CreateDbContext([])];

    [Theory]
    [MemberData(nameof(Providers), DisableDiscoveryEnumeration = true)]
    public void Every_change_of_the_model_has_its_migration(RaidDocsDbContext db) =>
        Assert.False(db.Database.HasPendingModelChanges());

    [Fact]
    public async Task Every_connection_is_keyed_and_hardened()
    {
        await using var store = await TestStore.OpenAsync();

        for (var time = 0; time < 3; time++)
        {
            await using var db = store.Db();
            await db.Database.OpenConnectionAsync();
            var connection = (SqliteConnection)db.Database.GetDbConnection();

            Assert.Equal("aegis", Pragma(connection, "cipher"));
            Assert.Equal("-16384", Pragma(connection, "cache_size"));
            Assert.Equal("1", Pragma(connection, "secure_delete"));
            Assert.Equal("0", Pragma(connection, "trusted_schema"));
            Assert.Equal("1", Pragma(connection, "cell_size_check"));
            Assert.Equal("2", Pragma(connection, "temp_store"));
            Assert.Equal("5000", Pragma(connection, "busy_timeout"));
            Assert.Equal("2", Pragma(connection, "synchronous"));
            Assert.Equal("1", Pragma(connection, "foreign_keys"));
            Assert.Equal("wal", Pragma(connection, "journal_mode"));
            Assert.True(new Version(connection.ServerVersion) >= new Version(3, 53, 2), connection.ServerVersion);
            Assert.Equal("1", Scalar(connection, "SELECT sqlite_compileoption_used('ENABLE_FTS5')"));
        }
    }

    [Fact]
    public async Task Nothing_that_was_recorded_is_readable_in_any_file_of_the_folder()
    {
        await using var store = await TestStore.OpenAsync();
        const string Marker = "Lanternfish Karaoke";
        const string ThaiMarker = "\u0E19\u0E32\u0E07\u0E41\u0E2A\u0E07\u0E2B\u0E34\u0E48\u0E07\u0E2B\u0E49\u0E2D\u0E22";

        // Held open: the last connection to close takes the write-ahead log with it, and pools are cleared by others.
        var held = store.Db();
        await held.Database.OpenConnectionAsync();
        await using (var db = store.Db())
        {
            var raid = new Raid("R01", new RaidFacts { Name = Marker, Summary = ThaiMarker });
            var woman = new Woman(new WomanFacts());
            db.AddRange(raid, woman, new Apprehension(raid, woman, 1, new ApprehensionFacts()));
            db.Add(new WomanName(raid.Id, woman.Id, new NameFacts { Voice = Domain.Common.Voice.Woman, Text = Marker }, null));
            await db.SaveChangesAsync();
        }

        // While it is open: the write-ahead log is looked at too.
        AssertUnreadable(store.Folder, Marker, ThaiMarker);
        Assert.True(File.Exists(Path.Combine(store.Folder, "raiddocs.db-wal")));
        await held.DisposeAsync();
        await store.StopAsync();
        AssertUnreadable(store.Folder, Marker, ThaiMarker, "CREATE TABLE", "SQLite format");
    }

    [Fact]
    public async Task A_wrong_key_opens_nothing_and_says_so()
    {
        await using var store = await TestStore.OpenAsync();
        await store.StopAsync();

        var refused = await Assert.ThrowsAsync<StoreException>(() => TestStore.OpenAsync(store.Folder, new MemoryStoreKey()));

        Assert.Contains("does not open the database", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_store_lends_no_connection_and_makes_no_file()
    {
        await using var store = await TestStore.OpenAsync();
        await using var db = store.Db();
        await store.Store.CloseAsync();

        await Assert.ThrowsAsync<StoreException>(() => db.Raids.CountAsync());
        Assert.False(store.State.IsOpen);
    }

    [Fact]
    public async Task A_second_program_on_the_same_folder_is_refused()
    {
        await using var store = await TestStore.OpenAsync();

        var refused = await Assert.ThrowsAsync<FolderInUseException>(() => TestStore.OpenAsync(store.Folder));

        Assert.Contains("Another RaidDocs is using", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lock_left_by_a_program_that_died_while_migrating_does_not_stop_the_next_start()
    {
        await using var store = await TestStore.OpenAsync();
        await using (var db = store.Db())
        {
            await db.Database.ExecuteSqlRawAsync(
                "CREATE TABLE IF NOT EXISTS \"__EFMigrationsLock\" (\"Id\" INTEGER PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); INSERT OR REPLACE INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01');");
        }

        await store.StopAsync();
        await using var again = await TestStore.OpenAsync(store.Folder, store.Key).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.True(again.State.IsOpen);
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task Files_belong_to_their_owner_alone()
    {
        await using var store = await TestStore.OpenAsync();

        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        Assert.All(Directory.EnumerateFiles(store.Folder), file => Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(file) & others));
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(store.Folder) & others);
    }

    [Fact]
    public async Task Loading_the_reference_lists_again_changes_nothing()
    {
        await using var store = await TestStore.OpenAsync();
        int before;
        await using (var db = store.Db())
        {
            before = await db.ReferenceItems.CountAsync();
            Assert.Equal(40, await db.ReferenceItems.CountAsync(item => item.List == "acts"));
            Assert.Equal(58, await db.ReferenceItems.CountAsync(item => item.List == "law-rules"));
            Assert.Equal(77, await db.ReferenceItems.CountAsync(item => item.List == "provinces"));
            Assert.Equal(14, await db.ReferenceItems.CountAsync(item => item.List == "smart-raid"));
        }

        await store.StopAsync();
        await using var again = await TestStore.OpenAsync(store.Folder, store.Key);
        await using var later = again.Db();

        Assert.Equal(before, await later.ReferenceItems.CountAsync());
        Assert.Equal(1, await later.AuditEntries.CountAsync(entry => entry.Action == "load"));
    }

    private static string? Pragma(SqliteConnection connection, string name) => Scalar(connection, $"PRAGMA {name}");

    private static string? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()?.ToString();
    }

    private static void AssertUnreadable(string folder, params string[] markers)
    {
        foreach (var file in Directory.EnumerateFiles(folder).Where(file => Path.GetFileName(file) != "lock"))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            foreach (var marker in markers)
            {
                Assert.Equal(-1, bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(marker)));
                Assert.Equal(-1, bytes.ToArray().AsSpan().IndexOf(Encoding.Unicode.GetBytes(marker)));
            }
        }
    }
}
