using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Women;

public sealed class WomanDetailsTests(CountingApp app) : IClassFixture<CountingApp>
{
    [Fact]
    public async Task Her_page_says_where_she_is_for_how_many_days_and_how_they_are_counted()
    {
        var words = await WordsAsync(await app.NewRaidAsync(), "W01");

        Assert.Contains("Held: Shelter B", words, StringComparison.Ordinal);
        Assert.Contains("617 days held", words, StringComparison.Ordinal);
        Assert.Contains(
            "12 March 2025 (2568) to 21 November 2026 (2569), without the days between places = 617 days", words, StringComparison.Ordinal);
        Assert.Contains("2 days missing. Nobody recorded where she was.", words, StringComparison.Ordinal);
        Assert.Contains("Her word for her work: bar worker", words, StringComparison.Ordinal);
        Assert.Contains("What she wants: Go home", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_without_a_gap_are_a_plain_difference_of_dates()
    {
        Assert.Contains("12 March 2025 (2568) to 14 March 2025 (2568) = 2 days", await WordsAsync(await app.NewRaidAsync(), "W02"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_authorities_called_her_stands_beside_her_own_account()
    {
        var page = await app.ClientFor(StaffRole.ResearchLeader).OpenPageAsync($"/women/{await app.NewRaidAsync()}-W01");

        var (called, own) = (page.QuerySelector(".pair > :first-child")!.TextContent, page.QuerySelector(".pair > :last-child")!.TextContent);
        Assert.Contains("“trafficked”", called, StringComparison.Ordinal);
        Assert.Contains("because: Her age", called, StringComparison.Ordinal);
        Assert.Contains("Age 16", called, StringComparison.Ordinal);
        Assert.Contains("I chose this job.", own, StringComparison.Ordinal);
        Assert.Contains("Age 19", own, StringComparison.Ordinal);
        Assert.DoesNotContain("Age 19", called, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Medical_facts_do_not_stand_in_the_overview()
    {
        var raid = await app.NewRaidAsync();
        var page = await app.ClientFor(StaffRole.ResearchLeader).OpenPageAsync($"/women/{raid}-W01");

        Assert.DoesNotContain("secret result", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("Blood taken", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("1 recorded. Medical facts are shown only there.", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Court_money_consents_and_her_account_are_summed_up()
    {
        var words = await WordsAsync(await app.NewRaidAsync(), "W01");

        Assert.Contains("C1: held as witness – said by the woman", words, StringComparison.Ordinal);
        Assert.Contains("Next: 2 December 2026 (2569)", words, StringComparison.Ordinal);
        Assert.Contains("fine: ฿1,000", words, StringComparison.Ordinal);
        Assert.Contains("Lost earnings: ฿350 a day × 617 days = ฿215,950, by her own estimate", words, StringComparison.Ordinal);
        Assert.Contains("1 of 9 purposes", words, StringComparison.Ordinal);
        Assert.Contains("1 testimonies", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_woman_of_whom_nothing_is_known_has_a_page_that_says_so()
    {
        var words = await WordsAsync(await app.NewRaidAsync(), "W07");

        Assert.Contains("Not known where", words, StringComparison.Ordinal);
        Assert.Contains("The places where she was held will stand here", words, StringComparison.Ordinal);
        Assert.Contains("No news recorded yet.", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_few_queries_read_any_number_of_rows()
    {
        var raid = await app.NewRaidAsync();
        var woman = await app.WomanIdAsync(raid, 1);
        var raidId = await app.DbAsync(db => db.Raids.Where(row => row.Code == raid).Select(row => row.Id).SingleAsync());
        await CountAsync($"/women/{raid}-W01");

        var few = await CountAsync($"/women/{raid}-W01");
        await app.SaveAsync([.. Enumerable.Range(20, 30).Select(age => new AgeClaim(raidId, woman, new AgeFacts { Voice = Voice.Team, Low = age }, null))]);
        var many = await CountAsync($"/women/{raid}-W01");

        Assert.InRange(few, 1, 12);
        Assert.Equal(few, many);
    }

    private async Task<string> WordsAsync(string raid, string woman) =>
        (await app.ClientFor(StaffRole.ResearchLeader).OpenPageAsync($"/women/{raid}-{woman}")).Words();

    private async Task<int> CountAsync(string url)
    {
        var client = app.ClientFor(StaffRole.ResearchLeader);
        return (await app.CommandsAsync(() => client.OpenPageAsync(url))).Count;
    }
}
