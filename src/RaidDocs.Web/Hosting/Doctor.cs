using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Vault;
using RaidDocs.Family;
using RaidDocs.Web.Hosting.Backups;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Pages.Admin;

namespace RaidDocs.Web.Hosting;

internal enum Look
{
    Fine,

    /// <summary>To be known, and mended when there is time.</summary>
    Notice,

    /// <summary>To be mended before anything real is written down.</summary>
    Wrong,
}

/// <summary>One thing that was looked at.</summary>
internal sealed record Seen(string Name, string Value, Look State);

/// <summary>Looks at the program, the computer and the store.</summary>
internal static class Doctor
{
    private const long LittleRoom = 1L << 30;
    private const int OldAfterDays = 90;

    private static readonly Version FirstGood = new(3, 50, 7);
    private static readonly Version FirstBad = new(3, 51, 0);
    private static readonly Version LastBad = new(3, 51, 2);

    // What every connection must have been given: name, wanted value.
    private static readonly (string Name, string Value)[] Pragmas =
    [
        ("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"), ("secure_delete", "1"), ("trusted_schema", "0"),
        ("cell_size_check", "1"), ("temp_store", "2"), ("busy_timeout", "5000"), ("cache_size", "-16384"),
    ];

    public static IEnumerable<Seen> OfProgram()
    {
        var age = DateOnly.FromDateTime(DateTime.UtcNow).DayNumber - IndexModel.BuiltOn.DayNumber;
        yield return new Seen(
            "program", FormattableString.Invariant($"{typeof(Doctor).Assembly.GetName().Version}, built on {IndexModel.BuiltOn:yyyy-MM-dd} ({age} days ago)"),
            age > OldAfterDays ? Look.Notice : Look.Fine);
        yield return new Seen(".NET", $"{Environment.Version} on {RuntimeInformation.OSDescription} ({RuntimeInformation.OSArchitecture})", Look.Fine);
        var canEncrypt = NativeSqlite.CanEncrypt;
        var version = SQLitePCL.raw.sqlite3_libversion().utf8_to_string();
        yield return new Seen(
            "SQLite", $"{version}, {(canEncrypt ? "our encrypting build" : "the stock library, which cannot encrypt: demo data only")}",
            canEncrypt && IsSound(Version.Parse(version)) ? Look.Fine : Look.Wrong);
        yield return new Seen("sentences", FormattableString.Invariant($"{Texts.Unread} of the Thai sentences nobody has read yet"), Texts.Unread > 0 ? Look.Notice : Look.Fine);
        var unread = Wording.Codes.Where(code => !Wording.Of(code).IsReviewed).ToList();
        yield return new Seen(
            "family page", unread.Count == 0 ? "all languages reviewed" : $"not reviewed by a native speaker: {string.Join(' ', unread)}", unread.Count > 0 ? Look.Notice : Look.Fine);
    }

    public static IEnumerable<Seen> OfComputer(DataFolder folder)
    {
        var hasAes = System.Runtime.Intrinsics.X86.Aes.IsSupported || System.Runtime.Intrinsics.Arm.Aes.IsSupported;
        yield return new Seen("processor", hasAes ? "has AES instructions" : "has no AES instructions: encryption works and is slow", hasAes ? Look.Fine : Look.Notice);
        var now = DateTime.UtcNow;
        yield return new Seen(
            "clock", FormattableString.Invariant($"{now:yyyy-MM-dd HH:mm} UTC, {ClockExtensions.InBangkok(now):yyyy-MM-dd HH:mm} in Bangkok"),
            DateOnly.FromDateTime(now) < IndexModel.BuiltOn.AddDays(-1) ? Look.Wrong : Look.Fine);
        yield return DiskOf(folder);
        yield return Computer.Volume(folder.Path) switch
        {
            true => new Seen("disk encryption", "the data folder lies on an encrypted volume", Look.Fine),
            false => new Seen("disk encryption", "the data folder lies on a plain volume; the store itself is encrypted", Look.Notice),
            null => new Seen("disk encryption", "cannot be told here", Look.Fine),
        };
        yield return Computer.HasPlainSwap() switch
        {
            true => new Seen("swap", "on a plain volume: what is in memory may be written there. Turn it off or encrypt it", Look.Notice),
            false => new Seen("swap", "none, or encrypted", Look.Fine),
            null => new Seen("swap", "cannot be told here", Look.Fine),
        };
        if (Directory.Exists(folder.Path) && !OperatingSystem.IsWindows())
        {
            const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
                | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
            var isPrivate = (File.GetUnixFileMode(folder.Path) & others) == 0;
            yield return new Seen("data folder", isPrivate ? $"{folder.Path}, for its owner alone" : $"others can enter {folder.Path}: chmod 700 it", isPrivate ? Look.Fine : Look.Wrong);
        }
    }

