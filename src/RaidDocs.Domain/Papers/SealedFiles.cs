using System.Security.Cryptography;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Vault;

namespace RaidDocs.Domain.Papers;

/// <summary>
/// The files of the store, under blobs/ab/cd/ with names that are drawn at random. Each has a key of its own, which is kept in
/// its row, wrapped by a sub-key of the vault. What is half-written lies in blobs/new and is gone at the next start.
/// </summary>
public sealed class SealedFiles(DataFolder folder, StoreState state, FolderTurn turns)
{
    /// <summary>Shared by the programs that want all files to stay, entered by the one that removes.</summary>
    private const string KeepTurn = "keep";

    private const string WrapLabel = "raiddocs-file-key/1|";

    // The demo without the encrypting library has no vault; its files are gone with the process, and so may their key be.
    private readonly Lazy<StoreKeys> _plainKeys = new(() => new StoreKeys(RandomNumberGenerator.GetBytes(VaultKeeper.KeyBytes)));

    private readonly Lock _deleting = new();
    private readonly List<Guid> _late = [];
    private int _keepers;

    private string Late => Path.Combine(folder.Path, "late");

    private string Unfinished => Path.Combine(folder.Files, "new");

    /// <summary>For tests: wraps the file that is written, to end it as a full disk would.</summary>
    internal Func<Stream, Stream> Disk { get; set; } = file => file;

    /// <summary>Begins a file. It is nowhere until it is kept.</summary>
    /// <param name="expected">How large it may become, so that a full disk is told at once.</param>
    /// <exception cref="DomainRuleException">There is no room.</exception>
    internal UnfinishedFile Begin(long? expected)
    {
        DataFolder.MakePrivate(folder.Files);
        DataFolder.MakePrivate(Unfinished);
        var id = Guid.NewGuid();
        var key = RandomNumberGenerator.GetBytes(SealedFormat.KeyBytes);
        try
        {
            return new UnfinishedFile(this, id, Path.Combine(Unfinished, id.ToString("N")), key, Wrap(Keys, id, key), expected);
        }
        catch (IOException)
        {
            throw NoRoom();
        }
    }

    /// <summary>Room for what is read once and then gone.</summary>
    /// <exception cref="DomainRuleException">There is none.</exception>
    internal SealedSpool Spool()
    {
        DataFolder.MakePrivate(folder.Files);
        DataFolder.MakePrivate(Unfinished);
        return new SealedSpool(Unfinished, () => state.IsOpen);
    }

    /// <exception cref="DamagedFileException">It does not open.</exception>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    public Stream Open(Guid id, byte[] wrapped) => Open(PathOf(id), id, wrapped);

    public bool Has(Guid id) => File.Exists(PathOf(id));

    /// <summary>The ids of all files that lie there, and when each was written. What is no file of ours has no id.</summary>
    public IEnumerable<(Guid? Id, string Name, DateTime WrittenUtc)> All()
    {
        if (!Directory.Exists(folder.Files))
        {
            return [];
        }

        return Directory.EnumerateFiles(folder.Files, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetDirectoryName(path) != Unfinished)
            .Select(path => (IdOf(path), Path.GetRelativePath(folder.Files, path), File.GetLastWriteTimeUtc(path)));
    }

    /// <summary>
    /// Removes a file whose row is gone. Without its key, which lay in the row, it was unreadable already. While a backup is made
    /// the file itself stays until that is done.
    /// </summary>
    public void Delete(Guid id)
    {
        lock (_deleting)
        {
            if (_keepers > 0)
            {
                _late.Add(id);
                return;
            }
        }

        if (!turns.TryEnter(KeepTurn, out var turn))
        {
            // A program that shares the folder makes a backup. It removes this at the end, or the next one does.
            DataFolder.MakePrivate(Late);
            File.WriteAllBytes(Path.Combine(Late, id.ToString("N")), []);
            return;
        }

        using (turn)
        {
            File.Delete(PathOf(id));
        }
    }

