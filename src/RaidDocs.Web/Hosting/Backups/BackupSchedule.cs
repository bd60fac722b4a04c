using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Backups;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Hosting.Backups;

/// <summary>Why the backup of the day was not made.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BackupTrouble>))]
internal enum BackupTrouble
{
    /// <summary>The folder is not there, or is not the one that was chosen: a stick that is not plugged in leaves an empty one.</summary>
    FolderGone,

    /// <summary>The disk is full or cannot be written to, or the store could not be copied. The reason stands on the console.</summary>
    Failed,

    /// <summary>It was made, and something in the store is damaged.</summary>
    NotWhole,
}

/// <summary>A backup that the schedule made.</summary>
/// <param name="Name">Of the file.</param>
/// <param name="At">UTC.</param>
/// <param name="Bytes">How large it is: a file of another size is not ours.</param>
/// <param name="IsWhole">The check found nothing.</param>
internal sealed record DailyFile(string Name, DateTime At, long Bytes, bool IsWhole)
{
    public DateOnly Day => ClockExtensions.DayInBangkok(At);
}

/// <summary>Where and when a backup is made each day. It stands in the store, with the names of those it made.</summary>
/// <param name="Folder">The chosen folder.</param>
/// <param name="Hour">In Thailand, 0 to 23.</param>
internal sealed record BackupSchedule(string Folder, int Hour)
{
    /// <summary>Tells the chosen folder, or the stick that is in it, from another.</summary>
    public const string MarkName = "notes-backups.id";

    /// <summary>What it made, for each folder or stick that was chosen, by the id in its mark.</summary>
    public IReadOnlyDictionary<Guid, IReadOnlyList<DailyFile>> Places { get; init; } = new Dictionary<Guid, IReadOnlyList<DailyFile>>();

    /// <summary>When the last was made (UTC).</summary>
    public DateTime? LastAt { get; init; }

    public BackupTrouble? Trouble { get; init; }

    /// <summary>Since when there is trouble (UTC).</summary>
    public DateTime? TroubleSince { get; init; }

    /// <summary>The hour has come since the last one was made. However many days were missed, one makes up for them.</summary>
    public bool IsDue(DateTime now)
    {
        var local = ClockExtensions.InBangkok(now);
        var turn = local.Date.AddHours(Hour);
        turn = turn > local ? turn.AddDays(-1) : turn;

        // A last one that is not made yet was made while the clock was wrong.
        return LastAt is not { } last || last > now || ClockExtensions.InBangkok(last) < turn;
    }

    /// <summary>The folder or stick that is there now; null if none is, or one that was not chosen.</summary>
    public Guid? Place() => MarkIn(Folder) is { } id && Places.ContainsKey(id) ? id : null;

    /// <summary>What it made and what is still there, in the order in which it was made.</summary>
    public IReadOnlyList<DailyFile> There(Guid place) =>
    [
        .. Places.GetValueOrDefault(place, []).Where(file => file.Name == Path.GetFileName(file.Name)
            && file.Name.EndsWith(BackupMaker.Ending, StringComparison.Ordinal)
            && new FileInfo(Path.Combine(Folder, file.Name)) is { Exists: true } found && found.Length == file.Bytes),
    ];

    /// <summary>With the folder marked and known. What was made there before is remembered.</summary>
    /// <exception cref="IOException">It cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public BackupSchedule Marked()
    {
        var id = MarkIn(Folder) ?? Guid.NewGuid();
        SafeFile.Write(Path.Combine(Folder, MarkName), System.Text.Encoding.ASCII.GetBytes(id.ToString("N") + "\n"));
        return this with { Places = new Dictionary<Guid, IReadOnlyList<DailyFile>>(Places) { [id] = Places.GetValueOrDefault(id, []) } };
    }

    public BackupSchedule With(Guid place, IReadOnlyList<DailyFile> files) =>
        this with { Places = new Dictionary<Guid, IReadOnlyList<DailyFile>>(Places) { [place] = files } };

    public BackupSchedule With(BackupTrouble? trouble, DateTime now) =>
        this with { Trouble = trouble, TroubleSince = trouble is null ? null : Trouble is null ? now : TroubleSince };

