using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Disclosure.Bundles;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Printing;

namespace RaidDocs.Web.Pages.CaseFiles;

public enum BundleState
{
    Working,
    Made,
    Stopped,
    Cancelled,
}

/// <summary>One case file that is made, or was made since the program started.</summary>
public sealed class BundleJob(BundleOrder order, Viewer viewer, CultureInfo culture) : IDisposable
{
    public Guid Id => order.Id;

    public string Raid => order.Raid;

    public BundleWishes Wishes => order.Wishes;

    public Viewer Viewer => viewer;

    public CultureInfo Culture => culture;

    public CancellationTokenSource Cancel { get; } = new();

    public BundleState State { get; set; }

    public BundleStep Step { get; set; }

    /// <summary>Why it stopped, a sentence in her language.</summary>
    public string? Why { get; set; }

    public MadeBundle? Made { get; set; }

    /// <summary>UTC; when it was finished.</summary>
    public DateTime MadeAt { get; set; }

    public void Dispose() => Cancel.Dispose();
}

/// <summary>
/// Makes case files one after the other, behind the pages. What was made can be fetched for a day, until the store is locked or
/// the program ends; then its key is gone.
/// </summary>
public sealed class BundleWork(IServiceScopeFactory scopes, MadeFiles made, TimeProvider clock, Texts texts, ILogger<BundleWork> log) : BackgroundService
{
    /// <summary>How long a finished file can be fetched.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    private static readonly TimeSpan Look = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly Channel<BundleJob> _queue = Channel.CreateUnbounded<BundleJob>();
    private readonly ConcurrentDictionary<Guid, BundleJob> _jobs = new();
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Null where nobody asked for it since the program started, or its day is over.</summary>
    public BundleJob? Find(Guid order)
    {
        ShredOld();
        return _jobs.GetValueOrDefault(order);
    }

    /// <summary>Gives it into the queue; once, however often the form is sent.</summary>
    public void Start(BundleOrder order, Viewer viewer)
    {
        var job = new BundleJob(order, viewer, CultureInfo.CurrentUICulture);
        var kept = _jobs.AddOrUpdate(order.Id, job, (_, before) => before.State is BundleState.Working or BundleState.Made ? before : job);
        if (kept == job)
        {
            _queue.Writer.TryWrite(job);
        }
    }

    public void Cancel(Guid order)
    {
        if (_jobs.TryGetValue(order, out var job) && job.State == BundleState.Working)
        {
            job.State = BundleState.Cancelled;
            job.Cancel.Cancel();
        }
    }

    /// <summary>The store is being locked: what goes on ends, and what was made is gone.</summary>
    public async Task EndAsync()
    {
        foreach (var job in _jobs.Values)
        {
            Cancel(job.Id);
        }

        // The one under way gives its pages back.
        if (await _turn.WaitAsync(Patience))
        {
            _turn.Release();
        }

        _jobs.Clear();
        made.ShredAll();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        WorkFolder.ClearLeftOvers();
        made.ShredAll();
        using var timer = new Timer(_ => ShredOld(), null, Look, Look);
        try
        {
            await foreach (var job in _queue.Reader.ReadAllAsync(stoppingToken))
            {
                await MakeAsync(job, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The program ends.
        }
    }

    private async Task MakeAsync(BundleJob job, CancellationToken stoppingToken)
    {
        if (job.State != BundleState.Working)
        {
            return;
        }

        await _turn.WaitAsync(stoppingToken);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (job.Culture, job.Culture);
        try
        {
            using var both = CancellationTokenSource.CreateLinkedTokenSource(job.Cancel.Token, stoppingToken);
            await using var scope = scopes.CreateAsyncScope();

            // She proved who she is when she asked for it.
            await using var db = Store.ContextFor(scope.ServiceProvider, job.Viewer with { ConfirmedAt = clock.GetUtcNow() });
            var press = scope.ServiceProvider.GetRequiredService<BundlePress>();
            job.Made = await press.MakeAsync(db, job.Id, job.Raid, job.Wishes, step => job.Step = step, both.Token);
            job.MadeAt = clock.GetUtcNow().UtcDateTime;
            if (await db.Drafts.SingleOrDefaultAsync(row => row.Id == job.Id, CancellationToken.None) is { } draft)
            {
                draft.Finish(job.Made.Export.Id.ToString("D"));
                await db.SaveChangesAsync(CancellationToken.None);
            }

            job.State = BundleState.Made;
        }
        catch (Exception failed)
        {
            made.Shred(job.Id);
            if (job.State == BundleState.Working)
            {
                job.Why = WhyOf(failed);
                job.State = BundleState.Stopped;
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private string WhyOf(Exception failed)
    {
        switch (failed)
        {
            case DomainRuleException refused:
                return texts.Of(refused);
            case PrintFailedException printed:
                return texts[printed.Message];
            case AccessRefusedException:
                return texts["You may not make this any more"];
            default:
                log.LogError("A case file was not made: {Kind}", failed.GetType().Name);
                return texts["There is a problem with this service. Nothing was kept. Make it again"];
        }
    }

    private void ShredOld()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var job in _jobs.Values.Where(job => job.State == BundleState.Made && now - job.MadeAt >= Life))
        {
            made.Shred(job.Id);
            _jobs.TryRemove(job.Id, out _);
        }
    }
}
