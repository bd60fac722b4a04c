using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
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

    private readonly Dictionary<Type, BulkRow> _rows = [];
    private readonly List<object> _waiting = [];
    private RowStatement? _searchRows;
    private readonly SortedDictionary<SearchGroup, (long First, long Last)> _withoutLetters = [];
    private string? _trigger;
    private long? _usualPages;

    /// <summary>What was taken and is not written yet, in order.</summary>
    public IReadOnlyList<object> Waiting => _waiting;

    /// <summary>Takes a row and, after it, its parts.</summary>
    public void Add(object row)
    {
        _waiting.Add(row);
        foreach (var part in Of(row).Parts(row))
        {
            Add(part);
        }
    }

    /// <summary>Writes what waits.</summary>
    /// <returns>How many rows these were.</returns>
    public int InsertWaiting(CancellationToken cancellationToken)
    {
        if (_waiting.Count == 0)
        {
            return 0;
        }

        if (_usualPages is null)
        {
            using var usual = Command("PRAGMA cache_size");
            _usualPages = (long)usual.ExecuteScalar()!;
            Run($"PRAGMA cache_size = -{Pages}");

            // Rows come table by table, and may point at each other.
            Run("PRAGMA defer_foreign_keys = ON");
        }

        foreach (var row in _waiting)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Of(row).Insert(row);
        }

        var count = _waiting.Count;
        _waiting.Clear();
        return count;
    }

    /// <summary>One row of the index, which the change tracker need not know. False where it cannot be done here.</summary>
    public bool TryInsert(SearchRow row)
    {
        if (!db.Database.IsSqlite())
        {
            return false;
        }

        _searchRows ??= new RowStatement(Connection, db.Model.FindEntityType(typeof(SearchRow))!);
        _searchRows.Insert(row);
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
        _searchRows?.Dispose();
        foreach (var row in _rows.Values)
        {
            row.Dispose();
        }

        if (_usualPages is { } usual)
        {
            Run(FormattableString.Invariant($"PRAGMA cache_size = {usual}"));
        }
    }

    private SqliteConnection Connection => (SqliteConnection)db.Database.GetDbConnection();

    private BulkRow Of(object row)
    {
        if (!_rows.TryGetValue(row.GetType(), out var known))
        {
            known = _rows[row.GetType()] = new BulkRow(Connection, db.Model.FindEntityType(row.GetType())!);
        }

        return known;
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
