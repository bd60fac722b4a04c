using System.Net;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Drafts;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.House;

public sealed class HomeTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_stranger_is_led_to_the_sign_in()
    {
        var response = await app.ClientFor(null).GetAsync("/");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/account/sign-in", response.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData(StaffRole.Administrator, "Home Admin", "Log a raid")]
    [InlineData(StaffRole.Auditor, "Home Log", "Log a raid")]
    [InlineData(StaffRole.LegalAdvisor, "Home Raids Women Dates Places Search", "Log a raid")]
    [InlineData(StaffRole.ResearchLeader, "Home Raids Women Dates Places Weekly round Search", "You see no case")]
    public async Task The_menu_and_the_page_depend_on_the_role(string role, string menu, string absent)
    {
        await app.ImportAsync(SmallCase.Json);

        var page = await app.ClientFor(role).OpenPageAsync("/");

        var items = page.QuerySelectorAll("nav[aria-label=Menu] a").Select(item => item.TextContent);
        Assert.Equal(menu, string.Join(' ', items));
        Assert.DoesNotContain(absent, page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_with_no_raid_reads_what_will_be_here()
    {
        var page = await app.ClientFor(StaffRole.ResearchLeader, Guid.CreateVersion7()).OpenPageAsync("/");

        Assert.Contains("Saturday 21 November 2026 (2569)", page.Words(), StringComparison.Ordinal);
        Assert.Contains("No raids logged yet.", page.Words(), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a.button[href='/raids/new']"));
    }

    [Fact]
    public async Task Days_in_court_stand_late_first_and_an_answered_one_does_not_stand()
    {
        await using var alone = new TestApp();
        var code = await alone.ImportAsync(SmallCase.Json);

        var page = await alone.ClientFor(StaffRole.ResearchLeader).OpenPageAsync("/");

        var lines = page.QuerySelectorAll($"a[href='/raids/{code}/court']").Select(link => link.ParentElement!.TextContent).ToList();
        Assert.Equal(3, lines.Count);
        Assert.Contains("3 days late", lines[0], StringComparison.Ordinal);
        Assert.Contains("today", lines[1], StringComparison.Ordinal);
        Assert.Contains("in 2 days", lines[2], StringComparison.Ordinal);
        Assert.DoesNotContain("Far away", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_held_stands_by_kind_of_place_with_her_days()
    {
        var code = await app.ImportAsync(SmallCase.Json);

        var page = await app.ClientFor(StaffRole.ResearchLeader).OpenPageAsync("/");

        var card = page.QuerySelector($"[aria-labelledby=held-{code}]")!.TextContent;
        Assert.Contains("Held today: 2 of 3 women", card, StringComparison.Ordinal);
        // 12 and 20 March 2025 to 21 November 2026.
        Assert.Contains("611 to 619 days", card, StringComparison.Ordinal);
        Assert.Contains("No longer held 1", string.Join(' ', card.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_do_counts_unread_rights_and_leads_to_her_own_drafts_alone()
    {
        var code = await app.ImportAsync(SmallCase.Json);
        var (hers, finished, other) = (new Draft(app.PersonIn(StaffRole.ResearchLeader), "raid"),
            new Draft(app.PersonIn(StaffRole.ResearchLeader), "raid"), new Draft(Guid.CreateVersion7(), "raid"));
        finished.Finish("R01");
        await app.SaveAsync(hers, finished, other);

        var page = await app.ClientFor(StaffRole.ResearchLeader).OpenPageAsync("/");

        var drafts = page.QuerySelectorAll("a[href^='/raids/new/']").Select(link => link.GetAttribute("href"));
        Assert.Equal([$"/raids/new/{hers.Id}"], drafts);
        Assert.Contains("1", page.QuerySelector($"a[href='/raids/{code}/violations']")!.ParentElement!.QuerySelector("strong")!.TextContent, StringComparison.Ordinal);
        await app.DbAsync(db => db.Drafts.ExecuteDeleteAsync());
    }
}
