using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Women;

public sealed class WomanListTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Each_woman_stands_by_her_code_with_where_she_is_and_her_days()
    {
        var raid = await app.NewRaidAsync();

        var rows = await RowsAsync($"/women?q={raid}");

        Assert.Equal([$"{raid}-W01", $"{raid}-W02", $"{raid}-W07"], rows.Select(row => row.Code));
        Assert.Contains("Held: Shelter B", rows[0].Words, StringComparison.Ordinal);
        Assert.Contains("617", rows[0].Words, StringComparison.Ordinal);
        Assert.Contains("15 March 2025 (2568)", rows[0].Words, StringComparison.Ordinal);
        Assert.Contains("Free", rows[1].Words, StringComparison.Ordinal);
        Assert.Contains("Not known where", rows[2].Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("w07")]
    [InlineData("7")]
    [InlineData("๗")]
    [InlineData("{0}-W07")]
    public async Task A_woman_is_found_by_any_way_of_writing_her_code(string typed)
    {
        var raid = await app.NewRaidAsync();

        var rows = await RowsAsync($"/women?q={Uri.EscapeDataString(typed.Replace("{0}", raid, StringComparison.Ordinal))}");

        Assert.Contains(rows, row => row.Code == $"{raid}-W07");
        Assert.All(rows, row => Assert.EndsWith("-W07", row.Code, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("Nang Secret")]
    [InlineData("🙂")]
    [InlineData("W")]
    public async Task What_is_no_code_is_said_so_and_kept(string typed)
    {
        await app.NewRaidAsync();

        var page = await app.ClientFor(StaffRole.ResearchLeader).OpenPageAsync($"/women?q={Uri.EscapeDataString(typed)}");

        Assert.Contains("This is no code. Write one like W07, R03-W07 or R03.", page.Words(), StringComparison.Ordinal);
        Assert.Equal(typed, page.QuerySelector("input[name=Q]")!.GetAttribute("value"));
        Assert.Empty(page.QuerySelectorAll("main script"));
    }

    [Fact]
    public async Task The_filters_leave_those_who_are_held_today_and_where()
    {
        var raid = await app.NewRaidAsync();

        Assert.Equal([$"{raid}-W01"], (await RowsAsync($"/women?q={raid}&held=true")).Select(row => row.Code));
        Assert.Equal([$"{raid}-W01"], (await RowsAsync($"/women?q={raid}&kind=government-shelter-closed")).Select(row => row.Code));
        Assert.Empty(await RowsAsync($"/women?q={raid}&kind=police-station"));
    }

    [Fact]
    public async Task A_long_list_is_read_in_pages_that_keep_the_search()
    {
        for (var raids = 0; raids < 26; raids++)
        {
            await app.NewRaidAsync();
        }

        var page = await app.ClientFor(StaffRole.ResearchLeader).OpenPageAsync("/women?q=W01&p=2");

        Assert.NotEmpty(page.QuerySelectorAll("tbody tr"));
        Assert.Equal("/women?q=W01&p=1", page.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal(25, (await RowsAsync("/women?q=W01")).Count);
    }

    private async Task<List<(string Code, string Words)>> RowsAsync(string url)
    {
        var page = await app.ClientFor(StaffRole.ResearchLeader).OpenPageAsync(url);
        return [.. page.QuerySelectorAll("tbody tr").Select(row => (row.QuerySelector("a.code")!.TextContent, row.TextContent))];
    }
}
