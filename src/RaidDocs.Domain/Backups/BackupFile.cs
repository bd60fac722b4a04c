using System.Formats.Tar;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Papers;
using RaidDocs.Domain.Vault;

namespace RaidDocs.Domain.Backups;

/// <summary>A backup that somebody wants to check or to restore. It is only read.</summary>
public sealed class BackupFile
{
    private readonly string _path;
    private readonly int _headBytes;

    private BackupFile(string path, BackupHead head, int headBytes) => (_path, Head, _headBytes) = (path, head, headBytes);

    public BackupHead Head { get; }

    /// <exception cref="StoreException">It is not there, none of ours, damaged at its beginning, or newer than this program.</exception>
    public static BackupFile Open(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            var (head, bytes) = BackupHead.Read(file);
            SchemaVersions.Demand(head.Schema, BackupHead.Newer());
            return new BackupFile(path, head, bytes);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new StoreException($"There is no backup {path}. Nothing was changed.", gone);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"The backup {path} cannot be read. Nothing was changed. Look at the disk and at who may read the file.", unreadable);
        }
    }

    /// <summary>
    /// The data key that opens it: with the words of the recovery sheet of its day, or on the machine where it was made with any
    /// slot of the vault there.
    /// </summary>
    /// <param name="typed">The words, or a passphrase.</param>
    /// <param name="vault">The vault of the machine's own store; null where there is none.</param>
    /// <exception cref="StoreException">It opens nothing.</exception>
    public OpenedBackup Unlock(string typed, VaultDocument? vault)
    {
        if (Secrets.Sheet(typed) is { } words && Head.Slots.Select(slot => slot.Unwrap(words)).FirstOrDefault(key => key is not null) is { } bySheet)
        {
            return Opened(bySheet, null) ?? throw DoesNotOpen();
        }

        foreach (var slot in vault?.Slots ?? [])
        {
            var secret = slot.Kind == SlotKind.Recovery ? Secrets.Sheet(typed) : Secrets.Passphrase(typed);
            if (secret is { Length: > 0 } && slot.Unwrap(secret) is { } key && Opened(key, slot) is { } opened)
            {
                return opened;
            }
        }

        throw DoesNotOpen();
    }

    /// <summary>With the key of the open store; null if it was made under another one.</summary>
    public OpenedBackup? Unlock(StoreState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Opened(state.DataKey().ToArray(), null);
    }

    /// <summary>Lays everything into an empty folder, as it was. Every byte of the backup is read and checked.</summary>
    /// <exception cref="StoreException">It is cut off, was changed, or there is no room. What was laid there is to be removed.</exception>
    public async Task<BackupManifest> UnpackAsync(OpenedBackup opened, DataFolder folder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(opened);
        ArgumentNullException.ThrowIfNull(folder);
        try
        {
            await using var plain = new OpenedFile(_path, Head.Id, opened.Key, () => true, _headBytes);
            CheckEnd(plain);
            var manifest = await UnpackAsync(plain, folder, cancellationToken);
            using var keys = new StoreKeys(opened.DataKey);
            return manifest.Counts(BackupMaker.Count(folder.Database, keys).Tables) ? manifest : throw new InvalidDataException();
        }
        catch (SqliteException damaged) when (!DatabaseFile.IsOfDisk(damaged))
        {
            throw Damaged(damaged);
        }
        catch (DamagedFileException damaged)
        {
            throw Damaged(damaged);
        }
        catch (Exception damaged) when (damaged is InvalidDataException or EndOfStreamException or FormatException or ArgumentException)
        {
            throw Damaged(damaged);
        }
        catch (Exception full) when (full is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new StoreException($"There is no room for the backup, or {folder.Path} cannot be written to. Nothing of it was kept. Make room, then try again.", full);
        }
    }

    // Whatever was cut off, the end is missing: so that is known before anything is written.
    private static void CheckEnd(OpenedFile plain)
    {
        plain.Position = Math.Max(0, plain.Length - 1);
        _ = plain.ReadByte();
        plain.Position = 0;
    }

    private static async Task<BackupManifest> UnpackAsync(OpenedFile plain, DataFolder folder, CancellationToken cancellationToken)
    {
        var found = new List<BackupPart>();
        BackupManifest? manifest = null;
        await using (var tar = new TarReader(plain, leaveOpen: true))
        {
            while (await tar.GetNextEntryAsync(copyData: false, cancellationToken) is { } entry)
            {
                if (manifest is not null || entry.EntryType != TarEntryType.RegularFile)
                {
                    throw new InvalidDataException();
                }

                if (entry.Name == BackupManifest.FileName)
                {
                    manifest = await ReadManifestAsync(entry, cancellationToken);
                    continue;
                }

                found.Add(BackupPart.IsKnown(entry.Name) ? await LayAsync(entry, folder, cancellationToken) : throw new InvalidDataException());
            }
        }

        // Also what stands behind the last file was written by us.
        await plain.CopyToAsync(Stream.Null, cancellationToken);
        return manifest is not null && manifest.Parts.SequenceEqual(found) && found.Any(part => part.Name == BackupPart.Database)
            ? manifest
            : throw new InvalidDataException();
    }

    private static async Task<BackupManifest> ReadManifestAsync(TarEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Length > BackupManifest.MostBytes || entry.DataStream is null)
        {
            throw new InvalidDataException();
        }

        using var bytes = new MemoryStream();
        await entry.DataStream.CopyToAsync(bytes, cancellationToken);
        return BackupManifest.Read(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)) ?? throw new InvalidDataException();
    }

    private static async Task<BackupPart> LayAsync(TarEntry entry, DataFolder folder, CancellationToken cancellationToken)
    {
        var place = PlaceOf(entry.Name, folder);
        for (var parent = Path.GetDirectoryName(place)!; parent.Length > folder.Path.Length; parent = Path.GetDirectoryName(parent)!)
        {
            DataFolder.MakePrivate(parent);
        }

        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var file = new FileStream(place, options);
        var bytes = 0L;
        var hash = "";
        if (entry.DataStream is { } content)
        {
            await using var hashed = new HashedSource(content);
            await hashed.CopyToAsync(file, cancellationToken);
            (bytes, hash) = (file.Length, hashed.Finish());
        }

        file.Flush(flushToDisk: true);
        return new BackupPart(entry.Name, bytes, hash.Length > 0 ? hash : Convert.ToHexStringLower(SHA256.HashData([])));
    }

    private static string PlaceOf(string name, DataFolder folder)
    {
        if (!name.StartsWith(BackupPart.Blobs, StringComparison.Ordinal))
        {
            return Path.Combine([folder.Path, .. name.Split('/')]);
        }

        return Guid.TryParseExact(name[BackupPart.Blobs.Length..], "N", out var id)
            ? SealedFiles.PathOf(folder, id)
            : throw new InvalidDataException();
    }

    private OpenedBackup? Opened(byte[] dataKey, VaultSlot? slot)
    {
        using var keys = new StoreKeys(dataKey);
        if (Head.Unwrap(keys) is { } key)
        {
            return new OpenedBackup(dataKey, key, slot is { Kind: SlotKind.Passphrase } ? [.. Head.Slots, slot] : Head.Slots);
        }

        CryptographicOperations.ZeroMemory(dataKey);
        return null;
    }

    private static StoreException DoesNotOpen() => new(
        "This does not open the backup. It takes the seven words of the recovery sheet that counted on its day. A passphrase opens it only together with the vault.json of the store it was made of (--vault). Nothing was changed.");

    private static StoreException Damaged(Exception why) => new(
        why is DamagedFileException damaged
            ? FormattableString.Invariant($"This backup is cut off or was changed: it opens up to byte {damaged.At} and no further. Nothing was changed. Take another copy of it.")
            : "This backup is not whole. Nothing was changed. Take another copy of it.",
        why);
}

/// <summary>A backup and its keys.</summary>
/// <param name="DataKey">Of the store in it.</param>
/// <param name="Key">Of the backup itself.</param>
/// <param name="Slots">What will open the restored store.</param>
public sealed record OpenedBackup(byte[] DataKey, byte[] Key, IReadOnlyList<VaultSlot> Slots) : IDisposable
{
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(DataKey);
        CryptographicOperations.ZeroMemory(Key);
    }
}
