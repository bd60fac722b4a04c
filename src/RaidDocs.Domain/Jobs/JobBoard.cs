using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Disclosure.Bundles;

namespace RaidDocs.Domain.Jobs;

/// <summary>
/// The jobs of all who have the store open: asked for on one program, done by whichever is free, seen on all. They are written past the log and,
/// on a server, past the turn of the writers, so that nobody waits for an import to be told how far it is.
/// </summary>
public sealed class JobBoard(IServiceScopeFactory scopes, StoreEngine engine, StoreState state, WriterGate gate, MadeFiles files, TimeProvider clock)
{
    /// <summary>How long a job is kept after it ended, and its file.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    /// <summary>For how long a program that shows nothing more of itself keeps a job.</summary>
    public static readonly TimeSpan Hold = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // A writer that hangs must not keep the store open: the rows are deleted at the next opening as well.
    private static readonly TimeSpan PatienceToDelete = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(30);

    // Alone, nobody else leaves anything; only what is a day old is to be cleared.
    private static readonly TimeSpan LookAlone = TimeSpan.FromMinutes(5);

    private readonly Guid _me = Guid.NewGuid();
    private readonly ConcurrentDictionary<Guid, JobUnderWay> _underWay = new();
    private readonly Dictionary<JobKind, SemaphoreSlim> _signals = Enum.GetValues<JobKind>().ToDictionary(kind => kind, _ => new SemaphoreSlim(0));

