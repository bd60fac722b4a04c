using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Browser;

/// <summary>A raid with 17 women, from the first button to their names, on a small phone without scripts.</summary>
[Trait("Kind", "Browser")]
public sealed class LogRaidJourney(BrowserFixture app) : IClassFixture<BrowserFixture>
{
    private const string Women =
        "Mee, 19\nNoi, 22\nAye, 17\nNang, 20\nSai, 24\nKhin, 31\nMo, 18\nHla, 26\nLin, 21\nDao, 23\nMee, 28\nSu, 19\nTin, 35\nKham, 20\nOo, 27\nNan, 22\nPhyu, 25";

    private int _loads;
    private int _keys;

    [Fact]
    public async Task A_raid_with_17_women_takes_at_most_12_pages_and_320_keys()
    {
        var page = await app.PageForAsync(StaffRole.ResearchLeader);
        page.Request += (_, request) => _loads += request.IsNavigationRequest && request.RedirectedFrom is null ? 1 : 0;

        await page.GotoAsync("/raids/new");
        await LookAsync(page, "1-when");
        await PressAsync(page, "Last night");
        await LookAsync(page, "2-where");
        await TypeAsync(page, "What the place is called", "Dok Rak Karaoke");
        await page.GetByLabel("Kind of place").SelectOptionAsync("Karaoke");
        await page.GetByLabel("Province").SelectOptionAsync("Tak");
        await PressAsync(page, "Continue");
        await LookAsync(page, "3-who");
        await page.GetByLabel("Local police").CheckAsync();
        await page.GetByLabel("NGO staff").CheckAsync();
        await TypeAsync(page, "Names, units or car numbers you saw", "2 white vans");
        await PressAsync(page, "Continue");
        await LookAsync(page, "4-many");
        await TypeAsync(page, "Number of women", "17");
        await TypeAsync(page, "How many of them are said to be under 18", "3");
        await page.GetByLabel("Who says they are under 18").SelectOptionAsync("the authorities");
        await PressAsync(page, "Continue");
        await LookAsync(page, "5-now");
        await page.GetByLabel("One answer for all of them").SelectOptionAsync("Police station");
        await TypeAsync(page, "What that place is called", "Mae Sot");
        await PressAsync(page, "Continue");
        await LookAsync(page, "6-coming");
        await PressAsync(page, "Skip");
        await LookAsync(page, "7-check");
        await PressAsync(page, "Save this raid");

        Assert.True(_loads <= 8, $"Logging the raid took {_loads} pages.");
        Assert.True(_keys <= 60, $"Logging the raid took {_keys} keys.");
        var code = Regex.Match(page.Url, @"/raids/(R\d+)$").Groups[1].Value;
        Assert.NotEqual("", code);

        await page.GotoAsync($"/raids/{code}/women/paste");
        await LookAsync(page, "8-paste");
        await TypeAsync(page, "One woman on each line", Women);
        await PressAsync(page, "Check the list");
        await LookAsync(page, "9-preview");
        Assert.Contains("Mee (W01), Mee (W11)", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await PressAsync(page, "Save 17 women");

        Assert.True(_loads <= 12, $"The whole raid took {_loads} pages.");
        Assert.True(_keys <= 320, $"The whole raid took {_keys} keys.");
        Assert.Equal((17, 17, 17, 17), await app.DbAsync(async db =>
        {
            var raid = await db.Raids.SingleAsync(raid => raid.Code == code);
            return (
                await db.Apprehensions.CountAsync(row => row.RaidId == raid.Id),
                await db.WomanNames.CountAsync(name => name.RaidId == raid.Id),
                await db.Ages.CountAsync(age => age.RaidId == raid.Id),
                await db.Stays.CountAsync(stay => stay.RaidId == raid.Id));
        }));
    }

    [Fact]
    public async Task What_is_asked_and_what_is_refused_fits_too_and_has_no_barriers()
    {
        var page = await app.PageForAsync(StaffRole.ResearchLeader, scripts: true);
        await page.GotoAsync("/raids/new");
        await page.GetByLabel("Year").FillAsync("68");
        await PressAsync(page, "Continue");
        await CheckAsync(page, "when-refused");
        await page.GetByLabel("Year").FillAsync("2554");
        await PressAsync(page, "Continue");
        await CheckAsync(page, "where");
        await TypeAsync(page, "What the place is called", "กกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกก");
        await PressAsync(page, "Continue");
        await CheckAsync(page, "who");
        await PressAsync(page, "Continue");
        await CheckAsync(page, "many");
        await TypeAsync(page, "Number of women", "2");
        await PressAsync(page, "Continue");
        await CheckAsync(page, "now");
        await PressAsync(page, "Save, come back later");
        await CheckAsync(page, "begun");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^กก") }).ClickAsync();
        await CheckAsync(page, "coming");
        await PressAsync(page, "Skip");
        await CheckAsync(page, "check");
        await PressAsync(page, "Save this raid");
        await CheckAsync(page, "sure");
        await PressAsync(page, "Yes, this is right");
        var address = page.Url;
        await page.GotoAsync($"{address}/women/add");
        await CheckAsync(page, "add");
        await page.GotoAsync($"{address}/women/paste");
        await TypeAsync(page, "One woman on each line", "Mee, 8\nNoi, old\nDao, 22");
        await PressAsync(page, "Check the list");
        await CheckAsync(page, "paste-refused");
        await TypeAsync(page, "One woman on each line", $"Mee, 8\n{new string('W', 120)}, 22\nMee");
        await PressAsync(page, "Check the list");
        await CheckAsync(page, "preview-longer");
    }

    private static async Task CheckAsync(IPage page, string name)
    {
        await LookAsync(page, name);
        Assert.Empty((await Barriers.OfAsync(page)).Select(barrier => $"{name} {barrier}"));
    }

    private static Task PressAsync(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private Task TypeAsync(IPage page, string label, string text)
    {
        _keys += text.Length;
        return page.GetByLabel(label, new() { Exact = true }).FillAsync(text);
    }

    private static async Task LookAsync(IPage page, string name)
    {
        // With its style sheet.
        while (await page.EvaluateAsync<string>("() => document.readyState") != "complete")
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        // Asked over DevTools, so it answers with the scripts of pages off.
        var width = await page.EvaluateAsync<int>("() => document.scrollingElement.scrollWidth");
        Assert.True(width <= 360, $"{name} is {width} wide.");
        await BrowserFixture.ShowAsync(page, $"log-{name}-360");
    }
}
