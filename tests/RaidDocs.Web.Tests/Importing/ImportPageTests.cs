using System.IO.Compression;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Jobs;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Infrastructure;
using RaidDocs.Web.Tests.Papers;

namespace RaidDocs.Web.Tests.Importing;

/// <summary>A file with many cases: sent, checked, brought in or dropped, without scripts.</summary>
public sealed class ImportPageTests(TestApp app) : IClassFixture<TestApp>
{
    private HttpClient Leader => app.ClientFor(StaffRole.ResearchLeader);

    [Fact]
    public async Task A_leader_sends_a_file_reads_the_report_and_brings_it_in()
    {
        var leader = Leader;
        var id = Guid.NewGuid().ToString("N")[..8];
        var address = await SendAsync(leader, Zip(Raids(id), Women(id), Pairs(id)));

        var page = await UntilAsync(leader, address, "Nothing is wrong with it. 3 rows would be brought in.");
        Assert.Equal(0, await app.DbAsync(db => db.Raids.CountAsync(raid => raid.Facts.Name == id)));
        var staged = Assert.Single(MadeFolder.Of(app.Folder, address));
        Assert.Equal(-1, (await File.ReadAllBytesAsync(staged, TestContext.Current.CancellationToken)).AsSpan().IndexOf("woman_id"u8));

        var sent = await PostAsync(leader, address, page);
        Assert.Equal(address, sent.Headers.Location!.OriginalString);
        page = await UntilAsync(leader, address, "3 rows were brought in.");

        var raid = await app.DbAsync(db => db.Raids.SingleAsync(row => row.Facts.Name == id));
        Assert.NotNull(page.QuerySelector($"a[href='/raids/{raid.Code}']"));
        Assert.Empty(MadeFolder.Of(app.Folder, address));
        Assert.Equal([app.PersonIn(StaffRole.ResearchLeader)], await app.DbAsync(db => db.TeamMembers.Where(row => row.RaidId == raid.Id).Select(row => row.UserId).ToListAsync()));

        // Her page has what no field holds, and the raid is nobody's who is not on its team.
        Assert.Contains("notes: Asked for her bag.", (await leader.OpenPageAsync($"/women/{raid.Code}-W01")).Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await app.ClientFor(StaffRole.LegalAdvisor).GetAsync(Local($"/raids/{raid.Code}"))).StatusCode);

