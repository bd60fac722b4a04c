using Microsoft.Playwright;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Infrastructure;
using RaidDocs.Web.Tests.Pages.House;

namespace RaidDocs.Web.Tests.Browser;

/// <summary>What is typed into an account and never sent.</summary>
[Trait("Kind", "Browser")]
public sealed class KeepTests(BrowserFixture app) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task It_is_kept_by_itself_and_there_again_in_a_new_window_and_nothing_is_finished()
    {
        var raid = await app.ImportAsync(SmallCase.Json);
        var page = await app.PageForAsync(StaffRole.ResearchLeader, scripts: true, keepPolicy: true);
        var words = await OpenWordsAsync(page, raid);

        await page.GetByLabel("The words as they were said").FillAsync("They came at night");
        await page.GetByText("Saved 09:00").WaitForAsync();
        await page.CloseAsync();

        var again = await app.PageForAsync(StaffRole.ResearchLeader, scripts: true, keepPolicy: true);
        await again.GotoAsync(words);
        Assert.Equal("They came at night", await again.GetByLabel("The words as they were said").InputValueAsync());
        Assert.Empty(await app.TestimoniesAsync(raid));
    }

    [Fact]
    public async Task Letters_are_counted_from_three_quarters_on_as_a_reader_counts_them()
    {
        var raid = await app.ImportAsync(SmallCase.Json);
        var page = await app.PageForAsync(StaffRole.ResearchLeader, scripts: true, keepPolicy: true);
        await OpenWordsAsync(page, raid);
        var box = page.GetByLabel("The words as they were said");

        await box.FillAsync(string.Concat(Enumerable.Repeat("\u0E17\u0E35\u0E48", 14_999)));
        await box.PressSequentiallyAsync("\u0E01");
        await page.GetByText("15000 of 20,000 letters").WaitForAsync();
    }

    // As far as her words, and their address.
    private static async Task<string> OpenWordsAsync(IPage page, string raid)
    {
        await page.GotoAsync($"/testimonies/new?woman={raid}-W01");
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Consent, before you start" }).ClickAsync();
        await page.GetByLabel("She agrees to talk").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await page.ArrivesAsync("/where");
        var words = page.Url.Replace("/where", "/words", StringComparison.Ordinal);
        await page.GotoAsync(words);
        return words;
    }
}
