using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Audit;
using RaidDocs.Domain.Backups;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Papers;
using RaidDocs.Domain.Vault;
using RaidDocs.Web.CommandLine;
using RaidDocs.Web.Hosting.Family;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Hosting.Backups;

/// <summary>What a backup is worth: it was laid into a folder, opened there, and walked as verify walks a store.</summary>
/// <param name="Manifest">What is in it.</param>
/// <param name="Log">What the log in it is like.</param>
/// <param name="Files">What the files in it are like.</param>
internal sealed record CheckedBackup(BackupManifest Manifest, LogReport Log, FileReport Files)
{
    /// <summary>What was not right in the store already; none when it is whole.</summary>
    public IReadOnlyList<FormattableString> Findings => [.. Log.Findings, .. Files.Findings];
}

/// <summary>Checks a backup by restoring it, and restores it. Each check is a drill.</summary>
internal static class BackupCheck
{
    /// <summary>Restores into a folder that is gone afterwards.</summary>
    /// <param name="file">The backup.</param>
    /// <param name="opened">Its keys.</param>
    /// <param name="scratch">A folder that is not there yet. Everything in it is encrypted.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <exception cref="StoreException">It cannot be restored.</exception>
    public static async Task<CheckedBackup> CheckAsync(BackupFile file, OpenedBackup opened, string scratch, CancellationToken cancellationToken)
    {
        try
        {
            return await OpenAsync(file, opened, scratch, (_, found) => Task.FromResult(found), cancellationToken);
        }
        finally
        {
            Remove(scratch);
        }
    }

    /// <summary>
    /// Restores into a new folder. It is made beside it and gets its name at the end, so there is all of it or nothing.
    /// </summary>
    /// <exception cref="StoreException">It cannot be restored, or another restore into the folder is running. Nothing was changed.</exception>
    public static async Task<CheckedBackup> RestoreAsync(BackupFile file, OpenedBackup opened, string target, CancellationToken cancellationToken)
    {
        target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));
        RequireEmpty(target);

        // A second restore would clear away what this one lays there. One that was before may have ended just now.
        using var place = DataFolder.TakePlace(target);
        RequireEmpty(target);

        var unfinished = target + ".restoring";
        if (Directory.Exists(unfinished) && Directory.EnumerateFiles(unfinished, "*", SearchOption.AllDirectories).Any() && !File.Exists(Path.Combine(unfinished, "lock")))
        {
            throw new StoreException($"{unfinished} is in the way. Move it, then try again.");
        }

        Remove(unfinished);
        try
        {
            var found = await OpenAsync(file, opened, unfinished, SettleAsync, cancellationToken);
            SafeFile.Write(Path.Combine(unfinished, "vault.json"), new VaultDocument { Slots = opened.Slots }.ToBytes());
            if (Directory.Exists(target))
            {
                Directory.Delete(target);
            }

            Directory.Move(unfinished, target);
            SafeFile.FlushFolder(Path.GetDirectoryName(target)!);
            return found;
        }
        catch (Exception failed)
        {
            Remove(unfinished);
            if (failed is IOException or UnauthorizedAccessException)
            {
                throw new StoreException($"The backup could not be restored into {target}: there is no room, or the folder cannot be written to. Nothing of it was kept.", failed);
            }

            throw;
        }
    }

    /// <summary>Notes in the store that a backup of it was made and checked.</summary>
    public static async Task NoteAsync(RaidDocsDbContext db, LastBackup last, CancellationToken cancellationToken)
    {
        var value = JsonSerializer.Serialize(last);
        if (await db.Settings.FirstOrDefaultAsync(setting => setting.Key == HouseSetting.LastBackup, cancellationToken) is { } kept)
        {
            kept.Set(value);
        }
        else
        {
            db.Settings.Add(new HouseSetting(HouseSetting.LastBackup, value));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static async Task<CheckedBackup> OpenAsync(
        BackupFile file, OpenedBackup opened, string path, Func<CommandHost, CheckedBackup, Task<CheckedBackup>> then, CancellationToken cancellationToken)
    {
        var folder = new DataFolder(path);
        await using var host = CommandHost.MakeOfFile(folder, new GivenStoreKey(opened.DataKey));
        var store = host.Services.GetRequiredService<Store>();
        folder.Take();
        var manifest = await file.UnpackAsync(opened, folder, cancellationToken);
        await store.OpenAsync(cancellationToken: cancellationToken);
        var log = await host.Db.CheckLogAsync(manifest.Log is { } mark ? [mark] : [], cancellationToken);
        var files = await host.Db.CheckFilesAsync(host.Services.GetRequiredService<SealedFiles>(), settled: null, cancellationToken);
        var found = await then(host, new CheckedBackup(manifest, log, files));
        await store.CloseAsync();
        return found;
    }

    // What the family page tells was right on the day of the backup: it is made anew from the record.
    private static async Task<CheckedBackup> SettleAsync(CommandHost host, CheckedBackup found)
    {
        await host.Services.GetRequiredService<FamilyBook>().SettleAsync(CancellationToken.None);
        host.Db.NoteAct("restore", "Store", "-", null);
        await host.Db.SaveChangesAsync();
        await host.Db.MakeCheckpointAsync(host.Services.GetRequiredService<TimeProvider>().UtcNow(), CheckpointReason.Restore, CancellationToken.None);
        return found;
    }

    private static void RequireEmpty(string target)
    {
        if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()))
        {
            throw new StoreException($"{target} is not empty. A backup is restored into an empty folder, so that nothing is overwritten. Name another one with --data.");
        }
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

/// <summary>The last backup that was made and checked, as the store remembers it.</summary>
/// <param name="At">UTC.</param>
/// <param name="Name">Of the file.</param>
/// <param name="Bytes">How large it is.</param>
internal sealed record LastBackup(DateTime At, string Name, long Bytes)
{
    /// <summary>Older ones are reminded of.</summary>
    public const int MostDays = 7;

    public int DaysOld(DateTime now) => Math.Max(0, (now - At).Days);

    /// <summary>It is to be reminded of one more. One of a day to come was made under a wrong clock, and how old it is nobody knows.</summary>
    public bool IsOld(DateTime now) => DaysOld(now) > MostDays || IsOfADayToCome(now);

    public bool IsOfADayToCome(DateTime now) => At > now.AddDays(1);

    public static async Task<LastBackup?> ReadAsync(RaidDocsDbContext db, CancellationToken cancellationToken)
    {
        var value = await db.Settings.AsNoTracking().Where(setting => setting.Key == HouseSetting.LastBackup).Select(setting => setting.Value).FirstOrDefaultAsync(cancellationToken);
        return Read(value);
    }

    public static LastBackup? Read(string? value) => value is null ? null : JsonSerializer.Deserialize<LastBackup>(value);

    /// <summary>"12.3 MB".</summary>
    public static string Size(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0.1, bytes / 1024.0 / 1024.0):0.0} MB");
}
