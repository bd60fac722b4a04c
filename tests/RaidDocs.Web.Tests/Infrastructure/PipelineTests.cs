using System.Globalization;
using System.IO.Compression;
using System.Net;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Tests.Infrastructure;

public sealed class PipelineTests(KitApp app) : IClassFixture<KitApp>
{
    [Theory]
    [InlineData("/kit/list")]
    [InlineData("/no-such-page")]
    [InlineData("/kit/broken")]
    [InlineData("/exit")]
    public async Task Every_answer_carries_the_headers(string url)
    {
        var response = await app.Client().GetAsync(Local(url));

        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'", Header(response, "Content-Security-Policy"));
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header(response, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(response, "Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header(response, "Cross-Origin-Resource-Policy"));
        Assert.Contains("camera=()", Header(response, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.Equal("no-store", Header(response, "Cache-Control"));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("https://notes.example", "max-age=31536000; includeSubDomains")]
    [InlineData("https://192.168.1.20", null)]
    [InlineData("http://notes.example", null)]
    public async Task Only_a_name_over_https_is_to_be_asked_over_https_for_a_year(string origin, string? header)
    {
        using var client = app.Client();
        client.BaseAddress = new Uri(origin);

        var answer = await client.GetAsync(Local("/kit/list"));

        Assert.Equal(header, answer.Headers.TryGetValues("Strict-Transport-Security", out var values) ? values.Single() : null);
    }

    [Fact]
    public async Task Style_sheet_scripts_and_pictures_say_how_they_are_written()
    {
        foreach (var address in new[] { "/site.css", "/hide.js", "/icons/note.svg" })
        {
            Assert.Equal("utf-8", (await app.Client().GetAsync(Local(address))).Content.Headers.ContentType?.CharSet);
        }
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task Other_methods_are_refused(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/kit/list");

        var response = await app.Client().SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Fact]
    public async Task Not_yours_reads_exactly_as_does_not_exist()
    {
        var missing = await app.Client().GetAsync(Local("/kit/broken?status=404"));
        var forbidden = await app.Client().GetAsync(Local("/kit/broken?status=403"));

        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        Assert.Equal((await missing.ReadHtmlAsync()).Words(), (await forbidden.ReadHtmlAsync()).Words());
    }

    [Fact]
    public async Task A_failure_shows_a_short_id_and_the_log_has_it_without_what_was_typed()
    {
        var response = await app.Client().GetAsync(Local("/kit/broken"));

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        var page = await response.ReadHtmlAsync();
        var id = page.QuerySelector(".code")!.TextContent;
        Assert.DoesNotContain("Mali", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var log = string.Concat(Directory.GetFiles(KitApp.LogFolder).Select(ReadShared));
        Assert.Contains($"Failure \\\"{id}\\\"", log, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException", log, StringComparison.Ordinal);
        Assert.DoesNotContain("Mali", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_of_a_request_holds_no_address()
    {
        await app.Client().GetAsync(Local("/kit/list?q=Orchid"));

        var log = string.Concat(Directory.GetFiles(KitApp.LogFolder).Select(ReadShared));
        Assert.DoesNotContain("Orchid", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_of_a_megabyte_is_refused_with_the_limit()
    {
        var client = app.Client();
        var form = await client.OpenFormAsync("/kit/sample");

        var response = await form.Fill("What happened", new string('x', 1_000_000)).PostAsync();

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("This page takes up to 768 kB at once", (await response.ReadHtmlAsync()).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Language_is_asked_for_then_remembered_then_taken_from_the_browser()
    {
        var client = app.Client(language: "en-GB,en;q=0.8,th;q=0.5");

        Assert.Equal("en", await LanguageOf("/kit/list"));
        Assert.Equal("th", await LanguageOf("/kit/list?l=th"));
        Assert.Equal("th", await LanguageOf("/kit/list"));
        Assert.Equal("en", await LanguageOf("/kit/list?l=en"));
        Assert.Equal("en", await LanguageOf("/kit/list?l=xx"));
        client = app.Client(language: "fr,th;q=0.9,en;q=0.8");
        Assert.Equal("th", await LanguageOf("/kit/list"));

        async Task<string?> LanguageOf(string url) => (await client.OpenPageAsync(url)).DocumentElement.GetAttribute("lang");
    }

    [Fact]
    public async Task No_request_runs_in_a_culture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("th-TH");
        var page = await app.Client(language: "th").OpenPageAsync("/kit/list");
        CultureInfo.CurrentCulture = before;

        Assert.Equal("|th", page.QuerySelector(".culture")!.TextContent);
        Assert.Equal("12 มีนาคม 2568 (2025)", page.QuerySelector("time")!.TextContent);
        Assert.Equal("2025-03-12", page.QuerySelector("time")!.GetAttribute("datetime"));
    }

    [Fact]
    public async Task Hide_comes_first_and_forgets_everything()
    {
        var page = await app.Client().OpenPageAsync("/kit/list");
        Assert.Equal(["/exit", "#main"], page.QuerySelectorAll("a, button, input").Take(2).Select(link => link.GetAttribute("href")));

        var response = await app.Client().GetAsync(Local("/exit"));

        Assert.Equal("\"cache\", \"cookies\", \"storage\"", Header(response, "Clear-Site-Data"));
        Assert.Equal("/leave", response.Headers.Location?.OriginalString);
        var calendar = await app.Client().OpenPageAsync("/leave");
        Assert.Equal("Wednesday 20 May 2026", calendar.QuerySelector("h1")!.TextContent);
        Assert.Equal("20", calendar.QuerySelector("[aria-current]")!.TextContent);
        Assert.DoesNotContain("Notes", calendar.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_frame_has_a_menu_only_for_the_signed_in()
    {
        var hers = await app.Client().OpenPageAsync("/kit/list");
        var strangers = await app.Client(user: null).OpenPageAsync("/kit/list");

        // The kit's person has no role, so no part of the site but the first page is hers.
        Assert.Equal(["Home"], hers.QuerySelectorAll("header nav a").Select(link => link.TextContent));
        Assert.Contains("Signed in as Nok", hers.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(strangers.QuerySelectorAll("nav[aria-label=Menu], footer form"));
        Assert.Equal("Raids - Notes", hers.Title);
    }

    [Fact]
    public async Task Pages_of_a_list_keep_the_filter()
    {
        var page = await app.Client().OpenPageAsync("/kit/list?q=tak&p=2");

        Assert.Equal(["/kit/list?q=tak&p=1", "/kit/list?q=tak&p=3"], page.QuerySelectorAll(".pages a").Select(link => link.GetAttribute("href")));
        Assert.Equal("Page 2 of 3, 6 in all", page.QuerySelector(".pages span")!.TextContent);
    }

    [Fact]
    public void The_stylesheet_is_at_most_10_kB()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(File.ReadAllBytes(Path.Combine(Repository.Root, "src", "RaidDocs.Web", "wwwroot", "site.css")));
        }

        Assert.InRange(packed.Length, 1, 10 * 1024);
    }

    [Fact]
    public void No_view_has_style_or_script_in_it()
    {
        var offenders = Repository.Sources(".cshtml").Where(file =>
            System.Text.RegularExpressions.Regex.IsMatch(File.ReadAllText(file), @"\sstyle=|<style|<script(?![^>]*\ssrc=)|\son[a-z]+="""));

        Assert.Empty(offenders);
    }

    [Fact]
    public void No_page_takes_a_file_into_memory() =>
        Assert.DoesNotContain(Repository.Sources(".cs", ".cshtml"), file => File.ReadAllText(file).Contains("IFormFile", StringComparison.Ordinal));

    [Fact]
    public void Today_is_the_day_in_bangkok() =>
        Assert.Equal(new DateOnly(2026, 5, 20), ((TimeProvider)app.Services.GetService(typeof(TimeProvider))!).Today());

    private static string Header(HttpResponseMessage response, string name) => string.Join(", ", response.Headers.GetValues(name));

    private static Uri Local(string url) => new(url, UriKind.Relative);

    private static string ReadShared(string file)
    {
        using var reader = new StreamReader(File.Open(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }
}
