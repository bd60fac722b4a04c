using System.CommandLine;
using System.Globalization;
using RaidDocs.Domain.Backups;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Vault;
using RaidDocs.Web.Hosting.Backups;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.CommandLine;

/// <summary>backup create, verify, restore.</summary>
internal static class BackupVerbs
{
    private const string Question = "Words of the recovery sheet";

    public static Command Make()
    {
        var command = new Command("backup", "The whole store in one sealed file.");
        command.Subcommands.Add(Create());
        command.Subcommands.Add(Verify());
        command.Subcommands.Add(Restore());
        return command;
    }

    private static Command Create()
    {
        var options = new CommonOptions();
        var to = new Option<DirectoryInfo?>("--out") { Description = "The folder it is laid into, such as a stick. Default: backups in the data folder." };
        var create = new Command("create", "Make a backup and check it by restoring it into a folder that is gone afterwards.") { to };
        options.AddTo(create);
        create.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await OpenAsync(parsed, options, cancellationToken);
            var folder = host.Services.GetRequiredService<DataFolder>();
            var directory = parsed.GetValue(to)?.FullName ?? folder.Backups;
            var made = await BackupDesk.MakeAsync(host.Services, host.Db, directory, cancellationToken);
            var bytes = new FileInfo(made.Path).Length;
            var findings = made.Found.Findings.Select(FormattableString.Invariant).ToList();
            options.Print(
                parsed,
                new { file = made.Path, bytes, log = made.Found.Manifest.Log?.ToString(), files = made.Found.Files.Files, findings },
                findings.Count > 0
                    ? [.. findings, $"The backup {made.Path} holds the store as it is, and the store is not whole. It does not count as checked."]
                    : [$"{made.Path} ({LastBackup.Size(bytes)}) is made and checked: {Words(made.Found)} The recovery sheet opens it. Keep it away from this computer.", made.Found.Manifest.Log?.ToString().TrimEnd() ?? ""]);
            return findings.Count == 0 ? Verbs.Done : Verbs.Refused;
        });
        return create;
    }

    private static Command Verify()
    {
        var (options, file, vault) = (new CommonOptions(), FileArgument(), VaultOption());
        var verify = new Command("verify", "Check a backup by restoring it into a folder that is gone afterwards.") { file, vault };
        options.AddTo(verify);
        verify.SetAction(async (parsed, cancellationToken) =>
        {
            var backup = BackupFile.Open(parsed.GetRequiredValue(file).FullName);
            using var opened = Unlock(backup, parsed, options, vault);
            var scratch = Path.Combine(Path.GetTempPath(), "raiddocs-backup-" + Guid.NewGuid().ToString("N"));
            var found = await BackupCheck.CheckAsync(backup, opened, scratch, cancellationToken);
            return Summarize(parsed, options, backup, found, "The backup is whole and can be restored");
        });
        return verify;
    }

    private static Command Restore()
    {
        var (options, file, vault) = (new CommonOptions(), FileArgument(), VaultOption());
        var restore = new Command("restore", "Lay the store of a backup into the data folder, which must be empty or not there yet.") { file, vault };
        options.AddTo(restore);
        restore.SetAction(async (parsed, cancellationToken) =>
        {
            var backup = BackupFile.Open(parsed.GetRequiredValue(file).FullName);
            using var opened = Unlock(backup, parsed, options, vault);
            var target = parsed.GetRequiredValue(options.Data).FullName;
            var found = await BackupCheck.RestoreAsync(backup, opened, target, cancellationToken);
            return Summarize(
                parsed, options, backup, found,
                $"The store is in {target}. Start the program with --data {target} and open it with the words of the recovery sheet; then set a passphrase. What was revoked or locked after that day is not: look at family list and at the people who sign in");
        });
        return restore;
    }

    private static Option<FileInfo?> VaultOption() => new("--vault")
    {
        Description = "The vault.json of the store that the backup was made of: then a passphrase of it opens the backup too. Default: the one in the data folder.",
    };

    private static Argument<FileInfo> FileArgument() => new("file") { Description = "The backup." };

    private static async Task<CommandHost> OpenAsync(ParseResult parsed, CommonOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await CommandHost.OpenAsync(parsed, options, IfMissing.Refuse, cancellationToken);
        }
        catch (FolderInUseException busy)
        {
            throw new StoreException($"{busy.Message} The running program makes backups itself: Admin, Backup.", busy);
        }
    }

    // The vault is only read: the program may be running on that folder.
    private static OpenedBackup Unlock(BackupFile backup, ParseResult parsed, CommonOptions options, Option<FileInfo?> vault)
    {
        var path = parsed.GetValue(vault)?.FullName ?? new DataFolder(parsed.GetRequiredValue(options.Data).FullName).Vault;
        return backup.Unlock(
            Terminal.Passphrase(parsed.GetValue(options.KeyFile), Question), File.Exists(path) ? VaultDocument.Read(File.ReadAllBytes(path)) : null);
    }

    private static int Summarize(ParseResult parsed, CommonOptions options, BackupFile backup, CheckedBackup found, string done)
    {
        var findings = found.Findings.Select(FormattableString.Invariant).ToList();
        options.Print(
            parsed,
            new
            {
                madeAt = backup.Head.MadeAt,
                log = found.Manifest.Log?.ToString(),
                lines = found.Log.Lines,
                files = found.Files.Files,
                fileBytes = found.Files.Bytes,
                tables = found.Manifest.Tables,
                findings,
            },
            [.. findings, $"{done}. It was made on {ClockExtensions.DayInBangkok(backup.Head.MadeAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}: {Words(found)}"]);
        return findings.Count == 0 ? Verbs.Done : Verbs.Refused;
    }

    private static string Words(CheckedBackup found) =>
        string.Create(CultureInfo.InvariantCulture, $"{found.Log.Lines} lines of the log, {found.Files.Files} files.");
}
