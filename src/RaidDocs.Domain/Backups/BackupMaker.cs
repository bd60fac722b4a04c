using System.Formats.Tar;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using RaidDocs.Domain.Audit;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Papers;
using RaidDocs.Domain.Vault;

namespace RaidDocs.Domain.Backups;

/// <summary>
/// Writes the whole store into one sealed file while people work: first a copy of the database, then the files it names, then
/// what the family page has. Nothing plain touches the disk.
/// </summary>
public sealed class BackupMaker(DataFolder folder, StoreEngine engine, StoreState state, VaultKeeper vault, SealedFiles files, TimeProvider clock)
{
    /// <summary>What is written and not yet checked.</summary>
    public const string Unfinished = ".part";

    public const string Ending = ".backup";

    /// <summary>What was laid open longer ago, nobody works at any more.</summary>
    private static readonly TimeSpan KeepsUnfinished = TimeSpan.FromDays(1);

    private static readonly TimeSpan Bangkok = TimeSpan.FromHours(7);

    /// <summary>For tests: wraps the file that is written, to end it as a full disk would.</summary>
    internal Func<Stream, Stream> Disk { get; set; } = file => file;

    /// <summary>Makes one. It has the name of an unfinished file until it was checked.</summary>
    /// <param name="db">Of whoever asks: her line of the log comes before, and is in it.</param>
    /// <param name="directory">Where it is laid.</param>
    /// <param name="cancellationToken">Ends the work; nothing remains.</param>
    /// <exception cref="StoreException">It could not be made. Nothing remains.</exception>
    public async Task<MadeBackup> MakeAsync(RaidDocsDbContext db, string directory, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (state.Keys is not { } keys || !vault.Exists)
        {
            throw new StoreException("This store keeps its key in memory only. It is gone with the program, and a backup of it would never open.");
        }

        var recovery = vault.Read() is { Next: null } steady
            ? steady.Slots.First(slot => slot.Kind == SlotKind.Recovery)
            : throw new StoreException("The key of the store is being changed. Try again when that is done.");
        var now = clock.GetUtcNow().UtcDateTime;
        var copy = Path.Combine(folder.Backups, "new", Guid.NewGuid().ToString("N"));
        var place = "";
        try
        {
            Directory.CreateDirectory(directory);
            DataFolder.MakePrivate(folder.Backups);
            DataFolder.MakePrivate(Path.GetDirectoryName(copy)!);
            ClearUnfinished(folder, KeepsUnfinished);
            db.NoteAct("backup", "Store", "-", null);
            await db.SaveChangesAsync(cancellationToken);
            var log = await db.MakeCheckpointAsync(now, CheckpointReason.Backup, cancellationToken);
            RemoveUnfinished(directory, keys);
            var chosen = Path.Combine(directory, NameOf(now, log));
            if (File.Exists(chosen))
            {
                throw new StoreException($"{chosen} is there already: a backup of another store. Nothing was changed. Name another folder.");
            }

            place = chosen;

            // From here on no file goes that the copy names.
            using var held = files.KeepAll();
            if (engine.IsEmbedded)
            {
                await Task.Run(() => DatabaseFile.Copy(folder.Database, copy, keys, cancellationToken), cancellationToken);
            }
            else
            {
                await CopyServerAsync(copy, keys, cancellationToken);
            }

            return new MadeBackup(place, await WriteAsync(place + Unfinished, copy, keys, recovery, now, log, cancellationToken));
        }
        catch (Exception failed)
        {
            if (place.Length > 0)
            {
                File.Delete(place + Unfinished);
            }

            if (Told(failed, directory) is { } told)
            {
                throw told;
            }

            throw;
        }
        finally
        {
            DatabaseFile.Delete(copy);
        }
    }

    /// <summary>Removes what was laid open beside a backup that was cut off. All of it is sealed.</summary>
    /// <param name="folder">Of the store.</param>
    /// <param name="others">So long another program that shares the folder may be at it; zero where there is none.</param>
    internal static void ClearUnfinished(DataFolder folder, TimeSpan others)
    {
        var unfinished = new DirectoryInfo(Path.Combine(folder.Backups, "new"));
        foreach (var left in unfinished.Exists ? unfinished.EnumerateFileSystemInfos() : [])
        {
            if (others > TimeSpan.Zero && DateTime.UtcNow - left.LastWriteTimeUtc <= others)
            {
                continue;
            }

            if (left is DirectoryInfo directory)
            {
                directory.Delete(recursive: true);
            }
            else
            {
                left.Delete();
            }
        }
    }

