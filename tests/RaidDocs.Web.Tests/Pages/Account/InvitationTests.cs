using System.Net;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Account;

public sealed class InvitationTests : IAsyncDisposable
{
    private readonly RealApp _app = new();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Somebody_new_sets_her_passphrase_then_her_app_and_the_code_is_spent_only_then()
    {
        var (admin, _) = await AdminAsync();
        var (_, code) = await AddAsync(admin, "ploy");
        var client = _app.Client();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await JoinAsync(client, "ploy", code, "password1")).StatusCode);

        Assert.Equal("/account/factor", (await JoinAsync(client, "ploy", code, "mud lark")).Headers.Location?.OriginalString);

        // Half way: her short passphrase alone opens nothing, not even the setting up of a factor.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await RealApp.FirstStepAsync(_app.Client(), "ploy", "mud lark")).StatusCode);
        client = _app.Client();
        await JoinAsync(client, "ploy", code, "mud lark");
        var form = await client.OpenFormAsync("/account/factor");
        var key = form.Page.QuerySelector("main .code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        await form.Fill("Code", _app.CodeOf(key)).PostAsync();

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/raids")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await JoinAsync(_app.Client(), "ploy", code, "mud lark")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await RealApp.FirstStepAsync(_app.Client(), "ploy", "mud lark")).StatusCode);
    }

    [Theory]
    [InlineData("ploy", "2222-2222-2222", 0)]
    [InlineData("ploi", null, 0)]
    [InlineData("ploy", null, 48)]
    public async Task A_wrong_name_a_wrong_code_and_a_late_one_are_told_in_the_same_words(string name, string? typed, int hours)
    {
        var (admin, _) = await AdminAsync();
        var (_, code) = await AddAsync(admin, "ploy");
        _app.Clock.Move(TimeSpan.FromHours(hours));

        var answer = await JoinAsync(_app.Client(), name, typed ?? code, "mud lark on a hill");

        Assert.Equal(
            ["The name or the code is not right, or the code is older than 48 hours. After 5 wrong tries, wait 15 minutes"], (await answer.ReadHtmlAsync()).Errors());
        Assert.True(await _app.DbAsync(db => db.Users.AnyAsync(person => person.UserName == "ploy" && person.PasswordHash == null)));
    }

    [Fact]
    public async Task The_code_is_guessed_at_five_times_only()
    {
        var (admin, _) = await AdminAsync();
        var (_, code) = await AddAsync(admin, "ploy");
        var client = _app.Client("127.0.0.9");
        for (var wrong = 0; wrong < 5; wrong++)
        {
            await JoinAsync(client, "ploy", "2222-2222-2222", "mud lark on a hill");
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await JoinAsync(client, "ploy", code, "mud lark on a hill")).StatusCode);
    }

    [Fact]
    public async Task After_a_lost_phone_nothing_of_before_works_and_the_code_leads_in()
    {
        var (admin, _) = await AdminAsync();
        var (id, key) = await _app.PersonAsync("siri");
        var lost = _app.Client();
        await _app.SignInAsync(lost, "siri", key);
        await _app.SaveAsync(
            new Domain.Clocks.CalendarKey(id, Domain.Clocks.CalendarKey.NewKey()),
            new ApiToken(id, "A table", ApiToken.NewToken(), [ApiScope.Raids], TestApp.Today, 90));

        await (await admin.OpenFormAsync($"/admin/people/{id}/lock")).PostAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await lost.GetAsync("/raids")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await RealApp.FirstStepAsync(_app.Client(), "siri", RealApp.Passphrase)).StatusCode);
        var phone = await admin.OpenPageAsync($"/admin/people/{id}/phone");
        Assert.Contains("sign-in StaffUser", phone.Words(), StringComparison.Ordinal);

        var made = await (await admin.OpenFormAsync($"/admin/people/{id}/code")).PostAsync();
        var code = (await admin.OpenPageAsync(made.Headers.Location!.OriginalString)).QuerySelector("strong.code")!.TextContent;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await RealApp.FirstStepAsync(_app.Client(), "siri", RealApp.Passphrase)).StatusCode);
        var client = _app.Client();
        Assert.Equal("/account/factor", (await JoinAsync(client, "siri", code, "mud lark on a hill")).Headers.Location?.OriginalString);
        Assert.NotEqual(key, (await client.OpenPageAsync("/account/factor")).QuerySelector("main .code")!.TextContent.Replace(" ", "", StringComparison.Ordinal));
        Assert.False(await _app.DbAsync(db => db.RecoveryCodes.AnyAsync(one => one.UserId == id)));
        Assert.False(await _app.DbAsync(db => db.CalendarKeys.AnyAsync(one => one.UserId == id && one.RevokedAt == null)));
        Assert.False(await _app.DbAsync(db => db.ApiTokens.AnyAsync(one => one.UserId == id && one.RevokedAt == null)));
    }

    [Fact]
    public async Task Unlocking_lets_her_sign_in_as_before()
    {
        var (admin, _) = await AdminAsync();
        var (id, key) = await _app.PersonAsync("siri");
        await (await admin.OpenFormAsync($"/admin/people/{id}/lock")).PostAsync();
        Assert.Contains("locked", (await admin.OpenPageAsync("/admin/people")).Words(), StringComparison.Ordinal);

        await (await admin.OpenFormAsync($"/admin/people/{id}")).PostAsync("Unlock");

        Assert.Equal("/", (await _app.SignInAsync(_app.Client(), "siri", key)).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Nobody_makes_a_code_for_herself_or_for_somebody_who_is_not_there()
    {
        var (admin, id) = await AdminAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await admin.OpenFormAsync($"/admin/people/{id}/code")).PostAsync()).StatusCode);
        foreach (var page in new[] { "", "/code", "/phone" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"/admin/people/{Guid.NewGuid()}{page}")).StatusCode);
        }
    }

    private async Task<(HttpClient Client, Guid Id)> AdminAsync()
    {
        var (id, key) = await _app.PersonAsync("admin", StaffRole.Administrator);
        var client = _app.Client();
        await _app.SignInAsync(client, "admin", key);
        return (client, id);
    }

    private static async Task<(string Page, string Code)> AddAsync(HttpClient admin, string name)
    {
        var added = await (await admin.OpenFormAsync("/admin/people/add")).Fill("Sign-in name", name)
            .Choose("Role", "Research partner: works on the raids of her teams").PostAsync();
        var page = added.Headers.Location!.OriginalString;
        return (page, (await admin.OpenPageAsync(page)).QuerySelector("strong.code")!.TextContent);
    }

    private static async Task<HttpResponseMessage> JoinAsync(HttpClient client, string name, string code, string passphrase) =>
        await (await client.OpenFormAsync("/account/join")).Fill("Sign-in name", name).Fill("One-time code", code).Fill("New passphrase", passphrase).PostAsync();
}
