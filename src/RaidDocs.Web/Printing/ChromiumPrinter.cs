using System.Text;
using RaidDocs.Documents.Common;

namespace RaidDocs.Web.Printing;

/// <summary>
/// Prints through headless Chromium or Edge. All that it may load comes from memory. The browser stays open for a while, so
/// that the next document need not wait for its start; each document has a tab and a context of its own.
/// </summary>
internal sealed class ChromiumPrinter : IPdfPrinter, IDisposable
{
    public const string NoBrowser =
        "No Chromium or Edge was found. Install the Debian package chromium, or print the page from your browser.";

    private const string Host = "print.invalid";

    // A face that is declared but not yet loaded prints blank, and nothing fails. Every weight of every letter is loaded,
    // those of the running header too, which come from the attributes of the root.
    private const string AwaitFonts =
        """
        (() => {
          const text = document.documentElement.textContent + Object.values(document.documentElement.dataset).join('');
          const faces = new Set([...document.fonts].map(face => `${face.weight} 1em ${face.family}`));
          return Promise.all([...faces].map(face => document.fonts.load(face, text))).then(() => document.fonts.ready).then(() => true);
        })()
        """;

    private readonly string? _browser;
    private readonly TimeSpan _keepOpen;
    private readonly Timer _idle;

    // One document at a time: two would only slow each other down on a small machine.
    private readonly SemaphoreSlim _turn = new(1);
    private DevTools? _open;

    // Made ready after each document, while nobody waits.
    private Task<DevToolsTab>? _nextTab;
    private volatile bool _forget;

    public ChromiumPrinter(string? browser, TimeSpan keepOpen)
    {
        _browser = browser;
        _keepOpen = keepOpen;
        _idle = new Timer(_ => CloseIfIdle());
    }

    public bool IsAvailable => _browser is not null && File.Exists(_browser);

    /// <summary>The longest that one document may take.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Speak over a port, as on Windows, where a started program inherits no pipes.</summary>
    public bool OverPort { get; init; } = OperatingSystem.IsWindows();

    /// <summary>Where the open browser keeps its own files; null when none is open.</summary>
    public string? ProfileFolder => _open?.ProfileFolder;

    public async Task<byte[]> PrintAsync(PrintHtml document, CancellationToken cancellationToken)
    {
        if (!IsAvailable)
        {
            throw new PrintFailedException(NoBrowser);
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            _idle.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            var pdf = await PrintInTimeAsync(document, cancellationToken);
            if (_keepOpen > TimeSpan.Zero && _open is { } open)
            {
                _nextTab = PrepareTabAsync(open);
            }

            return pdf;
        }
        catch
        {
            // Whatever state it is in, the next document starts afresh.
            CloseBrowser();
            throw;
        }
        finally
        {
            if (_forget)
            {
                _forget = false;
                CloseBrowser();
            }

            _idle.Change(_keepOpen, Timeout.InfiniteTimeSpan);
            _turn.Release();
        }
    }

    public void Close()
    {
        // At once, under a document that is being printed too; and again after it, should the browser just be starting.
        _forget = _turn.CurrentCount == 0;
        CloseBrowser();
    }

    public void Dispose()
    {
        // The turn has nothing to dispose, and the clock may be asking for it at this moment.
        _idle.Dispose();
        Close();
    }

    private async Task<byte[]> PrintInTimeAsync(PrintHtml document, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeLimit);
        try
        {
            return await PrintPassesAsync(document, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new PrintFailedException(
                $"Printing took longer than {TimeLimit.TotalSeconds:0} seconds. Try again, or print the page from your browser.");
        }
    }

    private async Task<byte[]> PrintPassesAsync(PrintHtml document, CancellationToken cancellationToken)
    {
        // The browser starts while the page is made.
        var starting = OpenTabAsync(cancellationToken);
        Dictionary<string, int> pages = [];
        string html;
        try
        {
            html = await document(pages);
        }
        finally
        {
            await starting;
        }

        await using var tab = await starting;

        // The first pass finds the pages and is thrown away, so it needs no tags. The second prints them, a third is for a
        // number that moved a line.
        for (var pass = 1; pass <= 3; pass++)
        {
            var pdf = await PrintPassAsync(tab, html, tagged: pass > 1, cancellationToken);
            var found = ChromiumPdf.Headings(pdf);
            if (pass > 1 && found.Count == pages.Count && !found.Except(pages).Any())
            {
                return ChromiumPdf.WithoutOrigin(pdf);
            }

            pages = found;
            html = await document(pages);
        }

        throw new PrintFailedException("The page numbers did not settle. Print the page from your browser.");
    }

    private async Task<DevToolsTab> OpenTabAsync(CancellationToken cancellationToken)
    {
        if (_open is { HasEnded: false } open)
        {
            return Interlocked.Exchange(ref _nextTab, null) is { IsFaulted: false } next
                ? await next.WaitAsync(cancellationToken)
                : await DevToolsTab.OpenAsync(open, cancellationToken);
        }

        CloseBrowser();
        _open = await DevTools.StartAsync(_browser!, OverPort, cancellationToken);
        return await DevToolsTab.OpenAsync(_open, cancellationToken);
    }

    // An empty page with the style sheet and all fonts: a document that prints in this tab finds them there.
    private static async Task<DevToolsTab> PrepareTabAsync(DevTools browser)
    {
        var tab = await DevToolsTab.OpenAsync(browser, CancellationToken.None);
        await LoadAsync(tab, "<!DOCTYPE html><link rel=\"stylesheet\" href=\"/print/print.css\">", CancellationToken.None);
        const string loadAll = "Promise.all([...document.fonts].map(face => face.load())).then(() => true)";
        await tab.SendAsync("Runtime.evaluate", new() { ["expression"] = loadAll, ["awaitPromise"] = true }, CancellationToken.None);
        return tab;
    }

    private static async Task<byte[]> PrintPassAsync(DevToolsTab tab, string html, bool tagged, CancellationToken cancellationToken)
    {
        await LoadAsync(tab, html, cancellationToken);

        var fonts = await tab.SendAsync(
            "Runtime.evaluate", new() { ["expression"] = AwaitFonts, ["awaitPromise"] = true }, cancellationToken);
        if (fonts["exceptionDetails"] is not null)
        {
            throw new PrintFailedException("A font could not be loaded.");
        }

        // Running header and footer are margin boxes of the style sheet, in the document's own fonts.
        var printed = await tab.SendAsync("Page.printToPDF", new()
        {
            ["preferCSSPageSize"] = true,
            ["printBackground"] = true,
            ["generateTaggedPDF"] = tagged,
            ["generateDocumentOutline"] = tagged,
            ["transferMode"] = "ReturnAsStream",
        }, cancellationToken);

        return await tab.ReadAsync((string)printed["stream"]!, cancellationToken);
    }

    private static Task LoadAsync(DevToolsTab tab, string html, CancellationToken cancellationToken)
    {
        tab.Serve = url => (url.Host, url.AbsolutePath) switch
        {
            (Host, "/") => new PrintAsset("text/html; charset=utf-8", Encoding.UTF8.GetBytes(html)),
            (Host, var path) => PrintAssets.Find(path),
            _ => null,
        };
        return tab.NavigateAsync($"http://{Host}/", cancellationToken);
    }

    private void CloseIfIdle()
    {
        // A document that is being printed has the turn, and winds the clock again when it is done.
        if (_turn.Wait(0))
        {
            CloseBrowser();
            _turn.Release();
        }
    }

    private void CloseBrowser()
    {
        _nextTab = null;
        Interlocked.Exchange(ref _open, null)?.Dispose();
    }
}