        // The same file again.
        var again = await SendAsync(leader, Zip(Raids(id), Women(id), Pairs(id)));
        page = await UntilAsync(leader, again, "Everything in it is here already.");
        Assert.Null(page.QuerySelector("main form input[name=everybody]"));
    }

    [Fact]
    public async Task Wrong_rows_are_listed_with_their_place_and_nothing_can_be_brought_in()
    {
        var leader = Leader;
        var rows = string.Concat(Enumerable.Range(1, 70).Select(number => $"X-{number},someday,\n"));
        var address = await SendAsync(leader, Zip(("raids.csv", $"raid_id,started_at,venue_name\n{rows}")));

        var page = await UntilAsync(leader, address, "70 cells or rows are wrong. Nothing was written.");

        Assert.Equal(50, page.QuerySelectorAll("main table:last-of-type tbody tr").Length);
        Assert.Contains("raids.csv 2 started_at Enter the date like 12/3/2568", page.Words(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main form input[name=everybody]"));
        Assert.Contains("raids.csv 52 started_at", (await leader.OpenPageAsync($"{address}?p=2")).Words(), StringComparison.Ordinal);

        // The same list as a file, all of it, for her alone.
        using var saved = await leader.GetAsync(Local($"{address}?handler=report"));
        Assert.Equal(("text/csv", "attachment", "report.csv"), (saved.Content.Headers.ContentType!.MediaType, saved.Content.Headers.ContentDisposition!.DispositionType, saved.Content.Headers.ContentDisposition.FileName));
        var lines = (await saved.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("\"File\",\"Row\",\"Column\",\"What is wrong\",\"What to write\"", lines[0]);
        Assert.StartsWith("\"raids.csv\",\"2\",\"started_at\",\"Wrong\",\"Enter the date like 12/3/2568", lines[1], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("\"raids.csv\",\"52\",", StringComparison.Ordinal));
        using var stranger = await app.ClientFor(StaffRole.ResearchLeader, Guid.CreateVersion7()).GetAsync(Local($"{address}?handler=report"));
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);

        using var forced = new FormUrlEncodedContent([new("__RequestVerificationToken", page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);
        await leader.PostAsync(Local(address), forced);
        Assert.False(await app.DbAsync(db => db.ImportedRows.AnyAsync(row => row.OuterId == "X-1")));
    }

    [Fact]
    public async Task Nothing_is_brought_in_without_a_fresh_proof_and_the_file_still_waits_then()
    {
        var leader = Leader;
        var id = Guid.NewGuid().ToString("N")[..8];
        var address = await SendAsync(leader, Zip(Raids(id)));
        var page = await UntilAsync(leader, address, "1 rows would be brought in.");

        var unproved = app.ClientFor(StaffRole.ResearchLeader, hasProof: false);
        var answer = await PostAsync(unproved, address, await unproved.OpenPageAsync(address));

        Assert.StartsWith("/account/confirm", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.False(await app.DbAsync(db => db.Raids.AnyAsync(raid => raid.Facts.Name == id)));
        Assert.Contains("1 rows would be brought in.", (await leader.OpenPageAsync(address)).Words(), StringComparison.Ordinal);
        Assert.NotNull(page);
    }

    [Fact]
    public async Task Her_file_is_hers_alone_and_gone_when_she_drops_it_or_the_store_is_locked()
    {
        var leader = Leader;
        var address = await SendAsync(leader, Zip(Raids("hers")));
        await UntilAsync(leader, address, "would be brought in");
        var other = app.ClientFor(StaffRole.ResearchLeader, Guid.CreateVersion7());
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(Local(address))).StatusCode);

        var dropped = await PostAsync(leader, $"{address}?handler=Drop", await leader.OpenPageAsync(address));
        Assert.Equal("/admin/import", dropped.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync(Local(address))).StatusCode);

        address = await SendAsync(leader, Zip(Raids("hers")));
        await UntilAsync(leader, address, "would be brought in");
        Assert.Single(MadeFolder.Of(app.Folder, address));
        await app.Services.GetRequiredService<JobBoard>().EndAllAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync(Local(address))).StatusCode);
        Assert.Empty(MadeFolder.Of(app.Folder, address));
    }

    [Fact]
    public async Task What_is_no_table_is_told_and_a_mapping_of_ones_own_is_read()
    {
        var leader = Leader;
        var pdf = await SendAsync(leader, "%PDF-1.7 no table"u8.ToArray());
        Assert.Contains("Stopped: This is neither a ZIP file nor an XLSX book", (await UntilAsync(leader, pdf, "Stopped")).Words(), StringComparison.Ordinal);

        var wrong = await leader.SendFileAsync("/admin/import", Zip(Raids("x")), "cases.zip", new Dictionary<string, string> { ["Form.Own"] = "{ \"format\": \"other\" }" });
        Assert.NotEqual(HttpStatusCode.OK, wrong.StatusCode);
    }

    [Fact]
    public async Task Women_who_may_be_the_same_lead_to_the_form_that_asks_a_second_person()
    {
        var leader = Leader;
        var id = Guid.NewGuid().ToString("N")[..8];
        var address = await SendAsync(leader, Zip(Raids(id), ("women.csv", $"woman_id,display_name,birth_year\n{id}-1,Fah {id},1999\n{id}-2,fah{id},2000\n"), ("raid_women.csv", $"raid_id,woman_id\n{id},{id}-1\n{id},{id}-2\n")));
        await PostAsync(leader, address, await UntilAsync(leader, address, "1 pairs have the same name"));
        await UntilAsync(leader, address, "rows were brought in");
        var code = await app.DbAsync(db => db.Raids.Where(row => row.Facts.Name == id).Select(row => row.Code).SingleAsync());

        var page = await leader.OpenPageAsync("/admin/import/same");

        Assert.NotNull(page.QuerySelector($"a[href='/women/{code}-W01/join?other={code}-W02']"));
        Assert.DoesNotContain("Fah", page.Words(), StringComparison.Ordinal);
        Assert.Equal($"{code}-W02", (await leader.OpenPageAsync($"/women/{code}-W01/join?other={code}-W02")).QuerySelector("input[name='Form.Other']")!.GetAttribute("value"));
    }

    private static (string, string) Raids(string id) => ("raids.csv", $"raid_id,venue_name,started_at\n{id},{id},2026-01-09\n");

    private static (string, string) Women(string id) => ("women.csv", $"woman_id,display_name,notes\n{id}-1,Boonma {id},Asked for her bag.\n");

    private static (string, string) Pairs(string id) => ("raid_women.csv", $"raid_id,woman_id\n{id},{id}-1\n");

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }

    private static async Task<string> SendAsync(HttpClient client, byte[] file)
    {
        var sent = await client.SendFileAsync("/admin/import", file, "cases.zip");
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        return sent.Headers.Location!.OriginalString;
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string address, IDocument page)
    {
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);
        return await client.PostAsync(Local(address), form);
    }

    // The page asks again by itself; so does the test.
    private static async Task<IDocument> UntilAsync(HttpClient client, string address, string words)
    {
        while (true)
        {
            var page = await client.OpenPageAsync(address);
            if (page.Words().Contains(words, StringComparison.Ordinal))
            {
                return page;
            }

            Assert.NotNull(page.QuerySelector("main progress"));
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private static Uri Local(string address) => new(address, UriKind.Relative);
}
