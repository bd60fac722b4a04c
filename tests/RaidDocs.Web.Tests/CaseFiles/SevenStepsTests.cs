using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Jobs;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.CaseFiles;

/// <summary>The seven steps as she walks them, without scripts.</summary>
public sealed class SevenStepsTests(CaseFileApp app) : IClassFixture<CaseFileApp>
{
    private HttpClient Advisor => app.ClientFor(StaffRole.LegalAdvisor);

    [Fact]
    public async Task An_advisor_walks_seven_steps_leaves_the_page_and_fetches_the_file_once_it_is_made()
    {
        var raid = await app.ImportDemoAsync("dok-rak");
        var paper = await app.AddAsync(raid, CaseFileApp.Paper("ORDER"), "Order of the court");
        var advisor = Advisor;
        var address = await ToReasonAsync(advisor, raid);
        var started = await (await advisor.OpenFormAsync($"{address}/reason")).Fill("What is it for?", "appeal").Fill("How does it go to them?", "by hand").PostAsync();
        Assert.Equal(address, started.Headers.Location!.OriginalString);

        var (page, refreshed) = await UntilAsync(advisor, address, "It is made: copy");
        Assert.True(refreshed is null or "2");
        Assert.Matches("[a-z2-9]{5}(-[a-z2-9]{5}){3}", page.QuerySelector("code.big")!.TextContent);
        var answer = await advisor.GetAsync(Local(page.QuerySelector("a.button")!.GetAttribute("href")!));
        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        Assert.Matches("^file-2026-11-21-[0-9]{4}.zip$", answer.Content.Headers.ContentDisposition!.FileName);
        var zip = new MadeZip(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), null);
        Assert.Contains("files/0001-E1.pdf", zip.Files.Keys);

        // Nothing of it lies readable on the disk, and the papers know that they left.
        var sealedFile = Assert.Single(MadeFolder.Of(app.Folder, address));
        Assert.Equal(-1, (await File.ReadAllBytesAsync(sealedFile, TestContext.Current.CancellationToken)).AsSpan().IndexOf("manifest.json"u8));
        Assert.Contains("Left with a document legaladvisor", (await advisor.OpenPageAsync($"/evidence/{paper}")).Words(), StringComparison.Ordinal);
        var export = await app.DbAsync(db => db.Exports.OrderByDescending(row => row.RecordedAt).FirstAsync());
        Assert.Equal((ExportKind.CaseFile, "Lawyer A", "appeal", "by hand", app.PersonIn(StaffRole.LegalAdvisor)), (export.Kind, export.ForWhom, export.Why, export.SentHow, export.MadeBy));
        Assert.Contains("Number of the copy", (await advisor.OpenPageAsync($"/exports/{export.Id}")).Words(), StringComparison.Ordinal);

        // Another person does not find it, and the wishes are not kept a second time.
        Assert.Equal(HttpStatusCode.NotFound, (await app.ClientFor(StaffRole.ResearchLeader).GetAsync(Local(address))).StatusCode);
        Assert.Equal("{}", (await app.DbAsync(db => db.Drafts.AsNoTracking().SingleAsync(row => row.Became == export.Id.ToString("D")))).Content);