    public static async Task<IReadOnlyList<Seen>> OfStoreAsync(IServiceProvider services, RaidDocsDbContext db, CancellationToken cancellationToken)
    {
        var (folder, clock) = (services.GetRequiredService<DataFolder>(), services.GetRequiredService<TimeProvider>());
        var seen = new List<Seen> { new("schema", (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Last(), Look.Fine) };
        seen.AddRange(services.GetRequiredService<StoreEngine>() is PostgresEngine server
            ? await OfServerAsync(server, db, cancellationToken)
            : await OfFileAsync(folder, db, cancellationToken));

        var slots = services.GetRequiredService<VaultKeeper>().Read().Slots;
        var passphrases = slots.Count(slot => slot.Kind == SlotKind.Passphrase);
        seen.Add(new Seen(
            "vault", FormattableString.Invariant($"{passphrases} passphrases, {slots.Count - passphrases} recovery sheet"),
            passphrases == 0 ? Look.Notice : Look.Fine));
        var newest = await db.AuditEntries.OrderByDescending(entry => entry.Number).Select(entry => new { entry.Number, entry.At }).FirstOrDefaultAsync(cancellationToken);
        seen.Add(newest is null
            ? new Seen("log", "empty", Look.Fine)
            : new Seen(
                "log", FormattableString.Invariant($"{newest.Number} lines, the newest of {newest.At:yyyy-MM-dd HH:mm} UTC{(newest.At > clock.UtcNow() ? ": the clock of this computer has gone back" : "")}"),
                newest.At > clock.UtcNow() ? Look.Wrong : Look.Fine));
        seen.Add(await LastBackup.ReadAsync(db, cancellationToken) is { } last
            ? new Seen("backup", last.IsOfADayToCome(clock.UtcNow()) ? $"{last.Name}, of a day to come: the clock of this computer was or is wrong" : FormattableString.Invariant($"{last.Name}, checked {last.DaysOld(clock.UtcNow())} days ago"), last.IsOld(clock.UtcNow()) ? Look.Wrong : Look.Fine)
            : new Seen("backup", "none was made and checked yet: backup create", Look.Wrong));
        seen.Add(await DailyBackupOf(db, cancellationToken));
        if (File.Exists(folder.BeforeUpgrade))
        {
            seen.Add(new Seen("before the upgrade", FormattableString.Invariant($"the database of before is kept for {Store.KeepsBefore.Days} days: {Path.GetFileName(folder.BeforeUpgrade)}"), Look.Fine));
        }

        var rules = await db.ClockRules.AsNoTracking().ToListAsync(cancellationToken);
        var open = rules.Count(rule => !rule.IsChecked);
        seen.Add(new Seen("rules of law", FormattableString.Invariant($"{rules.Count}, of which no lawyer has checked {open}"), open > 0 ? Look.Notice : Look.Fine));
        return seen;
    }

    private static async Task<IReadOnlyList<Seen>> OfFileAsync(DataFolder folder, RaidDocsDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        var cipher = Pragma(connection, "cipher");
        var others = Pragmas.Where(pragma => Pragma(connection, pragma.Name) != pragma.Value).Select(pragma => pragma.Name).ToList();
        await db.Database.CloseConnectionAsync();
        return
        [
            new("store", FormattableString.Invariant($"{new FileInfo(folder.Database).Length / 1024.0 / 1024.0:0.0} MB"), Look.Fine),
            new("encryption", cipher.Length > 0 ? cipher : "none", cipher == "aegis" ? Look.Fine : Look.Wrong),
            new(
                "settings of SQLite", others.Count == 0 ? string.Join(' ', Pragmas.Select(pragma => $"{pragma.Name}={pragma.Value}")) : $"not as they must be: {string.Join(' ', others)}",
                others.Count == 0 ? Look.Fine : Look.Wrong),
        ];
    }

    // What the server must do for us: nothing confirmed is lost, a page that was changed on the disk is seen, and letters are letters.
    private static async Task<IReadOnlyList<Seen>> OfServerAsync(PostgresEngine server, RaidDocsDbContext db, CancellationToken cancellationToken)
    {
        var asked = await db.Database
            .SqlQuery<string>($"""
                SELECT concat_ws('|', current_setting('server_version'), pg_database_size(current_database()), current_setting('synchronous_commit'),
                    current_setting('data_checksums'), current_setting('fsync'), pg_encoding_to_char(encoding)) AS "Value"
                FROM pg_database WHERE datname = current_database()
                """)
            .SingleAsync(cancellationToken);
        var told = asked.Split('|');
        string[] wrong =
        [
            .. told[2] == "off" ? ["synchronous_commit"] : Array.Empty<string>(), .. told[3] == "on" ? [] : (string[])["data_checksums"],
            .. told[4] == "on" ? [] : (string[])["fsync"], .. told[5] == "UTF8" ? [] : (string[])["encoding"],
        ];
        return
        [
            new("store", FormattableString.Invariant($"{server.Place}, PostgreSQL {told[0]}, {long.Parse(told[1], CultureInfo.InvariantCulture) / 1024.0 / 1024.0:0.0} MB"), Look.Fine),
            new("encryption", "names, drafts and files are sealed; all else is as safe as the disk of the server, which must be encrypted", Look.Notice),
            new("settings of PostgreSQL", wrong.Length == 0 ? $"synchronous_commit={told[2]} data_checksums=on fsync=on UTF8" : $"not as they must be: {string.Join(' ', wrong)}", wrong.Length == 0 ? Look.Fine : Look.Wrong),
        ];
    }

    /// <summary>Two connections that write at the same moment can damage a file of these versions.</summary>
    internal static bool IsSound(Version sqlite) => sqlite >= FirstGood && !(sqlite >= FirstBad && sqlite <= LastBad);

    private static async Task<Seen> DailyBackupOf(RaidDocsDbContext db, CancellationToken cancellationToken) => await BackupSchedule.ReadAsync(db, cancellationToken) switch
    {
        null => new Seen("daily backup", "none is set: Admin, Backup", Look.Notice),
        { Trouble: { } trouble, TroubleSince: var since } => new Seen(
            "daily backup", FormattableString.Invariant($"not well since {since:yyyy-MM-dd}: {trouble.Plain()}"), Look.Wrong),
        var set => new Seen("daily backup", FormattableString.Invariant($"at {set.Hour:00}:00 into {set.Folder}"), Look.Fine),
    };

    private static Seen DiskOf(DataFolder folder)
    {
        try
        {
            var existing = folder.Path;
            while (!Directory.Exists(existing))
            {
                existing = Path.GetDirectoryName(existing)!;
            }

            var drive = new DriveInfo(existing);
            return new Seen(
                "disk", FormattableString.Invariant($"{drive.AvailableFreeSpace / 1073741824.0:0.0} GB free of {drive.TotalSize / 1073741824.0:0.0} GB ({drive.DriveFormat})"),
                drive.AvailableFreeSpace < LittleRoom ? Look.Wrong : Look.Fine);
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return new Seen("disk", "cannot be told here", Look.Notice);
        }
    }

    private static string Pragma(SqliteConnection connection, string name)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA " + name;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
    }
}
