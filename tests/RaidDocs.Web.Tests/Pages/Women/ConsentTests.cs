using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Women;

/// <summary>What she allows, and her words.</summary>
public sealed class ConsentTests(TickingApp app) : IClassFixture<TickingApp>
{
    private HttpClient Leader { get; } = app.ClientFor(StaffRole.ResearchLeader);

    [Fact]
    public async Task Each_purpose_says_why_it_counts_or_not()
    {
        var page = await Leader.OpenPageAsync($"/women/{await app.NewRaidAsync()}-W01/consents");

        var lines = page.QuerySelectorAll(".answers > div").Select(line => string.Join(' ', line.TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.Equal(9, lines.Count);
        Assert.Equal("keep it and use it in her own team She said yes, 1 April 2025 (2568) Yes", lines[0]);
        Assert.EndsWith("Police or shelter staff were present, so it counts as no until she is asked again No", lines[1], StringComparison.Ordinal);
        Assert.EndsWith("Her answer counted until 31 January 2026 (2569); it is over, so it counts as no No", lines[2], StringComparison.Ordinal);
        Assert.Contains("A person must judge her condition", lines[3], StringComparison.Ordinal);
        Assert.EndsWith("She was not asked, so it counts as no No", lines[4], StringComparison.Ordinal);
        Assert.EndsWith("She said no No", lines[7], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_answer_replaces_the_old_one_which_stays_in_the_history()
    {
        var raid = await app.NewRaidAsync();
        var form = await Leader.OpenFormAsync($"/women/{raid}-W01/consents/add");
        form.Choose("What was she asked to allow?", "keep it and use it in her own team").Choose("What did she answer?", "no").FillDate("Asked on", "20", "11", "2569");

        await form.PostAsync();
        await form.PostAsync();

        var page = await Leader.OpenPageAsync($"/women/{raid}-W01/consents");
        Assert.Contains("She said no, 20 November 2026 (2569)", string.Join(' ', page.QuerySelector(".answers > div")!.TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal(6, page.QuerySelectorAll("main article").Length);
        Assert.Contains("keep it and use it in her own team: yes", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_needs_its_purpose_its_condition_and_a_whole_last_day()
    {
        var raid = await app.NewRaidAsync();
        var form = await Leader.OpenFormAsync($"/women/{raid}-W07/consents/add");

        var response = await form.Choose("What did she answer?", "only if").FillDate("Last day on which it counts", null, "3", "2570").Fill("How was it given?", "spoken").PostAsync();

        var again = await response.ReadFormAsync(Leader);
        Assert.Equal(
            [
                "Choose what she was asked for", "Write her condition, in her words",
                "The last day needs a day, a month and a year. Leave it empty when there is no end",
            ],
            again.Page.Errors());
        Assert.Equal("spoken", again.Value("How was it given?"));
    }

    [Fact]
    public async Task Her_words_stand_in_her_language_beside_the_translation()
    {
        var page = await Leader.OpenPageAsync($"/women/{await app.NewRaidAsync()}-W01/testimonies");

        Assert.Equal("ၵဝ်", page.QuerySelector(".said[lang=shn]")!.TextContent);
        Assert.Equal("I <b>worked</b>", page.QuerySelector(".said[lang=en]")!.TextContent);
        Assert.Contains("could identify her", page.Words(), StringComparison.Ordinal);
    }
}
