using System.Net;
using System.Reflection;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Tests.Infrastructure;
using RaidDocs.Web.Tests.Printing;

namespace RaidDocs.Web.Tests.Pages.Reports;

public sealed class CaseStudyTests(TestApp app) : IClassFixture<TestApp>
{
    // Not printed on purpose: names, how consent was asked, who asked and translated, and codes that only tie the file together.
    private static readonly string[] NotPrinted =
    [
        nameof(WomanInCase.Names), nameof(WomanInCase.Consents), nameof(CaseFile.Testimonies), nameof(CaseFile.Format), nameof(RaidInCase.Code),
        nameof(ViolationInCase.ReviewedBy), nameof(TestimonyFacts.Interviewer), nameof(PassageText.Translator), nameof(StayInCase.Facility),
        nameof(ViolationInCase.Articles), nameof(ViolationInCase.Passages), nameof(CaseFile.NothingToCode),
    ];

    [Theory]
    [InlineData("mae-sot", 6, 9)]
    [InlineData("mida", 6, 10)]
    [InlineData("dok-rak", 12, 50)]
    public async Task The_pdf_for_the_team_holds_every_fact_of_the_case(string name, int fewest, int most)
    {
        var (code, file) = await ImportAsync(name);

        var pdf = await PrintAsync(code, "Team");

        // A cell that goes on over a page has the foot and the head of the pages in its middle.
        var text = Frame(file.Raid.Name).Replace(Squeeze(await Poppler.RawTextAsync(pdf)), "");

        var facts = Facts(file).Concat(Quoted(file)).Distinct().ToList();
        Assert.True(facts.Count > 20, $"only {facts.Count} facts were looked for");
        var missing = facts.Where(fact => !text.Contains(Squeeze(fact).TrimEnd('.'), StringComparison.OrdinalIgnoreCase)).ToList();
        Assert.True(missing.Count == 0, $"{missing.Count} of {facts.Count} facts are not printed:\n{string.Join('\n', missing.Take(20))}");
        var info = await Poppler.InfoAsync(pdf);
        Assert.InRange(int.Parse(info["Pages"], System.Globalization.CultureInfo.InvariantCulture), fewest, most);
        Assert.Equal("yes", info["Tagged"]);
        Assert.Equal(file.Raid.Name, info["Title"]);
        Assert.DoesNotContain("Author", info.Keys);
    }

