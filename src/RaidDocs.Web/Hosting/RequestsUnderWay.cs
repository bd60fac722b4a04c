using System.Collections.Concurrent;

namespace RaidDocs.Web.Hosting;

/// <summary>The requests that use the store at this moment, so that locking can wait for them and end those that go on.</summary>
internal sealed class RequestsUnderWay
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(600);
    private static readonly TimeSpan AfterAbort = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    private readonly ConcurrentDictionary<HttpContext, byte> _requests = new();

    public IDisposable Enter(HttpContext context)
    {
        _requests.TryAdd(context, 0);
        return new Turn(_requests, context);
    }

    /// <summary>Waits for all but one's own; who is not done in time is cut off.</summary>
    public async Task EndAsync(HttpContext? own)
    {
        await WaitAsync(own, Patience);
        foreach (var late in _requests.Keys.Where(request => request != own))
        {
            late.Abort();
        }

        await WaitAsync(own, AfterAbort);
    }

    private async Task WaitAsync(HttpContext? own, TimeSpan most)
    {
        for (var waited = TimeSpan.Zero; waited < most && _requests.Keys.Any(request => request != own); waited += Look)
        {
            await Task.Delay(Look);
        }
    }

    private sealed class Turn(ConcurrentDictionary<HttpContext, byte> requests, HttpContext context) : IDisposable
    {
        public void Dispose() => requests.TryRemove(context, out _);
    }
}