    public static async Task<BackupSchedule?> ReadAsync(RaidDocsDbContext db, CancellationToken cancellationToken) =>
        Read(await db.Settings.AsNoTracking().Where(setting => setting.Key == HouseSetting.BackupSchedule).Select(setting => setting.Value).FirstOrDefaultAsync(cancellationToken));

    /// <summary>None is set where nothing stands.</summary>
    public static BackupSchedule? Read(string? value) => string.IsNullOrEmpty(value) ? null : JsonSerializer.Deserialize<BackupSchedule>(value);

    /// <summary>Changes what stands in the store now; null sets none.</summary>
    public static async Task ChangeAsync(RaidDocsDbContext db, Func<BackupSchedule?, BackupSchedule?> change, CancellationToken cancellationToken)
    {
        var kept = await db.Settings.FirstOrDefaultAsync(setting => setting.Key == HouseSetting.BackupSchedule, cancellationToken);
        if (kept is not null)
        {
            await db.Entry(kept).ReloadAsync(cancellationToken);
        }

        var value = change(Read(kept?.Value)) is { } changed ? JsonSerializer.Serialize(changed) : "";
        if (kept is null && value.Length > 0)
        {
            db.Settings.Add(new HouseSetting(HouseSetting.BackupSchedule, value));
        }
        else if (kept is not null && kept.Value != value)
        {
            kept.Set(value);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static Guid? MarkIn(string folder)
    {
        try
        {
            using var mark = new StreamReader(new FileStream(Path.Combine(folder, MarkName), FileMode.Open, FileAccess.Read, FileShare.Read));
            var start = new char[32];
            return mark.ReadBlock(start) == start.Length && Guid.TryParseExact(start, "N", out var id) ? id : null;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

/// <summary>What whoever looks after the house is told of backups.</summary>
/// <param name="NeedsOne">The last that was made and checked is too old.</param>
/// <param name="Trouble">The one of the day is not made.</param>
/// <param name="Since">Since when (UTC).</param>
internal sealed record BackupReminder(bool NeedsOne, BackupTrouble? Trouble, DateTime? Since)
{
    private static readonly BackupReminder Nothing = new(false, null, null);

    /// <summary>One read. A store whose key is in memory only, such as the demo, cannot be backed up: nobody is reminded of that.</summary>
    public static async Task<BackupReminder> ReadAsync(RaidDocsDbContext db, Domain.Vault.VaultKeeper vault, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!vault.Exists)
        {
            return Nothing;
        }

        var values = await db.Settings.AsNoTracking()
            .Where(setting => setting.Key == HouseSetting.LastBackup || setting.Key == HouseSetting.BackupSchedule)
            .ToDictionaryAsync(setting => setting.Key, setting => setting.Value, cancellationToken);
        var schedule = BackupSchedule.Read(values.GetValueOrDefault(HouseSetting.BackupSchedule));
        return new BackupReminder(
            LastBackup.Read(values.GetValueOrDefault(HouseSetting.LastBackup)) is not { } last || last.IsOld(clock.UtcNow()),
            schedule?.Trouble, schedule?.TroubleSince);
    }
}

internal static class BackupTroubleWords
{
    public static string Of(this Texts texts, BackupTrouble trouble) => trouble switch
    {
        BackupTrouble.FolderGone => texts["Its folder is not there, or another stick is in. Plug in the right one; the backup is then made by itself."],
        BackupTrouble.NotWhole => texts["It was made, and something in the store is damaged. Tell the research leaders. Older backups that were whole are kept."],
        _ => texts["It could not be written: the disk may be full. Make room or choose another folder; it is tried again each hour."],
    };

    /// <summary>The same for the person at the command line.</summary>
    public static string Plain(this BackupTrouble trouble) => trouble switch
    {
        BackupTrouble.FolderGone => "its folder is not there, or another stick is in",
        BackupTrouble.NotWhole => "it was made, and something in the store is damaged: verify",
        _ => "it could not be written: the disk may be full",
    };
}
