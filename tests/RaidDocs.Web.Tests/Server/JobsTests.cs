using System.Text;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Disclosure.Bundles;
using RaidDocs.Domain.Jobs;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Pages.Admin.Importing;
using RaidDocs.Web.Pages.CaseFiles;
using RaidDocs.Web.Tests.Infrastructure;
using RaidDocs.Web.Tests.Papers;

namespace RaidDocs.Web.Tests.Server;

/// <summary>Case files that are made and files that are brought in, where two programs share the store of a server.</summary>
public sealed class JobsTests : IAsyncLifetime
{
    private readonly NodeApp _first = new();
    private NodeApp _second = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _first.MakeAsync();
        _second = await _first.BesideAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _second.DisposeAsync();
        await _first.DisposeAsync();
    }

    [Fact]
    public async Task Each_is_taken_once_though_both_reach_for_them_at_once()
    {
        await RestAsync(_first, _second);
        var asked = new List<Guid>();
        for (var number = 0; number < 12; number++)
        {
            asked.Add(await AskAsync(BoardOf(_first)));
        }

        var taken = await Task.WhenAll(new[] { _first, _second, _first, _second }.Select(app => Task.Run(() => TakeAllAsync(BoardOf(app)), Cancelled)));

        Assert.Equal(asked.Order(), taken.SelectMany(one => one).Order());
    }

    [Fact]
    public async Task One_that_another_is_about_to_take_is_passed_over_and_not_waited_for()
    {
        await RestAsync(_first, _second);
        var (oldest, next) = (await AskAsync(BoardOf(_first)), await AskAsync(BoardOf(_first)));
        await using var scope = _first.Services.CreateAsyncScope();
        await using var db = Store.OperatorContext(scope.ServiceProvider);
        await using var transaction = await db.Database.BeginTransactionAsync(Cancelled);
        await db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "Jobs" WHERE "Id" = {oldest} FOR UPDATE""", Cancelled);

        Assert.Equal(next, (await BoardOf(_second).TakeAsync(JobKind.CaseFile, Cancelled))!.Job.Id);
        Assert.Null(await BoardOf(_second).TakeAsync(JobKind.CaseFile, Cancelled));

        await transaction.RollbackAsync(Cancelled);
        Assert.Equal(oldest, (await BoardOf(_second).TakeAsync(JobKind.CaseFile, Cancelled))!.Job.Id);
    }

    [Fact]
    public async Task A_file_sent_to_one_is_checked_and_brought_in_by_the_other_and_both_tell_it()
    {
        await RestAsync(_first);
        var leader = await _first.SignedInAsync();
        var beside = _second.Stranger();

        var sent = await leader.SendFileAsync("/admin/import", Encoding.UTF8.GetBytes("raid_id,venue_name,started_at\nH1,Harbour,2026-01-09\n"), "raids.csv");
        var address = sent.Headers.Location!.OriginalString;
        var page = await UntilAsync(leader, address, "1 rows would be brought in.");
        Assert.Contains("1 rows would be brought in.", (await beside.OpenPageAsync(address)).Words(), StringComparison.Ordinal);
        Assert.Contains("raids.csv is checked and waits", (await beside.OpenPageAsync("/admin/import")).Words(), StringComparison.Ordinal);

        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);
        await leader.PostAsync(new Uri(address, UriKind.Relative), form, Cancelled);
        await UntilAsync(leader, address, "1 rows were brought in.");

        Assert.Equal(1, await _second.DbAsync(db => db.Raids.CountAsync(raid => raid.Facts.Name == "Harbour", Cancelled)));
        Assert.Empty(Directory.GetFiles(Path.Combine(_first.Folder, "made")));
    }

    [Fact]
    public async Task What_a_program_held_that_is_gone_the_other_takes_and_what_comes_late_changes_nothing()
    {
        await RestAsync(_first, _second);
        var id = await AskAsync(BoardOf(_first));
        var held = (await BoardOf(_first).TakeAsync(JobKind.CaseFile, Cancelled))!;
        Assert.Null(await BoardOf(_second, JobBoard.Hold).TakeAsync(JobKind.CaseFile, Cancelled));

        var later = BoardOf(_second, JobBoard.Hold + TimeSpan.FromSeconds(1));
        var taken = await later.TakeAsync(JobKind.CaseFile, Cancelled);

        Assert.Equal(id, taken!.Job.Id);
        await BoardOf(_first).EndAsync(held, JobState.Stopped, null, "late");
        Assert.Equal(JobState.Working, (await StateAsync(id)).State);
        await BoardOf(_first).BeatAsync(held, Cancelled);
        Assert.True(held.Cancel.IsCancellationRequested);
        await later.BeatAsync(taken, Cancelled);
        Assert.False(taken.Cancel.IsCancellationRequested);
        await later.EndAsync(taken, JobState.Done, "{}", null);
        Assert.Equal(JobState.Done, (await StateAsync(id)).State);
    }

    [Fact]
    public async Task One_tells_the_other_how_far_it_is()
    {
        await RestAsync(_first, _second);
        var id = await AskAsync(BoardOf(_first));
        var held = (await BoardOf(_first).TakeAsync(JobKind.CaseFile, Cancelled))!;
        held.Progress = BundleStep.Binding;

        await BoardOf(_first).BeatAsync(held, Cancelled);

        Assert.Equal("\"Binding\"", (await BoardOf(_second).FindAsync(JobKind.CaseFile, id, _person, Cancelled))!.Progress);
    }

    [Fact]
    public async Task Stopped_on_one_it_ends_on_the_other_and_stays_stopped()
    {
        await RestAsync(_first, _second);
        var id = await AskAsync(BoardOf(_first));
        var held = (await BoardOf(_second).TakeAsync(JobKind.CaseFile, Cancelled))!;

        await BoardOf(_first).CancelAsync(id, Cancelled);
        Assert.False(held.Cancel.IsCancellationRequested);
        await BoardOf(_second).BeatAsync(held, Cancelled);
        Assert.True(held.Cancel.IsCancellationRequested);
        await BoardOf(_second).EndAsync(held, JobState.Done, "{}", null);

        Assert.Equal(JobState.Cancelled, (await StateAsync(id)).State);
        await BoardOf(_first).AskAsync(new Job(id, JobKind.CaseFile, _person, "{}"), Cancelled);
        Assert.Equal(JobState.Waiting, (await StateAsync(id)).State);
    }

    [Fact]
    public async Task A_program_that_ends_gives_back_what_it_was_at()
    {
        await RestAsync(_first, _second);
        var id = await AskAsync(BoardOf(_first));
        using var worker = new Endless(_first.Services);
        await worker.StartAsync(Cancelled);
        await worker.Begun.Task.WaitAsync(Cancelled);

        await worker.StopAsync(Cancelled);

        Assert.Equal(JobState.Waiting, (await StateAsync(id)).State);
        Assert.Equal(id, (await BoardOf(_second).TakeAsync(JobKind.CaseFile, Cancelled))!.Job.Id);
    }

    [Fact]
    public async Task A_file_that_one_made_is_fetched_from_the_other_and_shredded_for_both()
    {
        await RestAsync(_first, _second);
        var (here, there) = (_first.Services.GetRequiredService<MadeFiles>(), _second.Services.GetRequiredService<MadeFiles>());
        var id = await AskAsync(BoardOf(_first));
        var job = (await BoardOf(_first).TakeAsync(JobKind.CaseFile, Cancelled))!;
        await here.WriteAsync(id, to => to.WriteAsync("the pages"u8.ToArray(), Cancelled).AsTask(), Cancelled);
        await BoardOf(_first).EndAsync(job, JobState.Done, "{}", null);
        Assert.False(there.Has(id));

        // Nobody else finds it.
        Assert.Null(await BoardOf(_second).FindAsync(JobKind.CaseFile, id, Guid.NewGuid(), Cancelled));
        Assert.False(there.Has(id));
        Assert.NotNull(await BoardOf(_second).FindAsync(JobKind.CaseFile, id, _person, Cancelled));
        await using (var file = there.Open(id)!)
        {
            using var reader = new StreamReader(file);
            Assert.Equal("the pages", await reader.ReadToEndAsync(Cancelled));
        }

        await BoardOf(_first).DropAsync(id, Cancelled);
        Assert.False(there.Has(id));
        Assert.Null(there.Open(id));
    }

    [Fact]
    public async Task A_program_that_was_taken_for_gone_and_comes_back_leaves_what_the_other_made_as_it_is()
    {
        await RestAsync(_first, _second);
        var (here, there) = (_first.Services.GetRequiredService<MadeFiles>(), _second.Services.GetRequiredService<MadeFiles>());
        var id = await AskAsync(BoardOf(_first));
        var stood = (await BoardOf(_first).TakeAsync(JobKind.CaseFile, Cancelled))!;
        var later = BoardOf(_second, JobBoard.Hold + TimeSpan.FromSeconds(1));
        var taken = (await later.TakeAsync(JobKind.CaseFile, Cancelled))!;
        await WriteAsync(there, "the pages");
        await later.EndAsync(taken, JobState.Done, "{}", null);

        var late = await WriteAsync(here, "the same, late");
        await BoardOf(_first).EndAsync(stood, JobState.Done, """{"late":true}""", null);

        Assert.Equal("{}", (await BoardOf(_first).FindAsync(JobKind.CaseFile, id, _person, Cancelled))!.Outcome);
        Assert.Equal(("the pages", "the pages"), (await ReadAsync(here), await ReadAsync(there)));

        here.Undo(late);
        Assert.Equal(("the pages", "the pages"), (await ReadAsync(here), await ReadAsync(there)));
        Assert.Single(Directory.GetFiles(Path.Combine(_first.Folder, "made")));

        Task<MadeFile> WriteAsync(MadeFiles files, string text) => files.WriteAsync(id, to => to.WriteAsync(Encoding.UTF8.GetBytes(text), Cancelled).AsTask(), Cancelled);

        async Task<string> ReadAsync(MadeFiles files)
        {
            using var reader = new StreamReader(files.Open(id)!);
            return await reader.ReadToEndAsync(Cancelled);
        }
    }

    [Fact]
    public async Task What_is_asked_and_the_keys_of_files_lie_sealed_on_the_server()
    {
        await RestAsync(_first, _second);
        var id = await AskAsync(BoardOf(_first), """{"name":"harbour.csv"}""");
        var job = (await BoardOf(_first).TakeAsync(JobKind.CaseFile, Cancelled))!;
        await _first.Services.GetRequiredService<MadeFiles>().WriteAsync(id, to => to.WriteAsync("the pages"u8.ToArray(), Cancelled).AsTask(), Cancelled);
        await BoardOf(_first).EndAsync(job, JobState.Done, """{"password":"abcde-fghjk"}""", "harbour why");

        var stored = await _second.DbAsync(db => db.Database.SqlQuery<string>($"""SELECT concat_ws(' ', "Asked", "Outcome", "Why") AS "Value" FROM "Jobs" """).SingleAsync(Cancelled));
        var key = await _second.DbAsync(db => db.Database.SqlQuery<string>($"""SELECT "FileKey" AS "Value" FROM "Jobs" """).SingleAsync(Cancelled));

        Assert.DoesNotContain("harbour", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("abcde", stored, StringComparison.Ordinal);
        var read = await StateAsync(id);
        Assert.Equal(("""{"name":"harbour.csv"}""", """{"password":"abcde-fghjk"}""", "harbour why"), (read.Asked, read.Outcome, read.Why));
        Assert.NotEqual(read.FileKey, key);
        Assert.Equal(32, Convert.FromBase64String(read.FileKey!).Length);
    }

    [Fact]
    public async Task When_the_store_is_locked_all_are_gone_and_a_program_that_joins_leaves_those_of_the_others()
    {
        await RestAsync(_first, _second);
        var id = await AskAsync(BoardOf(_first));
        var held = (await BoardOf(_second).TakeAsync(JobKind.CaseFile, Cancelled))!;
        var made = _second.Services.GetRequiredService<MadeFiles>();
        await made.WriteAsync(id, to => to.WriteAsync("the pages"u8.ToArray(), Cancelled).AsTask(), Cancelled);
        await BoardOf(_second).EndAsync(held, JobState.Done, "{}", null);
        BoardOf(_second).Leave(held);
        await using (await _first.BesideAsync())
        {
            Assert.Equal(JobState.Done, (await StateAsync(id)).State);
            Assert.True(made.Has(id));
        }

        Assert.True(made.Has(id));
        await _first.Door.LockAsync(Viewer.Operator, null);

        Assert.False(made.Has(id));
        Assert.Empty(Directory.GetFiles(Path.Combine(_first.Folder, "made")));
        Assert.Equal(UnlockAnswer.Opened, await _first.Door.UnlockAsync(Pages.Vault.VaultApp.Passphrase, Domain.Vault.VaultLedger.ThisComputer, Cancelled));
        Assert.Equal(0, await _first.DbAsync(db => db.Jobs.CountAsync(Cancelled)));
    }

    [Fact]
    public async Task One_of_another_opening_is_not_taken_up()
    {
        await RestAsync(_first, _second);
        await AskAsync(BoardOf(_first));

        // As if all had been killed.
        await _first.DbAsync(db => db.Database.ExecuteSqlAsync($"""UPDATE "Jobs" SET "Opening" = 7""", Cancelled));
        await using var third = await _first.BesideAsync();

        Assert.Equal(0, await third.DbAsync(db => db.Jobs.CountAsync(Cancelled)));
    }

    private readonly Guid _person = Guid.NewGuid();

    private static async Task RestAsync(params NodeApp[] apps)
    {
        // What they do is done by hand here.
        foreach (var worker in apps.SelectMany(app => app.Services.GetServices<IHostedService>()).Where(worker => worker is BundleWork or ImportWork))
        {
            await worker.StopAsync(Cancelled);
        }
    }

    private static JobBoard BoardOf(NodeApp app) => app.Services.GetRequiredService<JobBoard>();

    // The board of another program, whose clock is ahead.
    private static JobBoard BoardOf(NodeApp app, TimeSpan ahead)
    {
        var services = app.Services;
        return new JobBoard(
            services.GetRequiredService<IServiceScopeFactory>(), services.GetRequiredService<StoreEngine>(), services.GetRequiredService<StoreState>(),
            services.GetRequiredService<WriterGate>(), services.GetRequiredService<MadeFiles>(), new Ahead(services.GetRequiredService<TimeProvider>().GetUtcNow() + ahead));
    }

    private async Task<Guid> AskAsync(JobBoard board, string asked = "{}")
    {
        var id = Guid.CreateVersion7();
        await board.AskAsync(new Job(id, JobKind.CaseFile, _person, asked), Cancelled);

        // The clock of the tests stands still, and the oldest is taken first.
        await _first.DbAsync(db => db.Database.ExecuteSqlAsync($"""UPDATE "Jobs" SET "AskedAt" = clock_timestamp() WHERE "Id" = {id}""", Cancelled));
        return id;
    }

    private static async Task<List<Guid>> TakeAllAsync(JobBoard board)
    {
        var taken = new List<Guid>();

        // Null may also say that others hold what is left, for a moment.
        for (var empty = 0; empty < 3;)
        {
            if (await board.TakeAsync(JobKind.CaseFile, Cancelled) is { } job)
            {
                taken.Add(job.Job.Id);
            }
            else
            {
                empty++;
            }
        }

        return taken;
    }

    private Task<Job> StateAsync(Guid id) => _first.DbAsync(db => db.Jobs.AsNoTracking().SingleAsync(job => job.Id == id, Cancelled));

    // The page asks again by itself; so does the test.
    private static async Task<IDocument> UntilAsync(HttpClient client, string address, string words)
    {
        while (true)
        {
            var page = await client.OpenPageAsync(address);
            if (page.Words().Contains(words, StringComparison.Ordinal))
            {
                return page;
            }

            Assert.NotNull(page.QuerySelector("main progress"));
            await Task.Delay(50, Cancelled);
        }
    }

    private sealed class Ahead(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    // Works until it is told to end.
    private sealed class Endless(IServiceProvider services) : JobWorker<JobAsker>(
        JobKind.CaseFile, services.GetRequiredService<JobBoard>(), services.GetRequiredService<StoreEngine>(), services.GetRequiredService<IServiceScopeFactory>(),
        services.GetRequiredService<TimeProvider>(), NullLogger.Instance)
    {
        public TaskCompletionSource Begun { get; } = new();

        protected override async Task<string> DoAsync(JobUnderWay job, JobAsker asked, RaidDocsDbContext db, IServiceProvider services, CancellationToken cancellationToken)
        {
            Begun.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return "{}";
        }

        protected override string WhyOf(JobUnderWay job, Exception failed) => "It ended.";
    }
}
