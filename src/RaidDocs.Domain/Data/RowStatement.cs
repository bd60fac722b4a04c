using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SQLitePCL;

namespace RaidDocs.Domain.Data;

/// <summary>
/// The prepared insert of one table. Each value goes to SQLite in the form in which Microsoft.Data.Sqlite would write it.
/// </summary>
internal sealed class RowStatement : IDisposable
{
    private const string TimeFormat = @"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF";
    private const int TimeLetters = 32;
    private const int GuidLetters = 36;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly (IProperty Property, IClrPropertyGetter[] Path, Func<object?, object?>? Convert)[] _columns;

    public RowStatement(SqliteConnection connection, IEntityType type)
    {
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        _database = connection.Handle!;
        _columns =
        [
            .. type.GetFlattenedProperties().Where(property => property.GetColumnName(table) is not null)
                .Select(property => (property, PathTo(property), property.GetTypeMapping().Converter?.ConvertToProvider)),
        ];
        var names = _columns.Select(column => $"\"{column.Property.GetColumnName(table)}\"");
        var sql = $"INSERT INTO \"{table.Name}\" ({string.Join(", ", names)}) VALUES ({string.Join(", ", _columns.Select(_ => "?"))})";
        Check(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    /// <param name="row">What is written: an entity, or the columns of a link by their names.</param>
    public void Insert(object row)
    {
        for (var at = 0; at < _columns.Length; at++)
        {
            var (property, path, convert) = _columns[at];
            var value = path.Length == 0 ? ((Dictionary<string, object>)row)[property.Name] : Read(row, path);
            Check(Bind(at + 1, value is null || convert is null ? value : convert(value)));
        }

        var result = raw.sqlite3_step(_statement);
        Check(raw.sqlite3_reset(_statement));
        Check(result == raw.SQLITE_DONE ? raw.SQLITE_OK : result);
    }

    public void Dispose() => _statement.Dispose();

    private int Bind(int at, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(_statement, at),
        string text => BindText(at, text),
        Guid id => BindGuid(at, id),
        int number => raw.sqlite3_bind_int64(_statement, at, number),
        long number => raw.sqlite3_bind_int64(_statement, at, number),
        bool yes => raw.sqlite3_bind_int64(_statement, at, yes ? 1 : 0),
        DateTime time => BindTime(at, time),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, at, bytes),
        _ => throw new NotSupportedException($"{value.GetType()} is not written in bulk."),
    };

    private int BindText(int at, string text)
    {
        // Of nothing there is no address, and SQLite would take it for null.
        if (text.Length == 0)
        {
            return raw.sqlite3_bind_text(_statement, at, text);
        }

        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var result = raw.sqlite3_bind_text(_statement, at, buffer.AsSpan(0, Encoding.UTF8.GetBytes(text, buffer)));
        ArrayPool<byte>.Shared.Return(buffer);
        return result;
    }

    private int BindGuid(int at, Guid id)
    {
        Span<byte> letters = stackalloc byte[GuidLetters];
        id.TryFormat(letters, out _);
        foreach (ref var letter in letters)
        {
            letter = letter >= (byte)'a' ? (byte)(letter - 'a' + 'A') : letter;
        }

        return raw.sqlite3_bind_text(_statement, at, letters);
    }

    private int BindTime(int at, DateTime time)
    {
        Span<byte> letters = stackalloc byte[TimeLetters];
        time.TryFormat(letters, out var length, TimeFormat, CultureInfo.InvariantCulture);
        return raw.sqlite3_bind_text(_statement, at, letters[..length]);
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);

    private static object? Read(object row, IClrPropertyGetter[] path)
    {
        object? value = row;
        foreach (var step in path)
        {
            if (value is null)
            {
                return null;
            }

            value = step.GetClrValue(value);
        }

        return value;
    }

    // Of a complex property, such as the facts of a row, the part is read.
    internal static IClrPropertyGetter[] PathTo(IProperty property)
    {
        if (property.IsShadowProperty() || property.IsIndexerProperty())
        {
            return [];
        }

        var path = new List<IPropertyBase> { property };
        for (var type = property.DeclaringType; type is IComplexType complex; type = complex.ComplexProperty.DeclaringType)
        {
            path.Insert(0, complex.ComplexProperty);
        }

        return [.. path.Select(step => step.GetGetter())];
    }
}
