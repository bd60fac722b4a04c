using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
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

    private const string NotNumbered = "The pages could not be numbered. Print the page from your browser.";

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

    // The page each heading will fall on, written into the contents: the document is laid out for a moment as columns of one
    // page's size, which break where pages break. A guess that costs a few milliseconds; the printed file is held against it.
    private const string GuessPages =
        """
        (() => {
          const box = getComputedStyle(document.documentElement);
          const [width, height] = [box.getPropertyValue('--page-width'), box.getPropertyValue('--page-height')];
          if (!width || !document.body) return;
          const style = document.body.style;
          style.cssText = `position: relative; width: ${width}; height: ${height}; columns: auto ${width}; column-gap: 10px; column-fill: auto`;
          const step = document.body.getBoundingClientRect().width + 10;
          for (const page of document.querySelectorAll('[data-page-of]')) {
            const heading = document.getElementById(page.dataset.pageOf);
            if (heading) page.textContent = Math.round(heading.getBoundingClientRect().left / step) + 1;
          }
          style.cssText = '';
        })()
        """;

    private const string ReadPages =
        "Object.fromEntries([...document.querySelectorAll('[data-page-of]')].map(page => [page.dataset.pageOf, Number(page.textContent)]))";

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

    public Task<byte[]> PrintAsync(Func<Task<string>> document, CancellationToken cancellationToken) => PrintAsync(document, PrintExtras.None, cancellationToken);

    public async Task<byte[]> PrintAsync(Func<Task<string>> document, PrintExtras extras, CancellationToken cancellationToken)
    {
        if (!IsAvailable)
        {
            throw new PrintFailedException(NoBrowser);
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            _idle.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            var pdf = await PrintInTimeAsync(document, extras, cancellationToken);
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

    private async Task<byte[]> PrintInTimeAsync(Func<Task<string>> document, PrintExtras extras, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeLimit);
        try
        {
            return await PrintPassesAsync(document, extras, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new PrintFailedException(
                $"Printing took longer than {TimeLimit.TotalSeconds:0} seconds. Try again, or print the page from your browser.");
        }
    }

    private async Task<byte[]> PrintPassesAsync(Func<Task<string>> document, PrintExtras extras, CancellationToken cancellationToken)
    {
        // The browser starts while the page is made.
        var starting = OpenTabAsync(cancellationToken);
        string html;
        try
        {
            html = await document();
        }
        finally
        {
            await starting;
        }

        await using var tab = await starting;
        await LoadAsync(tab, html, extras, cancellationToken);
        await EvaluateAsync(tab, AwaitFonts, "A font could not be loaded.", cancellationToken);
        await EvaluateAsync(tab, GuessPages, NotNumbered, cancellationToken);

        // Once where the guess was right, twice where it was not, and once more for a number that moved a line.
        for (var pass = 1; pass <= 3; pass++)
        {
            var pdf = await PrintPassAsync(tab, cancellationToken);
            var written = await EvaluateAsync(tab, ReadPages, NotNumbered, cancellationToken);
            IReadOnlyDictionary<string, int> found = ChromiumPdf.Headings(pdf);
            found = extras.Numbers?.Invoke(found) ?? found;
            var wrong = written!.AsObject().Where(page => found.GetValueOrDefault(page.Key) != (int)page.Value!).ToList();
            if (wrong.Count == 0)
            {
                return ChromiumPdf.WithoutOrigin(pdf);
            }

            var right = JsonSerializer.Serialize(wrong.ToDictionary(page => page.Key, page => found.GetValueOrDefault(page.Key)));
            await EvaluateAsync(tab, WritePages(right), NotNumbered, cancellationToken);
        }

        throw new PrintFailedException("The page numbers did not settle. Print the page from your browser.");
    }

    private static string WritePages(string pages) =>
        $"for (const [id, page] of Object.entries({pages})) for (const place of document.querySelectorAll(`[data-page-of=\"${{id}}\"]`)) place.textContent = page";

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
        await LoadAsync(tab, "<!DOCTYPE html><link rel=\"stylesheet\" href=\"/print/print.css\">", PrintExtras.None, CancellationToken.None);
        const string loadAll = "Promise.all([...document.fonts].map(face => face.load())).then(() => true)";
        await EvaluateAsync(tab, loadAll, "A font could not be loaded.", CancellationToken.None);
        return tab;
    }

    private static async Task<JsonNode?> EvaluateAsync(
        DevToolsTab tab, string expression, string failed, CancellationToken cancellationToken)
    {
        var answer = await tab.SendAsync(
            "Runtime.evaluate",
            new() { ["expression"] = expression, ["awaitPromise"] = true, ["returnByValue"] = true },
            cancellationToken);
        return answer["exceptionDetails"] is null ? answer["result"]!["value"] : throw new PrintFailedException(failed);
    }

    private static async Task<byte[]> PrintPassAsync(DevToolsTab tab, CancellationToken cancellationToken)
    {
        // Running header and footer are margin boxes of the style sheet, in the document's own fonts.
        var printed = await tab.SendAsync("Page.printToPDF", new()
        {
            ["preferCSSPageSize"] = true,
            ["printBackground"] = true,
            ["generateTaggedPDF"] = true,
            ["generateDocumentOutline"] = true,
            ["transferMode"] = "ReturnAsStream",
        }, cancellationToken);

        return await tab.ReadAsync((string)printed["stream"]!, cancellationToken);
    }

    private static Task LoadAsync(DevToolsTab tab, string html, PrintExtras extras, CancellationToken cancellationToken)
    {
        tab.Serve = url => (url.Host, url.AbsolutePath) switch
        {
            (Host, "/") => new PrintAsset("text/html; charset=utf-8", Encoding.UTF8.GetBytes(html)),
            (Host, var path) => extras.Pictures.GetValueOrDefault(path) ?? PrintAssets.Find(path),
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
