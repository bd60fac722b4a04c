using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Papers;
using RaidDocs.Domain.Records;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Access;
using RaidDocs.Web.Tests.Infrastructure;
using RaidDocs.Web.Tests.Papers;

namespace RaidDocs.Web.Tests.Records;

/// <summary>A copy of the whole record leaves only when two agree, and comes in elsewhere.</summary>
public sealed class CopyRecordTests : IAsyncDisposable
{
    private static readonly Uri Address = new("/admin/export", UriKind.Relative);

    private readonly TestApp _app = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("raiddocs-copied-").FullName;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private HttpClient Leader => _app.ClientFor(StaffRole.ResearchLeader);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_leader_asks_another_agrees_and_the_file_comes_into_another_store_as_the_same_record()
    {
        var raid = await _app.ImportDemoAsync("dok-rak");
        await AddPaperAsync(raid, "The order, as it was handed over"u8.ToArray());
        var page = await Leader.OpenFormAsync("/admin/export", "Ask a second person");
        Assert.Contains("holds names and opens without a key", page.Page.Words(), StringComparison.Ordinal);
        Assert.Equal("/admin/export", (await Leader.PostTokenAsync("/admin/export?handler=make")).Headers.Location!.OriginalString);

        await page.Fill("Why?", "The other office starts").PostAsync();
        Assert.Contains("You have asked.", (await Leader.OpenPageAsync("/admin/export")).Words(), StringComparison.Ordinal);
        Assert.Equal("/admin/export", (await Leader.PostTokenAsync("/admin/export?handler=make")).Headers.Location!.OriginalString);
        await AgreeAsync("The other office starts");

        var answer = await (await Leader.OpenFormAsync("/admin/export", "Make it and save it")).PostAsync();
        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("notes-2026-11-21.zip", answer.Content.Headers.ContentDisposition!.FileName);
        await using (var zip = await ZipArchive.CreateAsync(await answer.Content.ReadAsStreamAsync(Cancelled), ZipArchiveMode.Read, false, null, Cancelled))
        {
            await zip.ExtractToDirectoryAsync(_folder, Cancelled);
        }

        await using var other = new TestApp();
        var result = await other.DbAsync(async db =>
        {
            using var source = RecordSource.OfFolder(_folder);
            return await new RecordImport(db, new EvidenceStore(db, other.Services.GetRequiredService<SealedFiles>()), other.Services.GetRequiredService<ReferenceLists>(), TestApp.Today)
                .RunAsync(source, checkOnly: false, [], null, Cancelled);
        });
        Assert.Equal("", string.Join('\n', result.Problems));
        Assert.Equal(1, result.Files);
        Assert.Equal(await FactsAsync(_app, raid), await FactsAsync(other, result.Raids.Single()));

        // The yes is spent, and the log tells what went out.
        Assert.NotNull((await Leader.OpenFormAsync("/admin/export", "Ask a second person")).Page);
        Assert.True(await _app.DbAsync(db => db.AuditEntries.AnyAsync(line => line.Action == "export" && line.ObjectType == "case" && line.ObjectId == raid, Cancelled)));
    }

    [Fact]
    public async Task Its_zip_is_checked_and_brought_in_on_the_page_of_another_store()
    {
        var raid = await _app.ImportDemoAsync("dok-rak");
        await AddPaperAsync(raid, "The order, as it was handed over"u8.ToArray());
        var zip = await ZipAsync();
        await using var other = new TestApp();
        var leader = other.ClientFor(StaffRole.ResearchLeader);

        var address = await SendAsync(leader, zip);
        var page = await UntilAsync(leader, address, "Nothing is wrong with it.");
        Assert.Equal((0, 0), await other.DbAsync(async db => (await db.Raids.CountAsync(Cancelled), await db.Women.CountAsync(Cancelled))));

        await new OpenForm(leader, page, "Bring it in").PostAsync("Bring it in");
        await UntilAsync(leader, address, "were brought in.");
        var here = await other.DbAsync(db => db.Raids.Select(row => row.Code).SingleAsync(Cancelled));
        Assert.Equal(await FactsAsync(_app, raid), await FactsAsync(other, here));
        Assert.Equal(1, await other.DbAsync(db => db.Evidence.CountAsync(row => row.FileId != null, Cancelled)));
        Assert.Equal([other.PersonIn(StaffRole.ResearchLeader)], await other.DbAsync(db => db.TeamMembers.Select(row => row.UserId).ToListAsync(Cancelled)));

        // The same again is told where it is.
        await UntilAsync(leader, await SendAsync(leader, zip), $"is in the store already, as {here}");
    }

