using System.Net;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Infrastructure;
using RaidDocs.Web.Tests.Pages.Reports;

namespace RaidDocs.Web.Tests.Pages.Women;

public sealed class LetterAnswerTests(TestApp app) : IClassFixture<TestApp>
{
    private HttpClient Client { get; } = app.ClientFor(StaffRole.ResearchLeader);

    [Fact]
    public async Task Each_answer_is_a_record_of_its_own_and_a_newer_one_stands_beside_the_older()
    {
        var code = await app.ImportAsync(FormCase.Json);
        var form = (await OpenAsync(code)).Choose("May it be sent to the United Nations?", "yes").Choose("How may she be named in it?", "her initials")
            .Fill("Asked in which language?", "Shan").FillDate("Asked on", "3", "11", "2026");

        var sent = await form.PostAsync();
        await form.PostAsync();
        await (await OpenAsync(code)).Choose("May it be sent to the United Nations?", "no").PostAsync();

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var rows = await RowsAsync(code);
        Assert.Equal(
            [(LetterQuestion.Sending, LetterReply.Yes), (LetterQuestion.NameForm, LetterReply.Initials), (LetterQuestion.Sending, LetterReply.No)],
            rows.Select(row => (row.Facts.Question, row.Facts.Reply)));
        Assert.Equal(("shn", "2026-11-03"), (rows[1].Facts.Language, rows[1].Facts.On!.Earliest.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        var words = (await Client.OpenPageAsync($"/women/{code}-W01/communication")).Words();
        Assert.Contains("it may be sent She said no", words, StringComparison.Ordinal);
        Assert.Contains("it may be sent: yes", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_answer_or_with_a_day_to_come_nothing_is_saved()
    {
        var code = await app.ImportAsync(FormCase.Json);

        var empty = await (await OpenAsync(code)).PostAsync();
        var tomorrow = await (await OpenAsync(code)).Choose("May it be sent to the United Nations?", "yes").FillDate("Asked on", "22", "11", "2026").PostAsync();

        Assert.Contains("Choose 1 answer or more", (await empty.ReadHtmlAsync()).Errors());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tomorrow.StatusCode);
        Assert.Empty(await RowsAsync(code));
    }

    [Fact]
    public async Task An_answer_that_does_not_fit_its_question_is_refused()
    {
        var code = await app.ImportAsync(FormCase.Json);

        var refused = await (await OpenAsync(code)).Also("Form.Sending", "FullName").PostAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Empty(await RowsAsync(code));
    }

    [Fact]
    public async Task In_front_of_police_no_answer_counts_and_the_page_says_so()
    {
        var code = await app.ImportAsync(FormCase.Json);

        await (await OpenAsync(code)).Choose("May it be sent to the United Nations?", "yes").Tick("Police or shelter staff were present").PostAsync();

        var words = (await Client.OpenPageAsync($"/women/{code}-W01/communication")).Words();
        Assert.Contains("it may be sent Police or shelter staff were present, so it counts as no until she is asked again", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_says_that_a_consent_was_recorded_and_never_what()
    {
        var code = await app.ImportAsync(FormCase.Json);

        await (await OpenAsync(code)).Choose("May it be sent to the United Nations?", "yes").Fill("Who was present?", "the cook").PostAsync();

        var id = (await RowsAsync(code)).Single().Id.ToString("D");
        var entry = await app.DbAsync(db => db.AuditEntries.SingleAsync(row => row.ObjectId == id));
        Assert.Equal(nameof(LetterAnswer), entry.ObjectType);
        Assert.DoesNotContain("cook", entry.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Her_answers_travel_in_the_case_format()
    {
        var code = await app.ImportAsync(FormCase.Json.Replace(
            """{ "code": "W03" }""",
            """{ "code": "W03", "letters": [{ "question": "sending", "reply": "yes", "on": "2026-11-03" }, { "question": "nameForm", "reply": "codeOnly" }] }""", StringComparison.Ordinal));

        var rows = await RowsAsync(code, 3);

        Assert.Equal([(LetterQuestion.Sending, LetterReply.Yes), (LetterQuestion.NameForm, LetterReply.CodeOnly)], rows.Select(row => (row.Facts.Question, row.Facts.Reply)));
    }

    private Task<OpenForm> OpenAsync(string code) => Client.OpenFormAsync($"/women/{code}-W01/communication", "Save her answers");

    private async Task<List<LetterAnswer>> RowsAsync(string code, int number = 1)
    {
        var (_, woman) = await app.FindAsync(code, number);
        return await app.DbAsync(db => db.LetterAnswers.Where(row => row.WomanId == woman).OrderBy(row => row.RecordedAt).ToListAsync());
    }
}
