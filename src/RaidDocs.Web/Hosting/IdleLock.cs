using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;

namespace RaidDocs.Web.Hosting;

/// <summary>Locks the store when nobody who is signed in has asked for anything for some hours; section "Vault" of the settings.</summary>
internal sealed class IdleLock(VaultDoor door, StoreState state, StoreEngine engine, IServiceScopeFactory scopes, TimeProvider clock, IConfiguration settings, ILogger<IdleLock> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    private readonly TimeSpan _most = TimeSpan.FromHours(settings.GetValue("Vault:IdleHours", 8.0));
    private long _last = clock.GetTimestamp();
    private long _lastAt = clock.GetUtcNow().UtcTicks;
    private long _opening;

    /// <summary>Somebody works.</summary>
    public void Note()
    {
        Volatile.Write(ref _last, clock.GetTimestamp());
        Volatile.Write(ref _lastAt, clock.GetUtcNow().UtcTicks);
    }

    // Of two clocks: one stands still while the computer sleeps, the other can be set back.
    private TimeSpan Idle
    {
        get
        {
            var (counted, told) = (clock.GetElapsedTime(Volatile.Read(ref _last)), TimeSpan.FromTicks(clock.GetUtcNow().UtcTicks - Volatile.Read(ref _lastAt)));
            return counted > told ? counted : told;
        }
    }

    /// <summary>Locks if it is time.</summary>
    public async Task CheckAsync()
    {
        if (_opening != state.UnlockNumber)
        {
            // Just opened: the time begins now, whenever somebody worked last.
            _opening = state.UnlockNumber;
            Note();
        }

        if (state.IsOpen && _most > TimeSpan.Zero && Idle >= _most && !await OthersWorkAsync())
        {
            await door.LockAsync(Viewer.Operator, own: null);
        }
    }

    // By another program that has the same store open.
    private async Task<bool> OthersWorkAsync()
    {
        if (engine.IsEmbedded)
        {
            return false;
        }

        await using var scope = scopes.CreateAsyncScope();
        await using var db = Store.OperatorContext(scope.ServiceProvider);
        var since = clock.GetUtcNow().UtcDateTime - _most;
        return await db.Sessions.AnyAsync(session => session.SeenAt > since);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryAsync();
        }
    }

    /// <summary>As <see cref="CheckAsync"/>. An exception would stop the program; the next minute tries again.</summary>
    internal async Task TryAsync()
    {
        try
        {
            await CheckAsync();
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            log.LogError("Locking after idle hours failed: {Kind}", failed.GetType().Name);
        }
    }
}
