using System.Diagnostics;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Vault;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Vault;

/// <summary>Locked at start, unlocked in the browser, and locked again for everybody at once.</summary>
public sealed class LockTests : IAsyncLifetime
{
    private const string Marker = "Lanternfish Karaoke";

    private readonly CookieVaultApp _app = new();

    public async ValueTask InitializeAsync()
    {
        await _app.MakeAsync();
        await _app.DbAsync(async db =>
        {
            db.Add(new Domain.Raids.Raid("R01", new Domain.Raids.RaidFacts { Name = Marker }));
            return await db.SaveChangesAsync();
        });
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Lock_now_ends_every_session_within_two_seconds_and_none_comes_back_with_the_next_unlock()
    {
        var clients = new List<HttpClient> { await _app.SignedInAsync(), await _app.SignedInAsync(), await _app.SignedInAsync() };
        Assert.All(await StatusAsync(clients, "/raids"), status => Assert.Equal(HttpStatusCode.OK, status));

        var watch = Stopwatch.StartNew();
        var locked = await LockAsync(clients[0]);
        var after = await StatusAsync(clients, "/raids");
        watch.Stop();

        Assert.Equal("/unlock", locked.Headers.Location?.OriginalString);

        // The mark by which her browser is known again stays.
        Assert.Equal("\"cache\", \"storage\"", locked.Headers.GetValues("Clear-Site-Data").Single());
        Assert.All(after, status => Assert.Equal(HttpStatusCode.ServiceUnavailable, status));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), watch.Elapsed.ToString());
        Assert.Null(_app.State.Keys);
        Assert.DoesNotContain(OpenFiles(), file => file.Contains("raiddocs.db", StringComparison.Ordinal));
        AssertUnreadable();

