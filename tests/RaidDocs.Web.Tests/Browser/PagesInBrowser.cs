using Microsoft.Playwright;

namespace RaidDocs.Web.Tests.Browser;

internal static class PagesInBrowser
{
    /// <summary>Waits until the page is there. It asks the page itself: the news of a load can be lost on a busy machine.</summary>
    public static Task ArrivesAsync(this IPage page, string path) => page.WaitForFunctionAsync(
        "path => location.pathname.endsWith(path) && document.readyState === 'complete'", path, new() { Timeout = 90_000 });
}
