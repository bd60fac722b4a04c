using System.Globalization;
using System.Text.Json;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Jobs;

namespace RaidDocs.Web.Hosting;

/// <summary>Who asked, and in which language she is told.</summary>
public record JobAsker
{
    public IReadOnlyList<string> Roles { get; init; } = [];

    public string Culture { get; init; } = "";

    public string Written() => JsonSerializer.Serialize(this, GetType(), JobBoard.Json);

    public static T Read<T>(Job job)
        where T : JobAsker =>
        JsonSerializer.Deserialize<T>(job.Asked, JobBoard.Json)!;
}

/// <summary>Does the jobs of one kind, one after the other, behind the pages.</summary>
/// <typeparam name="TAsked">What is wanted.</typeparam>
public abstract class JobWorker<TAsked>(JobKind kind, JobBoard board, StoreEngine engine, IServiceScopeFactory scopes, TimeProvider clock, ILogger log) : BackgroundService
    where TAsked : JobAsker
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    /// <summary>Does it, and gives what became of it as JSON.</summary>
    protected abstract Task<string> DoAsync(JobUnderWay job, TAsked asked, RaidDocsDbContext db, IServiceProvider services, CancellationToken cancellationToken);

    /// <summary>It failed: a sentence for whoever asked. Nothing of it may be left.</summary>
    protected abstract string WhyOf(JobUnderWay job, Exception failed);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            for (var looked = true; ;)
            {
                await board.WaitAsync(kind, soon: !looked, stoppingToken);
                looked = await WorkOffAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The program ends.
        }
    }

    // False where it could not be seen what waits.
    private async Task<bool> WorkOffAsync(CancellationToken stoppingToken)
    {
        try
        {
            await board.ClearOldAsync(stoppingToken);
            while (await board.TakeAsync(kind, stoppingToken) is { } job)
            {
                await RunAsync(job, stoppingToken);
            }

            return true;
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            // The store may have been locked meanwhile, or the server is away. The next turn looks again.
            log.LogWarning("Jobs were not looked for: {Kind}", failed.GetType().Name);
            return false;
        }
    }

    private async Task RunAsync(JobUnderWay job, CancellationToken stoppingToken)
    {
        using var ended = new CancellationTokenSource();
        var beating = engine.IsEmbedded ? Task.CompletedTask : BeatAsync(job, ended.Token);
        try
        {
            using var both = CancellationTokenSource.CreateLinkedTokenSource(job.Cancel.Token, stoppingToken);
            var asked = JobAsker.Read<TAsked>(job.Job);
            var culture = CultureInfo.GetCultureInfo(asked.Culture);
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
            await using var scope = scopes.CreateAsyncScope();

            // She proved who she is when she asked for it.
            await using var db = Store.ContextFor(scope.ServiceProvider, new Viewer(job.Job.UserId, asked.Roles) { ConfirmedAt = clock.GetUtcNow() });
            var outcome = await DoAsync(job, asked, db, scope.ServiceProvider, both.Token);
            await board.EndAsync(job, JobState.Done, outcome, null);
        }
        catch (Exception failed)
        {
            var why = WhyOf(job, failed);
            await (stoppingToken.IsCancellationRequested ? board.GiveBackAsync(job) : board.EndAsync(job, JobState.Stopped, null, why));
        }
        finally
        {
            await ended.CancelAsync();
            await beating;
            board.Leave(job);
        }
    }

    // Not by the clock of the store: it is the program that must show itself.
    private async Task BeatAsync(JobUnderWay job, CancellationToken ended)
    {
        using var timer = new PeriodicTimer(Beat);
        try
        {
            while (await timer.WaitForNextTickAsync(ended))
            {
                try
                {
                    await board.BeatAsync(job, ended);
                }
                catch (Exception failed) when (failed is not OperationCanceledException)
                {
                    log.LogWarning("A job could not be shown to be under way: {Kind}", failed.GetType().Name);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The job ended.
        }
    }
}
