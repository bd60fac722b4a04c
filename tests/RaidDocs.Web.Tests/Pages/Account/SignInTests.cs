using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Account;

/// <summary>First run and sign-in as people really do it, with the cookie.</summary>
public sealed class SignInTests : IAsyncDisposable
{
    private const string Passphrase = RealApp.Passphrase;

    private readonly RealApp _app = new();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_first_run_names_two_people_once_and_the_leader_sees_what_was_imported_before()
    {
        var client = Client();
        var token = _app.Services.GetRequiredService<SetupWizard>().Issue();

        // As "case import" leaves it: a raid that has no team yet.
        await _app.DbAsync(async db =>
        {
            db.Add(new Domain.Raids.Raid("R01", new Domain.Raids.RaidFacts { Name = "Harbour" }));
            return await db.SaveChangesAsync();
        });
        await client.GetAsync($"/setup/people?token={token}");
        var form = await client.OpenFormAsync("/setup/people");
        var done = await form
            .Fill("A neutral name for the pages", "Garden")
            .Fill("First administrator: sign-in name", "admin").Fill("First administrator: passphrase", Passphrase)
            .Fill("First research leader: sign-in name", "\u0E19\u0E01").Fill("First research leader: passphrase", Passphrase)
            .PostAsync();

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/setup?token={token}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/setup/people?token={token}")).StatusCode);
        Assert.False(File.Exists(Path.Combine(_app.Folder, "setup-token")));
        Assert.Equal("/account/factor", (await SignInAsync(client, "\u0E19\u0E01", Passphrase)).Headers.Location?.OriginalString);
        Assert.Equal("/account/factor", (await client.GetAsync("/raids")).Headers.Location?.OriginalString);
        var app = await client.OpenFormAsync("/account/factor");
        var key = app.Page.QuerySelector("main .code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        Assert.Equal("/account/recovery-codes", (await app.Fill("Code", _app.CodeOf(key)).PostAsync()).Headers.Location?.OriginalString);
        var raids = await client.GetStringAsync("/raids");
        Assert.Contains("Harbour", raids, StringComparison.Ordinal);
        Assert.Contains("- Garden</title>", raids, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?token=")]
    [InlineData("?token=0123456789abcdef0123456789abcdef")]
    public async Task Without_the_token_there_is_no_first_run(string query)
    {
        _ = Client();
        _app.Services.GetRequiredService<SetupWizard>().Issue();

        Assert.Equal(HttpStatusCode.NotFound, (await Client().GetAsync($"/setup{query}")).StatusCode);
    }

    [Fact]
    public async Task A_passphrase_of_14_letters_is_refused_and_nobody_is_named()
    {
        var client = Client();
        var token = _app.Services.GetRequiredService<SetupWizard>().Issue();

        await client.GetAsync($"/setup/people?token={token}");
        var refused = await (await client.OpenFormAsync("/setup/people"))
            .Fill("First administrator: sign-in name", "admin").Fill("First administrator: passphrase", Passphrase)
            .Fill("First research leader: sign-in name", "nok").Fill("First research leader: passphrase", "12345678901234")
            .PostAsync();

        Assert.Contains("The passphrase must have at least 15 letters. Several words are easy to remember", (await refused.ReadHtmlAsync()).Errors());
        Assert.False(await _app.DbAsync(db => db.Users.AnyAsync()));
    }

    [Fact]
    public async Task A_stranger_is_led_to_the_sign_in_and_back_to_the_page_after_it()
    {
        var (_, key) = await _app.PersonAsync("nok");
        var client = Client();

        var asked = await client.GetAsync("/raids");
        Assert.Contains("/account/sign-in?ReturnUrl=%2Fraids", asked.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var answer = await _app.SignInAsync(client, "nok", key, asked.Headers.Location.PathAndQuery);

        Assert.Equal("/raids", answer.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/raids")).StatusCode);
    }

    [Fact]
    public async Task A_wrong_name_and_a_wrong_passphrase_are_told_in_the_same_words()
    {
        await _app.PersonAsync("nok");

        var name = await (await SignInAsync(Client(), "nobody", Passphrase)).ReadHtmlAsync();
        var passphrase = await (await SignInAsync(Client(), "nok", "something else entirely")).ReadHtmlAsync();

        Assert.NotEmpty(name.Errors());
        Assert.Equal(name.Errors(), passphrase.Errors());
    }

    [Fact]
    public async Task The_right_passphrase_leads_nowhere_outside()
    {
        var (_, key) = await _app.PersonAsync("nok");

        var answer = await _app.SignInAsync(Client(), "nok", key, "/account/sign-in?ReturnUrl=https%3A%2F%2Fevil.invalid%2F");

        Assert.Equal("/", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_sign_in_dies_with_a_new_security_stamp_at_the_next_request()
    {
        var (id, key) = await _app.PersonAsync("nok");
        var client = Client();
        await _app.SignInAsync(client, "nok", key);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/raids")).StatusCode);

        await _app.DbAsync(db => db.Users.Where(user => user.Id == id).ExecuteUpdateAsync(user => user.SetProperty(one => one.SecurityStamp, "other")));

        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/raids")).StatusCode);
    }

    [Fact]
    public async Task While_the_store_is_closed_only_that_is_said()
    {
        var (_, key) = await _app.PersonAsync("nok");
        var client = Client();
        await _app.SignInAsync(client, "nok", key);
        _app.Services.GetRequiredService<Store>().Close();

        foreach (var path in new[] { "/", "/raids", "/women/R01-W01", "/account/sign-in", "/setup", "/admin" })
        {
            var answer = await client.GetAsync(path);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Contains("The notes are closed", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/health/ready")).StatusCode);
    }

    private HttpClient Client() => _app.Client();

    private static Task<HttpResponseMessage> SignInAsync(HttpClient client, string name, string passphrase) => RealApp.FirstStepAsync(client, name, passphrase);
}
