using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Clocks;
using RaidDocs.Domain.Disclosure.Bundles;
using RaidDocs.Domain.Papers;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Search;
using RaidDocs.Domain.Vault;

namespace RaidDocs.Domain.Data;

/// <summary>Opens and closes the store. The program runs without it, and then answers only what needs no record.</summary>
public sealed partial class Store(
    IServiceScopeFactory scopes, DataFolder folder, StoreEngine engine, IStoreKey key, VaultKeeper vault, VaultLedger ledger, StoreState state, WriterGate gate, SealedFiles files, MadeFiles made, TimeProvider clock) : IDisposable
{
    private const int NotADatabase = 26;
    private const int Corrupt = 11;

    // A writer that hangs must not keep the store open.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private ReferenceLists? _lists;

    /// <summary>The reference lists, read when the store was opened and whenever the organisation's own entries change.</summary>
    public ReferenceLists Lists => _lists ?? throw new InvalidOperationException("The store is closed.");

    public bool IsOpen => state.IsOpen;

    /// <summary>
    /// Takes the folder, and opens the store if its key is at hand. Else it stays closed, and
    /// <see cref="StoreState.WhyClosed"/> says why.
    /// </summary>
    /// <param name="acceptPlain">Demo data may lie in a plain file where the encrypting library is missing.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StoreException">The folder is in use or not whole, or the library cannot encrypt.</exception>
    public async Task OpenAsync(bool acceptPlain = false, CancellationToken cancellationToken = default)
    {
        if (state.IsOpen)
        {
            return;
        }

        if (engine.IsEmbedded && !NativeSqlite.CanEncrypt && !acceptPlain)
        {
            throw new StoreException(
                "The encrypting SQLite library is missing, so only --demo can start. Install gcc and npm (sudo apt-get install gcc libc6-dev npm) and build again.");
        }

        engine.Take();
        if (key.Read() is { } dataKey)
        {
            state.IsPlain = engine.IsEmbedded && !NativeSqlite.CanEncrypt;
            await OpenWithAsync(dataKey, slot: null, cancellationToken);
            return;
        }

        if (vault.Exists)
        {
            CheckWhole(vault.Read());
            state.WhyClosed = "The store is locked.";
        }
        else if (engine.HoldsStore)
        {
            throw new StoreException(
                $"There is a database for {folder.Path} and no vault.json beside it. Put vault.json back from a copy of this folder. Nothing opens the database without it.");
        }
        else
        {
            state.WhyClosed = "There is no store yet.";
        }
    }

    /// <summary>Opens the store with what a passphrase or a sheet has opened, and finishes a change of the key that was not.</summary>
    /// <exception cref="StoreException">The vault does not belong to the database.</exception>
    public async Task UnlockAsync(OpenedVault opened, CancellationToken cancellationToken = default)
    {
        await OpenAsync(cancellationToken: cancellationToken);
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (state.IsOpen)
            {
                return;
            }

            var made = vault.Read();
            CheckWhole(made);
            var dataKey = made.Next is null ? opened.Current : Settle(opened);
            await OpenWithAsync(
                dataKey ?? throw new StoreException("The change of the key was cut off before it was done. Use the passphrase or the sheet from before it, then change the key again."),
                opened.Slot,
                cancellationToken);
            if (made.IsFresh)
            {
                vault.NoteMade();
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>From now on every request is told that the store is closed; <see cref="CloseAsync"/> follows.</summary>
    public void StopTaking() => state.IsOpen = false;

    /// <summary>Waits for who is writing, brings the journal in, closes all connections and zeroes the keys.</summary>
    public async Task CloseAsync()
    {
        await _turn.WaitAsync();
        try
        {
            state.IsOpen = false;
            using var patience = new CancellationTokenSource(Patience);
            IDisposable? pass = null;
            try
            {
                pass = await gate.EnterAsync(patience.Token);
                Checkpoint();
            }
            catch (OperationCanceledException)
            {
                // Her save is not confirmed, and the journal keeps what was.
            }
            finally
            {
                Close();
                pass?.Dispose();
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Closes all connections and forgets the keys.</summary>
    public void Close()
    {
        state.IsOpen = false;
        state.WhyClosed ??= "The store is locked.";
        state.Slot = null;
        _lists = null;
        var keys = state.Keys;
        state.Keys = null;
        _presence?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _presence = null;
        engine.CloseConnections();
        keys?.Dispose();
    }

    public void Dispose()
    {
        Close();
        _turn.Dispose();
    }

    /// <summary>A context for the person at the command line and for the program itself.</summary>
    public static RaidDocsDbContext OperatorContext(IServiceProvider services) => ContextFor(services, Viewer.Operator);

    /// <summary>A context for somebody who is not the one of this request, such as the owner of a calendar address.</summary>
    public static RaidDocsDbContext ContextFor(IServiceProvider services, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(services);
        return services.GetRequiredService<StoreEngine>().Context(services, new StoreSession(
            viewer, services.GetRequiredService<WriterGate>(), services.GetRequiredService<StoreState>(), services.GetRequiredService<TimeProvider>()));
    }

    /// <summary>Reads the reference lists anew, after the organisation changed its own entries.</summary>
    public async Task ReadListsAsync(RaidDocsDbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var items = await db.ReferenceItems.AsNoTracking().ToListAsync(cancellationToken);
        _lists = new ReferenceLists(items, await db.OwnItems.AsNoTracking().OrderBy(item => item.Code).ToListAsync(cancellationToken));
    }

    private void CheckWhole(VaultDocument made)
    {
        if (!engine.HoldsStore && !made.IsFresh)
        {
            throw new StoreException(
                $"The database {(engine is PostgresEngine server ? server.Place : folder.Database)} is missing, and its vault is there. Put the database back from a backup. No new one is made in its place.");
        }
    }

    private void CheckJournal()
    {
        if (engine.IsEmbedded && folder.HoldsStore && !DatabaseFile.FitsItsJournal(folder.Database, state.Keys))
        {
            throw new StoreException(
                $"The database in {folder.Path} and the journal beside it (raiddocs.db-wal) do not belong together: one of them was copied alone. Nothing was changed. Put both back from one copy, or bring back a backup. If raiddocs.db was put there on purpose, move the journal away.");
        }
    }

    private async Task OpenWithAsync(byte[] dataKey, int? slot, CancellationToken cancellationToken)
    {
        state.Keys = state.IsPlain ? null : new StoreKeys(dataKey);
        System.Security.Cryptography.CryptographicOperations.ZeroMemory(dataKey);
        long? shared = null;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await using var db = OperatorContext(scope.ServiceProvider);
            CheckJournal();
            if (engine.IsEmbedded)
            {
                await MigrateAsync(db, cancellationToken);
            }
            else
            {
                await MigrateServerAsync(db, cancellationToken);
                await CheckMarkAsync(db, cancellationToken);
            }

            KeepToOwner();
            files.ClearUnfinished(others: engine.IsEmbedded ? TimeSpan.Zero : KeepsUnfinished);
            ClearOld();
            await ReferenceSeeds.LoadAsync(db, cancellationToken);
            await ClockRuleBook.LoadAsync(db, cancellationToken);
            await ReadListsAsync(db, cancellationToken);
            if (await db.LacksSearchAsync(cancellationToken))
            {
                await db.RebuildSearchAsync(cancellationToken);
            }

            if (slot is { } number)
            {
                await NoteAsync(db, number, cancellationToken);
            }

            if (engine is PostgresEngine server)
            {
                shared = await JoinOthersAsync(server, db, cancellationToken);
            }

            await ClearJobsAsync(db, shared, cancellationToken);
        }
        catch (Exception failed)
        {
            Close();
            if (Told(failed) is { } told)
            {
                throw told;
            }

            throw;
        }

        state.Slot = slot;
        state.CountUnlock(shared);
        state.WhyClosed = null;
        state.IsOpen = true;
    }

    // A job lives with the opening it was asked for in.
    private async Task ClearJobsAsync(RaidDocsDbContext db, long? opening, CancellationToken cancellationToken)
    {
        var jobs = await db.Jobs.Select(job => new { job.Id, IsOfThis = job.Opening == opening }).ToListAsync(cancellationToken);
        if (jobs.Any(job => !job.IsOfThis))
        {
            await db.Jobs.Where(job => opening == null || job.Opening != opening).ExecuteDeleteAsync(cancellationToken);
        }

        made.ShredOthers([.. jobs.Where(job => job.IsOfThis).Select(job => job.Id)]);
    }

    private StoreException? Told(Exception failed) => failed switch
    {
        Npgsql.NpgsqlException server when engine is PostgresEngine postgres => postgres.Unreachable(server),
        SqliteException { SqliteErrorCode: NotADatabase } => WrongVault(failed),
        SqliteException { SqliteErrorCode: Corrupt } => new StoreException(
            $"The database in {folder.Path} is damaged. Nothing was changed. Copy the folder as it is, then bring back the newest backup into a new folder: backup restore.", failed),
        _ when DatabaseFile.IsOfDisk(failed) || failed is IOException or UnauthorizedAccessException => new StoreException(
            $"The disk of {folder.Path} is full, or it cannot be written to. The store was not opened, and nothing is lost. Make room, then try again.", failed),
        _ => null,
    };

    private StoreException WrongVault(Exception? inner = null) => new(
        $"The vault opened, and its key does not open the database in {folder.Path}: the two do not belong together. Put back the vault.json that was made with this database.", inner);

    private async Task NoteAsync(RaidDocsDbContext db, int slot, CancellationToken cancellationToken)
    {
        foreach (var noted in ledger.Notes)
        {
            db.NoteAct(noted.What, "Vault", "-", null, noted.Time);
        }

        db.NoteVault("unlock", slot);
        await db.SaveChangesAsync(cancellationToken);
        ledger.ForgetNotes();
    }

    private void Checkpoint()
    {
        if (!engine.IsEmbedded || (state.Keys is null && !state.IsPlain))
        {
            return;
        }

        using var connection = new SqliteConnection($"Data Source={folder.Database};Pooling=False");
        connection.Open();
        SqliteSetup.Prepare(connection, state.Keys);
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout = 300; PRAGMA wal_checkpoint(TRUNCATE)";
        command.ExecuteNonQuery();
    }

    private void KeepToOwner()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(folder.Path))
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
