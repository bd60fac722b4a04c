using System.Collections.Concurrent;
using System.Security.Cryptography;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Papers;

namespace RaidDocs.Domain.Disclosure.Bundles;

/// <summary>
/// Finished case files until they are fetched, and files that wait to be brought in: on the disk as noise, each under a key of its own, which
/// is in memory and in the row of its job. When its time is over or the store is locked, both are gone, and the file with them.
/// </summary>
public sealed class MadeFiles(DataFolder folder, StoreEngine engine) : IDisposable
{
    private static readonly TimeSpan KeepsUnknown = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<Guid, byte[]> _keys = new();

    /// <summary>Takes what the work writes. Nothing of it can be opened before it is finished.</summary>
    /// <param name="id">The order.</param>
    /// <param name="write">Writes the plain bytes, to their end.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>SHA-256 in lower-case hex, and how many bytes.</returns>
    /// <exception cref="DomainRuleException">There is no room.</exception>
    public async Task<(string Sha256, long Bytes)> WriteAsync(Guid id, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(write);
        DataFolder.MakePrivate(folder.Made);
        var key = RandomNumberGenerator.GetBytes(SealedFormat.KeyBytes);
        try
        {
            string hash;
            long bytes;
            await using (var file = new FileStream(PathOf(id), FileMode.Create, FileAccess.Write, FileShare.None, 0))
            await using (var sealing = new SealingStream(file, id, key))
            {
                await write(new Taking(sealing, cancellationToken));
                hash = await sealing.FinishAsync(cancellationToken);
                bytes = sealing.Bytes;
            }

            _keys[id] = key;
            return (hash, bytes);
        }
        catch (IOException)
        {
            Shred(id);
            throw new DomainRuleException($"The disk is full, or it cannot be written to. Nothing was kept. Tell whoever looks after this computer, make room, then make it again");
        }
        catch
        {
            Shred(id);
            throw;
        }
    }

    /// <summary>It can be opened. Another program that shares the folder may have shredded it.</summary>
    public bool Has(Guid id) => _keys.ContainsKey(id) && File.Exists(PathOf(id));

    /// <summary>For the programs that share the folder, as base64; null when there is none.</summary>
    internal string? KeyOf(Guid id) => _keys.TryGetValue(id, out var key) ? Convert.ToBase64String(key) : null;

    /// <summary>Another program made it.</summary>
    internal void Learn(Guid id, byte[] key)
    {
        if (File.Exists(PathOf(id)))
        {
            _keys.TryAdd(id, key);
        }
    }

    /// <summary>The plain bytes; null when they are gone.</summary>
    public Stream? Open(Guid id)
    {
        if (!_keys.TryGetValue(id, out var key))
        {
            return null;
        }

        try
        {
            return new OpenedFile(PathOf(id), id, key, () => Has(id));
        }
        catch (Exception gone) when (gone is IOException or DamagedFileException)
        {
            return null;
        }
    }

    /// <summary>From here on nobody can open it.</summary>
    public void Shred(Guid id)
    {
        if (_keys.TryRemove(id, out var key))
        {
            CryptographicOperations.ZeroMemory(key);
        }

        if (Directory.Exists(folder.Made))
        {
            File.Delete(PathOf(id));
        }
    }

    /// <summary>All of them, also what an earlier run of the program left behind.</summary>
    public void ShredAll()
    {
        foreach (var id in _keys.Keys)
        {
            Shred(id);
        }

        foreach (var file in Directory.Exists(folder.Made) ? Directory.EnumerateFiles(folder.Made) : [])
        {
            File.Delete(file);
        }
    }

    /// <summary>What no job knows any more. On a server another program may be writing one now, so only what is older.</summary>
    internal void ShredOthers(IReadOnlyCollection<Guid> known)
    {
        foreach (var file in Directory.Exists(folder.Made) ? Directory.EnumerateFiles(folder.Made) : [])
        {
            if (!(Guid.TryParseExact(Path.GetFileName(file), "N", out var id) && known.Contains(id))
                && (engine.IsEmbedded || DateTime.UtcNow - File.GetLastWriteTimeUtc(file) > KeepsUnknown))
            {
                File.Delete(file);
            }
        }
    }

    /// <summary>The program ends. On a server the others still have what was made.</summary>
    public void Dispose()
    {
        if (engine.IsEmbedded)
        {
            ShredAll();
            return;
        }

        foreach (var key in _keys.Values)
        {
            CryptographicOperations.ZeroMemory(key);
        }

        _keys.Clear();
    }

    private string PathOf(Guid id) => Path.Combine(folder.Made, id.ToString("N"));

    // What is written passes straight on; the writer of a ZIP needs a stream.
    private sealed class Taking(SealingStream target, CancellationToken cancellationToken) : Stream
    {
        private long _position;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => _position;
            set => throw new NotSupportedException();
        }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken token = default)
        {
            await target.WriteAsync(buffer, cancellationToken);
            _position += buffer.Length;
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken token) => WriteAsync(buffer.AsMemory(offset, count), token).AsTask();

        public override void Write(byte[] buffer, int offset, int count) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask().GetAwaiter().GetResult();

        public override void Flush()
        {
        }

        public override Task FlushAsync(CancellationToken token) => Task.CompletedTask;

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
