using System.Net;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Access;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages;

/// <summary>How often a page asks the store.</summary>
public sealed class QueryCountTests(CountingApp app) : IClassFixture<CountingApp>
{
    private const int Most = 8;
    private const int MostOfSearch = 22;

    // Home has a row of everything there is; her page shows ten lists. What is not there is not asked for. Joined into fewer questions, both
    // answered more slowly. The others show a document, for which the gate reads the whole case: once, however many women there are.
    private static readonly Dictionary<string, int> More = new()
    {
        ["/"] = 10,
        ["/Index"] = 10,
        ["/women/{code}"] = 10,
        ["/casefiles/{draft:guid}/exhibits"] = 49,
        ["/casefiles/{draft:guid}/left-out"] = 49,
        ["/casefiles/{draft:guid}/preview"] = 50,
        ["/testimonies/{id:guid}/statement"] = 24,
    };

    private static readonly string[] Roles = [StaffRole.ResearchLeader, StaffRole.LegalAdvisor, StaffRole.Administrator, StaffRole.Auditor];

    [Fact]
    public async Task No_page_asks_the_store_more_than_eight_times()
    {
        var samples = new Dictionary<string, RouteSample>();
        foreach (var role in Roles)
        {
            samples[role] = await RouteSample.MakeAsync(app, app.PersonIn(role));
        }

        var (asked, greedy, known) = (0, new List<string>(), new Dictionary<string, int>());
        foreach (var route in (await RoutesTests.RoutesAsync(app)).Where(route => route.Method == "GET").OrderBy(route => route.Template, StringComparer.Ordinal))
        {
            foreach (var role in Roles)
            {
                var client = app.ClientFor(role);
                var address = new Uri(samples[role].AddressOf(route.Template), UriKind.Relative);
                HttpStatusCode status = default;
                var commands = await app.CommandsAsync(async () => status = (await client.GetAsync(address)).StatusCode);
                Assert.True((int)status < 500, $"{(int)status} {role} {address}");
                if (status != HttpStatusCode.OK)
                {
                    continue;
                }

                asked++;
                if (More.ContainsKey(route.Template))
                {
                    known[route.Template] = commands.Count;
                }

                if (commands.Count > More.GetValueOrDefault(route.Template, Most))
                {
                    greedy.Add($"{commands.Count} {role} {address}\n{string.Join('\n', commands.Select(sql => "    " + string.Join(' ', sql.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))}");
                }

                break;
            }
        }

        Assert.InRange(asked, 150, 1000);
        Assert.True(greedy.Count == 0, string.Join('\n', greedy));
        Assert.Equal(Lines(More), Lines(known));
    }

    // Each kind of thing has tables of its own that its words are read from: the more kinds are found, the more questions, however many things there are.
    [Fact]
    public async Task A_search_that_finds_something_of_nearly_every_kind_asks_for_each_kind_and_not_for_each_thing()
    {
        await RouteSample.MakeAsync(app, app.PersonIn(StaffRole.ResearchLeader));
        var body = "";
        var commands = await app.CommandsAsync(async () => body = await app.ClientFor(StaffRole.ResearchLeader).GetStringAsync(new Uri("/search?q=e", UriKind.Relative)));

        Assert.InRange(System.Text.RegularExpressions.Regex.Count(body, "<section aria-labelledby"), 6, 8);
        Assert.InRange(commands.Count, Most, MostOfSearch);
    }

    private static string Lines(Dictionary<string, int> pages) =>
        string.Join('\n', pages.OrderBy(page => page.Key, StringComparer.Ordinal).Select(page => $"{page.Key} {page.Value}"));
}
