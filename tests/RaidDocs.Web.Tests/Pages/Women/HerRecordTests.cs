using System.Net;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Women;

/// <summary>What she says of herself, tests and papers, money.</summary>
public sealed class HerRecordTests(TickingApp app) : IClassFixture<TickingApp>
{
    private HttpClient Leader { get; } = app.ClientFor(StaffRole.ResearchLeader);

    [Fact]
    public async Task What_she_says_is_saved_with_the_ways_of_not_knowing_apart()
    {
        var raid = await app.NewRaidAsync();
        var form = await Leader.OpenFormAsync($"/women/{raid}-W07/edit");

        await form.Fill("Her word for her work", "singer 🙂").Fill("Nationality: or why not", "she would rather not say")
            .Fill("Papers: or why not", "asked, not known").Choose("Languages she speaks", "Shan").Fill("What she earned a day, in baht", "๓๕๐")
            .Fill("What she was doing there that night", "Singing").PostAsync();

        var woman = await app.WomanIdAsync(raid, 7);
        var facts = (await app.DbAsync(db => db.Women.AsNoTracking().SingleAsync(row => row.Id == woman))).Facts;
        Assert.Equal("singer 🙂", facts.WordForWork!.Text);
        Assert.Equal(Gap.RatherNotSay, facts.Nationality!.Gap);
        Assert.Equal(Gap.NotKnown, facts.Papers!.Gap);
        Assert.Null(facts.Wants);
        Assert.Equal(["shn"], facts.Languages);
        Assert.Equal(350, facts.DailyEarnings);
        Assert.Contains("Singing", (await Leader.OpenPageAsync($"/women/{raid}-W07")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_and_a_reason_for_none_cannot_both_be()
    {
        var raid = await app.NewRaidAsync();
        var form = await Leader.OpenFormAsync($"/women/{raid}-W01/edit");

        var response = await form.Fill("What she wants", "Stay").Fill("What she wants: or why not", "not asked").PostAsync();

        var again = await response.ReadFormAsync(Leader);
        Assert.Contains("Write her answer or choose why there is none, not both", again.Page.Errors());
        Assert.Equal("Stay", again.Value("What she wants"));
        Assert.Contains("What she wants: Go home", (await Leader.OpenPageAsync($"/women/{raid}-W01")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_change_her_record_see_both_texts_whichever_part_they_changed()
    {
        var raid = await app.NewRaidAsync();
        var (mine, theirs) = (await Leader.OpenFormAsync($"/women/{raid}-W01/edit"), await Leader.OpenFormAsync($"/women/{raid}-W01/edit"));
        await theirs.Fill("How that night ended for her", "In the first car").PostAsync();

        var response = await mine.Fill("How that night ended for her", "In the second car").PostAsync();

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        var words = (await response.ReadHtmlAsync()).QuerySelector(".conflict")!.TextContent;
        Assert.Contains("In the first car", words, StringComparison.Ordinal);
        Assert.Contains("In the second car", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fine_names_its_law()
    {
        var raid = await app.NewRaidAsync();
        var form = await Leader.OpenFormAsync($"/women/{raid}-W07/money/add");

        var response = await form.Fill("What was it?", "fine").Fill("How many baht?", "1000").Choose("Who says it?", "the woman").PostAsync();

        var again = await response.ReadFormAsync(Leader);
        Assert.Contains("Write under which law the fine was paid, or \"not known\"", again.Page.Errors());
        Assert.Equal("1000", again.Value("How many baht?"));
        await again.Fill("For a fine: under which law?", "Immigration Act").PostAsync();
        Assert.Contains("฿1,000", (await Leader.OpenPageAsync($"/women/{raid}-W07/money")).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,5", "How many baht? must be a whole number, like 17")]
    [InlineData("much", "How many baht? must be a whole number, like 17")]
    public async Task An_amount_is_whole_baht(string baht, string error)
    {
        var raid = await app.NewRaidAsync();
        var form = await Leader.OpenFormAsync($"/women/{raid}-W07/money/add");

        var response = await form.Fill("What was it?", "bribe").Fill("How many baht?", baht).Choose("Who says it?", "the woman").PostAsync();

        Assert.Contains(error, (await response.ReadHtmlAsync()).Errors());
    }

    [Theory]
    [InlineData("money", "How many baht?", "2000", "3000")]
    [InlineData("procedures", "Result", "told now", "told later")]
    public async Task A_record_is_corrected_and_a_stale_correction_shows_both(string page, string field, string first, string second)
    {
        var raid = await app.NewRaidAsync();
        var woman = await app.WomanIdAsync(raid, 1);
        var id = await app.DbAsync(db => page == "money"
            ? db.MoneyLines.Where(row => row.WomanId == woman).Select(row => row.Id).SingleAsync()
            : db.Procedures.Where(row => row.WomanId == woman).Select(row => row.Id).SingleAsync());
        var url = $"/women/{raid}-W01/{page}/{id}/edit";
        var (one, two) = (await Leader.OpenFormAsync(url), await Leader.OpenFormAsync(url));

        var saved = await one.Fill(field, first).PostAsync();
        var stale = await two.Fill(field, second).PostAsync();

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        var words = (await stale.ReadHtmlAsync()).QuerySelector(".conflict")!.TextContent;
        Assert.Contains(first, words, StringComparison.Ordinal);
        Assert.Contains(second, words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Leader.GetAsync(new Uri($"/women/{raid}-W02/{page}/{id}/edit", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task A_test_is_added_once_and_its_result_opens_only_on_its_own()
    {
        var raid = await app.NewRaidAsync();
        var form = await Leader.OpenFormAsync($"/women/{raid}-W07/procedures/add");
        form.Fill("What was it?", "age test").FillDate("When?", "14", "3", "2568").Fill("Result", "16 <b>years</b>").Choose("Who says it?", "the woman");

        await form.PostAsync();
        await form.PostAsync();

        var client = app.ClientFor(StaffRole.ResearchLeader);
        var hidden = await client.OpenFormAsync($"/women/{raid}-W07/procedures");
        Assert.Contains("Tests and searches on her body: 1 recorded, not shown.", hidden.Page.Words(), StringComparison.Ordinal);
        Assert.Empty(hidden.Page.QuerySelectorAll("main article"));
        var woman = (await app.WomanIdAsync(raid, 7)).ToString("D");
        Assert.False(await app.DbAsync(db => db.AuditEntries.AnyAsync(entry => entry.ObjectId == woman && entry.Action == "read")));
        await hidden.PostAsync();
        Assert.True(await app.DbAsync(db => db.AuditEntries.AnyAsync(entry => entry.ObjectId == woman && entry.Action == "read" && entry.ObjectType == "Procedure")));
        var page = await client.OpenPageAsync($"/women/{raid}-W07/procedures");
        Assert.Single(page.QuerySelectorAll("main article"));
        Assert.Empty((await client.OpenPageAsync($"/women/{raid}-W07/procedures")).QuerySelectorAll("main article"));
        Assert.Contains("16 <b>years</b>", page.QuerySelector("details")!.TextContent, StringComparison.Ordinal);
        Assert.False(page.QuerySelector("details")!.HasAttribute("open"));
    }

    [Theory]
    [InlineData("procedures", "Form.On", "The day it was done must be a real date")]
    [InlineData("money", "Form.On", "The day of the payment must be a real date")]
    public async Task A_day_that_does_not_exist_is_refused(string page, string key, string error)
    {
        var raid = await app.NewRaidAsync();
        var form = (await Leader.OpenFormAsync($"/women/{raid}-W07/{page}/add")).Choose("Who says it?", "the woman").FillDate("When?", "31", "4", "2025");

        var response = await form.PostAsync();

        var refused = await response.ReadHtmlAsync();
        Assert.Contains(error, refused.Errors());
        Assert.NotNull(refused.QuerySelector($"[role=alert] a[href='#{key.Replace('.', '_')}']"));
    }
}
