namespace RaidDocs.Domain.Tests.Papers;

/// <summary>The line breaks after so many bytes.</summary>
internal sealed class Cut(byte[] plain, int at) : MemoryStream(plain)
{
    public Action AtPlace { get; init; } = () => throw new IOException("The line broke.");

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Position >= at)
        {
            AtPlace();
        }

        return base.ReadAsync(buffer[..Math.Min(buffer.Length, Math.Max(1, at - (int)Position))], cancellationToken);
    }
}

/// <summary>A PDF of so many bytes that is never in memory.</summary>
internal sealed class Long(long length) : Stream
{
    private long _at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _at;
        set => throw new NotSupportedException();
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = (int)Math.Min(buffer.Length, length - _at);
        buffer.Span[..count].Fill(32);
        if (_at == 0)
        {
            "%PDF-1.7\n"u8.CopyTo(buffer.Span);
        }

        _at += count;
        return ValueTask.FromResult(count);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

/// <summary>A disk with so much room.</summary>
internal sealed class FullDisk(Stream file, int room) : Stream
{
    private long _written;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _written += buffer.Length;
        return _written > room ? throw new IOException("No space left on device") : file.WriteAsync(buffer, cancellationToken);
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
