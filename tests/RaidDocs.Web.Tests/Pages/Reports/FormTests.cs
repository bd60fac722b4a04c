using System.Net;
using System.Security.Cryptography;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Pages.Reports.Forms;
using RaidDocs.Web.Tests.Infrastructure;
using RaidDocs.Web.Tests.Printing;

namespace RaidDocs.Web.Tests.Pages.Reports;

public sealed class FormTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Make = "Make the form";

    private HttpClient Client { get; } = app.ClientFor(StaffRole.ResearchLeader);

    [Theory]
    [InlineData(FormKind.ArbitraryDetention)]
    [InlineData(FormKind.SpecialProcedures)]
    [InlineData(FormKind.Petition)]
    public async Task Each_form_holds_the_same_rows_in_both_files_and_a_word_processor_finds_no_fault(FormKind kind)
    {
        var code = await ImportAsync();
        await app.AgreeAsync(code, 1);

        var pdf = Squeeze(await Poppler.RawTextAsync(await MakeAsync(code, kind, "PDF, to print", "W01")));
        var docx = await MakeAsync(code, kind, "DOCX, to write in", "W01");

        var rows = RowsOf(docx);
        Assert.True(rows.Count > 30, $"{rows.Count} rows");
        Assert.All(rows.SelectMany(row => row), text => Assert.Contains(Squeeze(text), pdf, StringComparison.Ordinal));
        using var package = WordprocessingDocument.Open(new MemoryStream(docx), false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(package).Select(error => error.Description));
    }

    [Fact]
    public async Task The_questionnaire_tells_of_the_chosen_woman_alone_and_lists_what_is_blank()
    {
        var code = await ImportAsync();

        var docx = await MakeAsync(code, FormKind.ArbitraryDetention, "DOCX, to write in", "W01");

        var rows = RowsOf(docx);
        Assert.Contains(["Age", "22 \u2013 the woman"], rows);
        Assert.Contains(["Ground that was claimed", "questioning \u2013 the woman, S1"], rows);
        Assert.Contains(rows, row => row[0] == "Category I" && row.Contains("She was held in a shelter, and no paper was seen."));
        Assert.Contains(["No hint in the record", "II, III, IV, V"], rows);
        Assert.Contains(rows, row => row[0] == "S1");
        Assert.DoesNotContain(rows, row => row[0] == "S2");
        var text = TextOf(docx);
        Assert.Contains("A woman and a woman ran.", text, StringComparison.Ordinal);
        Assert.All(["W02", "W03", "weaver", "only hers", "the other one"], others => Assert.DoesNotContain(others, text, StringComparison.Ordinal));
        Assert.Equal(
            [
                "W01, 1 Who she is: Her full name", "W01, 1 Who she is: Nationality", "W01, 1 Who she is: Identity papers", "W01, 1 Who she is: Her word for her work",
                "W01, 1 Who she is: Address for letters to her", "W01, 2 How she was taken: Was a warrant or other decision shown?", "W01, 2 How she was taken: Which office signed it?",
                "W01, 2 How she was taken: How the night ended for her", "W01, 2 How she was taken: What she was called, by whom",
                "W01, 3 Where she was held, Place 1: North station: Was she told why?", "W01, 3 Where she was held, Place 1: North station: May she leave when she wants?",
                "W01, 3 Where she was held, Place 1: North station: Contact with her family", "W01, 3 Where she was held, Place 1: North station: Contact with a lawyer",
                "W01, 3 Where she was held, Place 1: North station: Contact with her embassy",
                "W01, 3 Where she was held, Place 2: Hill shelter: Where it is", "W01, 3 Where she was held, Place 2: Hill shelter: Ground that was claimed",
                "W01, 3 Where she was held, Place 2: Hill shelter: Was she told why?", "W01, 3 Where she was held, Place 2: Hill shelter: Contact with her family",
                "W01, 3 Where she was held, Place 2: Hill shelter: Contact with a lawyer", "W01, 3 Where she was held, Place 2: Hill shelter: Contact with her embassy",
                "W01, 4 What happened, and why it may be arbitrary, Categories of the Working Group: hints: Why a lawyer holds it to be arbitrary",
                "5 Steps in Thailand: What was done, when, and what came back", "5 Steps in Thailand: If nothing was done: why not?",
                "6 Who submits it: confidential: Name of the person who submits it", "6 Who submits it: confidential: Organisation", "6 Who submits it: confidential: Address",
                "6 Who submits it: confidential: Phone or e-mail", "6 Who submits it: confidential: Signature", "6 Who submits it: confidential: Date",
            ],
            BlanksOf(docx));
    }

    [Fact]
    public async Task What_left_is_listed_with_the_chosen_women_as_its_parts_and_the_file_has_a_neutral_name()
    {
        var code = await ImportAsync();

        var response = await (await OpenAsync(code, FormKind.Petition)).Choose("As which file?", "DOCX, to write in").Choose("Who is to be in it?", "W01").Set("Form.Why", "the lawyer asks").PostAsync(Make);
        var only = await (await OpenAsync(code, FormKind.Petition)).Choose("As which file?", "DOCX, to write in").Tick("W01", ticked: false).PostAsync(Make);

        Assert.Equal("file-2026-11-21.docx", response.Content.Headers.ContentDisposition?.FileName);
        var (raid, woman) = await app.FindAsync(code);
        var (_, second) = await app.FindAsync(code, 2);
        var exports = await app.DbAsync(db => db.Exports.Where(row => row.RaidId == raid).OrderBy(row => row.RecordedAt).ToListAsync());
        Assert.Equal([(ExportKind.Petition, Audience.Court, "the lawyer asks"), (ExportKind.Petition, Audience.Court, null)], exports.Select(row => (row.Kind, row.Audience, row.Why)));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(await response.Content.ReadAsByteArrayAsync())), exports[0].Sha256);
        Assert.Equal(HttpStatusCode.OK, only.StatusCode);
        var parts = await app.DbAsync(db => db.ExportedParts.Where(row => row.RaidId == raid).ToListAsync());
        Assert.Equal(new HashSet<Guid> { woman, second }, parts.Where(part => part.ExportId == exports[0].Id).Select(part => part.WomanId).ToHashSet());
        Assert.Equal([second], parts.Where(part => part.ExportId == exports[1].Id).Select(part => part.WomanId));
    }

    [Fact]
    public async Task A_woman_without_the_needed_answers_is_not_in_it_and_the_page_says_why()
    {
        var code = await ImportAsync();
        await app.AgreeAsync(code, 1);
        await app.AnswerAsync(code, 2, (LetterQuestion.Sending, LetterReply.Yes), (LetterQuestion.ToAuthorities, LetterReply.No));

        var page = await Client.OpenPageAsync($"/reports/forms/{code}?kind=SpecialProcedures");

        Assert.Equal(["W01"], page.QuerySelectorAll("input[name='Form.Women']").Select(box => box.GetAttribute("value")));
        var words = page.Words();
        Assert.Contains("W02 (she knows that a letter about her goes to the authorities: she said no)", words, StringComparison.Ordinal);
        Assert.Contains("W03, what is recorded of her (keep it and use it in her own team: she was not asked)", words, StringComparison.Ordinal);
        var forged = await (await OpenAsync(code, FormKind.SpecialProcedures)).Also("Form.Women", "W02").PostAsync(Make);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forged.StatusCode);
        Assert.Equal(0, await ExportsAsync(code));
    }

    [Theory]
    [InlineData(LetterQuestion.Sending)]
    [InlineData(LetterQuestion.ToAuthorities)]
    [InlineData(LetterQuestion.PublicSummary)]
    public async Task Each_of_the_three_answers_about_letters_is_needed_and_counts_only_when_it_is_free(LetterQuestion question)
    {
        var code = await ImportAsync();
        await app.AnswerAsync(code, 1, [.. LetterAnswers.Needed.Where(one => one != question).Select(one => (one, LetterReply.Yes))]);
        Assert.False(await MayBeInAsync(code));
        var (raid, woman) = await app.FindAsync(code);

        await app.SaveAsync(new LetterAnswer(raid, woman, new LetterAnswerFacts { Question = question, Reply = LetterReply.Yes, OfficialsPresent = true }));
        Assert.False(await MayBeInAsync(code));
        await app.AnswerAsync(code, 1, (question, LetterReply.Yes));
        Assert.True(await MayBeInAsync(code));
        await app.AnswerAsync(code, 1, (question, LetterReply.No));
        Assert.False(await MayBeInAsync(code));
    }

    [Theory]
    [InlineData(LetterReply.FullName, "Her full name", "She agreed to her full name.")]
    [InlineData(LetterReply.Initials, "Her initials", "She agreed to her initials, not to her full name.")]
    [InlineData(null, "Her full name", "She was not asked whether her name may stand here. Her code stands.")]
    public async Task Her_name_is_a_blank_with_what_she_agreed_to(LetterReply? reply, string label, string sentence)
    {
        var code = await ImportAsync();
        await app.AgreeAsync(code, 1);
        if (reply is { } named)
        {
            await app.AnswerAsync(code, 1, (LetterQuestion.NameForm, named));
        }

        var rows = RowsOf(await MakeAsync(code, FormKind.SpecialProcedures, "DOCX, to write in", "W01"));

        Assert.Contains([label, "______________________________", sentence], rows);
        Assert.Contains(["It may be sent", "yes, 3 November 2026 (2569)"], rows);
    }

    [Fact]
    public async Task A_woman_who_wants_only_her_code_leaves_no_line_for_a_name()
    {
        var code = await ImportAsync();
        await app.AgreeAsync(code, 1);
        await app.AnswerAsync(code, 1, (LetterQuestion.NameForm, LetterReply.CodeOnly));

        var docx = await MakeAsync(code, FormKind.SpecialProcedures, "DOCX, to write in", "W01");

        Assert.Contains(["Her name", "W01", "She wants only her code."], RowsOf(docx));
        Assert.DoesNotContain(BlanksOf(docx), blank => blank.Contains("name", StringComparison.Ordinal) && blank.StartsWith('1'));
    }

    [Fact]
    public async Task A_yes_to_share_counts_for_the_body_whose_name_it_carries()
    {
        var code = await ImportAsync();
        await app.SayAsync(code, 1, new ConsentFacts { Purpose = Purpose.Partner, Answer = ConsentAnswer.Yes, ForWhom = "Another body" });
        await app.SayAsync(code, 2, new ConsentFacts { Purpose = Purpose.Partner, Answer = ConsentAnswer.No, ForWhom = FormCase.WorkingGroup });

        // Who gets it stands in no address: neither where the form leads, nor where she is then.
        async Task<string[]> WhoAsync(string body)
        {
            var form = (await Client.OpenFormAsync($"/reports/forms/{code}?kind=ArbitraryDetention", "See who may be in it")).Fill("Which body or court gets it?", body);
            var answer = await form.PostAsync("See who may be in it");
            Assert.Equal((HttpStatusCode.OK, "?handler=Look"), (answer.StatusCode, answer.RequestMessage!.RequestUri!.Query));
            return [.. (await answer.ReadHtmlAsync()).QuerySelectorAll("input[name='Form.Women']").Select(box => box.GetAttribute("value")!)];
        }

        Assert.Equal(["W01"], await WhoAsync(""));
        Assert.Equal(["W01"], await WhoAsync("another body"));
        Assert.Empty(await WhoAsync("Somebody"));
        Assert.Single((await Client.OpenPageAsync($"/reports/forms/{code}?kind=ArbitraryDetention&for=Somebody")).QuerySelectorAll("input[name='Form.Women']"));
    }

    [Fact]
    public async Task What_she_takes_back_while_it_is_made_stops_it()
    {
        var code = await ImportAsync();
        await app.AgreeAsync(code, 1);
        var form = await OpenAsync(code, FormKind.SpecialProcedures);
        var made = (await app.DbAsync(db => db.DiscloseFormAsync(
            code, FormKind.SpecialProcedures, FormCase.Rapporteurs, ["W01"], TestApp.Today, new GateWords("a woman", "a place", kind => kind), TestContext.Current.CancellationToken)))!;

        await app.AnswerAsync(code, 1, (LetterQuestion.PublicSummary, LetterReply.No));

        await Assert.ThrowsAsync<DomainRuleException>(() => app.DbAsync(db => db.RecordExportAsync(made.Disclosed, ExportKind.SpecialProcedures, null, [1], TestContext.Current.CancellationToken)));
        var refused = await form.Choose("As which file?", "DOCX, to write in").PostAsync(Make);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("A woman changed her answer since this page was opened. Look at who may be in it again", (await refused.ReadHtmlAsync()).Errors());
        Assert.Equal(0, await ExportsAsync(code));
    }

    [Theory]
    [InlineData("PDF, to print")]
    [InlineData("DOCX, to write in")]
    public async Task A_name_in_what_was_written_stops_both_files(string format)
    {
        var code = await app.ImportAsync(FormCase.Json.Replace("She asked for", "Marigold and W03 asked for", StringComparison.Ordinal));
        await app.NameAsync(code, 1, "Marigold");

        var refused = await (await OpenAsync(code, FormKind.Petition)).Choose("As which file?", format).PostAsync(Make);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("The name of a woman stands in what was written: Chronology 2, What happened. Write her code there, then make the document", (await refused.ReadHtmlAsync()).Errors());
        Assert.Equal(0, await ExportsAsync(code));
    }

    [Theory]
    [InlineData(FormFormat.Pdf)]
    [InlineData(FormFormat.Docx)]
    public async Task A_withheld_text_that_got_into_a_file_is_found_in_it_and_nothing_is_kept(FormFormat format)
    {
        // W03, of whom nothing may be told, has in a row of hers what the form prints as the day of the raid.
        var code = await app.ImportAsync(FormCase.Json.Replace(
            """{ "code": "W03" }""", """{ "code": "W03", "stays": [{ "ground": "12 March 2025 (2568), 22:40", "voice": "woman" }] }""", StringComparison.Ordinal));
        await using var scope = app.Services.CreateAsyncScope();
        var press = scope.ServiceProvider.GetRequiredService<FormPress>();
        var refused = await Assert.ThrowsAsync<DomainRuleException>(() => app.DbAsync(async db =>
            await press.ExportAsync(db, (await press.DiscloseAsync(db, code, FormKind.Petition, null, ["W01"], TestContext.Current.CancellationToken))!, format, null, TestContext.Current.CancellationToken)));

        Assert.Contains("stands in the document", Texts.Shared.Of(refused), StringComparison.Ordinal);
        Assert.DoesNotContain("22:40", Texts.Shared.Of(refused), StringComparison.Ordinal);
        Assert.Equal(0, await ExportsAsync(code));
    }

    [Fact]
    public async Task A_thai_reader_gets_a_thai_form()
    {
        var code = await ImportAsync();
        var client = app.ClientFor(StaffRole.ResearchLeader);
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("th");

        var page = await client.OpenFormAsync($"/reports/forms/{code}?kind=Petition", "ทำแบบฟอร์ม");
        var docx = await (await page.Choose("เป็นไฟล์แบบใด", "DOCX สำหรับเขียนต่อ").PostAsync("ทำแบบฟอร์ม")).Content.ReadAsByteArrayAsync();

        Assert.Contains("มาตรา 90 อ้างจากความรู้ทั่วไป", TextOf(docx), StringComparison.Ordinal);
        Assert.Contains("12 มีนาคม 2568 (2025)", TextOf(docx), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StaffRole.LegalAdvisor, HttpStatusCode.OK)]
    [InlineData(StaffRole.ResearchPartner, HttpStatusCode.NotFound)]
    [InlineData(StaffRole.Administrator, HttpStatusCode.NotFound)]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    public async Task Who_may_open_it(string? role, HttpStatusCode status) =>
        Assert.Equal(status, (await app.ClientFor(role).GetAsync($"/reports/forms/{await ImportAsync()}?kind=Petition")).StatusCode);

    [Fact]
    public async Task The_raid_of_another_team_answers_as_one_that_is_not_there()
    {
        var code = await ImportAsync();
        var stranger = app.ClientFor(StaffRole.ResearchLeader, Guid.CreateVersion7());

        var other = await stranger.GetAsync($"/reports/forms/{code}?kind=Petition");
        var none = await stranger.GetAsync("/reports/forms/R9999?kind=Petition");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (other.StatusCode, none.StatusCode));
        Assert.Equal((await none.ReadHtmlAsync()).Words(), (await other.ReadHtmlAsync()).Words());
    }

    [Fact]
    public async Task The_petition_asks_lists_the_limits_that_passed_and_says_what_a_lawyer_must_check()
    {
        var code = await ImportAsync();
        var (raid, woman) = await app.FindAsync(code);
        await app.DbAsync(async db =>
        {
            var rule = await db.ClockRules.SingleAsync(row => row.Code == "T01" && row.IsOfProgram);
            db.Clocks.Add(new Domain.Clocks.Clock(
                raid, woman, rule, new Domain.Clocks.ClockFacts { Voice = Voice.Woman, Rule = rule.Code, Edition = rule.Edition, Start = PartialDateTime.Read("2025-03-12 22:40"), PaperSeen = Answer.No }, null));
            return await db.SaveChangesAsync();
        });

        var text = TextOf(await MakeAsync(code, FormKind.Petition, "DOCX, to write in", "W01"));

        Assert.Contains("Holding as a possible trafficked person: 24 hours", text, StringComparison.Ordinal);
        Assert.Contains("No lawyer has checked this rule", text, StringComparison.Ordinal);
        Assert.Contains("That the court looks at once at the holding of W01.", text, StringComparison.Ordinal);
        Assert.Contains("That an interpreter is there: Shan.", text, StringComparison.Ordinal);
        Assert.Contains("Section 90 is cited from general knowledge. Its wording was not read for this draft.", text, StringComparison.Ordinal);
    }

    private Task<string> ImportAsync() => app.ImportAsync(FormCase.Json);

    private Task<OpenForm> OpenAsync(string code, FormKind kind) => Client.OpenFormAsync($"/reports/forms/{code}?kind={kind}", Make);

    private async Task<byte[]> MakeAsync(string code, FormKind kind, string format, string woman)
    {
        var form = (await OpenAsync(code, kind)).Choose("As which file?", format);
        foreach (var other in form.Chosen("Who is to be in it?").Where(one => one != woman).ToList())
        {
            form.Tick(other, ticked: false);
        }

        var response = await form.PostAsync(Make);
        Assert.True(response.Content.Headers.ContentDisposition is not null, await response.Content.ReadAsStringAsync());
        return await response.Content.ReadAsByteArrayAsync();
    }

    private async Task<bool> MayBeInAsync(string code) =>
        (await Client.OpenPageAsync($"/reports/forms/{code}?kind=SpecialProcedures")).QuerySelectorAll("input[name='Form.Women']").Any(box => box.GetAttribute("value") == "W01");

    private Task<int> ExportsAsync(string code) => app.DbAsync(db => db.Exports.CountAsync(row => db.Raids.Any(raid => raid.Id == row.RaidId && raid.Code == code)));

    private static List<string[]> RowsOf(byte[] docx) => Read(docx, body => body.Descendants<TableRow>()
        .Select(row => row.Descendants<Paragraph>().Select(line => line.InnerText).ToArray()).ToList());

    private static List<string> BlanksOf(byte[] docx) => Read(docx, body => body.Descendants<Paragraph>()
        .Where(line => line.ParagraphProperties?.ParagraphStyleId?.Val == "ListBullet").Select(line => line.InnerText).ToList());

    private static string TextOf(byte[] docx) => Read(docx, body => string.Join('\n', body.Descendants<Paragraph>().Select(line => line.InnerText)));

    private static T Read<T>(byte[] docx, Func<Body, T> read)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(docx), false);
        return read(package.MainDocumentPart!.Document.Body!);
    }

    // The page puts the dash before a voice in by its style.
    private static string Squeeze(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && letter != '\u2013'));
}
