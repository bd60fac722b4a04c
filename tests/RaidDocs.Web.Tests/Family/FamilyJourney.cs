using System.Globalization;
using Microsoft.Playwright;
using RaidDocs.Family;
using RaidDocs.Web.Tests.Infrastructure;
using RaidDocs.Web.Tests.Printing;

namespace RaidDocs.Web.Tests.Family;

/// <summary>A mother's way in a real browser: small phones, scripts on and off, a slow line, the way out and back.</summary>
[Trait("Kind", "Browser")]
public sealed class FamilyJourney : IAsyncLifetime
{
    private static readonly string[] Switches = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly FamilyApp _app = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string _number = "";

    public async ValueTask InitializeAsync()
    {
        var raid = await _app.StartAsync();
        var woman = await _app.WomanAsync(raid);
        await _app.AnswersAsync(raid, woman);
        _number = (await _app.GiveAsync(raid, woman, FamilyApp.Facts(Domain.Family.FamilyLevel.Messages))).Number;
        _app.House.Set(new PageSettings { Phone = "+66 81 234 5678", SwitchedOn = ["th", "my", "shn", "lo", "km"] });
        if (File.Exists(PrinterFixture.Browser) || Environment.GetEnvironmentVariable("CI") is not null)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = PrinterFixture.Browser, Args = Environment.IsPrivilegedProcess ? [.. Switches, "--no-sandbox"] : Switches });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await _app.DisposeAsync();
    }

    [Theory]
    [InlineData(240, false)]
    [InlineData(240, true)]
    [InlineData(320, false)]
    [InlineData(320, true)]
    [InlineData(360, false)]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    public async Task A_mother_types_reads_leaves_and_neither_back_nor_reload_shows_it_again(int width, bool scripts)
    {
        var page = await OpenAsync(width, scripts);
        var hosts = new HashSet<string>();
        page.Request += (_, request) => hosts.Add(new Uri(request.Url).Host);

        await page.GotoAsync("/n");
        Assert.Equal("Information", await page.TitleAsync());
        await page.GetByLabel("Number").FillAsync(_number);
        await page.GetByRole(AriaRole.Button, new() { Name = "See" }).ClickAsync();
        await page.GetByText("She is staying in a government place in Thailand.").WaitForAsync();
        Assert.DoesNotContain(_number[..4], page.Url, StringComparison.Ordinal);
        Assert.True(await SidewaysAsync(page, scripts) <= width);

        // The way out stays in sight however far she reads.
        await page.Mouse.WheelAsync(0, 2000);
        var leave = await page.GetByRole(AriaRole.Link, new() { Name = "Leave this page" }).BoundingBoxAsync();
        Assert.True(leave is { Y: >= 0 and < 300, Height: >= 48 });

        await page.ReloadAsync();
        await page.GetByLabel("Number").WaitForAsync();

        await page.GetByLabel("Number").FillAsync(_number);
        await page.GetByRole(AriaRole.Button, new() { Name = "See" }).ClickAsync();
        await page.GetByText("She is staying in a government place in Thailand.").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Leave this page" }).ClickAsync();
        await page.GetByText("21 November 2026").WaitForAsync();
        await page.GoBackAsync();
        Assert.DoesNotContain("government place", await page.ContentAsync(), StringComparison.Ordinal);

        Assert.Single(hosts);
        Assert.Empty(await page.Context.CookiesAsync());
    }

    [Theory]
    [InlineData("en")]
    [InlineData("th")]
    [InlineData("my")]
    [InlineData("shn")]
    [InlineData("lo")]
    [InlineData("km")]
    public async Task Each_page_has_no_barrier_no_sideways_scroll_and_large_letters_and_targets(string language)
    {
        var page = await OpenAsync(240, scripts: true, bypass: true);
        foreach (var path in new[] { $"/n?l={language}", $"/n/ask?l={language}", "answer", "/leave" })
        {
            if (path == "answer")
            {
                await page.GotoAsync($"/n?l={language}");
                await page.Locator("#n").FillAsync(_number);
                await page.Locator("button").ClickAsync();
                await page.WaitForFunctionAsync("() => !document.querySelector('#n') && document.readyState === 'complete'");
            }
            else
            {
                await page.GotoAsync(path);
            }

            await BrowserFixture.ShowAsync(page, $"family-{(path == "answer" ? "news" : path.Split('?')[0].Trim('/').Replace('/', '-'))}-{language}");
            Assert.Equal(240, await SidewaysAsync(page, scripts: true));
            Assert.Empty((await Barriers.OfAsync(page)).Select(barrier => $"{path} {barrier}"));
            Assert.Equal("18px", await page.EvaluateAsync<string>("() => getComputedStyle(document.body).fontSize"));
            Assert.Empty(await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a, button, input:not([type=hidden])')].filter(one => one.getBoundingClientRect().height < 48 || one.getBoundingClientRect().width < 48).map(one => one.outerHTML)"));

            // Seven to one: the darkest grounds and the palest letters of the one style sheet.
            Assert.Empty(await page.EvaluateAsync<string[]>(
                """
                () => {
                  const lum = colour => { const [r, g, b] = colour.match(/\d+/g).map(Number).map(one => { const c = one / 255; return c <= .03928 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4; }); return .2126 * r + .7152 * g + .0722 * b; };
                  const ground = one => { while (one && getComputedStyle(one).backgroundColor === 'rgba(0, 0, 0, 0)') one = one.parentElement; return one ? getComputedStyle(one).backgroundColor : 'rgb(255, 255, 255)'; };
                  return [...document.body.querySelectorAll('*')].filter(one => one.textContent.trim()).filter(one => {
                    const [a, b] = [lum(getComputedStyle(one).color), lum(ground(one))].sort((x, y) => y - x);
                    return (a + .05) / (b + .05) < 7;
                  }).map(one => one.outerHTML.slice(0, 80));
                }
                """));
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("my")]
    public async Task On_a_line_of_50_kilobits_and_800_milliseconds_the_answer_is_one_response_and_there_in_two_seconds(string language)
    {
        var page = await OpenAsync(360, scripts: false);
        await page.GotoAsync($"/n?l={language}");
        var line = await page.Context.NewCDPSessionAsync(page);
        await line.SendAsync("Network.enable");
        await line.SendAsync("Network.emulateNetworkConditions", new() { ["offline"] = false, ["latency"] = 800, ["downloadThroughput"] = 50_000 / 8, ["uploadThroughput"] = 50_000 / 8 });
        var responses = new List<IResponse>();
        page.Response += (_, response) => responses.Add(response);

        await page.Locator("#n").FillAsync(_number);
        await page.Locator("button").ClickAsync();
        await page.GetByText("2026").First.WaitForAsync();

        Assert.Equal([303, 200], responses.Select(response => response.Status));

        // Reckoned, because this machine may be busy: two round trips, and the bytes of both answers at the speed of the line.
        var bytes = 0;
        foreach (var response in responses)
        {
            var sizes = await response.Request.SizesAsync();
            bytes += sizes.ResponseHeadersSize + sizes.ResponseBodySize;
        }

        Assert.InRange(bytes, 500, 6_000);
        var seconds = (2 * 0.8) + (bytes * 8 / 50_000.0);
        TestContext.Current.SendDiagnosticMessage(string.Create(CultureInfo.InvariantCulture, $"{language}: {bytes} bytes, {seconds:0.00} s"));
        Assert.True(seconds <= 2.0, string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes, {seconds:0.00} s"));
    }

    [Fact]
    public async Task It_prints_on_one_side_of_A5_without_the_way_out()
    {
        var page = await OpenAsync(360, scripts: false);
        await page.GotoAsync("/n");
        await page.GetByLabel("Number").FillAsync(_number);
        await page.GetByRole(AriaRole.Button, new() { Name = "See" }).ClickAsync();
        await page.GetByText("She is staying").WaitForAsync();

        var pdf = await page.PdfAsync(new() { PreferCSSPageSize = true });

        Assert.Equal("1", (await Poppler.InfoAsync(pdf))["Pages"]);
        var text = await Poppler.TextAsync(pdf);
        Assert.Contains("She is staying", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Leave this page", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_keyboard_alone_the_way_out_comes_first()
    {
        var page = await OpenAsync(320, scripts: true, bypass: true);
        await page.GotoAsync("/n");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("/leave", await page.EvaluateAsync<string>("() => document.activeElement.getAttribute('href')"));
        await page.Locator("#n").FocusAsync();
        await page.Keyboard.TypeAsync(_number);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("She is staying").WaitForAsync();
    }

    private static Task<int> SidewaysAsync(IPage page, bool scripts) =>
        scripts ? page.EvaluateAsync<int>("() => document.scrollingElement.scrollWidth") : Task.FromResult(0);

    private async Task<IPage> OpenAsync(int width, bool scripts, bool bypass = false)
    {
        if (_browser is null)
        {
            Assert.Skip("No browser is installed.");
        }

        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = _app.ClientOptions.BaseAddress.ToString(),
            JavaScriptEnabled = scripts,
            BypassCSP = bypass,
            Locale = "en",
            ViewportSize = new() { Width = width, Height = 480 },
        });
        return await context.NewPageAsync();
    }
}
