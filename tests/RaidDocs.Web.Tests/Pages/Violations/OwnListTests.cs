using System.Net;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Violations;

public sealed class OwnListTests(TestApp app) : IClassFixture<TestApp>
{
    private HttpClient Client { get; } = app.ClientFor(StaffRole.ResearchLeader);

    [Fact]
    public async Task A_leader_adds_an_act_with_its_articles_and_sent_twice_it_is_one()
    {
        var article = await AddArticleAsync("CEDAW Committee, GR 38, para. 12");
        var form = (await Client.OpenFormAsync("/violations/own/add/acts")).Fill("In English", "Made to pay for food").Fill("In Thai", "ต้องจ่ายค่าอาหาร")
            .Fill("Articles that it proposes", $"cedaw 12\n\n{article.Code}");

        await form.PostAsync();
        await form.PostAsync();

        var item = Assert.Single(await ItemsAsync(), item => item.Facts.En == "Made to pay for food");
        Assert.Matches("^RD-[0-9]{2}$", item.Code);
        Assert.Equal(["cedaw 12", article.Code], item.Facts.Articles);
        var told = await app.ImportAsync();
        var code = await Client.OpenFormAsync($"{told.Address(1)}?act={item.Code}", "Add");
        var labels = code.Page.QuerySelectorAll("label").Select(label => label.TextContent.Trim()).ToList();
        Assert.Contains(labels, label => label.StartsWith("CEDAW 12", StringComparison.Ordinal));
        Assert.Contains(labels, label => label.StartsWith("CEDAW Committee, GR 38, para. 12", StringComparison.Ordinal));
        Assert.Contains("Made to pay for food", (await Client.OpenPageAsync(told.Address(1) + "?q=อาหาร")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_an_entry_is_refused_with_its_sentence()
    {
        var act = await (await (await Client.OpenFormAsync("/violations/own/add/acts")).Fill("Articles that it proposes", "nolaw 12").PostAsync()).ReadFormAsync(Client);
        Assert.Contains("Write it in English", act.Page.Errors());
        Assert.Contains(act.Page.Errors(), error => error.Contains("\u201Cnolaw 12\u201D begins with no law or treaty of the list", StringComparison.Ordinal));
        Assert.Equal("nolaw 12", act.Value("Articles that it proposes"));

        var article = await (await (await Client.OpenFormAsync("/violations/own/add/own-articles")).Fill("In English", "Para. 1").PostAsync()).ReadHtmlAsync();
        Assert.Contains("Choose which kind of article it is", article.Errors());
        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync("/violations/own/add/agencies")).StatusCode);
    }

    [Fact]
    public async Task Reworded_or_retired_what_was_coded_keeps_its_words()
    {
        await (await Client.OpenFormAsync("/violations/own/add/acts")).Fill("In English", "First words").PostAsync();
        var item = (await ItemsAsync()).Single(one => one.Facts.En == "First words");
        var told = await app.ImportAsync();
        await Client.CodeAsync(told, 1, item.Code);
        var right = Assert.Single(await app.RightsAsync(told));
        Assert.Equal(("First words", $"{item.Code}/1"), (right.Facts.WordedEn, right.Facts.Edition));

        await (await Client.OpenFormAsync($"/violations/own/{item.Id}", "Save")).Fill("In English", "Second words").PostAsync();

        var page = await Client.OpenPageAsync($"/raids/{told.Code}/violations/{right.Id}");
        Assert.Equal("Second words", page.QuerySelector("h1")!.TextContent);
        Assert.Contains($"Worded then: First words (edition {item.Code}/1 of the list)", page.Words(), StringComparison.Ordinal);
        // A change of something else does not change the words.
        await (await Client.OpenFormAsync($"/raids/{told.Code}/violations/{right.Id}/edit")).Fill("Note", "a note").PostAsync();
        Assert.Equal("First words", Assert.Single(await app.RightsAsync(told)).Facts.WordedEn);

        await (await Client.OpenFormAsync($"/violations/own/{item.Id}", "Retire it")).PostAsync();
        Assert.DoesNotContain("Second words", (await Client.OpenPageAsync($"/raids/{told.Code}/violations/add")).Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync($"/raids/{told.Code}/violations/add/{item.Code}")).StatusCode);
        Assert.Null((await Client.OpenPageAsync($"{told.Address(2)}?act={item.Code}")).QuerySelector("form[data-add]"));
        Assert.Contains("Second words", (await Client.OpenPageAsync($"/raids/{told.Code}/violations/{right.Id}")).Words(), StringComparison.Ordinal);

        await (await Client.OpenFormAsync($"/violations/own/{item.Id}", "Bring it back")).PostAsync();
        Assert.Equal(HttpStatusCode.OK, (await Client.GetAsync($"/raids/{told.Code}/violations/add/{item.Code}")).StatusCode);
    }

