using System.Net;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Access;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Account;

public sealed class SecondFactorTests : IAsyncDisposable
{
    private readonly RealApp _app = new();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData(StaffRole.Administrator, "/admin")]
    [InlineData(StaffRole.ResearchLeader, "/raids")]
    [InlineData(StaffRole.ResearchPartner, "/women")]
    [InlineData(StaffRole.LegalAdvisor, "/raids")]
    [InlineData(StaffRole.Auditor, "/admin/audit")]
    public async Task Without_a_second_factor_nobody_reaches_anything_but_setting_it_up(string role, string page)
    {
        await _app.PersonAsync("siri", role, hasApp: false);
        var client = _app.Client();
        var (_, key) = await _app.PersonAsync("anong", role);
        var other = _app.Client();
        await _app.SignInAsync(other, "anong", key);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync(page)).StatusCode);

        Assert.Equal("/account/factor", (await RealApp.FirstStepAsync(client, "siri", RealApp.Passphrase)).Headers.Location?.OriginalString);

        foreach (var path in new[] { page, "/", "/account", "/account/devices", "/account/confirm", "/account/passphrase" })
        {
            Assert.Equal("/account/factor", (await client.GetAsync(path)).Headers.Location?.OriginalString);
        }

        Assert.Contains("/account/confirm", (await (await client.OpenFormAsync("/account/recovery-codes")).PostAsync()).Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.False(await _app.DbAsync(db => db.RecoveryCodes.AnyAsync()));

        // Nor by renewing what was never there.
        Assert.Contains("/account/confirm", (await client.PostTokenAsync("/account/factor?handler=renew", "/account/factor")).Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal("/account/factor", (await client.GetAsync(page)).Headers.Location?.OriginalString);
        Assert.Empty((await client.OpenPageAsync("/account/factor")).QuerySelectorAll("header nav a[href='/raids'], header nav a[href='/admin']"));
    }

    [Fact]
    public async Task Setting_up_the_app_shows_key_and_picture_then_ten_codes_once()
    {
        await _app.PersonAsync("siri", hasApp: false);
        var client = _app.Client();
        await RealApp.FirstStepAsync(client, "siri", RealApp.Passphrase);
        var form = await client.OpenFormAsync("/account/factor");
        var key = form.Page.QuerySelector("main .code")!.TextContent;
        Assert.Matches("^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$", key);
        var picture = form.Page.QuerySelector("main svg")!;
        Assert.Empty(picture.QuerySelectorAll("[style], style, script"));
        Assert.Equal(key, (await client.OpenPageAsync("/account/factor")).QuerySelector("main .code")!.TextContent);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.Fill("Code", "000000").PostAsync()).StatusCode);
        Assert.Equal("/account/factor", (await client.GetAsync("/raids")).Headers.Location?.OriginalString);
        var done = await (await client.OpenFormAsync("/account/factor")).Fill("Code", _app.CodeOf(key.Replace(" ", "", StringComparison.Ordinal))).PostAsync();

        Assert.Equal("/account/recovery-codes", done.Headers.Location?.OriginalString);
        var codes = (await client.OpenPageAsync("/account/recovery-codes")).QuerySelectorAll("ol.code li").Select(item => item.TextContent).ToList();
        Assert.Equal(10, codes.Distinct().Count());
        Assert.Contains("You have 10 recovery codes left.", (await client.OpenPageAsync("/account/recovery-codes")).Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/raids")).StatusCode);
        var stored = await _app.DbAsync(db => db.RecoveryCodes.Select(code => code.Hash).ToListAsync());
        Assert.DoesNotContain(stored, hash => codes.Contains(hash));
    }

    [Fact]
    public async Task A_code_of_the_app_works_once_and_not_again_from_another_browser()
    {
        var (_, key) = await _app.PersonAsync("siri");
        var (first, second) = (_app.Client(), _app.Client());
        await RealApp.FirstStepAsync(first, "siri", RealApp.Passphrase);
        await RealApp.FirstStepAsync(second, "siri", RealApp.Passphrase);
        var code = _app.CodeOf(key);

        Assert.Equal(HttpStatusCode.Redirect, (await (await first.OpenFormAsync("/account/code")).Fill("Code", code).PostAsync()).StatusCode);
        var again = await (await second.OpenFormAsync("/account/code")).Fill("Code", code).PostAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await second.GetAsync("/raids")).StatusCode);
    }

    [Fact]
    public async Task The_second_step_is_gone_after_ten_minutes_and_is_nothing_without_the_first()
    {
        var (_, key) = await _app.PersonAsync("siri");
        var client = _app.Client();
        Assert.Equal("/account/sign-in", (await client.GetAsync("/account/code")).Headers.Location?.OriginalString);
        await RealApp.FirstStepAsync(client, "siri", RealApp.Passphrase);
        var form = await client.OpenFormAsync("/account/code");

        _app.Clock.Move(TimeSpan.FromMinutes(10.1));

        Assert.Equal("/account/sign-in", (await form.Fill("Code", _app.CodeOf(key)).PostAsync()).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_recovery_code_works_once_and_from_the_page_without_a_phone_too()
    {
        var (_, key) = await _app.PersonAsync("siri");
        var client = _app.Client();
        await _app.SignInAsync(client, "siri", key);
        await (await client.OpenFormAsync("/account/recovery-codes")).PostAsync();
        var codes = (await client.OpenPageAsync("/account/recovery-codes")).QuerySelectorAll("ol.code li").Select(item => item.TextContent).ToList();

        Assert.Equal("/account/recovery-codes", (await RecoverAsync(codes[0].ToLowerInvariant())).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await RecoverAsync(codes[0])).StatusCode);
        var second = _app.Client();
        await RealApp.FirstStepAsync(second, "siri", RealApp.Passphrase);
        Assert.Equal("/", (await (await second.OpenFormAsync("/account/code")).Fill("Code", codes[1]).PostAsync()).Headers.Location?.OriginalString);
        Assert.Equal(8, await _app.DbAsync(db => db.RecoveryCodes.CountAsync(code => code.SpentAt == null)));

        async Task<HttpResponseMessage> RecoverAsync(string code) => await (await _app.Client().OpenFormAsync("/account/recover"))
            .Fill("Sign-in name", "siri").Fill("Passphrase", RealApp.Passphrase).Fill("Recovery code", code).PostAsync();
    }

    [Fact]
    public async Task Being_asked_again_holds_five_minutes_and_keeps_who_she_is()
    {
        var (_, key) = await _app.PersonAsync("siri");
        var client = _app.Client();
        await _app.SignInAsync(client, "siri", key);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/account/passphrase")).StatusCode);

        _app.Clock.Move(TimeSpan.FromMinutes(5));
        var asked = await client.GetAsync("/account/passphrase");
        Assert.Equal("/account/confirm?returnUrl=%2Faccount%2Fpassphrase", asked.Headers.Location?.OriginalString);
        var form = await client.OpenFormAsync(asked.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.Fill("Code", "123456").PostAsync()).StatusCode);
        Assert.Equal("/account/passphrase", (await form.Fill("Code", _app.CodeOf(key)).PostAsync()).Headers.Location?.OriginalString);

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/account/passphrase")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/raids")).StatusCode);
        Assert.Equal(1, await _app.DbAsync(db => db.Sessions.CountAsync()));
    }

    [Fact]
    public async Task Another_app_needs_the_old_one_just_now()
    {
        var (_, key) = await _app.PersonAsync("siri");
        var client = _app.Client();
        await _app.SignInAsync(client, "siri", key);
        _app.Clock.Move(TimeSpan.FromMinutes(6));

        var refused = await (await client.OpenFormAsync("/account/factor")).PostAsync("Set up another app instead");

        Assert.StartsWith("/account/confirm", refused.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.True(await _app.DbAsync(db => db.Users.AnyAsync(person => person.TwoFactorEnabled)));
    }
}
