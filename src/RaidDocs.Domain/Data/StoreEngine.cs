using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace RaidDocs.Domain.Data;

/// <summary>Which database the store lies in. What differs between the two is here, in their contexts and in their migrations.</summary>
public abstract class StoreEngine
{
    /// <summary>True: a file in the data folder, encrypted as a whole, and one program at a time.</summary>
    public abstract bool IsEmbedded { get; }

    /// <summary>Was a store made there? Neither needs its key to answer.</summary>
    /// <exception cref="StoreException">The server cannot be reached.</exception>
    public abstract bool HoldsStore { get; }

    /// <summary>For the program that uses it alone, or with others.</summary>
    public abstract void Take();

    public abstract RaidDocsDbContext Context(IServiceProvider services, StoreSession session);

    /// <summary>No connection stays open.</summary>
    public abstract void CloseConnections();
}

/// <summary>The encrypted file of the data folder.</summary>
public sealed class SqliteEngine(DataFolder folder) : StoreEngine
{
    public override bool IsEmbedded => true;

    public override bool HoldsStore => folder.HoldsStore;

    public override void Take() => folder.Take();

    public override RaidDocsDbContext Context(IServiceProvider services, StoreSession session) =>
        new SqliteRaidDocsDbContext(services.GetRequiredService<DbContextOptions<SqliteRaidDocsDbContext>>(), session);

    public override void CloseConnections() => SqliteConnection.ClearAllPools();
}
