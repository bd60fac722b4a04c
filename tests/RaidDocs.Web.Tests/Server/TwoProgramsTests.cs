using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Backups;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Papers;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Vault;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Hosting.Backups;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Tests.Infrastructure;
using RaidDocs.Web.Tests.Pages.Vault;

namespace RaidDocs.Web.Tests.Server;

/// <summary>Two programs over one store of a server, as behind one proxy.</summary>
public sealed class TwoProgramsTests
{
    private static readonly Uri Raids = new("/raids", UriKind.Relative);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_signs_in_on_one_reads_and_writes_on_the_other()
    {
        await using var first = new NodeApp();
        await first.MakeAsync();
        await using var second = await first.BesideAsync();
        _ = await first.SignedInAsync();

        Assert.Equal(HttpStatusCode.OK, (await second.Stranger().GetAsync(Raids, Cancelled)).StatusCode);

        // A form that one has shown is taken by the other, and what it does counts for both.
        var token = (await first.Stranger().OpenPageAsync("/raids")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        Assert.Equal(HttpStatusCode.Redirect, (await second.Stranger().PostAsync(new Uri("/account/signout", UriKind.Relative), form, Cancelled)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await first.Stranger().GetAsync(Raids, Cancelled)).StatusCode);
    }

    [Fact]
    public async Task Where_one_is_locked_both_are_and_no_sign_in_of_before_counts()
    {
        await using var first = new NodeApp();
        await first.MakeAsync();
        await using var second = await first.BesideAsync();
        _ = await second.SignedInAsync();
        Assert.Equal(HttpStatusCode.OK, (await second.Stranger().GetAsync(Raids, Cancelled)).StatusCode);

        await first.Door.LockAsync(Viewer.Operator, null);

        // It closes first, and forgets the keys when the saves that are under way have ended.
        await UntilAsync(() => second.State is { IsOpen: false, Keys: null });
        Assert.Equal(UnlockAnswer.Opened, await second.Door.UnlockAsync(VaultApp.Passphrase, VaultLedger.ThisComputer, Cancelled));
        Assert.Equal(HttpStatusCode.Redirect, (await second.Stranger().GetAsync(Raids, Cancelled)).StatusCode);
    }

    [Fact]
    public async Task Both_are_locked_at_once_though_somebody_writes_for_minutes()
    {
        await using var first = new NodeApp();
        await first.MakeAsync();
        await using var second = await first.BesideAsync();
        _ = await second.SignedInAsync();

        // As an import does it, until its end.
        await first.DbAsync(db => db.InOneWriteAsync(
            async () =>
            {
                await second.Door.LockAsync(Viewer.Operator, null);
                await UntilAsync(() => !first.State.IsOpen);
                return true;
            },
            Cancelled));

        await UntilAsync(() => first.State is { IsOpen: false, Keys: null });
        Assert.Equal(UnlockAnswer.Opened, await second.Door.UnlockAsync(VaultApp.Passphrase, VaultLedger.ThisComputer, Cancelled));
        Assert.Equal(HttpStatusCode.Redirect, (await second.Stranger().GetAsync(Raids, Cancelled)).StatusCode);
    }

    [Fact]
    public async Task One_that_was_cut_off_from_the_server_makes_up_for_what_it_did_not_hear()
    {
        await using var first = new NodeApp();
        await first.MakeAsync();
        await using var second = await first.BesideAsync();
        await first.SaveAsync(new HouseSetting(HouseSetting.Name, "Sewing circle"));
        await UntilAsync(() => NameOn(second) == "Sewing circle");

        // Past the program, so that nobody tells it.
        TestServer.Run($"UPDATE \"Settings\" SET \"Value\" = 'Choir' WHERE \"Key\" = '{HouseSetting.Name}'", first.Database);
        CutOff(first.Database);

        await UntilAsync(() => NameOn(second) == "Choir");
        Assert.True(second.State.IsOpen);
        await second.SaveAsync(new HouseSetting(HouseSetting.Icon, "leaf"));

        // And is locked when that happened meanwhile.
        TestServer.Run($"UPDATE \"Settings\" SET \"Value\" = '1' WHERE \"Key\" = '{HouseSetting.Opening}'", first.Database);
        CutOff(first.Database);
        await UntilAsync(() => !first.State.IsOpen && !second.State.IsOpen);
    }

    [Fact]
    public async Task A_server_that_fell_silent_is_noticed_by_who_listens()
    {
        await using var app = new NodeApp();
        await app.MakeAsync();
        await using var line = new FrozenLine(new NpgsqlConnectionStringBuilder(app.Database).Host!);
        using var folder = new DataFolder(Path.Combine(app.Folder, "listener"));
        using var engine = new PostgresEngine(folder, new NpgsqlConnectionStringBuilder(app.Database) { Host = line.Folder, KeepAlive = 1 }.ConnectionString);
        await using var presence = await ServerPresence.JoinAsync(engine.Source, () => Task.CompletedTask, Cancelled);

        line.Freeze();

        Assert.Equal(ServerNews.Lost, await presence.HearAsync(Cancelled));
        using var usual = new PostgresEngine(folder, app.Database);
        Assert.Equal(15, new NpgsqlConnectionStringBuilder(usual.Source.ConnectionString).KeepAlive);
    }

    [Fact]
    public async Task One_that_ends_leaves_the_other_open_and_its_sign_ins_good()
    {
        await using var first = new NodeApp();
        await first.MakeAsync();
        var second = await first.BesideAsync();
        _ = await second.SignedInAsync();

        await second.DisposeAsync();

        Assert.True(first.State.IsOpen);
        Assert.Equal(HttpStatusCode.OK, (await first.Stranger().GetAsync(Raids, Cancelled)).StatusCode);
    }

    [Fact]
    public async Task Wrong_tries_on_one_count_on_the_other()
    {
        await using var first = new NodeApp();
        await first.MakeAsync();
        await using var second = await first.BesideAsync();
        var (here, there) = (first.Services.GetRequiredService<Throttle>(), second.Services.GetRequiredService<Throttle>());

        Assert.All(Enumerable.Range(0, Throttle.Tries), number => Assert.Null((number % 2 == 0 ? here : there).Begin("siri|127.0.0.2")));

        Assert.NotNull(here.Begin("siri|127.0.0.2"));
        Assert.NotNull(there.Begin("siri|127.0.0.2"));
        Assert.Null(there.Begin("siri|127.0.0.3"));

        // And so do those at the vault.
        await first.Door.LockAsync(Viewer.Operator, null);
        await UntilAsync(() => !second.State.IsOpen);
        for (var number = 0; number < VaultLedger.TriesOfOne; number++)
        {
            Assert.Equal(UnlockAnswer.Wrong, await (number % 2 == 0 ? first : second).Door.UnlockAsync("not the words of it", "10.0.0.7", Cancelled));
        }

        Assert.Equal(UnlockAnswer.Wait, await first.Door.UnlockAsync(VaultApp.Passphrase, "10.0.0.7", Cancelled));
        Assert.Equal(UnlockAnswer.Wait, await second.Door.UnlockAsync(VaultApp.Passphrase, "10.0.0.7", Cancelled));
    }

    [Fact]
    public async Task Lines_of_the_log_follow_each_other_though_both_write_at_once()
    {
        await using var first = new NodeApp();
        await first.MakeAsync();
        await using var second = await first.BesideAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(
            async () =>
            {
                for (var number = 0; number < 15; number++)
                {
                    await (writer % 2 == 0 ? first : second).SaveAsync(new Raid($"W{writer}N{number}", new RaidFacts { Name = "Harbour" }));
                }
            },
            Cancelled)));

