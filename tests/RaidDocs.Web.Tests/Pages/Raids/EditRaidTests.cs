using System.Net;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Raids;

public sealed class EditRaidTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Name = "What does the team call this raid?";
    private const string When = "When did it happen?";
    private const string Summary = "What happened, in short?";

    private HttpClient Leader => app.ClientFor(StaffRole.ResearchLeader);

    [Fact]
    public async Task Each_fact_is_shown_and_can_be_changed()
    {
        var raid = await app.RaidAsync();
        var client = Leader;

        var form = await client.OpenFormAsync($"/raids/{raid.Code}/edit");
        Assert.Equal("Dok Rak", form.Value(Name));
        Assert.Equal("22:40", form.Value(When, "Time, like 22:40"));
        var response = await form
            .Fill(Name, "ดอกรัก 🌸")
            .FillDate(When, "๑๓", "มี.ค.", "๒๕๖๘")
            .Fill("Province", "Chiang Mai")
            .Fill(Summary, "<script>alert(1)</script>\nsecond line")
            .Fill("Which legal ground did they give?", "Section 27")
            .PostAsync();

        Assert.Equal($"/raids/{raid.Code}", response.Headers.Location!.ToString());
        var facts = await FactsAsync(raid);
        Assert.Equal("ดอกรัก 🌸", facts.Name);
        Assert.Equal(new DateOnly(2025, 3, 13), facts.When!.Date.Earliest);
        Assert.Equal(("TH-50", "Section 27", "rescue"), (facts.Province, facts.LegalBasis, facts.CalledAs));
        Assert.Equal("<script>alert(1)</script>\nsecond line", facts.Summary);
        Assert.Equal(["local-police"], facts.Agencies);
        var page = await client.OpenPageAsync($"/raids/{raid.Code}");
        Assert.Contains("is saved", page.Banner(), StringComparison.Ordinal);
        Assert.Contains("<script>alert(1)</script>", page.Words(), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main script"));
    }

    [Theory]
    [InlineData("31", "4", "2568", "real date")]
    [InlineData("12", "3", "2570", "must be today or in the past")]
    [InlineData("12", "3", "68", "4 numbers")]
    public async Task A_date_that_cannot_be_is_refused_and_nothing_typed_is_lost(string day, string month, string year, string sentence)
    {
        var raid = await app.RaidAsync();
        var client = Leader;

        var form = await client.OpenFormAsync($"/raids/{raid.Code}/edit");
        var refused = await form.Fill(Summary, "New words").FillDate(When, day, month, year).PostAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var again = await refused.ReadFormAsync(client);
        Assert.Contains(again.Page.Errors(), error => error.Contains(sentence, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(("New words", year), (again.Value(Summary), again.Value(When, "Year")));
        Assert.Equal("Seventeen women were taken.", (await FactsAsync(raid)).Summary);
    }

    [Fact]
    public async Task A_raid_keeps_a_name_without_control_characters()
    {
        var raid = await app.RaidAsync();
        var client = Leader;

        var empty = await (await client.OpenFormAsync($"/raids/{raid.Code}/edit")).Fill(Name, " ").PostAsync();
        var control = await (await client.OpenFormAsync($"/raids/{raid.Code}/edit")).Fill(Name, "a\u0001b").PostAsync();

        Assert.Contains("Enter a name for the raid, like the name of the place", (await empty.ReadHtmlAsync()).Errors());
        Assert.Contains((await control.ReadHtmlAsync()).Errors(), error => error.StartsWith("Remove the control characters", StringComparison.Ordinal));
        Assert.Equal("Dok Rak", (await FactsAsync(raid)).Name);
    }

    [Fact]
    public async Task A_key_that_no_list_has_is_refused()
    {
        var raid = await app.RaidAsync();
        var client = Leader;

        var form = await client.OpenFormAsync($"/raids/{raid.Code}/edit");
        form.Page.QuerySelector("#Form_Province option[value='TH-50']")!.SetAttribute("value", "TH-00");
        form.Page.QuerySelector("[name='Form.Agencies']")!.SetAttribute("value", "aliens");
        var refused = await form.Fill("Province", "TH-00").Choose("Who came?", form.Page.QuerySelector("label[for=Form_Agencies]")!.TextContent).PostAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Choose one of the list", (await refused.ReadHtmlAsync()).Errors());
        Assert.Equal("TH-63", (await FactsAsync(raid)).Province);
    }

    [Fact]
    public async Task Twenty_thousand_letters_are_kept_and_one_more_is_refused()
    {
        var raid = await app.RaidAsync();
        var client = Leader;
        var most = new string('ก', 20_000);

        var kept = await (await client.OpenFormAsync($"/raids/{raid.Code}/edit")).Fill(Summary, most).PostAsync();
        var refused = await (await client.OpenFormAsync($"/raids/{raid.Code}/edit")).Fill(Summary, most + "ข").PostAsync();

        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(most + "ข", (await refused.ReadFormAsync(client)).Value(Summary));
        Assert.Equal(most, (await FactsAsync(raid)).Summary);
    }

    [Fact]
    public async Task Of_two_who_change_it_at_once_the_second_sees_both_texts()
    {
        var raid = await app.RaidAsync();
        var (first, second) = (Leader, app.ClientFor(StaffRole.ResearchPartner));
        var hers = await first.OpenFormAsync($"/raids/{raid.Code}/edit");
        var late = await second.OpenFormAsync($"/raids/{raid.Code}/edit");

        await hers.Fill(Summary, "First text").PostAsync();
        var lost = await late.Fill(Summary, "Second text").PostAsync();

        Assert.Equal(HttpStatusCode.Conflict, lost.StatusCode);
        var both = await lost.ReadFormAsync(second);
        Assert.Contains("First text", both.Page.Words(), StringComparison.Ordinal);
        Assert.Contains("researchleader saved first", both.Page.Words(), StringComparison.Ordinal);
        Assert.Equal("Second text", both.Value(Summary));
        Assert.Equal("First text", (await FactsAsync(raid)).Summary);
        Assert.Equal(HttpStatusCode.Redirect, (await both.PostAsync()).StatusCode);
        Assert.Equal("Second text", (await FactsAsync(raid)).Summary);
    }

    private Task<RaidFacts> FactsAsync(Raid raid) => app.DbAsync(db => db.Raids.Where(row => row.Id == raid.Id).Select(row => row.Facts).SingleAsync());
}
