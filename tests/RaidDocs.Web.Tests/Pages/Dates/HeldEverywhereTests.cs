using System.Text.RegularExpressions;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Dates;

/// <summary>Days held are counted in one place, and every page says the same number.</summary>
public sealed partial class HeldEverywhereTests : IAsyncLifetime
{
    private readonly TestApp _app = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Home_raid_and_chapter_say_the_same_days_and_the_same_share_without_a_paper()
    {
        var raid = await _app.ImportDemoAsync("dok-rak");
        var client = _app.ClientFor(StaffRole.ResearchLeader);

        var pages = new List<string>();
        foreach (var address in new[] { "/", $"/raids/{raid}", $"/reports/case-study/{raid}?handler=preview&audience=team" })
        {
            pages.Add(string.Join(' ', (await client.OpenPageAsync(address)).Body!.TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)));
        }

        Assert.StartsWith("No paper was seen for", Assert.Single(pages.Select(page => Share().Match(page).Value).Distinct()), StringComparison.Ordinal);
        Assert.NotEmpty(Assert.Single(pages.Select(page => Days().Match(page).Groups[1].Value).Distinct()));
    }

    [Fact]
    public async Task Her_page_and_the_list_say_the_same_days()
    {
        var raid = await _app.ImportDemoAsync("dok-rak");
        var client = _app.ClientFor(StaffRole.ResearchLeader);

        var hers = Regex.Match((await client.OpenPageAsync($"/women/{raid}-W05")).Words(), @"([\d to]+) days held").Groups[1].Value.Trim();
        var row = (await client.OpenPageAsync($"/raids/{raid}/women")).QuerySelectorAll("tbody tr").Single(line => line.TextContent.Contains("W05", StringComparison.Ordinal)).TextContent;

        Assert.NotEmpty(hers);
        Assert.Contains(hers, row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_that_passed_is_a_row_of_the_chapter_and_its_day_is_not_for_the_public()
    {
        var raid = await _app.ImportDemoAsync("dok-rak");
        await DateCases.StartAsync(_app, raid, "T01");
        var client = _app.ClientFor(StaffRole.ResearchLeader);

        var team = (await client.OpenPageAsync($"/reports/case-study/{raid}?handler=preview&audience=team")).Body!.TextContent;
        var everybody = (await client.OpenPageAsync($"/reports/case-study/{raid}?handler=preview&audience=public")).Body!.TextContent;

        Assert.Contains("These time limits passed and no paper that allows it was seen. Each needs checking;", team, StringComparison.Ordinal);
        Assert.Contains("24 h = between 13 March 2025 (2568), 22:50 and 14 March 2025 (2568), 00:50", team, StringComparison.Ordinal);
        Assert.Contains("No lawyer has checked this rule", team, StringComparison.Ordinal);
        Assert.DoesNotContain("24 h = between", everybody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_that_passed_is_printed_as_a_policy_and_no_law()
    {
        var raid = await _app.ImportDemoAsync("dok-rak");
        await DateCases.StartAsync(_app, raid, "T03");

        var team = (await _app.ClientFor(StaffRole.ResearchLeader).OpenPageAsync($"/reports/case-study/{raid}?handler=preview&audience=team")).Body!.TextContent;

        Assert.Contains("Screening in a temporary shelter: 15 days", team, StringComparison.Ordinal);
        Assert.Contains("A policy or a reminder, and no law", team, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"No paper was seen for [\d to]+ of these days \(\d+%\)")]
    private static partial Regex Share();

    [GeneratedRegex(@"(?:All women together: |women were held for )([\d to]+) days")]
    private static partial Regex Days();
}
