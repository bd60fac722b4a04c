using System.Globalization;
using System.Runtime.CompilerServices;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Disclosure.Bundles;
using RaidDocs.Domain.Importing;
using RaidDocs.Domain.Jobs;
using RaidDocs.Domain.Papers;
using RaidDocs.Domain.Records;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Admin.Importing;

/// <summary>
/// Checks files and brings them in, one after the other, behind the pages. A file waits sealed, under a key in the row of its job, until it is
/// brought in or dropped, at most for a day, and not longer than the store is open.
/// </summary>
public sealed class ImportWork(
    JobBoard board, StoreEngine engine, IServiceScopeFactory scopes, MadeFiles files, TimeProvider clock, Texts texts, ILogger<ImportWork> log)
    : JobWorker<ImportAsked>(JobKind.Import, board, engine, scopes, clock, log)
{
    private readonly JobBoard _board = board;
    private readonly TimeProvider _clock = clock;

    /// <summary>Hers alone; null when there is none, or its day is over.</summary>
    public async Task<ImportJob?> FindAsync(Guid id, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return await _board.FindAsync(JobKind.Import, id, viewer.UserId, cancellationToken) is { } job ? new ImportJob(job) : null;
    }

    /// <summary>Those of hers, the newest first.</summary>
    public async Task<IReadOnlyList<ImportJob>> OfAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return [.. (await _board.OfAsync(JobKind.Import, viewer.UserId, cancellationToken)).Select(job => new ImportJob(job))];
    }

    /// <summary>Seals what arrives, to its end, and has it checked.</summary>
    /// <returns>Where it is found again.</returns>
    /// <exception cref="DomainRuleException">It is too large, or there is no room.</exception>
    public async Task<Guid> TakeAsync(Stream content, long limit, Viewer viewer, ImportAsked asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(asked);
        var id = Guid.NewGuid();
        await files.WriteAsync(id, to => CopyAsync(content, to, limit, cancellationToken), cancellationToken);
        var hers = asked with { Roles = [.. viewer.Roles], Culture = CultureInfo.CurrentUICulture.Name };
        await _board.AskAsync(new Job(id, JobKind.Import, viewer.UserId!.Value, hers.Written()), cancellationToken);
        return id;
    }

    /// <summary>Brings in what was checked; once, however often the form is sent.</summary>
    public Task BringInAsync(Guid id, Viewer viewer, IReadOnlyList<Guid> team, CancellationToken cancellationToken) => _board.ChangeAsync(
        JobKind.Import,
        id,
        job =>
        {
            if (new ImportJob(job) is { State: ImportState.Checked, Result.IsClean: true } seen && job.UserId == viewer.UserId)
            {
                job.AskAgain((seen.Asked with { Writes = true, Team = team, Roles = [.. viewer.Roles], Culture = CultureInfo.CurrentUICulture.Name }).Written());
            }
        },
        cancellationToken);

    /// <summary>Checks a file again that stopped.</summary>
    public Task AgainAsync(Guid id, CancellationToken cancellationToken) => _board.ChangeAsync(
        JobKind.Import,
        id,
        job =>
        {
            if (new ImportJob(job) is { State: ImportState.Stopped } seen)
            {
                job.AskAgain((seen.Asked with { Writes = false, Team = [], Culture = CultureInfo.CurrentUICulture.Name }).Written());
            }
        },
        cancellationToken);

    /// <summary>The file is gone. What is being brought in is undone.</summary>
    public Task DropAsync(Guid id, CancellationToken cancellationToken) => _board.DropAsync(id, cancellationToken);

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

    protected override async Task<string> DoAsync(JobUnderWay job, ImportAsked asked, RaidDocsDbContext db, IServiceProvider services, CancellationToken cancellationToken)
    {
        var result = await BringInRecordAsync(job, asked, db, services, cancellationToken) ?? await BringInTablesAsync(job, asked, db, services, cancellationToken);
        if (result.IsWritten)
        {
            files.Shred(job.Job.Id);
        }

        return ImportOutcome.Of(result, texts).Written();
    }

    protected override string WhyOf(JobUnderWay job, Exception failed)
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

    private async Task<ImportResult> BringInTablesAsync(JobUnderWay job, ImportAsked asked, RaidDocsDbContext db, IServiceProvider services, CancellationToken cancellationToken)
    {
        using var given = ImportFiles.Open(asked.Name, FileOf(job.Job));
        var import = new TableImport(db, services.GetRequiredService<ReferenceLists>(), _clock.Today());
        return await import.RunAsync(given, asked.ReadMapping(), !asked.Writes, asked.Team, progress => job.Progress = progress, cancellationToken);
    }

    // Null where the file is no copy of a whole record.
    private async Task<ImportResult?> BringInRecordAsync(JobUnderWay job, ImportAsked asked, RaidDocsDbContext db, IServiceProvider services, CancellationToken cancellationToken)
    {
        using var record = RecordSource.Find(FileOf(job.Job));
        if (record is null)
        {
            return null;
        }

        if (asked.ReadMapping() is not null)
        {
            throw new DomainRuleException($"This is a copy of a whole record. It needs no mapping: choose that it has our own columns");
        }

        // A check writes and is undone, so she must be on the team for it too.
        var isCheck = !asked.Writes;
        var import = new RecordImport(db, new EvidenceStore(db, services.GetRequiredService<SealedFiles>()), services.GetRequiredService<ReferenceLists>(), _clock.Today());
        var result = await import.RunAsync(record, isCheck, asked.Team.Count > 0 ? asked.Team : [job.Job.UserId], null, cancellationToken);
        var report = new ImportReport();
        foreach (var problem in result.Problems)
        {
            report.Wrong(problem.File, 0, problem.Path == "$" ? null : problem.Path, FormattableStringFactory.Create("{0}", problem.Sentence));
        }

        IReadOnlyList<ImportCount> counts = report.IsClean ? [new("raids", result.Raids.Count, 0), new("women", result.Women, 0), new("files", result.Files, 0)] : [];
        return new ImportResult(!isCheck && report.IsClean, counts, report, isCheck ? [] : result.Raids, []);
    }

    private Stream FileOf(Job job) => files.Open(job.Id) ?? throw new DomainRuleException($"The file is not here any more. Send it again");
}
