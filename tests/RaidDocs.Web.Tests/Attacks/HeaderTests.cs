using System.Net;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Attacks;

/// <summary>The headers and the frame of every page that somebody can reach by its links.</summary>
public sealed class HeaderTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    [Theory]
    [InlineData(StaffRole.ResearchLeader, 60)]
    [InlineData(StaffRole.ResearchPartner, 40)]
    [InlineData(StaffRole.LegalAdvisor, 30)]
    [InlineData(StaffRole.Administrator, 6)]
    [InlineData(StaffRole.Auditor, 3)]
    [InlineData(null, 1)]
    public async Task Every_page_of_a_role_carries_all_headers_and_asks_nobody_else(string? role, int least)
    {
        await app.ImportDemoAsync("dok-rak");
        var pages = await Crawler.WalkAsync(app.ClientFor(role), role is null ? "/account/sign-in" : "/", "/no-such-page");
        var wrong = new List<string>();

        foreach (var (address, response, page) in pages)
        {
            void Expect(bool holds, string what)
            {
                if (!holds)
                {
                    wrong.Add($"{address}: {what}");
                }
            }

            Expect(Value("Content-Security-Policy") == Policy || response.Content.Headers.ContentType?.MediaType != "text/html", "policy");
            Expect(Value("X-Content-Type-Options") == "nosniff", "nosniff");
            Expect(Value("Referrer-Policy") == "no-referrer", "referrer");
            Expect(Value("Cross-Origin-Opener-Policy") == "same-origin" && Value("Cross-Origin-Resource-Policy") == "same-origin", "origin");
            Expect(Value("Permissions-Policy").Contains("camera=()", StringComparison.Ordinal), "permissions");
            Expect(Value("Cache-Control") == "no-store" || address.StartsWith("/print/", StringComparison.Ordinal), "no-store");
            Expect(!response.Headers.Contains("Server") && !response.Headers.Contains("X-Powered-By"), "server");
            Expect(!response.Headers.Contains("Access-Control-Allow-Origin"), "cors");
            Expect((int)response.StatusCode < 500, $"answers {response.StatusCode}");
            Expect(address == "/no-such-page" == (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Unauthorized), $"answers {response.StatusCode}");
            if (page is not null)
            {
                Expect(response.Content.Headers.ContentType?.CharSet == "utf-8", "charset");
                Expect(page.QuerySelector("script:not([src]), style, [style]") is null, "something inline");
                Expect(!page.All.Any(one => one.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal))), "a handler inline");
                Expect(page.QuerySelectorAll("[src], link[href], form[action]").All(one =>
                    (one.GetAttribute("src") ?? one.GetAttribute("href") ?? one.GetAttribute("action"))!.StartsWith('/')), "something from elsewhere");
                Expect(page.QuerySelector("a, button, input:not([type=hidden]), select, textarea")?.GetAttribute("href") == "/exit"
                    || address.Contains("handler=preview", StringComparison.Ordinal), "Hide does not come first");
            }

            string Value(string name) => response.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : "";
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(pages.Count >= least, $"Only {pages.Count} pages were found.");
    }

    [Theory]
    [InlineData("/.git/config")]
    [InlineData("/.env")]
    [InlineData("/appsettings.json")]
    [InlineData("/raiddocs.db")]
    [InlineData("/data/raiddocs.db")]
    [InlineData("/vault.json")]
    [InlineData("/store.key")]
    [InlineData("/setup-token")]
    [InlineData("/logs/")]
    [InlineData("/metrics")]
    [InlineData("/swagger")]
    [InlineData("/web.config")]
    [InlineData("/_framework/blazor.web.js")]
    [InlineData("/RaidDocs.Web.dll")]
    [InlineData("/..%2f..%2fetc%2fpasswd")]
    public async Task Nothing_of_the_machine_is_served(string address)
    {
        foreach (var role in new[] { null, StaffRole.Administrator })
        {
            var answer = await app.ClientFor(role).GetAsync(address);
            Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Unauthorized or HttpStatusCode.BadRequest, $"{address}: {answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData("X-Forwarded-Host", "evil.example")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Original-URL", "/admin")]
    [InlineData("Forwarded", "host=evil.example")]
    public async Task What_a_proxy_could_claim_is_not_believed(string name, string value)
    {
        var client = app.ClientFor(StaffRole.ResearchLeader);
        client.DefaultRequestHeaders.Add(name, value);

        var answer = await client.GetAsync("/raids/new");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("evil.example", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", answer.ToString(), StringComparison.Ordinal);
    }
}
