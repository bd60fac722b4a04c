using System.Net;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Raids;

public sealed class ChronologyTests(TestApp app) : IClassFixture<TestApp>
{
    private const string When = "When was it?";
    private const string What = "What happened?";

    private HttpClient Leader => app.ClientFor(StaffRole.ResearchLeader);

    [Fact]
    public async Task Lines_stand_oldest_first_and_those_without_a_date_last()
    {
        var raid = await app.RaidAsync();
        await app.SaveAsync(
            Cases.Line(raid, null, "Never said"),
            Cases.Line(raid, "not known", "Some day"),
            Cases.Line(raid, "13 March 2568", "The next day"),
            Cases.Line(raid, "12 March 2568, 22:40", "They came in"));

        var page = await Leader.OpenPageAsync($"/raids/{raid.Code}/chronology");

        Assert.Equal(["They came in", "The next day", "Some day", "Never said"], page.QuerySelectorAll(".chain p.said").Select(line => line.TextContent));
    }

    [Theory]
    [InlineData("only=disputed", "Disputed thing")]
    [InlineData("topic=Court", "Court thing")]
    [InlineData("topic=Court&only=disputed", "")]
    [InlineData("only=no-source", "Court thing,Disputed thing")]
    [InlineData("topic=nonsense&only=nonsense", "Court thing,Disputed thing,Known thing")]
    public async Task A_filter_shows_only_what_is_asked_for(string query, string shown)
    {
        var raid = await app.RaidAsync();
        var source = await app.DbAsync(db => db.Sources.SingleAsync(row => row.RaidId == raid.Id && row.Code == "S1"));
        await app.SaveAsync(
            Cases.Line(raid, "12 March 2568", "Court thing", topic: Topic.Court),
            Cases.Line(raid, "13 March 2568", "Disputed thing", Standing.Disputed));
        await app.DbAsync(async db =>
        {
            db.Attach(source);
            db.Add(new ChronologyEntry(raid.Id, Cases.Line(raid, "14 March 2568", "Known thing").Facts, [source], []));
            return await db.SaveChangesAsync();
        });

        var page = await Leader.OpenPageAsync($"/raids/{raid.Code}/chronology?{query}");

        Assert.Equal(shown, string.Join(',', page.QuerySelectorAll(".chain p.said").Select(line => line.TextContent)));
    }

