using System.Collections.Concurrent;
using System.Security.Cryptography;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Papers;

namespace RaidDocs.Domain.Disclosure.Bundles;

/// <summary>A file that was made.</summary>
public sealed class MadeFile
{
    internal MadeFile(Guid id, string sha256, long bytes, byte[] key) => (Id, Sha256, Bytes, Key) = (id, sha256, bytes, key);

    /// <summary>The order.</summary>
    public Guid Id { get; }

    /// <summary>Of the plain bytes, in lower-case hex.</summary>
    public string Sha256 { get; }

    /// <summary>Of the plain bytes, how many.</summary>
    public long Bytes { get; }

    internal byte[] Key { get; }
}

/// <summary>
/// Finished case files until they are fetched, and files that wait to be brought in: on the disk as noise, each under a key of its own, which
/// is in memory and in the row of its job. When its time is over or the store is locked, both are gone, and the file with them. The file is
/// named by its key as well: two programs that are at the same order, one because the other was taken for gone, do not touch each other's.
/// </summary>
public sealed class MadeFiles(DataFolder folder, StoreEngine engine) : IDisposable
{
    private const int NameBytes = 8;
    private static readonly TimeSpan KeepsUnknown = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<Guid, byte[]> _keys = new();

    /// <summary>Takes what the work writes. Nothing of it can be opened before it is finished.</summary>
    /// <param name="id">The order.</param>
    /// <param name="write">Writes the plain bytes, to their end.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="DomainRuleException">There is no room.</exception>
    public async Task<MadeFile> WriteAsync(Guid id, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(write);
        DataFolder.MakePrivate(folder.Made);
        var key = RandomNumberGenerator.GetBytes(SealedFormat.KeyBytes);
        var path = PathOf(id, key);
        try
        {
            MadeFile made;
            await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0))
            await using (var sealing = new SealingStream(file, id, key))
            {
                await write(new Taking(sealing, cancellationToken));
                var hash = await sealing.FinishAsync(cancellationToken);
                made = new MadeFile(id, hash, sealing.Bytes, key);
            }

            _keys[id] = key;
            return made;
        }
        catch (IOException)
        {
            File.Delete(path);
            throw new DomainRuleException($"The disk is full, or it cannot be written to. Nothing was kept. Tell whoever looks after this computer, make room, then make it again");
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>It is not wanted after all. What another program made for the same order stays.</summary>
    public void Undo(MadeFile made)
    {
        ArgumentNullException.ThrowIfNull(made);
        _keys.TryRemove(new(made.Id, made.Key));
        File.Delete(PathOf(made.Id, made.Key));
        CryptographicOperations.ZeroMemory(made.Key);
    }

    /// <summary>It can be opened. Another program that shares the folder may have shredded it.</summary>
    public bool Has(Guid id) => _keys.TryGetValue(id, out var key) && File.Exists(PathOf(id, key));

    /// <summary>For the programs that share the folder, as base64; null when there is none.</summary>
    internal string? KeyOf(Guid id) => _keys.TryGetValue(id, out var key) ? Convert.ToBase64String(key) : null;

    /// <summary>Its row says so: another program made it.</summary>
    internal void Learn(Guid id, byte[] key)
    {
        if (File.Exists(PathOf(id, key)))
        {
            _keys.AddOrUpdate(id, key, (_, known) => known.AsSpan().SequenceEqual(key) ? known : key);
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
            return new OpenedFile(PathOf(id, key), id, key, () => Has(id));
        }
        catch (Exception gone) when (gone is IOException or DamagedFileException)
        {
            return null;
        }
    }

    /// <summary>From here on nobody can open it, whichever program made it.</summary>
    public void Shred(Guid id)
    {
        if (_keys.TryRemove(id, out var key))
        {
            CryptographicOperations.ZeroMemory(key);
        }

        foreach (var file in Directory.Exists(folder.Made) ? Directory.EnumerateFiles(folder.Made, $"{id:N}-*") : [])
        {
            File.Delete(file);
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
            if (!(Guid.TryParseExact(Path.GetFileName(file).Split('-')[0], "N", out var id) && known.Contains(id))
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

    private string PathOf(Guid id, byte[] key) => Path.Combine(folder.Made, $"{id:N}-{Convert.ToHexStringLower(SHA256.HashData(key).AsSpan(0, NameBytes))}");

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
