using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Disclosure.Bundles;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Pages.CaseFiles;
using RaidDocs.Web.Printing;
using RaidDocs.Web.Tests.Infrastructure;
using RaidDocs.Web.Tests.Printing;

namespace RaidDocs.Web.Tests.CaseFiles;

/// <summary>The case file as it leaves: what is in it, what is not, and that others can check it.</summary>
public sealed class BundleTests(CaseFileApp app) : IClassFixture<CaseFileApp>
{
    private static readonly BundleWishes Lawyer = new() { Audience = Audience.Lawyer, ForWhom = "Lawyer A", Why = "appeal", Password = false };

    [Fact]
    public async Task Somebody_with_nothing_but_coreutils_can_check_every_file_and_sees_one_changed_byte()
    {
        var raid = await app.ImportDemoAsync("dok-rak");
        await app.AddAsync(raid, CaseFileApp.Paper("ORDER", 3), "Order");
        await app.AddAsync(raid, CaseFileApp.Png("here"), "Picture");
        var zip = await app.MakeAsync(raid, Lawyer);
        var folder = Directory.CreateTempSubdirectory("raiddocs-check-").FullName;
        try
        {
            foreach (var (name, file) in zip.Files)
            {
                Assert.DoesNotContain("..", name, StringComparison.Ordinal);
                var path = Path.Combine(folder, name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await File.WriteAllBytesAsync(path, file, TestContext.Current.CancellationToken);
            }

            var listed = zip.Text(BundleTexts.Sums).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[66..]).ToList();
            Assert.Equal(zip.Files.Keys.Where(name => name != BundleTexts.Sums).Order(StringComparer.Ordinal), listed);
            Assert.Equal(0, await CheckAsync(folder));

            var paper = Path.Combine(folder, listed.Single(name => name.Contains("E1", StringComparison.Ordinal)));
            var bytes = await File.ReadAllBytesAsync(paper, TestContext.Current.CancellationToken);
            bytes[10] ^= 1;
            await File.WriteAllBytesAsync(paper, bytes, TestContext.Current.CancellationToken);
            Assert.NotEqual(0, await CheckAsync(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        var cover = await Poppler.PageTextAsync(zip.Files["bundle.pdf"], 1);
        var mark = BundleTexts.Sum(zip.Files[BundleTexts.Manifest])[..16];
        Assert.Contains(string.Join(' ', mark.Chunk(4).Select(four => new string(four))), cover, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_index_names_the_pages_that_are_stamped_and_papers_follow_their_sheets()
    {
        var raid = await app.ImportDemoAsync("dok-rak");
        await app.AddAsync(raid, CaseFileApp.Paper("FIRST", 3), "First");
        await app.AddAsync(raid, CaseFileApp.Paper("WIDE", 2, 842, 595), "Wide");
        await app.AddAsync(raid, CaseFileApp.Png("x"), "Picture");
        var zip = await app.MakeAsync(raid, Lawyer);
        var pdf = zip.Files["bundle.pdf"];
        var pages = await PagesAsync(pdf);

        // Every page has its running number and the number of the copy.
        Assert.All(pages.Index(), page => Assert.Contains((page.Index + 1).ToString(CultureInfo.InvariantCulture), page.Item.Split('\n').Select(line => line.Trim())));
        Assert.All(pages, page => Assert.Contains($"copy {zip.Made!.Export.Copy:0000}", page, StringComparison.Ordinal));
        foreach (var (code, title, count) in new[] { ("E1", "First", 3), ("E2", "Wide", 2), ("E3", "Picture", 1) })
        {
            var sheet = pages.FindIndex(page => page.Contains($"{code}: {title}", StringComparison.Ordinal));
            Assert.Matches($@"{title}\s+{code}\s+{sheet + 1}\b", string.Join(' ', pages[1].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
            for (var page = 1; page <= count; page++)
            {
                Assert.Contains($"{code} - {page}/{count}", pages[sheet + page], StringComparison.Ordinal);
            }

            Assert.DoesNotContain($"{code} - ", pages[sheet + count + 1], StringComparison.Ordinal);
            Assert.Contains($",\"{sheet + 1}\",\"{count}\"", zip.Text("index.csv"), StringComparison.Ordinal);
        }

        Assert.Contains("WIDE", pages[pages.FindIndex(page => page.Contains("E2: Wide", StringComparison.Ordinal)) + 1], StringComparison.Ordinal);
        Assert.Contains($"Pages: {pages.Count}", string.Join(' ', pages[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_woman_who_is_not_asked_is_woman_17_and_nothing_else_of_her_is_in_it()
    {
        var raid = await app.ImportDemoAsync("dok-rak");
        var zip = await app.MakeAsync(raid, Lawyer);
        var text = await Poppler.RawTextAsync(zip.Files["bundle.pdf"]);

        Assert.Contains("Woman 17", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\bW17\b", text);
        Assert.Matches(@"\bW16\b", text);
        var parts = await app.DbAsync(db => db.ExportedParts.CountAsync(part => part.ExportId == zip.Made!.Export.Id && part.TestimonyId == null));
        Assert.Equal(16, parts);
    }

    [Theory]
    [InlineData(IdentityForm.NoName, false, false)]
    [InlineData(IdentityForm.ChosenName, false, true)]
    [InlineData(IdentityForm.OwnName, true, false)]
    public async Task In_court_a_woman_stands_by_the_name_she_chose_for_it_and_no_other(IdentityForm form, bool own, bool chosen)
    {
        var raid = await app.ImportDemoAsync("dok-rak");
        await NameAsync(raid, 2, "Ma Thidaphyo");
        await NameAsync(raid, 5, "Ma Khinzawlin");
        await AnswerAsync(raid, 2, new ConsentFacts { Purpose = Purpose.Court, Answer = ConsentAnswer.Yes, IdentityForm = form, ChosenName = form == IdentityForm.ChosenName ? "Orchidflower" : null });

        var text = await Poppler.RawTextAsync((await app.MakeAsync(raid, Lawyer with { Audience = Audience.Court, ForWhom = "Provincial Court" })).Files["bundle.pdf"]);

        Assert.Equal(own, text.Contains("Ma Thidaphyo", StringComparison.Ordinal));
        Assert.Equal(chosen, text.Contains("Orchidflower", StringComparison.Ordinal));
        Assert.DoesNotContain("Khinzawlin", text, StringComparison.Ordinal);
        Assert.Matches(@"\bW05\b", text);
        Assert.DoesNotMatch(@"\bW06\b", text);
    }

    [Fact]
    public async Task The_file_of_one_woman_holds_no_other_womans_words()
    {
        var raid = await app.ImportDemoAsync("dok-rak");
        var zip = await app.MakeAsync(raid, Lawyer with { Woman = "W05" });
        var text = await Poppler.RawTextAsync(zip.Files["bundle.pdf"]);

        Assert.Contains("Testimony T2, W05", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Testimony T1, W02", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\bW0[1-4]\b", text);
        Assert.Equal(["W05"], await app.DbAsync(async db => (await db.ExportedParts.Where(part => part.ExportId == zip.Made!.Export.Id)
            .Join(db.Apprehensions, part => part.WomanId, one => one.WomanId, (_, one) => one.Number).Distinct().ToListAsync()).ConvertAll(WomanCode.In)));
    }

    [Fact]
    public async Task A_name_in_a_paper_stops_it_names_the_page_and_keeps_nothing_until_the_paper_is_out()
    {
        var raid = await app.ImportDemoAsync("dok-rak");
        await NameAsync(raid, 7, "Ma Sandarwinthu");
        await app.AddAsync(raid, CaseFileApp.Paper("Ma Sandarwinthu", 2), "Letter");
        await app.AddAsync(raid, CaseFileApp.Paper("clean"), "Clean");
        var before = await app.DbAsync(db => db.Exports.CountAsync());

        var stopped = await Assert.ThrowsAsync<DomainRuleException>(() => app.MakeAsync(raid, Lawyer));

        Assert.Contains("E1 (page 1)", Web.Infrastructure.Texts.Shared.Of(stopped), StringComparison.Ordinal);
        Assert.DoesNotContain("Sandar", Web.Infrastructure.Texts.Shared.Of(stopped), StringComparison.Ordinal);
        Assert.Equal(before, await app.DbAsync(db => db.Exports.CountAsync()));
        Assert.Empty(Left());
        Assert.Contains("files/0001-E2.pdf", (await app.MakeAsync(raid, Lawyer with { Exhibits = ["E2"] })).Files.Keys);
    }

    [Fact]
    public async Task Hidden_words_become_a_mark_are_counted_and_stop_a_paper_that_has_them()
    {
        var raid = await app.ImportDemoAsync("dok-rak");
        var disclosed = (await app.DbAsync(async db => await db.DiscloseBundleAsync(raid, Lawyer with { Hide = new HideAlso { Words = ["karaoke"] } }, TestApp.Today, new GateWords("a woman", "a place", kind => kind), default)))!;
        Assert.Contains(disclosed.Hidden, hidden => hidden is { Word: var word, Instead: "[name]", Places: > 0 } && word.Equals("karaoke", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("karaoke", System.Text.Json.JsonSerializer.Serialize(disclosed.File.Chronology), StringComparison.OrdinalIgnoreCase);

        var kept = (await app.DbAsync(async db => await db.DiscloseBundleAsync(raid, Lawyer with { Hide = new HideAlso { Words = ["karaoke"], Keep = ["Karaoke"] } }, TestApp.Today, new GateWords("a woman", "a place", kind => kind), default)))!;
        Assert.DoesNotContain(kept.Hidden, hidden => hidden.Instead == "[name]");

        await app.AddAsync(raid, CaseFileApp.Paper("orchard street"), "Map");
        await Assert.ThrowsAsync<DomainRuleException>(() => app.MakeAsync(raid, Lawyer with { Hide = new HideAlso { Words = ["Orchard"] } }));
    }

    [Fact]
    public async Task A_hidden_word_is_found_as_a_word_and_not_inside_others()
    {
        var raid = await app.ImportDemoAsync("mida");
        await app.AddAsync(raid, CaseFileApp.Paper("sold in okra sacks, snoked"), "List");
        var wishes = Lawyer with { Hide = new HideAlso { Words = ["nok"] } };

        Assert.Contains("files/0001-E1.pdf", (await app.MakeAsync(raid, wishes)).Files.Keys);
        await app.AddAsync(raid, CaseFileApp.Paper("told by NOK"), "Note");
        await Assert.ThrowsAsync<DomainRuleException>(() => app.MakeAsync(raid, wishes));
    }

    [Fact]
    public async Task An_answer_that_is_taken_back_while_it_is_made_ends_it_and_nothing_leaves()
    {
        var raid = await app.ImportDemoAsync("dok-rak");
        var before = await app.DbAsync(db => db.Exports.CountAsync());

        await Assert.ThrowsAsync<DomainRuleException>(() => app.MakeAsync(raid, Lawyer, step =>
        {
            if (step == BundleStep.Closing)
            {
                AnswerAsync(raid, 3, new ConsentFacts { Purpose = Purpose.Lawyer, Answer = ConsentAnswer.No }).GetAwaiter().GetResult();
            }
        }));

        Assert.Equal(before, await app.DbAsync(db => db.Exports.CountAsync()));
        Assert.Empty(Left());
        Assert.DoesNotMatch(@"\bW03\b", await Poppler.RawTextAsync((await app.MakeAsync(raid, Lawyer)).Files["bundle.pdf"]));
    }

    [Theory]
    [InlineData(BundleStep.Papers)]
    [InlineData(BundleStep.Binding)]
    [InlineData(BundleStep.Searching)]
    [InlineData(BundleStep.Closing)]
    public async Task One_that_is_stopped_leaves_nothing_behind(BundleStep at)
    {
        var raid = await app.ImportDemoAsync("dok-rak");
        await app.AddAsync(raid, CaseFileApp.Paper("ORDER"), "Order");
        var before = await app.DbAsync(db => db.Exports.CountAsync());
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => app.MakeAsync(raid, Lawyer, step =>
        {
            if (step == at)
            {
                stop.Cancel();
            }
        }, stop.Token));

        Assert.Equal(before, await app.DbAsync(db => db.Exports.CountAsync()));
        Assert.Empty(Left());
    }

    [Fact]
    public async Task Made_twice_from_the_same_record_only_what_is_dated_differs()
    {
        var raid = await app.ImportDemoAsync("dok-rak");
        await app.AddAsync(raid, CaseFileApp.Paper("ORDER", 2), "Order");
        var first = await app.MakeAsync(raid, Lawyer);
        var second = await app.MakeAsync(raid, Lawyer);

        Assert.Equal(first.Files.Keys, second.Files.Keys);
        foreach (var name in first.Files.Keys.Where(name => name.StartsWith("files/", StringComparison.Ordinal) || name is "index.csv" or "README.txt"))
        {
            Assert.Equal(first.Files[name], second.Files[name]);
        }

        static IEnumerable<string> Undated(string text) => text.Split('\n').Where(line => !line.Contains("\"made\"", StringComparison.Ordinal));
        Assert.Equal(Undated(first.Text(BundleTexts.Manifest)), Undated(second.Text(BundleTexts.Manifest)));

        // That the first one left is itself a line of the custody.
        Assert.StartsWith(first.Text("custody.csv"), second.Text("custody.csv"), StringComparison.Ordinal);
        static string Timeless(string text) => Regex.Replace(Regex.Replace(text, @"copy \d{4}|[0-9a-f]{4}( [0-9a-f]{4}){3}", "-"), @"Checkpoint of the log:[\s\S]*?(?=\n\D*E1)", "-");
        Assert.Equal(Timeless(await Poppler.TextAsync(first.Files["bundle.pdf"])).Length, Timeless(await Poppler.TextAsync(second.Files["bundle.pdf"])).Length, 40d);
    }

    [Fact]
    public async Task What_cannot_be_bound_says_so_and_lies_beside_it()
    {
        var raid = await app.ImportDemoAsync("dok-rak");
        var locked = await LockedAsync(CaseFileApp.Paper("secret"));
        await app.AddAsync(raid, locked, "Locked");
        await app.AddAsync(raid, Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(CaseFileApp.Paper("js")).Replace("/Type /Catalog", "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /Type /Catalog", StringComparison.Ordinal)), "Script");
        await app.AddAsync(raid, [.. "OggS"u8, .. new byte[200]], "Sound");
        await app.AddAsync(raid, [.. "%PDF-1.7\n"u8, .. new byte[500]], "Damaged");

        var zip = await app.MakeAsync(raid, Lawyer);

        Assert.Equal(4, zip.Files.Keys.Count(name => name.StartsWith("files/", StringComparison.Ordinal)));
        Assert.Equal(locked, zip.Files["files/0001-E1.pdf"]);
        var text = string.Join(' ', (await Poppler.RawTextAsync(zip.Files["bundle.pdf"])).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(3, Regex.Count(text, "This PDF has a password, is damaged or holds more than pages") + Regex.Count(text, "It follows on 1 page"));
        Assert.Contains("It cannot be printed. It goes by hand", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/JavaScript", Encoding.Latin1.GetString(zip.Files["bundle.pdf"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_is_printed_without_what_the_camera_wrote_and_its_original_stays_as_it_came()
    {
        var raid = await app.ImportDemoAsync("dok-rak");
        var png = CaseFileApp.Png("made at 16.71N 98.57E");
        await app.AddAsync(raid, png, "Picture");

        var zip = await app.MakeAsync(raid, Lawyer);

        Assert.Equal(png, zip.Files["files/0001-E1.png"]);
        Assert.DoesNotContain("16.71N", Encoding.Latin1.GetString(zip.Files["bundle.pdf"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_password_nobody_opens_the_PDF_without_it()
    {
        var raid = await app.ImportDemoAsync("mida");
        var zip = await app.MakeAsync(raid, Lawyer with { Password = true });

        Assert.Matches("^[a-z2-9]{5}(-[a-z2-9]{5}){3}$", zip.Made!.Password);
        Assert.Equal((1, 0), (await OpensAsync(zip.Files["bundle.pdf"], "wrong"), await OpensAsync(zip.Files["bundle.pdf"], zip.Made.Password!)));
        Assert.DoesNotContain(zip.Made.Password!, Encoding.Latin1.GetString(zip.Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_300_pages_become_volumes_whose_numbers_run_on()
    {
        var raid = await app.ImportDemoAsync("mida");
        await app.AddAsync(raid, CaseFileApp.Paper("ONE", 200), "One");
        await app.AddAsync(raid, CaseFileApp.Paper("TWO", 250), "Two");

        var zip = await app.MakeAsync(raid, Lawyer);

        var (first, second) = (await PagesAsync(zip.Files["bundle.pdf"]), await PagesAsync(zip.Files["bundle-2.pdf"]));
        Assert.InRange(first.Count, 201, 300);
        Assert.InRange(second.Count, 251, 300);
        var sheet = second.FindIndex(page => page.Contains("E2: Two", StringComparison.Ordinal));
        Assert.Matches($@"Two\s+volume 2\s+E2\s+{first.Count + sheet + 1}\b", string.Join(' ', first[1].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Contains($"Pages: {first.Count + second.Count}", string.Join(' ', first[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Contains((first.Count + second.Count).ToString(CultureInfo.InvariantCulture), second[^1].Split('\n').Select(line => line.Trim()));
    }

    [Theory]
    [InlineData(40, new[] { 100, 100 }, new[] { "E1:1-100 E2:1-100" })]
    [InlineData(40, new[] { 100, 159 }, new[] { "E1:1-100", "E2:1-159" })]
    [InlineData(40, new[] { 100, 158 }, new[] { "E1:1-100 E2:1-158" })]
    [InlineData(400, new[] { 5 }, new[] { "", "E1:1-5" })]
    [InlineData(10, new[] { 0, 700 }, new[] { "E1:1-0 E2:1-288", "E2:289-585", "E2:586-700" })]
    public void Papers_are_shared_out_without_tearing_one_that_fits(int front, int[] pages, string[] volumes)
    {
        var papers = pages.Index().Select(one => new BoundPaper(new Exhibit(Guid.NewGuid(), new Domain.Cases.EvidenceInCase($"E{one.Index + 1}", new Domain.Papers.EvidenceFacts { Title = "x" }, new Domain.Papers.FileFacts { Sha256 = "" }), true), one.Index + 1)
        {
            Sizes = [.. Enumerable.Repeat((595d, 842d), one.Item)],
        }).ToList();

        var shared = BundleBook.Share(papers, front);

        Assert.Equal(volumes, shared.Select(parts => string.Join(' ', parts.Select(part => $"{part.Paper.Code}:{part.From}-{part.To}"))));
        Assert.All(shared.Skip(1), parts => Assert.InRange(parts.Sum(part => 1 + part.Pages), 1, BundleBook.MostPages - 2));
    }

    private string[] Left() => Directory.Exists(Path.Combine(app.Folder, "made")) ? Directory.GetFiles(Path.Combine(app.Folder, "made")) : [];

    internal static async Task<List<string>> PagesAsync(byte[] pdf) => [.. (await Poppler.RawTextAsync(pdf)).TrimEnd('\f', '\n').Split('\f')];

    private Task<int> NameAsync(string raid, int number, string name) => app.DbAsync(async db =>
    {
        var her = await db.Apprehensions.Where(row => db.Raids.Any(one => one.Id == row.RaidId && one.Code == raid) && row.Number == number).SingleAsync();
        db.WomanNames.Add(new WomanName(her.RaidId, her.WomanId, new NameFacts { Voice = Voice.Woman, Text = name }, null));
        return await db.SaveChangesAsync();
    });

    private Task<int> AnswerAsync(string raid, int number, ConsentFacts answer) => app.DbAsync(async db =>
    {
        var her = await db.Apprehensions.Where(row => db.Raids.Any(one => one.Id == row.RaidId && one.Code == raid) && row.Number == number).SingleAsync();
        db.Consents.Add(new Consent(her.RaidId, her.WomanId, null, answer));
        return await db.SaveChangesAsync();
    });

    private static async Task<int> CheckAsync(string folder)
    {
        using var process = Process.Start(new ProcessStartInfo("sha256sum", ["--strict", "--quiet", "-c", BundleTexts.Sums]) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true })!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    private static async Task<int> OpensAsync(byte[] pdf, string password)
    {
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, pdf);
        using var process = Process.Start(new ProcessStartInfo("pdfinfo", ["-upw", password, path]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        await process.WaitForExitAsync();
        File.Delete(path);
        return process.ExitCode;
    }

    private static async Task<byte[]> LockedAsync(byte[] pdf)
    {
        using var work = WorkFolder.Make(0);
        await File.WriteAllBytesAsync(work["plain.pdf"], pdf);
        await new PdfBinder().LockAsync(work["plain.pdf"], work["locked.pdf"], "x7", CancellationToken.None);
        return await File.ReadAllBytesAsync(work["locked.pdf"]);
    }
}
