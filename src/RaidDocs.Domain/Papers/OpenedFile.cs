using System.Security.Cryptography;

namespace RaidDocs.Domain.Papers;

/// <summary>
/// The plain bytes of a sealed file, from any place in it. A chunk is given out only after it has been checked;
/// at the first that does not open, reading ends with <see cref="DamagedFileException"/>. One chunk is in memory at a time.
/// </summary>
internal sealed class OpenedFile : Stream
{
    private readonly FileStream _file;
    private readonly AesGcm _aes;
    private readonly Guid _id;
    private readonly Func<bool> _isOpen;
    private readonly byte[] _head = new byte[SealedFormat.HeadBytes];
    private readonly byte[] _sealed = new byte[SealedFormat.SealedChunkBytes];
    private readonly byte[] _plain = new byte[SealedFormat.ChunkBytes];
    private readonly long _chunks;
    private readonly long _begins;
    private long _chunk = -1;
    private int _inChunk;
    private long _position;

    /// <param name="path">The sealed file.</param>
    /// <param name="id">Whose it must be.</param>
    /// <param name="key">Copied; the caller zeroes hers.</param>
    /// <param name="isOpen">False once the store is locked: nothing more is given out then.</param>
    /// <param name="begins">Where it begins, if something else stands before it.</param>
    public OpenedFile(string path, Guid id, ReadOnlySpan<byte> key, Func<bool> isOpen, long begins = 0)
    {
        (_id, _isOpen, _begins) = (id, isOpen, begins);
        _file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.Open,
            Access = FileAccess.Read,
            Share = FileShare.Read | FileShare.Delete,
            BufferSize = 0,
            Options = FileOptions.SequentialScan,
        });
        _aes = new AesGcm(key, SealedFormat.TagBytes);
        var bytes = RandomAccess.GetLength(_file.SafeFileHandle) - begins;
        _chunks = SealedFormat.ChunksIn(bytes);
        if (_chunks == 0 || RandomAccess.Read(_file.SafeFileHandle, _head, begins) != _head.Length || !SealedFormat.IsHead(_head, id))
        {
            Dispose();
            throw new DamagedFileException(id, 0);
        }

        Length = bytes - SealedFormat.HeadBytes - (_chunks * SealedFormat.TagBytes);
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position
    {
        get => _position;
        set => _position = value >= 0 ? value : throw new IOException("There is nothing before the beginning.");
    }

    public override int Read(Span<byte> buffer)
    {
        if (_position >= Length || buffer.IsEmpty)
        {
            // Also an empty file is checked.
            if (Length == 0 && _chunk < 0)
            {
                Open(0);
            }

            return 0;
        }

        Open(_position / SealedFormat.ChunkBytes);
        var from = (int)(_position % SealedFormat.ChunkBytes);
        var count = Math.Min(buffer.Length, _inChunk - from);
        _plain.AsSpan(from, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(buffer.Span));
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => Length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _file.Dispose();
            _aes.Dispose();
            CryptographicOperations.ZeroMemory(_plain);
        }

        base.Dispose(disposing);
    }

    private void Open(long chunk)
    {
        if (!_isOpen())
        {
            throw new IOException("The store was locked.");
        }

        if (chunk == _chunk)
        {
            return;
        }

        _chunk = -1;
        var isLast = chunk == _chunks - 1;
        var size = isLast ? (int)(Length - (chunk * SealedFormat.ChunkBytes)) : SealedFormat.ChunkBytes;
        var at = _begins + SealedFormat.HeadBytes + (chunk * SealedFormat.SealedChunkBytes);
        var whole = _sealed.AsSpan(0, size + SealedFormat.TagBytes);
        Span<byte> nonce = stackalloc byte[SealedFormat.NonceBytes];
        SealedFormat.Nonce(nonce, _head, chunk, isLast);
        try
        {
            if (RandomAccess.Read(_file.SafeFileHandle, whole, at) != whole.Length)
            {
                throw new DamagedFileException(_id, chunk * SealedFormat.ChunkBytes);
            }

            _aes.Decrypt(nonce, whole[..size], whole[size..], _plain.AsSpan(0, size), _head);
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new DamagedFileException(_id, chunk * SealedFormat.ChunkBytes);
        }

        (_chunk, _inChunk) = (chunk, size);
    }
}
