using System.Net;
using System.Security.Cryptography;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Pages.Reports.Tables;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Reports;

public sealed class TableTests(TestApp app) : IClassFixture<TestApp>
{
    private HttpClient Client { get; } = app.ClientFor(StaffRole.ResearchLeader);

    [Fact]
    public async Task A_csv_opens_right_and_runs_nothing()
    {
        var code = await app.ImportAsync(TableCase.Json);

        var files = TableCase.Files((await app.MakeAsync(TableKind.Huridocs, TableFormat.Csv, Audience.Team, code)).File);

        Assert.Equal(["about.csv", "act.csv", "event.csv", "information.csv", "intervention.csv", "involvement.csv", "person.csv"], files.Keys.Order(StringComparer.Ordinal));
        Assert.All(files.Values, file =>
        {
            Assert.Equal(new byte[] { 0xEF, 0xBB, 0xBF }, file[..3]);
            var text = Encoding.UTF8.GetString(file);
            Assert.EndsWith("\"\r\n", text, StringComparison.Ordinal);
            Assert.Equal(text.Count(letter => letter == '\n'), text.Split("\r\n").Length - 1);
        });
        var all = string.Concat(files.Values.Select(Encoding.UTF8.GetString));
        Assert.Contains("\"'=HYPERLINK(\"\"x\"\")\"", all, StringComparison.Ordinal);
        Assert.Contains("Phone call, \"\"quoted\"\"", all, StringComparison.Ordinal);
        Assert.DoesNotMatch("\"[=+@-]", all);

        // A spreadsheet would take the nought of a bare code away, and read 18-20 as a day.
        Assert.DoesNotMatch("\"0[0-9]+\"", all);
        Assert.DoesNotMatch("\"[0-9]{1,2}-[0-9]{1,2}\"", all);
    }

