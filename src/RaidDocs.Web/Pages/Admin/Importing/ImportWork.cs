using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Disclosure.Bundles;
using RaidDocs.Domain.Importing;
using RaidDocs.Domain.Papers;
using RaidDocs.Domain.Records;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Admin.Importing;

public enum ImportState
{
    /// <summary>It is read, and nothing is written.</summary>
    Checking,

    /// <summary>The report is there.</summary>
    Checked,

    BringingIn,

    /// <summary>All of it is in the store; the file is gone.</summary>
    Done,

    /// <summary>It could not be read, or somebody stopped it.</summary>
    Stopped,
}

/// <summary>A file that somebody sent, on its way into the store.</summary>
public sealed class ImportJob(Guid id, string name, Viewer viewer, ImportMapping? mapping, DateTime sentAt)
{
    public Guid Id => id;

    /// <summary>What the file was called.</summary>
    public string Name => name;

    public Viewer Viewer { get; internal set; } = viewer;

    public ImportMapping? Mapping => mapping;

    /// <summary>UTC.</summary>
    public DateTime SentAt => sentAt;

    public ImportState State { get; internal set; }

    public ImportProgress? Progress { get; internal set; }

    public ImportResult? Result { get; internal set; }

    /// <summary>Why it stopped, a sentence in her language.</summary>
    public string? Why { get; internal set; }

    public bool IsAtWork => State is ImportState.Checking or ImportState.BringingIn;

    internal IReadOnlyList<Guid> Team { get; set; } = [];

    internal CultureInfo Culture { get; set; } = CultureInfo.CurrentUICulture;

    internal CancellationTokenSource Cancel { get; set; } = new();

    /// <summary>As it stands now, for a page that must not tell two moments at once. A result is there before the state that tells of it.</summary>
    public ImportJob AsSeen()
    {
        var state = State;
        Interlocked.MemoryBarrier();
        var seen = (ImportJob)MemberwiseClone();
        seen.State = state;
        return seen;
    }
}

/// <summary>
/// Checks files and brings them in, one after the other, behind the pages. A file waits sealed, under a key in memory alone, until it is
/// brought in or dropped, at most for a day, and not longer than the store is open.
/// </summary>
public sealed class ImportWork(IServiceScopeFactory scopes, MadeFiles files, TimeProvider clock, Texts texts, ILogger<ImportWork> log) : BackgroundService
{
    /// <summary>How long a file waits.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    private static readonly TimeSpan Look = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Channel<ImportJob> _queue = Channel.CreateUnbounded<ImportJob>();
    private readonly ConcurrentDictionary<Guid, ImportJob> _jobs = new();
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Hers alone; null when there is none, or its day is over.</summary>
    public ImportJob? Find(Guid id, Viewer viewer)
    {
        DropOld();
        return _jobs.TryGetValue(id, out var job) && job.Viewer.UserId == viewer?.UserId ? job : null;
    }

    /// <summary>Those of hers, the newest first.</summary>
    public IReadOnlyList<ImportJob> Of(Viewer viewer)
    {
        DropOld();
        return [.. _jobs.Values.Where(job => job.Viewer.UserId == viewer.UserId).OrderByDescending(job => job.SentAt)];
    }

    /// <summary>Seals what arrives, to its end, and has it checked.</summary>
    /// <exception cref="DomainRuleException">It is too large, or there is no room.</exception>
    public async Task<ImportJob> TakeAsync(string name, Stream content, long limit, Viewer viewer, ImportMapping? mapping, CancellationToken cancellationToken)
    {
        var job = new ImportJob(Guid.NewGuid(), name, viewer, mapping, clock.GetUtcNow().UtcDateTime);
        await files.WriteAsync(job.Id, to => CopyAsync(content, to, limit, cancellationToken), cancellationToken);
        _jobs[job.Id] = job;
        _queue.Writer.TryWrite(job);
        return job;
    }

    /// <summary>Brings in what was checked; once, however often the form is sent.</summary>
    public void BringIn(ImportJob job, Viewer viewer, IReadOnlyList<Guid> team)
    {
        lock (job)
        {
            if (job is not { State: ImportState.Checked, Result.Report.IsClean: true })
            {
                return;
            }

            (job.State, job.Viewer, job.Team, job.Progress, job.Culture) = (ImportState.BringingIn, viewer, team, null, CultureInfo.CurrentUICulture);
        }

        _queue.Writer.TryWrite(job);
    }

    /// <summary>Checks a file again that stopped.</summary>
    public void Again(ImportJob job)
    {
        lock (job)
        {
            if (job.State != ImportState.Stopped)
            {
                return;
            }

            (job.State, job.Progress, job.Result, job.Culture) = (ImportState.Checking, null, null, CultureInfo.CurrentUICulture);
        }

        _queue.Writer.TryWrite(job);
    }

