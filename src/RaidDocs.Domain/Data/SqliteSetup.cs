using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using RaidDocs.Domain.Vault;
using SQLitePCL;

namespace RaidDocs.Domain.Data;

/// <summary>Keys and hardens each SQLite handle, once: a handle that comes back from the pool is ready.</summary>
public sealed class SqliteSetup(StoreState state) : DbConnectionInterceptor
{
    // 16 MB of pages: each connection has its own, and 32 people who read at once have 32.
    private const string Hardening =
        """
        PRAGMA cache_size = -16384;
        PRAGMA secure_delete = ON;
        PRAGMA trusted_schema = OFF;
        PRAGMA cell_size_check = ON;
        PRAGMA temp_store = MEMORY;
        PRAGMA busy_timeout = 5000;
        PRAGMA synchronous = FULL;
        PRAGMA foreign_keys = ON;
        """;

    private static readonly ConditionalWeakTable<sqlite3, object> Ready = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
        Prepare((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Prepare((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    private void Prepare(SqliteConnection connection)
    {
        if (state.Keys is null && !state.IsPlain)
        {
            connection.Close();
            throw new StoreException("The store is closed.");
        }

        Prepare(connection, state.Keys);
    }

    /// <summary>For the connections that EF Core does not open, such as the target of a copy.</summary>
    internal static void Prepare(SqliteConnection connection, StoreKeys? keys)
    {
        var handle = connection.Handle!;
        if (Ready.TryGetValue(handle, out _))
        {
            return;
        }

        if (keys is not null)
        {
            Run(connection, "PRAGMA cipher = 'aegis'");

            // A library without ciphers ignores both pragmas and would go on to write plain text.
            if (Run(connection, "PRAGMA cipher") is not "aegis")
            {
                throw new StoreException("This SQLite library cannot encrypt. Nothing was opened.");
            }

            Run(connection, $"PRAGMA key = \"x'{Convert.ToHexString(keys.For(KeyPurpose.Database))}'\"");
        }

        Run(connection, Hardening);
        if (raw.sqlite3_db_readonly(handle, "main") == 0)
        {
            // EF Core asks whether a database exists through a read-only connection, which may not change the mode.
            Run(connection, "PRAGMA journal_mode = WAL");
        }

        Ready.Add(handle, handle);
    }

    // Straight to the driver, past EF Core's command log: the key must not be printed.
    private static object? Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