        // When the store is locked it is gone.
        await app.Services.GetRequiredService<JobBoard>().EndAllAsync();
        Assert.Empty(Directory.GetFiles(Path.Combine(app.Folder, "made")));
        Assert.Equal(HttpStatusCode.NotFound, (await advisor.GetAsync(Local($"{address}?handler=file"))).StatusCode);
        Assert.Contains("the file is shredded", (await advisor.OpenPageAsync(address)).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_waits_is_shredded_when_a_woman_takes_back_her_yes()
    {
        var raid = await app.ImportDemoAsync("dok-rak");
        var advisor = Advisor;
        var address = await ToReasonAsync(advisor, raid);
        await (await advisor.OpenFormAsync($"{address}/reason")).Fill("What is it for?", "appeal").PostAsync();
        await UntilAsync(advisor, address, "It is made: copy");
        await app.DbAsync(async db =>
        {
            var her = await db.Apprehensions.Where(row => db.Raids.Any(one => one.Id == row.RaidId && one.Code == raid) && row.Number == 3).SingleAsync();
            db.Consents.Add(new Consent(her.RaidId, her.WomanId, null, new ConsentFacts { Purpose = Purpose.Lawyer, Answer = ConsentAnswer.No }));
            return await db.SaveChangesAsync();
        });

        var answer = await advisor.GetAsync(Local($"{address}?handler=file"));

        Assert.Equal(address, answer.Headers.Location!.OriginalString);
        Assert.Contains("A woman changed her answer", (await advisor.OpenPageAsync(address)).Words(), StringComparison.Ordinal);
        Assert.False(app.Made.Has(Guid.Parse(address.Split('/')[^1])));
    }

    [Fact]
    public async Task Nothing_is_begun_changed_or_made_without_a_fresh_second_factor()
    {
        var raid = await app.ImportDemoAsync("dok-rak");
        var address = await ToReasonAsync(Advisor, raid);
        var id = Guid.Parse(address.Split('/')[^1]);
        var before = (await app.DbAsync(db => db.Drafts.AsNoTracking().SingleAsync(row => row.Id == id))).Content;

        // The form was opened while the proof was fresh, and is sent when it is old.
        var late = app.ClientFor(StaffRole.LegalAdvisor, hasProof: false);
        var token = ((IHtmlInputElement)(await late.OpenPageAsync($"/raids/{raid}")).QuerySelector("input[name=__RequestVerificationToken]")!).Value;
        foreach (var step in new[] { "whom", "left-out", "exhibits", "reason" })
        {
            using var fields = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Form.Why", "x"), new("Form.ForWhom", "x"), new("Form.Words", "changed")]);
            var answer = await late.PostAsync(Local($"{address}/{step}"), fields);
            Assert.True(answer.StatusCode == HttpStatusCode.UnprocessableEntity || answer.Headers.Location?.OriginalString.StartsWith("/account/confirm", StringComparison.Ordinal) == true, $"{step}: {answer.StatusCode}");
        }

        Assert.Equal(before, (await app.DbAsync(db => db.Drafts.AsNoTracking().SingleAsync(row => row.Id == id))).Content);
        Assert.False(await app.DbAsync(db => db.Jobs.AnyAsync(job => job.Id == id)));
    }

    [Fact]
    public async Task What_is_left_out_is_said_with_the_woman_and_why()
    {
        var raid = await app.ImportDemoAsync("dok-rak");
        var advisor = Advisor;
        var address = await ToLeftOutAsync(advisor, raid);

        var words = (await advisor.OpenPageAsync($"{address}/left-out")).Words();

        Assert.Contains("W17, what is recorded of her (share with her lawyer: she was not asked)", words, StringComparison.Ordinal);
        Assert.Contains("They stand in the list of persons as Woman 17", words, StringComparison.Ordinal);
        Assert.Contains("T4, 5, a passage", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hidden_word_can_be_kept_and_hidden_again_and_the_pages_show_the_mark()
    {
        var raid = await app.ImportDemoAsync("dok-rak");
        var advisor = Advisor;
        var address = await ToLeftOutAsync(advisor, raid);
        var short1 = await (await advisor.OpenFormAsync($"{address}/left-out")).Fill("Words to hide", "x").PostAsync();
        Assert.Contains("too short to be hidden", (await short1.ReadHtmlAsync()).Errors().Single(), StringComparison.Ordinal);
        await (await advisor.OpenFormAsync($"{address}/left-out")).Fill("Words to hide", "karaoke\nnowhere-at-all").PostAsync();

        Assert.Matches(@"[Kk]araoke: \[name\], in \d+ place", (await advisor.OpenPageAsync($"{address}/preview")).Words());
        Assert.Contains("[name]", (await advisor.OpenPageAsync($"{address}/preview?handler=document")).Words(), StringComparison.Ordinal);
        var keep = (await advisor.OpenPageAsync($"{address}/preview")).QuerySelectorAll("button[name=keep]").Select(button => button.TextContent).First(text => text.Contains("araoke", StringComparison.Ordinal));
        await (await advisor.OpenFormAsync($"{address}/preview", keep)).PostAsync(keep);
        Assert.Matches("[Kk]araoke stays", (await advisor.OpenPageAsync($"{address}/preview")).Words());
    }

    [Fact]
    public async Task A_file_that_says_where_it_was_made_stays_out_until_somebody_ticks_it_and_order_is_hers()
    {
        var raid = await app.ImportDemoAsync("dok-rak");
        await app.AddAsync(raid, CaseFileApp.Paper("A"), "Letter A");
        await app.AddAsync(raid, CaseFileApp.Paper("B"), "Letter B");
        var placed = await app.AddAsync(raid, CaseFileApp.Png("x"), "Photo");
        await app.DbAsync(async db =>
        {
            var row = await db.Evidence.SingleAsync(one => one.Id == placed);
            db.Entry(row).ComplexProperty(one => one.File).Property(file => file.HasPlace).CurrentValue = true;
            return await db.SaveChangesAsync();
        });
        var advisor = Advisor;
        var address = await ToLeftOutAsync(advisor, raid);

        var page = await advisor.OpenPageAsync($"{address}/exhibits");
        Assert.Equal(["E1", "E2"], Ticked(page));
        Assert.Contains("It says in itself where it was made (GPS)", page.Words(), StringComparison.Ordinal);
        var moved = await (await advisor.OpenFormAsync($"{address}/exhibits", "E2 up")).PostAsync("E2 up");
        Assert.Equal($"{address}/exhibits", moved.Headers.Location!.OriginalString);
        Assert.Equal(["E2", "E1"], Ticked(await advisor.OpenPageAsync($"{address}/exhibits")));
        await (await advisor.OpenFormAsync($"{address}/exhibits")).Tick("E3: Photo").PostAsync("Continue");
        Assert.Contains("E3 says in itself where it was made (GPS), and leaves with it", (await advisor.OpenPageAsync($"{address}/preview")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_refused_says_why_and_can_be_changed_and_tried_again()
    {
        var raid = await app.ImportDemoAsync("dok-rak");
        await app.AddAsync(raid, CaseFileApp.Paper("orchardstreet"), "Map");
        var advisor = Advisor;
        var address = await ToLeftOutAsync(advisor, raid);
        await (await advisor.OpenFormAsync($"{address}/left-out")).Fill("Words to hide", "orchardstreet").PostAsync();
        await (await advisor.OpenFormAsync($"{address}/exhibits")).PostAsync("Continue");
        await (await advisor.OpenFormAsync($"{address}/reason")).Fill("What is it for?", "appeal").PostAsync();

        var (stopped, _) = await UntilAsync(advisor, address, "Stopped:");
        Assert.Contains("A name or a word that must not leave stands in a paper: E1 (page 1)", stopped.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await advisor.GetAsync(Local($"{address}?handler=file"))).StatusCode);

        await (await advisor.OpenFormAsync($"{address}/left-out")).Fill("Words to hide", "").PostAsync();
        await (await advisor.OpenFormAsync(address, "Try again")).PostAsync("Try again");
        await UntilAsync(advisor, address, "It is made: copy");
    }

    [Fact]
    public async Task One_that_she_stops_is_not_made_and_one_that_waited_when_the_program_ended_says_so()
    {
        var raid = await app.ImportDemoAsync("dok-rak");
        var board = app.Services.GetRequiredService<JobBoard>();
        var advisor = Advisor;
        var (first, second) = (await ToReasonAsync(advisor, raid), await ToReasonAsync(advisor, raid));
        await (await advisor.OpenFormAsync($"{first}/reason")).Fill("What is it for?", "one").PostAsync();
        await (await advisor.OpenFormAsync($"{second}/reason")).Fill("What is it for?", "two").PostAsync();

        // The second waits behind the first.
        await board.CancelAsync(Guid.Parse(second.Split('/')[^1]), TestContext.Current.CancellationToken);
        Assert.Contains("You stopped it. Nothing was kept.", (await advisor.OpenPageAsync(second)).Words(), StringComparison.Ordinal);
        await UntilAsync(advisor, first, "It is made: copy");
        Assert.Equal(0, await app.DbAsync(db => db.Exports.CountAsync(row => row.Why == "two")));

        // As after a new start: the wishes are there, nobody works on them.
        await board.EndAllAsync();
        Assert.Contains("It is not being made", (await advisor.OpenPageAsync(second)).Words(), StringComparison.Ordinal);
    }

    private static async Task<(IHtmlDocument Page, string? Refreshed)> UntilAsync(HttpClient client, string address, string sentence)
    {
        string? refreshed = null;
        for (var tries = 0; tries < 600; tries++)
        {
            var answer = await client.GetAsync(Local(address));
            refreshed ??= answer.Headers.TryGetValues("Refresh", out var values) ? values.Single() : null;
            var page = (IHtmlDocument)await answer.ReadHtmlAsync();
            if (page.Words().Contains(sentence, StringComparison.Ordinal))
            {
                return (page, refreshed);
            }

            Assert.Contains("You can leave this page", page.Words(), StringComparison.Ordinal);
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException(sentence);
    }

    private static async Task<string> ToLeftOutAsync(HttpClient client, string raid)
    {
        var begun = await (await client.OpenFormAsync($"/raids/{raid}/casefile")).PostAsync();
        var address = begun.Headers.Location!.OriginalString.Replace("/whom", "", StringComparison.Ordinal);
        var whom = await (await client.OpenFormAsync($"{address}/whom")).Fill("Who gets it?", "Lawyer A").PostAsync();
        Assert.Equal($"{address}/left-out", whom.Headers.Location!.OriginalString);
        return address;
    }

    private static async Task<string> ToReasonAsync(HttpClient client, string raid)
    {
        var address = await ToLeftOutAsync(client, raid);
        await (await client.OpenFormAsync($"{address}/left-out")).PostAsync();
        var preview = await (await client.OpenFormAsync($"{address}/exhibits")).PostAsync("Continue");
        Assert.Equal($"{address}/preview", preview.Headers.Location!.OriginalString);
        return address;
    }

    private static IEnumerable<string?> Ticked(AngleSharp.Dom.IDocument page) =>
        page.QuerySelectorAll("input[name=chosen]").OfType<IHtmlInputElement>().Where(box => box.IsChecked).Select(box => (string?)box.Value);

    private static Uri Local(string address) => new(address, UriKind.Relative);
}
