using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Audit;
using RaidDocs.Domain.Reference;

namespace RaidDocs.Domain.Data;

/// <summary>Opens and closes the store. The program runs without it, and then answers only what needs no record.</summary>
public sealed class Store(IServiceScopeFactory scopes, DataFolder folder, IStoreKey key, StoreState state, TimeProvider clock) : IDisposable
{
    private const int NotADatabase = 26;

    private ReferenceLists? _lists;

    /// <summary>The reference lists, read when the store was opened.</summary>
    public ReferenceLists Lists => _lists ?? throw new InvalidOperationException("The store is closed.");

    public bool IsOpen => state.IsOpen;

    /// <summary>
    /// Opens the store, and makes it first where there is none. Without its key it stays closed, and
    /// <see cref="StoreState.WhyClosed"/> says why.
    /// </summary>
    /// <param name="acceptPlain">Demo data may lie in a plain file where the encrypting library is missing.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StoreException">The folder is in use, the library cannot encrypt, or the key does not fit.</exception>
    public async Task OpenAsync(bool acceptPlain = false, CancellationToken cancellationToken = default)
    {
        if (state.IsOpen)
        {
            return;
        }

        if (!NativeSqlite.CanEncrypt && !acceptPlain)
        {
            throw new StoreException(
                "The encrypting SQLite library is missing, so only --demo can start. Install gcc and npm (sudo apt-get install gcc libc6-dev npm) and build again.");
        }

        folder.Take();
        var secret = folder.HoldsStore ? key.Read() : key.Read() ?? key.Make();
        if (secret is null)
        {
            state.WhyClosed = "The key of the store was not found. Put the key file back, or name it with --key-file, and start again.";
            return;
        }

        state.Key = NativeSqlite.CanEncrypt ? secret : null;
        await using var scope = scopes.CreateAsyncScope();
        await using var db = OperatorContext(scope.ServiceProvider);
        try
        {
            await MigrateAsync(db, cancellationToken);
        }
        catch (SqliteException wrong) when (wrong.SqliteErrorCode == NotADatabase)
        {
            state.Key = null;
            throw new StoreException($"The key does not open the store in {folder.Path}. Use the key that was made with it.", wrong);
        }

        KeepToOwner();
        await ReferenceSeeds.LoadAsync(db, cancellationToken);
        _lists = new ReferenceLists(await db.ReferenceItems.AsNoTracking().ToListAsync(cancellationToken));
        state.IsOpen = true;
        state.WhyClosed = null;
    }

    /// <summary>Closes all connections and forgets the key.</summary>
    public void Close()
    {
        state.IsOpen = false;
        SqliteConnection.ClearAllPools();
        if (state.Key is { } secret)
        {
            CryptographicOperations.ZeroMemory(secret);
            state.Key = null;
        }
    }

    public void Dispose() => Close();

    /// <summary>A context for the person at the command line and for the program itself.</summary>
    public static RaidDocsDbContext OperatorContext(IServiceProvider services) => new SqliteRaidDocsDbContext(
        services.GetRequiredService<DbContextOptions<SqliteRaidDocsDbContext>>(),
        new StoreSession(Viewer.Operator, services.GetRequiredService<WriterGate>(), services.GetRequiredService<TimeProvider>()));

    private async Task MigrateAsync(RaidDocsDbContext db, CancellationToken cancellationToken)
    {
        if (folder.HoldsStore)
        {
            // EF Core keeps a row here while it migrates and waits for ever for one that a killed process left.
            // The folder is ours alone, so whoever wrote it is gone.
            await db.Database.ExecuteSqlAsync($"DROP TABLE IF EXISTS __EFMigrationsLock", cancellationToken);
        }

        var isUpgrade = folder.HoldsStore && (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any();
        await db.Database.MigrateAsync(cancellationToken);
        if (isUpgrade)
        {
            await db.MakeCheckpointAsync(clock.GetUtcNow().UtcDateTime, CheckpointReason.Upgrade, cancellationToken);
        }
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
