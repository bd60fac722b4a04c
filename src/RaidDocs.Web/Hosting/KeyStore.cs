using System.Collections.Concurrent;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Data;

namespace RaidDocs.Web.Hosting;

/// <summary>Keeps the Data Protection keys in the encrypted store; while it is closed, in memory only.</summary>
internal sealed class KeyStore(IServiceScopeFactory scopes, StoreState state) : IXmlRepository
{
    private readonly ConcurrentQueue<XElement> _whileClosed = new();

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        if (!state.IsOpen)
        {
            return _whileClosed;
        }

        using var scope = scopes.CreateScope();
        using var db = Store.OperatorContext(scope.ServiceProvider);
        return [.. db.StoredKeys.AsNoTracking().AsEnumerable().Select(key => XElement.Parse(key.Xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        if (!state.IsOpen)
        {
            _whileClosed.Enqueue(element);
            return;
        }

        using var scope = scopes.CreateScope();
        using var db = Store.OperatorContext(scope.ServiceProvider);
        db.StoredKeys.Add(new StoredKey(friendlyName, element.ToString(SaveOptions.DisableFormatting)));
        db.SaveChanges();
    }
}
