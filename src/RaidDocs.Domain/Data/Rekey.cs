using Microsoft.Data.Sqlite;
using RaidDocs.Domain.Papers;
using RaidDocs.Domain.Vault;

namespace RaidDocs.Domain.Data;

/// <summary>
/// Gives the database another key: a copy under the new key is made beside it and put in its place. Before the rename the
/// folder holds the old database, after it the new one; the vault carries both keys meanwhile.
/// </summary>
internal static class Rekey
{
    private const int NotADatabase = 26;

    /// <summary>Does this key open the database? Nothing is changed.</summary>
    public static bool Fits(DataFolder folder, StoreKeys keys)
    {
        try
        {
            using var connection = DatabaseFile.Open(folder.Database, keys);
            DatabaseFile.Scalar(connection, "SELECT count(*) FROM sqlite_master");
            return true;
        }
        catch (SqliteException wrong) when (wrong.SqliteErrorCode == NotADatabase)
        {
            return false;
        }
    }

    /// <summary>The store must be closed to everybody else. Ended at any point, it can be begun again.</summary>
    public static void Run(DataFolder folder, StoreKeys current, StoreKeys next)
    {
        var copy = folder.Database + ".next";
        DatabaseFile.Delete(copy);
        using (var source = DatabaseFile.Open(folder.Database, current))
        {
            DatabaseFile.Scalar(source, "PRAGMA wal_checkpoint(TRUNCATE)");
            using var target = DatabaseFile.Open(copy, next);
            source.BackupDatabase(target);
            if (DatabaseFile.Scalar(target, "PRAGMA integrity_check") is not "ok" || !DatabaseFile.Rows(source).SequenceEqual(DatabaseFile.Rows(target)))
            {
                throw new StoreException("The copy under the new key is not the same as the store. Nothing was changed. Look at the disk, then try again.");
            }

            Rewrap(target, current, next);
            DatabaseFile.Scalar(target, "PRAGMA wal_checkpoint(TRUNCATE)");
        }

        DatabaseFile.PutInPlace(copy, folder.Database, before: null);
    }

    // The files themselves stay as they are: only their keys are wrapped anew, in the copy, so both change with the one rename.
    private static void Rewrap(SqliteConnection target, StoreKeys current, StoreKeys next)
    {
        if (DatabaseFile.Scalar(target, "SELECT count(*) FROM sqlite_master WHERE name = 'Evidence'") is 0L)
        {
            return;
        }

        var wrapped = new List<(Guid File, byte[] Key)>();
        using (var read = target.CreateCommand())
        {
            read.CommandText = "SELECT DISTINCT FileId, \"Key\" FROM Evidence WHERE FileId IS NOT NULL";
            using var rows = read.ExecuteReader();
            while (rows.Read())
            {
                wrapped.Add((rows.GetGuid(0), rows.GetFieldValue<byte[]>(1)));
            }
        }

        using var together = target.BeginTransaction();
        using var write = target.CreateCommand();
        write.Transaction = together;
        write.CommandText = "UPDATE Evidence SET \"Key\" = $next WHERE FileId = $file AND \"Key\" = $now";
        foreach (var (file, before) in wrapped)
        {
            // One that does not open now would not open then either; verify names it.
            if (SealedFiles.Unwrap(current, file, before) is { } key)
            {
                write.Parameters.Clear();
                write.Parameters.AddWithValue("$next", SealedFiles.Wrap(next, file, key));
                write.Parameters.AddWithValue("$file", file);
                write.Parameters.AddWithValue("$now", before);
                write.ExecuteNonQuery();
                System.Security.Cryptography.CryptographicOperations.ZeroMemory(key);
            }
        }

        together.Commit();
    }
}
