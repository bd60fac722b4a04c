using System.Net;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Violations;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Violations;

public sealed class ReviewTests(TestApp app) : IClassFixture<TestApp>
{
    private HttpClient Client { get; } = app.ClientFor(StaffRole.ResearchLeader);

    private HttpClient Second { get; } = app.ClientFor(StaffRole.ResearchPartner);

    [Fact]
    public async Task Who_wrote_it_cannot_agree_also_after_another_person_wanted_to_talk()
    {
        var (told, address) = await CodedAsync();
        await (await Second.OpenFormAsync(address + "/talk")).Fill("What is there to talk about?", "Was it asked in her language?").PostAsync();

        Assert.Null((await Client.OpenPageAsync(address)).QuerySelector("main form[method=post]"));
        var agree = await Second.OpenFormAsync(address, "I agree");
        await agree.PostAsync();

        var right = Assert.Single(await app.RightsAsync(told));
        Assert.Equal(("researchpartner", false), (right.ReviewedBy, right.ToTalkAbout));
    }

    [Fact]
    public async Task To_talk_about_it_takes_an_agreement_away_and_waits_in_the_queue_with_its_note()
    {
        var (told, address) = await CodedAsync();
        await (await Second.OpenFormAsync(address, "I agree")).PostAsync();
        var form = await Client.OpenFormAsync(address + "/talk");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.PostAsync()).StatusCode);

        await form.Fill("What is there to talk about?", "Is it <b>one</b> act?").PostAsync();

        var right = Assert.Single(await app.RightsAsync(told));
        Assert.Equal((null, true), (right.ReviewedBy, right.ToTalkAbout));
        Assert.Contains("researchleader: Is it <b>one</b> act?", (await Second.OpenPageAsync("/violations/queue")).Words(), StringComparison.Ordinal);
        Assert.Contains("researchleader wants to talk about it", (await Second.OpenPageAsync(address)).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_may_want_to_talk_and_both_notes_stay()
    {
        var (told, address) = await CodedAsync();

        await (await Second.OpenFormAsync(address + "/talk")).Fill("What is there to talk about?", "one").PostAsync();
        await (await Client.OpenFormAsync(address + "/talk")).Fill("What is there to talk about?", "two").PostAsync();

        Assert.Equal(["one", "two"], (await ReviewsAsync(told)).Select(review => review.Note));
    }

    [Fact]
    public async Task A_second_person_suggests_another_act_and_then_another_person_reads_it()
    {
        var (told, address) = await CodedAsync();
        var form = await Second.OpenFormAsync(address + "/suggest?act=V09", "Change it");
        var article = form.Page.QuerySelector("input[name='Form.Articles']")!;

        await form.Choose("Which articles apply?", form.Page.QuerySelector($"label[for='{article.Id}']")!.TextContent.Trim()).Fill("Why?", "It was her age").PostAsync();

        var right = Assert.Single(await app.RightsAsync(told));
        Assert.Equal(("V09", "Made to take an age test, or the test was poor (teeth, bone X-ray)"), (right.Facts.Act, right.Facts.WordedEn));
        Assert.Equal([article.GetAttribute("value")!], right.Facts.Articles);
        var review = Assert.Single(await ReviewsAsync(told));
        Assert.Equal((ReviewKind.Changes, "V08", "It was her age"), (review.Kind, review.Act, review.Note));
        var page = await Second.OpenPageAsync(address);
        Assert.Contains("It was: Made to take a medical test", page.Words(), StringComparison.Ordinal);
        // She wrote it last now, so the first one may agree.
        Assert.Null(page.QuerySelector("main form[method=post]"));
        await (await Client.OpenFormAsync(address, "I agree")).PostAsync();
        Assert.Equal("researchleader", Assert.Single(await app.RightsAsync(told)).ReviewedBy);
    }

    [Fact]
    public async Task A_suggestion_changes_something_says_why_and_is_not_made_to_ones_own()
    {
        var (told, address) = await CodedAsync();
        var same = await (await (await Second.OpenFormAsync(address + "/suggest", "Change it")).Fill("Why?", "no change").PostAsync()).ReadHtmlAsync();
        Assert.Contains("Choose another act or other articles. If it is right as it stands, agree", same.Errors());

        var unsaid = await (await (await Second.OpenFormAsync(address + "/suggest?act=V09", "Change it")).PostAsync()).ReadHtmlAsync();
        Assert.Contains("Write why", unsaid.Errors());

        var own = await (await Client.OpenFormAsync(address + "/suggest?act=V09", "Change it")).Fill("Why?", "mine").PostAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, own.StatusCode);
        Assert.Equal("V08", Assert.Single(await app.RightsAsync(told)).Facts.Act);
    }

    [Fact]
    public async Task What_became_another_text_meanwhile_is_neither_agreed_to_nor_overwritten()
    {
        var (told, address) = await CodedAsync();
        var agree = await Second.OpenFormAsync(address, "I agree");
        var suggest = await Second.OpenFormAsync(address + "/suggest?act=V09", "Change it");
        var asked = await (await Client.CodeAsync(told, 2, "V08")).ReadFormAsync(Client, "Add");
        await asked.Choose("Is it the same?", "The same: add this passage to the one for W01, which stands on 1 passages").PostAsync();

        Assert.Equal(HttpStatusCode.Conflict, (await agree.PostAsync()).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await suggest.Fill("Why?", "age").PostAsync()).StatusCode);
        Assert.Null(Assert.Single(await app.RightsAsync(told)).ReviewedBy);
    }

    [Fact]
    public async Task The_queue_counts_what_waits_and_marks_what_is_ones_own()
    {
        var (told, _) = await CodedAsync();

        var queue = await Client.OpenPageAsync("/violations/queue");
        Assert.Contains(queue.QuerySelectorAll("a"), link => link.GetAttribute("href") == $"/testimonies/{told.Open}/code");
        Assert.DoesNotContain(told.Closed.ToString(), queue.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("yours: another person reads it", queue.Words(), StringComparison.Ordinal);
        await Client.CodeAsync(told, 2, "V21");
        await (await Client.OpenFormAsync(told.Address(3), "Nothing to code here")).PostAsync();

        Assert.DoesNotContain(told.Open.ToString(), (await Client.OpenPageAsync("/violations/queue")).DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_shows_the_numbers_that_lead_to_the_queue()
    {
        await CodedAsync();

        Assert.Contains((await Client.OpenPageAsync("/")).QuerySelectorAll("ul.tasks a"), link => link.GetAttribute("href") == "/violations/queue");
    }

    [Fact]
    public async Task The_sheet_tells_by_codes_what_happened_to_whom_and_what_was_agreed()
    {
        var (told, address) = await CodedAsync();
        await (await Second.OpenFormAsync(address, "I agree")).PostAsync();
        await Client.CodeAsync(told, 2, "V21", form => form.Choose("To which women?", "W03"));

        var page = await Client.OpenPageAsync($"/raids/{told.Code}/violations/sheet");

        var rows = page.QuerySelectorAll("tbody tr").Select(row => row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim().Split('\n')[0].Trim()).ToList()).ToList();
        Assert.Equal(["●", "", "", "1"], rows[0]);
        Assert.Equal(["○", "", "○", "2"], rows[1]);
        Assert.NotNull(page.QuerySelector(".scroll[tabindex='0'][role=region][aria-label]"));
        Assert.DoesNotContain("took us", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_sheet_says_so()
    {
        var told = await app.ImportAsync();

        Assert.Contains("Nothing is coded for a woman of this raid yet.", (await Client.OpenPageAsync($"/raids/{told.Code}/violations/sheet")).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Erasing_a_woman_takes_her_coded_passages_along_and_the_entry_where_it_names_nobody_else(bool isOfAll)
    {
        var (told, _) = await CodedAsync();
        await (await Client.OpenFormAsync(told.Address(2), "Nothing to code here")).PostAsync();

        await app.DbAsync(db => db.Violations.Where(row => row.RaidId == told.RaidId).ExecuteUpdateAsync(set => set.SetProperty(row => row.Facts.AllWomen, isOfAll)));

        await app.DbAsync(async db =>
        {
            var her = await db.Testimonies.Where(row => row.Id == told.Open).Select(row => row.WomanId!.Value).SingleAsync();
            await db.EraseWomanAsync(her, CancellationToken.None);
            return await db.SaveChangesAsync();
        });

        var left = await app.RightsAsync(told);
        Assert.Equal(isOfAll ? 1 : 0, left.Count);
        Assert.All(left, one => Assert.Empty(one.Passages));
        Assert.False(await app.DbAsync(db => db.ViolationPassages.AnyAsync(mark => mark.TestimonyId == told.Open)));
    }

    private async Task<(CodingCase.Told Told, string Address)> CodedAsync()
    {
        var told = await app.ImportAsync();
        await Client.CodeAsync(told, 1, "V08");
        return (told, $"/raids/{told.Code}/violations/{Assert.Single(await app.RightsAsync(told)).Id}");
    }

    private Task<List<ViolationReview>> ReviewsAsync(CodingCase.Told told) => app.DbAsync(db => db.ViolationReviews.AsNoTracking()
        .Where(review => review.RaidId == told.RaidId).OrderBy(review => review.RecordedAt).ToListAsync());
}
