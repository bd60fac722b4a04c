using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Pages.Reports;
using RaidDocs.Web.Printing;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Women;

public sealed class TakingBackConsentTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Words = "They told us nothing, and we signed.";

    [Fact]
    public async Task One_step_takes_back_everything_and_names_what_already_left()
    {
        var code = await CaseAsync();
        var leader = app.ClientFor(StaffRole.ResearchLeader);
        var made = await (await leader.OpenFormAsync($"/reports/case-study/{code}"))
            .Choose("For whom is it?", "the public").Fill("Who gets it?", "The Morning Paper").PostAsync();
        Assert.Equal("application/pdf", made.Content.Headers.ContentType?.MediaType);
        Assert.Contains(Words, await PreviewAsync(leader, code), StringComparison.Ordinal);

        var form = await leader.OpenFormAsync($"/women/{code}-W01/consents/take-back");
        var done = await form.PostAsync();

        Assert.EndsWith($"/women/{code}-W01/consents/recall", done.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Words, await PreviewAsync(leader, code), StringComparison.Ordinal);
        var recall = WebUtility.HtmlDecode(await leader.GetStringAsync(done.Headers.Location));
        Assert.Contains("The Morning Paper", recall, StringComparison.Ordinal);
        var letter = WebUtility.HtmlDecode(await leader.GetStringAsync(System.Text.RegularExpressions.Regex.Match(recall, "href=\"([^\"]*handler=letter[^\"]*)\"").Groups[1].Value));
        Assert.Contains("The Morning Paper", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("W01", letter, StringComparison.Ordinal);
        Assert.DoesNotContain(code, letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_left_is_listed_with_its_mark_and_of_whom_it_tells()
    {
        var code = await CaseAsync();
        var leader = app.ClientFor(StaffRole.ResearchLeader);
        var pdf = await (await (await leader.OpenFormAsync($"/reports/case-study/{code}")).Choose("For whom is it?", "the public").PostAsync()).Content.ReadAsByteArrayAsync();

        var id = await app.DbAsync(db => Task.FromResult(db.Exports.Single(row => db.Raids.Any(raid => raid.Id == row.RaidId && raid.Code == code)).Id));
        var page = WebUtility.HtmlDecode(await leader.GetStringAsync($"/exports/{id}"));

        Assert.Contains(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(pdf)), page.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("T1", page, StringComparison.Ordinal);
        Assert.Contains($"/exports/{id}", await leader.GetStringAsync("/exports"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taken_back_twice_is_recorded_once()
    {
        var code = await CaseAsync();
        var leader = app.ClientFor(StaffRole.ResearchLeader);
        var first = await leader.OpenFormAsync($"/women/{code}-W01/consents/take-back");
        var second = await leader.OpenFormAsync($"/women/{code}-W01/consents/take-back");

        await first.PostAsync();
        await second.PostAsync();

        Assert.Equal(2, await app.DbAsync(db => Task.FromResult(db.Consents.Count(row => row.Facts.Answer == ConsentAnswer.No && db.Raids.Any(raid => raid.Id == row.RaidId && raid.Code == code)))));
    }

    [Fact]
    public async Task Nothing_chosen_is_told_and_nothing_is_taken_back()
    {
        var code = await CaseAsync();
        var leader = app.ClientFor(StaffRole.ResearchLeader);
        var form = await leader.OpenFormAsync($"/women/{code}-W01/consents/take-back");

        var refused = await form.Tick("keep it and use it in her own team", false).Tick("quote in a report", false).Fill("How did she say it?", "by phone").PostAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        Assert.Contains("Choose what she takes back", page, StringComparison.Ordinal);
        Assert.Contains("by phone", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_that_changes_while_a_document_is_made_stops_it(bool isAnswer)
    {
        var code = await CaseAsync();
        await using var scope = app.Services.CreateAsyncScope();
        await using var db = Store.OperatorContext(scope.ServiceProvider);
        var press = scope.ServiceProvider.GetRequiredService<CaseStudyPress>();
        var disclosed = (await press.DiscloseAsync(db, code, Audience.Public, null, TestContext.Current.CancellationToken))!;

        await app.DbAsync(async other =>
        {
            var told = other.Testimonies.Single(row => other.Raids.Any(raid => raid.Id == row.RaidId && raid.Code == code));
            if (isAnswer)
            {
                other.Add(new Consent(told.RaidId, told.WomanId!.Value, null, new ConsentFacts { Purpose = Purpose.QuoteInReport, Answer = ConsentAnswer.No }));
            }
            else
            {
                told.Revise([new PassageText { Text = Words, NotForDisclosure = true }], "she asked");
            }

            return await other.SaveChangesAsync();
        });

        var stopped = await Assert.ThrowsAsync<DomainRuleException>(() => press.ExportAsync(db, disclosed, null, TestContext.Current.CancellationToken));

        Assert.StartsWith("A woman changed her answer", Texts.Shared.Of(stopped), StringComparison.Ordinal);
        Assert.Equal(0, await app.DbAsync(other => Task.FromResult(other.Exports.Count(row => other.Raids.Any(raid => raid.Id == row.RaidId && raid.Code == code)))));
    }

    [Fact]
    public async Task What_may_not_be_in_a_document_stops_it_when_it_is_found_in_the_finished_file_and_the_log_tells_only_the_page()
    {
        var code = await app.ImportAsync("""
            { "format": "raiddocs-case/1", "raid": { "name": "House of stars" }, "women": [ { "code": "W01", "names": [ { "text": "Nangkhammai", "voice": "woman" } ] } ] }
            """);
        await using var scope = app.Services.CreateAsyncScope();
        await using var db = Store.OperatorContext(scope.ServiceProvider);
        var slips = new SlippingPrinter(scope.ServiceProvider.GetRequiredService<IPdfPrinter>(), "Nangkhammai");
        var press = ActivatorUtilities.CreateInstance<CaseStudyPress>(scope.ServiceProvider, slips);
        var disclosed = (await press.DiscloseAsync(db, code, Audience.Public, null, TestContext.Current.CancellationToken))!;

        var stopped = await Assert.ThrowsAsync<DomainRuleException>(() => press.ExportAsync(db, disclosed, null, TestContext.Current.CancellationToken));

        Assert.Contains("Names of W01 (page ", Texts.Shared.Of(stopped), StringComparison.Ordinal);
        await app.DbAsync(async other =>
        {
            Assert.Empty(other.Exports.Where(row => row.RaidId == disclosed.RaidId));
            var line = await other.AuditEntries.SingleAsync(entry => entry.Action == "stopped" && entry.RaidId == disclosed.RaidId);
            Assert.Contains("\"page ", line.Json, StringComparison.Ordinal);
            Assert.DoesNotContain("W01", line.Json, StringComparison.Ordinal);
            return true;
        });
    }

    [Theory]
    [InlineData("chronology 3, what", "ลำดับเหตุการณ์ 3, สิ่งที่เกิดขึ้น")]
    [InlineData("women 12, stays 2, moved by", "ผู้หญิง 12, ช่วงที่ถูกกักตัว 2, moved by")]
    [InlineData("names of W07", "ชื่อของ W07")]
    public void Where_something_stands_is_said_in_the_readers_language(string place, string words)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("th");

            Assert.Equal(words, PlacesInCase.Of(place, Texts.Shared));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public async Task Looking_at_a_document_before_it_leaves_is_in_the_log_as_a_reading()
    {
        var code = await CaseAsync();
        await PreviewAsync(app.ClientFor(StaffRole.ResearchLeader), code);

        var readings = await app.DbAsync(db => db.AuditEntries.Where(entry => entry.Action == "read" && entry.ObjectType == ExportKind.CaseStudy && db.Raids.Any(raid => raid.Id == entry.RaidId && raid.Code == code)).ToListAsync());

        Assert.Contains("Public", Assert.Single(readings).Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_in_what_was_written_stops_the_document_and_says_where()
    {
        var code = await app.ImportAsync("""
            { "format": "raiddocs-case/1", "raid": { "name": "House of stars", "summary": "Then Nangkhammai ran to the road." },
              "women": [ { "code": "W01", "names": [ { "text": "Nangkhammai", "voice": "woman" } ] } ] }
            """);
        var leader = app.ClientFor(StaffRole.ResearchLeader);

        var refused = await (await leader.OpenFormAsync($"/reports/case-study/{code}")).PostAsync();

        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Raid, Summary", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Nangkhammai", page, StringComparison.Ordinal);
    }

    /// <summary>Prints one word more than it was given.</summary>
    private sealed class SlippingPrinter(IPdfPrinter printer, string word) : IPdfPrinter
    {
        public bool IsAvailable => printer.IsAvailable;

        public Task<byte[]> PrintAsync(Func<Task<string>> document, PrintExtras extras, CancellationToken cancellationToken) =>
            printer.PrintAsync(async () => (await document()).Replace("<h1", $"<p>{word}</p><h1", StringComparison.Ordinal), extras, cancellationToken);

        public void Close()
        {
        }
    }

    private static async Task<string> PreviewAsync(HttpClient client, string code) =>
        WebUtility.HtmlDecode(await client.GetStringAsync($"/reports/case-study/{code}?handler=preview&audience=public"));

    private Task<string> CaseAsync() => app.ImportAsync($$"""
        { "format": "raiddocs-case/1", "raid": { "name": "House of stars" },
          "women": [ { "code": "W01", "consents": [ { "purpose": "keep", "answer": "yes" }, { "purpose": "quoteInReport", "answer": "yes" } ] } ],
          "testimonies": [ { "code": "T1", "woman": "W01", "voice": "woman", "language": "eng", "passages": [ { "text": "{{Words}}" } ] } ] }
        """);
}
