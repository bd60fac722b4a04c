using Microsoft.Playwright;
using RaidDocs.Web.Tests.Areas.Kit.Pages;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Forms;

/// <summary>The kit in a real browser, as narrow as a cheap phone, without script.</summary>
[Trait("Kind", "Browser")]
public sealed class FormLookTests
{
    private static readonly string Chromium = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";

    [Theory]
    [InlineData("en", 360)]
    [InlineData("th", 360)]
    [InlineData("en", 320)]
    [InlineData("en", 1100)]
    public async Task Nothing_is_wider_than_the_phone(string language, int width)
    {
        await using var app = KitApp.OnRealPort();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await LaunchAsync(playwright);
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = app.Address,
            JavaScriptEnabled = false,
            Locale = language,
            ViewportSize = new() { Width = width, Height = 640 },
            ExtraHTTPHeaders = new Dictionary<string, string> { [KitApp.UserHeader] = "Nok" },
        });
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add($"{message.Location} {message.Text}");

        foreach (var url in new[] { "/kit/sample", "/kit/list?p=2", "/leave" })
        {
            await page.GotoAsync(url);
            await LookAsync($"{url.Trim('/').Split('/', '?')[^1]}".Replace("p=2", "list", StringComparison.Ordinal));
        }

        await page.GotoAsync("/kit/sample");
        await page.Locator("main button").ClickAsync();
        await LookAsync("refused");
        Assert.Equal("", string.Join("\n", complaints.Where(text => !text.Contains("422", StringComparison.Ordinal) && !text.Contains("Clear-Site-Data", StringComparison.Ordinal))));

        async Task LookAsync(string name)
        {
            var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "tests", "screenshots"));
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder.FullName, $"kit-{name}-{language}-{width}.png"), FullPage = true });
            var box = (await page.Locator("main").BoundingBoxAsync())!;
            Assert.True(box.X >= 0 && box.X + box.Width <= width, $"{name}: {box.X}+{box.Width}");
        }
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task A_refused_form_and_a_list_have_no_barrier(ColorScheme colours)
    {
        await using var app = KitApp.OnRealPort();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await LaunchAsync(playwright);
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = app.Address,
            // The checker itself is a script that our policy would stop.
            BypassCSP = true,
            ColorScheme = colours,
            Locale = "en",
            ViewportSize = new() { Width = 360, Height = 640 },
            ExtraHTTPHeaders = new Dictionary<string, string> { [KitApp.UserHeader] = "Nok" },
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/kit/list?p=2");
        await CheckAsync();
        await page.GotoAsync("/kit/sample");
        await page.Locator("main button").ClickAsync();
        await CheckAsync();

        await page.GotoAsync("/kit/sample");
        await page.GetByLabel("What the place is called").FillAsync("Dok Rak");
        await page.GetByRole(AriaRole.Group, new() { Name = "When it happened" }).GetByLabel("Year").FillAsync("2568");
        await page.GetByLabel("Monday").CheckAsync();
        var store = (SampleStore)app.Services.GetService(typeof(SampleStore))!;
        store.Version = Guid.NewGuid();
        store.Stored = new() { Place = "Dok Rak Karaoke", Told = "They came by car." };
        await page.Locator("main button").ClickAsync();
        await CheckAsync();
        await page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "tests", "screenshots", $"kit-conflict-{colours}-360.png") });

        async Task CheckAsync() => Assert.Empty(await Barriers.OfAsync(page));
    }

    private static async Task<IBrowser> LaunchAsync(IPlaywright playwright)
    {
        if (!File.Exists(Chromium) && Environment.GetEnvironmentVariable("CI") is null)
        {
            Assert.Skip("No browser is installed.");
        }

        return await playwright.Chromium.LaunchAsync(new()
        {
            // Debian's own browser: nothing is downloaded.
            ExecutablePath = Chromium,
            Args = Environment.IsPrivilegedProcess ? ["--disable-gpu", "--no-sandbox"] : ["--disable-gpu"],
        });
    }
}
