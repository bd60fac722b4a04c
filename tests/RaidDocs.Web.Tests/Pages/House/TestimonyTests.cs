using System.Net;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Consents;
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
    public async Task Her_words_stand_in_numbered_passages_with_their_translation()
    {
        var code = await app.ImportAsync(SmallCase.Json);
        var address = await Client.TellAsync($"{code}-W01", "ဟုတ်ကဲ့ <script>\n\nနှစ်", "Yes\r\n \r\nTwo");

        var told = Assert.Single(await app.TestimoniesAsync(code));
        Assert.Equal("T1", told.Code);
        Assert.NotNull(told.WomanId);
        Assert.Equal(2, told.Passages.Count);
        var page = await Client.OpenPageAsync(address);
        var words = page.QuerySelectorAll(".pair .said").ToList();
        Assert.Equal(["ဟုတ်ကဲ့ <script>", "Yes", "နှစ်", "Two"], words.Select(word => word.TextContent));
        Assert.Equal(["my", "en"], words.Take(2).Select(word => word.GetAttribute("lang")));
    }

    [Fact]
    public async Task A_correction_is_a_new_version_with_a_reason_and_all_versions_can_be_read()
    {
        var code = await app.ImportAsync(SmallCase.Json);
        var address = await Client.TellAsync($"{code}-W01", "one\n\ntwo");
        var form = (await Client.OpenFormAsync($"{address}/edit")).Fill("Passage 2: the words as they were said", "two, not three").Fill("Passage 3: the words as they were said", "and more");
        Assert.Equal(["Write why her words are changed"], (await (await form.PostAsync()).ReadHtmlAsync()).Errors());

        await form.Fill("Why?", "Read back to her").PostAsync();
        await form.PostAsync();

        var told = Assert.Single(await app.TestimoniesAsync(code));
        Assert.Equal(2, told.Revision);
        Assert.Equal(["one", "two, not three", "and more"], told.Words.Select(passage => passage.Facts.Text));
        var versions = (await app.ClientFor(StaffRole.ResearchPartner).OpenPageAsync($"{address}/versions")).QuerySelectorAll("section");
        Assert.Equal(2, versions.Length);
        Assert.Contains("Read back to her", versions[0].TextContent, StringComparison.Ordinal);
        Assert.Equal(["words changed", "added"], versions[0].QuerySelectorAll("h3 .status").Select(change => change.TextContent));
        Assert.Equal(["one", "two"], versions[1].QuerySelectorAll(".said").Select(said => said.TextContent));
    }

    [Fact]
    public async Task Two_people_who_correct_one_account_see_both()
    {
        var code = await app.ImportAsync(SmallCase.Json);
        var address = await Client.TellAsync($"{code}-W01", "one");
        var mine = (await Client.OpenFormAsync($"{address}/edit")).Fill("Passage 1: the words as they were said", "mine").Fill("Why?", "a");
        await (await app.ClientFor(StaffRole.ResearchPartner).OpenFormAsync($"{address}/edit")).Fill("Passage 1: the words as they were said", "theirs").Fill("Why?", "b").PostAsync();

        var answer = await mine.PostAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var words = (await answer.ReadHtmlAsync()).QuerySelector(".conflict")!.TextContent;
        Assert.Contains("mine", words, StringComparison.Ordinal);
        Assert.Contains("theirs", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Purpose.Keep, ConsentAnswer.No, false, null, "Withheld: she took back her consent to “keep it and use it in her own team”")]
    [InlineData(Purpose.Keep, ConsentAnswer.Yes, true, null, "Withheld: police or shelter staff were present when she said yes to “keep it and use it in her own team”")]
    [InlineData(Purpose.Keep, ConsentAnswer.Yes, false, "2026-11-20", "Withheld: her yes to “keep it and use it in her own team” is over")]
    [InlineData(Purpose.Keep, ConsentAnswer.OnlyIf, false, null, "Withheld: she said “only if” to “keep it and use it in her own team”, and a person must judge that")]
    public async Task Without_her_yes_there_is_a_stub_with_the_reason_and_not_one_of_her_words(Purpose purpose, ConsentAnswer answer, bool officials, string? until, string reason)
    {
        var code = await app.ImportAsync(SmallCase.Json);
        var address = await Client.TellAsync($"{code}-W01", "unspeakable");
        var edit = (await Client.OpenFormAsync($"{address}/edit")).Fill("Why?", "a");
        var marks = (await Client.OpenFormAsync($"{address}/passages/1/marks")).Tick("It identifies her").Fill("Why?", "a");
        var told = Assert.Single(await app.TestimoniesAsync(code));
        await app.AllowAsync(told, purpose, answer, officials, until is null ? null : DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture));

        foreach (var page in new[] { address, $"{address}/versions", $"{address}/edit", $"{address}/passages/1/marks", $"/women/{code}-W01/testimonies" })
        {
            var words = (await Client.OpenPageAsync(page)).Words();
            Assert.Contains(reason, words, StringComparison.Ordinal);
            Assert.DoesNotContain("unspeakable", words, StringComparison.Ordinal);
        }

        await edit.PostAsync();
        await marks.PostAsync();
        Assert.Equal(1, Assert.Single(await app.TestimoniesAsync(code)).Revision);
    }

    [Fact]
    public async Task A_legal_advisor_needs_her_yes_to_her_lawyer_too()
    {
        var code = await app.ImportAsync(SmallCase.Json);
        var address = await Client.TellAsync($"{code}-W01", "unspeakable");
        var lawyer = app.ClientFor(StaffRole.LegalAdvisor);
        Assert.Contains("unspeakable", (await lawyer.OpenPageAsync(address)).Words(), StringComparison.Ordinal);

        await app.AllowAsync(Assert.Single(await app.TestimoniesAsync(code)), Purpose.Lawyer, ConsentAnswer.No);

        var words = (await lawyer.OpenPageAsync(address)).Words();
        Assert.Contains("Withheld: she took back her consent to “share with her lawyer”", words, StringComparison.Ordinal);
        Assert.DoesNotContain("unspeakable", words, StringComparison.Ordinal);
        Assert.Contains("unspeakable", (await Client.OpenPageAsync(address)).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_opening_of_her_words_is_in_the_log_and_the_opening_of_a_stub_is_not()
    {
        var code = await app.ImportAsync(SmallCase.Json);
        var address = await Client.TellAsync($"{code}-W01", "one");
        var told = Assert.Single(await app.TestimoniesAsync(code));
        string[] pages = [address, $"{address}/versions", $"{address}/edit", $"{address}/passages/1/marks", $"/women/{code}-W01/testimonies"];

        foreach (var page in pages)
        {
            await Client.OpenPageAsync(page);
        }

        Assert.Equal(pages.Length, await OpenedAsync(told.Id));
        await app.AllowAsync(told, Purpose.Keep, ConsentAnswer.No);
        foreach (var page in pages)
        {
            await Client.OpenPageAsync(page);
        }

        Assert.Equal(pages.Length, await OpenedAsync(told.Id));
    }

    [Fact]
    public async Task Her_accounts_stand_together_in_order_with_how_often_she_was_asked()
    {
        var code = await app.ImportAsync(SmallCase.Json);
        await Client.TellAsync($"{code}-W01", "one");
        Assert.Contains("She was interviewed once.", (await Client.OpenPageAsync($"/women/{code}-W01/testimonies")).Words(), StringComparison.Ordinal);
        await Client.TellAsync($"{code}-W01", "two");
        await Client.TellAsync($"{code}-W02", "other");

        var page = await Client.OpenPageAsync($"/women/{code}-W01/testimonies");

        Assert.Contains("She was interviewed 2 times.", page.Words(), StringComparison.Ordinal);
        Assert.Equal(["Testimony T1", "Testimony T2"], page.QuerySelectorAll(".tasks a[href^='/testimonies/']").Select(link => link.TextContent.Trim()));
        var ids = (await app.TestimoniesAsync(code)).ToDictionary(told => told.Code, told => told.Id);
        var together = await app.DbAsync(db => db.SuccessiveAccountsAsync([.. ids.Values], TestContext.Current.CancellationToken));
        Assert.Equal(["T1", "T2"], Assert.Single(together).Codes);
        Assert.StartsWith("T1, T2 are accounts of one woman.", together[0].Warning.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Empty(await app.DbAsync(db => db.SuccessiveAccountsAsync([ids["T1"], ids["T3"]], TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Marks_make_a_new_version_with_a_reason_and_keep_the_earlier_one()
    {
        var code = await app.ImportAsync(SmallCase.Json);
        await Client.TellAsync($"{code}-W01", "one\n\ntwo");
        var id = (await app.TestimoniesAsync(code)).Single().Id;
        var form = (await Client.OpenFormAsync($"/testimonies/{id}/passages/2/marks")).Tick("It identifies her");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.PostAsync()).StatusCode);

        form.Fill("Why?", "Her village stands in it");
        await form.PostAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await form.PostAsync()).StatusCode);

        var told = (await app.TestimoniesAsync(code)).Single();
        Assert.Equal(2, told.Revision);
        Assert.Equal(4, told.Passages.Count);
        Assert.Equal([false, true], told.Words.Select(passage => passage.Facts.IdentifiesHer));
        Assert.Contains("identifies her", (await Client.OpenPageAsync($"/testimonies/{id}")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_who_mark_one_passage_see_both()
    {
        var code = await app.ImportAsync(SmallCase.Json);
        await Client.TellAsync($"{code}-W01", "one");
        var address = $"/testimonies/{(await app.TestimoniesAsync(code)).Single().Id}/passages/1/marks";
        var form = (await Client.OpenFormAsync(address)).Tick("It identifies her").Fill("Why?", "a");
        await (await app.ClientFor(StaffRole.ResearchPartner).OpenFormAsync(address)).Tick("It has sexual detail").Fill("Why?", "b").PostAsync();

        Assert.Equal(HttpStatusCode.Conflict, (await form.PostAsync()).StatusCode);
    }

    private Task<int> OpenedAsync(Guid testimony) => app.DbAsync(db =>
    {
        var id = testimony.ToString("D");
        return db.AuditEntries.CountAsync(entry => entry.ObjectId == id && entry.Action == "read");
    });
}
