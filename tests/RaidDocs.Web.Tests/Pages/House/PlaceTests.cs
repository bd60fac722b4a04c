using System.Net;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Facilities;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.House;

public sealed class PlaceTests(TestApp app) : IClassFixture<TestApp>
{
    private HttpClient Client { get; } = app.ClientFor(StaffRole.ResearchLeader);

    [Theory]
    [InlineData("/facilities", StaffRole.Administrator, HttpStatusCode.NotFound)]
    [InlineData("/facilities", StaffRole.Auditor, HttpStatusCode.NotFound)]
    [InlineData("/facilities", null, HttpStatusCode.Unauthorized)]
    [InlineData("/facilities/new", StaffRole.LegalAdvisor, HttpStatusCode.NotFound)]
    [InlineData("/facilities/F99", StaffRole.ResearchLeader, HttpStatusCode.NotFound)]
    [InlineData("/facilities/F99/edit", StaffRole.ResearchLeader, HttpStatusCode.NotFound)]
    [InlineData("/facilities/F99/notes/add", StaffRole.ResearchLeader, HttpStatusCode.NotFound)]
    [InlineData("/facilities", StaffRole.LegalAdvisor, HttpStatusCode.OK)]
    public async Task Who_may_see_what(string url, string? role, HttpStatusCode expected) =>
        Assert.Equal(expected, (await app.ClientFor(role).GetAsync(url)).StatusCode);

    [Fact]
    public async Task A_place_added_twice_by_one_form_is_one_place_and_its_id_leads_to_it_too()
    {
        var name = $"Stream house {Guid.NewGuid()}";
        var form = (await Client.OpenFormAsync("/facilities/new")).Fill("What is it called?", name).Fill("Kind of place", "hospital");

        await form.PostAsync();
        await form.PostAsync();

        var place = Assert.Single(await FindAsync(name));
        Assert.Contains(name, (await Client.OpenPageAsync($"/facilities/{place.Code}")).Words(), StringComparison.Ordinal);
        Assert.Contains(name, (await Client.OpenPageAsync($"/facilities/{place.Id}")).Words(), StringComparison.Ordinal);
        Assert.Contains(name, (await Client.OpenPageAsync("/facilities?kind=hospital")).Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(name, (await Client.OpenPageAsync("/facilities?kind=police-station")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_without_name_or_with_control_characters_is_refused()
    {
        var form = (await Client.OpenFormAsync("/facilities/new")).Fill("What is it called?", "a\u0001b").Fill("District, or how to find it", "By the <script> 🌸");

        var response = await form.PostAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var again = await response.ReadFormAsync(Client);
        Assert.Contains("Remove the control characters from What is it called?", again.Page.Errors());
        Assert.Contains("Choose what kind of place it is", again.Page.Errors());
        Assert.Equal("By the <script> 🌸", again.Value("District, or how to find it"));
    }

    [Fact]
    public async Task Two_people_who_change_one_place_see_both_texts()
    {
        var place = await PlaceAsync();
        var form = (await Client.OpenFormAsync($"/facilities/{place.Code}/edit")).Fill("What is it called?", "Mine");
        await (await app.ClientFor(StaffRole.ResearchPartner).OpenFormAsync($"/facilities/{place.Code}/edit")).Fill("What is it called?", "Theirs").PostAsync();

        var response = await form.PostAsync();

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        var again = await response.ReadFormAsync(Client);
        Assert.Contains("researchpartner saved first", again.Page.Words(), StringComparison.Ordinal);
        Assert.Contains("Theirs", again.Page.Words(), StringComparison.Ordinal);
        Assert.Equal("Mine", again.Value("What is it called?"));
        await again.PostAsync();
        Assert.Equal("Mine", (await app.DbAsync(db => db.Facilities.SingleAsync(row => row.Id == place.Id))).Facts.Name);
    }

    [Fact]
    public async Task A_note_is_seen_by_its_team_alone_and_stays_when_it_is_taken_back()
    {
        var code = await app.ImportAsync(SmallCase.Json);
        var place = await PlaceAsync();
        var form = (await Client.OpenFormAsync($"/facilities/{place.Code}/notes/add?raid={code}"))
            .Fill("What was seen or said?", "The gate is locked at night").Choose("Who says it?", "the woman").Fill("Source", "S1 Phone call");

        await form.PostAsync();
        await form.PostAsync();

        var note = Assert.Single(await app.DbAsync(db => db.FacilityNotes.Where(row => row.FacilityId == place.Id).ToListAsync()));
        var stranger = await app.ClientFor(StaffRole.ResearchLeader, Guid.CreateVersion7()).OpenPageAsync($"/facilities/{place.Code}");
        Assert.DoesNotContain("locked at night", stranger.Words(), StringComparison.Ordinal);

        var takeBack = await Client.OpenFormAsync($"/facilities/{place.Code}/notes/{note.Id}/take-back");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await takeBack.PostAsync()).StatusCode);
        await takeBack.Fill("Why was it recorded wrongly?", "It was another place").PostAsync();
        await takeBack.Fill("Why was it recorded wrongly?", "Second reason").PostAsync();

        var page = await Client.OpenPageAsync($"/facilities/{place.Code}");
        Assert.Equal("The gate is locked at night", page.QuerySelector("del")!.TextContent);
        Assert.Contains("Taken back: It was another place", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_with_a_day_to_come_or_a_source_of_another_raid_is_refused()
    {
        var code = await app.ImportAsync(SmallCase.Json);
        var place = await PlaceAsync();
        var form = (await Client.OpenFormAsync($"/facilities/{place.Code}/notes/add?raid={code}"))
            .Fill("What was seen or said?", "x").Choose("Who says it?", "the woman").FillDate("On which day?", "1", "1", "2027");
        Assert.Contains("The day must be today or in the past", (await (await form.PostAsync()).ReadHtmlAsync()).Errors());

        form.FillDate("On which day?", "1", "1", "2026");
        form.Page.QuerySelector("select[name='Form.Source'] option[value=S1]")!.SetAttribute("value", "S77");
        form.Fill("Source", "S77");
        var response = await form.PostAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal(0, await app.DbAsync(db => db.FacilityNotes.CountAsync(row => row.FacilityId == place.Id)));
    }

    [Fact]
    public async Task Who_is_held_there_stands_with_codes_she_may_see()
    {
        var code = await app.ImportAsync(SmallCase.Json);
        var place = await app.DbAsync(db => db.Stays.Where(stay => stay.Facts.To == null && db.Raids.Any(raid => raid.Id == stay.RaidId && raid.Code == code))
            .Select(stay => stay.Facility!.Code).FirstAsync());

        var page = await Client.OpenPageAsync($"/facilities/{place}");
        var stranger = await app.ClientFor(StaffRole.ResearchLeader, Guid.CreateVersion7()).OpenPageAsync($"/facilities/{place}");

        Assert.NotNull(page.QuerySelector($"a[href='/women/{code}-W01']"));
        Assert.Null(page.QuerySelector($"a[href='/women/{code}-W03']"));
        Assert.Contains("Nobody of your raids", stranger.Words(), StringComparison.Ordinal);
    }

    private Task<List<Facility>> FindAsync(string name) => app.DbAsync(db => db.Facilities.AsNoTracking().Where(place => place.Facts.Name == name).ToListAsync());

    private async Task<Facility> PlaceAsync()
    {
        var name = $"Place {Guid.NewGuid()}";
        await (await Client.OpenFormAsync("/facilities/new")).Fill("What is it called?", name).Fill("Kind of place", "hospital").PostAsync();
        return (await FindAsync(name)).Single();
    }
}
