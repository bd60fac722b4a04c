using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Hosting.Backups;
using RaidDocs.Web.Tests.Infrastructure;
using RaidDocs.Web.Tests.Pages.Vault;

namespace RaidDocs.Web.Tests.Backups;

/// <summary>The administrator makes backups in the browser, is reminded of them, and takes them away sealed. Nobody else knows of the page.</summary>
public sealed class BackupPageTests : IAsyncLifetime
{
    private readonly TurningVault _app = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private BackupDesk Desk => _app.Services.GetRequiredService<BackupDesk>();

    public ValueTask InitializeAsync() => new(_app.MakeAsync());

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task She_makes_one_reads_that_it_is_whole_saves_it_and_checks_it_again()
    {
        var client = _app.ClientFor(StaffRole.Administrator);
        Assert.Contains("No backup was made yet.", (await client.OpenPageAsync("/admin/backup")).Words(), StringComparison.Ordinal);

        var made = await (await client.OpenFormAsync("/admin/backup")).PostAsync("Make a backup now");
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        await DoneAsync();
        var page = await client.OpenPageAsync("/admin/backup");
        Assert.Contains("The backup is made and checked.", page.Words(), StringComparison.Ordinal);
        Assert.Contains("The last backup that was made and checked is of", page.Words(), StringComparison.Ordinal);
        var file = Assert.Single(Desk.All);

        using var taken = await PostAsync(client, "Take", file.Name);
        Assert.Equal((HttpStatusCode.OK, "attachment", file.Name), (taken.StatusCode, taken.Content.Headers.ContentDisposition?.DispositionType, taken.Content.Headers.ContentDisposition?.FileName));
        Assert.Equal("sandbox; default-src 'none'", taken.Headers.GetValues("Content-Security-Policy").Single());
        var bytes = await taken.Content.ReadAsByteArrayAsync(Cancelled);
        Assert.Equal(await File.ReadAllBytesAsync(file.FullName, Cancelled), bytes);

        using var looked = await PostAsync(client, "Check", file.Name);
        Assert.Equal(HttpStatusCode.Redirect, looked.StatusCode);
        await DoneAsync();
        Assert.Contains("can be restored", (await client.OpenPageAsync("/admin/backup")).Words(), StringComparison.Ordinal);

        // Who made it and who took it stands in the log.
        var me = _app.PersonIn(StaffRole.Administrator);
        Assert.Equal(
            ["backup", "export"],
            await _app.DbAsync(db => db.AuditEntries.Where(entry => entry.ObjectType == "Store" && entry.ActorId == me).OrderBy(entry => entry.Number).Select(entry => entry.Action).ToListAsync()));

        // One that was changed is not whole.
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(file.FullName, bytes, Cancelled);
        using var again = await PostAsync(client, "Check", file.Name);
        await DoneAsync();
        Assert.Contains("It could not be done", (await client.OpenPageAsync("/admin/backup")).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../vault.json")]
    [InlineData("/etc/passwd")]
    [InlineData("")]
    [InlineData("notes-2026-11-21-00000001.backup")]
    public async Task Nothing_but_a_backup_is_given_out(string name)
    {
        var client = _app.ClientFor(StaffRole.Administrator);
        using var taken = await PostAsync(client, "Take", name);
        using var looked = await PostAsync(client, "Check", name);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (taken.StatusCode, looked.StatusCode));
    }

    [Fact]
    public async Task Making_taking_and_checking_ask_for_the_second_factor()
    {
        await Desk.MakeAsync(Domain.Access.Viewer.Operator);
        var name = Assert.Single(Desk.All).Name;
        var client = _app.ClientFor(StaffRole.Administrator, hasProof: false);
        foreach (var handler in new[] { "", "Take", "Check" })
        {
            using var answer = await PostAsync(client, handler, name);
            Assert.Equal("/account/confirm?returnUrl=%2Fadmin%2Fbackup", answer.Headers.Location?.OriginalString);
        }

        Assert.Equal(name, Assert.Single(Desk.All).Name);
    }

    [Theory]
    [InlineData(StaffRole.ResearchLeader)]
    [InlineData(StaffRole.ResearchPartner)]
    [InlineData(StaffRole.LegalAdvisor)]
    [InlineData(StaffRole.Auditor)]
    public async Task For_everybody_else_there_is_no_such_page_and_no_reminder(string role)
    {
        var client = _app.ClientFor(role);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri("/admin/backup", UriKind.Relative), Cancelled)).StatusCode);
        Assert.Null((await client.OpenPageAsync("/")).QuerySelector("a[href='/admin/backup']"));
    }

    [Theory]
    [InlineData(7, false)]
    [InlineData(8, true)]
    public async Task The_administrator_is_reminded_when_the_last_one_is_older_than_seven_days(int days, bool isReminded)
    {
        var client = _app.ClientFor(StaffRole.Administrator);
        Assert.NotNull((await client.OpenPageAsync("/")).QuerySelector(".notice a[href='/admin/backup']"));
        await Desk.MakeAsync(Domain.Access.Viewer.Operator);
        Assert.Null((await client.OpenPageAsync("/")).QuerySelector(".notice a[href='/admin/backup']"));

        _app.Days = days;
        Assert.Equal(isReminded, (await client.OpenPageAsync("/")).QuerySelector(".notice a[href='/admin/backup']") is not null);
        Assert.Equal(isReminded, (await client.OpenPageAsync("/admin")).Words().Contains("too old", StringComparison.Ordinal));
        Assert.Equal(isReminded, (await client.OpenPageAsync("/admin/backup")).Words().Contains($"That is {days} days ago.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(-2, true)]
    public async Task One_of_a_day_to_come_was_made_under_a_wrong_clock_and_quiets_nobody(int days, bool isReminded)
    {
        var client = _app.ClientFor(StaffRole.Administrator);
        await Desk.MakeAsync(Domain.Access.Viewer.Operator);

        _app.Days = days;

        Assert.Equal(isReminded, (await client.OpenPageAsync("/")).QuerySelector(".notice a[href='/admin/backup']") is not null);
        Assert.Equal(isReminded, (await client.OpenPageAsync("/admin")).Words().Contains("too old", StringComparison.Ordinal));
        var page = (await client.OpenPageAsync("/admin/backup")).Words();
        Assert.Equal(isReminded, page.Contains("That day is still to come", StringComparison.Ordinal));
        Assert.DoesNotContain("days ago", page, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string handler, string name)
    {
        var page = await client.OpenPageAsync("/admin/backup");
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("name", name)]);
        return await client.PostAsync(new Uri(handler.Length == 0 ? "/admin/backup" : $"/admin/backup?handler={handler}", UriKind.Relative), form);
    }

    private Task DoneAsync() => Desk.WaitAsync();

    /// <summary>A vault on a later day.</summary>
    private sealed class TurningVault : VaultApp
    {
        public int Days { get; set; }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(new Later(this)));
        }

        private sealed class Later(TurningVault app) : TimeProvider
        {
            public override DateTimeOffset GetUtcNow() => new(Today.AddDays(app.Days), new TimeOnly(2, 0), TimeSpan.Zero);
        }
    }
}