        Assert.Equal(60, await first.DbAsync(db => db.Raids.CountAsync(Cancelled)));
        Assert.Empty((await second.DbAsync(db => Domain.Audit.LogCheck.CheckLogAsync(db, [], Cancelled))).Findings);
    }

    [Fact]
    public async Task A_name_that_the_house_takes_on_one_stands_on_the_pages_of_the_other()
    {
        await using var first = new NodeApp();
        await first.MakeAsync();
        await using var second = await first.BesideAsync();

        await first.SaveAsync(new HouseSetting(HouseSetting.Name, "Sewing circle"));

        await UntilAsync(() => NameOn(second) == "Sewing circle");
    }

    [Fact]
    public async Task The_backup_of_a_day_is_made_by_one_of_them()
    {
        await using var first = new NodeApp();
        await first.MakeAsync();
        await using var second = await first.BesideAsync();
        var stick = Directory.CreateTempSubdirectory("raiddocs-stick-").FullName;
        try
        {
            await first.DbAsync(async db =>
            {
                await BackupSchedule.ChangeAsync(db, _ => new BackupSchedule(stick, 3).Marked(), Cancelled);
                return true;
            });

            await Task.WhenAll(new[] { first, second, first, second }.Select(app => app.Services.GetRequiredService<DailyBackup>().MakeAsync(Cancelled)));

            Assert.Single(Directory.EnumerateFiles(stick, "*" + BackupMaker.Ending));
        }
        finally
        {
            Directory.Delete(stick, recursive: true);
        }
    }

    [Fact]
    public async Task A_file_that_one_erases_while_the_other_makes_a_backup_is_gone_when_that_is_done()
    {
        await using var first = new NodeApp();
        await first.MakeAsync();
        await using var second = await first.BesideAsync();
        var (keeping, erasing) = (first.Services.GetRequiredService<SealedFiles>(), second.Services.GetRequiredService<SealedFiles>());
        var (id, other) = (Guid.NewGuid(), Guid.NewGuid());
        foreach (var one in new[] { id, other })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(erasing.PathOf(one))!);
            await File.WriteAllBytesAsync(erasing.PathOf(one), [1], Cancelled);
        }

        using (keeping.KeepAll())
        using (first.Services.GetRequiredService<SealedFiles>().KeepAll())
        {
            erasing.Delete(id);
            keeping.Delete(other);
            Assert.True(keeping.Has(id) && keeping.Has(other));
        }

        Assert.False(keeping.Has(id) || keeping.Has(other));
        await File.WriteAllBytesAsync(erasing.PathOf(id), [1], Cancelled);
        erasing.Delete(id);
        Assert.False(keeping.Has(id));
    }

    private static string NameOn(NodeApp app) => app.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<FrameOptions>>().Value.ServiceName;

    private static void CutOff(string database) =>
        TestServer.Run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", database);

    // It is told by the server at once; how long that takes decides nothing.
    private static async Task UntilAsync(Func<bool> isSo)
    {
        while (!isSo())
        {
            await Task.Delay(20, Cancelled);
        }
    }
}
