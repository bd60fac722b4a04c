using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Backups;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Papers;
using RaidDocs.Domain.Vault;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Hosting.Backups;

namespace RaidDocs.Web.Tests.Backups;

/// <summary>Making a backup disturbs nobody, and what cannot be made whole is not kept.</summary>
public sealed class BackupMakingTests : IAsyncLifetime
{
    private readonly BackupApp _app = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Backups => Path.Combine(_app.Folder, "backups");

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_full_disk_leaves_no_backup_and_the_store_goes_on()
    {
        foreach (var room in new[] { 0, 100_000, 1_000_000 })
        {
            _app.Maker.Disk = file => new Full(file, room);
            var refused = await Assert.ThrowsAsync<StoreException>(() => _app.DbAsync(db => BackupDesk.MakeAsync(_app.Services, db, Backups, Cancelled)));
            Assert.Contains("the disk is full", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal([_app.Backup], Directory.EnumerateFiles(Backups, "*", SearchOption.AllDirectories));
        Assert.Equal(_app.Backup, Path.Combine(Backups, (await LastAsync())!.Name));
        await _app.DbAsync(db => db.Facilities.CountAsync());
    }

    [Fact]
    public async Task A_file_that_is_erased_meanwhile_stays_until_the_backup_is_made()
    {
        var id = await _app.DbAsync(db => db.Evidence.OrderBy(row => row.Number).Select(row => row.FileId!.Value).FirstAsync());
        var files = _app.Services.GetRequiredService<SealedFiles>();
        _app.Maker.Disk = file =>
        {
            // The database is copied by now, the file not yet.
            files.Delete(id);
            Assert.True(files.Has(id));
            return file;
        };
        var made = await _app.DbAsync(db => BackupDesk.MakeAsync(_app.Services, db, Backups, Cancelled));
        Assert.Equal((2, 0), (made.Found.Files.Files, made.Found.Findings.Count));
        Assert.False(files.Has(id));

        // Now it is really gone, and the next backup does not count as checked.
        _app.Maker.Disk = file => file;
        var last = await LastAsync();
        var next = await _app.DbAsync(db => BackupDesk.MakeAsync(_app.Services, db, Backups, Cancelled));
        Assert.Contains("is missing", FormattableString.Invariant(Assert.Single(next.Found.Findings)), StringComparison.Ordinal);
        Assert.True(File.Exists(next.Path));
        Assert.Equal(last, await LastAsync());
    }

    [Fact]
    public async Task Seven_stay_in_the_data_folder_and_any_number_elsewhere()
    {
        for (var made = 0; made < BackupDesk.Kept; made++)
        {
            await _app.DbAsync(db => BackupDesk.MakeAsync(_app.Services, db, Backups, Cancelled));
        }

        Assert.Equal(BackupDesk.Kept, _app.Desk.All.Count);
        Assert.False(File.Exists(_app.Backup));
        Assert.Equal(_app.Desk.All[0].Name, (await LastAsync())!.Name);

        var stick = Path.Combine(_app.Folder, "stick");
        await _app.DbAsync(db => BackupDesk.MakeAsync(_app.Services, db, stick, Cancelled));
        Assert.Single(Directory.EnumerateFiles(stick));
        Assert.Equal(BackupDesk.Kept, _app.Desk.All.Count);
    }

    [Theory]
    [InlineData("2001-01-01")]
    [InlineData("2569-11-21")]
    public async Task The_one_just_made_stays_and_is_the_newest_whatever_the_clock_said_when_others_were_made(string day)
    {
        Assert.All(Enumerable.Range(1, BackupDesk.Kept), number => File.WriteAllText(Path.Combine(Backups, FormattableString.Invariant($"notes-{day}-{number:00000000}.backup")), ""));

        var made = await _app.DbAsync(db => BackupDesk.MakeAsync(_app.Services, db, Backups, Cancelled));

        Assert.True(File.Exists(made.Path));
        Assert.Equal(BackupDesk.Kept, _app.Desk.All.Count);
        Assert.Equal([Path.GetFileName(made.Path), Path.GetFileName(_app.Backup)], _app.Desk.All.Take(2).Select(file => file.Name));
        Assert.False(File.Exists(Path.Combine(Backups, $"notes-{day}-00000002.backup")));
    }

    [Fact]
    public async Task What_a_backup_that_was_cut_off_laid_open_is_gone_a_day_later()
    {
        var left = Directory.CreateDirectory(Path.Combine(Backups, "new", "left", "blobs")).Parent!;
        var young = Directory.CreateDirectory(Path.Combine(Backups, "new", "young"));
        var file = Path.Combine(Backups, "new", "copy");
        await File.WriteAllTextAsync(file, "", Cancelled);
        left.LastWriteTimeUtc = DateTime.UtcNow.AddHours(-25);
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddHours(-25));

        await _app.DbAsync(db => BackupDesk.MakeAsync(_app.Services, db, Backups, Cancelled));

        Assert.Equal([young.FullName], Directory.EnumerateFileSystemEntries(Path.Combine(Backups, "new")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Lock_now_and_the_end_of_the_program_end_it_and_nothing_half_made_remains(bool isLocked)
    {
        var begun = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        _app.Maker.Disk = file =>
        {
            begun.SetResult();
            goOn.Task.Wait(Cancelled);
            return file;
        };
        var making = _app.Desk.MakeAsync(Viewer.Operator);
        await begun.Task;
        Assert.NotNull(_app.Desk.Since);
        var ending = isLocked ? _app.Door.LockAsync(Viewer.Operator, null) : _app.Services.GetRequiredService<DailyBackup>().StopAsync(Cancelled);
        goOn.SetResult();
        await ending;
        Assert.True(making.IsCompleted);

        Assert.Null(_app.Desk.Since);
        Assert.Equal(!isLocked, _app.State.IsOpen);
        Assert.Equal([_app.Backup], Directory.EnumerateFiles(Backups, "*", SearchOption.AllDirectories));
        await _app.Door.LockAsync(Viewer.Operator, null);
        Assert.Equal(UnlockAnswer.Opened, await _app.Door.UnlockAsync(Pages.Vault.VaultApp.Passphrase, VaultLedger.ThisComputer, Cancelled));
    }

    [Fact]
    public async Task One_made_before_the_key_was_changed_opens_with_the_sheet_of_its_day_only()
    {
        Assert.SkipWhen(_app.IsOnServer, "The key of a store on a server is changed while it lies in a file; that is refused in SlotPageTests.");
        var sheet = WordList.Draw(7);
        await _app.Services.GetRequiredService<Store>().RekeyAsync("some quite other words here", sheet, null, Cancelled);

        await _app.Desk.CheckAsync(new FileInfo(_app.Backup));
        Assert.Equal(BackupNews.OtherKey, _app.Desk.News);
        Assert.Throws<StoreException>(() => BackupFile.Open(_app.Backup).Unlock(sheet, _app.Vault.Read()));
        using var opened = BackupFile.Open(_app.Backup).Unlock(_app.Sheet, _app.Vault.Read());
        Assert.Empty((await BackupCheck.CheckAsync(BackupFile.Open(_app.Backup), opened, Path.Combine(_app.Folder, "scratch"), Cancelled)).Findings);
    }

    private Task<LastBackup?> LastAsync() => _app.DbAsync(db => LastBackup.ReadAsync(db, Cancelled));

    // A disk with so many bytes left.
    private sealed class Full(Stream inner, int room) : Stream
    {
        private int _room = room;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => inner.Length;

        public override long Position
        {
            get => inner.Position;
            set => throw new NotSupportedException();
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            (_room -= buffer.Length) < 0 ? throw new IOException("No space left on device") : inner.WriteAsync(buffer, cancellationToken);

        public override void Flush() => inner.Flush();

        public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
