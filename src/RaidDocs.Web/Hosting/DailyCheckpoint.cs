using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Audit;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Hosting;

/// <summary>One checkpoint of the log on each day on which something was logged, while the store is open.</summary>
internal sealed class DailyCheckpoint(IServiceScopeFactory scopes, StoreState state, TimeProvider clock, ILogger<DailyCheckpoint> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(30);

    /// <summary>Makes today's unless it is there, or nothing was logged since the last.</summary>
    public async Task MakeAsync(CancellationToken cancellationToken)
    {
        if (!state.IsOpen)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        await using var db = Store.OperatorContext(scope.ServiceProvider);
        var last = await db.Checkpoints
            .OrderByDescending(one => one.Size)
            .Select(one => (DateTime?)one.At)
            .FirstOrDefaultAsync(cancellationToken);
        if (last is null || ClockExtensions.DayInBangkok(last.Value) < clock.Today())
        {
            await db.MakeCheckpointAsync(clock.UtcNow(), CheckpointReason.Daily, cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await MakeAsync(stoppingToken);
                }
                catch (Exception failed) when (failed is not OperationCanceledException)
                {
                    // The store may have been locked meanwhile. The next turn tries again.
                    log.LogWarning("No checkpoint of the log was made: {Failure}", failed.GetType().Name);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The program ends.
        }
    }
}
