using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Facilities;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Raids;

public sealed class OverviewTests(TestApp app) : IClassFixture<TestApp>
{
    private HttpClient Leader => app.ClientFor(StaffRole.ResearchLeader);

    [Fact]
    public async Task An_empty_raid_says_what_is_missing_and_where_to_begin()
    {
        var raid = await app.RaidAsync(new RaidFacts { Name = "Nothing yet" });

        var page = await Leader.OpenPageAsync($"/raids/{raid.Code}");

        var words = page.Words();
        Assert.Contains("No number is recorded yet.", words, StringComparison.Ordinal);
        Assert.Contains("Where the women were held is not recorded yet.", words, StringComparison.Ordinal);
        Assert.Contains("Nothing with a date is recorded yet.", words, StringComparison.Ordinal);
        Assert.Equal($"/raids/{raid.Code}/women/add", page.QuerySelector(".tasks a")!.GetAttribute("href"));
        Assert.Equal(raid.Code + " Nothing yet", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task What_those_who_came_called_it_stands_as_their_word()
    {
        var raid = await app.RaidAsync();

        var words = (await Leader.OpenPageAsync($"/raids/{raid.Code}")).Words();

        Assert.Contains("Called by those who came “rescue” (their word)", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_voices_on_one_number_stand_side_by_side_and_what_was_taken_back_does_not()
    {
        var raid = await app.RaidAsync(women: 2);
        var wrong = Cases.Count(raid, 54321, Voice.Press);
        wrong.TakeBack("Typed wrongly");
        await app.SaveAsync(
            Cases.Count(raid, 17, Voice.Authority),
            Cases.Count(raid, 2, Voice.Woman),
            wrong,
            new UnnamedGroup(raid.Id, new GroupFacts { Voice = Voice.Woman, Who = "women from upstairs", Low = 3, High = 5 }, null));

        var page = await Leader.OpenPageAsync($"/raids/{raid.Code}");

        var words = page.Words();
        Assert.Equal(["17 the authorities", "2 the woman"], page.QuerySelectorAll(".claims p").Select(claim => claim.TextContent.Trim()));
        Assert.Contains("2 women with codes and 3 to 5 people without codes make 5 to 7.", words, StringComparison.Ordinal);
        Assert.Contains("Said by the authorities: 17 taken. 10 of them are not recorded here.", words, StringComparison.Ordinal);
        Assert.Contains("Said by the woman: 2 taken. That is 3 fewer than recorded here.", words, StringComparison.Ordinal);
        Assert.DoesNotContain("54321", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_held_are_the_least_and_the_most_of_all_women_with_the_latest_news()
    {
        var raid = await app.RaidAsync(women: 2);
        var women = await WomenAsync(raid);
        await app.SaveAsync(
            Cases.Held(raid, women[0], null, "1 November 2026"),
            Cases.Held(raid, women[1], null, "March 2026", "11 November 2026"));

        var words = (await Leader.OpenPageAsync($"/raids/{raid.Code}")).Words();

        // 20 and 225 to 255 days.
        Assert.Contains("All women together: 245 to 275 days, up to 21 November 2026 (2569).", words, StringComparison.Ordinal);
        Assert.Contains("Last news of where they are: 11 November 2026 (2569), 10 days ago.", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_newest_lines_stand_first_and_tasks_tell_how_far_they_are()
    {
        var raid = await app.RaidAsync(women: 2);
        await app.SaveAsync(
            [.. Enumerable.Range(1, 6).Select(day => Cases.Line(raid, $"{day} April 2568", $"Line {day}")),
            Cases.Line(raid, "not known", "Some day"),
            Cases.Answer(raid, "SR1", Voice.Woman, Promise.NotMet)]);

        var page = await Leader.OpenPageAsync($"/raids/{raid.Code}");

        Assert.Equal(
            ["Line 6", "Line 5", "Line 4", "Line 3", "Line 2"],
            page.QuerySelectorAll("main dl.answers dd").TakeLast(5).Select(line => line.TextContent));
        Assert.Equal(
            ["Not started", "Not started", "In progress", "Completed"],
            page.QuerySelectorAll(".tasks .status").Select(status => status.TextContent));
    }

    [Fact]
    public async Task The_women_stand_by_code_with_where_they_are_and_each_age_that_was_said()
    {
        var raid = await app.RaidAsync(women: 3);
        var women = await WomenAsync(raid);
        var shelter = new Facility("F" + raid.Code[1..], new FacilityFacts { Name = "Shelter B", Kind = "shelter-closed" });
        await app.SaveAsync(
            shelter,
            Cases.Held(raid, women[0], shelter, "13 March 2026"),
            Cases.Held(raid, women[0], null, "12 March 2026", "13 March 2026", Domain.Stays.StayEnd.Moved),
            Cases.Held(raid, women[1], shelter, "12 March 2026", "22 March 2026", Domain.Stays.StayEnd.GotAway),
            new AgeClaim(raid.Id, women[0], new AgeFacts { Voice = Voice.Authority, Low = 16 }, null),
            new AgeClaim(raid.Id, women[0], new AgeFacts { Voice = Voice.Woman, Low = 19 }, null),
            new Label(raid.Id, women[0], new LabelFacts { Voice = Voice.Authority, Kind = "witness", On = PartialDate.Read("20 March 2026") }, null),
            new Label(raid.Id, women[0], new LabelFacts { Voice = Voice.Authority, Kind = "victim", Words = "trafficked", On = PartialDate.Read("13 March 2026") }, null),
            new WomanName(raid.Id, women[0], new NameFacts { Voice = Voice.Woman, Text = Cases.ChildName }, null));

        var page = await Leader.OpenPageAsync($"/raids/{raid.Code}/women");

        var rows = page.QuerySelectorAll("tbody tr")
            .Select(row => string.Join(" | ", row.Children.Select(cell => string.Join(' ', cell.TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)))))
            .ToList();
        Assert.Equal("W01 | Shelter B | 254 | “witness” 20 March 2026 (2569) | 16 (the authorities) / 19 (she) | Shan, Thai", rows[0], ignoreCase: true);
        Assert.StartsWith("W02 | got away | 10 | ", rows[1], StringComparison.Ordinal);
        Assert.StartsWith("W03 | Not recorded yet | Not known | ", rows[2], StringComparison.Ordinal);
        Assert.Equal($"/women/{raid.Code}-W01", page.QuerySelector("tbody a")!.GetAttribute("href"));
        Assert.DoesNotContain(Cases.ChildName, page.Source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_raid_sheet_holds_codes_and_lines_to_write_on_but_no_name_and_no_place()
    {
        var raid = await app.RaidAsync(women: 2);
        var women = await WomenAsync(raid);
        var shelter = new Facility("F" + raid.Code[1..], new FacilityFacts { Name = "Shelter B", Kind = "shelter-closed" });
        await app.SaveAsync(
            shelter,
            Cases.Held(raid, women[1], shelter, "14 March 2568"),
            Cases.Held(raid, women[1], shelter, "13 March 2568", "14 March 2568"),
            new WomanName(raid.Id, women[0], new NameFacts { Voice = Voice.Woman, Text = Cases.ChildName }, null));

        var page = await Leader.OpenPageAsync($"/raids/{raid.Code}/sheet");

        var words = page.Words();
        Assert.Contains("W01", words, StringComparison.Ordinal);
        Assert.Contains("W02 13 March 2025 (2568)", words, StringComparison.Ordinal);
        Assert.Contains("Lawyer", words, StringComparison.Ordinal);
        Assert.DoesNotContain(Cases.ChildName, page.Source.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Shelter B", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Dok Rak", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Printing_offers_the_case_study_to_those_who_may_print_it()
    {
        var raid = await app.RaidAsync();

        var leader = await Leader.OpenPageAsync($"/raids/{raid.Code}/export");
        var partner = await app.ClientFor(StaffRole.ResearchPartner).OpenPageAsync($"/raids/{raid.Code}/export");

        Assert.Contains(leader.QuerySelectorAll("main a"), link => link.GetAttribute("href") == $"/reports/case-study/{raid.Code}");
        Assert.DoesNotContain(partner.QuerySelectorAll("main a"), link => link.GetAttribute("href") == $"/reports/case-study/{raid.Code}");
        Assert.Contains(partner.QuerySelectorAll("main a"), link => link.GetAttribute("href") == $"/raids/{raid.Code}/sheet");
    }

    private Task<List<Guid>> WomenAsync(Raid raid) =>
        app.DbAsync(db => db.Apprehensions.Where(row => row.RaidId == raid.Id).OrderBy(row => row.Number).Select(row => row.WomanId).ToListAsync());
}
