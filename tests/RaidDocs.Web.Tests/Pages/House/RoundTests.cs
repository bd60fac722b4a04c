using System.Net;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Stays;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.House;

public sealed class RoundTests(TestApp app) : IClassFixture<TestApp>
{
    private HttpClient Client { get; } = app.ClientFor(StaffRole.ResearchLeader);

    [Theory]
    [InlineData(StaffRole.Administrator, HttpStatusCode.NotFound)]
    [InlineData(StaffRole.Auditor, HttpStatusCode.NotFound)]
    [InlineData(StaffRole.LegalAdvisor, HttpStatusCode.NotFound)]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    public async Task Others_may_not(string? role, HttpStatusCode expected) =>
        Assert.Equal(expected, (await app.ClientFor(role).GetAsync("/round")).StatusCode);

    [Fact]
    public async Task A_raid_of_another_team_is_not_there()
    {
        var code = await app.ImportAsync(SmallCase.Json);

        var response = await app.ClientFor(StaffRole.ResearchLeader, Guid.CreateVersion7()).GetAsync($"/round?raid={code}");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync("/round?raid=R9999")).StatusCode);
    }

    [Fact]
    public async Task Still_there_makes_one_line_of_the_chronology_also_when_sent_twice()
    {
        var code = await app.ImportAsync(SmallCase.Json);
        var form = await OpenAsync(code);
        Tick(form, "W01", "W02").Choose("What did you hear?", "still there").FillDate("On which day?", "20", "11", "2026").Choose("Who says it?", "our team");

        var check = await (await form.PostAsync("Check")).ReadFormAsync(Client, "Save all");
        Assert.Contains("For 2 women", check.Page.Words(), StringComparison.Ordinal);
        Assert.Empty(await CustodyAsync(code));
        await check.PostAsync("Save all");
        await check.PostAsync("Save all");

        var line = Assert.Single(await CustodyAsync(code));
        Assert.Equal(2, line.Women.Count);
        Assert.Equal(Voice.Team, line.Facts.Voice);
        Assert.Equal(2, (await StaysAsync(code)).Count(stay => stay.Facts.To is null));
    }

    [Fact]
    public async Task Moved_ends_each_stay_begins_the_next_and_tells_the_days_between()
    {
        var code = await app.ImportAsync(SmallCase.Json);
        var form = await OpenAsync(code);
        Tick(form, "W01", "W02").Choose("What did you hear?", "moved to another place").FillDate("On which day?", "1", "11", "2026")
            .Fill("If they were moved: to which place?", "new").Fill("Name of the new place", "  River  house ").Fill("Kind of the new place", "hospital")
            .FillDate("If they were moved: when did they arrive?", "4", "11", "2026").Choose("Who says it?", "the woman");

        var check = await (await form.PostAsync("Check")).ReadFormAsync(Client, "Save all");
        var saved = await check.PostAsync("Save all");

        var page = await Client.OpenPageAsync(saved.Headers.Location!.OriginalString);
        Assert.Equal("Saved for 2 women. 3 days between the places are not known.", page.Banner());
        var stays = await StaysAsync(code);
        Assert.Equal(2, stays.Count(stay => stay.Facts.Ending == StayEnd.Moved));
        Assert.All(stays.Where(stay => stay.Facts.To is null), stay => Assert.Equal("River house", stay.Facility!.Facts.Name));
        Assert.Equal(2, stays.Count(stay => stay.Facts.To is null));
    }

    [Fact]
    public async Task A_release_before_one_of_them_arrived_names_her_and_saves_nothing()
    {
        var code = await app.ImportAsync(SmallCase.Json);
        var form = await OpenAsync(code);
        Tick(form, "W01", "W02").Choose("What did you hear?", "released").FillDate("On which day?", "15", "3", "2025").Choose("Who says it?", "the woman").Fill("Note", "<script>x</script>");

        var response = await form.PostAsync("Check");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var again = await response.ReadFormAsync(Client);
        Assert.Equal(["W02: release must be the same as or after 20 March 2025 (2568), when she was taken"], again.Page.Errors());
        Assert.Equal("15", again.Value("On which day?", "Day"));
        Assert.Equal("<script>x</script>", again.Value("Note"));
        Assert.Equal(2, (await StaysAsync(code)).Count(stay => stay.Facts.To is null));
        Assert.Empty(await CustodyAsync(code));
    }

    [Fact]
    public async Task Each_wrong_answer_has_its_sentence()
    {
        var code = await app.ImportAsync(SmallCase.Json);
        var form = await OpenAsync(code);
        form.Choose("What did you hear?", "moved to another place").FillDate("On which day?", "30", "2", "2026");

        var again = await (await form.PostAsync("Check")).ReadFormAsync(Client);

        Assert.Contains("Tick the women that you heard of", again.Page.Errors());
        Assert.Contains("Choose the place they were moved to, or \"Not known where\"", again.Page.Errors());
        Assert.Contains("Choose who says it", again.Page.Errors());
        Assert.Contains(again.Page.Errors(), error => error.StartsWith("The day of the news must be a real date", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_day_that_has_not_come_is_refused()
    {
        var code = await app.ImportAsync(SmallCase.Json);
        var form = await OpenAsync(code);
        Tick(form, "W01").Choose("What did you hear?", "released").FillDate("On which day?", "22", "11", "2026").Choose("Who says it?", "the woman");

        var again = await (await form.PostAsync("Check")).ReadFormAsync(Client);

        Assert.Equal(["The day must be today or in the past"], again.Page.Errors());
    }

    [Fact]
    public async Task A_woman_whose_place_somebody_changed_meanwhile_is_refused()
    {
        var code = await app.ImportAsync(SmallCase.Json);
        var form = await OpenAsync(code);
        Tick(form, "W01").Choose("What did you hear?", "released").FillDate("On which day?", "20", "11", "2026").Choose("Who says it?", "the woman");
        var check = await (await form.PostAsync("Check")).ReadFormAsync(Client, "Save all");
        await app.DbAsync(async db =>
        {
            (await db.Stays.Where(stay => stay.RaidId == db.Raids.Single(raid => raid.Code == code).Id).ToListAsync())
                .ForEach(stay => stay.End(PartialDateTime.Read("2026-11-19"), StayEnd.GotAway));
            return await db.SaveChangesAsync();
        });

        var response = await check.PostAsync("Save all");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Empty(await CustodyAsync(code));
    }

    private async Task<OpenForm> OpenAsync(string code) => await Client.OpenFormAsync($"/round?raid={code}");

    private static OpenForm Tick(OpenForm form, params string[] women)
    {
        foreach (var label in form.Page.QuerySelectorAll("label").Select(label => label.TextContent.Trim()).Where(label => women.Any(label.StartsWith)))
        {
            form.Choose("Which women?", label);
        }

        return form;
    }

    private Task<List<Stay>> StaysAsync(string code) => app.DbAsync(db => db.Stays.AsNoTracking().Include(stay => stay.Facility)
        .Where(stay => db.Raids.Any(raid => raid.Id == stay.RaidId && raid.Code == code)).ToListAsync());

    private Task<List<ChronologyEntry>> CustodyAsync(string code) => app.DbAsync(db => db.Chronology.AsNoTracking().Include(line => line.Women)
        .Where(line => line.Facts.Topic == Topic.Custody && db.Raids.Any(raid => raid.Id == line.RaidId && raid.Code == code)).ToListAsync());
}