    [Fact]
    public async Task What_still_has_the_same_words_says_nothing_of_then()
    {
        var told = await app.ImportAsync();
        await Client.CodeAsync(told, 1, "V08");

        var page = await Client.OpenPageAsync($"/raids/{told.Code}/violations/{Assert.Single(await app.RightsAsync(told)).Id}");

        Assert.DoesNotContain("Worded then", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_leaders_who_reword_one_act_see_both_texts()
    {
        await (await Client.OpenFormAsync("/violations/own/add/acts")).Fill("In English", "Contested").PostAsync();
        var address = $"/violations/own/{(await ItemsAsync()).Single(one => one.Facts.En == "Contested").Id}";
        var mine = (await Client.OpenFormAsync(address, "Save")).Fill("In English", "Mine");
        await (await app.ClientFor(StaffRole.ResearchLeader, Guid.CreateVersion7()).OpenFormAsync(address, "Save")).Fill("In English", "Theirs").PostAsync();

        var response = await mine.PostAsync();

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Contains("Theirs", (await response.ReadHtmlAsync()).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_is_not_reworded_also_not_by_posting()
    {
        var article = await AddArticleAsync("Para. 7");
        var page = await Client.OpenPageAsync($"/violations/own/{article.Id}");
        Assert.Null(page.QuerySelector("input[name='Form.En']"));
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Form.En", "Para. 8"), new("Form.Kind", "treaty"), new("Form.Version", article.Version.ToString())]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Client.PostAsync(new Uri($"/violations/own/{article.Id}", UriKind.Relative), form)).StatusCode);
        Assert.Equal("Para. 7", (await ItemsAsync()).Single(item => item.Id == article.Id).Facts.En);
    }

    [Theory]
    [InlineData(StaffRole.ResearchPartner, HttpStatusCode.OK, HttpStatusCode.NotFound)]
    [InlineData(StaffRole.LegalAdvisor, HttpStatusCode.OK, HttpStatusCode.NotFound)]
    [InlineData(StaffRole.Administrator, HttpStatusCode.NotFound, HttpStatusCode.NotFound)]
    public async Task Only_a_leader_changes_the_lists(string role, HttpStatusCode reads, HttpStatusCode adds)
    {
        Assert.Equal(reads, (await app.ClientFor(role).GetAsync("/violations/own")).StatusCode);
        Assert.Equal(adds, (await app.ClientFor(role).GetAsync("/violations/own/add/acts")).StatusCode);
    }

    private async Task<OwnItem> AddArticleAsync(string words)
    {
        await (await Client.OpenFormAsync("/violations/own/add/own-articles")).Fill("In English", words).Choose("What kind is it?", "principle or guideline").PostAsync();
        return (await ItemsAsync()).Single(item => item.Facts.En == words);
    }

    private Task<List<OwnItem>> ItemsAsync() => app.DbAsync(db => db.OwnItems.AsNoTracking().ToListAsync());
}
