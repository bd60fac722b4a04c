using System.Net;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.House;

public sealed class TestimonyTests(TestApp app) : IClassFixture<TestApp>
{
    private HttpClient Client { get; } = app.ClientFor(StaffRole.ResearchLeader);

    [Theory]
    [InlineData(StaffRole.Administrator, HttpStatusCode.NotFound)]
    [InlineData(StaffRole.Auditor, HttpStatusCode.NotFound)]
    [InlineData(StaffRole.LegalAdvisor, HttpStatusCode.NotFound)]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    public async Task Others_may_not(string? role, HttpStatusCode expected)
    {
        var code = await app.ImportAsync(SmallCase.Json);

        Assert.Equal(expected, (await app.ClientFor(role).GetAsync($"/testimonies/new?woman={code}-W01")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync($"/testimonies/new?woman={code}-W99")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync($"/testimonies/{Guid.NewGuid()}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync($"/testimonies/{Guid.NewGuid()}/passages/1/marks")).StatusCode);
    }

    [Fact]
    public async Task Her_words_stand_in_numbered_passages_with_their_translation_and_sent_twice_are_one()
    {
        var code = await app.ImportAsync(SmallCase.Json);
        var form = Told(await Client.OpenFormAsync($"/testimonies/new?woman={code}-W01"), "ဟုတ်ကဲ့ <script>\n\nနှစ်", "Yes\r\n \r\nTwo");

        var saved = await form.PostAsync();
        await form.PostAsync();

        var told = Assert.Single(await TestimoniesAsync(code));
        Assert.Equal("T1", told.Code);
        Assert.NotNull(told.WomanId);
        Assert.Equal(2, told.Passages.Count);
        var page = await Client.OpenPageAsync(saved.Headers.Location!.OriginalString);
        var words = page.QuerySelectorAll(".pair .said").ToList();
        Assert.Equal(["ဟုတ်ကဲ့ <script>", "Yes", "နှစ်", "Two"], words.Select(word => word.TextContent));
        Assert.Equal(["my", "en"], words.Take(2).Select(word => word.GetAttribute("lang")));
    }

    [Fact]
    public async Task A_translation_with_other_passages_is_refused_and_nothing_typed_is_lost()
    {
        var code = await app.ImportAsync(SmallCase.Json);
        var form = Told(await Client.OpenFormAsync($"/testimonies/new?woman={code}-W01"), "one\n\ntwo", "one two");

        var response = await form.PostAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var again = await response.ReadFormAsync(Client);
        Assert.Equal(["The words have 2 passages and the translation has 1. Leave an empty line at the same places in both"], again.Page.Errors());
        Assert.Equal("one\n\ntwo", again.Value("The words as they were said").ReplaceLineEndings("\n"));
        Assert.Empty(await TestimoniesAsync(code));
    }

    [Fact]
    public async Task Other_wrong_answers_have_their_sentences()
    {
        var code = await app.ImportAsync(SmallCase.Json);
        var form = (await Client.OpenFormAsync($"/testimonies/new?raid={code}")).Choose("Who speaks?", "the family")
            .Fill("The words as they were said", new string('ก', 20_001)).FillDate("When was it told?", "1", "1", "2027");
        var again = await (await form.PostAsync()).ReadFormAsync(Client);
        Assert.Contains("Write who speaks, without a name, like a witness or her mother", again.Page.Errors());
        Assert.Contains("A passage can have at most 20,000 letters. Divide it with an empty line", again.Page.Errors());
        Assert.Contains("The day must be today or in the past", again.Page.Errors());

        again.Choose("Who speaks?", "the woman");
        Assert.Contains("Open this from the page of the woman who speaks", (await (await again.PostAsync()).ReadHtmlAsync()).Errors());
        Assert.Empty(await TestimoniesAsync(code));
    }

    [Fact]
    public async Task Marks_make_a_new_version_with_a_reason_and_keep_the_earlier_one()
    {
        var code = await app.ImportAsync(SmallCase.Json);
        await Told(await Client.OpenFormAsync($"/testimonies/new?woman={code}-W01"), "one\n\ntwo", "").PostAsync();
        var id = (await TestimoniesAsync(code)).Single().Id;
        var form = (await Client.OpenFormAsync($"/testimonies/{id}/passages/2/marks")).Tick("It identifies her");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.PostAsync()).StatusCode);

        form.Fill("Why?", "Her village stands in it");
        await form.PostAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await form.PostAsync()).StatusCode);

        var told = (await TestimoniesAsync(code)).Single();
        Assert.Equal(2, told.Revision);
        Assert.Equal(4, told.Passages.Count);
        Assert.Equal([false, true], told.Words.Select(passage => passage.Facts.IdentifiesHer));
        Assert.Contains("identifies her", (await Client.OpenPageAsync($"/testimonies/{id}")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_who_mark_one_passage_see_both()
    {
        var code = await app.ImportAsync(SmallCase.Json);
        await Told(await Client.OpenFormAsync($"/testimonies/new?woman={code}-W01"), "one", "").PostAsync();
        var address = $"/testimonies/{(await TestimoniesAsync(code)).Single().Id}/passages/1/marks";
        var form = (await Client.OpenFormAsync(address)).Tick("It identifies her").Fill("Why?", "a");
        await (await app.ClientFor(StaffRole.ResearchPartner).OpenFormAsync(address)).Tick("It has sexual detail").Fill("Why?", "b").PostAsync();

        Assert.Equal(HttpStatusCode.Conflict, (await form.PostAsync()).StatusCode);
    }

    private static OpenForm Told(OpenForm form, string words, string translation) => form.Choose("Who speaks?", "the woman").Fill("In which language?", "Burmese")
        .Fill("The words as they were said", words).Fill("Translation", translation).Fill("Language of the translation", translation.Length > 0 ? "English" : "");

    private Task<List<Testimony>> TestimoniesAsync(string code) => app.DbAsync(db => db.Testimonies.AsNoTracking().Include(told => told.Passages)
        .Where(told => db.Raids.Any(raid => raid.Id == told.RaidId && raid.Code == code)).ToListAsync());
}
