using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Audit;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Vault;

namespace RaidDocs.Domain.Tests.Data;

/// <summary>Files of a store that were copied one without the other: it opens with everything that was saved, or says why not and changes nothing.</summary>
[Collection(nameof(AloneTests))]
public sealed class CopiedFolderTests : IDisposable
{
    private const string Passphrase = "seven lamps over the quiet river";

    private readonly string _copy = Directory.CreateTempSubdirectory("raiddocs-copied-").FullName;
    private readonly string _sheet = WordList.Draw(7);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        if (Directory.Exists(_copy))
        {
            Directory.Delete(_copy, recursive: true);
        }
    }

    [Fact]
    public async Task With_its_journal_a_copy_of_the_running_store_has_every_save()
    {
        await using var store = await RunningAsync(0, 20);
        Copy(store, "raiddocs.db", "raiddocs.db-wal", "vault.json");

        Assert.Equal(20, await CountAsync());
    }

    [Fact]
    public async Task Without_its_journal_a_copy_of_a_new_store_is_refused_and_not_begun_anew()
    {
        await using var store = await RunningAsync(0, 20);
        Copy(store, "raiddocs.db", "vault.json");
        File.WriteAllBytes(Path.Combine(_copy, "raiddocs.db"), []);

        var refused = await Assert.ThrowsAsync<StoreException>(CountAsync);

        Assert.Contains("without the journal beside it", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_its_journal_a_copy_is_the_store_of_earlier_and_a_kept_checkpoint_shows_it()
    {
        await using var store = await RunningAsync(30, 35);
        LogMark kept;
        await using (var db = store.Db())
        {
            kept = (await db.MakeCheckpointAsync(new DateTime(2026, 11, 21, 2, 0, 0, DateTimeKind.Utc), CheckpointReason.Asked, Cancelled))!;
        }

        Copy(store, "raiddocs.db", "vault.json");
        await using var copy = await OpenAsync();
        await using var older = copy.Db();

        // SQLite may have brought a part of the journal in before the copy was made.
        Assert.InRange(await older.Raids.CountAsync(Cancelled), 30, 34);
        Assert.Contains(
            (await older.CheckLogAsync([kept], Cancelled)).Findings.Select(FormattableString.Invariant),
            found => found.Contains("Lines were cut off", StringComparison.Ordinal) || found.Contains("is damaged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_old_journal_beside_a_newer_database_loses_nothing()
    {
        await using var store = await RunningAsync(10, 14);
        Copy(store, "raiddocs.db-wal", "vault.json");
        await AddAsync(store, 14, 120);
        await store.Store.CloseAsync();
        Copy(store, "raiddocs.db");
        var (database, journal) = (Path.Combine(_copy, "raiddocs.db"), Path.Combine(_copy, "raiddocs.db-wal"));
        var before = (await File.ReadAllBytesAsync(database, Cancelled), await File.ReadAllBytesAsync(journal, Cancelled));

        var refused = await Assert.ThrowsAsync<StoreException>(CountAsync);

        Assert.Contains("do not belong together", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before.Item1, await File.ReadAllBytesAsync(database, Cancelled));
        Assert.Equal(before.Item2, await File.ReadAllBytesAsync(journal, Cancelled));
        File.Delete(journal);
        Assert.Equal(120, await CountAsync());
    }

    [Fact]
    public async Task A_journal_without_its_database_is_refused()
    {
        await using var store = await RunningAsync(0, 20);
        Copy(store, "raiddocs.db-wal", "vault.json");

        var refused = await Assert.ThrowsAsync<StoreException>(CountAsync);

        Assert.Contains("is missing, and its vault is there", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_no_second_program()
    {
        var file = Path.Combine(_copy, "letter");
        await File.WriteAllTextAsync(file, "x", Cancelled);

        var refused = await Assert.ThrowsAsync<StoreException>(() => TestStore.OpenAsync(Path.Combine(file, "data")));

        Assert.Contains("cannot be written to", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lock_file_that_was_left_behind_stops_nobody()
    {
        await File.WriteAllTextAsync(Path.Combine(_copy, "lock"), "", Cancelled);
        await using var store = await TestStore.OpenAsync(_copy);

        Assert.True(store.State.IsOpen);
    }

    // Raids, of which some are in the database and the others only in the journal.
    private async Task<TestStore> RunningAsync(int settled, int all)
    {
        var store = await TestStore.WithVaultAsync(Passphrase, _sheet);
        await AddAsync(store, 0, settled);
        await store.Store.CloseAsync();
        await store.UnlockAsync(Passphrase);
        await AddAsync(store, settled, all);
        return store;
    }

    private static async Task AddAsync(TestStore store, int from, int to)
    {
        await using var db = store.Db();
        for (var number = from + 1; number <= to; number++)
        {
            db.Add(new Raid($"R{number:000}", new RaidFacts { Name = $"Harbour {number}", Summary = new string('x', 500) }));
            await db.SaveChangesAsync(Cancelled);
        }
    }

    private void Copy(TestStore store, params string[] files)
    {
        foreach (var file in files)
        {
            File.Copy(Path.Combine(store.Folder, file), Path.Combine(_copy, file), overwrite: true);
        }
    }

    private async Task<TestStore> OpenAsync()
    {
        var store = await TestStore.OpenAsync(_copy, new VaultedStoreKey());
        try
        {
            await store.UnlockAsync(Passphrase);
            return store;
        }
        catch
        {
            await store.StopAsync();
            throw;
        }
    }

    private async Task<int> CountAsync()
    {
        var store = await OpenAsync();
        int count;
        await using (var db = store.Db())
        {
            count = await db.Raids.CountAsync(Cancelled);
        }

        await store.Store.CloseAsync();
        await store.StopAsync();
        return count;
    }
}
