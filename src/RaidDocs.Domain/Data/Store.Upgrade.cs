using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Audit;
using RaidDocs.Domain.Backups;

namespace RaidDocs.Domain.Data;

// The store as a newer version of the program wants it.
public sealed partial class Store
{
    /// <summary>So long the database as it was before an upgrade is kept.</summary>
    public static readonly TimeSpan KeepsBefore = TimeSpan.FromDays(30);

    private async Task MigrateAsync(RaidDocsDbContext db, CancellationToken cancellationToken)
    {
        if (!folder.HoldsStore)
        {
            await db.Database.MigrateAsync(cancellationToken);
            return;
        }

        // EF Core keeps a row here while it migrates and waits for ever for one that a killed process left.
        // The folder is ours alone, so whoever wrote it is gone.
        await db.Database.ExecuteSqlAsync($"DROP TABLE IF EXISTS __EFMigrationsLock", cancellationToken);
        var known = db.Database.GetMigrations().ToHashSet();
        var all = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        if (all.Count == 0)
        {
            // Only a store that was never finished may be empty.
            if (vault.Exists && !vault.Read().IsFresh)
            {
                throw new StoreException(
                    $"The database in {folder.Path} is empty, and its vault is not new. It was copied while the program ran, without the journal beside it (raiddocs.db-wal). Nothing was changed. Put both back from one copy, or bring back a backup.");
            }

            await db.Database.MigrateAsync(cancellationToken);
            return;
        }

        if (all.LastOrDefault(applied => !known.Contains(applied)) is { } unknown)
        {
            SchemaVersions.Demand(unknown, new StoreException(
                $"The store in {folder.Path} was changed by a newer RaidDocs than this one. Nothing was changed. Start that version."));
        }

        if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            await UpgradeAsync(db, cancellationToken);
            await db.MakeCheckpointAsync(clock.GetUtcNow().UtcDateTime, CheckpointReason.Upgrade, cancellationToken);
        }
    }

    // A copy is changed and then put in place with one rename. Whatever fails before that leaves the store as it was.
    private async Task UpgradeAsync(RaidDocsDbContext db, CancellationToken cancellationToken)
    {
        var copy = folder.Database + ".upgrade";
        var before = db.Database.GetConnectionString();
        try
        {
            await db.Database.CloseConnectionAsync();
            using (var live = DatabaseFile.Open(folder.Database, state.Keys))
            {
                DatabaseFile.Scalar(live, "PRAGMA wal_checkpoint(TRUNCATE)");
            }

            DatabaseFile.Copy(folder.Database, copy, state.Keys, cancellationToken);
            db.Database.SetConnectionString($"Data Source={copy};Pooling=False");
            await db.Database.MigrateAsync(cancellationToken);
            await db.Database.CloseConnectionAsync();
            using (var changed = DatabaseFile.Open(copy, state.Keys))
            {
                if (DatabaseFile.Scalar(changed, "PRAGMA integrity_check") is not "ok" || DatabaseFile.Scalar(changed, "PRAGMA foreign_key_check") is not null)
                {
                    throw new StoreException("The changed store is not whole.");
                }

                DatabaseFile.Scalar(changed, "PRAGMA wal_checkpoint(TRUNCATE)");
            }

            SqliteConnection.ClearAllPools();
            DatabaseFile.PutInPlace(copy, folder.Database, folder.BeforeUpgrade);
            File.SetLastWriteTimeUtc(folder.BeforeUpgrade, clock.GetUtcNow().UtcDateTime);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            DatabaseFile.Delete(copy);
            throw new StoreException(
                $"The store could not be brought to this version ({failed.GetType().Name}), and is as it was before. Start the version from before. Is there room on the disk for a second copy of the database? If so, tell who makes RaidDocs.", failed);
        }
        finally
        {
            db.Database.SetConnectionString(before);
        }
    }

    // What was being made when the program ended, and what is kept for a time only.
    private void ClearOld()
    {
        BackupMaker.ClearUnfinished(folder, engine.IsEmbedded ? TimeSpan.Zero : KeepsUnfinished);

        if (File.Exists(folder.BeforeUpgrade) && clock.GetUtcNow() - File.GetLastWriteTimeUtc(folder.BeforeUpgrade) > KeepsBefore)
        {
            File.Delete(folder.BeforeUpgrade);
        }
    }
}