        Assert.Equal(HttpStatusCode.Redirect, (await UnlockAsync(_app.Stranger(), VaultApp.Passphrase)).StatusCode);
        Assert.All(await StatusAsync(clients, "/raids"), status => Assert.Equal(HttpStatusCode.Redirect, status));
        Assert.Equal(HttpStatusCode.OK, (await (await _app.SignedInAsync()).GetAsync("/raids")).StatusCode);
    }

    [Fact]
    public async Task While_it_is_locked_every_page_offers_to_unlock_and_nothing_else()
    {
        var client = await _app.SignedInAsync();
        await LockAsync(client);
        string[] open = ["unlock", "exit", "leave", "error", "status", "health"];
        var pages = _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(page => page.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(page => "/" + System.Text.RegularExpressions.Regex.Replace(page.RoutePattern.RawText!, @"\{[^}]*:guid\}", Guid.NewGuid().ToString("D")))
            .Select(path => System.Text.RegularExpressions.Regex.Replace(path, @"\{[^}]*\}", "1"))
            .Where(path => !open.Contains(path.Split('/')[1], StringComparer.OrdinalIgnoreCase))
            .ToList();

        Assert.True(pages.Count > 50);
        foreach (var path in pages)
        {
            var answer = await client.GetAsync(path);
            var page = await answer.ReadHtmlAsync();
            Assert.True(answer.StatusCode == HttpStatusCode.ServiceUnavailable, path);
            Assert.True(page.QuerySelector("form[action='/unlock'] input[type=password]") is not null, path);
            Assert.DoesNotContain(page.QuerySelectorAll("nav a"), link => link.GetAttribute("href") == "/raids");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.PostAsync(path, new FormUrlEncodedContent([]))).StatusCode);
        }

        // The address that the page names, with the fingerprint of the file in it.
        var sheet = System.Text.RegularExpressions.Regex.Match(await client.GetStringAsync("/unlock"), "href=\"(/site[^\"]*[.]css)\"").Groups[1].Value;
        Assert.NotEqual("/site.css", sheet);
        foreach (var path in new[] { sheet, "/unlock", "/unlock/recover", "/leave", "/health/live", "/site.css" })
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(path)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/exit")).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/health/ready")).StatusCode);
    }

    [Fact]
    public async Task The_form_of_a_closed_page_unlocks()
    {
        await LockAsync(await _app.SignedInAsync());
        var client = _app.Stranger();

        var closed = await (await client.GetAsync("/raids")).ReadFormAsync(client);
        var answer = await closed.Fill("Vault passphrase", VaultApp.Passphrase).PostAsync();

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.True(_app.State.IsOpen);
    }

    [Fact]
    public async Task Locking_is_a_post_of_somebody_who_is_signed_in()
    {
        var client = await _app.SignedInAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/lock")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync("/lock", new FormUrlEncodedContent([]))).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await _app.Stranger().PostAsync("/lock", new FormUrlEncodedContent([]))).StatusCode);
        Assert.True(_app.State.IsOpen);
    }

    [Fact]
    public async Task Five_wrong_passphrases_and_the_sixth_waits_even_if_it_is_right()
    {
        await LockAsync(await _app.SignedInAsync());
        var client = _app.Stranger();
        for (var time = 0; time < 5; time++)
        {
            var wrong = await UnlockAsync(client, "something else entirely, and long");
            Assert.Contains("This does not open the vault. After 5 wrong tries, wait 15 minutes", (await wrong.ReadHtmlAsync()).Errors());
        }

        var waits = await UnlockAsync(client, VaultApp.Passphrase);

        Assert.Equal(HttpStatusCode.TooManyRequests, waits.StatusCode);
        Assert.False(_app.State.IsOpen);

        // A program started anew on the same folder knows of them.
        Assert.False(new VaultLedger(_app.Services.GetRequiredService<DataFolder>(), _app.Services.GetRequiredService<FolderTurn>(), _app.Services.GetRequiredService<TimeProvider>()).MayTry(VaultLedger.ThisComputer));
        Assert.Equal(UnlockAnswer.Opened, await _app.Door.UnlockAsync(VaultApp.Passphrase, "10.0.0.7", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_log_names_who_locked_and_which_slot_opened()
    {
        await LockAsync(await _app.SignedInAsync());
        await UnlockAsync(_app.Stranger(), "something else entirely, and long");
        await UnlockAsync(_app.Stranger(), _app.Sheet);

        var lines = await _app.DbAsync(db => db.AuditEntries.Where(entry => entry.ObjectType == "Vault").OrderBy(entry => entry.Number).ToListAsync());
        var nok = await _app.DbAsync(db => db.Users.Select(user => (Guid?)user.Id).SingleAsync());

        Assert.Equal(["unlock 1", "lock -", "unlock failed -", "unlock 2"], lines.Select(line => $"{line.Action} {line.ObjectId}"));
        Assert.Equal(nok, lines[1].ActorId);
    }

    [Fact]
    public async Task A_writer_who_hangs_does_not_keep_the_store_open()
    {
        var client = await _app.SignedInAsync();
        using var held = await _app.Services.GetRequiredService<WriterGate>().EnterAsync(TestContext.Current.CancellationToken);

        var watch = Stopwatch.StartNew();
        await LockAsync(client);

        // Without its patience it would wait for ever. How busy the machine is must not decide.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), watch.Elapsed.ToString());
        Assert.Null(_app.State.Keys);
        Assert.Contains("lock", _app.Services.GetRequiredService<VaultLedger>().Notes.Select(note => note.What));
    }

    [Fact]
    public async Task After_idle_hours_it_locks_itself()
    {
        var clock = new MovingClock();
        using var idle = new IdleLock(
            _app.Door, _app.State, _app.Services.GetRequiredService<StoreEngine>(), _app.Services.GetRequiredService<Microsoft.Extensions.DependencyInjection.IServiceScopeFactory>(), clock, new ConfigurationBuilder().Build(), Microsoft.Extensions.Logging.Abstractions.NullLogger<IdleLock>.Instance);
        await idle.CheckAsync();
        clock.Pass(TimeSpan.FromHours(7.9));
        await idle.CheckAsync();
        Assert.True(_app.State.IsOpen);

        idle.Note();
        clock.Pass(TimeSpan.FromHours(7.9));
        await idle.CheckAsync();
        Assert.True(_app.State.IsOpen);

        clock.Pass(TimeSpan.FromHours(0.2));
        await idle.CheckAsync();
        Assert.False(_app.State.IsOpen);
    }

    [Fact]
    public async Task Hours_in_which_the_computer_sleeps_are_idle_hours()
    {
        var clock = new MovingClock();
        using var idle = new IdleLock(
            _app.Door, _app.State, _app.Services.GetRequiredService<StoreEngine>(), _app.Services.GetRequiredService<Microsoft.Extensions.DependencyInjection.IServiceScopeFactory>(), clock, new ConfigurationBuilder().Build(), Microsoft.Extensions.Logging.Abstractions.NullLogger<IdleLock>.Instance);
        await idle.CheckAsync();
        clock.Sleep(TimeSpan.FromHours(7.9));
        await idle.CheckAsync();
        Assert.True(_app.State.IsOpen);

        clock.Sleep(TimeSpan.FromHours(0.2));
        await idle.CheckAsync();
        Assert.False(_app.State.IsOpen);
    }

    [Fact]
    public async Task The_sheet_sets_a_new_passphrase()
    {
        await LockAsync(await _app.SignedInAsync());
        var client = _app.Stranger();
        var form = await client.OpenFormAsync("/unlock/recover");

        var refused = await form.Fill("The words of the sheet", "one two three").Fill("New vault passphrase", "x").Fill("The same again", "y").PostAsync();
        Assert.Equal(2, (await refused.ReadHtmlAsync()).Errors().Count());

        var done = await (await client.OpenFormAsync("/unlock/recover"))
            .Fill("The words of the sheet", _app.Sheet.ToUpperInvariant())
            .Fill("New vault passphrase", "nine baskets of warm bread").Fill("The same again", "nine baskets of warm bread")
            .PostAsync();

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(3, _app.Vault.Open("nine baskets of warm bread")!.Slot);
    }

    [Fact]
    public async Task Who_waits_behind_an_unlock_has_proved_nothing_and_is_given_no_slot()
    {
        await LockAsync(await _app.SignedInAsync());
        var form = (await _app.Stranger().OpenFormAsync("/unlock/recover"))
            .Fill("The words of the sheet", WordList.Draw(WordList.SheetWords))
            .Fill("New vault passphrase", "nine baskets of warm bread").Fill("The same again", "nine baskets of warm bread");
        Task<UnlockAnswer> right;
        Task<HttpResponseMessage> behind;
        using (await _app.Services.GetRequiredService<WriterGate>().EnterAsync(TestContext.Current.CancellationToken))
        {
            // It cannot finish while another writes, and the stranger's post comes meanwhile.
            right = _app.Door.UnlockAsync(VaultApp.Passphrase, VaultLedger.ThisComputer, TestContext.Current.CancellationToken);
            behind = form.PostAsync();
            await Task.WhenAny(behind, Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken));
            Assert.False(right.IsCompleted || behind.IsCompleted);
        }

        Assert.Equal(UnlockAnswer.Opened, await right);
        await behind;
        Assert.Equal(UnlockAnswer.AlreadyOpen, await _app.Door.UnlockAsync("anything at all, tried or not", VaultLedger.ThisComputer, TestContext.Current.CancellationToken));

        Assert.Equal(2, _app.Vault.Read().Slots.Count);
        Assert.Null(_app.Vault.Open("nine baskets of warm bread"));
    }

    [Fact]
    public async Task The_sheet_with_all_slots_taken_opens_nothing_on_its_page_and_a_damaged_vault_is_said()
    {
        for (var slot = 3; slot <= VaultDocument.MostSlots; slot++)
        {
            _app.Vault.Add(_app.State.DataKey(), 2, $"nine baskets of warm bread {slot}");
        }

        await LockAsync(await _app.SignedInAsync());
        var full = await RecoverAsync();

        Assert.Contains((await full.ReadHtmlAsync()).Errors(), error => error.StartsWith("All slots are taken.", StringComparison.Ordinal));
        Assert.False(_app.State.IsOpen);

        await File.WriteAllTextAsync(_app.Services.GetRequiredService<DataFolder>().Vault, "{ cut");
        var damaged = await RecoverAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, damaged.StatusCode);
        Assert.Contains((await damaged.ReadHtmlAsync()).Errors(), error => error.StartsWith("The store could not be opened.", StringComparison.Ordinal));

        async Task<HttpResponseMessage> RecoverAsync() => await (await _app.Stranger().OpenFormAsync("/unlock/recover"))
            .Fill("The words of the sheet", _app.Sheet)
            .Fill("New vault passphrase", "ten baskets of warm bread").Fill("The same again", "ten baskets of warm bread")
            .PostAsync();
    }

    [Fact]
    public async Task Locking_forgets_the_keys_even_when_nothing_can_be_written()
    {
        var client = await _app.SignedInAsync();
        var ring = _app.Services.GetRequiredService<Microsoft.AspNetCore.DataProtection.IDataProtectionProvider>();
        var before = ring.CreateProtector("test").Protect([1, 2, 3]);
        using var held = await _app.Services.GetRequiredService<WriterGate>().EnterAsync(TestContext.Current.CancellationToken);

        // The lock cannot be noted in the log, nor beside it.
        var limits = _app.Services.GetRequiredService<DataFolder>().Limits;
        File.Delete(limits);
        Directory.CreateDirectory(limits);
        await Assert.ThrowsAnyAsync<Exception>(() => _app.Door.LockAsync(Domain.Access.Viewer.Operator, own: null));
        Directory.Delete(limits);

        Assert.Null(_app.State.Keys);
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => ring.CreateProtector("test").Unprotect(before));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/raids")).StatusCode);
    }

    [Fact]
    public async Task A_failed_try_to_lock_does_not_stop_the_program()
    {
        var clock = new MovingClock();
        using var idle = new IdleLock(
            _app.Door, _app.State, _app.Services.GetRequiredService<StoreEngine>(), _app.Services.GetRequiredService<Microsoft.Extensions.DependencyInjection.IServiceScopeFactory>(), clock, new ConfigurationBuilder().Build(), Microsoft.Extensions.Logging.Abstractions.NullLogger<IdleLock>.Instance);
        await idle.TryAsync();
        clock.Pass(TimeSpan.FromHours(9));
        var limits = _app.Services.GetRequiredService<DataFolder>().Limits;
        using (await _app.Services.GetRequiredService<WriterGate>().EnterAsync(TestContext.Current.CancellationToken))
        {
            File.Delete(limits);
            Directory.CreateDirectory(limits);
            await idle.TryAsync();
        }

        Assert.False(_app.State.IsOpen);
    }

    [Fact]
    public async Task Keys_made_while_it_was_locked_are_not_used_afterwards()
    {
        var ring = _app.Services.GetRequiredService<Microsoft.AspNetCore.DataProtection.IDataProtectionProvider>();
        await LockAsync(await _app.SignedInAsync());
        var locked = ring.CreateProtector("test").Protect([1, 2, 3]);

        await UnlockAsync(_app.Stranger(), VaultApp.Passphrase);

        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => ring.CreateProtector("test").Unprotect(locked));
        Assert.Equal(1, await _app.DbAsync(db => db.StoredKeys.CountAsync()));
    }

    private static async Task<HttpResponseMessage> LockAsync(HttpClient client)
    {
        var page = await client.OpenPageAsync("/");
        var button = page.QuerySelector("button[formaction='/lock']")!;
        var token = button.Closest("form")!.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await client.PostAsync("/lock", new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]));
    }

    private static async Task<HttpResponseMessage> UnlockAsync(HttpClient client, string secret) =>
        await (await client.OpenFormAsync("/unlock")).Fill("Vault passphrase", secret).PostAsync();

    private static async Task<HttpStatusCode[]> StatusAsync(IEnumerable<HttpClient> clients, string path) =>
        await Task.WhenAll(clients.Select(async client => (await client.GetAsync(path)).StatusCode));

    private IEnumerable<string> OpenFiles() => Directory.Exists("/proc/self/fd")
        ? Directory.EnumerateFiles("/proc/self/fd").Select(link => new FileInfo(link).LinkTarget ?? "").Where(file => file.StartsWith(_app.Folder, StringComparison.Ordinal))
        : [];

    private void AssertUnreadable()
    {
        foreach (var file in Directory.EnumerateFiles(_app.Folder, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "lock"))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            foreach (var word in new[] { Marker, CookieVaultApp.Name, VaultApp.Passphrase, CookieVaultApp.SignInPassphrase, _app.Sheet, "CREATE TABLE" })
            {
                foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode })
                {
                    Assert.True(bytes.ToArray().AsSpan().IndexOf(encoding.GetBytes(word)) < 0, $"{file} {word}");
                }
            }
        }
    }

    private sealed class MovingClock : TimeProvider
    {
        private long _now;
        private TimeSpan _slept;

        public void Pass(TimeSpan time) => _now += time.Ticks;

        /// <summary>The computer sleeps: the day goes on, and what it counts with does not.</summary>
        public void Sleep(TimeSpan time) => _slept += time;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _slept;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;
    }
}
