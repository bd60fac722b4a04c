using System.Net;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Account;

public sealed class LateFormTests : IAsyncDisposable
{
    private const string Typed = "House behind the harbour, \u0E1A\u0E49\u0E32\u0E19";

    private readonly RealApp _app = new();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task What_was_typed_is_in_the_form_again_after_signing_in_and_saved_only_by_her()
    {
        var (_, key) = await _app.PersonAsync("siri");
        var client = _app.Client();
        await _app.SignInAsync(client, "siri", key);
        var late = await SendLateAsync(client);
        Assert.Equal(HttpStatusCode.Redirect, late.StatusCode);
        var signIn = late.Headers.Location!.OriginalString;
        Assert.Contains("What you typed is kept for 24 hours", (await client.OpenPageAsync(signIn)).Words(), StringComparison.Ordinal);

        var back = await _app.SignInAsync(client, "siri", key, signIn);
        var form = await client.OpenFormAsync(back.Headers.Location!.OriginalString);

        Assert.Equal(Typed, form.Value("What is it called?"));
        Assert.Contains("It is not saved yet", form.Page.Words(), StringComparison.Ordinal);
        Assert.False(await _app.DbAsync(db => db.Facilities.AnyAsync()));
        Assert.Equal(HttpStatusCode.Redirect, (await form.PostAsync()).StatusCode);
        Assert.Equal(Typed, await _app.DbAsync(db => db.Facilities.Select(place => place.Facts.Name).SingleAsync()));
        Assert.False(await _app.DbAsync(db => db.KeptForms.AnyAsync()));
    }

    [Fact]
    public async Task Nobody_else_gets_it_and_it_cannot_be_read_in_the_store()
    {
        var (_, key) = await _app.PersonAsync("siri");
        var (_, otherKey) = await _app.PersonAsync("kanda");
        var client = _app.Client();
        await _app.SignInAsync(client, "siri", key);
        var signIn = (await SendLateAsync(client)).Headers.Location!.OriginalString;

        var back = await _app.SignInAsync(client, "kanda", otherKey, signIn);

        Assert.Equal("", (await client.OpenFormAsync(back.Headers.Location!.OriginalString)).Value("What is it called?"));
        var content = await _app.DbAsync(db => db.KeptForms.Select(kept => kept.Content).SingleAsync());
        Assert.DoesNotContain("harbour", System.Text.Encoding.UTF8.GetString(content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_24_hours_it_is_gone()
    {
        var (_, key) = await _app.PersonAsync("siri");
        var client = _app.Client();
        await _app.SignInAsync(client, "siri", key);
        var signIn = (await SendLateAsync(client)).Headers.Location!.OriginalString;

        _app.Clock.Move(TimeSpan.FromHours(24));
        var back = await _app.SignInAsync(client, "siri", key, signIn);

        Assert.Equal("", (await client.OpenFormAsync(back.Headers.Location!.OriginalString)).Value("What is it called?"));
        Assert.False(await _app.DbAsync(db => db.KeptForms.AnyAsync()));
    }

    [Fact]
    public async Task A_form_of_a_stranger_or_of_one_who_signed_out_is_not_kept()
    {
        var (_, key) = await _app.PersonAsync("siri");
        var client = _app.Client();
        await _app.SignInAsync(client, "siri", key);
        var form = (await client.OpenFormAsync("/facilities/new")).Fill("What is it called?", Typed).Fill("Kind of place", "hospital");
        await (await client.OpenPageAsync("/account")).SignOutAsync(client);

        Assert.DoesNotContain("kept", (await form.PostAsync()).Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.False(await _app.DbAsync(db => db.KeptForms.AnyAsync()));
    }

    [Fact]
    public async Task A_passphrase_is_never_kept()
    {
        var (_, key) = await _app.PersonAsync("siri");
        var client = _app.Client();
        await _app.SignInAsync(client, "siri", key);
        var form = (await client.OpenFormAsync("/account/passphrase")).Fill("New passphrase", "mud lark on a hill");
        _app.Clock.Move(TimeSpan.FromMinutes(31));

        await form.PostAsync();

        Assert.False(await _app.DbAsync(db => db.KeptForms.AnyAsync()));
    }

    [Fact]
    public async Task Only_the_newest_five_are_kept()
    {
        var (_, key) = await _app.PersonAsync("siri");
        var client = _app.Client();
        await _app.SignInAsync(client, "siri", key);
        var form = (await client.OpenFormAsync("/facilities/new")).Fill("What is it called?", Typed).Fill("Kind of place", "hospital");
        _app.Clock.Move(TimeSpan.FromMinutes(31));

        for (var times = 0; times < 8; times++)
        {
            await form.PostAsync();
        }

        Assert.Equal(5, await _app.DbAsync(db => db.KeptForms.CountAsync()));
    }

    private async Task<HttpResponseMessage> SendLateAsync(HttpClient client)
    {
        var form = (await client.OpenFormAsync("/facilities/new")).Fill("What is it called?", Typed).Fill("Kind of place", "hospital");
        _app.Clock.Move(TimeSpan.FromMinutes(31));
        return await form.PostAsync();
    }
}
