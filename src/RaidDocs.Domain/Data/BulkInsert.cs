using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using RaidDocs.Domain.Search;

namespace RaidDocs.Domain.Data;

/// <summary>
/// Inserts many new rows with one prepared statement for each table, past EF Core's commands and ADO.NET's parameters: those would be most of
/// the time of an import. What is written, and in which form, is the model's own word. Inside one transaction, at whose end references are checked.
/// </summary>
internal sealed class BulkInsert(RaidDocsDbContext db) : IDisposable
{
    // What FTS5 keeps in memory before it writes: its own measure, and one that a laptop can spare.
    private const int UsualBytes = 1024 * 1024;
    private const int GatheredBytes = 32 * 1024 * 1024;
    // Pages that are kept while very many rows come, in kilobytes.
    private const int Pages = 131_072;
    private const string LettersTrigger = "SearchRows_insert";

    private readonly Dictionary<IEntityType, RowStatement> _statements = [];
    private readonly SortedDictionary<SearchGroup, (long First, long Last)> _withoutLetters = [];
    private string? _trigger;
    private long? _usualPages;

    /// <summary>False where something else than new rows waits to be saved; then nothing was done.</summary>
    public bool TryInsertAdded(CancellationToken cancellationToken)
    {
        var entries = db.ChangeTracker.Entries().Where(entry => entry.State != EntityState.Unchanged).ToList();
        if (!db.Database.IsSqlite() || entries.Exists(entry => entry.State != EntityState.Added || Of(entry.Metadata) is null))
        {
            return false;
        }

        if (_usualPages is null)
        {
            using var usual = Command("PRAGMA cache_size");
            _usualPages = (long)usual.ExecuteScalar()!;
            Run($"PRAGMA cache_size = -{Pages}");

            // Rows come table by table, and may point at each other.
            Run("PRAGMA defer_foreign_keys = ON");
        }

        foreach (var entry in entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Of(entry.Metadata)!.Insert(entry.Entity, entry);
        }

        return true;
    }

    /// <summary>One row of the index, which the change tracker need not know. False where it cannot be done here.</summary>
    public bool TryInsert(SearchRow row)
    {
        if (!db.Database.IsSqlite() || db.Model.FindEntityType(typeof(SearchRow)) is not { } type || Of(type) is not { } statement)
        {
            return false;
        }

        statement.Insert(row, null);
        if (_trigger is not null)
        {
            var group = SearchRow.GroupOf(row.Kind);
            _withoutLetters[group] = (_withoutLetters.TryGetValue(group, out var before) ? before.First : row.Row, row.Row);
        }

        return true;
    }

    /// <summary>
    /// Between yes and no the trigger that follows each text with its letters is away, and at no the letters of all come in one statement
    /// for each group: SQLite has the index write what it gathered before every statement with a trigger, which takes four times as long. Part of
    /// the transaction: when it is undone, the trigger is back.
    /// </summary>
    public void GatherLetters(bool yes)
    {
        if (!db.Database.IsSqlite())
        {
            return;
        }

        if (yes)
        {
            using var told = Command($"SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = '{LettersTrigger}'");
            _trigger = (string)told.ExecuteScalar()!;
            Run($"DROP TRIGGER {LettersTrigger}");
            Run($"INSERT INTO SearchLetters(SearchLetters, rank) VALUES('hashsize', {GatheredBytes})");
            return;
        }

        foreach (var (first, last) in _withoutLetters.Values)
        {
            Run(FormattableString.Invariant($"INSERT INTO SearchLetters(rowid, Text) SELECT Row, Text FROM SearchRows WHERE Row BETWEEN {first} AND {last} ORDER BY Row"));
        }

        _withoutLetters.Clear();
        Run(_trigger!);
        _trigger = null;
        Run($"INSERT INTO SearchLetters(SearchLetters, rank) VALUES('hashsize', {UsualBytes})");
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        if (_usualPages is { } usual)
        {
            Run(FormattableString.Invariant($"PRAGMA cache_size = {usual}"));
        }
    }

    private RowStatement? Of(IEntityType type)
    {
        if (!_statements.TryGetValue(type, out var statement) && type.GetTableMappings().Count() == 1)
        {
            statement = _statements[type] = new RowStatement((SqliteConnection)db.Database.GetDbConnection(), type);
        }

        return statement;
    }

    private void Run(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    private DbCommand Command(string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = sql;
        return command;
    }
}
