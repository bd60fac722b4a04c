namespace RaidDocs.Domain.Data;

/// <summary>The one folder that holds everything. Only its owner may enter it.</summary>
public sealed class DataFolder(string path) : IDisposable
{
    private FileStream? _lock;

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public string Database => System.IO.Path.Combine(Path, "raiddocs.db");

    /// <summary>The wrapped key of the database.</summary>
    public string Vault => System.IO.Path.Combine(Path, "vault.json");

    /// <summary>Wrong tries to open the vault.</summary>
    public string Limits => System.IO.Path.Combine(Path, "limits.json");

    /// <summary>The capsules of the family page and what it needs while the vault is locked.</summary>
    public string Family => System.IO.Path.Combine(Path, "family");

    /// <summary>The sealed files of evidence.</summary>
    public string Files => System.IO.Path.Combine(Path, "blobs");

    /// <summary>Case files that were made and wait to be fetched, sealed under keys that are in memory alone.</summary>
    public string Made => System.IO.Path.Combine(Path, "made");

    /// <summary>Backups that were made here; "new" in it is what is being made or checked.</summary>
    public string Backups => System.IO.Path.Combine(Path, "backups");

    /// <summary>The database as it was before a newer version of the program changed it.</summary>
    public string BeforeUpgrade => Database + ".before-upgrade";

    /// <summary>The database as it was before it was copied to a server.</summary>
    public string Moved => Database + ".moved";

    public string Logs => System.IO.Path.Combine(Path, "logs");

    public string SetupToken => System.IO.Path.Combine(Path, "setup-token");

    public bool HoldsStore => File.Exists(Database);

    /// <summary>Makes the folder where it is missing, and takes it for this process until it ends.</summary>
    public void Take() => Take(FileAccess.ReadWrite, FileShare.None);

    /// <summary>The same, for programs that share a store on a server: each of them, and none that wants the folder alone.</summary>
    public void TakeWithOthers() => Take(FileAccess.Read, FileShare.Read);

    private void Take(FileAccess access, FileShare share)
    {
        if (_lock is not null)
        {
            return;
        }

        try
        {
            MakePrivate(Path);
            MakePrivate(Logs);
            MakePrivate(Family);
            _lock = new FileStream(
                System.IO.Path.Combine(Path, "lock"), FileMode.OpenOrCreate, access, share, 1);
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException || (refused is IOException && !IsTaken(refused)))
        {
            throw new StoreException(
                $"The data folder {Path} cannot be written to: the disk is full or read-only, or the folder belongs to somebody else. Nothing was changed.", refused);
        }
        catch (IOException taken)
        {
            throw new FolderInUseException(
                $"Another RaidDocs is using the data folder {Path}. Stop it first, or name another folder with --data.", taken);
        }
    }

    /// <summary>Takes the place of a folder that is being made, until it is disposed. The mark beside the place is gone afterwards.</summary>
    /// <exception cref="FolderInUseException">Another one makes a folder there.</exception>
    public static IDisposable TakePlace(string path)
    {
        try
        {
            if (System.IO.Path.GetDirectoryName(path) is { Length: > 0 } parent && !Directory.Exists(parent))
            {
                MakePrivate(parent);
            }

            return new FileStream(path + ".restoring-lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException || (refused is IOException && !IsTaken(refused)))
        {
            throw new StoreException($"Nothing can be written beside {path}: the disk is full or read-only, or the folder belongs to somebody else. Nothing was changed.", refused);
        }
        catch (IOException taken)
        {
            throw new FolderInUseException($"Another restore into {path} is running. Wait until it is done, or name another folder with --data. Nothing was changed.", taken);
        }
    }

    // EAGAIN of Linux and macOS; ERROR_SHARING_VIOLATION of Windows.
    private static bool IsTaken(Exception refused) => refused.HResult is 11 or 35 or unchecked((int)0x80070020);

    internal static void MakePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        const UnixFileMode ownerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Directory.CreateDirectory(folder, ownerOnly);
        File.SetUnixFileMode(folder, ownerOnly);
    }

    public void Dispose() => _lock?.Dispose();
}

/// <summary>Another program holds the data folder.</summary>
public sealed class FolderInUseException(string message, Exception inner) : StoreException(message, inner);
