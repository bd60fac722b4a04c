using System.Net;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Web.Hosting.Entry;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Account;

public sealed class SessionTests : IAsyncDisposable
{
    private readonly RealApp _app = new();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Thirty_minutes_without_a_click_end_it_and_a_click_puts_that_off()
    {
        var client = await SignedInAsync("siri");
        _app.Clock.Move(TimeSpan.FromMinutes(28));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/raids")).StatusCode);
        _app.Clock.Move(TimeSpan.FromMinutes(28));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/raids")).StatusCode);

        _app.Clock.Move(TimeSpan.FromMinutes(30));

        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/raids")).StatusCode);
    }

    [Fact]
    public async Task Twelve_hours_end_it_however_much_is_clicked_and_proved()
    {
        var (_, key) = await _app.PersonAsync("siri");
        var client = _app.Client();
        await _app.SignInAsync(client, "siri", key);
        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromHours(11.9); passed += TimeSpan.FromMinutes(20))
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/raids")).StatusCode);
            _app.Clock.Move(TimeSpan.FromMinutes(20));
        }

        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/raids")).StatusCode);
    }

    [Fact]
    public async Task Being_asked_again_does_not_put_the_end_off()
    {
        var (_, key) = await _app.PersonAsync("siri");
        var client = _app.Client();
        await _app.SignInAsync(client, "siri", key);
        var end = _app.Clock.GetUtcNow() + TimeSpan.FromHours(12);
        for (var hour = 0; hour < 23; hour++)
        {
            _app.Clock.Move(TimeSpan.FromMinutes(29));
            await client.GetAsync("/account");
        }

        await (await client.OpenFormAsync("/account/confirm")).Fill("Code", _app.CodeOf(key)).PostAsync();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/raids")).StatusCode);
        _app.Clock.Move(TimeSpan.FromMinutes(27));
        await client.GetAsync("/account");
        _app.Clock.Move(end - _app.Clock.GetUtcNow());

        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/raids")).StatusCode);
    }

    [Fact]
    public async Task The_footer_says_when_it_ends_and_keeps_its_word()
    {
        var client = await SignedInAsync("siri");

        // 09:01 in Bangkok, and half an hour.
        Assert.Contains("Signed in as siri, signs out at 09:31", (await client.OpenPageAsync("/raids")).QuerySelector("footer")!.TextContent, StringComparison.Ordinal);

        _app.Clock.Move(TimeSpan.FromMinutes(29.9));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/raids")).StatusCode);
    }

    [Fact]
    public async Task A_file_of_the_pages_reads_no_session_and_puts_no_end_off()
    {
        var client = await SignedInAsync("siri");
        var seen = await _app.DbAsync(db => db.Sessions.Select(session => session.SeenAt).SingleAsync());
        _app.Clock.Move(TimeSpan.FromMinutes(5));

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/site.css")).StatusCode);

        Assert.Equal(seen, await _app.DbAsync(db => db.Sessions.Select(session => session.SeenAt).SingleAsync()));
        await client.GetAsync("/raids");
        Assert.True(await _app.DbAsync(db => db.Sessions.Select(session => session.SeenAt).SingleAsync()) > seen);
    }

    [Fact]
    public async Task Somebody_elses_session_in_the_same_browser_ends_and_lends_nothing()
    {
        var (_, key) = await _app.PersonAsync("siri");
        var client = await SignedInAsync("ploy");
        _app.Clock.Move(TimeSpan.FromMinutes(20));
        await client.GetAsync("/raids");
        Assert.Equal("/", (await (await client.OpenFormAsync("/account/recover")).Fill("Sign-in name", "siri").Fill("Passphrase", RealApp.Passphrase).Fill("Recovery code", await RecoveryCodeAsync("siri", key)).PostAsync()).Headers.Location?.OriginalString.Replace("/account/recovery-codes", "/", StringComparison.Ordinal));

        var siri = await _app.DbAsync(db => db.Users.Where(person => person.UserName == "siri").Select(person => person.Id).SingleAsync());
        Assert.Equal("sign-in", await _app.DbAsync(db => db.AuditEntries.Where(entry => entry.ActorId == siri && (entry.Action == "sign-in" || entry.Action == "confirm")).OrderByDescending(entry => entry.Number).Select(entry => entry.Action).FirstAsync()));
        Assert.False(await _app.DbAsync(db => db.Sessions.AnyAsync(session => db.Users.Any(person => person.Id == session.UserId && person.UserName == "ploy"))));
    }

    [Fact]
    public async Task Ending_another_device_asks_for_proof_first()
    {
        var (_, key) = await _app.PersonAsync("siri");
        var (one, two) = (_app.Client(), _app.Client());
        await _app.SignInAsync(one, "siri", key);
        await _app.SignInAsync(two, "siri", key);
        _app.Clock.Move(TimeSpan.FromMinutes(6));

        var asked = await (await one.OpenFormAsync("/account/devices", "Sign out all others")).PostAsync();

        Assert.StartsWith("/account/confirm", asked.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await two.GetAsync("/raids")).StatusCode);
    }

    [Fact]
    public async Task A_new_passphrase_needs_the_present_one_and_guessing_it_waits()
    {
        var (_, key) = await _app.PersonAsync("siri");
        var client = _app.Client();
        await _app.SignInAsync(client, "siri", key);

        for (var wrong = 0; wrong < 5; wrong++)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ChangeAsync("not this one at all")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await ChangeAsync(RealApp.Passphrase)).StatusCode);
        _app.Clock.Move(TimeSpan.FromMinutes(16));
        await (await client.OpenFormAsync("/account/confirm")).Fill("Code", _app.CodeOf(key)).PostAsync();
        Assert.Equal("/account", (await ChangeAsync(RealApp.Passphrase)).Headers.Location?.OriginalString);
        Assert.Equal("/account/code", (await RealApp.FirstStepAsync(_app.Client(), "siri", "mud lark on a hill")).Headers.Location?.OriginalString);

        async Task<HttpResponseMessage> ChangeAsync(string present) => await (await client.OpenFormAsync("/account/passphrase"))
            .Fill("Present passphrase", present).Fill("New passphrase", "mud lark on a hill").PostAsync();
    }

    [Fact]
    public async Task Each_device_stands_in_the_list_and_is_signed_out_from_another()
    {
        var (_, key) = await _app.PersonAsync("siri");
        var (phone, laptop, third) = (_app.Client(), _app.Client(), _app.Client());
        phone.DefaultRequestHeaders.Add("User-Agent", "Mozilla/5.0 (Android 14; Mobile; rv:130.0) Gecko/130.0 Firefox/130.0");
        laptop.DefaultRequestHeaders.Add("User-Agent", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0");
        foreach (var device in new[] { phone, laptop, third })
        {
            await _app.SignInAsync(device, "siri", key);
        }

        var list = await laptop.OpenFormAsync("/account/devices", "Sign out Firefox, Android");
        Assert.Contains("Edge, Windows", list.Page.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0", list.Page.Words(), StringComparison.Ordinal);
        await list.PostAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await phone.GetAsync("/raids")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await third.GetAsync("/raids")).StatusCode);

        await (await laptop.OpenFormAsync("/account/devices", "Sign out all others")).PostAsync();

        Assert.Equal(HttpStatusCode.Redirect, (await third.GetAsync("/raids")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await laptop.GetAsync("/raids")).StatusCode);
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_another()
    {
        var (hers, mine) = (await SignedInAsync("siri"), await SignedInAsync("kanda"));
        var id = await _app.DbAsync(db => db.Sessions.Where(session => db.Users.Any(person => person.Id == session.UserId && person.UserName == "siri")).Select(session => session.Id).SingleAsync());
        var (_, key) = await _app.PersonAsync("lamai");
        await _app.SignInAsync(_app.Client(), "lamai", key);

        var page = await mine.OpenFormAsync("/account/confirm");
        await mine.PostAsync("/account/devices?handler=End", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["id"] = id.ToString(),
            ["__RequestVerificationToken"] = page.Hidden("__RequestVerificationToken"),
        }));

        Assert.Equal(HttpStatusCode.OK, (await hers.GetAsync("/raids")).StatusCode);
    }

    [Fact]
    public async Task A_new_device_is_told_once_and_written_into_the_log()
    {
        var (id, key) = await _app.PersonAsync("siri");
        var client = _app.Client();
        await _app.SignInAsync(client, "siri", key);
        Assert.StartsWith("This device was not signed in with before", (await client.OpenPageAsync("/raids")).Banner(), StringComparison.Ordinal);
        Assert.Null((await client.OpenPageAsync("/raids")).Banner());

        await (await client.OpenPageAsync("/raids")).SignOutAsync(client);
        await _app.SignInAsync(client, "siri", key);

        Assert.Null((await client.OpenPageAsync("/raids")).Banner());
        var acts = await _app.DbAsync(db => db.AuditEntries.Where(entry => entry.ObjectId == id.ToString() && entry.ActorId == id).OrderBy(entry => entry.Number).Select(entry => entry.Action).ToListAsync());
        Assert.Equal(["sign-in", "new-device", "sign-out", "sign-in"], acts);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_on_the_server_and_clears_the_browser()
    {
        var client = await SignedInAsync("siri");

        var answer = await (await client.OpenPageAsync("/raids")).SignOutAsync(client);

        Assert.Equal("\"cache\", \"storage\"", answer.Headers.GetValues("Clear-Site-Data").Single());
        Assert.False(await _app.DbAsync(db => db.Sessions.AnyAsync()));
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/raids")).StatusCode);
    }

    [Fact]
    public async Task The_cookie_is_a_key_of_which_the_store_holds_only_the_hash()
    {
        var client = await SignedInAsync("siri");
        var before = await _app.DbAsync(db => db.Sessions.Select(session => session.KeyHash).SingleAsync());
        Assert.Equal(64, before.Length);
        Assert.NotEqual(before, SessionStore.HashOf(before));
        Assert.Equal("-", await _app.DbAsync(db => db.Sessions.Select(session => session.Device).SingleAsync()));

        // Proving herself again gives a new key.
        var key = await _app.DbAsync(db => db.UserTokens.Select(token => token.Value!).SingleAsync());
        _app.Clock.Move(TimeSpan.FromMinutes(1));
        await (await client.OpenFormAsync("/account/confirm")).Fill("Code", _app.CodeOf(key)).PostAsync();

        Assert.NotEqual(before, await _app.DbAsync(db => db.Sessions.Select(session => session.KeyHash).SingleAsync()));
    }

    private async Task<string> RecoveryCodeAsync(string name, string key)
    {
        var client = _app.Client("127.0.0.5");
        await _app.SignInAsync(client, name, key);
        await (await client.OpenFormAsync("/account/recovery-codes")).PostAsync();
        return (await client.OpenPageAsync("/account/recovery-codes")).QuerySelector("ol.code li")!.TextContent;
    }

    private async Task<HttpClient> SignedInAsync(string name)
    {
        var (_, key) = await _app.PersonAsync(name);
        var client = _app.Client();
        Assert.Equal(HttpStatusCode.Redirect, (await _app.SignInAsync(client, name, key)).StatusCode);
        return client;
    }
}

internal static class SigningOut
{
    /// <summary>Presses the button of the footer.</summary>
    public static Task<HttpResponseMessage> SignOutAsync(this AngleSharp.Dom.IDocument page, HttpClient client) =>
        client.PostAsync("/account/signout", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = page.QuerySelector("footer input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
        }));
}
