using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Api;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Tests.Infrastructure;
using RaidDocs.Web.Tests.Pages.Reports;

namespace RaidDocs.Web.Tests.Api;

/// <summary>What programs read, and who may not. A store for each: one that is off is part of what is asked.</summary>
public sealed class ApiTests : IAsyncLifetime
{
    private readonly TestApp _app = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task It_is_off_until_an_administrator_switches_it_on_and_off_again()
    {
        var token = await MakeTokenAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync("/raids", token)).StatusCode);

        await SwitchAsync("Switch it on");
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/raids", token)).StatusCode);

        await SwitchAsync("Switch it off");
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync("/raids", token)).StatusCode);
    }

    [Fact]
    public async Task Off_unknown_over_ended_locked_and_not_for_this_are_answered_alike()
    {
        await SwitchAsync("Switch it on");
        var works = await MakeTokenAsync();
        var ended = await MakeTokenAsync();
        var narrow = await MakeTokenAsync(StaffRole.ResearchLeader, 30, ApiScope.Statistics);
        var over = await MakeTokenAsync();
        var locked = await MakeTokenAsync(StaffRole.LegalAdvisor);
        await ChangeAsync(over, row => row.LastDay, TestApp.Today.AddDays(-1));
        await EndAsync(ended);
        await _app.DbAsync(db => db.Users.Where(user => user.UserName == "legaladvisor").ExecuteUpdateAsync(set => set.SetProperty(user => user.LockedAt, new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc))));

        var answers = new List<(HttpStatusCode, string, string)>();
        foreach (var (path, token) in new[] { ("/raids", "rdt_x"), ("/raids", ended), ("/raids", over), ("/raids", locked), ("/raids", narrow) })
        {
            answers.Add(await WholeAsync(path, token));
        }

        // After five refusals there is a wait; what works, works all the same.
        Assert.Single(answers.Distinct());
        Assert.Equal(HttpStatusCode.NotFound, answers[0].Item1);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/statistics", narrow)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/raids", works)).StatusCode);
    }

    [Fact]
    public async Task Who_tries_wrong_tokens_waits_and_a_right_one_goes_on_working()
    {
        await SwitchAsync("Switch it on");
        var token = await MakeTokenAsync();
        for (var tries = 0; tries < 5; tries++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await AskAsync("/raids", "rdt_wrong")).StatusCode);
        }

        var waiting = await AskAsync("/raids", "rdt_wrong");

        Assert.Equal(HttpStatusCode.TooManyRequests, waiting.StatusCode);
        Assert.True(waiting.Headers.RetryAfter!.Delta > TimeSpan.FromMinutes(10));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/raids", token)).StatusCode);
    }

    [Fact]
    public async Task One_token_is_answered_so_often_a_minute_and_no_more()
    {
        await SwitchAsync("Switch it on");
        var token = await MakeTokenAsync();
        var seen = new List<HttpStatusCode>();
        for (var asked = 0; asked < (2 * ApiDoor.Most) + 1 && !seen.Contains(HttpStatusCode.TooManyRequests); asked++)
        {
            seen.Add((await AskAsync("/raids?limit=1", token)).StatusCode);
        }

        // The minute may turn while they are asked.
        Assert.Contains(HttpStatusCode.TooManyRequests, seen);
        Assert.True(seen.Count > ApiDoor.Most);
    }

    [Fact]
    public async Task A_raid_and_what_is_below_it_is_read_as_the_gate_lets_it_through_without_names()
    {
        var code = await _app.ImportAsync(TableCase.Json);
        await _app.NameAsync(code, 1, "Marigold");
        await SwitchAsync("Switch it on");
        var token = await MakeTokenAsync();

        var raid = await ReadAsync($"/raids/{code}", token);
        var women = await ReadAsync($"/raids/{code}/women", token);
        var stays = await ReadAsync($"/raids/{code}/stays", token);
        var hearings = await ReadAsync($"/raids/{code}/hearings", token);
        var violations = await ReadAsync($"/raids/{code}/violations", token);

        Assert.Equal((code, "Lotus", "2025-03-12", "22:40", 3, 2), (Text(raid, "code"), Text(raid, "name"), Text(raid, "when"), Text(raid, "time"), raid.GetProperty("women").GetInt32(), raid.GetProperty("womenTold").GetInt32()));
        Assert.Equal([$"{code}-W01", $"{code}-W02"], Items(women).Select(one => Text(one, "code")));
        Assert.Equal(["woman", "authority"], Items(women)[0].GetProperty("ages").EnumerateArray().Select(age => Text(age, "voice")));
        Assert.Equal([("police-station", "moved", "no"), ("government-shelter-closed", null, "notAsked")], Items(stays).Select(one => (Text(one, "kindOfPlace"), Text(one, "ending"), Text(one, "family"))));
        Assert.Equal(("C1", "trial", "littleNot", $"{code}-W01"), (Text(Items(hearings)[0], "courtCase"), Text(Items(hearings)[0], "kind"), Text(Items(hearings)[0], "followed"), Items(hearings)[0].GetProperty("women")[0].GetString()));
        Assert.Equal([("V16", false), ("V09", true)], Items(violations).Select(one => (Text(one, "act"), one.GetProperty("reviewed").GetBoolean())));
        var all = string.Concat(new[] { raid, women, stays, hearings, violations }.Select(one => one.GetRawText()));
        Assert.All(["Marigold", "W03", "basket", "against the owner", "Police came"], hidden => Assert.DoesNotContain(hidden, all, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_name_in_the_name_of_a_place_stops_the_answer_and_says_where()
    {
        var code = await _app.ImportAsync(TableCase.Json.Replace("Hill shelter", "Marigold shelter", StringComparison.Ordinal));
        await _app.NameAsync(code, 3, "Marigold");
        await SwitchAsync("Switch it on");

        var answer = await AskAsync($"/raids/{code}/stays", await MakeTokenAsync());

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.Contains("facilities 2, name", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Marigold", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_holds_what_the_owner_may_see_now_and_no_more()
    {
        var code = await _app.ImportAsync(TableCase.Json);
        await SwitchAsync("Switch it on");
        var token = await MakeTokenAsync(StaffRole.LegalAdvisor);
        Assert.Equal(2, Items(await ReadAsync($"/raids/{code}/women", token)).Count);

        await _app.SayAsync(code, 2, new ConsentFacts { Purpose = Purpose.Lawyer, Answer = ConsentAnswer.No });
        Assert.Single(Items(await ReadAsync($"/raids/{code}/women", token)));
        Assert.Equal(2, Items(await ReadAsync($"/raids/{code}/women", await MakeTokenAsync())).Count);

        await _app.DbAsync(db => db.TeamMembers.Where(member => member.UserId == _app.PersonIn(StaffRole.LegalAdvisor)).ExecuteDeleteAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync($"/raids/{code}/women", token)).StatusCode);
        Assert.Empty(Items(await ReadAsync("/raids", token)));

        await _app.DbAsync(db => db.UserRoles.Where(row => row.UserId == _app.PersonIn(StaffRole.LegalAdvisor)).ExecuteDeleteAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync("/raids", token)).StatusCode);
    }

    [Fact]
    public async Task A_long_list_comes_in_parts_each_once()
    {
        var code = await _app.ImportAsync(TableCase.OfAges(true, "2025", "TH-63", [.. Enumerable.Repeat(22, 7)]));
        await SwitchAsync("Switch it on");
        var token = await MakeTokenAsync();
        var seen = new List<string>();
        string? after = null;
        do
        {
            var part = await ReadAsync($"/raids/{code}/women?limit=3{(after is null ? "" : $"&after={after}")}", token);
            Assert.InRange(Items(part).Count, 1, 3);
            seen.AddRange(Items(part).Select(one => Text(one, "code")!));
            after = Text(part, "next");
        }
        while (after is not null);

        Assert.Equal(Enumerable.Range(1, 7).Select(number => $"{code}-W0{number}"), seen);
        Assert.Equal(7, Items(await ReadAsync($"/raids/{code}/women?limit=x&after=-3", token)).Count);
        Assert.Empty(Items(await ReadAsync($"/raids/{code}/women?after=999", token)));
    }

    [Fact]
    public async Task Numbers_are_told_as_in_the_table_that_leaves()
    {
        await _app.ImportAsync(TableCase.OfAges(false, "2025", "TH-63", [.. Enumerable.Repeat(22, 12), 35, 35]));
        await SwitchAsync("Switch it on");

        var numbers = (await ReadAsync("/statistics", await MakeTokenAsync())).GetProperty("numbers").EnumerateArray().ToList();

        JsonElement Of(string table, string group) => numbers.Single(one => Text(one, "table") == table && Text(one, "group") == group).GetProperty("women");
        Assert.Equal(14, Of("year of the raid", "2025").GetInt32());
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (Of("age by her own word", "21 to 23").ValueKind, Of("age by her own word", "30 to 38").ValueKind));
    }

    [Fact]
    public async Task Each_answer_is_a_line_of_the_log_and_the_store_keeps_no_token()
    {
        var code = await _app.ImportAsync(TableCase.Json);
        var (raid, _) = await _app.FindAsync(code);
        await SwitchAsync("Switch it on");
        var token = await MakeTokenAsync();

        var answer = await AskAsync($"/raids/{code}/women", token);

        var line = await _app.DbAsync(db => db.AuditEntries.SingleAsync(entry => entry.Action == "api-read"));
        var row = await _app.DbAsync(db => db.ApiTokens.SingleAsync());
        Assert.Equal((nameof(ApiToken), row.Id.ToString("D"), raid, _app.PersonIn(StaffRole.ResearchLeader), "Women"), (line.ObjectType, line.ObjectId, line.RaidId, line.ActorId, TableCase.FieldsOf(line.Json)));
        Assert.Equal((TestApp.Today, ApiToken.HashOf(token)), (row.UsedOn, row.TokenHash));
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain(token[4..], await LogAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_needs_a_proof_a_purpose_a_scope_and_ninety_days_at_most()
    {
        var client = _app.ClientFor(StaffRole.ResearchLeader);
        var unproved = await _app.ClientFor(StaffRole.ResearchLeader, hasProof: false).GetAsync("/account/tokens");
        Assert.StartsWith("/account/confirm", unproved.Headers.Location!.OriginalString, StringComparison.Ordinal);

        var empty = await (await client.OpenFormAsync("/account/tokens", "Make a token")).Set("Form.Days", "91").PostAsync();

        Assert.Equal(
            ["Write which program it is for", "Choose what it may read", "Days must be a number from 1 to 90"],
            (await empty.ReadHtmlAsync()).Errors());
        Assert.Throws<DomainRuleException>(() => new ApiToken(Guid.Empty, "x", "t", [ApiScope.Raids], TestApp.Today, ApiToken.LongestDays + 1));
        Assert.Throws<DomainRuleException>(() => new ApiToken(Guid.Empty, "x", "t", [], TestApp.Today, 1));
        var longest = new ApiToken(Guid.Empty, "x", "t", [ApiScope.Raids], TestApp.Today, ApiToken.LongestDays);
        Assert.Equal((true, false), (longest.WorksOn(TestApp.Today.AddDays(90)), longest.WorksOn(TestApp.Today.AddDays(91))));
        Assert.Equal((true, false), (longest.May(ApiScope.Raids), longest.May(ApiScope.Women)));
        Assert.Equal(HttpStatusCode.NotFound, (await _app.ClientFor(StaffRole.ResearchPartner).GetAsync("/account/tokens")).StatusCode);
    }

    [Fact]
    public async Task Tokens_beyond_the_newest_fifty_are_on_the_next_page()
    {
        await _app.DbAsAsync(StaffRole.ResearchLeader, db =>
        {
            db.ApiTokens.AddRange(Enumerable.Range(1, 51).Select(number => new ApiToken(_app.PersonIn(StaffRole.ResearchLeader), $"Program {number}", ApiToken.NewToken(), [ApiScope.Raids], TestApp.Today, 30)));
            return db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        var client = _app.ClientFor(StaffRole.ResearchLeader);

        var first = await client.OpenPageAsync("/account/tokens");
        var second = await client.OpenPageAsync("/account/tokens?p=2");

        Assert.Contains("Page 1 of 2, 51 in all", first.Words(), StringComparison.Ordinal);
        var (newer, older) = (Purposes(first), Purposes(second));
        Assert.Equal((50, 1), (newer.Count, older.Count));
        Assert.Equal(51, newer.Union(older).Count());

        static List<string> Purposes(AngleSharp.Dom.IParentNode page) => [.. page.QuerySelectorAll("ul.tasks strong").Select(one => one.TextContent)];
    }

    [Fact]
    public async Task Each_address_of_programs_names_what_it_asks_for_and_is_only_read()
    {
        using var client = _app.ClientFor(null);
        var addresses = _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith(ApiEndpoints.Prefix, StringComparison.Ordinal)).ToList();

        Assert.Equal(7, addresses.Count);
        Assert.All(addresses, address =>
        {
            Assert.NotNull(address.Metadata.GetMetadata<ApiAsks>());
            Assert.Equal(["GET"], address.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods);
        });
        await SwitchAsync("Switch it on");
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{ApiEndpoints.Prefix}/raids", UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await MakeTokenAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_locked_store_answers_503()
    {
        await SwitchAsync("Switch it on");
        var token = await MakeTokenAsync();

        await _app.Services.GetRequiredService<VaultDoor>().LockAsync(Domain.Access.Viewer.Operator, null);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await AskAsync("/raids", token)).StatusCode);
    }

    /// <summary>docs/api-v1.json is what the program answers. RAIDDOCS_WRITE=1 writes it anew.</summary>
    [Fact]
    public async Task The_document_of_the_addresses_is_the_committed_one()
    {
        using var client = _app.ClientFor(null);
        var document = await _app.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>(ApiEndpoints.Document).GetOpenApiDocumentAsync(TestContext.Current.CancellationToken);
        var text = (await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n") + "\n";
        var path = Path.Combine(Repository.Root, "docs", "api-v1.json");
        if (Environment.GetEnvironmentVariable("RAIDDOCS_WRITE") == "1")
        {
            await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        }

        Assert.Contains("\"/api/v1/raids/{raid}/women\"", text, StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), text);
    }

    private static List<JsonElement> Items(JsonElement page) => [.. page.GetProperty("items").EnumerateArray()];

    private static string? Text(JsonElement one, string name) => one.GetProperty(name).GetString();

    private async Task<string> MakeTokenAsync(string role = StaffRole.ResearchLeader, int days = 30, params ApiScope[] scopes)
    {
        var token = ApiToken.NewToken();
        await _app.DbAsAsync(role, db =>
        {
            db.ApiTokens.Add(new ApiToken(_app.PersonIn(role), "the office's table", token, scopes.Length == 0 ? Enum.GetValues<ApiScope>() : scopes, TestApp.Today, days));
            return db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        return token;
    }

    private Task<int> ChangeAsync(string token, System.Linq.Expressions.Expression<Func<ApiToken, DateOnly>> field, DateOnly value) => _app.DbAsync(db =>
        db.ApiTokens.Where(row => row.TokenHash == ApiToken.HashOf(token)).ExecuteUpdateAsync(set => set.SetProperty(field, value), TestContext.Current.CancellationToken));

    private Task<int> EndAsync(string token) => _app.DbAsync(async db =>
    {
        (await db.ApiTokens.SingleAsync(row => row.TokenHash == ApiToken.HashOf(token))).Revoke(new DateTime(2026, 11, 20, 0, 0, 0, DateTimeKind.Utc));
        return await db.SaveChangesAsync();
    });

    private async Task SwitchAsync(string button) =>
        Assert.Equal(HttpStatusCode.Found, (await (await _app.ClientFor(StaffRole.Administrator).OpenFormAsync("/admin/programs", button)).PostAsync()).StatusCode);

    private Task<HttpResponseMessage> AskAsync(string path, string token)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{ApiEndpoints.Prefix}{path}", UriKind.Relative));
        if (token.Length > 0)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return _app.ClientFor(null).SendAsync(request);
    }

    private async Task<(HttpStatusCode, string, string)> WholeAsync(string path, string token)
    {
        var answer = await AskAsync(path, token);
        return (answer.StatusCode, string.Join(';', answer.Headers.Select(header => header.Key).Order(StringComparer.Ordinal)), await answer.Content.ReadAsStringAsync());
    }

    private async Task<JsonElement> ReadAsync(string path, string token)
    {
        var answer = await AskAsync(path, token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var read = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return read.RootElement.Clone();
    }

    private async Task<string> LogAsync()
    {
        var log = "";
        foreach (var path in Directory.EnumerateFiles(Path.Combine(_app.Folder, "logs")))
        {
            using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            log += await reader.ReadToEndAsync();
        }

        return log;
    }
}
