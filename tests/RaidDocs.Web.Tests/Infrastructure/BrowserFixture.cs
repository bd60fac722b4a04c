using Microsoft.Playwright;
using RaidDocs.Web.Tests.Printing;

namespace RaidDocs.Web.Tests.Infrastructure;

/// <summary>The application on a real port, and a browser to open it with: a small phone, scripts off unless asked for.</summary>
public class BrowserFixture : TestApp, IAsyncLifetime
{
    private static readonly string[] Switches =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public BrowserFixture() => UseKestrel(port: 0);

    public async ValueTask InitializeAsync()
    {
        StartServer();

        // Makes the people who sign in.
        ClientFor(null).Dispose();
        if (!File.Exists(PrinterFixture.Browser) && Environment.GetEnvironmentVariable("CI") is null)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            // Debian's own browser: nothing is downloaded.
            ExecutablePath = PrinterFixture.Browser,
            Args = Environment.IsPrivilegedProcess ? [.. Switches, "--no-sandbox"] : Switches,
        });
    }

    /// <summary>A page of somebody who is signed in with a role; null is a stranger.</summary>
    public async Task<IPage> PageForAsync(string? role, bool scripts = false, int width = 360, int height = 640, bool keepPolicy = false)
    {
        if (_browser is null)
        {
            Assert.Skip("No browser is installed.");
        }

        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = ClientOptions.BaseAddress.ToString(),
            JavaScriptEnabled = scripts,

            // The checker of barriers is itself a script, which our policy would stop.
            BypassCSP = scripts && !keepPolicy,
            Locale = "en",
            ViewportSize = new() { Width = width, Height = height },
            ExtraHTTPHeaders = role is null
                ? []
                : new Dictionary<string, string> { ["X-Test-Role"] = role, ["X-Test-Person"] = PersonIn(role).ToString("D") },
        });
        return await context.NewPageAsync();
    }

    /// <summary>A picture of the page for people to look at.</summary>
    public static Task ShowAsync(IPage page, string name) => page.ScreenshotAsync(new()
    {
        Path = Path.Combine(Repository.Root, "tests", "screenshots", $"{name}.png"),
        FullPage = true,
    });

    public override async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
