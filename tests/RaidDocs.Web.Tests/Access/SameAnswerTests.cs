using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Access;

/// <summary>"Not yours" and "does not exist" cannot be told apart, on any address that holds a code or an id.</summary>
public sealed partial class SameAnswerTests(TestApp app) : IClassFixture<TestApp>
{
    private const int Pairs = 15;
    private const double Gap = 5;

    [Theory]
    [InlineData(StaffRole.ResearchLeader, true)]
    [InlineData(StaffRole.ResearchPartner, true)]
    [InlineData(StaffRole.LegalAdvisor, true)]
    [InlineData(StaffRole.ResearchLeader, false)]
    [InlineData(StaffRole.Administrator, true)]
    public async Task A_raid_of_another_team_answers_like_none_everywhere(string role, bool hasProof)
    {
        var sample = await RouteSample.MakeAsync(app, app.PersonIn(StaffRole.ResearchLeader));
        var client = app.ClientFor(role, Guid.CreateVersion7(), hasProof);

        // The first answer of all sets the cookie of the forms.
        await client.OpenPageAsync("/");
        var wrong = new List<string>();
        foreach (var template in Templates())
        {
            var (hers, none) = (sample.AddressOf(template), sample.AddressOf(template, absent: true));
            var (first, second) = (await AskAsync(client, hers), await AskAsync(client, none));
            if (first != second)
            {
                wrong.Add($"{template}: {first} / {second}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task The_time_of_the_answer_tells_nothing()
    {
        var sample = await RouteSample.MakeAsync(app, app.PersonIn(StaffRole.ResearchLeader));
        var client = app.ClientFor(StaffRole.ResearchLeader, Guid.CreateVersion7());
        var wrong = new List<string>();
        foreach (var template in Templates())
        {
            var gaps = new List<double>();

            // A busy machine may disturb some rounds, but not six.
            while (gaps.Count < 6 && (gaps.Count == 0 || gaps[^1] >= Gap))
            {
                gaps.Add(await GapAsync(client, sample.AddressOf(template), sample.AddressOf(template, absent: true)));
            }

            if (gaps[^1] >= Gap)
            {
                wrong.Add($"{template}: {string.Join(", ", gaps)} ms");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Counting_codes_opens_nothing_of_another_team()
    {
        var sample = await RouteSample.MakeAsync(app, app.PersonIn(StaffRole.ResearchLeader));
        var client = app.ClientFor(StaffRole.ResearchLeader, Guid.CreateVersion7());
        string[] odd = [sample.Raid.ToLowerInvariant(), sample.Raid + "%20", sample.Raid + ".", "R" + new string('9', 400), "..%2fR01", "%F0%9F%98%80", "{" + Guid.Empty + "}"];

        foreach (var code in Enumerable.Range(0, 200).Select(number => FormattableString.Invariant($"R{number:00}")).Concat(odd))
        {
            Assert.InRange((int)(await client.GetAsync(new Uri($"/raids/{code}", UriKind.Relative))).StatusCode, 400, 404);
            Assert.InRange((int)(await client.GetAsync(new Uri($"/women/{code}-W01", UriKind.Relative))).StatusCode, 400, 404);
        }
    }

    private static async Task<double> GapAsync(HttpClient client, string hers, string none)
    {
        var (first, second) = (new List<double>(), new List<double>());
        for (var pair = 0; pair < Pairs; pair++)
        {
            // Each kind goes first as often as the other.
            var order = pair % 2 == 0 ? new[] { (first, hers), (second, none) } : [(second, none), (first, hers)];
            foreach (var (times, address) in order)
            {
                var started = Stopwatch.GetTimestamp();
                await (await client.GetAsync(new Uri(address, UriKind.Relative))).Content.ReadAsStringAsync();
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        // Where a busy machine makes all answers slow, a quarter of that is noise.
        return Math.Abs(Median(first) - Median(second)) - (Math.Min(Median(first), Median(second)) / 4);
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    // Everything a client can see, without what is new in each answer and what she typed herself.
    private static async Task<string> AskAsync(HttpClient client, string address)
    {
        var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        var headers = answer.Headers.Concat(answer.Content.Headers).Select(header => header.Key).Order(StringComparer.Ordinal);
        var body = Token().Replace(await answer.Content.ReadAsStringAsync(), "$1");
        return $"{(int)answer.StatusCode} {string.Join('|', headers)} {answer.Headers.Location?.OriginalString.Replace(Uri.EscapeDataString(address), "", StringComparison.Ordinal)} "
            + body.Replace(address, "", StringComparison.Ordinal).Replace(Uri.EscapeDataString(address), "", StringComparison.Ordinal);
    }

    private IReadOnlyList<string> Templates()
    {
        using var client = app.ClientFor(null);
        return
        [
            .. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
                .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))

                // Places, rules and our own lists belong to no team, and people who sign in are the administrator's own.
                .Where(template => RouteSample.HasHoles(template)
                    && !template.StartsWith("/facilities/{code}", StringComparison.Ordinal)
                    && !template.StartsWith("/violations/own/", StringComparison.Ordinal)
                    && !template.StartsWith("/dates/rules/", StringComparison.Ordinal)
                    && !template.StartsWith("/admin/", StringComparison.Ordinal)
                    && !template.StartsWith("/account/", StringComparison.Ordinal))
                .Distinct(),
        ];
    }

    [GeneratedRegex("(name=\"__RequestVerificationToken\"[^>]*value=\")[^\"]*")]
    private static partial Regex Token();
}
