using Microsoft.Data.Sqlite;
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
            using var connection = Open(folder.Database, keys);
            Scalar(connection, "SELECT count(*) FROM sqlite_master");
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
        Delete(copy);
        using (var source = Open(folder.Database, current))
        {
            Scalar(source, "PRAGMA wal_checkpoint(TRUNCATE)");
            using var target = Open(copy, next);
            source.BackupDatabase(target);
            if (Scalar(target, "PRAGMA integrity_check") is not "ok" || !Rows(source).SequenceEqual(Rows(target)))
            {
                throw new StoreException("The copy under the new key is not the same as the store. Nothing was changed. Look at the disk, then try again.");
            }

            Scalar(target, "PRAGMA wal_checkpoint(TRUNCATE)");
        }

        // The last connection has brought the journal in. One that stayed would belong to the old file and spoil the new one.
        if (File.Exists(folder.Database + "-wal") && new FileInfo(folder.Database + "-wal").Length > 0)
        {
            throw new StoreException("The store is still in use. Nothing was changed. Stop what uses it, then try again.");
        }

        File.Delete(folder.Database + "-wal");
        File.Delete(folder.Database + "-shm");
        SafeFile.Replace(copy, folder.Database);
        Delete(copy);
    }

    /// <summary>A half-made copy of a change that was not finished.</summary>
    public static void Delete(string copy)
    {
        foreach (var end in new[] { "", "-wal", "-shm", "-journal" })
        {
            File.Delete(copy + end);
        }
    }

    private static SqliteConnection Open(string path, StoreKeys keys)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        try
        {
            connection.Open();
            SqliteSetup.Prepare(connection, keys);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static List<(string Table, string Count)> Rows(SqliteConnection connection)
    {
        var tables = new List<string>();
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                tables.Add(reader.GetString(0));
            }
        }

        return [.. tables.Select(table => (table, Scalar(connection, $"SELECT count(*) FROM \"{table.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")?.ToString() ?? ""))];
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
