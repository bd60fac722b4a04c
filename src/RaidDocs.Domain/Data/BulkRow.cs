using System.Collections;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace RaidDocs.Domain.Data;

/// <summary>
/// How new rows of one class are written without the change tracker: the row itself, what belongs to it as a part (the passages of a
/// testimony), and its links (the women of a violation). That its references are told by their ids is asked of each row.
/// </summary>
internal sealed class BulkRow : IDisposable
{
    private readonly RowStatement _statement;
    private readonly IClrPropertyGetter[] _parts;
    private readonly Link[] _links;
    private readonly Reference[] _references;

    public BulkRow(SqliteConnection connection, IEntityType type)
    {
        if (type.GetTableMappings().Count() != 1)
        {
            throw new NotSupportedException($"{type.ClrType.Name} is not written in bulk.");
        }

        _statement = new RowStatement(connection, type);
        _parts = [.. type.GetNavigations().Where(navigation => navigation.IsCollection && !navigation.IsShadowProperty()).Select(navigation => navigation.GetGetter())];
        _links = [.. type.GetSkipNavigations().Where(navigation => !navigation.IsShadowProperty()).Select(navigation => new Link(connection, navigation))];
        _references = [.. type.GetNavigations().Where(navigation => navigation.IsOnDependent && !navigation.IsShadowProperty()).Select(navigation => new Reference(navigation))];
    }

    public IEnumerable<object> Parts(object row) =>
        _parts.Length == 0 ? [] : _parts.SelectMany(part => ((IEnumerable?)part.GetClrValue(row))?.Cast<object>() ?? []);

    public void Insert(object row)
    {
        foreach (var reference in _references)
        {
            reference.Check(row);
        }

        _statement.Insert(row);
        foreach (var link in _links)
        {
            link.Insert(row);
        }
    }

    public void Dispose()
    {
        _statement.Dispose();
        foreach (var link in _links)
        {
            link.Dispose();
        }
    }

    private static object? KeyOf(IForeignKey key, object principal) => key.PrincipalKey.Properties.Single().GetGetter().GetClrValue(principal);

    private sealed class Reference(INavigation navigation)
    {
        private readonly IClrPropertyGetter _to = navigation.GetGetter();
        private readonly IClrPropertyGetter _told = navigation.ForeignKey.Properties.Single().GetGetter();

        // The change tracker would fill in what a constructor forgot.
        public void Check(object row)
        {
            if (_to.GetClrValue(row) is { } there && !Equals(_told.GetClrValue(row), KeyOf(navigation.ForeignKey, there)))
            {
                throw new InvalidOperationException($"{row.GetType().Name} points to a {navigation.Name} whose id it does not hold.");
            }
        }
    }

    private sealed class Link(SqliteConnection connection, ISkipNavigation navigation) : IDisposable
    {
        private readonly RowStatement _statement = new(connection, navigation.JoinEntityType);
        private readonly IClrPropertyGetter _others = navigation.GetGetter();

        public void Insert(object row)
        {
            foreach (var other in (IEnumerable?)_others.GetClrValue(row) ?? Array.Empty<object>())
            {
                _statement.Insert(new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    [navigation.ForeignKey.Properties.Single().Name] = KeyOf(navigation.ForeignKey, row)!,
                    [navigation.Inverse.ForeignKey.Properties.Single().Name] = KeyOf(navigation.Inverse.ForeignKey, other)!,
                });
            }
        }

        public void Dispose() => _statement.Dispose();
    }
}
