using System.Net;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Women;

public sealed class ClaimTests(TickingApp app) : IClassFixture<TickingApp>
{
    private HttpClient Leader { get; } = app.ClientFor(StaffRole.ResearchLeader);

    [Fact]
    public async Task Another_age_leaves_the_first_untouched_and_both_are_shown()
    {
        var raid = await app.NewRaidAsync();
        var before = await RowsAsync(raid, "Ages");

        await (await Leader.OpenFormAsync($"/women/{raid}-W01/ages/add")).Fill("Age at the raid", "๒๐").Choose("Who says it?", "the family").PostAsync();

        Assert.Equal(before, (await RowsAsync(raid, "Ages")).Take(before.Count));
        var figures = (await Leader.OpenPageAsync($"/women/{raid}-W01/ages")).QuerySelectorAll(".figure").Select(figure => figure.TextContent.Trim());
        Assert.Equal(["19", "16", "20"], figures);
    }

    [Fact]
    public async Task Another_label_leaves_the_first_untouched_and_both_are_shown()
    {
        var raid = await app.NewRaidAsync();
        var before = await RowsAsync(raid, "Labels");

        await (await Leader.OpenFormAsync($"/women/{raid}-W01/labels/add")).Fill("What was she called?", "witness").Fill("In which words?", "<i>พยาน</i> 🙂")
            .FillDate("On which day?", "20", "3", "2568").Choose("Who says it?", "the authorities").PostAsync();

        Assert.Equal(before, (await RowsAsync(raid, "Labels")).Take(before.Count));
        var words = (await Leader.OpenPageAsync($"/women/{raid}-W01/labels")).Words();
        Assert.Contains("“trafficked”", words, StringComparison.Ordinal);
        Assert.Contains("“<i>พยาน</i> 🙂”", words, StringComparison.Ordinal);
        Assert.Contains("20 March 2025 (2568)", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_part_in_court_leaves_the_first_untouched()
    {
        var raid = await app.NewRaidAsync();
        var before = await RowsAsync(raid, "CourtParts");

        await (await Leader.OpenFormAsync($"/women/{raid}-W01/court/add")).Fill("Court case", "C1").Choose("Her role in it", "witness")
            .Choose("Who says it?", "the authorities").PostAsync();

        Assert.Equal(before, (await RowsAsync(raid, "CourtParts")).Take(before.Count));
        var words = (await Leader.OpenPageAsync($"/women/{raid}-W01/court")).Words();
        Assert.Contains("held as witness", words, StringComparison.Ordinal);
        Assert.Contains("Said by the authorities", words, StringComparison.Ordinal);
        Assert.Contains("Early testimony", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9")]
    [InlineData("71")]
    public async Task An_unusual_age_is_asked_about_once_and_then_kept(string age)
    {
        var raid = await app.NewRaidAsync();
        var form = await Leader.OpenFormAsync($"/women/{raid}-W07/ages/add");

        var response = await form.Fill("Age at the raid", age).Choose("Who says it?", "the woman").PostAsync();

        var asked = await response.ReadFormAsync(Leader);
        Assert.Contains("Is this age right? Change it, or tick \"Yes, this is right\"", asked.Page.Errors());
        Assert.Empty(await RowsAsync(raid, "Ages", 7));
        await asked.Tick("Yes, this is right").PostAsync();
        Assert.Single(await RowsAsync(raid, "Ages", 7));
    }

    [Theory]
    [InlineData("", "Enter an age, like 23")]
    [InlineData("1.5", "Age at the raid must be a whole number, like 17")]
    [InlineData("twelve", "Age at the raid must be a whole number, like 17")]
    [InlineData("130", "Age must be a number from 0 to 120, like 23")]
    public async Task An_age_that_is_none_is_refused(string age, string error)
    {
        var raid = await app.NewRaidAsync();
        var form = await Leader.OpenFormAsync($"/women/{raid}-W07/ages/add");

        var response = await form.Fill("Age at the raid", age).Choose("Who says it?", "the woman").PostAsync();
        if (age == "130")
        {
            response = await (await response.ReadFormAsync(Leader)).Tick("Yes, this is right").PostAsync();
        }

        var again = await response.ReadFormAsync(Leader);
        Assert.Contains(error, again.Page.Errors());
        Assert.Equal(age, again.Value("Age at the raid"));
        Assert.Empty(await RowsAsync(raid, "Ages", 7));
    }

    [Theory]
    [InlineData("labels", "Form.Kind", "nonsense", "Choose one of the list")]
    [InlineData("labels", "Form.Source", "S9", "This raid has no such source. Choose one of the list")]
    [InlineData("ages", "Form.Method", "nonsense", "Choose one of the list")]
    [InlineData("court", "Form.Case", "C9", "Choose one of the list")]
    [InlineData("labels", "Form.Words", "a\u0007b", "Remove the control characters from In which words?")]
    public async Task What_no_form_offers_is_refused(string page, string field, string value, string error)
    {
        var raid = await app.NewRaidAsync();
        var opened = await Leader.OpenPageAsync($"/women/{raid}-W07/{page}/add");
        var client = Leader;
        var token = new OpenForm(client, await client.OpenPageAsync($"/women/{raid}-W07/{page}/add")).Hidden("__RequestVerificationToken");
        var fields = new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token,
            ["Form.Voice"] = "Woman",
            ["Form.Low"] = "20",
            ["Form.Kind"] = "witness",
            ["Form.Role"] = "Witness",
            ["Form.Case"] = "C1",
            [field] = value,
        };

        var response = await client.PostAsync(new Uri($"/women/{raid}-W07/{page}/add", UriKind.Relative), new FormUrlEncodedContent(fields));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains(error, (await response.ReadHtmlAsync()).Errors());
        Assert.NotNull(opened);
        Assert.Empty(await RowsAsync(raid, "Labels", 7));
        Assert.Empty(await RowsAsync(raid, "Ages", 7));
    }

    [Theory]
    [InlineData("labels", "Labels")]
    [InlineData("ages", "Ages")]
    [InlineData("court", "CourtParts")]
    public async Task What_is_taken_back_stays_struck_with_the_reason(string page, string table)
    {
        var raid = await app.NewRaidAsync();
        var id = (await IdsAsync(raid, table))[0];
        var url = $"/women/{raid}-W01/{page}/{id}/take-back";
        var refused = await (await Leader.OpenFormAsync(url)).PostAsync();

        await (await Leader.OpenFormAsync(url)).Fill("Why was this recorded wrongly?", "Written for W02").PostAsync();

        Assert.Contains("Write why this was recorded wrongly. The row stays, with your reason.", (await refused.ReadHtmlAsync()).Errors());
        var list = await Leader.OpenPageAsync($"/women/{raid}-W01/{page}");
        Assert.NotEmpty(list.QuerySelectorAll(".back-taken"));
        Assert.Contains("taken back Written for W02", list.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Leader.GetAsync(new Uri($"/women/{raid}-W02/{page}/{id}/take-back", UriKind.Relative))).StatusCode);
    }

    [Theory]
    [InlineData("labels", "Labels")]
    [InlineData("ages", "Ages")]
    [InlineData("court", "CourtParts")]
    [InlineData("names", "WomanNames")]
    public async Task A_form_sent_twice_makes_one_row(string page, string table)
    {
        var raid = await app.NewRaidAsync();
        var before = (await IdsAsync(raid, table)).Count;
        var form = (await Leader.OpenFormAsync($"/women/{raid}-W01/{page}/add")).Choose("Who says it?", "the woman");
        _ = page switch
        {
            "labels" => form.Fill("What was she called?", "witness"),
            "ages" => form.Fill("Age at the raid", "20"),
            "court" => form.Fill("Court case", "C1").Choose("Her role in it", "witness"),
            _ => form.Fill("Name", "Nang Other").Choose("Which name is it?", "other spelling"),
        };

        await form.PostAsync();
        await form.PostAsync();

        Assert.Equal(before + 1, (await IdsAsync(raid, table)).Count);
    }

    [Fact]
    public async Task Long_words_are_counted_and_kept()
    {
        var raid = await app.NewRaidAsync();
        var form = (await Leader.OpenFormAsync($"/women/{raid}-W07/labels/add")).Choose("Who says it?", "the woman").Fill("What was she called?", "witness");

        var response = await form.Fill("What does she say to it?", new string('ก', 20_001)).PostAsync();

        var again = await response.ReadFormAsync(Leader);
        Assert.Contains("What does she say to it? can have 20000 letters. This has 20001", again.Page.Errors());
        Assert.Equal(20_001, again.Value("What does she say to it?").Length);
        Assert.Equal(HttpStatusCode.Redirect, (await again.Fill("What does she say to it?", new string('ก', 20_000)).PostAsync()).StatusCode);
    }

    private async Task<List<Guid>> IdsAsync(string raid, string table)
    {
        var woman = await app.WomanIdAsync(raid, 1);
        return await app.DbAsync(db => table switch
        {
            "Labels" => db.Labels.Where(row => row.WomanId == woman).OrderBy(row => row.RecordedAt).Select(row => row.Id).ToListAsync(),
            "Ages" => db.Ages.Where(row => row.WomanId == woman).OrderBy(row => row.RecordedAt).Select(row => row.Id).ToListAsync(),
            "CourtParts" => db.CourtParts.Where(row => row.WomanId == woman).OrderBy(row => row.RecordedAt).Select(row => row.Id).ToListAsync(),
            _ => db.WomanNames.Where(row => row.WomanId == woman).OrderBy(row => row.RecordedAt).Select(row => row.Id).ToListAsync(),
        });
    }

    // The rows as they are stored, so that any change to an earlier one shows.
    private async Task<List<string>> RowsAsync(string raid, string table, int number = 1)
    {
        var woman = await app.WomanIdAsync(raid, number);
        return await app.DbAsync(async db => table switch
        {
            "Labels" => (await db.Labels.AsNoTracking().Where(row => row.WomanId == woman).OrderBy(row => row.RecordedAt).ToListAsync()).ConvertAll(row => $"{row.Version} {row.Facts}"),
            "Ages" => (await db.Ages.AsNoTracking().Where(row => row.WomanId == woman).OrderBy(row => row.RecordedAt).ToListAsync()).ConvertAll(row => $"{row.Version} {row.Facts}"),
            _ => (await db.CourtParts.AsNoTracking().Where(row => row.WomanId == woman).OrderBy(row => row.RecordedAt).ToListAsync()).ConvertAll(row => $"{row.Version} {row.Facts}"),
        });
    }
}
