using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Papers;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Papers;

/// <summary>A file from the form to the receipt, and everything that must not come in.</summary>
public sealed class UploadTests(NetworkApp app) : IClassFixture<NetworkApp>
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7\n"u8, .. Enumerable.Repeat((byte)65, 100_000)];

    private HttpClient Leader => app.Of(StaffRole.ResearchLeader);

    private HttpClient Partner => app.Of(StaffRole.ResearchPartner);

    [Fact]
    public async Task A_file_that_was_sent_has_a_receipt_with_its_hash_and_comes_back_byte_for_byte()
    {
        var raid = await app.ImportDemoAsync("dok-rak");
        var partner = Partner;
        var id = (await partner.SendFileAsync($"/raids/{raid}/papers/upload", Pdf, "Court order.pdf")).Receipt();

        var receipt = await partner.OpenPageAsync($"/evidence/{id}/receipt");
        var hash = Convert.ToHexStringLower(SHA256.HashData(Pdf));
        Assert.Contains(string.Join(' ', hash.Chunk(4).Select(four => new string(four))), receipt.Words(), StringComparison.Ordinal);
        Assert.Contains("2026-11-21 02:00:00 UTC", receipt.Words(), StringComparison.Ordinal);

        var file = await partner.GetAsync(new Uri($"/evidence/{id}/file", UriKind.Relative));
        Assert.Equal(Pdf, await file.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/octet-stream", file.Content.Headers.ContentType?.ToString());
        Assert.Equal(("attachment", $"{raid}-E1.pdf"), (file.Content.Headers.ContentDisposition?.DispositionType, file.Content.Headers.ContentDisposition?.FileName));
        Assert.Equal("sandbox; default-src 'none'", file.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", file.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("no-store", file.Headers.CacheControl?.ToString(), StringComparison.Ordinal);

        var page = (await partner.OpenPageAsync($"/evidence/{id}")).Words();
        Assert.Contains("Court order.pdf", page, StringComparison.Ordinal);
        Assert.Contains("Opened researchpartner", page, StringComparison.Ordinal);
        Assert.Contains("Received and kept researchpartner", page, StringComparison.Ordinal);
        var list = await partner.OpenPageAsync($"/raids/{raid}/papers");
        Assert.NotNull(list.QuerySelector($"a[href='/evidence/{id}']"));
    }

    [Theory]
    [InlineData("<html><script>alert(1)</script></html>", "photo.jpg", "must be a photo, PDF, sound, video or office file")]
    [InlineData("%PDF-1.7 x", "order.pdf.exe", "ends like a program")]
    [InlineData("", "order.pdf", "The file is empty")]
    [InlineData("PK\u0003\u0004 and no zip", "order.docx", "is damaged, or it has a password")]
    public async Task What_must_not_come_in_is_refused_with_its_sentence_and_nothing_is_kept(string content, string name, string sentence)
    {
        var raid = await app.ImportDemoAsync("dok-rak");

        var answer = await Leader.SendFileAsync($"/raids/{raid}/papers/upload", Encoding.Latin1.GetBytes(content), name);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.ReadHtmlAsync();
        Assert.Contains(page.Errors(), error => error.Contains(sentence, StringComparison.Ordinal));
        Assert.Equal("Order of the court", page.QuerySelector("input[name='Form.Title']")?.GetAttribute("value"));
        await AssertNothingAsync(raid);
    }

    [Fact]
    public async Task A_bomb_is_refused()
    {
        var raid = await app.ImportDemoAsync("dok-rak");
        using var file = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(file, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("[Content_Types].xml");
            using var part = zip.CreateEntry("word/document.xml").Open();
            part.Write(new byte[40 * 1024 * 1024]);
        }

        var answer = await Leader.SendFileAsync($"/raids/{raid}/papers/upload", file.ToArray(), "order.docx");

        Assert.Contains((await answer.ReadHtmlAsync()).Errors(), error => error.Contains("far larger", StringComparison.Ordinal));
        await AssertNothingAsync(raid);
    }

    [Fact]
    public async Task A_file_of_201_MB_is_refused_with_its_sentence_and_the_form()
    {
        var raid = await app.ImportDemoAsync("dok-rak");

        using var large = new LongFile(201L * 1024 * 1024);
        var answer = await Leader.SendFileAsync($"/raids/{raid}/papers/upload", large);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("The file must be smaller than 200 MB", (await answer.ReadHtmlAsync()).Errors());
        await AssertNothingAsync(raid);
    }

    [Fact]
    public async Task A_wrong_field_or_no_file_is_told_and_nothing_is_kept()
    {
        var raid = await app.ImportDemoAsync("dok-rak");

        var untitled = await Leader.SendFileAsync($"/raids/{raid}/papers/upload", Pdf, fill: new Dictionary<string, string> { ["Form.Title"] = "" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, untitled.StatusCode);
        Assert.Contains("Choose the file again: nothing of it was kept", (await untitled.ReadHtmlAsync()).Errors());

        var tomorrow = await Leader.SendFileAsync(
            $"/raids/{raid}/papers/upload", Pdf, fill: new Dictionary<string, string> { ["Form.MadeOn.Day"] = "22", ["Form.MadeOn.Month"] = "11", ["Form.MadeOn.Year"] = "2026" });
        Assert.Contains("The day must be today or in the past", (await tomorrow.ReadHtmlAsync()).Errors());

        // As a browser sends a chooser in which nothing was chosen.
        var none = await Leader.SendFileAsync($"/raids/{raid}/papers/upload", [], "");
        Assert.Contains("Choose a file", (await none.ReadHtmlAsync()).Errors());
        await AssertNothingAsync(raid);
    }

    [Fact]
    public async Task The_token_must_come_before_the_file()
    {
        var raid = await app.ImportDemoAsync("dok-rak");
        var leader = Leader;
        using var whole = await leader.FileFormAsync($"/raids/{raid}/papers/upload", new ByteArrayContent(Pdf), "order.pdf");
        var parts = whole.ToList();
        var token = parts.Single(part => part.Headers.ContentDisposition?.Name?.Contains("RequestVerificationToken", StringComparison.Ordinal) == true);

        foreach (var order in new[] { parts.Where(part => part != token), parts.Where(part => part != token).Append(token) })
        {
            using var form = new MultipartFormDataContent();
            foreach (var part in order)
            {
                var copy = new ByteArrayContent(await part.ReadAsByteArrayAsync());
                copy.Headers.TryAddWithoutValidation("Content-Disposition", part.Headers.GetValues("Content-Disposition"));
                form.Add(copy);
            }

            Assert.Equal(HttpStatusCode.BadRequest, (await leader.PostAsync(new Uri($"/raids/{raid}/papers/upload", UriKind.Relative), form)).StatusCode);
        }

        await AssertNothingAsync(raid);
    }

    [Fact]
    public async Task A_line_that_breaks_at_any_place_leaves_no_row_and_no_file()
    {
        var raid = await app.ImportDemoAsync("dok-rak");
        foreach (var at in new long[] { 0, 1, 100, 65_536, 200_000, 262_144, 500_000, 999_999 })
        {
            using var broken = new LongFile(1_000_000, breaksAt: at);
            await Assert.ThrowsAnyAsync<Exception>(() => Leader.SendFileAsync($"/raids/{raid}/papers/upload", broken));
        }

        await AssertNothingAsync(raid);
        (await Leader.SendFileAsync($"/raids/{raid}/papers/upload", Pdf)).Receipt();
    }

    [Fact]
    public async Task A_large_file_is_never_in_memory_and_nowhere_in_clear()
    {
        var raid = await app.ImportDemoAsync("dok-rak");
        var leader = Leader;
        (await leader.SendFileAsync($"/raids/{raid}/papers/upload", Pdf)).Receipt();
        var temp = Directory.GetFiles(Path.GetTempPath(), "ASPNETCORE_*").Length;

        // Everything together: the client of this test, the server, the pipe between them, and tests that run beside it. One quiet try is proof.
        var (answer, least) = ((HttpResponseMessage?)null, long.MaxValue);
        for (var tries = 0; tries < 5 && least >= 75L * 1024 * 1024; tries++)
        {
            using var large = new LongFile(150L * 1024 * 1024);
            using var form = await leader.FileFormAsync($"/raids/{raid}/papers/upload", large, "film.pdf");
            var before = GC.GetTotalAllocatedBytes();
            answer = await leader.PostAsync(new Uri($"/raids/{raid}/papers/upload", UriKind.Relative), form);
            least = Math.Min(least, GC.GetTotalAllocatedBytes() - before);
        }

        Assert.True(least < 75L * 1024 * 1024, $"{least / 1024 / 1024} MB");
        var id = answer!.Receipt();
        Assert.Equal(temp, Directory.GetFiles(Path.GetTempPath(), "ASPNETCORE_*").Length);
        Assert.Equal(150L * 1024 * 1024, await app.DbAsync(db => db.Evidence.Where(row => row.Id == id).Select(row => row.File.Bytes).SingleAsync()));
    }

    [Fact]
    public async Task A_name_with_tricks_is_shown_with_them_and_names_nothing()
    {
        var raid = await app.ImportDemoAsync("dok-rak");
        var leader = Leader;
        var name = "../../\u202Efdp.order.pdf";
        using var form = new ByteArrayContent(Pdf);
        form.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"Form.File\"; filename*=UTF-8''{Uri.EscapeDataString(name)}");
        var id = (await leader.SendFileAsync($"/raids/{raid}/papers/upload", form)).Receipt();

        var page = (await leader.OpenPageAsync($"/evidence/{id}")).Words();
        Assert.Contains("../../\u27E8U+202E\u27E9fdp.order.pdf", page, StringComparison.Ordinal);
        Assert.Equal($"{raid}-E1.pdf", (await leader.GetAsync(new Uri($"/evidence/{id}/file", UriKind.Relative))).Content.Headers.ContentDisposition?.FileName);
        Assert.All(Directory.GetFiles(Path.Combine(app.Folder, "blobs"), "*", SearchOption.AllDirectories), file => Assert.True(Guid.TryParseExact(Path.GetFileName(file), "N", out _)));
    }

    [Fact]
    public async Task Who_may_add_and_open_is_as_the_matrix_says()
    {
        var raid = await app.ImportDemoAsync("dok-rak");
        var id = (await Leader.SendFileAsync($"/raids/{raid}/papers/upload", Pdf)).Receipt();

        async Task<HttpStatusCode> GetAsync(HttpClient client, string path) => (await client.GetAsync(new Uri(path, UriKind.Relative))).StatusCode;
        Assert.Equal(HttpStatusCode.NotFound, await GetAsync(app.Of(StaffRole.LegalAdvisor), $"/raids/{raid}/papers/upload"));
        Assert.Equal(HttpStatusCode.OK, await GetAsync(app.Of(StaffRole.LegalAdvisor), $"/evidence/{id}/file"));
        Assert.Equal(HttpStatusCode.OK, await GetAsync(app.Of(StaffRole.ResearchPartner, hasProof: false), $"/evidence/{id}/file"));
        foreach (var role in new[] { StaffRole.ResearchLeader, StaffRole.LegalAdvisor })
        {
            var asked = await app.Of(role, hasProof: false).GetAsync(new Uri($"/evidence/{id}/file", UriKind.Relative));
            Assert.StartsWith("/account/confirm", asked.Headers.Location?.OriginalString, StringComparison.Ordinal);
        }

        foreach (var path in new[] { "", "/file", "/receipt", "/edit", "/copies/add" })
        {
            Assert.Equal(HttpStatusCode.NotFound, await GetAsync(app.Of(StaffRole.ResearchLeader, Guid.CreateVersion7()), $"/evidence/{id}{path}"));
            Assert.Equal(HttpStatusCode.NotFound, await GetAsync(app.Of(StaffRole.Administrator), $"/evidence/{id}{path}"));
        }

        Assert.Equal(HttpStatusCode.NotFound, await GetAsync(Leader, $"/evidence/{id}/copy"));
    }

    [Fact]
    public async Task A_photo_with_a_place_says_so_is_asked_about_and_gives_a_copy_without()
    {
        var raid = await app.ImportDemoAsync("dok-rak");
        var leader = Leader;
        var photo = Photo();
        var id = (await leader.SendFileAsync($"/raids/{raid}/papers/upload", photo, "room.jpg")).Receipt();

        Assert.Contains("carries a place (GPS)", (await leader.OpenPageAsync($"/evidence/{id}/receipt")).Words(), StringComparison.Ordinal);
        Assert.Contains("carries a place (GPS)", (await leader.OpenPageAsync($"/evidence/{id}")).Words(), StringComparison.Ordinal);
        Assert.Contains("Open it with the place in it", (await leader.OpenPageAsync($"/evidence/{id}/file")).Words(), StringComparison.Ordinal);
        Assert.Equal(photo, await leader.GetByteArrayAsync(new Uri($"/evidence/{id}/file?place=known", UriKind.Relative)));

        var made = await (await leader.OpenFormAsync($"/evidence/{id}", "Make a copy without place, time and device")).PostAsync();
        var copy = made.Headers.Location!.OriginalString;
        var page = (await leader.OpenPageAsync(copy)).Words();
        Assert.Contains("made from E1", page, StringComparison.Ordinal);
        Assert.DoesNotContain("carries a place", page, StringComparison.Ordinal);
        var bare = await leader.GetByteArrayAsync(new Uri($"{copy}/copy", UriKind.Relative));
        Assert.True(bare.AsSpan().IndexOf("Exif"u8) < 0 && bare.Length > 20);
        Assert.Contains("Copied", (await leader.OpenPageAsync($"/evidence/{id}")).Words(), StringComparison.Ordinal);

        // A copy that comes from outside loses its place on the way in.
        var sent = (await leader.SendFileAsync($"/evidence/{id}/copies/add", photo, "small.jpg", new Dictionary<string, string> { ["Form.Kind"] = "Redacted" })).Receipt();
        Assert.Equal(bare, await leader.GetByteArrayAsync(new Uri($"/evidence/{sent}/copy", UriKind.Relative)));
    }

    [Fact]
    public async Task A_file_that_was_changed_on_the_disk_is_not_given_out_and_named_to_the_auditor_by_its_id()
    {
        await using var own = new NetworkApp();
        await own.InitializeAsync();
        var raid = await own.ImportDemoAsync("dok-rak");
        var leader = own.Of(StaffRole.ResearchLeader);
        var id = (await leader.SendFileAsync($"/raids/{raid}/papers/upload", Pdf)).Receipt();
        var path = Assert.Single(Directory.GetFiles(Path.Combine(own.Folder, "blobs"), "*", SearchOption.AllDirectories));
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[1000] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);

        var opened = await leader.GetAsync(new Uri($"/evidence/{id}/file", UriKind.Relative));
        Assert.Equal("text/html", opened.Content.Headers.ContentType?.MediaType);
        Assert.Contains("is missing or was changed", (await opened.ReadHtmlAsync()).Words(), StringComparison.Ordinal);
        var check = await (await leader.OpenFormAsync($"/evidence/{id}", "Check that it was not changed")).PostAsync();
        Assert.Contains("was changed or is damaged", (await check.ReadHtmlAsync()).Words(), StringComparison.Ordinal);

        var auditor = await (await own.Of(StaffRole.Auditor).OpenFormAsync("/admin/audit/check", "Check now")).PostAsync();
        var found = (await auditor.ReadHtmlAsync()).Words();
        Assert.Contains(id.ToString("D"), found, StringComparison.Ordinal);
        Assert.DoesNotContain("E1", found, StringComparison.Ordinal);

        File.Delete(path);
        Assert.Contains("is missing", (await leader.OpenPageAsync($"/evidence/{id}/file")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_woman_takes_back_is_closed_at_the_next_request()
    {
        var raid = await app.ImportDemoAsync("dok-rak");
        var leader = Leader;
        var (raidId, her) = await app.DbAsync(async db =>
        {
            var row = await db.Apprehensions.Where(one => one.Number == 9 && db.Raids.Any(found => found.Id == one.RaidId && found.Code == raid)).SingleAsync();
            return (row.RaidId, row.WomanId);
        });
        await app.SaveAsync(new Consent(raidId, her, null, new ConsentFacts { Purpose = Purpose.Keep, Answer = ConsentAnswer.Yes }));
        var form = new Dictionary<string, string> { ["Form.Women"] = "W09" };
        var id = (await leader.SendFileAsync($"/raids/{raid}/papers/upload?woman=W09", Pdf, fill: form)).Receipt();
        Assert.NotNull((await leader.OpenPageAsync($"/women/{raid}-W09/papers")).QuerySelector($"a[href='/evidence/{id}']"));

        await app.SaveAsync(new Consent(raidId, her, null, new ConsentFacts { Purpose = Purpose.Keep, Answer = ConsentAnswer.No }));

        Assert.Contains("Closed: she took back her yes", (await leader.OpenPageAsync($"/evidence/{id}")).Words(), StringComparison.Ordinal);
        Assert.Contains("Closed: she took back her yes", (await leader.OpenPageAsync($"/evidence/{id}/file")).Words(), StringComparison.Ordinal);
        var refused = await leader.SendFileAsync($"/raids/{raid}/papers/upload?woman=W09", Pdf, fill: form);
        Assert.Contains((await refused.ReadHtmlAsync()).Errors(), error => error.StartsWith("W09 does not allow this", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_recording_is_kept_with_its_testimony_and_a_form_with_its_answer()
    {
        var raid = await app.ImportDemoAsync("dok-rak");
        var leader = Leader;
        var (testimony, answer) = await app.DbAsync(async db => (
            await db.ReadableTestimonies(TestApp.Today).Where(row => row.WomanId != null && db.Raids.Any(found => found.Id == row.RaidId && found.Code == raid)).Select(row => row.Id).FirstAsync(),
            await db.Consents.Where(row => row.Facts.Answer == ConsentAnswer.Yes && db.Raids.Any(found => found.Id == row.RaidId && found.Code == raid)).Select(row => row.Id).FirstAsync()));
        var link = (await leader.OpenPageAsync($"/testimonies/{testimony}")).QuerySelector($"a[href*='papers/upload?testimony={testimony}']")!.GetAttribute("href")!;
        var sound = (await leader.SendFileAsync(link, [.. "#!AMR\n"u8, .. new byte[500]], "voice.amr")).Receipt();
        Assert.NotNull((await leader.OpenPageAsync($"/testimonies/{testimony}")).QuerySelector($"a[href='/evidence/{sound}']"));

        var form = (await leader.SendFileAsync($"/raids/{raid}/papers/upload?consent={answer}", Pdf, "form.pdf")).Receipt();
        var (ofAnswer, sources) = await app.DbAsync(async db => (
            await db.Evidence.Where(row => row.Id == form).Select(row => row.ConsentId).SingleAsync(), await db.Sources.CountAsync(source => source.EvidenceId == form)));
        Assert.Equal((answer, 0), (ofAnswer, sources));

        var elsewhere = await app.ImportDemoAsync("dok-rak");
        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync(new Uri($"/raids/{elsewhere}/papers/upload?testimony={testimony}", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task A_line_that_points_to_a_page_of_a_paper_stands_on_the_page_of_the_paper()
    {
        var raid = await app.ImportDemoAsync("dok-rak");
        var leader = Leader;
        var id = (await leader.SendFileAsync($"/raids/{raid}/papers/upload", Pdf)).Receipt();
        var source = await app.DbAsync(db => db.Sources.Where(row => row.EvidenceId == id).Select(row => row.Code).SingleAsync());

        var saved = await (await leader.OpenFormAsync($"/raids/{raid}/counts/add"))
            .Choose("Who says it?", "the authorities").Fill("Source", source).Fill("Where in the source?", "page 3").Fill("How many?", "17")
            .Fill("What was counted?", "women taken").PostAsync();

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains($"Counts: 1 source {source}, page 3", (await leader.OpenPageAsync($"/evidence/{id}")).Words(), StringComparison.Ordinal);
    }

    private async Task AssertNothingAsync(string raid)
    {
        Assert.False(await app.DbAsync(db => db.Evidence.AnyAsync(row => db.Raids.Any(found => found.Id == row.RaidId && found.Code == raid))));
        var known = await app.DbAsync(db => db.Evidence.Select(row => row.FileId).ToListAsync());
        var files = app.Services.GetRequiredService<SealedFiles>();
        Assert.All(files.All(), file => Assert.Contains(file.Id, known));

        // The sender knows of a broken line before the reader does.
        var unfinished = Path.Combine(app.Folder, "blobs", "new");
        string[] Left() => Directory.Exists(unfinished) ? Directory.GetFiles(unfinished) : [];
        for (var tries = 0; tries < 300 && Left().Length > 0; tries++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Empty(Left());
    }

    // The smallest picture that says where it was made: two fields, one of them the place, and its latitude.
    private static byte[] Photo()
    {
        byte[] exif =
        [
            .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0,
            0, 1, 0, 2, 0, 5, 0, 0, 0, 3, 0, 0, 0, 44, 0, 0, 0, 0, .. new byte[24],
        ];
        return
        [
            0xFF, 0xD8, 0xFF, 0xE1, (byte)((exif.Length + 2) >> 8), (byte)(exif.Length + 2), .. exif,
            0xFF, 0xDB, 0, 4, 1, 2, 0xFF, 0xDA, 0, 4, 3, 4, 10, 0xFF, 0, 20, 30, 0xFF, 0xD9,
        ];
    }
}
