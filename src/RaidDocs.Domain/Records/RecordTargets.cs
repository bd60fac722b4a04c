using System.IO.Compression;
using System.Security.Cryptography;
using RaidDocs.Domain.Data;

namespace RaidDocs.Domain.Records;

/// <summary>Where the files of a record go.</summary>
internal interface IRecordTarget
{
    /// <summary>Takes a file, and answers what the manifest says of it.</summary>
    Task<RecordFile> AddAsync(string name, Stream content, CancellationToken cancellationToken);
}

internal sealed class RecordFolder(string folder) : IRecordTarget
{
    public async Task<RecordFile> AddAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, name);
        DataFolder.MakePrivate(Path.GetDirectoryName(path)!);
        using var counted = new Counted(content);
        await SafeFile.WriteAsync(path, counted, cancellationToken);
        return counted.Of(name);
    }
}

internal sealed class RecordZip(ZipArchive zip) : IRecordTarget
{
    public async Task<RecordFile> AddAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        // Papers, photos and recordings are packed already.
        var entry = zip.CreateEntry(name, name.EndsWith(".json", StringComparison.Ordinal) ? CompressionLevel.Fastest : CompressionLevel.NoCompression);
        using var counted = new Counted(content);
        await using var target = await entry.OpenAsync(cancellationToken);
        await counted.CopyToAsync(target, cancellationToken);
        return counted.Of(name);
    }
}

/// <summary>Counts and hashes what is read through it.</summary>
internal sealed class Counted(Stream inner) : Stream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _bytes;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public RecordFile Of(string name) => new() { Name = name, Bytes = _bytes, Sha256 = Convert.ToHexStringLower(_hash.GetHashAndReset()) };

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await inner.ReadAsync(buffer, cancellationToken);
        _hash.AppendData(buffer.Span[..count]);
        _bytes += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }
}
