using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RaidDocs.Web.Printing;

/// <summary>A headless browser, spoken to over the DevTools protocol. Its profile is private and goes with it.</summary>
internal sealed class DevTools : IDisposable
{
    /// <summary>The protocol's own word for a tab that is no more.</summary>
    public const string Detached = "Inspector.detached";

    private static readonly string[] Switches =
    [
        "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-extensions", "--disable-breakpad",
        "--disable-crash-reporter", "--disable-default-apps", "--no-default-browser-check", "--mute-audio",
        "--no-startup-window", "--disk-cache-size=1",
    ];

    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode>> _answers = new();
    private readonly ConcurrentDictionary<string, Action<string, JsonNode>> _tabs = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _sending = new(1);

    // Readable to its owner only: that is how the runtime makes such a folder.
    private readonly DirectoryInfo _profile = Directory.CreateTempSubdirectory("raiddocs-print-");
    private readonly Process _process;
    private IDevToolsChannel? _channel;
    private int _lastId;
    private int _disposed;
    private volatile bool _ended;

    private DevTools(string browser, bool overPort)
    {
        string[] arguments = [.. Switches, $"--user-data-dir={_profile.FullName}"];
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess)
        {
            // Chromium refuses its sandbox to root. The application is not meant to run as root.
            arguments = [.. arguments, "--no-sandbox"];
        }

        _process = Process.Start(overPort ? SocketChannel.Start(browser, arguments) : PipeChannel.Start(browser, arguments))!;
    }

    /// <summary>It was killed, it crashed, or its channel broke.</summary>
    public bool HasEnded => _ended || _process.HasExited;

    public string ProfileFolder => _profile.FullName;

    public static async Task<DevTools> StartAsync(string browser, bool overPort, CancellationToken cancellationToken)
    {
        var devTools = new DevTools(browser, overPort);
        try
        {
            devTools._channel = overPort
                ? await SocketChannel.ConnectAsync(devTools._process, devTools._profile, cancellationToken)
                : new PipeChannel(devTools._process);
            _ = devTools.ListenAsync();
            await devTools.SendAsync("Browser.getVersion", [], null, cancellationToken);
            return devTools;
        }
        catch
        {
            devTools.Dispose();
            throw;
        }
    }

    public static PrintFailedException Ended(Exception? why) =>
        new("The browser ended while printing. Try again, or print the page from your browser.", why);

    /// <summary>What a tab wants to hear: the name of the event and its parameters.</summary>
    public void Listen(string tab, Action<string, JsonNode> heard) => _tabs[tab] = heard;

    public void Forget(string tab) => _tabs.TryRemove(tab, out _);

    public async Task<JsonNode> SendAsync(string method, JsonObject parameters, string? tab, CancellationToken cancellationToken)
    {
        var id = Interlocked.Increment(ref _lastId);
        var answer = _answers[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        if (tab is not null)
        {
            message["sessionId"] = tab;
        }

        await _sending.WaitAsync(cancellationToken);
        try
        {
            await _channel!.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), cancellationToken);
        }
        catch (Exception broken) when (broken is IOException or ObjectDisposedException or InvalidOperationException)
        {
            throw Ended(broken);
        }
        finally
        {
            _sending.Release();
        }

        if (_ended)
        {
            throw Ended(null);
        }

        return await answer.Task.WaitAsync(cancellationToken);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        _ended = true;

        // Killed, not asked: it holds nothing worth saving.
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _channel?.Dispose();
        _process.Dispose();
        DeleteProfile();
    }

    private void DeleteProfile()
    {
        // Its helpers die a moment after it, and may still be writing. Should one refuse to die, the folder stays: nothing of
        // a document is ever in it, and nobody who prints or locks should be stopped by it.
        for (var tries = 0; tries < 40 && Directory.Exists(_profile.FullName); tries++)
        {
            try
            {
                _profile.Delete(recursive: true);
            }
            catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
            {
                Thread.Sleep(25);
            }
        }
    }

    private async Task ListenAsync()
    {
        Exception? why = null;
        try
        {
            while (await _channel!.ReceiveAsync() is { } message)
            {
                Handle(JsonNode.Parse(message.Span)!);
            }
        }
        catch (Exception ended) when (ended is IOException or JsonException or ObjectDisposedException or InvalidOperationException)
        {
            why = ended;
        }

        _ended = true;
        foreach (var answer in _answers.Values)
        {
            answer.TrySetException(Ended(why));
        }

        // Who waits for an event waits for no answer, and must hear of it too.
        foreach (var heard in _tabs.Values)
        {
            heard(Detached, new JsonObject());
        }
    }

    private void Handle(JsonNode message)
    {
        if (message["id"] is { } id)
        {
            if (_answers.TryRemove((int)id, out var answer))
            {
                _ = message["error"] is { } error
                    ? answer.TrySetException(new PrintFailedException(
                        "The browser could not print this page. Print it from your own.", new InvalidOperationException(error.ToJsonString())))
                    : answer.TrySetResult(message["result"]!);
            }
        }
        else if ((string?)message["sessionId"] is { } tab && _tabs.TryGetValue(tab, out var heard))
        {
            heard((string)message["method"]!, message["params"]!);
        }
    }
}
