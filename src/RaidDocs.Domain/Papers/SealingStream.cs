using System.Security.Cryptography;

namespace RaidDocs.Domain.Papers;

/// <summary>Seals what is written to it, chunk by chunk, and takes its SHA-256 on the way. Nothing plain reaches the target.</summary>
internal sealed class SealingStream : IAsyncDisposable
{
    private const int ChunksAtOnce = 16;

    private readonly Stream _target;
    private readonly AesGcm _aes;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _head;
    private readonly byte[] _plain = new byte[SealedFormat.ChunkBytes];

    // One is filled while the other is on its way to the disk.
    private byte[] _filling = new byte[SealedFormat.HeadBytes + (ChunksAtOnce * SealedFormat.SealedChunkBytes)];
    private byte[] _leaving = new byte[SealedFormat.HeadBytes + (ChunksAtOnce * SealedFormat.SealedChunkBytes)];
    private Task _onItsWay = Task.CompletedTask;
    private int _held;
    private int _filled;
    private long _chunks;

    public SealingStream(Stream target, Guid id, ReadOnlySpan<byte> key)
    {
        _target = target;
        _aes = new AesGcm(key, SealedFormat.TagBytes);
        _head = SealedFormat.NewHead(id);
        _head.CopyTo(_filling, 0);
        _filled = _head.Length;
    }

    /// <summary>Plain bytes so far.</summary>
    public long Bytes { get; private set; }

    public async Task WriteAsync(ReadOnlyMemory<byte> plain, CancellationToken cancellationToken)
    {
        Bytes += plain.Length;
        while (!plain.IsEmpty)
        {
            // A full chunk waits until it is known whether it is the last.
            if (_held == _plain.Length)
            {
                await SealAsync(isLast: false, cancellationToken);
            }

            var taken = Math.Min(plain.Length, _plain.Length - _held);
            plain[..taken].CopyTo(_plain.AsMemory(_held));
            _held += taken;
            plain = plain[taken..];
        }
    }

    /// <summary>Writes what is left. Answers the SHA-256 of the plain file, in lower-case hex.</summary>
    public async Task<string> FinishAsync(CancellationToken cancellationToken)
    {
        await SealAsync(isLast: true, cancellationToken);
        await SendAsync(cancellationToken);
        await _onItsWay;
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _onItsWay;
        }
        catch (IOException)
        {
            // Told to whoever wrote.
        }

        _aes.Dispose();
        _hash.Dispose();
        CryptographicOperations.ZeroMemory(_plain);
    }

    private async Task SealAsync(bool isLast, CancellationToken cancellationToken)
    {
        if (_filled + SealedFormat.SealedChunkBytes > _filling.Length)
        {
            await SendAsync(cancellationToken);
        }

        Seal(isLast);
    }

    private void Seal(bool isLast)
    {
        Span<byte> nonce = stackalloc byte[SealedFormat.NonceBytes];
        SealedFormat.Nonce(nonce, _head, _chunks++, isLast);
        var plain = _plain.AsSpan(0, _held);
        var place = _filling.AsSpan(_filled);
        _hash.AppendData(plain);
        _aes.Encrypt(nonce, plain, place[.._held], place.Slice(_held, SealedFormat.TagBytes), _head);
        (_filled, _held) = (_filled + _held + SealedFormat.TagBytes, 0);
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        await _onItsWay;
        (_filling, _leaving) = (_leaving, _filling);
        _onItsWay = _target.WriteAsync(_leaving.AsMemory(0, _filled), cancellationToken).AsTask();
        _filled = 0;
    }
}