    /// <summary>The file is gone. What is being brought in is undone.</summary>
    public void Drop(ImportJob job)
    {
        job.Cancel.Cancel();
        _jobs.TryRemove(job.Id, out _);
        files.Shred(job.Id);
    }

    /// <summary>The store is being locked: what goes on ends and is undone, and what waited is gone.</summary>
    public async Task EndAsync()
    {
        foreach (var job in _jobs.Values)
        {
            Drop(job);
        }

        if (await _turn.WaitAsync(Patience))
        {
            _turn.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new Timer(_ => DropOld(), null, Look, Look);
        try
        {
            await foreach (var job in _queue.Reader.ReadAllAsync(stoppingToken))
            {
                await RunAsync(job, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The program ends.
        }
    }

    private static async Task CopyAsync(Stream from, Stream to, long limit, CancellationToken cancellationToken)
    {
        var buffer = new byte[128 * 1024];
        var bytes = 0L;
        for (int count; (count = await from.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            bytes += count;
            if (bytes > limit)
            {
                throw new DomainRuleException($"The file is larger than {limit / 1024 / 1024} MB. Divide it, or bring it in with the command import");
            }

            await to.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }

        if (bytes == 0)
        {
            throw new DomainRuleException($"The file is empty");
        }
    }

    private async Task RunAsync(ImportJob job, CancellationToken stoppingToken)
    {
        if (!_jobs.ContainsKey(job.Id))
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
            job.Result = await BringInRecordAsync(job, db, scope.ServiceProvider, both.Token)
                ?? await BringInTablesAsync(job, db, scope.ServiceProvider, both.Token);
            if (job.Result.IsWritten)
            {
                files.Shred(job.Id);
            }

            job.State = job.Result.IsWritten ? ImportState.Done : ImportState.Checked;
        }
        catch (Exception failed)
        {
            job.Why = WhyOf(failed);
            job.State = ImportState.Stopped;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<ImportResult> BringInTablesAsync(ImportJob job, RaidDocsDbContext db, IServiceProvider services, CancellationToken cancellationToken)
    {
        using var given = ImportFiles.Open(job.Name, FileOf(job));
        var import = new TableImport(db, services.GetRequiredService<ReferenceLists>(), clock.Today());
        return await import.RunAsync(given, job.Mapping, job.State == ImportState.Checking, job.Team, progress => job.Progress = progress, cancellationToken);
    }

    // Null where the file is no copy of a whole record.
    private async Task<ImportResult?> BringInRecordAsync(ImportJob job, RaidDocsDbContext db, IServiceProvider services, CancellationToken cancellationToken)
    {
        using var record = RecordSource.Find(FileOf(job));
        if (record is null)
        {
            return null;
        }

        if (job.Mapping is not null)
        {
            throw new DomainRuleException($"This is a copy of a whole record. It needs no mapping: choose that it has our own columns");
        }

        // A check writes and is undone, so she must be on the team for it too.
        var isCheck = job.State == ImportState.Checking;
        var import = new RecordImport(db, new EvidenceStore(db, services.GetRequiredService<SealedFiles>()), services.GetRequiredService<ReferenceLists>(), clock.Today());
        var result = await import.RunAsync(record, isCheck, job.Team.Count > 0 ? job.Team : [job.Viewer.UserId!.Value], null, cancellationToken);
        var report = new ImportReport();
        foreach (var problem in result.Problems)
        {
            report.Wrong(problem.File, 0, problem.Path == "$" ? null : problem.Path, FormattableStringFactory.Create("{0}", problem.Sentence));
        }

        IReadOnlyList<ImportCount> counts = report.IsClean ? [new("raids", result.Raids.Count, 0), new("women", result.Women, 0), new("files", result.Files, 0)] : [];
        return new ImportResult(!isCheck && report.IsClean, counts, report, isCheck ? [] : result.Raids, []);
    }

    private Stream FileOf(ImportJob job) => files.Open(job.Id) ?? throw new DomainRuleException($"The file is not here any more. Send it again");

    private string WhyOf(Exception failed)
    {
        switch (failed)
        {
            case DomainRuleException refused:
                return texts.Of(refused);
            case AccessRefusedException:
                return texts["A row of it belongs to a raid that is none of yours"];
            case OperationCanceledException:
                return texts["It was stopped. Nothing was written"];
            default:
                log.LogError("An import was not done: {Kind}", failed.GetType().Name);
                return texts["There is a problem with this service. Nothing was written. Try it again"];
        }
    }

    private void DropOld()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var job in _jobs.Values.Where(job => !job.IsAtWork && now - job.SentAt >= Life))
        {
            Drop(job);
        }
    }
}
