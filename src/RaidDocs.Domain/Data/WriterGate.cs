namespace RaidDocs.Domain.Data;

/// <summary>One writer at a time, as SQLite wants it: waiting here is short and fair, waiting for its lock is neither.</summary>
public sealed class WriterGate : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private DateTime _last;

    /// <summary>
    /// A time for the next row: now, or just after the row before where the clock stands still or goes back. Microseconds,
    /// which PostgreSQL keeps too. To be called inside the gate.
    /// </summary>
    public DateTime NextTime(DateTime now)
    {
        now = StoreTime.Of(now);
        return _last = now > _last ? now : _last.AddMicroseconds(1);
    }

    /// <summary>Rows that follow are later than this. To be called inside the gate.</summary>
    internal void NotBefore(DateTime time) => _last = time > _last ? time : _last;

    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        return new Pass(_gate);
    }

    public void Dispose() => _gate.Dispose();

    private sealed class Pass(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
