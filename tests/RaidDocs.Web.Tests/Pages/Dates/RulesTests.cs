using System.Net;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Clocks;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Dates;

public sealed class RulesTests : IAsyncLifetime
{
    private readonly TestApp _app = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private HttpClient Legal => _app.ClientFor(StaffRole.LegalAdvisor);

    [Fact]
    public async Task Every_role_of_a_case_reads_the_rules_and_a_legal_advisor_alone_changes_them()
    {
        Assert.Contains("no lawyer has checked this rule", (await _app.ClientFor(StaffRole.ResearchPartner).OpenPageAsync("/dates/rules")).Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Legal.GetAsync("/dates/rules/T01")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Legal.GetAsync("/dates/rules/T77")).StatusCode);
        foreach (var role in new[] { StaffRole.ResearchLeader, StaffRole.ResearchPartner, StaffRole.Administrator, StaffRole.Auditor })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await _app.ClientFor(role).GetAsync("/dates/rules/T01")).StatusCode);
        }
    }

    [Fact]
    public async Task A_change_makes_a_new_edition_and_running_clocks_show_both_results()
    {
        var raid = await DateCases.NewRaidAsync(_app);
        await DateCases.StartAsync(_app, raid, "T01");

        await (await Legal.OpenFormAsync("/dates/rules/T01")).Fill("Length", "36").PostAsync();

        Assert.Equal(2, await _app.DbAsync(db => db.ClockRules.CountAsync(rule => rule.Code == "T01")));
        var words = (await Legal.OpenPageAsync($"/raids/{raid}/dates")).Words();
        Assert.Contains("22:40 + 24 h = 13 March 2025 (2568), 22:40", words, StringComparison.Ordinal);
        Assert.Contains("The rule has changed since. Under its newest edition: 12 March 2025 (2568), 22:40 + 36 h = 14 March 2025 (2568), 10:40", words, StringComparison.Ordinal);
        Assert.Contains("3 run under an earlier edition.", (await Legal.OpenPageAsync("/dates/rules")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_belongs_to_one_edition_and_goes_with_no_other()
    {
        await (await Legal.OpenFormAsync("/dates/rules/T01")).Fill("Which lawyer checked it?", "Lawyer A").FillDate("When was it checked?", "20", "11", "2026").PostAsync();

        var checkedRule = Assert.Single(await RulesAsync("T01"));
        Assert.Equal("Lawyer A", checkedRule.CheckedBy);
        Assert.Contains("Checked by Lawyer A.", (await Legal.OpenPageAsync("/dates/rules")).Words(), StringComparison.Ordinal);

        await (await Legal.OpenFormAsync("/dates/rules/T01")).Fill("Length", "30").PostAsync();

        Assert.Null((await RulesAsync("T01")).Single(rule => rule.Facts.Length == 30).CheckedBy);
    }

    [Fact]
    public async Task A_change_back_is_the_edition_that_there_was()
    {
        await (await Legal.OpenFormAsync("/dates/rules/T01")).Fill("Length", "36").PostAsync();
        await (await Legal.OpenFormAsync("/dates/rules/T01")).Fill("Length", "24").PostAsync();

        Assert.Equal(2, (await RulesAsync("T01")).Count);
        Assert.Equal("24", (await Legal.OpenFormAsync("/dates/rules/T01")).Value("Length"));
    }

    [Theory]
    [InlineData("-24", "Length must be a whole number, like 17")]
    [InlineData("0", "A length must be a whole number from 1 to 9999, like 24")]
    [InlineData("", "Write the number of a length and choose hours, days or months, or leave both empty")]
    public async Task A_rule_with_a_length_that_cannot_be_is_refused(string length, string sentence)
    {
        var response = await (await Legal.OpenFormAsync("/dates/rules/T01")).Fill("Length", length).PostAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal([sentence], (await response.ReadHtmlAsync()).Errors());
        Assert.Single(await RulesAsync("T01"));
    }

    [Fact]
    public async Task Two_people_who_change_a_rule_see_both_texts()
    {
        var form = (await Legal.OpenFormAsync("/dates/rules/T01")).Fill("Length", "30");
        await (await Legal.OpenFormAsync("/dates/rules/T01")).Fill("Length", "36").PostAsync();

        var response = await form.PostAsync();

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Contains("36", (await response.ReadHtmlAsync()).QuerySelector(".conflict")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_of_the_house_gets_the_next_code()
    {
        var form = (await Legal.OpenFormAsync("/dates/rules/new")).Fill("What it says, in English", "Visit within 3 days").Fill("What starts it?", "she was taken into custody")
            .Choose("How is it counted?", "a limit that runs out").Fill("Length", "3").Choose("Unit of the length", "days").Choose("How sure is it?", "shaky");

        Assert.Equal(HttpStatusCode.Redirect, (await form.PostAsync()).StatusCode);

        Assert.Equal("Visit within 3 days", Assert.Single(await RulesAsync("T16")).Facts.En);
    }

    private Task<List<ClockRule>> RulesAsync(string code) => _app.DbAsync(db => db.ClockRules.AsNoTracking().Where(rule => rule.Code == code).ToListAsync());
}