    public static JsonSerializerOptions Json { get; } = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Converters = { new JsonStringEnumConverter() } };

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Hers alone; null where there is none, or its day is over.</summary>
    public async Task<Job?> FindAsync(JobKind kind, Guid id, Guid? user, CancellationToken cancellationToken)
    {
        var since = Now - Life;
        await using var scope = scopes.CreateAsyncScope();
        await using var db = Store.OperatorContext(scope.ServiceProvider);
        var job = await db.Jobs.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == id && row.Kind == kind && row.UserId == user && (row.EndedAt == null || row.EndedAt > since), cancellationToken);
        return job is null ? null : Seen(job);
    }

    /// <summary>Those of hers, the newest first.</summary>
    public async Task<IReadOnlyList<Job>> OfAsync(JobKind kind, Guid? user, CancellationToken cancellationToken)
    {
        var since = Now - Life;
        await using var scope = scopes.CreateAsyncScope();
        await using var db = Store.OperatorContext(scope.ServiceProvider);
        var jobs = await db.Jobs.AsNoTracking()
            .Where(row => row.Kind == kind && row.UserId == user && (row.EndedAt == null || row.EndedAt > since))
            .OrderByDescending(row => row.AskedAt)
            .ToListAsync(cancellationToken);
        return [.. jobs.Select(Seen)];
    }

    /// <summary>Asks for it, or once more for one that stopped. One that waits, goes on or is done stays as it is, however often a form is sent.</summary>
    public async Task AskAsync(Job job, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        job.FileKey = files.KeyOf(job.Id);
        await WriteAsync(
            async db =>
            {
                if (await db.LockJobAsync(job.Id, cancellationToken) is not { } before)
                {
                    (job.AskedAt, job.RecordedAt, job.Opening) = (Now, Now, state.UnlockNumber);
                    db.Jobs.Add(job);
                }
                else if (before.State is JobState.Stopped or JobState.Cancelled)
                {
                    before.AskAgain(job.Asked);
                }
            },
            cancellationToken);
        await TellAsync(job.Kind, cancellationToken);
    }

    /// <summary>Changes one that nobody is at work on.</summary>
    /// <param name="kind">Who can do it.</param>
    /// <param name="id">Which.</param>
    /// <param name="change">Is given it as it stands now; asks for it again, or leaves it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task ChangeAsync(JobKind kind, Guid id, Action<Job> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        await WriteAsync(
            async db =>
            {
                if (await db.LockJobAsync(id, cancellationToken) is { IsAtWork: false } job)
                {
                    change(job);
                }
            },
            cancellationToken);
        await TellAsync(kind, cancellationToken);
    }

    /// <summary>It ends, wherever it goes on.</summary>
    public async Task CancelAsync(Guid id, CancellationToken cancellationToken)
    {
        CancelHere(id);
        await WriteAsync(
            async db =>
            {
                if (await db.LockJobAsync(id, cancellationToken) is { IsAtWork: true } job)
                {
                    job.End(JobState.Cancelled, Now, null, null);
                }
            },
            cancellationToken);
    }

    /// <summary>It and its file are gone. What goes on is undone.</summary>
    public async Task DropAsync(Guid id, CancellationToken cancellationToken)
    {
        CancelHere(id);
        await WriteAsync(db => db.Jobs.Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken), cancellationToken);
        files.Shred(id);
    }

    /// <summary>The next that waits, taken by this program; null where nothing does.</summary>
    public async Task<JobUnderWay?> TakeAsync(JobKind kind, CancellationToken cancellationToken)
    {
        if (!state.IsOpen)
        {
            return null;
        }

        Job? taken = null;
        await WriteAsync(
            async db =>
            {
                taken = await db.NextJobAsync(kind, clock.GetUtcNow().ToUnixTimeSeconds(), cancellationToken);
                taken?.Take(_me, Until());
            },
            cancellationToken);
        return taken is null ? null : _underWay[taken.Id] = new JobUnderWay(Seen(taken));
    }

    /// <summary>Shows the others that this program is at work on it, and how far it is. Where it is this program's no more, it ends here.</summary>
    public async Task BeatAsync(JobUnderWay job, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        var (id, until, progress) = (job.Job.Id, Until(), Written(job.Progress));
        await using var scope = scopes.CreateAsyncScope();
        await using var db = Store.OperatorContext(scope.ServiceProvider);
        var mine = await db.Jobs
            .Where(row => row.Id == id && row.State == JobState.Working && row.Worker == _me)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.HeldUntil, until).SetProperty(row => row.Progress, progress), cancellationToken);
        if (mine == 0)
        {
            await job.Cancel.CancelAsync();
        }
    }

    /// <summary>It is done, or cannot be. What was cancelled meanwhile, or taken by another, stays as it is.</summary>
    public async Task EndAsync(JobUnderWay job, JobState how, string? outcome, string? why)
    {
        ArgumentNullException.ThrowIfNull(job);
        var key = files.KeyOf(job.Job.Id);
        await WriteMineAsync(job, row =>
        {
            row.FileKey = key;
            row.End(how, Now, outcome, why);
        });
    }

    /// <summary>This program ends: another may do it.</summary>
    public async Task GiveBackAsync(JobUnderWay job)
    {
        ArgumentNullException.ThrowIfNull(job);
        await WriteMineAsync(job, row => row.GiveBack());
        await TellAsync(job.Job.Kind, CancellationToken.None);
    }

    /// <summary>Nothing of it goes on here any more.</summary>
    public void Leave(JobUnderWay job)
    {
        ArgumentNullException.ThrowIfNull(job);
        _underWay.TryRemove(job.Job.Id, out _);
        job.Dispose();
    }

    /// <summary>The store is being locked: what goes on ends and is undone, and what was made or waited is gone.</summary>
    public async Task EndAllAsync()
    {
        var underWay = _underWay.Values.ToList();
        foreach (var job in underWay)
        {
            await job.Cancel.CancelAsync();
        }

        // Those under way give back what they hold.
        await Task.WhenAny(Task.WhenAll(underWay.Select(job => job.Ended)), Task.Delay(Patience));
        files.ShredAll();
        try
        {
            using var patience = new CancellationTokenSource(PatienceToDelete);
            await WriteAsync(db => db.Jobs.ExecuteDeleteAsync(patience.Token), patience.Token);
        }
        catch (Exception failed) when (failed is OperationCanceledException or DbException or DbUpdateException or StoreException)
        {
            // They are deleted when the store is opened next.
        }
    }

    /// <summary>Those whose day is over are gone, with their files.</summary>
    public async Task ClearOldAsync(CancellationToken cancellationToken)
    {
        if (!state.IsOpen)
        {
            return;
        }

        var since = Now - Life;
        List<Guid> old;
        await using (var scope = scopes.CreateAsyncScope())
        {
            await using var db = Store.OperatorContext(scope.ServiceProvider);
            old = await db.Jobs.Where(row => row.EndedAt <= since).Select(row => row.Id).ToListAsync(cancellationToken);
        }

        if (old.Count > 0)
        {
            await WriteAsync(db => db.Jobs.Where(row => old.Contains(row.Id)).ExecuteDeleteAsync(cancellationToken), cancellationToken);
            old.ForEach(files.Shred);
        }
    }

    /// <summary>Until something may be waiting: somebody asked, or it is time to look for what another program left.</summary>
    /// <param name="kind">Who waits.</param>
    /// <param name="soon">The last look failed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task WaitAsync(JobKind kind, bool soon, CancellationToken cancellationToken) =>
        _signals[kind].WaitAsync(engine.IsEmbedded && !soon ? LookAlone : Look, cancellationToken);

    /// <summary>Another program was asked for something.</summary>
    public void Wake()
    {
        foreach (var signal in _signals.Values)
        {
            signal.Release();
        }
    }

    private static string? Written(object? progress) => progress is null ? null : JsonSerializer.Serialize(progress, Json);

    // The program at work knows best how far it is; and where another made the file, its key comes with the row.
    private Job Seen(Job job)
    {
        if (_underWay.TryGetValue(job.Id, out var here))
        {
            job.Progress = Written(here.Progress);
        }

        if (job.FileKey is { } key)
        {
            files.Learn(job.Id, Convert.FromBase64String(key));
        }

        return job;
    }

    private long Until() => (clock.GetUtcNow() + Hold).ToUnixTimeSeconds();

    private void CancelHere(Guid id)
    {
        if (_underWay.TryGetValue(id, out var here))
        {
            here.Cancel.Cancel();
        }
    }

    private Task WriteMineAsync(JobUnderWay job, Action<Job> change) => WriteAsync(
        async db =>
        {
            if (await db.LockJobAsync(job.Job.Id, CancellationToken.None) is { State: JobState.Working } row && row.Worker == _me)
            {
                change(row);
            }
        },
        CancellationToken.None);

    private async Task TellAsync(JobKind kind, CancellationToken cancellationToken)
    {
        _signals[kind].Release();
        if (!engine.IsEmbedded)
        {
            await using var scope = scopes.CreateAsyncScope();
            await using var db = Store.OperatorContext(scope.ServiceProvider);
            await db.Database.ExecuteSqlAsync($"SELECT pg_notify({ServerPresence.Name}, {nameof(ServerNews.Work)})", cancellationToken);
        }
    }

    // A file has one writer; a server locks the row.
    private async Task WriteAsync(Func<RaidDocsDbContext, Task> work, CancellationToken cancellationToken)
    {
        using var pass = engine.IsEmbedded ? await gate.EnterAsync(cancellationToken) : null;
        await using var scope = scopes.CreateAsyncScope();
        await using var db = Store.OperatorContext(scope.ServiceProvider);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await work(db);
        await db.SaveAsItIsAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
