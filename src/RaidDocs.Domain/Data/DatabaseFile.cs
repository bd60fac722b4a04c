using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Vault;
using SQLitePCL;

namespace RaidDocs.Domain.Data;

/// <summary>The database as a file: opened past EF Core, copied while others save, put in the place of another.</summary>
internal static class DatabaseFile
{
    private const int PagesAtOnce = 1024;

    /// <param name="path">The file.</param>
    /// <param name="keys">Null for plain demo data.</param>
    public static SqliteConnection Open(string path, StoreKeys? keys)
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

    /// <summary>
    /// Copies the database as it is at this moment, under the same key. Others read and save meanwhile; what they save is not in it.
    /// </summary>
    /// <exception cref="StoreException">The copy is not the same.</exception>
    /// <exception cref="SqliteException">There is no room, or the store is damaged.</exception>
    public static void Copy(string path, string copy, StoreKeys? keys, CancellationToken cancellationToken)
    {
        Delete(copy);
        using var source = Open(path, keys);
        using var target = Open(copy, keys);

        // The moment is held by a reader's transaction. Without it each save of somebody else would begin the copy anew.
        using var moment = source.BeginTransaction(deferred: true);
        var tables = Rows(source, moment);
        Run(source.Handle!, target.Handle!, cancellationToken);
        if (Scalar(target, "PRAGMA integrity_check") is not "ok" || !tables.SequenceEqual(Rows(target)))
        {
            throw new StoreException("The copy of the database is not the same as the store. Nothing was changed. Look at the disk, then try again.");
        }

        Scalar(target, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <summary>
    /// Puts a finished database in the place of another in one step. Nobody may have either of them open.
    /// </summary>
    /// <param name="finished">Complete, and without a journal.</param>
    /// <param name="path">The database that it follows.</param>
    /// <param name="before">Where the one before is kept; null to drop it.</param>
    public static void PutInPlace(string finished, string path, string? before)
    {
        // The last connection has brought the journal in. One that stayed would belong to the old file and spoil the new one.
        if (File.Exists(path + "-wal") && new FileInfo(path + "-wal").Length > 0)
        {
            throw new StoreException("The store is still in use. Nothing was changed. Stop what uses it, then try again.");
        }

        File.Delete(path + "-wal");
        File.Delete(path + "-shm");
        SafeFile.Replace(finished, path, before);
        Delete(finished);
    }

    /// <summary>A database, and what SQLite lays beside it.</summary>
    public static void Delete(string path)
    {
        foreach (var end in new[] { "", "-wal", "-shm", "-journal" })
        {
            File.Delete(path + end);
        }
    }

    /// <summary>The disk is full, cannot be written to, or fails.</summary>
    public static bool IsOfDisk(Exception failed) => failed switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is raw.SQLITE_FULL or raw.SQLITE_IOERR or raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN,
        DbUpdateException { InnerException: { } inner } => IsOfDisk(inner),
        _ => false,
    };

    /// <summary>
    /// Looks whether a journal that lies beside the database belongs to it, and changes neither. SQLite itself would bring in
    /// any journal under the right key: one that is older than the database would put old pages into it.
    /// </summary>
    public static bool FitsItsJournal(string path, StoreKeys? keys)
    {
        if (!File.Exists(path + "-wal") || new FileInfo(path + "-wal").Length == 0)
        {
            return true;
        }

        using var connection = Open(path, keys);
        _ = raw.sqlite3_db_config(connection.Handle!, raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, out _);
        try
        {
            return Scalar(connection, "PRAGMA integrity_check") is "ok"
                && Scalar(connection, "PRAGMA foreign_key_check") is null
                && NewestLine(connection) >= NewestLineWithoutJournal(path, keys);
        }
        catch (SqliteException damaged) when (damaged.SqliteErrorCode == raw.SQLITE_CORRUPT)
        {
            return false;
        }
    }

    // The log only grows, so a journal that makes it shorter is older than the database.
    private static long NewestLine(SqliteConnection connection) =>
        Scalar(connection, "SELECT count(*) FROM sqlite_master WHERE name = 'AuditEntries'") is 0L ? 0
        : Scalar(connection, "SELECT coalesce(max(Number), 0) FROM AuditEntries") is long newest ? newest : 0;

    private static long NewestLineWithoutJournal(string path, StoreKeys? keys)
    {
        try
        {
            // Of a file that nobody may change SQLite asks for no journal.
            using var connection = Open(new Uri(Path.GetFullPath(path)).AbsoluteUri + "?immutable=1;Mode=ReadOnly", keys);
            return NewestLine(connection);
        }
        catch (SqliteException)
        {
            // The program was ended while it brought the journal in: only with it the database is whole.
            return 0;
        }
    }

    /// <summary>How many rows each table has.</summary>
    public static List<(string Table, string Count)> Rows(SqliteConnection connection, SqliteTransaction? within = null)
    {
        var tables = new List<string>();
        using (var command = connection.CreateCommand())
        {
            command.Transaction = within;
            command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                tables.Add(reader.GetString(0));
            }
        }

        return [.. tables.Select(table => (table, Scalar(connection, $"SELECT count(*) FROM \"{table.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", within)?.ToString() ?? ""))];
    }

    public static object? Scalar(SqliteConnection connection, string sql, SqliteTransaction? within = null)
    {
        using var command = connection.CreateCommand();
        command.Transaction = within;
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static void Run(sqlite3 source, sqlite3 target, CancellationToken cancellationToken)
    {
        using var backup = raw.sqlite3_backup_init(target, "main", source, "main");
        if (backup.IsInvalid)
        {
            throw new SqliteException(raw.sqlite3_errmsg(target).utf8_to_string(), raw.sqlite3_errcode(target));
        }

        int step;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            step = raw.sqlite3_backup_step(backup, PagesAtOnce);
        }
        while (step == raw.SQLITE_OK);

        if (step != raw.SQLITE_DONE)
        {
            throw new SqliteException("The copy of the database stopped.", step);
        }
    }
}
