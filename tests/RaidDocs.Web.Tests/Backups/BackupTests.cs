using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Audit;
using RaidDocs.Domain.Backups;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Papers;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Vault;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Hosting.Backups;
using RaidDocs.Web.Tests.Infrastructure;
using RaidDocs.Web.Tests.Pages.Vault;

namespace RaidDocs.Web.Tests.Backups;

/// <summary>One sealed file holds the store, opens with the sheet alone, and is refused with a sentence whenever it is not as it was made.</summary>
public sealed class BackupTests(BackupApp app) : IClassFixture<BackupApp>, IDisposable
{
    private const string CutOrChanged = "Take another copy of it.";

    private readonly string _scratch = Directory.CreateTempSubdirectory("raiddocs-backup-test-").FullName;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_scratch, recursive: true);

    [Fact]
    public async Task A_backup_made_while_somebody_saves_is_restored_on_a_new_machine_with_the_words_of_the_sheet_alone()
    {
        var backup = BackupFile.Open(app.Backup);
        await using var elsewhere = new BackupApp.Elsewhere();
        using var opened = backup.Unlock(app.Sheet.ToUpperInvariant(), vault: null);
        var found = await BackupCheck.RestoreAsync(backup, opened, elsewhere.Folder, Cancelled);
        Assert.Empty(found.Findings);
        Assert.Equal((2, 400_000L), (found.Files.Files, found.Files.Bytes));
        Assert.False(Directory.Exists(elsewhere.Folder + ".restoring"));

        // It opens there, with those words and no others.
        using var client = elsewhere.CreateClient();
        Assert.Equal(UnlockAnswer.Wrong, await elsewhere.Door.UnlockAsync(VaultApp.Passphrase, VaultLedger.ThisComputer, Cancelled));
        Assert.Equal(UnlockAnswer.OpenedBySheet, await elsewhere.Door.UnlockAsync(app.Sheet, VaultLedger.ThisComputer, Cancelled));

        // What was there before is there; of what was saved meanwhile, the first part.
        var places = await elsewhere.DbAsync(db => db.Facilities.CountAsync());
        Assert.InRange(places, app.Before + 1, app.Before + app.During);
        Assert.Equal(found.Manifest.Tables["Facilities"], places);
        Assert.Equal(await HashesAsync(app), await HashesAsync(elsewhere));
        var log = await elsewhere.DbAsync(db => db.CheckLogAsync([found.Manifest.Log!], Cancelled));
        Assert.Empty(log.Findings);
        Assert.True(log.Lines > found.Log.Lines);
        Assert.Contains("restore", await elsewhere.DbAsync(db => db.AuditEntries.OrderByDescending(entry => entry.Number).Take(20).Select(entry => entry.Action).ToListAsync()));
        var files = await elsewhere.DbAsync(db => db.CheckFilesAsync(elsewhere.Services.GetRequiredService<SealedFiles>(), null, Cancelled));
        Assert.Equal((2, 0), (files.Files, files.Findings.Count));

        // The people and the family of before are there too.
        var page = await elsewhere.ClientFor(StaffRole.ResearchLeader, app.PersonIn(StaffRole.ResearchLeader)).GetAsync(new Uri("/raids", UriKind.Relative), Cancelled);
        Assert.Contains(app.Raid, await page.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        var link = await elsewhere.DbAsync(db => db.FamilyLinks.SingleAsync());
        Assert.True(elsewhere.Services.GetRequiredService<Hosting.Family.FamilyBook>().Answers(link));
    }

    [Fact]
    public async Task The_machine_it_was_made_on_opens_it_with_a_passphrase_too_and_so_does_what_is_restored()
    {
        var backup = BackupFile.Open(app.Backup);
        var refused = Assert.Throws<StoreException>(() => backup.Unlock(VaultApp.Passphrase, vault: null));
        Assert.Contains("seven words of the recovery sheet", refused.Message, StringComparison.Ordinal);
        Assert.Throws<StoreException>(() => backup.Unlock(WordList.Draw(7), app.Vault.Read()));
        Assert.Throws<StoreException>(() => backup.Unlock("nine other words of no store", app.Vault.Read()));
        Assert.All(backup.Head.Slots, slot => Assert.Equal(SlotKind.Recovery, slot.Kind));

        await using var elsewhere = new BackupApp.Elsewhere();
        using var opened = backup.Unlock(VaultApp.Passphrase, app.Vault.Read());
        await BackupCheck.RestoreAsync(backup, opened, elsewhere.Folder, Cancelled);
        using var client = elsewhere.CreateClient();
        Assert.Equal(UnlockAnswer.Opened, await elsewhere.Door.UnlockAsync(VaultApp.Passphrase, VaultLedger.ThisComputer, Cancelled));
    }

    [Fact]
    public void Its_name_says_the_day_and_how_long_the_log_was_and_no_word_of_the_store_is_in_it()
    {
        Assert.Matches(@"^notes-2026-11-21-\d{8}\.backup$", Path.GetFileName(app.Backup));
        var text = Encoding.Latin1.GetString(File.ReadAllBytes(app.Backup));
        Assert.DoesNotContain(BackupApp.Planted, text, StringComparison.Ordinal);
        Assert.DoesNotContain("SQLite format", text, StringComparison.Ordinal);
        Assert.DoesNotContain("capsules", text, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(app.Backup));
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(app.Folder, "backups", "new")));
    }

    [Fact]
    public async Task Cut_off_at_any_place_it_is_refused_and_nothing_remains()
    {
        var whole = await File.ReadAllBytesAsync(app.Backup, Cancelled);
        int[] ends = [0, 1, 15, 16, 17, 400, whole.Length - 1, whole.Length - 16, whole.Length - 17];
        foreach (var length in ends.Concat(Enumerable.Range(0, 30).Select(_ => Random.Shared.Next(whole.Length))))
        {
            await RefusedAsync(whole[..length], $"cut at {length} of {whole.Length}");
        }
    }

    [Fact]
    public async Task One_flipped_bit_anywhere_is_noticed_and_nothing_remains()
    {
        var whole = await File.ReadAllBytesAsync(app.Backup, Cancelled);
        var head = BinaryPrimitives.ReadInt32BigEndian(whole.AsSpan(12)) + 16 + 32;
        var places = Enumerable.Range(0, head + 40).Where(at => at % 7 == 0 || at < 17)
            .Concat(Enumerable.Range(0, 40).Select(_ => Random.Shared.Next(head, whole.Length)))
            .Append(whole.Length - 1);
        foreach (var at in places)
        {
            whole[at] ^= 0x10;
            await RefusedAsync(whole, $"flipped at {at} of {whole.Length}, head {head}");
            whole[at] ^= 0x10;
        }

        // Unchanged, it is taken.
        using var opened = BackupFile.Open(app.Backup).Unlock(app.Sheet, null);
        Assert.Empty((await BackupCheck.CheckAsync(BackupFile.Open(app.Backup), opened, Path.Combine(_scratch, "whole"), Cancelled)).Findings);
        Assert.False(Directory.Exists(Path.Combine(_scratch, "whole")));
    }

    [Fact]
    public void A_newer_one_is_refused_as_newer()
    {
        var whole = File.ReadAllBytes(app.Backup);
        var (head, length) = BackupHead.Read(new MemoryStream(whole));

        var later = Write("later", [.. (head with { Schema = "99990101000000_Later" }).ToBytes(), .. whole[length..]]);
        Assert.Contains("made by a newer RaidDocs", Assert.Throws<StoreException>(() => BackupFile.Open(later)).Message, StringComparison.Ordinal);

        var format = head.ToBytes();
        format[11] = 2;
        SHA256.HashData(format.AsSpan(0, format.Length - 32), format.AsSpan(format.Length - 32));
        var other = Write("format", [.. format, .. whole[length..]]);
        Assert.Contains("made by a newer RaidDocs", Assert.Throws<StoreException>(() => BackupFile.Open(other)).Message, StringComparison.Ordinal);

        var between = Write("between", [.. (head with { Schema = "20200101000000_Between" }).ToBytes(), .. whole[length..]]);
        Assert.Contains("between two releases", Assert.Throws<StoreException>(() => BackupFile.Open(between)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_in_the_way_or_none_of_ours_is_said()
    {
        Assert.Contains("There is no backup", Assert.Throws<StoreException>(() => BackupFile.Open(Path.Combine(_scratch, "none"))).Message, StringComparison.Ordinal);
        Assert.Contains("no backup of RaidDocs", Assert.Throws<StoreException>(() => BackupFile.Open(Write("text", "Dear all, this is a letter."u8))).Message, StringComparison.Ordinal);

        var backup = BackupFile.Open(app.Backup);
        using var opened = backup.Unlock(app.Sheet, null);
        var full = Path.Combine(_scratch, "full");
        Directory.CreateDirectory(full);
        File.WriteAllText(Path.Combine(full, "letter.txt"), "keep me");
        var refused = await Assert.ThrowsAsync<StoreException>(() => BackupCheck.RestoreAsync(backup, opened, full, Cancelled));
        Assert.Contains("is not empty", refused.Message, StringComparison.Ordinal);

        var target = Path.Combine(_scratch, "target");
        Directory.CreateDirectory(target + ".restoring");
        File.WriteAllText(Path.Combine(target + ".restoring", "letter.txt"), "keep me");
        refused = await Assert.ThrowsAsync<StoreException>(() => BackupCheck.RestoreAsync(backup, opened, target, Cancelled));
        Assert.Contains("is in the way", refused.Message, StringComparison.Ordinal);
        Assert.Equal("keep me", File.ReadAllText(Path.Combine(target + ".restoring", "letter.txt")));
        Assert.Equal("keep me", File.ReadAllText(Path.Combine(full, "letter.txt")));

        // What an earlier try left is cleared.
        File.Delete(Path.Combine(target + ".restoring", "letter.txt"));
        File.WriteAllText(Path.Combine(target + ".restoring", "lock"), "");
        File.WriteAllText(Path.Combine(target + ".restoring", "raiddocs.db"), "half");
        await BackupCheck.RestoreAsync(backup, opened, target, Cancelled);
        Assert.True(File.Exists(Path.Combine(target, "vault.json")));
    }

    [Fact]
    public async Task A_restore_that_is_ended_leaves_nothing()
    {
        var backup = BackupFile.Open(app.Backup);
        using var opened = backup.Unlock(app.Sheet, null);
        using var ended = new CancellationTokenSource();
        var restoring = BackupCheck.RestoreAsync(backup, opened, Path.Combine(_scratch, "target"), ended.Token);
        await ended.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => restoring);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_scratch));
    }

    [Fact]
    public async Task While_one_is_restored_into_a_folder_a_second_is_refused_and_touches_nothing_of_it()
    {
        var backup = BackupFile.Open(app.Backup);
        using var opened = backup.Unlock(app.Sheet, null);
        var target = Path.Combine(_scratch, "target");
        Directory.CreateDirectory(target + ".restoring");
        File.WriteAllText(Path.Combine(target + ".restoring", "lock"), "");
        File.WriteAllText(Path.Combine(target + ".restoring", "raiddocs.db"), "half");
        using (DataFolder.TakePlace(target))
        {
            var refused = await Assert.ThrowsAsync<FolderInUseException>(() => BackupCheck.RestoreAsync(backup, opened, target, Cancelled));
            Assert.Contains("Another restore into", refused.Message, StringComparison.Ordinal);
            Assert.Equal("half", File.ReadAllText(Path.Combine(target + ".restoring", "raiddocs.db")));
        }

        await BackupCheck.RestoreAsync(backup, opened, target, Cancelled);
        Assert.Equal([target], Directory.EnumerateFileSystemEntries(_scratch));
    }

    [Fact]
    public async Task Of_four_restores_into_one_folder_at_one_moment_one_is_done_and_the_others_are_told()
    {
        var backup = BackupFile.Open(app.Backup);
        using var opened = backup.Unlock(app.Sheet, null);
        var target = Path.Combine(_scratch, "target");

        var ends = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () => await Record.ExceptionAsync(() => BackupCheck.RestoreAsync(backup, opened, target, Cancelled)))));

        Assert.Single(ends, end => end is null);
        Assert.All(ends.OfType<Exception>(), end => Assert.True(
            end is FolderInUseException || (end is StoreException && end.Message.Contains("is not empty", StringComparison.Ordinal)), end.ToString()));
        Assert.True(File.Exists(Path.Combine(target, "vault.json")));
        Assert.Equal([target], Directory.EnumerateFileSystemEntries(_scratch));
    }

    private async Task RefusedAsync(byte[] bytes, string what)
    {
        var path = Write("changed", bytes);
        var target = Path.Combine(_scratch, "target");
        var refused = await Record.ExceptionAsync(async () =>
        {
            var backup = BackupFile.Open(path);
            using var opened = backup.Unlock(app.Sheet, null);
            await BackupCheck.RestoreAsync(backup, opened, target, Cancelled);
        });
        Assert.True(refused is StoreException && refused.Message.Contains(CutOrChanged, StringComparison.Ordinal), $"{what}: {refused}");
        Assert.False(Directory.Exists(target), what);
        Assert.False(Directory.Exists(target + ".restoring"), what);
    }

    private static Task<List<string>> HashesAsync(TestApp one) => one.DbAsync(async db =>
        (await db.Evidence.AsNoTracking().OrderBy(row => row.Number).ToListAsync()).ConvertAll(row => $"{row.File.Sha256} {row.FileId:N}"));

    private string Write(string name, ReadOnlySpan<byte> bytes)
    {
        var path = Path.Combine(_scratch, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