    [Fact]
    public async Task A_line_is_added_with_its_voice_its_sources_and_its_women()
    {
        var raid = await app.RaidAsync(women: 3);
        var client = Leader;

        var form = Filled(await client.OpenFormAsync($"/raids/{raid.Code}/chronology/add"))
            .Choose("Sources", "S2 Police record").Choose("Which women?", "W01").Choose("Which women?", "W03");
        var response = await form.PostAsync();

        Assert.Equal($"/raids/{raid.Code}/chronology", response.Headers.Location!.ToString());
        var page = await client.OpenPageAsync($"/raids/{raid.Code}/chronology");
        Assert.Contains("The line is in the chronology.", page.Banner(), StringComparison.Ordinal);
        Assert.Contains(
            "12 March 2025 (2568), 22:40 <b>Forty</b> officers came 🚓 one source Said by the authorities. Sources: S2. Women: W01 W03",
            page.Words(),
            StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main b"));
    }

    [Fact]
    public async Task A_form_sent_twice_makes_one_line()
    {
        var raid = await app.RaidAsync(women: 1);
        var client = Leader;
        var form = Filled(await client.OpenFormAsync($"/raids/{raid.Code}/chronology/add")).Choose("Which women?", "W01");

        var answers = await Task.WhenAll(form.PostAsync(), form.PostAsync());

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Single(await LinesAsync(raid));
    }

    [Fact]
    public async Task What_is_missing_or_unknown_is_said_and_nothing_is_saved()
    {
        var raid = await app.RaidAsync(women: 1);
        var client = Leader;

        var form = (await client.OpenFormAsync($"/raids/{raid.Code}/chronology/add")).FillDate(When, "30", "2", "2025")
            .Choose("Which women?", "W01").Choose("Sources", "S1 Testimony of W01");
        form.Page.QuerySelector("[name='Form.Women']")!.SetAttribute("value", "W77");
        form.Page.QuerySelector("[name='Form.Sources']")!.SetAttribute("value", "S77");
        var refused = await form.PostAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var errors = (await refused.ReadHtmlAsync()).Errors().ToList();
        Assert.Contains("Write what happened", errors);
        Assert.Contains("Choose who says it", errors);
        Assert.Contains("There is no woman W77 in this raid", errors);
        Assert.Contains("There is no source S77 in this raid", errors);
        Assert.Contains(errors, error => error.Contains("real date", StringComparison.Ordinal));
        Assert.Equal("30", (await refused.ReadFormAsync(client)).Value(When, "Day"));
        Assert.Empty(await LinesAsync(raid));
    }

    [Fact]
    public async Task Another_version_of_a_moment_is_a_new_line_with_the_same_date()
    {
        var raid = await app.RaidAsync();
        var first = Cases.Line(raid, "12 March 2568, 22:40", "They did not ask");
        await app.SaveAsync(first);
        var client = Leader;

        var form = await client.OpenFormAsync($"/raids/{raid.Code}/chronology/add?of={first.Id}");
        Assert.Contains("They did not ask", form.Page.Words(), StringComparison.Ordinal);
        Assert.Equal(("12", "22:40", ""), (form.Value(When, "Day"), form.Value(When, "Time, like 22:40"), form.Value(What)));
        await form.Fill(What, "They asked each of them").Choose("Who says it?", "the authorities").Choose("Do the voices agree?", "disputed").PostAsync();

        var lines = await LinesAsync(raid);
        Assert.Equal(2, lines.Count);
        Assert.All(lines, line => Assert.Equal("12 March 2568, 22:40", line.When!.ToString().Replace("2568 22", "2568, 22", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_line_is_corrected_but_its_voice_stays()
    {
        var raid = await app.RaidAsync(women: 2);
        var line = Cases.Line(raid, "12 March 2568", "They came in");
        await app.SaveAsync(line);
        var client = Leader;
        var url = $"/raids/{raid.Code}/chronology/{line.Id}";

        var form = await client.OpenFormAsync(url);
        var changed = await form.Fill(What, "They broke the door").Choose("Which women?", "W02").PostAsync();
        var otherVoice = await (await client.OpenFormAsync(url)).Set("Form.Voice", nameof(Voice.Authority)).Fill(What, "Not this").PostAsync();

        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, otherVoice.StatusCode);
        Assert.Contains("Another voice is another row. Add it beside this one, and keep both.", (await otherVoice.ReadHtmlAsync()).Errors());
        Assert.Equal("They broke the door", Assert.Single(await LinesAsync(raid)).What);
        Assert.Contains("Women: W02", (await client.OpenPageAsync($"/raids/{raid.Code}/chronology")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_correct_a_line_at_once_the_second_sees_both_texts()
    {
        var raid = await app.RaidAsync(women: 2);
        var line = Cases.Line(raid, "12 March 2568", "They came in");
        await app.SaveAsync(line);
        var client = Leader;
        var url = $"/raids/{raid.Code}/chronology/{line.Id}";
        var first = await client.OpenFormAsync(url);
        var second = await client.OpenFormAsync(url);

        // Only the women differ: the line counts as changed all the same.
        await first.Choose("Which women?", "W01").PostAsync();
        var lost = await second.Fill(What, "Second text").PostAsync();

        Assert.Equal(HttpStatusCode.Conflict, lost.StatusCode);
        var both = await lost.ReadFormAsync(client);
        Assert.Equal("Second text", both.Value(What));
        Assert.Contains("They came in", both.Page.Words(), StringComparison.Ordinal);
        Assert.Equal("They came in", Assert.Single(await LinesAsync(raid)).What);
    }

    [Fact]
    public async Task A_line_of_another_raid_is_not_there()
    {
        var (raid, other) = (await app.RaidAsync(), await app.RaidAsync());
        var line = Cases.Line(other, "12 March 2568", "Elsewhere");
        await app.SaveAsync(line);

        var response = await Leader.GetAsync(new Uri($"/raids/{raid.Code}/chronology/{line.Id}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static OpenForm Filled(OpenForm form) => form
        .FillDate(When, "12", "3", "2568").FillIn(When, "Time, like 22:40", "22:40")
        .Fill(What, "<b>Forty</b> officers came 🚓")
        .Choose("Who says it?", "the authorities")
        .Fill("Which part of the story is it?", "the night of the raid");

    private Task<List<ChronologyFacts>> LinesAsync(Raid raid) =>
        app.DbAsync(db => db.Chronology.Where(row => row.RaidId == raid.Id).Select(row => row.Facts).ToListAsync());
}
