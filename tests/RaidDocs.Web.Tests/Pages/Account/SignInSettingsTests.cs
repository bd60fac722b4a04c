using System.Buffers.Binary;
using System.Net;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RaidDocs.Web.Hosting.Entry;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Account;

/// <summary>The settings as they are in earnest: over https, with all rounds.</summary>
public sealed class SignInSettingsTests(SignInSettingsTests.HttpsApp app) : IClassFixture<SignInSettingsTests.HttpsApp>
{
    [Fact]
    public async Task A_passphrase_is_hashed_with_SHA_512_and_600_000_rounds_and_so_is_that_of_nobody()
    {
        var (id, _) = await app.PersonAsync($"p{Guid.NewGuid():N}");
        var hash = await app.DbAsync(db => db.Users.Where(person => person.Id == id).Select(person => person.PasswordHash).SingleAsync());
        foreach (var stored in new[] { hash!, app.Services.GetRequiredService<StaffHasher>().OfNobody })
        {
            var bytes = Convert.FromBase64String(stored);
            Assert.Equal(2u, BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(1)));
            Assert.Equal(600_000u, BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(5)));
            Assert.Equal(61, bytes.Length);
        }

        Assert.Equal(PasswordVerificationResult.Failed, app.Services.GetRequiredService<StaffHasher>().VerifyHashedPassword(
            new(), app.Services.GetRequiredService<StaffHasher>().OfNobody, RealApp.Passphrase));
    }

    [Fact]
    public void Nothing_is_said_about_letters_and_nobody_is_locked_out_by_a_stranger()
    {
        _ = app.Client();
        var options = app.Services.GetRequiredService<IOptions<IdentityOptions>>().Value;

        Assert.Equal((8, false, false, false, false, 1), (options.Password.RequiredLength, options.Password.RequireDigit, options.Password.RequireLowercase,
            options.Password.RequireUppercase, options.Password.RequireNonAlphanumeric, options.Password.RequiredUniqueChars));
        Assert.False(options.Lockout.AllowedForNewUsers);
        Assert.Equal("", options.User.AllowedUserNameCharacters);
        Assert.Equal(IdentitySchemaVersions.Version3, options.Stores.SchemaVersion);
    }

    [Fact]
    public void A_passkey_belongs_to_the_configured_name_and_asks_who_holds_the_device()
    {
        _ = app.Client();
        var options = app.Services.GetRequiredService<IOptions<IdentityPasskeyOptions>>().Value;

        Assert.Equal(("notes.example", "required", "required"), (options.ServerDomain, options.UserVerificationRequirement, options.ResidentKeyRequirement));
    }

    [Theory]
    [InlineData("https://notes.example", false, true)]
    [InlineData("http://notes.example", false, false)]
    [InlineData("https://notes.example.evil.invalid", false, false)]
    [InlineData("https://evil.invalid", false, false)]
    [InlineData("https://notes.example", true, false)]
    [InlineData("null", false, false)]
    public async Task A_passkey_answers_to_this_site_only(string origin, bool crossOrigin, bool isOurs)
    {
        _ = app.Client();
        var options = app.Services.GetRequiredService<IOptions<IdentityPasskeyOptions>>().Value;

        Assert.Equal(isOurs, await options.ValidateOrigin!(new() { HttpContext = new Microsoft.AspNetCore.Http.DefaultHttpContext(), Origin = origin, CrossOrigin = crossOrigin, TopOrigin = null }));
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080", "localhost")]
    [InlineData("https://10.0.0.5:8443", "localhost")]
    public void An_address_in_numbers_gives_passkeys_no_name(string urls, string domain)
    {
        using var other = new NamedApp(urls);
        _ = other.Client();

        Assert.Equal(domain, other.Services.GetRequiredService<IOptions<IdentityPasskeyOptions>>().Value.ServerDomain);
    }

    [Fact]
    public async Task Cookies_are_of_this_host_alone_unreadable_to_scripts_and_end_with_the_browser()
    {
        var name = $"p{Guid.NewGuid():N}";
        var (_, key) = await app.PersonAsync(name);
        var client = app.Client();
        var first = await RealApp.FirstStepAsync(client, name, RealApp.Passphrase);
        var page = await client.GetAsync(first.Headers.Location);
        var second = await (await page.ReadFormAsync(client)).Fill("Code", app.CodeOf(key)).PostAsync();
        var form = await app.Client().GetAsync("/account/sign-in");

        AssertCookie(first, "__Host-rd-2");
        AssertCookie(second, "__Host-rd");
        AssertCookie(form, "__Host-rd-af");
        Assert.Contains("max-age=34560000", AssertCookie(second, "__Host-rd-d"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_is_looked_up_in_the_store_and_not_put_off_by_the_cookie()
    {
        _ = app.Client();
        var cookie = app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);

        Assert.IsType<SessionStore>(cookie.SessionStore);
        Assert.False(cookie.SlidingExpiration);
        Assert.Equal(TimeSpan.FromHours(12), cookie.ExpireTimeSpan);
    }

    [Theory]
    [InlineData("cross-site", HttpStatusCode.BadRequest)]
    [InlineData("same-site", HttpStatusCode.BadRequest)]
    [InlineData("same-origin", HttpStatusCode.UnprocessableEntity)]
    [InlineData("none", HttpStatusCode.UnprocessableEntity)]
    public async Task A_form_of_another_site_is_refused_though_its_token_is_right(string site, HttpStatusCode status)
    {
        var client = app.Client();
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", site);
        var form = await client.OpenFormAsync("/account/sign-in");

        Assert.Equal(status, (await form.PostAsync()).StatusCode);
    }

    [Fact]
    public async Task A_post_without_its_token_is_refused()
    {
        using var empty = new FormUrlEncodedContent([]);
        foreach (var page in new[] { "/account/sign-in", "/account/sign-in?handler=PasskeyOptions", "/account/join", "/account/recover", "/account/code" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await app.Client().PostAsync(page, empty)).StatusCode);
        }
    }

    [Fact]
    public async Task Over_https_every_cookie_is_of_this_host_alone()
    {
        var (_, key) = await app.PersonAsync("cookies");
        var client = app.Client();
        var answers = new List<HttpResponseMessage> { await app.SignInAsync(client, "cookies", key) };
        answers.Add(await (await client.OpenFormAsync("/account/passphrase"))
            .Fill("Present passphrase", RealApp.Passphrase).Fill("New passphrase", "mud lark on a hill").PostAsync());
        answers.Add(await client.GetAsync("/account?l=th"));
        var cookies = answers.SelectMany(answer => answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : []).ToList();

        Assert.Contains(cookies, cookie => cookie.StartsWith("__Host-l=th;", StringComparison.Ordinal));
        Assert.Contains(cookies, cookie => cookie.StartsWith("__Host-said=", StringComparison.Ordinal));
        Assert.All(cookies, cookie =>
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            Assert.Contains("; path=/", cookie, StringComparison.Ordinal);
            Assert.Contains("; secure", cookie, StringComparison.Ordinal);
            Assert.DoesNotContain("domain=", cookie, StringComparison.Ordinal);
        });
        Assert.Equal("th", (await client.OpenPageAsync("/account")).DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_name_is_one_name_in_every_spelling_that_looks_the_same()
    {
        await using var other = new RealApp();
        var (_, key) = await other.PersonAsync("caf\u00E9");

        Assert.Equal("/", (await other.SignInAsync(other.Client(), "\uFF23\uFF21\uFF26e\u0301", key)).Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("sir\u0456", true)]
    [InlineData("\u0E19\u0E01 nok", false)]
    [InlineData("\u1005\u1014\u1039", false)]
    public void Letters_that_look_alike_do_not_make_a_second_name(string name, bool mixes) => Assert.Equal(mixes, StaffNames.MixesAlphabets(name));

    private static string AssertCookie(HttpResponseMessage response, string name)
    {
        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"), set => set.StartsWith($"{name}=", StringComparison.Ordinal) && !set.StartsWith($"{name}=;", StringComparison.Ordinal));
        Assert.Contains("; path=/", cookie, StringComparison.Ordinal);
        Assert.Contains("; secure", cookie, StringComparison.Ordinal);
        Assert.Contains("; samesite=strict", cookie, StringComparison.Ordinal);
        Assert.Contains("; httponly", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("domain=", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("expires=", cookie, StringComparison.Ordinal);
        Assert.InRange(cookie.Length, 1, 4095);
        return cookie;
    }

    public sealed class HttpsApp : RealApp
    {
        protected override int? HashRounds => null;

        protected override string Urls => "https://notes.example:8443";
    }

    private sealed class NamedApp(string urls) : RealApp
    {
        protected override string Urls => urls;
    }
}
