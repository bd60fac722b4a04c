using System.Security.Cryptography;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Papers;

/// <summary>A file that is being written. Unless it is kept, it is gone when this is.</summary>
internal sealed class UnfinishedFile : IAsyncDisposable
{
    private readonly SealedFiles _files;
    private readonly string _path;
    private readonly byte[] _key;
    private readonly FileStream _file;
    private bool _isKept;

    public UnfinishedFile(SealedFiles files, Guid id, string path, byte[] key, byte[] wrapped, long? expected)
    {
        (_files, _path, _key, Id, Key) = (files, path, key, id, wrapped);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            BufferSize = 0,
            // The room is taken at once, so that a disk that is too full is known before the first byte.
            PreallocationSize = expected is { } plain ? SealedFormat.HeadBytes + plain + (((plain / SealedFormat.ChunkBytes) + 1) * SealedFormat.TagBytes) : 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            _file = new FileStream(path, options);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    public Guid Id { get; }

    /// <summary>Its key, wrapped by the vault.</summary>
    public byte[] Key { get; }

    public long Bytes { get; private set; }

    public string Sha256 { get; private set; } = "";

    /// <summary>Seals the source to its end and flushes it to the disk.</summary>
    /// <param name="source">Where the plain bytes come from.</param>
    /// <param name="limit">More bytes are refused.</param>
    /// <param name="look">Sees the first bytes before any is written, and may refuse them.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="DomainRuleException">Too large, cut off, refused, or the disk is full.</exception>
    public async Task FillAsync(Stream source, long limit, Action<ReadOnlyMemory<byte>>? look, CancellationToken cancellationToken)
    {
        await using var sealing = new SealingStream(_files.Disk(_file), Id, _key);
        for (var isFirst = true; ; isFirst = false)
        {
            Memory<byte> room = default;
            await WriteAsync(async () => room = await sealing.RoomAsync(cancellationToken));
            var count = await ReadAsync(source, room, isFirst, cancellationToken);
            if (isFirst)
            {
                look?.Invoke(room[..count]);
            }

            if (count == 0)
            {
                break;
            }

            if (sealing.Bytes + count > limit)
            {
                throw new DomainRuleException($"The file must be smaller than {limit / 1024 / 1024} MB");
            }

            sealing.Take(count);
        }

        await WriteAsync(async () =>
        {
            Sha256 = await sealing.FinishAsync(cancellationToken);
            Bytes = sealing.Bytes;
            _file.SetLength(_file.Position);
            _file.Flush(flushToDisk: true);
        });
    }

    /// <summary>The plain bytes of what was written, to be looked at before it is kept.</summary>
    public Stream OpenRead()
    {
        _file.Dispose();
        return _files.Open(_path, Id, Key);
    }

    /// <summary>From now on it lies among the others. Its row must follow, or it must be deleted.</summary>
    public void Keep()
    {
        _file.Dispose();
        _files.Keep(_path, Id);
        _isKept = true;
    }

    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync();
        CryptographicOperations.ZeroMemory(_key);
        if (!_isKept)
        {
            File.Delete(_path);
        }
    }

    private static async Task WriteAsync(Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (IOException)
        {
            throw SealedFiles.NoRoom();
        }
    }

    // The kind of a file is seen in its first bytes, so the first reading waits until there are enough.
    private static async Task<int> ReadAsync(Stream source, Memory<byte> buffer, bool fill, CancellationToken cancellationToken)
    {
        try
        {
            return fill
                ? await source.ReadAtLeastAsync(buffer, FileKinds.HeadBytes, throwOnEndOfStream: false, cancellationToken)
                : await source.ReadAsync(buffer, cancellationToken);
        }
        catch (IOException)
        {
            throw new DomainRuleException($"The file did not arrive whole. Nothing of it was kept. Send it again");
        }
    }
}
