using System.Data.Common;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Tests.Infrastructure;
using RaidDocs.Web.Tests.Pages.Raids;
using RaidDocs.Web.Tests.Pages.Women;

namespace RaidDocs.Web.Tests.Access;

/// <summary>Names are hidden; who may see them says why, sees them for five minutes, and every woman's reading is recorded.</summary>
public sealed class NamesTests(NamesTests.WatchedApp app) : IClassFixture<NamesTests.WatchedApp>
{
    private const string Name = "Nang Secret";
    private const string Why = "Why do you need her names?";

    private HttpClient Leader { get; } = app.ClientFor(StaffRole.ResearchLeader);

    [Fact]
    public async Task Names_are_shown_for_five_minutes_for_a_reason_that_the_log_keeps()
    {
        var raid = await app.NewRaidAsync();
        Assert.DoesNotContain(Name, await HtmlAsync(Leader, $"/women/{raid}-W01"), StringComparison.Ordinal);

        var shown = await ShowAsync(Leader, raid);

        Assert.Equal($"/women/{raid}-W01/names", shown.Headers.Location?.OriginalString);
        foreach (var page in new[] { $"/women/{raid}-W01", $"/women/{raid}-W01/names" })
        {
            Assert.Contains(Name, await HtmlAsync(Leader, page), StringComparison.Ordinal);
            Assert.Contains("Names are shown until 09:05", await HtmlAsync(Leader, page), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(Name, await HtmlAsync(Leader, $"/raids/{raid}/women"), StringComparison.Ordinal);
        Assert.DoesNotContain(Name, await HtmlAsync(app.ClientFor(StaffRole.LegalAdvisor), $"/women/{raid}-W01"), StringComparison.Ordinal);
        Assert.Equal(1, await ReadingsAsync(await app.WomanIdAsync(raid, 1)));
        var seen = await Leader.OpenPageAsync($"/women/{raid}-W01/seen-by");
        Assert.Contains("to speak with her: Her mother called", seen.Words(), StringComparison.Ordinal);
        Assert.Contains("Seen by 1 people this month", (await Leader.OpenPageAsync($"/women/{raid}-W01")).Words(), StringComparison.Ordinal);

        await (await Leader.OpenFormAsync($"/women/{raid}-W01", "Hide names now")).PostAsync();

        Assert.DoesNotContain(Name, await HtmlAsync(Leader, $"/women/{raid}-W01"), StringComparison.Ordinal);
        Assert.DoesNotContain(Name, await HtmlAsync(Leader, $"/women/{raid}-W01/names"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_reason_nothing_is_shown_and_nothing_is_read()
    {
        var raid = await app.NewRaidAsync();

        var refused = await (await Leader.OpenFormAsync($"/women/{raid}-W01/names/show")).PostAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Choose why you need her names", (await refused.ReadHtmlAsync()).Errors());
        Assert.DoesNotContain(Name, await HtmlAsync(Leader, $"/women/{raid}-W01/names"), StringComparison.Ordinal);
        Assert.Equal(0, await ReadingsAsync(await app.WomanIdAsync(raid, 1)));
    }

    [Fact]
    public async Task A_partner_sees_names_only_while_a_leader_lets_her()
    {
        var raid = await app.NewRaidAsync();
        var partner = app.ClientFor(StaffRole.ResearchPartner);
        var show = new Uri($"/women/{raid}-W01/names/show", UriKind.Relative);
        var right = $"/raids/{raid}/team/{app.PersonIn(StaffRole.ResearchPartner)}/names";
        Assert.Equal(HttpStatusCode.NotFound, (await partner.GetAsync(show)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await partner.GetAsync(new Uri(right, UriKind.Relative))).StatusCode);

        await (await Leader.OpenFormAsync(right)).Choose("For how long?", "7 days").PostAsync();
        Assert.Contains("may read names until 28 November 2026", (await Leader.OpenPageAsync($"/raids/{raid}/team")).Words(), StringComparison.Ordinal);
        await ShowAsync(partner, raid);
        Assert.Contains(Name, await HtmlAsync(partner, $"/women/{raid}-W01"), StringComparison.Ordinal);
        await (await Leader.OpenFormAsync(right, "End it now")).PostAsync();

        Assert.DoesNotContain(Name, await HtmlAsync(partner, $"/women/{raid}-W01"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await partner.GetAsync(show)).StatusCode);
    }

    [Fact]
    public async Task The_fifty_first_woman_of_a_day_needs_a_second_person()
    {
        var (me, second) = (await app.LeaderAsync("reader"), await app.LeaderAsync("agrees"));
        var client = app.ClientFor(StaffRole.ResearchLeader, me);
        var raid = await app.RaidAsync(women: 51);
        await app.SaveAsync(new TeamMember(raid.Id, me), new TeamMember(raid.Id, second));
        var women = await app.DbAsync(db => db.Apprehensions.Where(row => row.RaidId == raid.Id).OrderBy(row => row.Number).Select(row => row.WomanId).ToListAsync());
        await app.SaveAsync([.. women.Select(woman => new WomanName(raid.Id, woman, new NameFacts { Voice = Voice.Woman, Text = Name }, null))]);
        await ShowAsync(client, raid.Code);

        foreach (var number in Enumerable.Range(1, 50))
        {
            Assert.Contains(Name, await HtmlAsync(client, FormattableString.Invariant($"/women/{raid.Code}-W{number:00}")), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(Name, await HtmlAsync(client, $"/women/{raid.Code}-W51"), StringComparison.Ordinal);
        Assert.Contains(Name, await HtmlAsync(client, $"/women/{raid.Code}-W01"), StringComparison.Ordinal);
        Assert.Equal(50, await app.DbAsync(db => db.AuditEntries.CountAsync(entry => entry.ActorId == me && entry.Action == "read")));
        await (await client.OpenFormAsync($"/women/{raid.Code}-W51", "Ask for more")).PostAsync();
        var act = await app.DbAsync(db => db.TwoPersonActs.SingleAsync(row => row.AskedBy == me));
        var own = await client.OpenPageAsync($"/approvals/{act.Id}");
        Assert.Empty(own.QuerySelectorAll("main form"));

        await (await app.ClientFor(StaffRole.ResearchLeader, second).OpenFormAsync($"/approvals/{act.Id}", "I agree, do it")).PostAsync();

        Assert.Contains(Name, await HtmlAsync(client, $"/women/{raid.Code}-W51"), StringComparison.Ordinal);
        Assert.Equal(51, await app.DbAsync(db => db.AuditEntries.CountAsync(entry => entry.ActorId == me && entry.Action == "read")));
    }

    [Theory]
    [InlineData(StaffRole.ResearchLeader)]
    [InlineData(StaffRole.ResearchPartner)]
    [InlineData(StaffRole.LegalAdvisor)]
    public async Task While_they_are_hidden_no_page_even_reads_names_or_medical_facts(string role)
    {
        var sample = await RouteSample.MakeAsync(app, app.PersonIn(role));
        string[] pages =
        [
            "/", "/raids", "/women", "/raids/{code}", "/raids/{code}/women", "/women/{code}", "/women/{code}/names", "/women/{code}/procedures",
            "/women/{code}/seen-by", "/raids/{code}/sheet",
        ];

        foreach (var page in pages)
        {
            app.Watch.Sql.Clear();
            await app.ClientFor(role).OpenPageAsync(sample.AddressOf(page));
            Assert.NotEmpty(app.Watch.Sql);
            Assert.DoesNotContain(app.Watch.Sql, sql => sql.Contains("\"WomanNames\"", StringComparison.Ordinal) && sql.Contains(".\"Text\"", StringComparison.Ordinal));
            Assert.DoesNotContain(app.Watch.Sql, sql => page != "/women/{code}/procedures"
                && sql.Contains("\"Procedures\"", StringComparison.Ordinal) && sql.Contains(".\"Result\"", StringComparison.Ordinal));
        }

        app.Watch.Sql.Clear();
        await app.ClientFor(role).OpenPageAsync(sample.AddressOf("/women/{code}/procedures"));
        var rows = Assert.Single(app.Watch.Sql, sql => sql.Contains(".\"Result\"", StringComparison.Ordinal));
        Assert.Matches("NOT IN|<> ALL|NOT \\(.* = ANY", rows);
    }

    [Fact]
    public async Task Without_a_fresh_proof_the_page_asks_for_it_first()
    {
        var raid = await app.NewRaidAsync();
        var client = app.ClientFor(StaffRole.ResearchLeader, hasProof: false);

        foreach (var page in new[] { $"/women/{raid}-W01/names/show", $"/women/{raid}-W01/names/add", $"/reports/case-study/{raid}", $"/raids/{raid}/women/paste" })
        {
            var answer = await client.GetAsync(new Uri(page + "?x=1", UriKind.Relative));
            Assert.Equal($"/account/confirm?returnUrl={Uri.EscapeDataString(page + "?x=1")}", answer.Headers.Location?.OriginalString);
        }
    }

    [Fact]
    public async Task A_proof_that_grew_old_while_she_typed_costs_no_word()
    {
        var raid = await app.NewRaidAsync();
        var form = await Leader.OpenFormAsync($"/women/{raid}-W02/names/add");
        form.Fill("Name", "Nang Typed").Choose("Which name is it?", "what she is called").Choose("Who says it?", "the woman");
        Leader.DefaultRequestHeaders.Add("X-Test-No-Proof", "1");

        var refused = await form.PostAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var again = await refused.ReadFormAsync(Leader);
        Assert.Equal("Nang Typed", again.Value("Name"));
        Assert.Contains("Nothing is saved yet: confirm that it is you, then send this again", again.Page.Errors());
        Assert.NotNull(again.Page.QuerySelector("main a[href^='/account/confirm?returnUrl=']"));
        var woman = await app.WomanIdAsync(raid, 2);
        Assert.Equal(0, await app.DbAsync(db => db.WomanNames.CountAsync(row => row.WomanId == woman)));
        Leader.DefaultRequestHeaders.Remove("X-Test-No-Proof");
        Assert.Equal(HttpStatusCode.Redirect, (await again.PostAsync()).StatusCode);
        Assert.Equal(1, await app.DbAsync(db => db.WomanNames.CountAsync(row => row.WomanId == woman)));
    }

    private static async Task<HttpResponseMessage> ShowAsync(HttpClient client, string raid) =>
        await (await client.OpenFormAsync($"/women/{raid}-W01/names/show")).Choose(Why, "to speak with her").Fill("More to the reason", "Her mother called").PostAsync();

    private static async Task<string> HtmlAsync(HttpClient client, string url) =>
        await (await client.GetAsync(new Uri(url, UriKind.Relative))).EnsureSuccessStatusCode().Content.ReadAsStringAsync();

    private Task<int> ReadingsAsync(Guid woman)
    {
        var key = woman.ToString("D");
        return app.DbAsync(db => db.AuditEntries.CountAsync(entry => entry.ObjectId == key && entry.Action == "read"));
    }

    /// <summary>The program with an eye on what is asked of its store.</summary>
    public sealed class WatchedApp : TestApp
    {
        public SqlWatch Watch { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services =>
                services.AddStoreInterceptor(Watch));
        }
    }

    public sealed class SqlWatch : DbCommandInterceptor
    {
        public List<string> Sql { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Sql.Add(command.CommandText);
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }
    }
}