    /// <summary>Until this is disposed no file is removed, by no program that shares the folder.</summary>
    internal IDisposable KeepAll()
    {
        var shared = turns.Share(KeepTurn);
        lock (_deleting)
        {
            _keepers++;
        }

        return new Keeper(this, shared);
    }

    // Unless another backup goes on, whose end removes them.
    private void RemoveLate()
    {
        if (!Directory.Exists(Late) || !turns.TryEnter(KeepTurn, out var turn))
        {
            return;
        }

        using (turn)
        {
            foreach (var mark in Directory.EnumerateFiles(Late))
            {
                if (Guid.TryParseExact(Path.GetFileName(mark), "N", out var id))
                {
                    File.Delete(PathOf(id));
                }

                File.Delete(mark);
            }
        }
    }

    /// <summary>What was cut off while it was written. This program writes nothing when it is called.</summary>
    /// <param name="others">So long another program that shares the folder may write at a file; zero where there is none.</param>
    internal void ClearUnfinished(TimeSpan others)
    {
        if (Directory.Exists(Unfinished))
        {
            foreach (var file in Directory.EnumerateFiles(Unfinished).Where(file => others == TimeSpan.Zero || DateTime.UtcNow - File.GetLastWriteTimeUtc(file) > others))
            {
                File.Delete(file);
            }
        }
    }

    internal string PathOf(Guid id) => PathOf(folder, id);

    internal static string PathOf(DataFolder folder, Guid id)
    {
        var name = id.ToString("N");
        return Path.Combine(folder.Files, name[..2], name[2..4], name);
    }

    internal Stream Open(string path, Guid id, byte[] wrapped)
    {
        var key = Unwrap(Keys, id, wrapped) ?? throw new DamagedFileException(id, 0);
        try
        {
            return new OpenedFile(path, id, key, () => state.IsOpen);
        }
        catch (DirectoryNotFoundException gone)
        {
            throw new FileNotFoundException("The file is not there.", gone);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>Puts a finished file in its place, so that it outlasts a power cut from here on.</summary>
    internal void Keep(string path, Guid id)
    {
        var place = PathOf(id);
        var (inner, outer) = (Path.GetDirectoryName(place)!, Path.GetDirectoryName(Path.GetDirectoryName(place))!);
        DataFolder.MakePrivate(outer);
        DataFolder.MakePrivate(inner);
        File.Move(path, place);
        SafeFile.FlushFolder(inner);
        SafeFile.FlushFolder(outer);
        SafeFile.FlushFolder(folder.Files);
    }

    internal static DomainRuleException NoRoom() =>
        new DomainRuleException($"The disk is full, or it cannot be written to. Nothing of the file was kept. Tell whoever looks after this computer, make room, then send it again");

    /// <summary>The key of a file under the vault.</summary>
    internal static byte[] Wrap(StoreKeys keys, Guid id, ReadOnlySpan<byte> key) => Wrapped.Wrap(keys.For(KeyPurpose.Evidence), WrapLabel, id, key);

    /// <summary>Null if it was wrapped by another vault, for another file, or was changed.</summary>
    internal static byte[]? Unwrap(StoreKeys keys, Guid id, byte[] wrapped) => Wrapped.Unwrap(keys.For(KeyPurpose.Evidence), WrapLabel, id, wrapped);

    private StoreKeys Keys => state.Keys ?? (state.IsPlain ? _plainKeys.Value : throw new StoreException("The store is closed."));

    private static Guid? IdOf(string path) => Guid.TryParseExact(Path.GetFileName(path), "N", out var id) ? id : null;

    private sealed class Keeper(SealedFiles files, IDisposable? shared) : IDisposable
    {
        private bool _isDone;

        public void Dispose()
        {
            lock (files._deleting)
            {
                if (_isDone)
                {
                    return;
                }

                _isDone = true;
                if (--files._keepers == 0)
                {
                    files._late.ForEach(id => File.Delete(files.PathOf(id)));
                    files._late.Clear();
                }
            }

            shared?.Dispose();
            files.RemoveLate();
        }
    }
}
