using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace RaidDocs.Web.Tests.Infrastructure;

/// <summary>What keeps a person from using a page, as axe finds it.</summary>
internal static class Barriers
{
    // Run in the page itself, which has no frames, and only what is wrong comes back: the runner that comes with axe opens a second page for each and
    // sends home all that is right, for which the browser takes three times as long.
    private const string Run =
        """
        async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
          .map(barrier => `${barrier.id}: ${barrier.nodes.slice(0, 2).map(node => node.html).join(' | ')}`)
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Each with its rule and the elements it is about; empty when there are none.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(IPage page)
    {
        await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>(Run);
    }
}