    [Theory]
    [InlineData(TableKind.Huridocs)]
    [InlineData(TableKind.Htcds)]
    [InlineData(TableKind.Statistics)]
    public async Task A_spreadsheet_holds_the_same_texts_and_no_fault_is_found_in_it(TableKind kind)
    {
        var code = await app.ImportAsync(TableCase.Json);

        var xlsx = (await app.MakeAsync(kind, TableFormat.Xlsx, Audience.Team, code)).File;
        var csv = TableCase.Files((await app.MakeAsync(kind, TableFormat.Csv, Audience.Team, code)).File);

        using var package = SpreadsheetDocument.Open(new MemoryStream(xlsx), false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(package).Select(error => $"{error.Description} {error.Path?.XPath}"));
        var sheets = package.WorkbookPart!.Workbook.Descendants<Sheet>().ToDictionary(sheet => sheet.Name!.Value!, sheet => (WorksheetPart)package.WorkbookPart.GetPartById(sheet.Id!.Value!));
        Assert.Equal(csv.Keys.Order(StringComparer.Ordinal), sheets.Keys.Select(name => $"{name}.csv").Order(StringComparer.Ordinal));
        Assert.All(sheets, sheet =>
        {
            var cells = sheet.Value.Worksheet.Descendants<Cell>().ToList();
            Assert.NotEmpty(cells);
            Assert.All(cells, cell => Assert.True(cell.DataType?.Value == CellValues.InlineString && cell.CellFormula is null && cell.CellValue is null));
            Assert.Equal(sheet.Value.Worksheet.Descendants<Row>().Count(), Encoding.UTF8.GetString(csv[$"{sheet.Key}.csv"]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        });
        Assert.DoesNotContain(package.GetAllParts(), part => part.ContentType.Contains("core-properties", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_numbers_make_the_same_file()
    {
        var code = await app.ImportAsync(TableCase.Json);

        foreach (var format in Enum.GetValues<TableFormat>())
        {
            Assert.Equal((await app.MakeAsync(TableKind.Statistics, format, Audience.Team, code)).File, (await app.MakeAsync(TableKind.Statistics, format, Audience.Team, code)).File);
        }
    }

    [Fact]
    public async Task A_raid_is_an_event_with_acts_persons_sources_and_interventions()
    {
        var code = await app.ImportAsync(TableCase.Json);

        var zip = (await app.MakeAsync(TableKind.Huridocs, TableFormat.Csv, Audience.Team, code)).File;

        var raid = Assert.Single(TableCase.Rows(zip, "event"));
        Assert.Equal((code, "2025-03-12", "", "22:40", "TH-63", "Karaoke"), (raid["0101_record_number"], raid["0113_start_date"], raid["rd_0113_precision"], raid["rd_time"], raid["rd_province"], raid["rd_venue"]));
        Assert.Equal("women taken: 3 (the authorities)", raid["rd_counts"]);
        var persons = TableCase.Rows(zip, "person");
        var her = persons.Single(row => row["0922_occupation"] == "hostess");
        Assert.Equal(("individual", "Shan State", "ahk; shn", "22 (the woman); 17 (the authorities)"), (her["0902_counting_unit"], her["0941_citizenship"], her["0945_language"], her["rd_ages"]));
        Assert.Equal(2, persons.Count(row => row["0902_counting_unit"] == "individual"));
        Assert.Equal(["2", "4 to 6"], persons.Where(row => row["0902_counting_unit"] == "group").Select(row => row["0931_number_in_group"]));
        var number = her["person_number"];
        Assert.Matches($"^{code}-P00[12]$", number);

        var acts = TableCase.Rows(zip, "act");
        Assert.Equal(2, acts.Count(row => row["rd_act"] == "V16"));
        var contact = acts.First(row => row["rd_act"] == "V16");
        Assert.Equal(("", "she says so", "no", "ICCPR 17"), (contact["2109_type_of_act"], contact["rd_how_sure"], contact["rd_reviewed"], contact["2155_instruments"]));
        var test = acts.Single(row => row["rd_act"] == "V09");
        Assert.Equal((number, "22", "", "yes"), (test["victim_person_number"], test["2118_age_at_time"], test["2109_type_of_act"], test["rd_reviewed"]));
        var stays = acts.Where(row => row["2109_type_of_act"] == "MT4:030102").ToList();
        Assert.Equal(2, stays.Count);
        Assert.Equal(
            ("MT17:0305", "questioning", "moved to another place", "MT30:01010201", "", "MT33:06", "C1", "C1: held as witness (a paper)"),
            (stays[0]["2153_type_of_location"], stays[0]["2113_stated_reason"], stays[0]["2123_status_at_end"], stays[0]["3114_whereabouts"], stays[0]["3112_type_of_detention"], stays[0]["3117_language"], stays[0]["3118_court_case"], stays[0]["3110_case_description"]));
        Assert.Equal(
            ("2025-03~", "estimate", "currently held", "administrative", "met a lawyer 2025-04-02"),
            (stays[1]["2111_initial_date"], stays[1]["rd_2111_precision"], stays[1]["2123_status_at_end"], stays[1]["3112_type_of_detention"], stays[1]["3115_legal_counsel"]));
        var police = persons.Single(row => row["0903_name"] == "Local police")["person_number"];
        var involved = TableCase.Rows(zip, "involvement").Where(row => row["perpetrator_person_number"] == police).ToList();
        Assert.Equal(3, involved.Count);
        Assert.All(involved, row => Assert.Equal("police", row["2412_type_of_perpetrator"]));
        Assert.Equal(("the authorities; the woman", "likely reliable"), TableCase.Rows(zip, "information").Select(row => (row["2509_source_connection"], row["2553_reliability"])).Single());
        Assert.Equal(("legal aid", "2025-03-13"), TableCase.Rows(zip, "intervention").Select(row => (row["2609_type"], row["2611_date"])).Single());
    }

    [Fact]
    public async Task Women_have_numbers_of_this_file_alone_also_in_what_was_written_and_whoever_said_nothing_is_not_in_it()
    {
        var code = await app.ImportAsync(TableCase.Json);

        var zip = (await app.MakeAsync(TableKind.Huridocs, TableFormat.Csv, Audience.Team, code)).File;

        var number = TableCase.Rows(zip, "person").Single(row => row["0922_occupation"] == "hostess")["person_number"][(code.Length + 1)..];
        Assert.Equal($"Police came for {number} and a woman.", TableCase.Rows(zip, "event")[0]["0115_description"]);
        Assert.DoesNotMatch(@"\bW0[0-9]\b", string.Concat(TableCase.Files(zip).Values.Select(Encoding.UTF8.GetString)));
        Assert.DoesNotContain("baskets", string.Concat(TableCase.Files(zip).Values.Select(Encoding.UTF8.GetString)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_authority_called_her_stands_beside_what_she_calls_herself()
    {
        var code = await app.ImportAsync(TableCase.Json);

        var zip = (await app.MakeAsync(TableKind.Htcds, TableFormat.Csv, Audience.Un, code)).File;

        var her = TableCase.Rows(zip, "htcds").Single(row => row["rd_age"] == "22");
        Assert.Equal(
            ("Actual", "Court or prosecution", "Court", "2025-05", "unknown day", "yes"),
            (her["vic_TraffickingStatus"], her["vic_TraffickingStatusDecisionMakingOrg"], her["rd_status_by"], her["rd_status_on"], her["rd_status_precision"], her["rd_statuses_differ"]));
        Assert.Equal(("Not a victim", "nobody sold me; I chose this work", "2025-06-01"), (her["self_identified_status"], her["rd_self_identified_words"], her["rd_self_identified_on"]));
        Assert.Equal(("shn", "ahk; shn", "Yes", "Active", "2025-03"), (her["prs_PrimaryLanguage"], her["rd_languages"], her["con_Consent"], her["cas_Status"], her["rd_raid_month"]));
        Assert.Equal("withheld for safety", her["rd_nationality"]);
        var history = TableCase.Rows(zip, "label_history");
        Assert.Equal(["Possible", "Actual", "Not a victim"], history.Select(row => row["vic_TraffickingStatus"]));
        Assert.Equal(["Police", "Court or prosecution", ""], history.Select(row => row["vic_TraffickingStatusDecisionMakingOrg"]));
    }

    [Theory]
    [InlineData(Audience.Partner)]
    [InlineData(Audience.Public)]
    public async Task Who_reads_no_rows_about_each_woman_gets_groups_and_no_case_data(Audience audience)
    {
        var code = await app.ImportAsync(TableCase.Json);

        var zip = (await app.MakeAsync(TableKind.Huridocs, TableFormat.Csv, audience, code)).File;

        Assert.DoesNotContain(TableCase.Rows(zip, "person"), row => row["0902_counting_unit"] == "individual");
        Assert.Equal("", TableCase.Rows(zip, "person")[0]["0931_number_in_group"]);
        var act = Assert.Single(TableCase.Rows(zip, "act"));
        Assert.Equal(("V09", "", $"{code}-G0"), (act["rd_act"], act["rd_number_of_women"], act["victim_person_number"]));
        var refused = await Assert.ThrowsAsync<DomainRuleException>(() => app.MakeAsync(TableKind.Htcds, TableFormat.Csv, audience, code));
        Assert.Contains("gets no rows about one woman", refused.Format, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Audience.Team)]
    [InlineData(Audience.Court)]
    [InlineData(Audience.Public)]
    public async Task What_was_done_to_a_woman_without_her_yes_is_no_act_and_where_nobody_is_named_no_woman_stands(Audience audience)
    {
        const string More = """
            "violations": [
              { "act": "V08", "women": ["W03"], "voice": "woman", "reviewedBy": "researchpartner" },
              { "act": "V13", "voice": "press", "reviewedBy": "researchpartner" },
              { "act": "V05", "allWomen": true, "voice": "woman", "reviewedBy": "researchpartner" },
            """;
        var code = await app.ImportAsync(TableCase.Json.Replace("\"violations\": [", More, StringComparison.Ordinal));

        var acts = TableCase.Rows((await app.MakeAsync(TableKind.Huridocs, TableFormat.Csv, audience, code)).File, "act");

        Assert.DoesNotContain(acts, act => act["rd_act"] == "V08");
        Assert.Equal(("", ""), (acts.Single(act => act["rd_act"] == "V13")["victim_person_number"], acts.Single(act => act["rd_act"] == "V13")["rd_number_of_women"]));
        Assert.Equal($"{code}-G0", acts.Single(act => act["rd_act"] == "V05")["victim_person_number"]);
    }

    [Theory]
    [InlineData(TableFormat.Csv)]
    [InlineData(TableFormat.Xlsx)]
    public async Task A_name_in_what_was_written_stops_the_file_and_the_log_says_where(TableFormat format)
    {
        var code = await app.ImportAsync(TableCase.Json.Replace("A lawyer went", "A lawyer went to Marigold", StringComparison.Ordinal));
        await app.NameAsync(code, 3, "Marigold");
        var (raid, _) = await app.FindAsync(code);

        var refused = await Assert.ThrowsAsync<DomainRuleException>(() => app.MakeAsync(TableKind.Huridocs, format, Audience.Team, code));

        Assert.Contains("stands in the tables", refused.Format, StringComparison.Ordinal);
        Assert.DoesNotContain("Marigold", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, await app.DbAsync(db => db.Exports.CountAsync(row => row.RaidId == raid)));
        var line = await app.DbAsync(db => db.AuditEntries.SingleAsync(row => row.Action == "stopped" && row.RaidId == raid));
        Assert.Equal(("huridocs", "intervention, rd_what"), (line.ObjectType, TableCase.FieldsOf(line.Json)));
    }

    [Fact]
    public async Task What_left_is_listed_with_its_women_the_hash_and_a_number_and_is_found_when_she_takes_it_back()
    {
        var code = await app.ImportAsync(TableCase.Json);
        var (raid, woman) = await app.FindAsync(code);
        var (_, silent) = await app.FindAsync(code, 3);

        var made = await app.MakeAsync(TableKind.Htcds, TableFormat.Xlsx, Audience.Un, code);

        var export = await app.DbAsync(db => db.Exports.SingleAsync(row => row.RaidId == raid));
        Assert.Equal((ExportKind.Htcds, Audience.Un, TableCase.Un, "the office asks", made.Copy), (export.Kind, export.Audience, export.ForWhom, export.Why, export.Copy));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(made.File)), export.Sha256);
        var parts = await app.DbAsync(db => db.ExportedParts.Where(row => row.ExportId == export.Id).Select(row => row.WomanId).ToListAsync());
        Assert.Equal((2, true, false), (parts.Count, parts.Contains(woman), parts.Contains(silent)));
        Assert.Contains(export.Id, (await app.DbAsync(db => db.ToRecallAsync(raid, woman, [Purpose.Partner], null, TestContext.Current.CancellationToken))).Select(one => one.Id));
        Assert.Equal(made.Copy + 1, (await app.MakeAsync(TableKind.Huridocs, TableFormat.Csv, Audience.Team, code)).Copy);
    }

    [Fact]
    public async Task An_answer_that_changes_meanwhile_stops_it()
    {
        var code = await app.ImportAsync(TableCase.Json);
        var (raid, _) = await app.FindAsync(code);
        var told = (await app.DbAsync(db => db.DiscloseRowsAsync(
            code, Audience.Team, null, new RowWishes(Surface.Csv, FreshCodes: true), TestApp.Today, new GateWords("a woman", "a place", kind => kind), TestContext.Current.CancellationToken)))!;

        await app.SayAsync(code, 1, new ConsentFacts { Purpose = Purpose.CountInStatistics, Answer = ConsentAnswer.No });

        await Assert.ThrowsAsync<DomainRuleException>(() => app.DbAsync(db => db.RecordTablesAsync([told], new ExportedFile(ExportKind.Huridocs, null, new string('0', 64), 1), TestContext.Current.CancellationToken)));
        Assert.Equal(0, await app.DbAsync(db => db.Exports.CountAsync(row => row.RaidId == raid)));
    }

    [Fact]
    public async Task The_page_shows_what_is_in_it_and_what_not_and_gives_the_file_under_a_name_that_says_nothing()
    {
        var code = await app.ImportAsync(TableCase.Json);

        var page = await Client.OpenPageAsync($"/reports/tables?kind=Huridocs&raids={code}&audience=Team");
        var file = await new OpenForm(Client, page, "Make the tables").Choose("As which file?", "XLSX, for a spreadsheet program").Set("Form.Why", "the office asks").PostAsync();
        var without = await new OpenForm(Client, await Client.OpenPageAsync($"/reports/tables?kind=Huridocs&raids={code}&audience=Team"), "Make the tables").PostAsync();

        Assert.Contains("act: 5 rows", page.Words(), StringComparison.Ordinal);
        Assert.Contains("W03, what is recorded of her (keep it and use it in her own team: she was not asked)", page.Words(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, "file-2026-11-21.xlsx"), (file.StatusCode, file.Content.Headers.ContentDisposition?.FileName));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        Assert.Contains("Write what it is for", (await without.ReadHtmlAsync()).Errors());
    }

    [Fact]
    public async Task Who_gets_it_stands_in_no_address_and_what_she_typed_stays_when_she_adds_a_raid()
    {
        var (code, other) = (await app.ImportAsync(TableCase.Json), await app.ImportAsync(TableCase.Json));
        var form = (await Client.OpenFormAsync($"/reports/tables?kind=Statistics&raids={code}", "See what is in it")).Fill("Who gets it?", "Marigold Office");

        var looked = await form.PostAsync("See what is in it");
        var page = await looked.ReadHtmlAsync();
        var added = await new OpenForm(Client, page, "See what is in it").PostAsync($"Add {other}");
        var more = await added.ReadHtmlAsync();
        var made = await new OpenForm(Client, more, "Make the tables").Set("Form.Why", "the office asks").PostAsync("Make the tables");

        foreach (var (answer, seen) in new[] { (looked, page), (added, more) })
        {
            Assert.Equal((HttpStatusCode.OK, "?handler=Look"), (answer.StatusCode, answer.RequestMessage!.RequestUri!.Query));
            Assert.DoesNotContain(seen.QuerySelectorAll("a[href], form[action]"), link => (link.GetAttribute("href") ?? link.GetAttribute("action"))!.Contains("Marigold", StringComparison.Ordinal));
        }

        Assert.Equal($"{code}, {other}", new OpenForm(Client, more, "See what is in it").Value("Of which raids?"));
        Assert.Equal("Marigold Office", new OpenForm(Client, more, "See what is in it").Value("Who gets it?"));
        Assert.Equal((HttpStatusCode.OK, "application/zip"), (made.StatusCode, made.Content.Headers.ContentType?.MediaType));
        Assert.Empty(made.RequestMessage!.RequestUri!.Query);

        // An address that names one is not read.
        Assert.Equal("", new OpenForm(Client, await Client.OpenPageAsync($"/reports/tables?kind=Statistics&raids={code}&for=Marigold"), "See what is in it").Value("Who gets it?"));
    }

    [Fact]
    public async Task Rows_leave_one_raid_at_a_time_and_a_raid_of_another_team_is_as_one_that_is_not_there()
    {
        var (code, other) = (await app.ImportAsync(TableCase.Json), await app.ImportAsync(TableCase.Json));

        Assert.Contains("Rows about women leave one raid at a time", (await Client.OpenPageAsync($"/reports/tables?kind=Htcds&raids={code},{other}")).Words(), StringComparison.Ordinal);
        Assert.Contains("One of these raids is not there: R9999", (await Client.OpenPageAsync("/reports/tables?kind=Htcds&raids=R9999")).Words(), StringComparison.Ordinal);
        var stranger = await app.ClientFor(StaffRole.ResearchLeader, Guid.CreateVersion7()).OpenPageAsync($"/reports/tables?kind=Htcds&raids={code}");
        Assert.Contains($"One of these raids is not there: {code}", stranger.Words(), StringComparison.Ordinal);
        Assert.Contains("a partner organisation gets no rows about one woman", (await Client.OpenPageAsync($"/reports/tables?kind=Htcds&raids={code}&audience=Partner")).Words(), StringComparison.Ordinal);
    }
}