    [Theory]
    [InlineData("Team")]
    [InlineData("Lawyer")]
    [InlineData("Court")]
    [InlineData("Un")]
    [InlineData("Partner")]
    [InlineData("Public")]
    public async Task No_name_and_no_word_without_consent_is_in_any_pdf(string audience)
    {
        var (code, file) = await ImportAsync("dok-rak");

        var pdf = await PrintAsync(code, audience);
        var text = Squeeze(await Poppler.TextAsync(pdf));

        var withheld = file.Women.SelectMany(woman => woman.Names).Select(name => name.Text).Where(name => name.Length > 4).ToList();
        var quoted = Quoted(file).ToHashSet();
        withheld.AddRange(file.Testimonies.SelectMany(told => told.Passages).SelectMany(Words).Where(words => !quoted.Contains(words)));
        Assert.True(withheld.Count > 10);
        Assert.All(withheld, words => Assert.DoesNotContain(Squeeze(words), text, StringComparison.Ordinal));
        Assert.Contains(Squeeze("Invented case"), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taking_back_consent_takes_her_words_out_of_the_next_print()
    {
        var (code, file) = await ImportAsync("dok-rak");
        var told = file.Testimonies.First(told => told.Woman is not null && MayQuote(file, told));
        var words = told.Passages.First(passage => Words(passage).Any(text => Quoted(file).Contains(text))).Text;
        var client = app.ClientFor(StaffRole.ResearchLeader);
        var before = await client.GetStringAsync($"/reports/case-study/{code}?handler=preview&audience=public");
        Assert.Contains(Squeeze(words), Squeeze(WebUtility.HtmlDecode(Untag(before))), StringComparison.Ordinal);

        await app.DbAsync(async db =>
        {
            var number = Domain.Women.WomanCode.ReadNumber(told.Woman)!.Value;
            var her = db.Apprehensions.Single(row => row.Number == number && db.Raids.Any(raid => raid.Id == row.RaidId && raid.Code == code));
            db.Add(new Consent(her.RaidId, her.WomanId, null, new ConsentFacts { Purpose = Purpose.QuoteInReport, Answer = ConsentAnswer.No }));
            return await db.SaveChangesAsync();
        });

        var after = await client.GetStringAsync($"/reports/case-study/{code}?handler=preview&audience=public");
        Assert.DoesNotContain(Squeeze(words), Squeeze(WebUtility.HtmlDecode(Untag(after))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rights_that_nobody_agreed_to_are_not_in_public()
    {
        var (code, file) = await ImportAsync("dok-rak");
        var unreviewed = file.Violations.Where(one => one.ReviewedBy is null && one.Description is not null).ToList();
        Assert.NotEmpty(unreviewed);

        var preview = await app.ClientFor(StaffRole.ResearchLeader).GetStringAsync($"/reports/case-study/{code}?handler=preview&audience=public");

        Assert.All(unreviewed, one => Assert.DoesNotContain(
            Squeeze(one.Description!), Squeeze(WebUtility.HtmlDecode(Untag(preview))), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rights_and_cases_of_women_without_a_yes_are_not_told_and_not_counted_as_not_agreed()
    {
        var (code, _) = await ImportAsync("dok-rak");

        // For a court only W05 said yes: of the rights that nobody agreed to none is hers.
        var court = Squeeze(WebUtility.HtmlDecode(Untag(await app.ClientFor(StaffRole.ResearchLeader).GetStringAsync($"/reports/case-study/{code}?handler=preview&audience=court"))));
        var everybody = Squeeze(WebUtility.HtmlDecode(Untag(await app.ClientFor(StaffRole.ResearchLeader).GetStringAsync($"/reports/case-study/{code}?handler=preview&audience=public"))));

        Assert.Contains(Squeeze("Told that they leave when they have testified."), court, StringComparison.Ordinal);
        Assert.Contains(Squeeze("Trafficking, against the owner and the cashier"), court, StringComparison.Ordinal);
        Assert.All(
            ["Age found from one X-ray of the wrist", "Filmed inside; five faces could be seen", "Charges under the Prostitution Act", "how many is not known", "no second person has agreed"],
            hidden => Assert.DoesNotContain(Squeeze(hidden), court, StringComparison.Ordinal));
        Assert.Contains(Squeeze("3 entries are not printed: no second person has agreed to them yet."), everybody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_source_is_printed_as_sentences_with_its_date()
    {
        var (code, _) = await ImportAsync("dok-rak");

        var page = await app.ClientFor(StaffRole.ResearchLeader).OpenPageAsync($"/reports/case-study/{code}?handler=preview&audience=team");

        var sources = page.QuerySelectorAll("dl.sources dd").Select(source => source.TextContent.Trim()).ToList();
        Assert.Contains(sources, source => source.StartsWith("Testimony T5, W11. In Thai. Testimony, 20 March 2025", StringComparison.Ordinal));
        Assert.Contains(sources, source => source.StartsWith("Letter of the district hospital on three ages. Half a page; no margin of error, no name of a doctor. Official report, 17 March 2025", StringComparison.Ordinal));
        Assert.All(sources, source => Assert.DoesNotMatch(@"\.,|\. [a-z]", source));
    }

    [Theory]
    [InlineData(StaffRole.Administrator, HttpStatusCode.NotFound)]
    [InlineData(StaffRole.Auditor, HttpStatusCode.NotFound)]
    [InlineData(StaffRole.ResearchPartner, HttpStatusCode.NotFound)]
    [InlineData(StaffRole.LegalAdvisor, HttpStatusCode.OK)]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    public async Task Who_may_open_it(string? role, HttpStatusCode status)
    {
        var (code, _) = await ImportAsync("mae-sot");

        var response = await app.ClientFor(role).GetAsync($"/reports/case-study/{code}");

        Assert.Equal(status, response.StatusCode);
    }

    [Theory]
    [InlineData("public")]
    [InlineData("partner")]
    public async Task No_code_of_a_woman_stands_in_a_chapter_for_outsiders(string audience)
    {
        var (code, file) = await ImportAsync("dok-rak");
        Assert.Contains(file.Chronology, line => line.What.Contains("W0", StringComparison.Ordinal));

        var preview = await app.ClientFor(StaffRole.ResearchLeader).GetStringAsync($"/reports/case-study/{code}?handler=preview&audience={audience}");

        Assert.DoesNotMatch(@"\bW[0-9]{2}\b", Untag(preview));
    }

    [Fact]
    public async Task Each_print_is_written_down_with_its_audience()
    {
        var (code, _) = await ImportAsync("mae-sot");

        await PrintAsync(code, "Public");

        var lines = await app.DbAsync(db =>
        {
            var export = db.Exports.Single(row => db.Raids.Any(raid => raid.Id == row.RaidId && raid.Code == code)).Id.ToString("D");
            return Task.FromResult(db.AuditEntries.Where(entry => entry.Action == "export" && entry.ObjectId == export).ToList());
        });
        Assert.Contains("Public", Assert.Single(lines).Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_in_the_record_is_shown_as_text()
    {
        var code = await app.ImportAsync("""
            { "format": "raiddocs-case/1", "raid": { "name": "x<script>alert(1)</script>", "summary": "<img src=http://a.invalid/x> & <b>bold</b>" } }
            """);

        var preview = await app.ClientFor(StaffRole.ResearchLeader).GetStringAsync($"/reports/case-study/{code}?handler=preview&audience=team");
        var pdf = await Poppler.TextAsync(await PrintAsync(code, "Team"));

        Assert.DoesNotContain("<script>", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", preview, StringComparison.Ordinal);
        Assert.Contains(Squeeze("<script>alert(1)</script>"), Squeeze(pdf), StringComparison.Ordinal);
    }

    private async Task<(string Code, CaseFile File)> ImportAsync(string name)
    {
        var code = await app.ImportDemoAsync(name);
        var json = await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "seeds", "demo", $"{name}.json"));
        return (code, CaseReader.Read(json, app.Services.GetRequiredService<ReferenceLists>()).File!);
    }

    [Fact]
    public async Task Who_gets_the_chapter_stands_in_no_address()
    {
        var code = await app.ImportDemoAsync("dok-rak");
        var client = app.ClientFor(StaffRole.ResearchLeader);
        var form = (await client.OpenFormAsync($"/reports/case-study/{code}", "See what is left out")).Set("for", "Marigold Office");

        var looked = await form.PostAsync("See what is left out");
        var page = await looked.ReadHtmlAsync();
        var shown = await new OpenForm(client, page, "Show the chapter").PostAsync("Show the chapter");

        Assert.Equal((HttpStatusCode.OK, "?handler=Look"), (looked.StatusCode, looked.RequestMessage!.RequestUri!.Query));
        Assert.DoesNotContain(page.QuerySelectorAll("a[href], form[action]"), link => (link.GetAttribute("href") ?? link.GetAttribute("action"))!.Contains("Marigold", StringComparison.Ordinal));
        Assert.Equal((HttpStatusCode.OK, "?handler=Show"), (shown.StatusCode, shown.RequestMessage!.RequestUri!.Query));
        Assert.Equal(1, await app.DbAsync(db => db.AuditEntries.CountAsync(line => line.Action == "read" && line.ObjectType == ExportKind.CaseStudy && db.Raids.Any(raid => raid.Id == line.RaidId && raid.Code == code))));
    }

    private async Task<byte[]> PrintAsync(string code, string audience)
    {
        var form = await app.ClientFor(StaffRole.ResearchLeader).OpenFormAsync($"/reports/case-study/{code}");
        var words = Texts.Shared.Of(Enum.Parse<Audience>(audience));
        var response = await form.Choose("For whom is it?", words).PostAsync();
        Assert.True(response.Content.Headers.ContentType?.MediaType == "application/pdf", await response.Content.ReadAsStringAsync());
        return await response.Content.ReadAsByteArrayAsync();
    }

    /// <summary>Every text of the case that a person wrote, found by walking the records.</summary>
    private static IEnumerable<string> Facts(object? value)
    {
        switch (value)
        {
            case null or string or ValueType or PartialDate or PartialDateTime:
                yield break;
            case IClaimInCase { TakenBack: not null }:
                // Taken back: it stays in the record and leaves the print.
                yield break;
            case Said said:
                if (said.Text is { } text)
                {
                    yield return text;
                }

                yield break;
            case System.Collections.IEnumerable items:
                foreach (var fact in items.Cast<object>().SelectMany(Facts))
                {
                    yield return fact;
                }

                yield break;
        }

        foreach (var property in value.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0 && !NotPrinted.Contains(property.Name)))
        {
            var inside = property.GetValue(value);
            if (inside is string written && property.GetCustomAttribute<OfListAttribute>() is null && property.Name is not ("Source" or "Woman" or "SameAs"))
            {
                yield return written;
            }

            foreach (var fact in Facts(inside))
            {
                yield return fact;
            }
        }
    }

    private static IEnumerable<string> Quoted(CaseFile file) => file.Testimonies
        .Where(told => MayQuote(file, told))
        .SelectMany(told => told.Passages)
        .Where(passage => passage is { NotForDisclosure: false, IdentifiesHer: false, SexualDetail: false })
        .SelectMany(Words);

    private static IEnumerable<string> Words(PassageText passage) => passage.Translation is null ? [passage.Text] : [passage.Text, passage.Translation];

    // Said again in other words than the writer's: the newest record about this testimony or all she told.
    private static bool MayQuote(CaseFile file, TestimonyInCase told)
    {
        var newest = file.Women.SingleOrDefault(woman => woman.Code == told.Woman)?.Consents
            .LastOrDefault(consent => consent.Purpose == Purpose.QuoteInReport && (consent.Testimony is null || consent.Testimony == told.Code));
        return newest is { Answer: ConsentAnswer.Yes, OfficialsPresent: false } && !(newest.ValidTo < TestApp.Today);
    }

    private static System.Text.RegularExpressions.Regex Frame(string title) =>
        new($"({System.Text.RegularExpressions.Regex.Escape(Squeeze(title))})?(Inventedcase.)?Forourownteam.Draft|Page[0-9]+of[0-9]+");

    private static string Untag(string html) => System.Text.RegularExpressions.Regex.Replace(html, "<[^>]*>", "");

    // Extraction puts stray spaces into Burmese, Lao and Khmer, and breaks lines.
    private static string Squeeze(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC)
        .Where(letter => !char.IsWhiteSpace(letter) && letter is not ('\u200B' or '\u00AD')));
}
