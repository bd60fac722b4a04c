using System.Net;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Violations;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.House;

public sealed class RightsTests(TestApp app) : IClassFixture<TestApp>
{
    private HttpClient Client { get; } = app.ClientFor(StaffRole.ResearchLeader);

    private HttpClient Second { get; } = app.ClientFor(StaffRole.ResearchPartner);

    [Theory]
    [InlineData(StaffRole.Administrator, HttpStatusCode.NotFound)]
    [InlineData(StaffRole.Auditor, HttpStatusCode.NotFound)]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    public async Task Others_may_not(string? role, HttpStatusCode expected)
    {
        var code = await app.ImportAsync(SmallCase.Json);

        foreach (var page in new[] { "", "/add", "/add/V08", $"/{Guid.NewGuid()}", $"/{Guid.NewGuid()}/edit" })
        {
            Assert.Equal(expected, (await app.ClientFor(role).GetAsync($"/raids/{code}/violations{page}")).StatusCode);
        }
    }

    [Theory]
    [InlineData("/raids/R9999/violations")]
    [InlineData("/raids/R9999/violations/add")]
    [InlineData("/raids/R01/violations/add/V99")]
    [InlineData("/raids/R01/violations/0197d4d0-0000-7000-8000-000000000000")]
    [InlineData("/raids/R01/violations/0197d4d0-0000-7000-8000-000000000000/edit")]
    public async Task What_is_not_there_is_not_found(string url)
    {
        await app.ImportAsync(SmallCase.Json);

        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync(url)).StatusCode);
    }

    [Fact]
    public async Task The_acts_stand_in_groups_with_those_most_used_here_first()
    {
        var code = await app.ImportAsync(SmallCase.Json);

        var page = await Client.OpenPageAsync($"/raids/{code}/violations/add");

        Assert.Equal("Most used here", page.QuerySelector("h2")!.TextContent);
        Assert.Equal($"/raids/{code}/violations/add/V02", page.QuerySelector("ul.tasks a")!.GetAttribute("href"));
        Assert.Equal(41, page.QuerySelectorAll("ul.tasks a").Length);
    }

    [Fact]
    public async Task An_act_proposes_articles_that_a_person_ticks_and_sent_twice_is_one()
    {
        var code = await app.ImportAsync(SmallCase.Json);
        var form = await Client.OpenFormAsync($"/raids/{code}/violations/add/V08");
        Assert.Empty(form.Chosen("Which articles apply?"));
        var article = form.Page.QuerySelector("input[name='Form.Articles']")!;
        var words = form.Page.QuerySelector($"label[for='{article.Id}']")!.TextContent.Trim();
        form.Choose("Which articles apply?", words).Choose("To which women?", "W01").Choose("To which women?", "W03").Choose("Sources", "S1 Phone call")
            .Choose("How sure is it?", "she says so").Choose("Who says it?", "the woman").Fill("What happened, in short", "<script>🌸");

        await form.PostAsync();
        await form.PostAsync();

        var right = Assert.Single(await RightsAsync(code), right => right.Facts.Act == "V08");
        Assert.Equal([article.GetAttribute("value")!], right.Facts.Articles);
        Assert.Equal(2, right.Women.Count);
        var list = await Client.OpenPageAsync($"/raids/{code}/violations");
        Assert.Contains("2 of 3", list.Words(), StringComparison.Ordinal);
        Assert.Contains("not read yet", list.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_answers_are_refused_and_nothing_typed_is_lost()
    {
        var code = await app.ImportAsync(SmallCase.Json);
        var form = await Client.OpenFormAsync($"/raids/{code}/violations/add/V08");
        form.Tick("To every woman of this raid").Choose("To which women?", "W01").Fill("What happened, in short", new string('ก', 20_001)).FillDate("When?", "1", "1", "2027");

        var response = await form.PostAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var again = await response.ReadFormAsync(Client);
        Assert.Contains("Choose how sure it is", again.Page.Errors());
        Assert.Contains("Choose who says it", again.Page.Errors());
        Assert.Contains("Tick every woman of this raid, or some women, not both", again.Page.Errors());
        Assert.Contains("The day must be today or in the past", again.Page.Errors());
        Assert.Contains(again.Page.Errors(), error => error.Contains("20000 letters", StringComparison.Ordinal));
        Assert.Equal(20_001, again.Value("What happened, in short").Length);
        Assert.Single(await RightsAsync(code));
    }

    [Fact]
    public async Task A_second_person_agrees_and_an_edit_takes_it_away()
    {
        var code = await app.ImportAsync(SmallCase.Json);
        await (await Client.OpenFormAsync($"/raids/{code}/violations/add/V08")).Choose("How sure is it?", "she says so").Choose("Who says it?", "the woman").PostAsync();
        var id = (await RightsAsync(code)).Single(right => right.Facts.Act == "V08").Id;
        var address = $"/raids/{code}/violations/{id}";

        Assert.Null((await Client.OpenPageAsync(address)).QuerySelector("main form[method=post]"));
        var stolen = await Second.OpenFormAsync(address, "I agree");
        await stolen.PostAsync();
        Assert.Equal("researchpartner", (await RightsAsync(code)).Single(right => right.Id == id).ReviewedBy);

        await (await Client.OpenFormAsync(address + "/edit")).Fill("What happened, in short", "Another text").PostAsync();
        Assert.Null((await RightsAsync(code)).Single(right => right.Id == id).ReviewedBy);
        // What she read is not what it is now.
        Assert.Equal(HttpStatusCode.Conflict, (await stolen.PostAsync()).StatusCode);
    }

    [Fact]
    public async Task Who_wrote_it_last_cannot_agree_by_posting_either()
    {
        var code = await app.ImportAsync(SmallCase.Json);
        var id = (await RightsAsync(code)).Single().Id;
        var address = $"/raids/{code}/violations/{id}";
        var agree = await Client.OpenFormAsync(address, "I agree");
        await (await Client.OpenFormAsync(address + "/edit")).Fill("Note", "Changed").PostAsync();

        var response = await agree.PostAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Null((await RightsAsync(code)).Single().ReviewedBy);
    }

    [Fact]
    public async Task Two_people_who_change_one_right_see_both_texts()
    {
        var code = await app.ImportAsync(SmallCase.Json);
        var address = $"/raids/{code}/violations/{(await RightsAsync(code)).Single().Id}/edit";
        var form = (await Client.OpenFormAsync(address)).Fill("What happened, in short", "Mine");
        await (await Second.OpenFormAsync(address)).Fill("What happened, in short", "Theirs").PostAsync();

        var response = await form.PostAsync();

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        var again = await response.ReadFormAsync(Client);
        Assert.Contains("Theirs", again.Page.Words(), StringComparison.Ordinal);
        Assert.Equal("Mine", again.Value("What happened, in short"));
    }

    private Task<List<Violation>> RightsAsync(string code) => app.DbAsync(db => db.Violations.AsNoTracking().Include(right => right.Women)
        .Where(right => db.Raids.Any(raid => raid.Id == right.RaidId && raid.Code == code)).ToListAsync());
}
