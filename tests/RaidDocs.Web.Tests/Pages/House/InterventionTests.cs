using System.Net;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Interventions;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.House;

public sealed class InterventionTests(TestApp app) : IClassFixture<TestApp>
{
    private HttpClient Client { get; } = app.ClientFor(StaffRole.ResearchLeader);

    [Theory]
    [InlineData(StaffRole.Administrator, "", HttpStatusCode.NotFound)]
    [InlineData(StaffRole.Auditor, "", HttpStatusCode.NotFound)]
    [InlineData(null, "", HttpStatusCode.Unauthorized)]
    [InlineData(StaffRole.LegalAdvisor, "", HttpStatusCode.OK)]
    [InlineData(StaffRole.LegalAdvisor, "/add", HttpStatusCode.NotFound)]
    [InlineData(StaffRole.ResearchLeader, "/0197d4d0-0000-7000-8000-000000000000/edit", HttpStatusCode.NotFound)]
    public async Task Who_may_see_what(string? role, string page, HttpStatusCode expected)
    {
        var code = await app.ImportAsync(SmallCase.Json);

        Assert.Equal(expected, (await app.ClientFor(role).GetAsync($"/raids/{code}/interventions{page}")).StatusCode);
    }

    [Fact]
    public async Task A_step_without_words_or_answered_tomorrow_is_refused_and_a_right_one_sent_twice_is_one()
    {
        var code = await app.ImportAsync(SmallCase.Json);
        var form = (await Client.OpenFormAsync($"/raids/{code}/interventions/add")).Fill("To whom?", "The shelter 🌸")
            .FillDate("When did the answer come?", "22", "11", "2026").Choose("Who says it?", "our team").Fill("What kind of step?", "letter");
        var response = await form.PostAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var again = await response.ReadFormAsync(Client);
        Assert.Equal(["Write what was done", "The day must be today or in the past"], again.Page.Errors());
        Assert.Equal("The shelter 🌸", again.Value("To whom?"));

        again.Fill("What was done?", "We asked for her papers").FillDate("When did the answer come?", "", "", "");
        await again.PostAsync();
        await again.PostAsync();

        Assert.Single(await StepsAsync(code));
        Assert.Contains("no answer recorded", (await Client.OpenPageAsync($"/raids/{code}/interventions")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_who_change_one_step_see_both_texts()
    {
        var code = await app.ImportAsync(SmallCase.Json);
        await (await Client.OpenFormAsync($"/raids/{code}/interventions/add")).Fill("What was done?", "Call").Fill("What kind of step?", "phone call").Choose("Who says it?", "our team").PostAsync();
        var address = $"/raids/{code}/interventions/{(await StepsAsync(code)).Single().Id}/edit";
        var form = (await Client.OpenFormAsync(address)).Fill("What came back?", "Mine");
        await (await app.ClientFor(StaffRole.ResearchPartner).OpenFormAsync(address)).Fill("What came back?", "Theirs").PostAsync();

        var response = await form.PostAsync();

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        var again = await response.ReadFormAsync(Client);
        Assert.Contains("Theirs", again.Page.Words(), StringComparison.Ordinal);
        Assert.Equal("Mine", again.Value("What came back?"));
    }

    private Task<List<Intervention>> StepsAsync(string code) => app.DbAsync(db => db.Interventions.AsNoTracking()
        .Where(row => db.Raids.Any(raid => raid.Id == row.RaidId && raid.Code == code)).ToListAsync());
}
