using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Stays;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages;

/// <summary>The list of women and the search where there are more raids than anybody turns pages for.</summary>
public sealed class ManyRaidsTests(TestApp app) : IClassFixture<TestApp>, IAsyncLifetime
{
    // The oldest, in which somebody is still held, and one more than the list takes.
    private static readonly string[] RaidCodes = [.. Enumerable.Range(1, Web.Pages.Women.IndexModel.MostRaids + 1).Select(number => FormattableString.Invariant($"R{number:00}"))];

    public async ValueTask InitializeAsync()
    {
        var (leader, advisor) = (app.PersonIn(StaffRole.ResearchLeader), app.PersonIn(StaffRole.LegalAdvisor));
        await app.DbAsync(async db =>
        {
            if (await db.Raids.IgnoreQueryFilters().AnyAsync(TestContext.Current.CancellationToken))
            {
                // The other test made them.
                return 0;
            }

            foreach (var code in RaidCodes)
            {
                var (raid, woman) = (new Raid(code, new RaidFacts { Name = code }), new Woman(new WomanFacts()));
                db.AddRange(raid, woman, new Apprehension(raid, woman, 1, new ApprehensionFacts()), new TeamMember(raid.Id, leader));
                if (code != RaidCodes[0])
                {
                    // She sees as many as the list takes.
                    db.Add(new TeamMember(raid.Id, advisor));
                }
                else
                {
                    db.Add(new Stay(raid.Id, woman.Id, null, new StayFacts { Voice = Domain.Common.Voice.Team }, null));
                }
            }

            // Newer than all, and nobody was taken in them.
            foreach (var number in Enumerable.Range(RaidCodes.Length + 1, RaidCodes.Length))
            {
                var quiet = new Raid(FormattableString.Invariant($"R{number}"), new RaidFacts { Name = "Nobody taken" });
                db.AddRange(quiet, new TeamMember(quiet.Id, leader));
            }

            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_newest_are_listed_it_is_told_that_there_are_older_ones_and_whoever_is_held_is_found_in_all()
    {
        var newest = await OpenAsync("/women");
        Assert.Contains("These are the women of your 400 newest raids with women.", newest.Words(), StringComparison.Ordinal);
        Assert.Contains("400 women.", newest.Words(), StringComparison.Ordinal);
        Assert.Equal($"{RaidCodes[^1]}-W01", CodesOf(newest)[0]);

        var last = await OpenAsync("/women?p=16");
        Assert.Equal($"{RaidCodes[1]}-W01", CodesOf(last)[^1]);

        foreach (var filter in new[] { $"q={RaidCodes[0]}", "held=true" })
        {
            var found = await OpenAsync($"/women?{filter}");
            Assert.Equal([$"{RaidCodes[0]}-W01"], CodesOf(found));
            Assert.DoesNotContain("newest raids", found.Words(), StringComparison.Ordinal);
        }

        var all = await app.ClientFor(StaffRole.LegalAdvisor).OpenPageAsync("/women");
        Assert.Contains("400 women.", all.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("newest raids", all.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_offers_the_newest_raids_finds_in_all_and_is_narrowed_to_an_older_one()
    {
        var oldest = RaidCodes[0];
        var page = await OpenAsync("/search?q=R0");
        Assert.Equal(Web.Pages.Search.IndexModel.MostRaids + 1, page.QuerySelectorAll("#raid option").Length);
        Assert.Contains("Your 200 newest raids.", page.Words(), StringComparison.Ordinal);

        // Its code is read although it is none of those.
        foreach (var found in new[] { await OpenAsync($"/search?q={oldest}%20w01"), await OpenAsync($"/search?q=w01&raid={oldest}") })
        {
            Assert.Equal([$"/women/{oldest}-W01"], found.QuerySelectorAll("ul.found a").Select(link => link.GetAttribute("href")));
        }

        Assert.Equal(oldest, (await OpenAsync($"/search?q=w01&raid={oldest}")).QuerySelector("#raid option[selected]")!.GetAttribute("value"));
    }

    private Task<IDocument> OpenAsync(string url) => app.ClientFor(StaffRole.ResearchLeader).OpenPageAsync(url);

    private static List<string> CodesOf(IDocument page) => [.. page.QuerySelectorAll("tbody a.code").Select(link => link.TextContent)];
}
