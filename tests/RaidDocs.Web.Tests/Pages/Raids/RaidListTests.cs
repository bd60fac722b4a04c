using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Raids;

public sealed class RaidListTests(CountingApp app) : IClassFixture<CountingApp>
{
    [Fact]
    public async Task The_newest_raid_comes_first_and_those_without_a_date_last()
    {
        await using var fresh = new CountingApp();
        var noDate = await fresh.RaidAsync(Cases.Facts("Nothing", when: null));
        var old = await fresh.RaidAsync(Cases.Facts("Old", "March 2011"));
        var unknown = await fresh.RaidAsync(Cases.Facts("Unknown", "not known"));
        var young = await fresh.RaidAsync(Cases.Facts("Young", "12 March 2568"));

        var page = await fresh.ClientFor(StaffRole.ResearchLeader).OpenPageAsync("/raids");

        var codes = page.QuerySelectorAll("tbody th a").Select(link => link.TextContent).ToList();
        Assert.Equal([young.Code, old.Code], codes[..2]);
        Assert.Equal(new[] { noDate.Code, unknown.Code }.Order(), codes[2..].Order());
        Assert.Equal($"/raids/{young.Code}", page.QuerySelector("tbody th a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task An_empty_list_says_what_will_be_here_and_offers_the_first_act()
    {
        var stranger = app.ClientFor(StaffRole.ResearchLeader, Guid.CreateVersion7());

        var page = await stranger.OpenPageAsync("/raids");

        Assert.Contains("No raids logged yet.", page.Words(), StringComparison.Ordinal);
        Assert.Equal("/raids/new", page.QuerySelector("main a.button")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("DOK RAK", true)]
    [InlineData("café", true)]
    [InlineData("ตาก", true)]
    [InlineData("tak", true)]
    [InlineData("ซอย ๔", true)]
    [InlineData("Chiang Mai", false)]
    public async Task A_raid_is_found_by_the_words_of_its_name_venue_place_and_province(string asked, bool found)
    {
        var raid = await app.RaidAsync(Cases.Facts("Dok Rak") with { VenueName = "Cafe Rose", Place = "ซอย 4" });

        var page = await app.ClientFor(StaffRole.ResearchLeader).OpenPageAsync($"/raids?q={Uri.EscapeDataString(asked)}");

        Assert.Equal(found, page.QuerySelectorAll("tbody th a").Any(link => link.TextContent == raid.Code));
        Assert.Equal(asked, page.QuerySelector("#q")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_is_not_found_is_said_with_what_was_asked_as_text()
    {
        await app.RaidAsync();

        var page = await app.ClientFor(StaffRole.ResearchLeader).OpenPageAsync("/raids?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E&p=99999999");

        Assert.Contains("No raid has \"<script>alert(1)</script>\"", page.Words(), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main script"));
    }

    [Fact]
    public async Task Women_and_those_still_held_are_counted()
    {
        var raid = await app.RaidAsync(women: 3);
        var women = await app.DbAsync(db => db.Apprehensions.Where(row => row.RaidId == raid.Id).OrderBy(row => row.Number).Select(row => row.WomanId).ToListAsync());
        await app.SaveAsync(
            Cases.Held(raid, women[0], null, "13 March 2568"),
            Cases.Held(raid, women[1], null, "13 March 2568", "20 March 2568"));

        var page = await app.ClientFor(StaffRole.ResearchLeader).OpenPageAsync($"/raids?q={raid.Code}");

        var numbers = page.QuerySelectorAll("tbody td.number").Select(cell => cell.TextContent).ToList();
        Assert.Equal(["3", "1"], numbers);
    }

    [Fact]
    public async Task Fifty_raids_cost_as_many_commands_as_five()
    {
        await using var fresh = new CountingApp();
        var client = fresh.ClientFor(StaffRole.ResearchLeader);
        var raids = new List<Raid>();
        async Task AddAsync(int number)
        {
            for (var index = 0; index < number; index++)
            {
                raids.Add(await fresh.RaidAsync(women: 1));
            }
        }

        async Task<(int List, int Found, int Overview, int Women)> CommandsAsync() => (
            await fresh.CountAsync(() => client.OpenPageAsync("/raids")),
            await fresh.CountAsync(() => client.OpenPageAsync("/raids?q=dok")),
            await fresh.CountAsync(() => client.OpenPageAsync($"/raids/{raids[0].Code}")),
            await fresh.CountAsync(() => client.OpenPageAsync($"/raids/{raids[0].Code}/women")));

        await AddAsync(5);
        await CommandsAsync();
        var five = await CommandsAsync();
        await AddAsync(45);
        await FillAsync(fresh, raids[0]);
        var fifty = await CommandsAsync();

        Assert.Equal(five, fifty);
        Assert.InRange(fifty.List, 1, 6);
        Assert.InRange(fifty.Overview, 1, 12);
    }

    private static async Task FillAsync(TestApp app, Raid raid)
    {
        foreach (var number in Enumerable.Range(2, 20))
        {
            var woman = new Woman(new WomanFacts());
            await app.SaveAsync(
                woman,
                Cases.Held(raid, woman.Id, null, "13 March 2568", "20 March 2568"),
                Cases.Held(raid, woman.Id, null, "20 March 2568"),
                Cases.Count(raid, number, Voice.Press),
                Cases.Line(raid, "12 March 2568", $"Line {number}"));
            await app.DbAsync(async db =>
            {
                db.Add(new Apprehension(await db.Raids.SingleAsync(row => row.Id == raid.Id), await db.Women.SingleAsync(row => row.Id == woman.Id), number, new ApprehensionFacts()));
                return await db.SaveChangesAsync();
            });
        }
    }
}
