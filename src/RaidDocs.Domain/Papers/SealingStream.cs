using System.Security.Cryptography;

namespace RaidDocs.Domain.Papers;

/// <summary>
/// Seals what is written to it, chunk by chunk, and takes its SHA-256 on the way. Nothing plain reaches the target. While one
/// batch of chunks is sealed and written the next one fills, and the disk begins to flush long before the end.
/// </summary>
internal sealed class SealingStream : IAsyncDisposable
{
    private const int ChunksAtOnce = 16;
    private const int BatchBytes = ChunksAtOnce * SealedFormat.ChunkBytes;
    private const int FlushBytes = 32 * 1024 * 1024;

    private readonly Stream _target;
    private readonly AesGcm _aes;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _head;
    private readonly byte[] _sealed = new byte[SealedFormat.HeadBytes + (ChunksAtOnce * SealedFormat.SealedChunkBytes)];

    // One is filled while the other is on its way to the disk.
    private byte[] _filling = new byte[BatchBytes];
    private byte[] _leaving = new byte[BatchBytes];
    private Task _onItsWay = Task.CompletedTask;
    private Task _flushing = Task.CompletedTask;
    private int _filled;
    private int _unflushed;
    private long _chunks;

    public SealingStream(Stream target, Guid id, ReadOnlySpan<byte> key)
    {
        _target = target;
        _aes = new AesGcm(key, SealedFormat.TagBytes);
        _head = SealedFormat.NewHead(id);
    }

    /// <summary>Plain bytes so far.</summary>
    public long Bytes { get; private set; }

    /// <summary>Where the next plain bytes may be put, at least one; <see cref="Take"/> says how many came.</summary>
    public async ValueTask<Memory<byte>> RoomAsync(CancellationToken cancellationToken)
    {
        // A full batch waits until it is known whether it is the last.
        if (_filled == BatchBytes)
        {
            await SendAsync(isLast: false, cancellationToken);
        }

        return _filling.AsMemory(_filled);
    }

    /// <summary>So many bytes of the room are filled.</summary>
    public void Take(int count) => (_filled, Bytes) = (_filled + count, Bytes + count);

    public async Task WriteAsync(ReadOnlyMemory<byte> plain, CancellationToken cancellationToken)
    {
        while (!plain.IsEmpty)
        {
            var room = await RoomAsync(cancellationToken);
            var taken = Math.Min(plain.Length, room.Length);
            plain[..taken].CopyTo(room);
            Take(taken);
            plain = plain[taken..];
        }
    }

    /// <summary>Writes what is left. Answers the SHA-256 of the plain file, in lower-case hex.</summary>
    public async Task<string> FinishAsync(CancellationToken cancellationToken)
    {
        await SendAsync(isLast: true, cancellationToken);
        await _onItsWay;
        await _flushing;
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_onItsWay, _flushing).ContinueWith(
            _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        _aes.Dispose();
        _hash.Dispose();
        CryptographicOperations.ZeroMemory(_filling);
        CryptographicOperations.ZeroMemory(_leaving);
    }

    private async Task SendAsync(bool isLast, CancellationToken cancellationToken)
    {
        await _onItsWay;
        (_filling, _leaving) = (_leaving, _filling);
        var count = _filled;
        _filled = 0;
        _onItsWay = Task.Run(() => LeaveAsync(count, isLast, cancellationToken), cancellationToken);
    }

    private async Task LeaveAsync(int count, bool isLast, CancellationToken cancellationToken)
    {
        await _target.WriteAsync(_sealed.AsMemory(0, Seal(_leaving.AsSpan(0, count), isLast)), cancellationToken);
        _unflushed += count;
        if (_unflushed >= FlushBytes && _target is FileStream file)
        {
            _unflushed = 0;
            await _flushing;
            _flushing = Task.Run(() => RandomAccess.FlushToDisk(file.SafeFileHandle), CancellationToken.None);
        }
    }

    // Answers how many sealed bytes there are. Only the last chunk of all may be short, or empty.
    private int Seal(ReadOnlySpan<byte> plain, bool isLast)
    {
        _hash.AppendData(plain);
        var place = _sealed.AsSpan();
        if (_chunks == 0)
        {
            _head.CopyTo(place);
            place = place[_head.Length..];
        }

        Span<byte> nonce = stackalloc byte[SealedFormat.NonceBytes];
        do
        {
            var chunk = plain[..Math.Min(plain.Length, SealedFormat.ChunkBytes)];
            plain = plain[chunk.Length..];
            SealedFormat.Nonce(nonce, _head, _chunks++, isLast && plain.IsEmpty);
            _aes.Encrypt(nonce, chunk, place[..chunk.Length], place.Slice(chunk.Length, SealedFormat.TagBytes), _head);
            place = place[(chunk.Length + SealedFormat.TagBytes)..];
        }
        while (!plain.IsEmpty);

        return _sealed.Length - place.Length;
    }
}
