using System.Diagnostics;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Attacks;

/// <summary>Text that breaks forms, pages, queries and logs of others, typed into every field of every form.</summary>
public sealed class HostileTextTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Mark = "zqx7";

    private static readonly string[] Hostile =
    [
        "", " ", "\0", "\u0001\u0002\u001b[31m", "a\r\nSet-Cookie: x=1", "a\nlevel\":\"Error", "\t\t\t", "\uFEFF",
        "\u202Egpj.exe", "\u200B\u200D\u2060", "\uD83D\uDE4F\uD83C\uDFFD", "e\u0301\u0301\u0301\u0301\u0301\u0301", "\uFFFE\uFFFF", "\u0E33\u0E4D\u0E32",
        $"<script>{Mark}()</script>", $"\"><img src=x onerror={Mark}()>", $"'><svg/onload={Mark}()>", $"javascript:{Mark}()", $"</textarea><script>{Mark}()</script>",
        $"<iframe srcdoc='<script>{Mark}()</script>'>", $"&lt;script&gt;{Mark}()&lt;/script&gt;", $"<a href='javascript:{Mark}()'>x</a>", $"<style>*{{background:url(//{Mark}.example)}}</style>",
        "@Html.Raw(1)", "{{7*7}}", "${7*7}", "<%= 7*7 %>", "{0} {1} {999999}", "%s%n%x", "%00", "%2e%2e%2f",
        "' OR 1=1 --", "\"; DROP TABLE Raids; --", "1; PRAGMA key", "a* NEAR(b)", "\"unclosed", "NEAR/0 AND NOT",
        "=cmd|' /C calc'!A0", "+1+1", "@SUM(1)", "../../etc/passwd", "C:\\windows\\win.ini", "CON", "//evil.example/",
        "99999999999999999999", "-1", "1e400", "NaN",
    ];

    private static readonly string[] Sent = Culture.IsSecondRun ? [.. Hostile.Where((_, at) => at % 6 == 0)] : Hostile;

    public static TheoryData<string> Roles => [StaffRole.ResearchLeader, StaffRole.LegalAdvisor, StaffRole.Administrator, StaffRole.Auditor];

    [Fact]
    public void There_are_48_of_them() => Assert.Equal(48, Hostile.Distinct().Count());

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task No_form_of_a_role_fails_leaks_or_comes_alive(string role)
    {
        await app.ImportDemoAsync("dok-rak");
        var client = app.ClientFor(role);
        var pages = await Crawler.WalkAsync(client, "/");
        var wrong = new List<string>();
        var posts = 0;

        // A page that is asked for in several ways holds the same form each time.
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            foreach (var form in page.Forms.Where(form => known.Add($"POST {PathOf(page)} {form.Action} {string.Join(',', NamesOf(form))}")))
            {
                foreach (var text in Sent)
                {
                    posts++;
                    wrong.AddRange((await PostAsync(client, page.Address, form, text)).Select(found => $"POST {page.Address} with {Show(text)}: {found}"));
                }
            }

            if (AsksOf(page).ToList() is { Count: > 0 } asks && known.Add($"GET {PathOf(page)} {string.Join(',', asks)}"))
            {
                foreach (var text in Sent)
                {
                    posts++;
                    wrong.AddRange((await AskAsync(client, page, text)).Select(found => $"GET {page.Address} with {Show(text)}: {found}"));
                }
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {posts}\n{string.Join('\n', wrong.Take(30))}");
        Assert.True(posts >= Sent.Length, $"Only {posts} were sent.");
    }

    // Every field gets it at once, also those that a person could only choose; the form's own marks stay.
    private static async Task<IEnumerable<string>> PostAsync(HttpClient client, string address, IHtmlFormElement form, string text)
    {
        var fields = form.Elements.OfType<IHtmlElement>()
            .Select(one => (Name: one.GetAttribute("name"), IsHidden: one is IHtmlInputElement { Type: "hidden" } or IHtmlButtonElement, Value: one.GetAttribute("value") ?? ""))
            .Where(one => one.Name is not null)
            .Select(one => KeyValuePair.Create(one.Name!, one.IsHidden ? one.Value : text));
        using var content = new FormUrlEncodedContent(fields);
        var clock = Stopwatch.StartNew();
        var answer = await client.PostAsync(new Uri(form.Action.Length > 0 ? form.Action : address, UriKind.RelativeOrAbsolute), content);
        return await ProblemsAsync(answer, clock);
    }

    private static async Task<IEnumerable<string>> AskAsync(HttpClient client, CrawledPage page, string text)
    {
        var query = string.Join('&', AsksOf(page).Append("p").Select(name => $"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(text)}"));
        var clock = Stopwatch.StartNew();
        return await ProblemsAsync(await client.GetAsync(new Uri($"{PathOf(page)}?{query}", UriKind.Relative)), clock);
    }

    private static string PathOf(CrawledPage page) => page.Address.Split('?')[0];

    private static IEnumerable<string> NamesOf(IHtmlFormElement form) => form.Elements.OfType<IHtmlElement>().Select(one => one.GetAttribute("name")).OfType<string>();

    // The search box of the frame stands on every page and leads to one.
    private static IEnumerable<string> AsksOf(CrawledPage page) => page.Page is null ? [] : page.Page.Forms
        .Where(form => form.Method == "get" && (form.GetAttribute("action") != "/search" || PathOf(page) == "/search"))
        .SelectMany(NamesOf).Distinct();

    private static async Task<IEnumerable<string>> ProblemsAsync(HttpResponseMessage answer, Stopwatch clock)
    {
        var found = new List<string>();
        if ((int)answer.StatusCode >= 500)
        {
            found.Add($"answers {(int)answer.StatusCode}");
        }

        if (clock.Elapsed > TimeSpan.FromSeconds(30))
        {
            found.Add("takes longer than 30 seconds");
        }

        if (answer.Headers.Contains("Set-Cookie") && answer.Headers.GetValues("Set-Cookie").Any(cookie => cookie.StartsWith("x=", StringComparison.Ordinal)))
        {
            found.Add("sets a cookie of its own");
        }

        if (answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location is { IsAbsoluteUri: true } outside && !outside.IsLoopback)
        {
            found.Add($"leads to {outside.Host}");
        }

        if (answer.Content.Headers.ContentType?.MediaType == "text/html")
        {
            var page = await answer.ReadHtmlAsync();
            if (page.All.Any(IsAlive))
            {
                found.Add("markup that was typed is live");
            }

            var text = page.DocumentElement.TextContent;
            if (text.Contains("Exception", StringComparison.Ordinal) || text.Contains("   at RaidDocs", StringComparison.Ordinal) || text.Contains("SQLite", StringComparison.Ordinal))
            {
                found.Add("shows something of the inside");
            }
        }

        return found;
    }

    private static bool IsAlive(IElement one) =>
        (one is IHtmlScriptElement or IHtmlStyleElement && one.TextContent.Contains(Mark, StringComparison.Ordinal))
        || one.Attributes.Any(attribute =>
            (attribute.Name.StartsWith("on", StringComparison.Ordinal) || attribute.Name is "srcdoc" || attribute.Value.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) && attribute.Name is "href" or "src" or "action")
            && attribute.Value.Contains(Mark, StringComparison.Ordinal));

    private static string Show(string text) => Uri.EscapeDataString(text.Length > 40 ? text[..40] : text);
}
