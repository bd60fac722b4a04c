using System.Net;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.House;

public sealed class ReadBackTests(TestApp app) : IClassFixture<TestApp>
{
    private HttpClient Client { get; } = app.ClientFor(StaffRole.ResearchLeader);

    [Fact]
    public async Task What_she_says_of_each_passage_stands_on_the_page_of_her_testimony()
    {
        var (code, address) = await TellAsync();

        await SaveAsync(await ReadAsync(address, "right", "wrong", instead: "It was morning"));

        var words = (await Client.OpenPageAsync(address)).Words();
        Assert.Contains("she said: right", words, StringComparison.Ordinal);
        Assert.Contains("Read to her in Burmese by TR1", words, StringComparison.Ordinal);
        Assert.Contains("It was morning", words, StringComparison.Ordinal);
        Assert.Equal([("T1", 2)], await OpenAsync(code));
        Assert.Equal(1, Assert.Single(await app.TestimoniesAsync(code)).Revision);
    }

    [Fact]
    public async Task A_passage_that_she_does_not_want_printed_is_not_for_disclosure_in_a_new_version_with_the_reason()
    {
        var (code, address) = await TellAsync();

        await SaveAsync(await ReadAsync(address, "right", "do not print"));

        var told = Assert.Single(await app.TestimoniesAsync(code));
        Assert.Equal(2, told.Revision);
        Assert.Equal([false, true], told.Words.Select(passage => passage.Facts.NotForDisclosure));
        Assert.Equal("When it was read to her she said: do not print", told.Words.First().Because);
        Assert.Contains("she said: do not print", (await Client.OpenPageAsync(address)).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_changed_words_or_a_new_answer_close_a_passage_that_is_wrong()
    {
        var (code, address) = await TellAsync();
        await SaveAsync(await ReadAsync(address, "right", "wrong"));

        // Marks change no word.
        await (await Client.OpenFormAsync($"{address}/passages/2/marks")).Tick("It has sexual detail").Fill("Why?", "a").PostAsync();
        Assert.Equal([("T1", 2)], await OpenAsync(code));

        // Nor does it help that it moves.
        await (await Client.OpenFormAsync($"{address}/edit")).Fill("Passage 1: the words as they were said", "").Fill("Why?", "b").PostAsync();
        Assert.Equal([("T1", 1)], await OpenAsync(code));

        await SaveAsync(await ReadAsync(address, "right"));
        Assert.Empty(await OpenAsync(code));
        await SaveAsync(await ReadAsync(address, "wrong"));
        Assert.Equal([("T1", 1)], await OpenAsync(code));
        await (await Client.OpenFormAsync($"{address}/edit")).Fill("Passage 1: the words as they were said", "in the morning").Fill("Why?", "c").PostAsync();
        Assert.Empty(await OpenAsync(code));
        Assert.DoesNotContain("she said: wrong", (await Client.OpenPageAsync(address)).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_passages_with_the_same_words_each_has_its_own_answer()
    {
        var (code, address) = await TellAsync("yes\n\nyes");

        await SaveAsync(await ReadAsync(address, "wrong", "right"));

        Assert.Equal([("T1", 1)], await OpenAsync(code));
    }

    [Fact]
    public async Task A_form_sent_twice_is_one_reading_and_an_old_one_shows_the_words_anew()
    {
        var (code, address) = await TellAsync();
        var form = await ReadAsync(address, "right", "wrong");
        var old = await ReadAsync(address, "right", "right");
        await SaveAsync(form);
        await SaveAsync(form);
        Assert.Equal(2, await app.DbAsync(db => db.ReadBacks.CountAsync(row => db.Raids.Any(raid => raid.Id == row.RaidId && raid.Code == code))));

        await (await Client.OpenFormAsync($"{address}/edit")).Fill("Passage 1: the words as they were said", "changed").Fill("Why?", "a").PostAsync();
        var answer = await old.PostAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.ReadHtmlAsync();
        Assert.Contains("Her words or marks were changed since this page was opened. Look at each passage again", page.Words(), StringComparison.Ordinal);
        Assert.Contains("changed", page.QuerySelector("main .said")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([("T1", 2)], await OpenAsync(code));
        await SaveAsync(new OpenForm(Client, page));
        Assert.Empty(await OpenAsync(code));
    }

    [Fact]
    public async Task Who_read_it_in_which_language_and_when_is_needed_and_something_must_be_said()
    {
        var (_, address) = await TellAsync();
        var form = (await Client.OpenFormAsync($"{address}/read-back")).Fill("In which language was it read to her?", "").FillDate("When was it read to her?", "", "", "");

        Assert.Equal(
            ["Choose the language in which it was read to her", "Write who read it to her", "Enter the day it was read to her, or choose \"I do not know the date\""],
            (await (await form.PostAsync()).ReadHtmlAsync()).Errors());
        var nothing = await (await ReadAsync(address)).PostAsync();
        Assert.Equal(["Choose what she said of a passage"], (await nothing.ReadHtmlAsync()).Errors());
        var right = await (await ReadAsync(address, "right")).Fill("Passage 1, if it is wrong: what she says instead", "No").PostAsync();
        Assert.Equal(["If she says something else, choose \"wrong\""], (await right.ReadHtmlAsync()).Errors());
    }

    [Fact]
    public async Task Without_her_yes_nothing_is_read_and_nothing_is_kept()
    {
        var (code, address) = await TellAsync("unspeakable");
        var form = await ReadAsync(address, "wrong");
        await app.AllowAsync(Assert.Single(await app.TestimoniesAsync(code)), Purpose.Keep, ConsentAnswer.No);

        Assert.Equal(address, (await form.PostAsync()).Headers.Location!.OriginalString);

        Assert.Empty(await OpenAsync(code));
        Assert.DoesNotContain("unspeakable", (await Client.OpenPageAsync($"{address}/read-back")).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StaffRole.LegalAdvisor)]
    [InlineData(StaffRole.Administrator)]
    [InlineData(StaffRole.Auditor)]
    public async Task Others_do_not_read_it_to_her(string role)
    {
        var (_, address) = await TellAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await app.ClientFor(role).GetAsync($"{address}/read-back")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.ClientFor(StaffRole.ResearchLeader, Guid.CreateVersion7()).GetAsync($"{address}/read-back")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.ClientFor(StaffRole.ResearchPartner).GetAsync($"{address}/read-back")).StatusCode);
    }

    [Fact]
    public async Task A_chapter_for_others_waits_until_the_passage_is_corrected()
    {
        var (code, address) = await TellAsync();
        await SaveAsync(await ReadAsync(address, "right", "wrong"));

        var refused = await ChapterAsync(code, Audience.Public);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("She said that a passage is wrong: T1, passage 2. Correct it with her, then make the document", (await refused.ReadHtmlAsync()).Words(), StringComparison.Ordinal);
        Assert.Contains("T1, passage 2", (await Client.OpenPageAsync($"/reports/case-study/{code}?audience=public")).Words(), StringComparison.Ordinal);
        Assert.Equal("application/pdf", (await ChapterAsync(code, Audience.Team)).Content.Headers.ContentType!.MediaType);

        await (await Client.OpenFormAsync($"{address}/edit")).Fill("Passage 2: the words as they were said", "in the morning").Fill("Why?", "She said so").PostAsync();

        Assert.Equal("application/pdf", (await ChapterAsync(code, Audience.Public)).Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain("T1, passage 2", (await Client.OpenPageAsync($"/reports/case-study/{code}?audience=public")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passage_that_is_not_quoted_stops_no_chapter()
    {
        var (code, address) = await TellAsync();
        await SaveAsync(await ReadAsync(address, "right", "wrong"));
        await (await Client.OpenFormAsync($"{address}/passages/2/marks")).Tick("It is not for disclosure").Fill("Why?", "a").PostAsync();

        Assert.Equal([("T1", 2)], await OpenAsync(code));
        Assert.Equal("application/pdf", (await ChapterAsync(code, Audience.Public)).Content.Headers.ContentType!.MediaType);
    }

    private async Task<(string Code, string Address)> TellAsync(string words = "one\n\nin the night")
    {
        var code = await app.ImportAsync(SmallCase.Json);
        return (code, await Client.TellAsync($"{code}-W01", words));
    }

    private async Task<OpenForm> ReadAsync(string address, string? first = null, string? second = null, string? instead = null)
    {
        var form = (await Client.OpenFormAsync($"{address}/read-back")).Fill("In which language was it read to her?", "Burmese").Fill("Who read it to her?", "TR1");
        foreach (var (at, mark) in new[] { first, second }.Index().Where(one => one.Item is not null))
        {
            form.Choose($"Passage {at + 1}: what does she say of it?", mark!);
        }

        return instead is null ? form : form.Fill("Passage 2, if it is wrong: what she says instead", instead);
    }

    private static async Task SaveAsync(OpenForm form) => Assert.Equal(HttpStatusCode.Redirect, (await form.PostAsync()).StatusCode);

    private async Task<HttpResponseMessage> ChapterAsync(string code, Audience audience) =>
        await (await Client.OpenFormAsync($"/reports/case-study/{code}")).Choose("For whom is it?", Texts.Shared.Of(audience)).PostAsync();

    private Task<(string, int)[]> OpenAsync(string code) => app.DbAsync(async db =>
        (await db.OpenReadBacksAsync(await db.Raids.Where(raid => raid.Code == code).Select(raid => raid.Id).SingleAsync(), TestContext.Current.CancellationToken))
            .Select(open => (open.Testimony, open.Number)).ToArray());
}
