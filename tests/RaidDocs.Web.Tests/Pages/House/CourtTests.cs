using System.Net;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Court;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.House;

public sealed class CourtTests(TestApp app) : IClassFixture<TestApp>
{
    private HttpClient Client { get; } = app.ClientFor(StaffRole.LegalAdvisor);

    [Theory]
    [InlineData(StaffRole.Administrator, "", HttpStatusCode.NotFound)]
    [InlineData(StaffRole.Auditor, "", HttpStatusCode.NotFound)]
    [InlineData(null, "", HttpStatusCode.Unauthorized)]
    [InlineData(StaffRole.ResearchPartner, "", HttpStatusCode.OK)]
    [InlineData(StaffRole.ResearchPartner, "/add", HttpStatusCode.NotFound)]
    [InlineData(StaffRole.ResearchPartner, "/C1/hearings/add", HttpStatusCode.NotFound)]
    [InlineData(StaffRole.LegalAdvisor, "/C1/hearings/add", HttpStatusCode.OK)]
    [InlineData(StaffRole.LegalAdvisor, "/C9/hearings/add", HttpStatusCode.NotFound)]
    [InlineData(StaffRole.LegalAdvisor, "/0197d4d0-0000-7000-8000-000000000000/edit", HttpStatusCode.NotFound)]
    [InlineData(StaffRole.LegalAdvisor, "/hearings/0197d4d0-0000-7000-8000-000000000000/edit", HttpStatusCode.NotFound)]
    public async Task Who_may_see_what(string? role, string page, HttpStatusCode expected)
    {
        var code = await app.ImportAsync(SmallCase.Json);

        Assert.Equal(expected, (await app.ClientFor(role).GetAsync($"/raids/{code}/court{page}")).StatusCode);
    }

    [Fact]
    public async Task A_case_sent_twice_is_one_and_gets_the_next_code()
    {
        var code = await app.ImportAsync(SmallCase.Json);
        var form = (await Client.OpenFormAsync($"/raids/{code}/court/add")).Fill("What is it about, and against whom?", "Fine for no papers").Choose("Who says it?", "a paper");

        await form.PostAsync();
        await form.PostAsync();

        Assert.Equal(["C1", "C2"], (await CasesAsync(code)).Select(row => row.Code).Order());
        var page = await Client.OpenPageAsync($"/raids/{code}/court");
        Assert.Contains("Fine for no papers", page.Words(), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"a[href='/women/{code}-W01/court']"));
    }

    [Fact]
    public async Task A_case_about_nothing_or_opened_tomorrow_is_refused()
    {
        var code = await app.ImportAsync(SmallCase.Json);
        var form = (await Client.OpenFormAsync($"/raids/{code}/court/add")).Fill("Which court?", "Tak <b>").FillDate("When was it opened?", "22", "11", "2026");

        var response = await form.PostAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var again = await response.ReadFormAsync(Client);
        Assert.Contains("Write what the court case is about", again.Page.Errors());
        Assert.Contains("The day must be today or in the past", again.Page.Errors());
        Assert.Equal("Tak <b>", again.Value("Which court?"));
        Assert.Single(await CasesAsync(code));
    }

    [Fact]
    public async Task A_day_in_court_may_lie_ahead_but_the_next_not_before_it()
    {
        var code = await app.ImportAsync(SmallCase.Json);
        var form = (await Client.OpenFormAsync($"/raids/{code}/court/C1/hearings/add")).Fill("What kind of day?", "Judgment").Choose("Who says it?", "a paper")
            .FillDate("When is it?", "5", "12", "2026").FillDate("When is the next one?", "1", "12", "2026");
        var refused = await (await form.PostAsync()).ReadFormAsync(Client);
        Assert.Equal(["The next day in court must be after 5 December 2026 (2569)"], refused.Page.Errors());

        refused.FillDate("When is the next one?", "9", "12", "2026");
        await refused.PostAsync();
        await refused.PostAsync();

        Assert.Single(await DaysAsync(code), day => day.Facts.Kind == "Judgment");
    }

    [Fact]
    public async Task Two_people_who_change_one_day_or_case_see_both_texts()
    {
        var code = await app.ImportAsync(SmallCase.Json);
        await AssertConflictAsync($"/raids/{code}/court/hearings/{(await DaysAsync(code))[0].Id}/edit", "What came of it?");
        await AssertConflictAsync($"/raids/{code}/court/{(await CasesAsync(code))[0].Id}/edit", "How did it end?");
    }

    [Fact]
    public async Task Another_voice_is_another_row()
    {
        var code = await app.ImportAsync(SmallCase.Json);
        var form = await Client.OpenFormAsync($"/raids/{code}/court/{(await CasesAsync(code))[0].Id}/edit");

        var response = await form.Choose("Who says it?", "the press").PostAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
    }

    private async Task AssertConflictAsync(string address, string label)
    {
        var form = (await Client.OpenFormAsync(address)).Fill(label, "Mine");
        await (await app.ClientFor(StaffRole.ResearchLeader).OpenFormAsync(address)).Fill(label, "Theirs").PostAsync();

        var response = await form.PostAsync();

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        var again = await response.ReadFormAsync(Client);
        Assert.Contains("Theirs", again.Page.Words(), StringComparison.Ordinal);
        Assert.Equal("Mine", again.Value(label));
    }

    private Task<List<CourtCase>> CasesAsync(string code) => app.DbAsync(db => db.CourtCases.AsNoTracking()
        .Where(row => db.Raids.Any(raid => raid.Id == row.RaidId && raid.Code == code)).ToListAsync());

    private Task<List<Hearing>> DaysAsync(string code) => app.DbAsync(db => db.Hearings.AsNoTracking()
        .Where(row => db.Raids.Any(raid => raid.Id == row.RaidId && raid.Code == code)).ToListAsync());
}
