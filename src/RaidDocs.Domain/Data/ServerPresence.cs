using System.Threading.Channels;
using Npgsql;

namespace RaidDocs.Domain.Data;

/// <summary>What another program that has the same store open told.</summary>
public enum ServerNews
{
    None,

    /// <summary>The store was locked, and is to be locked everywhere.</summary>
    Locked,

    /// <summary>A setting or an entry of the lists changed.</summary>
    House,

    /// <summary>A job waits for whoever is free.</summary>
    Work,

    /// <summary>The server did not answer for a while: what was told meanwhile is not known.</summary>
    Lost,
}

/// <summary>What came of joining again those who have a store of a server open.</summary>
public enum Rejoining
{
    Joined,

    /// <summary>Somebody locked it in between: this program locks too.</summary>
    LockedMeanwhile,
    NoAnswer,
}

/// <summary>
/// That this program has the store of a server open: one connection, held for as long. A lock on it tells whether others have it open too, and
/// what they tell comes through it. It wants a session of its own, so a pool between must not share it (pgbouncer: pool_mode = session).
/// </summary>
public sealed class ServerPresence : IAsyncDisposable
{
    internal const string Name = "raiddocs";

    // "RaidOpen".
    private const long OpenLock = 0x5261_6964_4F70_656E;

    private readonly NpgsqlConnection _connection;
    private readonly Channel<ServerNews> _heard = Channel.CreateUnbounded<ServerNews>();
    private readonly CancellationTokenSource _end = new();
    private Task _listening = Task.CompletedTask;

    private ServerPresence(NpgsqlConnection connection)
    {
        _connection = connection;
        connection.Notification += (_, told) => _heard.Writer.TryWrite(Enum.TryParse<ServerNews>(told.Payload, out var news) ? news : ServerNews.House);
    }

    /// <summary>Joins those who have it open.</summary>
    /// <param name="source">The server.</param>
    /// <param name="alone">Called where nobody else has it open, before anybody else can join.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<ServerPresence> JoinAsync(NpgsqlDataSource source, Func<Task> alone, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(alone);
        var connection = await source.OpenConnectionAsync(cancellationToken);
        try
        {
            var presence = new ServerPresence(connection);
            await presence.RunAsync($"LISTEN {Name}", cancellationToken);
            if (await presence.RunAsync(FormattableString.Invariant($"SELECT pg_try_advisory_lock({OpenLock})"), cancellationToken) is true)
            {
                await alone();
                await presence.RunAsync(FormattableString.Invariant($"SELECT pg_advisory_lock_shared({OpenLock})"), cancellationToken);
                await presence.RunAsync(FormattableString.Invariant($"SELECT pg_advisory_unlock({OpenLock})"), cancellationToken);
            }
            else
            {
                await presence.RunAsync(FormattableString.Invariant($"SELECT pg_advisory_lock_shared({OpenLock})"), cancellationToken);
            }

            presence._listening = presence.ListenAsync();
            return presence;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>The next that another program tells; null when this is at its end.</summary>
    public async Task<ServerNews?> HearAsync(CancellationToken cancellationToken) =>
        await _heard.Reader.WaitToReadAsync(cancellationToken) && _heard.Reader.TryRead(out var news) ? news : null;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _listening;
        await _connection.DisposeAsync();
        _end.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                await _connection.WaitAsync(_end.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // It is over.
        }
        catch (Exception lost) when (lost is NpgsqlException or InvalidOperationException or IOException)
        {
            _heard.Writer.TryWrite(ServerNews.Lost);
        }

        _heard.Writer.TryComplete();
    }

    private async Task<object?> RunAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        return await command.ExecuteScalarAsync(cancellationToken);
    }
}
