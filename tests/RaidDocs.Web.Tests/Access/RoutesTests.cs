using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Access;

/// <summary>
/// The table routes.csv says what each role is answered on each page: on the team, not on the team, where nothing is.
/// A page without a row, or with another answer, fails; the message prints the rows ready to paste.
/// </summary>
public sealed class RoutesTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Header = "method,template,proof,stranger,administrator,leader,partner,legal,auditor";

    private static readonly string[] Roles =
        [StaffRole.Administrator, StaffRole.ResearchLeader, StaffRole.ResearchPartner, StaffRole.LegalAdvisor, StaffRole.Auditor];

    internal static readonly string Table = Path.Combine(Repository.Root, "tests", "RaidDocs.Web.Tests", "routes.csv");

    [Fact]
    public async Task Every_page_answers_every_role_as_the_table_says()
    {
        var lines = await File.ReadAllLinesAsync(Table);
        var expected = lines.Skip(1).Where(line => line.Length > 0).ToDictionary(KeyOf);
        var wrong = new List<string>();
        var found = new HashSet<string>();
        foreach (var route in (await RoutesAsync()).OrderBy(route => route.Method, StringComparer.Ordinal).ThenBy(route => route.Template, StringComparer.Ordinal))
        {
            var actual = await RowAsync(route);
            found.Add(KeyOf(actual));
            if (!expected.TryGetValue(KeyOf(actual), out var row) || row != actual)
            {
                wrong.Add(row is null ? actual : $"{actual}   (the table says {row})");
            }
        }

        var gone = expected.Keys.Except(found).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(Header, lines[0]);
        Assert.True(wrong.Count == 0, $"Judge these rows, then put them into routes.csv:\n{string.Join('\n', wrong)}");
        Assert.True(gone.Count == 0, $"No page answers these any more; remove them from routes.csv:\n{string.Join('\n', gone)}");
    }

    [Fact]
    public async Task A_post_without_its_token_is_refused_for_everybody_alike()
    {
        var sample = await RouteSample.MakeAsync(app, app.PersonIn(StaffRole.ResearchLeader));
        var wrong = new List<string>();
        foreach (var route in (await RoutesAsync()).Where(route => route is { Method: "POST", NeedsToken: true }))
        {
            foreach (var role in Roles)
            {
                foreach (var absent in new[] { false, true })
                {
                    using var form = new FormUrlEncodedContent([]);
                    var status = (await app.ClientFor(role).PostAsync(new Uri(sample.AddressOf(route.Template, absent), UriKind.Relative), form)).StatusCode;
                    if (status != HttpStatusCode.BadRequest)
                    {
                        wrong.Add($"{role} {route.Template} {(int)status}");
                    }
                }
            }
        }

        Assert.Empty(wrong);
    }

    private async Task<string> RowAsync(Route route)
    {
        var cells = new List<string> { route.Method, route.Template };
        var any = await SampleAsync(app.PersonIn(StaffRole.ResearchLeader));
        cells.Add(await AskAsync(null, null, route, any.AddressOf(route.Template)));
        foreach (var role in Roles)
        {
            var her = app.PersonIn(role);
            if (!RouteSample.HasHoles(route.Template))
            {
                cells.Add(await AskAsync(role, her, route, any.AddressOf(route.Template)));
                continue;
            }

            var team = await AskAsync(role, her, route, (await SampleAsync(her)).AddressOf(route.Template));
            var other = await AskAsync(role, Guid.CreateVersion7(), route, any.AddressOf(route.Template));
            var absent = await AskAsync(role, her, route, any.AddressOf(route.Template, absent: true));
            cells.Add($"{team} {other} {absent}");
        }

        // Last, because a post that is not asked does what it does.
        cells.Insert(2, await ProofAsync(route));
        return string.Join(',', cells);
    }

    // "form": the form asks when it opens, and the empty post is refused for what it lacks before the store could ask.
    private async Task<string> ProofAsync(Route route)
    {
        var asked = "-";
        foreach (var role in Roles)
        {
            var address = new Uri((await SampleAsync(app.PersonIn(role))).AddressOf(route.Template), UriKind.Relative);
            var opens = await app.ClientFor(role, hasProof: false).GetAsync(address);
            if (route.Method == "GET")
            {
                if (LeadsToProof(opens))
                {
                    return "proof";
                }

                continue;
            }

            var (client, token) = await PosterAsync(role, app.PersonIn(role), hasProof: false);
            using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token!)]);
            var answer = await client.PostAsync(address, form);
            if (LeadsToProof(answer) || (answer.StatusCode == HttpStatusCode.UnprocessableEntity
                && (await answer.ReadHtmlAsync()).QuerySelector("main a[href^='/account/confirm?returnUrl=']") is not null))
            {
                return "proof";
            }

            if (answer.StatusCode == HttpStatusCode.UnprocessableEntity && LeadsToProof(opens))
            {
                asked = "form";
            }
        }

        return asked;
    }

    private static bool LeadsToProof(HttpResponseMessage answer) =>
        answer.Headers.Location?.OriginalString.StartsWith("/account/confirm?returnUrl=", StringComparison.Ordinal) == true;

    private async Task<string> AskAsync(string? role, Guid? person, Route route, string address)
    {
        var uri = new Uri(address, UriKind.Relative);
        if (route.Method == "GET")
        {
            return Number(await app.ClientFor(role, person).GetAsync(uri));
        }

        var (client, token) = await PosterAsync(role, person);
        using var form = new FormUrlEncodedContent(token is null ? [] : [new("__RequestVerificationToken", token)]);
        return Number(await client.PostAsync(uri, form));
    }

    private readonly Dictionary<(string?, Guid?, bool), (HttpClient Client, string? Token)> _posters = [];

    private async Task<(HttpClient Client, string? Token)> PosterAsync(string? role, Guid? person, bool hasProof = true)
    {
        // Whoever is on no team posts as one and the same stranger.
        var her = person is null || Roles.Any(one => app.PersonIn(one) == person) ? person : _stranger;
        if (!_posters.TryGetValue((role, her, hasProof), out var poster))
        {
            var client = app.ClientFor(role, her, hasProof);
            var token = role is null ? null : (await client.OpenPageAsync("/")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value");
            poster = _posters[(role, her, hasProof)] = (client, token);
        }

        return poster;
    }

    private readonly Guid _stranger = Guid.CreateVersion7();

    private static string Number(HttpResponseMessage answer) => ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);

    private readonly Dictionary<Guid, RouteSample> _samples = [];

    private async Task<RouteSample> SampleAsync(Guid person) =>
        _samples.TryGetValue(person, out var sample) ? sample : _samples[person] = await RouteSample.MakeAsync(app, person);

    private Task<List<Route>> RoutesAsync() => RoutesAsync(app);

    internal static async Task<List<Route>> RoutesAsync(TestApp app)
    {
        using var client = app.ClientFor(null);
        var loader = app.Services.GetRequiredService<PageLoader>();
        var routes = new List<Route>();
        foreach (var endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var loaded = await loader.LoadAsync(page, endpoint.Metadata);
                var isFree = loaded.Endpoint?.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: false }
                    || loaded.HandlerTypeInfo.GetCustomAttributes(true).Any(one => one.GetType().Name == "IgnoreAntiforgeryTokenAttribute");
                routes.AddRange(loaded.HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant()).Append("GET").Distinct()
                    .Select(method => new Route(method, "/" + endpoint.RoutePattern.RawText!.TrimStart('/'), !isFree)));
            }
            else if (endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is { } methods && endpoint.RoutePattern.RawText!.Contains("health", StringComparison.Ordinal))
            {
                routes.AddRange(methods.HttpMethods.Select(method => new Route(method, endpoint.RoutePattern.RawText, false)));
            }
        }

        // Locking ends the store for all that would be asked after it; LockTests ask it.
        return [.. routes.Distinct().Where(route => route is not { Method: "POST", Template: "/lock" })];
    }

    private static string KeyOf(string row) => string.Join(',', row.Split(',')[..2]);

    internal sealed record Route(string Method, string Template, bool NeedsToken);
}
