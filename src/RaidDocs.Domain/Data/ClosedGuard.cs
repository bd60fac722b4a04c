using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace RaidDocs.Domain.Data;

/// <summary>A database of a server opens without the vault. While the store is locked, this program does not open it.</summary>
public sealed class ClosedGuard(StoreState state) : DbConnectionInterceptor
{
    public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        Demand();
        return result;
    }

    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Demand();
        return ValueTask.FromResult(result);
    }

    private void Demand()
    {
        if (state.Keys is null)
        {
            throw new StoreException("The store is closed.");
        }
    }
}