    [Fact]
    public async Task A_zip_that_was_changed_is_named_with_its_file_and_nothing_comes_in()
    {
        var raid = await _app.ImportDemoAsync("dok-rak");
        await AddPaperAsync(raid, "The order, as it was handed over"u8.ToArray());
        var zip = await ZipAsync();
        var at = zip.AsSpan().IndexOf("as it was handed over"u8);
        Assert.True(at > 0);
        zip[at] ^= 1;
        await using var other = new TestApp();
        var leader = other.ClientFor(StaffRole.ResearchLeader);

        var page = await UntilAsync(leader, await SendAsync(leader, zip), "Nothing was written.");

        Assert.Contains($"evidence/{raid}/E1.pdf – – It was changed or damaged since it was written.", page.Words(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main input[name=everybody]"));
        Assert.Equal(0, await other.DbAsync(db => db.Raids.CountAsync(Cancelled)));
    }

    [Fact]
    public async Task Somebody_else_finds_no_such_page_and_raids_of_other_teams_stay_here()
    {
        await _app.ImportDemoAsync("mae-sot");
        foreach (var role in new[] { StaffRole.ResearchPartner, StaffRole.LegalAdvisor, StaffRole.Administrator, StaffRole.Auditor })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await _app.ClientFor(role).GetAsync(Address, Cancelled)).StatusCode);
        }

        var hers = _app.ClientFor(StaffRole.ResearchLeader, Guid.CreateVersion7());
        Assert.Contains("every case that you may see (0)", (await hers.OpenPageAsync("/admin/export")).Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await _app.ClientFor(StaffRole.ResearchLeader, hasProof: false).GetAsync(Address, Cancelled)).StatusCode);
    }

    [Fact]
    public async Task When_a_file_is_damaged_nothing_that_opens_is_sent_and_the_yes_still_counts()
    {
        var raid = await _app.ImportDemoAsync("dok-rak");
        await AddPaperAsync(raid, new byte[200_000]);
        await (await Leader.OpenFormAsync("/admin/export", "Ask a second person")).Fill("Why?", "Move").PostAsync();
        await AgreeAsync("Move");
        var file = Directory.GetFiles(Path.Combine(_app.Folder, "blobs"), "*", SearchOption.AllDirectories).Single();
        var bytes = await File.ReadAllBytesAsync(file, Cancelled);
        bytes[100_000] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, Cancelled);

        var form = await Leader.OpenFormAsync("/admin/export", "Make it and save it");
        var sent = await Record.ExceptionAsync(async () =>
        {
            var answer = await form.PostAsync();
            await using var zip = await ZipArchive.CreateAsync(await answer.Content.ReadAsStreamAsync(Cancelled), ZipArchiveMode.Read, false, null, Cancelled);
        });

        Assert.NotNull(sent);
        Assert.NotNull((await Leader.OpenFormAsync("/admin/export", "Make it and save it")).Page);
    }

    private static Task<string> FactsAsync(TestApp app, string raid) => app.DbAsync(async db =>
        System.Text.Json.JsonSerializer.Serialize((await db.CopyCaseAsync(raid, TestApp.Today, Cancelled))! with { Raid = new RaidInCase { Name = "" } }, CaseJson.Options));

    private Task<byte[]> ZipAsync() => _app.DbAsync(async db =>
    {
        using var zip = new MemoryStream();
        await new RecordExport(db, new EvidenceStore(db, _app.Services.GetRequiredService<SealedFiles>()), _app.Services.GetRequiredService<TimeProvider>(), TestApp.Today).ZipAsync(zip, Cancelled);
        return zip.ToArray();
    });

    private static async Task<string> SendAsync(HttpClient client, byte[] file)
    {
        var sent = await client.SendFileAsync("/admin/import", file, "notes.zip");
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        return sent.Headers.Location!.OriginalString;
    }

    // The page asks again by itself; so does the test.
    private static async Task<AngleSharp.Dom.IDocument> UntilAsync(HttpClient client, string address, string words)
    {
        while (true)
        {
            var page = await client.OpenPageAsync(address);
            if (page.Words().Contains(words, StringComparison.Ordinal))
            {
                return page;
            }

            Assert.True(page.QuerySelector("main progress") is not null, page.Words());
            await Task.Delay(50, Cancelled);
        }
    }

    private async Task AgreeAsync(string because)
    {
        var act = await _app.DbAsync(db => db.TwoPersonActs.SingleAsync(row => row.Kind == TwoPersonKind.CopyRecord && row.State == TwoPersonState.Waits, Cancelled));
        var second = _app.ClientFor(StaffRole.Administrator);
        var page = await second.OpenFormAsync($"/approvals/{act.Id}", "I agree, do it");
        Assert.Contains(because, page.Page.Words(), StringComparison.Ordinal);
        Assert.Contains("take a copy of the whole record", page.Page.Words(), StringComparison.Ordinal);
        await page.PostAsync();
    }

    private Task<Guid> AddPaperAsync(string raid, byte[] rest) => _app.DbAsync(async db =>
    {
        var id = await db.Raids.Where(row => row.Code == raid).Select(row => row.Id).SingleAsync(Cancelled);
        return await new EvidenceStore(db, _app.Services.GetRequiredService<SealedFiles>()).ReceiveAsync(
            new GivenFile(Guid.CreateVersion7(), id, new EvidenceFacts { Title = "Paper" }, []) { Name = "paper.pdf" },
            new MemoryStream([.. "%PDF-1.7\n"u8, .. rest]), TestApp.Today, Cancelled);
    });
}
