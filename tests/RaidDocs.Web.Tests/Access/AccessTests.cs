using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Api;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Access;

public sealed class AccessTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string[] OpenToStrangers =
    [
        "/Account/Code", "/Account/Join", "/Account/Recover", "/Account/SignIn", "/Error", "/Exit", "/Index", "/Leave",
        "/Setup", "/SetupPeople", "/SetupSheet", "/Status", "/Unlock", "/UnlockRecover",
    ];

    [Fact]
    public void Every_page_names_its_policy_or_is_on_the_public_list()
    {
        using var client = app.ClientFor(null);
        var pages = app.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .ToList();

        Assert.NotEmpty(pages);
        Assert.All(pages, page =>
        {
            var path = page.Metadata.GetMetadata<PageActionDescriptor>()!.ViewEnginePath;
            var isOpen = page.Metadata.GetMetadata<IAllowAnonymous>() is not null;
            var policy = page.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy).FirstOrDefault(name => name is not null);
            Assert.True(isOpen ? OpenToStrangers.Contains(path) : policy is not null, path);
        });
    }

    [Fact]
    public void Every_other_address_is_on_a_short_list_or_names_what_programs_ask_for()
    {
        using var client = app.ClientFor(null);
        var others = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is null && endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .ToList();

        Assert.Equal(
            ["/dates.ics", "/health/live", "/health/ready", "/leave", "/n", "/n/ask", "/n/news", "/n/news/{view}", "/n/news/{view}/picture", "/n/news/{view}/sound", "/print/{name}", "/{**path:file}"],
            others.Where(endpoint => endpoint.Metadata.GetMetadata<ApiAsks>() is null).Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(others, endpoint => endpoint.Metadata.GetMetadata<ApiAsks>() is not null);
    }

    [Fact]
    public async Task A_raid_of_another_team_answers_like_one_that_does_not_exist()
    {
        var code = await app.ImportDemoAsync("mae-sot");
        var stranger = app.ClientFor(StaffRole.ResearchLeader, Guid.CreateVersion7());

        var hers = await app.ClientFor(StaffRole.ResearchLeader).GetAsync($"/reports/case-study/{code}");
        var notHers = await stranger.GetAsync($"/reports/case-study/{code}");
        var missing = await stranger.GetAsync("/reports/case-study/R9999");

        Assert.Equal(HttpStatusCode.OK, hers.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, notHers.StatusCode);
        Assert.Equal(await BodyAsync(missing), (await BodyAsync(notHers)).Replace(code, "R9999", StringComparison.Ordinal));
    }

    // The anti-forgery token is new in every answer.
    private static async Task<string> BodyAsync(HttpResponseMessage response) => System.Text.RegularExpressions.Regex.Replace(
        await response.Content.ReadAsStringAsync(), "(name=\"__RequestVerificationToken\"[^>]*value=\")[^\"]*", "$1");
}
