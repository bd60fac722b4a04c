using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace RaidDocs.Domain.Data;

/// <summary>
/// A database of a PostgreSQL server. Several programs may share it and the data folder, which still holds the vault, the sealed files
/// and the capsules of the family page.
/// </summary>
public sealed class PostgresEngine : StoreEngine, IDisposable
{
    /// <summary>The setting that chooses this engine, ConnectionStrings:Postgres.</summary>
    public const string Setting = "Postgres";

    private const int SecondsBetweenAsking = 15;

    private readonly DataFolder _folder;
    private readonly bool _isAlone;
    private readonly NpgsqlDataSource _source;
    private readonly string _connection;
    private volatile bool _holdsStore;

    /// <param name="folder">Of the vault and the files.</param>
    /// <param name="connection">Without a password: that belongs into a passfile of the account that the program runs under.</param>
    /// <param name="isAlone">No other program may have the folder, as for a copy of the whole store.</param>
    /// <exception cref="StoreException">It holds a password, or cannot be read.</exception>
    public PostgresEngine(DataFolder folder, string connection, bool isAlone = false)
    {
        (_folder, _isAlone) = (folder, isAlone);
        NpgsqlConnectionStringBuilder read;
        try
        {
            read = new NpgsqlConnectionStringBuilder(connection);
        }
        catch (ArgumentException unreadable)
        {
            throw new StoreException("The setting ConnectionStrings:Postgres cannot be read. Write it like: Host=/run/postgresql;Database=raiddocs;Username=raiddocs", unreadable);
        }

        if (!string.IsNullOrEmpty(read.Password))
        {
            throw new StoreException(
                "The setting ConnectionStrings:Postgres holds a password, which others could read in the settings. Put it into a file for this account alone (.pgpass, mode 600) and name that with Passfile=, or sign in without one over the socket.");
        }

        // What stands in a row is in no message and no log.
        read.IncludeErrorDetail = false;
        read.ApplicationName ??= "RaidDocs";

        // A server that lost its power says nothing: who listens asks whether it is still there.
        read.KeepAlive = read.KeepAlive == 0 ? SecondsBetweenAsking : read.KeepAlive;
        (_connection, _source) = (read.ConnectionString, NpgsqlDataSource.Create(read));
    }

    public override bool IsEmbedded => false;

    /// <summary>The server and the name of the database, for a sentence.</summary>
    public string Place
    {
        get
        {
            var read = new NpgsqlConnectionStringBuilder(_connection);
            return $"{read.Database} on {read.Host}";
        }
    }

    public override bool HoldsStore => _holdsStore = _holdsStore || Ask("SELECT to_regclass('\"AuditEntries\"') IS NOT NULL") is true;

    /// <summary>There is a line of the log or an account, so it is somebody's store.</summary>
    internal bool HoldsRows => HoldsStore && Ask("SELECT EXISTS (SELECT 1 FROM \"AuditEntries\") OR EXISTS (SELECT 1 FROM \"AspNetUsers\")") is true;

    /// <summary>The store that was begun there is gone.</summary>
    internal void Forget() => _holdsStore = false;

    public NpgsqlDataSource Source => _source;

    public override void Take()
    {
        if (_isAlone)
        {
            _folder.Take();
        }
        else
        {
            _folder.TakeWithOthers();
        }
    }

    public override RaidDocsDbContext Context(IServiceProvider services, StoreSession session) =>
        new PostgresRaidDocsDbContext(services.GetRequiredService<DbContextOptions<PostgresRaidDocsDbContext>>(), session);

    public override void CloseConnections() => _source.Clear();

    public void Dispose() => _source.Dispose();

    private object? Ask(string sql)
    {
        try
        {
            using var command = _source.CreateCommand(sql);
            return command.ExecuteScalar();
        }
        catch (NpgsqlException failed)
        {
            throw Unreachable(failed);
        }
    }

    internal StoreException Unreachable(NpgsqlException failed) => new(
        $"The database {Place} cannot be used ({(failed as PostgresException)?.SqlState ?? "no answer"}). Nothing was changed. Is PostgreSQL running, does the database exist, and may this account sign in to it?", failed);
}
