using System.Globalization;
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
        await app.ImportAsync(SmallCase.Json);
        var (hers, finished, other) = (new Draft(app.PersonIn(StaffRole.ResearchLeader), "raid"),
            new Draft(app.PersonIn(StaffRole.ResearchLeader), "raid"), new Draft(Guid.CreateVersion7(), "raid"));
        finished.Finish("R01");
        await app.SaveAsync(hers, finished, other);

        var page = await app.ClientFor(StaffRole.ResearchLeader).OpenPageAsync("/");

        var drafts = page.QuerySelectorAll("a[href^='/raids/new/']").Select(link => link.GetAttribute("href"));
        Assert.Equal([$"/raids/new/{hers.Id}"], drafts);
        var unread = page.QuerySelectorAll("a[href='/violations/queue']").Single(link => link.TextContent == "Rights that a second person has not read");
        var count = await app.DbAsAsync(StaffRole.ResearchLeader, db => db.Violations.CountAsync(violation => violation.ReviewedBy == null));
        Assert.Equal(count.ToString(CultureInfo.InvariantCulture), unread.ParentElement!.QuerySelector("strong")!.TextContent);
        await app.DbAsync(db => db.Drafts.ExecuteDeleteAsync());
    }

    [Fact]
    public async Task Home_stays_short_however_many_raids_there_are()
    {
        await using var alone = new TestApp();
        for (var times = 0; times < 12; times++)
        {
            await alone.ImportAsync(SmallCase.Json);
        }

        var page = await alone.ClientFor(StaffRole.ResearchLeader).OpenPageAsync("/");

        Assert.Equal(10, page.QuerySelectorAll("[aria-labelledby^=held-]").Length);
        Assert.Equal("Women are held in 2 more raids", page.QuerySelector("a[href='/women?held=true']")!.TextContent);
        // The last five that are late, and twenty that come.
        Assert.Equal(25, page.QuerySelectorAll("a[href$='/court']").Length);
        Assert.Contains("7 older days in court have no outcome.", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_known_by_its_month_is_neither_today_nor_late_while_the_month_lasts()
    {
        await using var alone = new TestApp();
        var code = await alone.ImportAsync(SmallCase.Json.Replace("\"on\": \"2026-11-21 09:00\"", "\"on\": \"November 2026\"", StringComparison.Ordinal));

        var page = await alone.ClientFor(StaffRole.ResearchLeader).OpenPageAsync("/");

        Assert.Contains("some day until 30 November 2026 (2569)", string.Join(' ', page.QuerySelectorAll($"a[href='/raids/{code}/court']").Select(link => link.ParentElement!.TextContent)), StringComparison.Ordinal);
    }
}
