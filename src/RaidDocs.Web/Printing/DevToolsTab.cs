using System.Text.Json.Nodes;
using RaidDocs.Documents.Common;

namespace RaidDocs.Web.Printing;

/// <summary>One tab in a context of its own: nothing of an earlier document is in it, and nothing of it stays.</summary>
internal sealed class DevToolsTab : IAsyncDisposable
{
    private readonly DevTools _browser;
    private readonly string _context;
    private readonly string _session;
    private TaskCompletionSource _loaded = new();

    private DevToolsTab(DevTools browser, string context, string session)
    {
        _browser = browser;
        _context = context;
        _session = session;
        browser.Listen(session, Hear);
    }

    /// <summary>What the tab may load. Everything else is refused.</summary>
    public Func<Uri, PrintAsset?> Serve { get; set; } = _ => null;

    public static async Task<DevToolsTab> OpenAsync(DevTools browser, CancellationToken cancellationToken)
    {
        var context = (string)(await browser.SendAsync("Target.createBrowserContext", [], null, cancellationToken))["browserContextId"]!;
        var target = await browser.SendAsync(
            "Target.createTarget", new() { ["url"] = "about:blank", ["browserContextId"] = context }, null, cancellationToken);
        var attached = await browser.SendAsync(
            "Target.attachToTarget", new() { ["targetId"] = (string)target["targetId"]!, ["flatten"] = true }, null, cancellationToken);

        var tab = new DevToolsTab(browser, context, (string)attached["sessionId"]!);
        await tab.SendAsync("Page.enable", [], cancellationToken);
        await tab.SendAsync("Fetch.enable", [], cancellationToken);
        await tab.SendAsync("Emulation.setEmulatedMedia", new() { ["media"] = "print" }, cancellationToken);
        return tab;
    }

    public Task<JsonNode> SendAsync(string method, JsonObject parameters, CancellationToken cancellationToken) =>
        _browser.SendAsync(method, parameters, _session, cancellationToken);

    public async Task NavigateAsync(string url, CancellationToken cancellationToken)
    {
        _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await SendAsync("Page.navigate", new() { ["url"] = url }, cancellationToken);
        await _loaded.Task.WaitAsync(cancellationToken);
    }

    public async Task<byte[]> ReadAsync(string stream, CancellationToken cancellationToken)
    {
        using var all = new MemoryStream();
        for (var end = false; !end;)
        {
            var part = await SendAsync("IO.read", new() { ["handle"] = stream, ["size"] = 1 << 20 }, cancellationToken);
            all.Write(Convert.FromBase64String((string)part["data"]!));
            end = (bool)part["eof"]!;
        }

        await SendAsync("IO.close", new() { ["handle"] = stream }, cancellationToken);
        return all.ToArray();
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Forget(_session);
        if (!_browser.HasEnded)
        {
            // Not awaited to the end by a browser that hangs: whoever owns it kills it then.
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            await _browser.SendAsync("Target.disposeBrowserContext", new() { ["browserContextId"] = _context }, null, limit.Token);
        }
    }

    private void Hear(string method, JsonNode parameters)
    {
        if (method == "Page.loadEventFired")
        {
            _loaded.TrySetResult();
        }
        else if (method == DevTools.Detached)
        {
            _loaded.TrySetException(DevTools.Ended(null));
        }
        else if (method == "Fetch.requestPaused")
        {
            _ = AnswerRequestAsync(parameters);
        }
    }

    private async Task AnswerRequestAsync(JsonNode paused)
    {
        var request = (string)paused["requestId"]!;
        try
        {
            if (!Uri.TryCreate((string?)paused["request"]?["url"], UriKind.Absolute, out var url) || Serve(url) is not { } asset)
            {
                await SendAsync("Fetch.failRequest", new() { ["requestId"] = request, ["errorReason"] = "BlockedByClient" }, default);
                return;
            }

            // In the tab's memory only: a tab that was made ready has style sheet and fonts, and need not ask for them again.
            var isPage = asset.MediaType.StartsWith("text/html", StringComparison.Ordinal);
            await SendAsync("Fetch.fulfillRequest", new()
            {
                ["requestId"] = request,
                ["responseCode"] = 200,
                ["responseHeaders"] = new JsonArray(
                    new JsonObject { ["name"] = "Content-Type", ["value"] = asset.MediaType },
                    new JsonObject { ["name"] = "Cache-Control", ["value"] = isPage ? "no-store" : "max-age=3600" }),
                ["body"] = Convert.ToBase64String(asset.Body.Span),
            }, default);
        }
        catch (PrintFailedException)
        {
            // The page that asked has gone meanwhile, or the browser has; who waits for it hears of that by itself.
        }
    }
}
