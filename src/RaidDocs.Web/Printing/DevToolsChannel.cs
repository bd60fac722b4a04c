using System.Diagnostics;
using System.Net.WebSockets;

namespace RaidDocs.Web.Printing;

/// <summary>How messages go to the browser and come back.</summary>
internal interface IDevToolsChannel : IDisposable
{
    Task SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken);

    /// <summary>The next message, valid until the one after; null when the browser has closed.</summary>
    Task<ReadOnlyMemory<byte>?> ReceiveAsync();
}

/// <summary>
/// Two pipes, with a zero byte after each message. No port is open, so nobody else on the computer can listen, and a browser
/// whose pipe breaks ends by itself: it never outlives the application.
/// </summary>
internal sealed class PipeChannel(Process process) : IDevToolsChannel
{
    private static readonly byte[] End = [0];

    private readonly MemoryStream _message = new();
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _read;
    private int _next;

    /// <summary>The browser reads from descriptor 3 and writes to 4, which only a shell can join to our ends.</summary>
    public static ProcessStartInfo Start(string browser, string[] arguments) =>
        new("/bin/sh", ["-c", "exec \"$@\" 3<&0 4>&1 0</dev/null 1>/dev/null 2>&1", "sh", browser, "--remote-debugging-pipe", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };

    public async Task SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        // A write that is given up leaves half a message behind; the printer ends such a browser.
        var pipe = process.StandardInput.BaseStream;
        await pipe.WriteAsync(message, cancellationToken);
        await pipe.WriteAsync(End, cancellationToken);
        await pipe.FlushAsync(cancellationToken);
    }

    public async Task<ReadOnlyMemory<byte>?> ReceiveAsync()
    {
        _message.SetLength(0);
        while (true)
        {
            if (_next == _read)
            {
                _next = 0;
                _read = await process.StandardOutput.BaseStream.ReadAsync(_buffer);
                if (_read == 0)
                {
                    return null;
                }
            }

            var rest = _buffer.AsMemory(_next, _read - _next);
            var end = rest.Span.IndexOf((byte)0);
            _message.Write(end < 0 ? rest.Span : rest.Span[..end]);
            _next += end < 0 ? rest.Length : end + 1;
            if (end >= 0)
            {
                return _message.GetBuffer().AsMemory(0, (int)_message.Length);
            }
        }
    }

    public void Dispose() => _message.Dispose();
}

/// <summary>A web socket on a port of this computer that the browser chooses.</summary>
internal sealed class SocketChannel : IDevToolsChannel
{
    private readonly ClientWebSocket _socket = new();
    private readonly MemoryStream _message = new();
    private readonly byte[] _buffer = new byte[1 << 16];

    public static ProcessStartInfo Start(string browser, string[] arguments) => new(browser, ["--remote-debugging-port=0", .. arguments]);

    public static async Task<SocketChannel> ConnectAsync(Process process, DirectoryInfo profile, CancellationToken cancellationToken)
    {
        // The browser writes its port and its secret path here once it listens.
        var file = Path.Combine(profile.FullName, "DevToolsActivePort");
        string[] lines = [];
        while (lines.Length < 2)
        {
            if (process.HasExited)
            {
                throw new PrintFailedException("The browser did not start. Print the page from your browser.");
            }

            await Task.Delay(25, cancellationToken);
            lines = File.Exists(file) ? await File.ReadAllLinesAsync(file, cancellationToken) : [];
        }

        var channel = new SocketChannel();
        await channel._socket.ConnectAsync(new Uri($"ws://127.0.0.1:{lines[0]}{lines[1]}"), cancellationToken);
        return channel;
    }

    public Task SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken) =>
        _socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancellationToken).AsTask();

    public async Task<ReadOnlyMemory<byte>?> ReceiveAsync()
    {
        _message.SetLength(0);
        WebSocketReceiveResult part;
        try
        {
            do
            {
                part = await _socket.ReceiveAsync(_buffer, CancellationToken.None);
                _message.Write(_buffer, 0, part.Count);
            }
            while (!part.EndOfMessage);
        }
        catch (WebSocketException)
        {
            return null;
        }

        return part.MessageType == WebSocketMessageType.Close ? null : _message.GetBuffer().AsMemory(0, (int)_message.Length);
    }

    public void Dispose()
    {
        _socket.Dispose();
        _message.Dispose();
    }
}
