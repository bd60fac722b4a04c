using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Jobs;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Hosting;

/// <summary>Follows what the other programs tell that have the same store open: where one locks, all do.</summary>
internal sealed class ServerWatch(Store store, StoreEngine engine, VaultDoor door, JobBoard jobs, IServiceScopeFactory scopes, IOptions<FrameOptions> frame, ILogger<ServerWatch> log) : BackgroundService
{
    private const int Tries = 30;
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!engine.IsEmbedded && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                var news = await store.HearAsync(stoppingToken);
                if (store.IsOpen)
                {
                    await FollowAsync(news, stoppingToken);
                }
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                log.LogError("What another program told was not followed: {Kind}", failed.GetType().Name);
            }
        }
    }

    private async Task FollowAsync(ServerNews news, CancellationToken cancellationToken)
    {
        switch (news)
        {
            case ServerNews.Locked:
                await door.LockAsync(Viewer.Operator, own: null, isOthers: true);
                break;
            case ServerNews.House:
                await ReadHouseAsync(cancellationToken);
                break;
            case ServerNews.Work:
                jobs.Wake();
                break;
            case ServerNews.Lost when !await RejoinedAsync(cancellationToken):
                await door.LockAsync(Viewer.Operator, own: null, isOthers: true);
                break;
            case ServerNews.Lost when store.IsOpen:
                // What was told meanwhile is made up for.
                await ReadHouseAsync(cancellationToken);
                jobs.Wake();
                break;
        }
    }

    private async Task ReadHouseAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var db = Store.OperatorContext(scope.ServiceProvider);
        await store.ReadListsAsync(db, cancellationToken);
        frame.Value.Dress(await db.Settings.AsNoTracking().ToDictionaryAsync(setting => setting.Key, setting => setting.Value, cancellationToken));
    }

    // Another server may take over in a minute; a store that was locked meanwhile is locked here as well, at once.
    private async Task<bool> RejoinedAsync(CancellationToken cancellationToken)
    {
        for (var tried = 0; tried < Tries && store.IsOpen; tried++)
        {
            switch (await store.RejoinAsync(cancellationToken))
            {
                case Rejoining.Joined:
                    return true;
                case Rejoining.LockedMeanwhile:
                    return false;
            }

            await Task.Delay(Between, cancellationToken);
        }

        return !store.IsOpen;
    }
}
