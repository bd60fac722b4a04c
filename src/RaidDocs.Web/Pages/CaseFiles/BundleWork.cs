using System.Globalization;
using System.Text.Json;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Disclosure.Bundles;
using RaidDocs.Domain.Jobs;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Printing;

namespace RaidDocs.Web.Pages.CaseFiles;

/// <summary>A case file that is made, or was in the last day, as one moment of it.</summary>
/// <param name="State">How it stands.</param>
/// <param name="Step">While it is made.</param>
/// <param name="Why">Why it stopped, a sentence in her language.</param>
/// <param name="Password">Of the PDF that was made; null where it has none.</param>
/// <param name="AsOf">How the women's answers stood when it was made.</param>
public sealed record BundleJob(JobState State, BundleStep Step, string? Why, string? Password, AnswersAsOf? AsOf)
{
    public bool IsAtWork => State is JobState.Waiting or JobState.Working;
}

/// <summary>
/// Makes case files one after the other, behind the pages. What was made can be fetched for a day, until the store is locked; then its key is
/// gone.
/// </summary>
public sealed class BundleWork(
    JobBoard board, StoreEngine engine, IServiceScopeFactory scopes, MadeFiles made, TimeProvider clock, Texts texts, ILogger<BundleWork> log)
    : JobWorker<JobAsker>(JobKind.CaseFile, board, engine, scopes, clock, log)
{
    private readonly JobBoard _board = board;

    /// <summary>Hers; null where nobody asked for it since the store was opened, or its day is over.</summary>
    public async Task<BundleJob?> FindAsync(Guid order, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (await _board.FindAsync(JobKind.CaseFile, order, viewer.UserId, cancellationToken) is not { } job)
        {
            return null;
        }

        var outcome = job.Outcome is null ? null : JsonSerializer.Deserialize<Outcome>(job.Outcome, JobBoard.Json);
        var step = job.Progress is null ? default : JsonSerializer.Deserialize<BundleStep>(job.Progress, JobBoard.Json);
        return new BundleJob(job.State, step, job.Why, outcome?.Password, outcome?.AsOf);
    }

    /// <summary>Gives it into the queue; once, however often the form is sent.</summary>
    public Task StartAsync(BundleOrder order, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(viewer);
        var asked = new JobAsker { Roles = [.. viewer.Roles], Culture = CultureInfo.CurrentUICulture.Name };
        return _board.AskAsync(new Job(order.Id, JobKind.CaseFile, viewer.UserId!.Value, asked.Written()), cancellationToken);
    }

    public Task CancelAsync(Guid order, CancellationToken cancellationToken) => _board.CancelAsync(order, cancellationToken);

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        WorkFolder.ClearLeftOvers();
        return base.ExecuteAsync(stoppingToken);
    }

    protected override async Task<string> DoAsync(JobUnderWay job, JobAsker asked, RaidDocsDbContext db, IServiceProvider services, CancellationToken cancellationToken)
    {
        var order = await db.FindBundleAsync(job.Job.Id, cancellationToken) ?? throw new DomainRuleException($"There is no such raid or woman any more");
        var press = services.GetRequiredService<BundlePress>();
        var bundle = await press.MakeAsync(db, order.Id, order.Raid, order.Wishes, step => job.Progress = step, cancellationToken);
        order.Draft.Finish(bundle.Export.Id.ToString("D"));
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch
        {
            made.Undo(bundle.File);
            throw;
        }

        return JsonSerializer.Serialize(new Outcome(bundle.Password, bundle.AsOf), JobBoard.Json);
    }

    protected override string WhyOf(JobUnderWay job, Exception failed)
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

    private sealed record Outcome(string? Password, AnswersAsOf? AsOf);
}
