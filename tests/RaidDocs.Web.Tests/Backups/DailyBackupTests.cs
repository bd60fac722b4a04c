using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Backups;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Vault;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Hosting.Backups;
using RaidDocs.Web.Tests.Infrastructure;
using RaidDocs.Web.Tests.Pages.Vault;

namespace RaidDocs.Web.Tests.Backups;

/// <summary>The administrator chooses a folder and an hour, and a checked backup is there each day. When it cannot be made, she is told.</summary>
public sealed class DailyBackupTests : IAsyncLifetime
{
    private readonly TurningVault _app = new();
    private readonly string _stick = Directory.CreateTempSubdirectory("raiddocs-stick-").FullName;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private IReadOnlyList<string> There => [.. Directory.EnumerateFiles(_stick, "*" + BackupMaker.Ending).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    public ValueTask InitializeAsync() => new(_app.MakeAsync());

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_stick, recursive: true);
    }

    [Fact]
    public async Task She_chooses_a_folder_and_an_hour_and_each_day_one_is_there_that_the_sheet_opens()
    {
        var client = _app.ClientFor(StaffRole.Administrator);
        await ChooseAsync(client, _stick, "03:00");
        Assert.Contains("The first one is made within ten minutes.", (await client.OpenPageAsync("/admin/backup")).Words(), StringComparison.Ordinal);

        await TurnAsync();
        var name = Assert.Single(There);
        var file = BackupFile.Open(Path.Combine(_stick, name));
        Assert.Equal(SlotKind.Recovery, Assert.Single(file.Head.Slots).Kind);
        using (var opened = file.Unlock(_app.Sheet, vault: null))
        {
            Assert.NotEmpty(opened.Key);
        }

        Assert.Throws<StoreException>(() => file.Unlock(VaultApp.Passphrase, vault: null));

        // The same day it is not made again; on the next it is, from its hour on: 03:00 in Thailand is 20:00 UTC.
        _app.Now = _app.Now.AddHours(17.9);
        await TurnAsync();
        Assert.Single(There);
        _app.Now = _app.Now.AddHours(0.2);
        await TurnAsync();
        Assert.Equal(2, There.Count);

        var page = await client.OpenPageAsync("/admin/backup");
        Assert.Contains("2 are there.", page.Words(), StringComparison.Ordinal);
        Assert.Contains(_stick, page.Words(), StringComparison.Ordinal);
        Assert.Null((await client.OpenPageAsync("/")).QuerySelector(".notice a[href='/admin/backup']"));
        Assert.True(await _app.DbAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "backup")) == 2);
    }

    [Fact]
    public async Task Days_on_which_the_store_was_closed_are_made_up_by_one_after_the_next_unlock()
    {
        await ChooseAsync(_app.ClientFor(StaffRole.Administrator), _stick, "12:00");
        await TurnAsync();
        await _app.Door.LockAsync(Domain.Access.Viewer.Operator, own: null);
        _app.Now = _app.Now.AddDays(5);
        await TurnAsync();
        Assert.Single(There);

        Assert.Equal(UnlockAnswer.Opened, await _app.Door.UnlockAsync(VaultApp.Passphrase, VaultLedger.ThisComputer, Cancelled));
        await TurnAsync();
        await TurnAsync();
        Assert.Equal(2, There.Count);
    }

    [Fact]
    public async Task Old_ones_go_and_no_file_that_the_schedule_did_not_make()
    {
        var client = _app.ClientFor(StaffRole.Administrator);
        await ChooseAsync(client, _stick, "03:00");
        await TurnAsync();
        var first = Assert.Single(There);
        var others = new[] { "notes-2026-11-20-00000001.backup", "letters.txt", "notes-2026-11-21-00000002.backup.part" };
        foreach (var other in others)
        {
            await File.WriteAllTextAsync(Path.Combine(_stick, other), "hers", Cancelled);
        }

        // Saturday the 21st, then Sunday to Saturday, and Sunday again.
        var made = new List<string>();
        for (var day = 1; day <= 8; day++)
        {
            _app.Now = _app.Now.AddDays(1);
            await TurnAsync();
            made.Add(There.Except(others).Except(made).Except([first]).Single());
            if (day == 3)
            {
                // Somebody put another file in the place of one.
                await File.WriteAllTextAsync(Path.Combine(_stick, made[1]), "hers", Cancelled);
            }
        }

        // The 21st went on the 28th; the 22nd is a Sunday's; what stands in the place of the 23rd's is not ours any more.
        Assert.DoesNotContain(first, There);
        Assert.Equal(made, There.Except(others));
        Assert.All(others, other => Assert.True(File.Exists(Path.Combine(_stick, other))));
        Assert.All(made.Where(name => name != made[1]), name => Assert.NotNull(BackupFile.Open(Path.Combine(_stick, name))));
        Assert.Contains("7 are there.", (await client.OpenPageAsync("/admin/backup")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stick_that_is_not_there_or_is_another_one_is_told_and_nothing_is_laid_into_its_place()
    {
        var client = _app.ClientFor(StaffRole.Administrator);
        await ChooseAsync(client, _stick, "03:00");
        var away = _stick + "-away";
        Directory.Move(_stick, away);
        Directory.CreateDirectory(_stick);
        await TurnAsync();
        Assert.Empty(Directory.EnumerateFileSystemEntries(_stick));
        Assert.Contains("Its folder is not there, or another stick is in.", (await client.OpenPageAsync("/")).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("not well", (await client.OpenPageAsync("/admin")).Words(), StringComparison.Ordinal);
        Assert.Equal((Look.Wrong, "not well since 2026-11-21: its folder is not there, or another stick is in"), await DoctorAsync());
        Assert.Empty((await _app.ClientFor(StaffRole.ResearchLeader).OpenPageAsync("/")).QuerySelectorAll(".notice"));

        // It is told once, not at each turn; when the stick is back it is made and all is well.
        var lines = await _app.DbAsync(db => db.AuditEntries.CountAsync());
        await TurnAsync();
        Assert.Equal(lines, await _app.DbAsync(db => db.AuditEntries.CountAsync()));
        Directory.Delete(_stick);
        Directory.Move(away, _stick);
        await TurnAsync();
        Assert.Single(There);
        Assert.Null((await client.OpenPageAsync("/")).QuerySelector(".notice a[href='/admin/backup']"));
        Assert.Equal((Look.Fine, $"at 03:00 into {_stick}"), await DoctorAsync());
    }

    [Fact]
    public async Task A_full_stick_is_told_and_what_is_there_stays()
    {
        await ChooseAsync(_app.ClientFor(StaffRole.Administrator), _stick, "03:00");
        await TurnAsync();
        var before = There;
        var maker = _app.Services.GetRequiredService<BackupMaker>();
        maker.Disk = _ => throw new IOException("No space left");
        _app.Now = _app.Now.AddDays(1);
        Assert.True(await _app.Daily.MakeAsync(Cancelled));
        Assert.Equal(before, There);
        Assert.Contains("It could not be written", (await _app.ClientFor(StaffRole.Administrator).OpenPageAsync("/")).Words(), StringComparison.Ordinal);
        Assert.Equal(Look.Wrong, (await DoctorAsync()).Item1);

        maker.Disk = file => file;
        Assert.False(await _app.Daily.MakeAsync(Cancelled));
        Assert.Equal(2, There.Count);
    }

    [Fact]
    public async Task Two_sticks_that_were_both_chosen_take_turns()
    {
        var client = _app.ClientFor(StaffRole.Administrator);
        await ChooseAsync(client, _stick, "03:00");
        await TurnAsync();
        var other = _stick + "-other";
        Directory.Move(_stick, other);
        Directory.CreateDirectory(_stick);
        await ChooseAsync(client, _stick, "03:00");
        _app.Now = _app.Now.AddDays(1);
        await TurnAsync();
        Assert.Single(There);

        // The first is back: what was made there is still known.
        Directory.Move(_stick, _stick + "-second");
        Directory.Move(other, _stick);
        _app.Now = _app.Now.AddDays(1);
        await TurnAsync();
        Assert.Contains("2 are there.", (await client.OpenPageAsync("/admin/backup")).Words(), StringComparison.Ordinal);
        Directory.Delete(_stick + "-second", recursive: true);
    }

    [Fact]
    public async Task After_a_clock_that_was_wrong_one_is_made_at_once()
    {
        await ChooseAsync(_app.ClientFor(StaffRole.Administrator), _stick, "03:00");
        _app.Now = _app.Now.AddYears(10);
        await TurnAsync();
        _app.Now = _app.Now.AddYears(-10);
        await TurnAsync();
        Assert.Equal(2, There.Count);
        await TurnAsync();
        Assert.Equal(2, There.Count);
    }

    [Theory]
    [InlineData("backups", "Write the whole path of the folder")]
    [InlineData("//server/share", "Write the whole path of the folder")]
    [InlineData("/no/such/folder", "There is no such folder on that computer.")]
    [InlineData("{data}", "This is the folder of the store itself")]
    [InlineData("{data}/backups", "This is the folder of the store itself")]
    [InlineData("{data}/../{name}/backups", "This is the folder of the store itself")]
    public async Task A_folder_that_would_not_do_is_refused(string folder, string told)
    {
        folder = folder.Replace("{data}", _app.Folder, StringComparison.Ordinal).Replace("{name}", Path.GetFileName(_app.Folder), StringComparison.Ordinal);
        var client = _app.ClientFor(StaffRole.Administrator);
        var answer = await (await client.OpenFormAsync("/admin/backup", "Save")).Fill("The folder, best on another disk", folder).PostAsync("Save");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(told, await answer.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        Assert.Null(await _app.DbAsync(db => BackupSchedule.ReadAsync(db, Cancelled)));
    }

    [Fact]
    public async Task Choosing_and_stopping_ask_for_the_second_factor_and_stand_in_the_log()
    {
        var without = _app.ClientFor(StaffRole.Administrator, hasProof: false);
        var asked = await (await without.OpenFormAsync("/admin/backup", "Save")).Fill("The folder, best on another disk", _stick).PostAsync("Save");
        Assert.Equal("/account/confirm?returnUrl=%2Fadmin%2Fbackup", asked.Headers.Location?.OriginalString);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_stick));

        var client = _app.ClientFor(StaffRole.Administrator);
        await ChooseAsync(client, _stick, "03:00");
        var me = _app.PersonIn(StaffRole.Administrator);
        Assert.True(await _app.DbAsync(db => db.AuditEntries.AnyAsync(entry => entry.ObjectType == nameof(HouseSetting) && entry.ActorId == me)));
        using var stopped = await (await client.OpenFormAsync("/admin/backup", "Make none by itself any more")).PostAsync("Make none by itself any more");
        Assert.Equal(HttpStatusCode.Redirect, stopped.StatusCode);
        await TurnAsync();
        Assert.Empty(There);
    }

    [Fact]
    public async Task A_store_whose_key_is_in_memory_reminds_nobody_and_offers_nothing()
    {
        await using var demo = new TestApp();
        var client = demo.ClientFor(StaffRole.Administrator);
        Assert.Null((await client.OpenPageAsync("/")).QuerySelector("a[href='/admin/backup']"));
        Assert.DoesNotContain("too old", (await client.OpenPageAsync("/admin")).Words(), StringComparison.Ordinal);
        var page = await client.OpenPageAsync("/admin/backup");
        Assert.Contains("A backup of it would never open.", page.Words(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main button"));
    }

    private static async Task ChooseAsync(HttpClient client, string folder, string hour)
    {
        using var saved = await (await client.OpenFormAsync("/admin/backup", "Save")).Fill("The folder, best on another disk", folder).Fill("At what hour", hour).PostAsync("Save");
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
    }

    private async Task TurnAsync() => Assert.False(await _app.Daily.MakeAsync(Cancelled));

    private async Task<(Look, string)> DoctorAsync() => await _app.DbAsync(async db =>
    {
        var seen = (await Doctor.OfStoreAsync(_app.Services, db, Cancelled)).Single(one => one.Name == "daily backup");
        return (seen.State, seen.Value);
    });

    private sealed class TurningVault : VaultApp
    {
        public DateTimeOffset Now { get; set; } = new(Today, new TimeOnly(2, 0), TimeSpan.Zero);

        public DailyBackup Daily => Services.GetRequiredService<DailyBackup>();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(new Turning(this)));
        }

        private sealed class Turning(TurningVault app) : TimeProvider
        {
            public override DateTimeOffset GetUtcNow() => app.Now;
        }
    }
}