    // A backup is the same file, wherever the store lies: it opens as a store of a data folder, and goes to a server from there.
    private async Task CopyServerAsync(string copy, StoreKeys keys, CancellationToken cancellationToken)
    {
        await using var source = StoreCopy.OfServer(((PostgresEngine)engine).Source, keys, clock);
        await using (var target = StoreCopy.OfFile(copy, keys, clock))
        {
            await StoreCopy.RunAsync(source, target, cancellationToken);
        }

        using var whole = DatabaseFile.Open(copy, keys);
        DatabaseFile.Scalar(whole, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <summary>It was checked: from now on it has its name.</summary>
    public static void Keep(MadeBackup made)
    {
        ArgumentNullException.ThrowIfNull(made);
        File.Move(made.Path + Unfinished, made.Path);
        SafeFile.FlushFolder(Path.GetDirectoryName(Path.GetFullPath(made.Path))!);
    }

    // What was cut off while it was written, in the data folder or on a stick: what our key opens is ours.
    private static void RemoveUnfinished(string directory, StoreKeys keys)
    {
        foreach (var path in Directory.EnumerateFiles(directory, "*" + Ending + Unfinished))
        {
            if (IsOurs(path, keys))
            {
                File.Delete(path);
            }
        }
    }

    private static bool IsOurs(string path, StoreKeys keys)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return BackupHead.Read(file).Head.Unwrap(keys) is not null;
        }
        catch (Exception unreadable) when (unreadable is StoreException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The day and how long the log was, and nothing else: both stand in the checkpoint, which is no secret.</summary>
    private static string NameOf(DateTime now, LogMark? log) =>
        string.Create(CultureInfo.InvariantCulture, $"notes-{now + Bangkok:yyyy-MM-dd}-{log?.Size ?? 0:00000000}{Ending}");

    /// <summary>Which was made later: the log only grows, and a clock can be wrong.</summary>
    /// <param name="path">Of a backup with its own name.</param>
    public static string OrderOf(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return name[(name.LastIndexOf('-') + 1)..];
    }

    private StoreException? Told(Exception failed, string directory) => failed switch
    {
        NpgsqlException or DbUpdateException { InnerException: NpgsqlException } => ((PostgresEngine)engine).Unreachable(failed as NpgsqlException ?? (NpgsqlException)failed.InnerException!),
        IOException or UnauthorizedAccessException => NoRoom(failed, directory),
        not null when DatabaseFile.IsOfDisk(failed) => NoRoom(failed, directory),
        SqliteException damaged => new StoreException(
            FormattableString.Invariant($"The database could not be copied (SQLite error {damaged.SqliteErrorCode}), so no backup was made. Run verify: it names what is damaged. Keep the backups you have."), failed),
        _ => null,
    };

    private static StoreException NoRoom(Exception failed, string directory) => new(
        $"The backup could not be written: the disk is full, or {directory} or the data folder cannot be written to. Nothing of it was kept, and the store is as it was. While it is made and checked it takes room for the store three times.", failed);

    private async Task<BackupManifest> WriteAsync(
        string path, string copy, StoreKeys keys, VaultSlot recovery, DateTime now, LogMark? log, CancellationToken cancellationToken)
    {
        var (schema, tables, blobs) = Count(copy, keys);
        var key = RandomNumberGenerator.GetBytes(VaultKeeper.KeyBytes);
        try
        {
            var head = BackupHead.New(now, schema, recovery, keys, key);
            await using var file = new FileStream(path, Options());
            var disk = Disk(file);
            await disk.WriteAsync(head.ToBytes(), cancellationToken);
            var parts = new List<BackupPart>();
            await using (var sealing = new SealingStream(disk, head.Id, key))
            {
                await using (var tar = new TarWriter(new SealedTar(sealing), TarEntryFormat.Pax))
                {
                    parts.Add(await AddAsync(tar, BackupPart.Database, copy, now, cancellationToken));
                    foreach (var id in blobs.Where(files.Has))
                    {
                        parts.Add(await AddAsync(tar, BackupPart.Blobs + id.ToString("N"), files.PathOf(id), now, cancellationToken));
                    }

                    foreach (var one in FamilyFiles())
                    {
                        parts.Add(await AddAsync(tar, one, Path.Combine(folder.Path, one), now, cancellationToken));
                    }

                    var manifest = new BackupManifest(log, tables, parts);
                    using var last = new MemoryStream(manifest.ToBytes());
                    await tar.WriteEntryAsync(Entry(BackupManifest.FileName, last, now), cancellationToken);
                }

                await sealing.FinishAsync(cancellationToken);
            }

            await disk.FlushAsync(cancellationToken);
            file.Flush(flushToDisk: true);
            return new BackupManifest(log, tables, parts);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    private static PaxTarEntry Entry(string name, Stream content, DateTime now) =>
        new(TarEntryType.RegularFile, name) { DataStream = content, ModificationTime = now };

    private static async Task<BackupPart> AddAsync(TarWriter tar, string name, string path, DateTime now, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = file.Length;
        await using var hashed = new HashedSource(file);
        await tar.WriteEntryAsync(Entry(name, hashed, now), cancellationToken);
        return new BackupPart(name, bytes, hashed.Finish());
    }

    /// <summary>What a copy of the database holds.</summary>
    internal static (string Schema, Dictionary<string, long> Tables, List<Guid> Blobs) Count(string copy, StoreKeys keys)
    {
        using var connection = DatabaseFile.Open(copy, keys);
        var blobs = new List<Guid>();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT DISTINCT FileId FROM Evidence WHERE FileId IS NOT NULL";
        using (var rows = command.ExecuteReader())
        {
            while (rows.Read())
            {
                blobs.Add(rows.GetGuid(0));
            }
        }

        return (
            (string)DatabaseFile.Scalar(connection, "SELECT max(MigrationId) FROM __EFMigrationsHistory")!,
            DatabaseFile.Rows(connection).ToDictionary(row => row.Table, row => long.Parse(row.Count, CultureInfo.InvariantCulture)),
            blobs);
    }

    // Wrong tries are counted anew where it is restored; a file that is half-written has another ending.
    private IEnumerable<string> FamilyFiles() => Directory.Exists(folder.Family)
        ? Directory.EnumerateFiles(folder.Family, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder.Path, path).Replace('\\', '/'))
            .Where(name => BackupPart.IsKnown(name) && name != "family/tries.json" && !name.StartsWith("family/views/", StringComparison.Ordinal) && !name.EndsWith(".new", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
        : [];
}

/// <summary>A backup that was written.</summary>
/// <param name="Path">Where it will lie when it was checked.</param>
/// <param name="Manifest">What is in it.</param>
public sealed record MadeBackup(string Path, BackupManifest Manifest);
