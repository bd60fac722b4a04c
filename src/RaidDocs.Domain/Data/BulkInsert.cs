using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace RaidDocs.Domain.Data;

/// <summary>
/// Inserts many new rows with one prepared command for each table: EF Core's SQLite provider prepares one for every row, which is most of
/// the time of an import. What is written, and in which form, is the model's own word. Inside one transaction, at whose end references are checked.
/// </summary>
internal sealed class BulkInsert(RaidDocsDbContext db) : IDisposable
{
    // What FTS5 keeps in memory before it writes: its own measure, and one that a laptop can spare.
    private const int UsualBytes = 1024 * 1024;
    private const int GatheredBytes = 32 * 1024 * 1024;

    private readonly Dictionary<IEntityType, Prepared> _prepared = [];
    private bool _isDeferred;

    /// <summary>False where something else than new rows waits to be saved; then nothing was done.</summary>
    public bool TryInsertAdded(CancellationToken cancellationToken)
    {
        var entries = db.ChangeTracker.Entries().Where(entry => entry.State != EntityState.Unchanged).ToList();
        if (!db.Database.IsSqlite() || entries.Exists(entry => entry.State != EntityState.Added || entry.Metadata.GetTableMappings().Count() != 1))
        {
            return false;
        }

        if (!_isDeferred)
        {
            // Rows come table by table, and may point at each other.
            using var pragma = Command("PRAGMA defer_foreign_keys = ON");
            pragma.ExecuteNonQuery();
            _isDeferred = true;
        }

        foreach (var entry in entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Of(entry.Metadata).Insert(entry.Entity, entry);
        }

        return true;
    }

    /// <summary>One row that the change tracker need not know. False where it cannot be done here.</summary>
    public bool TryInsert(object row)
    {
        if (!db.Database.IsSqlite() || db.Model.FindEntityType(row.GetType()) is not { } type)
        {
            return false;
        }

        Of(type).Insert(row, null);
        return true;
    }

    /// <summary>
    /// The letters of very many texts are gathered in memory and written in few large pieces; else the index writes and merges a small piece
    /// for each megabyte. Part of the transaction: when it is undone, this is too.
    /// </summary>
    public void GatherLetters(bool yes)
    {
        if (!db.Database.IsSqlite())
        {
            return;
        }

        using var command = Command($"INSERT INTO SearchLetters(SearchLetters, rank) VALUES('hashsize', {(yes ? GatheredBytes : UsualBytes)})");
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        foreach (var prepared in _prepared.Values)
        {
            prepared.Dispose();
        }
    }

    private Prepared Of(IEntityType type) =>
        _prepared.TryGetValue(type, out var prepared) ? prepared : _prepared[type] = new Prepared(type, Command);

    private DbCommand Command(string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = sql;
        return command;
    }

    internal sealed class Prepared : IDisposable
    {
        private readonly DbCommand _command;
        private readonly (IProperty Property, Func<object, object?> Read, Func<object?, object?>? Convert)[] _columns;

        public Prepared(IEntityType type, Func<string, DbCommand> command)
        {
            var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
            _columns =
            [
                .. type.GetFlattenedProperties().Where(property => property.GetColumnName(table) is not null)
                    .Select(property => (property, Reader(property), property.GetTypeMapping().Converter?.ConvertToProvider)),
            ];
            var names = _columns.Select(column => $"\"{column.Property.GetColumnName(table)}\"");
            _command = command($"INSERT INTO \"{table.Name}\" ({string.Join(", ", names)}) VALUES ({string.Join(", ", _columns.Select((_, at) => $"@p{at}"))})");
            for (var at = 0; at < _columns.Length; at++)
            {
                var parameter = _command.CreateParameter();
                parameter.ParameterName = FormattableString.Invariant($"@p{at}");
                _command.Parameters.Add(parameter);
            }

            _command.Prepare();
        }

        public void Insert(object row, EntityEntry? entry)
        {
            for (var at = 0; at < _columns.Length; at++)
            {
                var (property, read, convert) = _columns[at];
                var value = property.IsShadowProperty() ? entry!.Property(property.Name).CurrentValue : read(row);
                _command.Parameters[at].Value = (value is null || convert is null ? value : convert(value)) ?? DBNull.Value;
            }

            _command.ExecuteNonQuery();
        }

        public void Dispose() => _command.Dispose();

        // Of a complex property, such as the facts of a row, the part is read.
        internal static Func<object, object?> Reader(IProperty property)
        {
            var path = new List<IPropertyBase> { property };
            for (var type = property.DeclaringType; type is IComplexType complex; type = complex.ComplexProperty.DeclaringType)
            {
                path.Insert(0, complex.ComplexProperty);
            }

            var getters = path.Select(step => step.GetGetter()).ToArray();
            return getters.Length == 1
                ? getters[0].GetClrValue
                : entity => getters.Aggregate((object?)entity, (whole, getter) => whole is null ? null : getter.GetClrValue(whole));
        }
    }
}
