using System.Net;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Sources;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Raids;

public sealed class PapersTests(TestApp app) : IClassFixture<TestApp>
{
    private HttpClient Leader => app.ClientFor(StaffRole.ResearchLeader);

    [Fact]
    public async Task A_source_gets_the_next_code_and_is_saved_once()
    {
        var raid = await app.RaidAsync();
        var client = Leader;

        var form = (await client.OpenFormAsync($"/raids/{raid.Code}/papers/add"))
            .Fill("What kind of source is it?", "press article").Fill("Title", "<b>News</b> ข่าว 📰").FillDate("Date of the source", null, "3", "2568");
        var answers = await Task.WhenAll(form.PostAsync(), form.PostAsync());

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Equal(["S1", "S2", "S3"], (await SourcesAsync(raid)).Select(source => source.Code));
        var page = await client.OpenPageAsync($"/raids/{raid.Code}/papers");
        Assert.Contains("S3 <b>News</b> ข่าว 📰 press article, March 2025 (2568)", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_add_at_once_get_two_codes()
    {
        var raid = await app.RaidAsync();
        var client = Leader;
        var forms = new List<OpenForm>();
        for (var number = 0; number < 4; number++)
        {
            forms.Add((await client.OpenFormAsync($"/raids/{raid.Code}/papers/add")).Fill("What kind of source is it?", "paper").Fill("Title", "One"));
        }

        await Task.WhenAll(forms.Select(form => form.PostAsync()));

        Assert.Equal(["S1", "S2", "S3", "S4", "S5", "S6"], (await SourcesAsync(raid)).Select(source => source.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_source_without_kind_or_title_or_with_an_impossible_date_is_refused()
    {
        var raid = await app.RaidAsync();
        var client = Leader;

        var refused = await (await client.OpenFormAsync($"/raids/{raid.Code}/papers/add"))
            .Fill("Where to find it", "Page 3").FillDate("Date of the source", "31", "4", "2025").PostAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var again = await refused.ReadFormAsync(client);
        Assert.Contains("Choose an answer for \"What kind of source is it?\"", again.Page.Errors());
        Assert.Contains("Enter a title, like \"Police record of the night\"", again.Page.Errors());
        Assert.Contains(again.Page.Errors(), error => error.Contains("real date", StringComparison.Ordinal));
        Assert.Equal("Page 3", again.Value("Where to find it"));
        Assert.Equal(2, (await SourcesAsync(raid)).Count);
    }

    [Fact]
    public async Task A_source_is_changed_and_keeps_its_code_and_a_lost_race_shows_both()
    {
        var raid = await app.RaidAsync();
        var client = Leader;
        var url = $"/raids/{raid.Code}/papers/S2";
        var (first, second) = (await client.OpenFormAsync(url), await client.OpenFormAsync(url));
        Assert.Equal("Police record", first.Value("Title"));

        var saved = await first.Fill("Title", "First title").PostAsync();
        var lost = await second.Fill("Title", "Second title").PostAsync();

        Assert.Equal($"/raids/{raid.Code}/papers", saved.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.Conflict, lost.StatusCode);
        var both = await lost.ReadFormAsync(client);
        Assert.Contains("First title", both.Page.Words(), StringComparison.Ordinal);
        Assert.Equal("Second title", both.Value("Title"));
        var source = (await SourcesAsync(raid))[1];
        Assert.Equal(("S2", "First title", SourceKind.OfficialReport), (source.Code, source.Facts.Title, source.Facts.Kind));
    }

    [Fact]
    public async Task An_empty_list_says_what_will_be_here()
    {
        var raid = new Raid("R98", Cases.Facts());
        using var client = Leader;
        await app.SaveAsync(raid, new TeamMember(raid.Id, app.PersonIn(StaffRole.ResearchLeader)));

        var page = await client.OpenPageAsync("/raids/R98/papers");

        Assert.Contains("No source is recorded yet.", page.Words(), StringComparison.Ordinal);
    }

    private Task<List<Source>> SourcesAsync(Raid raid) =>
        app.DbAsync(db => db.Sources.Where(row => row.RaidId == raid.Id).OrderBy(row => row.Code).ToListAsync());
}
