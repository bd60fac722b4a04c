using System.Net;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Tests.Infrastructure;
using RaidDocs.Web.Tests.Printing;

namespace RaidDocs.Web.Tests.Pages.House;

public sealed class StatementTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Draft = "Make the draft PDF";
    private const string Lock = "Lock it as it is worded";

    private HttpClient Client { get; } = app.ClientFor(StaffRole.ResearchLeader);

    [Fact]
    public async Task Original_and_translation_face_each_other_with_the_same_numbers_and_each_page_says_draft()
    {
        var (code, address) = await TellAsync();

        var pdf = await PdfAsync(await (await OpenAsync(address)).PostAsync(Draft));

        Assert.Equal("4", (await Poppler.InfoAsync(pdf))["Pages"]);
        var (left, right) = (await Poppler.PageTextAsync(pdf, 2), await Poppler.PageTextAsync(pdf, 3));
        Assert.Matches(@"(?s)As it was said.*1\..*spoken first.*2\..*spoken second", left);
        Assert.Matches(@"(?s)Translation.*1\..*first in English.*2\..*second in English", right);
        for (var page = 1; page <= 4; page++)
        {
            Assert.Contains("Draft", await Poppler.PageTextAsync(pdf, page), StringComparison.Ordinal);
        }

        var told = Assert.Single(await app.TestimoniesAsync(code));
        var export = await app.DbAsync(db => db.Exports.SingleAsync(row => row.RaidId == told.RaidId));
        var part = await app.DbAsync(db => db.ExportedParts.SingleAsync(row => row.ExportId == export.Id));
        Assert.Equal((ExportKind.Statement, Audience.Court, told.Id, told.WomanId!.Value, "1 2"), (export.Kind, export.Audience, part.TestimonyId, part.WomanId, part.Passages));
    }

    [Theory]
    [InlineData(Purpose.Court, ConsentAnswer.No, "Withheld: she took back her consent to “use in court”")]
    [InlineData(Purpose.Court, ConsentAnswer.OnlyIf, "Withheld: she said “only if” to “use in court”, and a person must judge that")]
    [InlineData(Purpose.Keep, ConsentAnswer.No, "Withheld: she took back her consent to “keep it and use it in her own team”")]
    public async Task Without_her_yes_the_page_says_why_not_and_nothing_is_made_or_locked(Purpose purpose, ConsentAnswer answer, string reason)
    {
        var (code, address) = await TellAsync();
        var form = await OpenAsync(address);
        var told = Assert.Single(await app.TestimoniesAsync(code));
        await app.AllowAsync(told, purpose, answer);

        Assert.Equal(HttpStatusCode.Redirect, (await form.PostAsync(Draft)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await form.PostAsync(Lock)).StatusCode);

        var words = (await Client.OpenPageAsync($"{address}/statement")).Words();
        Assert.Contains(reason, words, StringComparison.Ordinal);
        Assert.DoesNotContain("spoken", words, StringComparison.Ordinal);
        Assert.Equal((0, 0), await KeptAsync(told));
    }

    [Fact]
    public async Task What_she_takes_back_while_it_is_made_stops_it()
    {
        var (code, _) = await TellAsync();
        var told = Assert.Single(await app.TestimoniesAsync(code));
        var wording = new CourtWording { Certificate = "a", Truth = "b", ReadBack = "c" };
        var made = (await app.DbAsync(db => db.DiscloseStatementAsync(told.Id, [], TestApp.Today, TestContext.Current.CancellationToken)))!.Statement!;

        await app.AllowAsync(told, Purpose.Court, ConsentAnswer.No);

        await Assert.ThrowsAsync<DomainRuleException>(() => app.DbAsync(db => db.RecordStatementAsync(made, [1], TestContext.Current.CancellationToken)));
        await Assert.ThrowsAsync<DomainRuleException>(() => app.DbAsync(db => db.LockStatementAsync(made, Guid.CreateVersion7(), wording, TestContext.Current.CancellationToken)));
        Assert.Equal((0, 0), await KeptAsync(told));
    }

    [Fact]
    public async Task A_marked_passage_stands_in_it_only_when_ticked_and_one_not_for_disclosure_never()
    {
        var (code, address) = await TellAsync("spoken first\n\nspoken second\n\nspoken third", "");
        await (await Client.OpenFormAsync($"{address}/passages/2/marks")).Tick("It has sexual detail").Fill("Why?", "a").PostAsync();
        await (await Client.OpenFormAsync($"{address}/passages/3/marks")).Tick("It is not for disclosure").Fill("Why?", "b").PostAsync();

        var without = await Poppler.TextAsync(await PdfAsync(await (await OpenAsync(address)).PostAsync(Draft)));
        var form = (await OpenAsync(address)).Choose("Passages with a mark that are to stand in it", "Passage 2: sexual detail").Also("Form.Marked", "3");
        var with = await Poppler.TextAsync(await PdfAsync(await form.PostAsync(Draft)));

        Assert.Contains("spoken first", without, StringComparison.Ordinal);
        Assert.DoesNotContain("spoken second", without, StringComparison.Ordinal);
        Assert.Contains("spoken second", with, StringComparison.Ordinal);
        Assert.DoesNotContain("spoken third", without + with, StringComparison.Ordinal);
        var told = Assert.Single(await app.TestimoniesAsync(code));
        Assert.Equal(["1", "1 2"], await app.DbAsync(db => db.ExportedParts.Where(row => row.TestimonyId == told.Id).OrderBy(row => row.RecordedAt).Select(row => row.Passages).ToListAsync()));
    }

    [Fact]
    public async Task A_locked_statement_keeps_its_words_whatever_changes_and_prints_without_the_draft_mark()
    {
        var (code, address) = await TellAsync();
        var form = (await OpenAsync(address)).Fill("Statement of truth", "It is true.");
        await form.PostAsync(Lock);
        await form.PostAsync(Lock);
        await (await Client.OpenFormAsync($"{address}/edit")).Fill("Passage 1: the words as they were said", "said anew").Fill("Why?", "a").PostAsync();
        await (await OpenAsync(address)).PostAsync(Lock);

        var told = Assert.Single(await app.TestimoniesAsync(code));
        var locked = await app.DbAsync(db => db.Statements.Where(row => row.TestimonyId == told.Id).OrderBy(row => row.Number).ToListAsync());
        Assert.Equal([(1, 1, "spoken first"), (2, 2, "said anew")], locked.Select(row => (row.Number, row.Revision, row.Words()[0].Text)));
        Assert.Equal("It is true.", locked[0].Truth);
        var pdf = await PdfAsync(await (await Client.OpenFormAsync($"{address}/statement", "Print statement 1")).PostAsync());
        var text = await Poppler.TextAsync(pdf);
        Assert.Contains("spoken first", text, StringComparison.Ordinal);
        Assert.DoesNotContain("said anew", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Draft", text, StringComparison.Ordinal);

        // Not for disclosure is never, also in what was locked before.
        await (await Client.OpenFormAsync($"{address}/passages/2/marks")).Tick("It is not for disclosure").Fill("Why?", "b").PostAsync();
        var refused = await (await Client.OpenFormAsync($"{address}/statement", "Print statement 1")).PostAsync();
        Assert.Contains("A passage of it is marked not for disclosure since. Make a new statement", (await refused.ReadHtmlAsync()).Words(), StringComparison.Ordinal);
        await app.AllowAsync(told, Purpose.Keep, ConsentAnswer.No);
        Assert.DoesNotContain("spoken first", (await Client.OpenPageAsync($"{address}/statement")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_of_a_woman_stops_it_with_the_place_and_her_own_only_when_she_does_not_stand_by_it()
    {
        var (code, address) = await TellAsync("spoken by Marigold", "");
        var told = Assert.Single(await app.TestimoniesAsync(code));
        await app.SaveAsync(new WomanName(told.RaidId, told.WomanId!.Value, new NameFacts { Voice = Voice.Woman, Text = "Marigold" }, null));

        var answer = await (await OpenAsync(address)).PostAsync(Draft);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(["The name of a woman stands in what was written: paragraph 1. Write her code there, then make the document"], (await answer.ReadHtmlAsync()).Errors());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await OpenAsync(address)).PostAsync(Lock)).StatusCode);
        await app.SaveAsync(new Consent(told.RaidId, told.WomanId!.Value, null, new() { Purpose = Purpose.Court, Answer = ConsentAnswer.Yes, IdentityForm = IdentityForm.OwnName }));
        await PdfAsync(await (await OpenAsync(address)).PostAsync(Draft));

        // Another woman's name is not hers to give.
        var other = await app.DbAsync(db => db.Apprehensions.Where(row => row.RaidId == told.RaidId && row.WomanId != told.WomanId).Select(row => row.WomanId).FirstAsync());
        await app.SaveAsync(new WomanName(told.RaidId, other, new NameFacts { Voice = Voice.Woman, Text = "Rosalind" }, null));
        var truth = await (await OpenAsync(address)).Fill("Statement of truth", "As Rosalind says").PostAsync(Draft);
        Assert.Equal(["The name of a woman stands in what was written: the statement of truth. Write her code there, then make the document"], (await truth.ReadHtmlAsync()).Errors());
        Assert.Equal((1, 0), await KeptAsync(told));
    }

    [Fact]
    public async Task What_she_called_wrong_is_not_locked_and_the_last_reading_stands_in_the_line()
    {
        var (code, address) = await TellAsync();
        await (await Client.OpenFormAsync($"{address}/read-back")).Fill("In which language was it read to her?", "Burmese").Fill("Who read it to her?", "TR1")
            .Choose("Passage 1: what does she say of it?", "wrong").PostAsync();

        var form = await OpenAsync(address);

        Assert.Equal("Read back to me in Burmese by TR1 on 21 November 2026 (2569).", form.Value("Read back to her"));
        Assert.Contains("She said that a passage is wrong: T1, passage 1.", (await (await form.PostAsync(Lock)).ReadHtmlAsync()).Words(), StringComparison.Ordinal);
        Assert.Equal((0, 0), await KeptAsync(Assert.Single(await app.TestimoniesAsync(code))));
    }

    [Fact]
    public async Task A_page_opened_on_earlier_words_shows_the_new_ones_first()
    {
        var (_, address) = await TellAsync();
        var form = await OpenAsync(address);
        await (await Client.OpenFormAsync($"{address}/edit")).Fill("Passage 1: the words as they were said", "said anew").Fill("Why?", "a").PostAsync();

        var answer = await form.PostAsync(Lock);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("said anew", (await answer.ReadHtmlAsync()).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StaffRole.ResearchPartner, HttpStatusCode.NotFound)]
    [InlineData(StaffRole.Administrator, HttpStatusCode.NotFound)]
    [InlineData(StaffRole.LegalAdvisor, HttpStatusCode.OK)]
    public async Task Whoever_makes_documents_on_the_team_makes_it(string role, HttpStatusCode expected)
    {
        var (_, address) = await TellAsync();

        Assert.Equal(expected, (await app.ClientFor(role).GetAsync($"{address}/statement")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.ClientFor(role, Guid.CreateVersion7()).GetAsync($"{address}/statement")).StatusCode);
    }

    private async Task<(string Code, string Address)> TellAsync(string words = "spoken first\n\nspoken second", string translation = "first in English\n\nsecond in English")
    {
        var code = await app.ImportAsync(SmallCase.Json);
        return (code, await Client.TellAsync($"{code}-W01", words, translation));
    }

    private Task<OpenForm> OpenAsync(string address) => Client.OpenFormAsync($"{address}/statement", Draft);

    private static async Task<byte[]> PdfAsync(HttpResponseMessage response)
    {
        Assert.True(response.Content.Headers.ContentType?.MediaType == "application/pdf", await response.Content.ReadAsStringAsync());
        return await response.Content.ReadAsByteArrayAsync();
    }

    private Task<(int Exports, int Locked)> KeptAsync(Testimony told) => app.DbAsync(async db =>
        (await db.Exports.CountAsync(row => row.RaidId == told.RaidId), await db.Statements.CountAsync(row => row.TestimonyId == told.Id)));
}
