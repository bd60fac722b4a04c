using System.Net.Sockets;

namespace RaidDocs.Web.Tests.Server;

/// <summary>A line to the socket of a server that can fall silent, as when the server lost its power: nothing comes, and nobody says so.</summary>
internal sealed class FrozenLine : IAsyncDisposable
{
    private const string Name = ".s.PGSQL.5432";

    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly TaskCompletionSource _frozen = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _end = new();
    private readonly List<Task> _running = [];

    public FrozenLine(string server)
    {
        _listener.Bind(new UnixDomainSocketEndPoint(Path.Combine(Folder, Name)));
        _listener.Listen();
        _running.Add(AcceptAsync(Path.Combine(server, Name)));
    }

    /// <summary>The host to connect to instead.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("rdline-").FullName;

    public void Freeze() => _frozen.SetResult();

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await Task.WhenAll(_running);
        _end.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task AcceptAsync(string server)
    {
        try
        {
            while (true)
            {
                var near = await _listener.AcceptAsync(_end.Token);
                var far = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await far.ConnectAsync(new UnixDomainSocketEndPoint(server), _end.Token);
                _running.Add(PassAsync(near, far));
                _running.Add(PassAsync(far, near));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // It is over.
        }
    }

    private async Task PassAsync(Socket from, Socket to)
    {
        var bytes = new byte[8192];
        try
        {
            while (await from.ReceiveAsync(bytes, _end.Token) is > 0 and var read)
            {
                if (_frozen.Task.IsCompleted)
                {
                    continue;
                }

                await to.SendAsync(bytes.AsMemory(0, read), _end.Token);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // It is over.
        }
        finally
        {
            to.Dispose();
        }
    }
}
