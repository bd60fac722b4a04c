using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Vault;

/// <summary>The first run: passphrase, sheet, people. All at once or nothing.</summary>
public sealed class WizardTests : IAsyncLifetime
{
    private const string Passphrase = "quiet lantern over the river";
    private const string SignIn = "one two three four five";

    private readonly CookieVaultApp _app = new();
    private HttpClient _client = null!;
    private string _token = "";

    public ValueTask InitializeAsync()
    {
        _client = _app.Stranger();
        _token = _app.Services.GetRequiredService<SetupWizard>().Issue();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Three_steps_make_a_store_that_opens_with_the_passphrase_and_with_the_sheet()
    {
        var words = await ToPeopleAsync();
        Assert.False(File.Exists(Path.Combine(_app.Folder, "vault.json")));
        var done = await PeopleAsync(SignIn);

        Assert.Equal("/account/sign-in", done.Headers.Location?.OriginalString);
        Assert.Equal(2, await _app.DbAsync(db => db.Users.CountAsync()));
        var holder = await _app.DbAsync(db => db.SlotHolders.Where(slot => slot.Number == 1).Join(db.Users, slot => slot.UserId, user => (Guid?)user.Id, (_, user) => user.UserName).SingleAsync());
        Assert.Equal("nok", holder);
        Assert.Equal((1, 2), (_app.Vault.Open(Passphrase)!.Slot, _app.Vault.Open(words)!.Slot));
        Assert.False(_app.Vault.Read().IsFresh);
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync($"/setup?token={_token}")).StatusCode);
        Assert.False(File.Exists(Path.Combine(_app.Folder, "setup-token")));
    }

    [Fact]
    public async Task The_token_leaves_the_address_at_the_first_visit()
    {
        var first = await _client.GetAsync($"/setup?token={_token}");
        var cookie = Assert.Single(first.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith($"rd-s={_token}; max-age=3600; path=/", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=strict", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);

        var page = await _client.GetAsync(first.Headers.Location!.OriginalString);

        Assert.DoesNotContain(_token, first.Headers.Location.OriginalString + await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_goes_away_before_the_last_step_leaves_nothing()
    {
        await ToPeopleAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await _client.GetAsync("/")).StatusCode);
        Assert.False(File.Exists(Path.Combine(_app.Folder, "vault.json")));
        Assert.False(File.Exists(Path.Combine(_app.Folder, "raiddocs.db")));

        // A new address begins at the beginning.
        var token = _app.Services.GetRequiredService<SetupWizard>().Issue();
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync($"/setup/people?token={_token}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync("/setup/people")).StatusCode);
        Assert.Equal("/setup/people", (await _client.GetAsync($"/setup/people?token={token}")).Headers.Location?.OriginalString);
        Assert.Equal("/setup", (await _client.GetAsync("/setup/people")).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task People_who_are_refused_leave_no_half_a_store_and_can_be_named_again()
    {
        await ToPeopleAsync();

        var refused = await PeopleAsync("12345678901234");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.False(File.Exists(Path.Combine(_app.Folder, "vault.json")));
        Assert.False(File.Exists(Path.Combine(_app.Folder, "raiddocs.db")));
        Assert.False(_app.State.IsOpen);

        Assert.Equal(HttpStatusCode.Redirect, (await PeopleAsync(SignIn)).StatusCode);
        Assert.True(_app.State.IsOpen);
    }

    [Fact]
    public async Task No_step_can_be_left_out()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync("/setup/people?token=")).StatusCode);
        await _client.GetAsync($"/setup?token={_token}");
        Assert.Equal("/setup", (await _client.GetAsync("/setup/sheet")).Headers.Location?.OriginalString);
        Assert.Equal("/setup", (await _client.GetAsync("/setup/people")).Headers.Location?.OriginalString);
        await FirstAsync(Passphrase, Passphrase);
        Assert.Equal("/setup/sheet", (await _client.GetAsync("/setup/people")).Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("too short", "too short", "The vault passphrase must have at least 20 letters. Six words are easy to remember")]
    [InlineData(Passphrase, "quiet lantern over the lake", "The two are not the same. Type the vault passphrase again")]
    [InlineData("abababababababababababababab", "abababababababababababababab", "The vault passphrase repeats too few letters. Take several different words")]
    public async Task A_weak_or_mistyped_passphrase_is_refused(string first, string again, string sentence)
    {
        var refused = await FirstAsync(first, again);

        Assert.Contains(sentence, (await refused.ReadHtmlAsync()).Errors());
        Assert.DoesNotContain(first, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_word_of_the_sheet_goes_no_further()
    {
        await FirstAsync(Passphrase, Passphrase);
        var form = await _client.OpenFormAsync("/setup/sheet");

        var refused = await form.Set("Form.Word", "zzz").PostAsync();

        Assert.Contains("This is not that word. Look at the number before it", (await refused.ReadHtmlAsync()).Errors());
        Assert.Equal("/setup/sheet", (await _client.GetAsync("/setup/people")).Headers.Location?.OriginalString);
    }

    private async Task<string> ToPeopleAsync()
    {
        Assert.Equal(HttpStatusCode.Redirect, (await FirstAsync(Passphrase, Passphrase)).StatusCode);
        var form = await _client.OpenFormAsync("/setup/sheet");
        var words = form.Page.QuerySelectorAll(".sheet-words li").Select(word => word.TextContent).ToList();
        Assert.Equal(7, words.Count);
        var label = form.Page.QuerySelectorAll("main label").Select(one => one.TextContent).Single(text => text.StartsWith("Word ", StringComparison.Ordinal));
        var asked = int.Parse(label.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(HttpStatusCode.Redirect, (await form.Fill(label, words[asked - 1].ToUpperInvariant()).PostAsync()).StatusCode);
        return string.Join(' ', words);
    }

    private async Task<HttpResponseMessage> FirstAsync(string passphrase, string again)
    {
        Assert.Equal("/setup", (await _client.GetAsync($"/setup?token={_token}")).Headers.Location?.OriginalString);
        return await (await _client.OpenFormAsync("/setup")).Fill("Vault passphrase", passphrase).Fill("The same again", again).PostAsync();
    }

    private async Task<HttpResponseMessage> PeopleAsync(string passphrase) => await (await _client.OpenFormAsync("/setup/people"))
        .Fill("A neutral name for the pages", "Garden")
        .Fill("First administrator: sign-in name", "admin").Fill("First administrator: passphrase", SignIn)
        .Fill("First research leader: sign-in name", "nok").Fill("First research leader: passphrase", passphrase)
        .PostAsync();
}
