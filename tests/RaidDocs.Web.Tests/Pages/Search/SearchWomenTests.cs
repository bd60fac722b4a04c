using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Infrastructure;
using RaidDocs.Web.Tests.Pages.Women;

namespace RaidDocs.Web.Tests.Pages.Search;

/// <summary>Women are found by their codes and by what is told of them; by name only while names are shown.</summary>
public sealed class SearchWomenTests(TestApp app) : IClassFixture<TestApp>
{
    private HttpClient Leader { get; } = app.ClientFor(StaffRole.ResearchLeader);

    [Fact]
    public async Task A_code_and_a_word_find_her_in_the_place_where_she_was()
    {
        var raid = await app.NewRaidAsync();

        Assert.Equal([$"/women/{raid}-W01"], SearchReading.Links(await SearchReading.FindAsync(Leader, $"{raid}-W01 shelter")));
        Assert.Empty(SearchReading.Links(await SearchReading.FindAsync(Leader, $"{raid}-W02 shelter")));
        Assert.Contains($"/women/{raid}-W02", SearchReading.Links(await SearchReading.FindAsync(Leader, $"{raid} w02 station")));
    }

    [Fact]
    public async Task What_tests_on_her_body_showed_is_never_found()
    {
        await app.NewRaidAsync();

        Assert.Empty(SearchReading.Links(await SearchReading.FindAsync(Leader, "secret result")));
    }

    [Fact]
    public async Task Names_are_found_only_while_they_are_shown_and_each_is_a_recorded_reading()
    {
        // On a server a name lies sealed, and whole words of it are found.
        var typed = app.IsOnServer ? "nang secret" : "nang secr";
        var raid = await app.NewRaidAsync();
        var woman = await app.WomanIdAsync(raid, 1);
        Assert.Empty(SearchReading.Links(await SearchReading.FindAsync(Leader, typed)));
        await (await Leader.OpenFormAsync($"/women/{raid}-W01/names/show")).Choose("Why do you need her names?", "to speak with her").PostAsync();

        var page = await SearchReading.FindAsync(Leader, typed);

        Assert.Equal([$"/women/{raid}-W01/names"], SearchReading.Links(page));
        Assert.Contains("Women by name 1", page.Words(), StringComparison.Ordinal);
        Assert.Equal(1, await app.DbAsync(db => db.AuditEntries.CountAsync(entry => entry.ObjectId == woman.ToString("D") && entry.Action == "read")));
        Assert.Empty(SearchReading.Links(await SearchReading.FindAsync(app.ClientFor(StaffRole.LegalAdvisor), typed)));
        Assert.DoesNotContain("Secret", (await SearchReading.FindAsync(Leader, $"{raid}-w01", "&kind=women")).Words(), StringComparison.Ordinal);

        await (await Leader.OpenFormAsync($"/women/{raid}-W01", "Hide names now")).PostAsync();
        Assert.Empty(SearchReading.Links(await SearchReading.FindAsync(Leader, typed)));
    }
}

internal static class SearchReading
{
    public static Task<IDocument> FindAsync(HttpClient client, string query, string also = "") =>
        client.OpenPageAsync($"/search?q={Uri.EscapeDataString(query)}{also}");

    public static List<string> Links(IDocument page) => [.. page.QuerySelectorAll(".found a").Select(link => link.GetAttribute("href")!)];
}
