using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Papers;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Domain.Tests.Data;
using RaidDocs.Domain.Vault;
using RaidDocs.Domain.Women;

namespace RaidDocs.Domain.Tests.Papers;

/// <summary>Files come in whole or not at all, come out as they went in, and what happens to them is found.</summary>
public sealed class EvidenceStoreTests : IAsyncLifetime
{
    private const string Passphrase = "seven lamps over the quiet river";

    private readonly string _sheet = WordList.Draw(7);
    private TestStore _store = null!;
    private Raid _raid = null!;
    private Woman[] _women = [];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Blobs => Path.Combine(_store.Folder, "blobs");

    public async ValueTask InitializeAsync()
    {
        _store = await TestStore.WithVaultAsync(Passphrase, _sheet);
        await using var db = _store.Db();
        _raid = new Raid("R01", new RaidFacts { Name = "Harbour" });
        _women = [new Woman(new WomanFacts()), new Woman(new WomanFacts())];
        db.Add(_raid);
        db.AddRange(_women.Select((woman, at) => new Apprehension(_raid, woman, at + 1, new ApprehensionFacts())));
        await db.SaveChangesAsync(Cancelled);
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_file_is_kept_sealed_with_its_hash_number_and_source()
    {
        var plain = Bytes.Pdf(200_000, filling: 77);

        var id = await ReceiveAsync(plain, women: [_women[0].Id]);

        await using var db = _store.Db();
        var row = await db.Evidence.Include(one => one.Women).SingleAsync(Cancelled);
        Assert.Equal((id, "E1", Convert.ToHexStringLower(SHA256.HashData(plain)), 200_000L, FileKind.Pdf), (row.Id, row.Code, row.File.Sha256, row.File.Bytes, row.File.Kind));
        Assert.Equal(_women[0].Id, Assert.Single(row.Women).WomanId);
        var source = await db.Sources.SingleAsync(Cancelled);
        Assert.Equal(("S1", (Guid?)id), (source.Code, source.EvidenceId));
        Assert.Equal(plain, await ReadAsync(id));
        var file = Assert.Single(FilesOnDisk());
        Assert.True((await File.ReadAllBytesAsync(file, Cancelled)).AsSpan().IndexOf("%PDF"u8) < 0);
        Assert.Equal("create", (await db.CustodyOfAsync(id, Cancelled))[0].Action);
    }

    [Fact]
    public async Task An_upload_that_is_cut_at_any_place_leaves_no_row_and_no_file()
    {
        var plain = Bytes.Pdf(300_000);
        int[] places = [0, 1, 63, 64, 65, SealedFormat.ChunkBytes - 1, SealedFormat.ChunkBytes, SealedFormat.ChunkBytes + 1, 262_144, 299_999, 300_000];
        foreach (var at in places.Concat(Enumerable.Range(0, 40).Select(_ => Random.Shared.Next(300_000))))
        {
            var refused = await Assert.ThrowsAsync<DomainRuleException>(() => ReceiveAsync(new Cut(plain, at)));
            Assert.Contains("did not arrive whole", refused.Message, StringComparison.Ordinal);
        }

        await using var db = _store.Db();
        Assert.False(await db.Evidence.AnyAsync(Cancelled));
        Assert.Empty(FilesOnDisk());
    }

    [Fact]
    public async Task A_sender_who_goes_away_leaves_nothing()
    {
        using var gone = new CancellationTokenSource();
        var slow = new Cut(Bytes.Pdf(300_000), 150_000) { AtPlace = gone.Cancel };

        await Assert.ThrowsAnyAsync<Exception>(() => ReceiveAsync(slow, cancellationToken: gone.Token));

        Assert.Empty(FilesOnDisk());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(1_100_000)]
    public async Task A_full_disk_is_said_in_words_and_the_next_file_is_taken(int room)
    {
        var files = _store.Services.GetRequiredService<SealedFiles>();
        files.Disk = file => new FullDisk(file, room);
        var refused = await Assert.ThrowsAsync<DomainRuleException>(() => ReceiveAsync(Bytes.Pdf(3_000_000)));
        files.Disk = file => file;

        Assert.Contains("The disk is full", refused.Message, StringComparison.Ordinal);
        Assert.Empty(FilesOnDisk());
        await ReceiveAsync(Bytes.Pdf(1000));
        Assert.Single(FilesOnDisk());
    }

    [Fact]
    public async Task More_than_200_MB_is_refused_and_exactly_200_MB_is_taken()
    {
        var refused = await Assert.ThrowsAsync<DomainRuleException>(() => ReceiveAsync(new Long(Evidence.MostBytes + 1)));
        Assert.Equal("The file must be smaller than 200 MB", refused.Message);
        Assert.Empty(FilesOnDisk());

        var id = await ReceiveAsync(new Long(Evidence.MostBytes));
        await using var db = _store.Db();
        Assert.Equal(Evidence.MostBytes, await db.Evidence.Where(row => row.Id == id).Select(row => row.File.Bytes).SingleAsync(Cancelled));
    }

    [Fact]
    public async Task The_same_form_twice_makes_one_and_the_same_bytes_twice_are_kept_once()
    {
        var (plain, id) = (Bytes.Pdf(1000), Guid.CreateVersion7());
        Assert.Equal(id, await ReceiveAsync(plain, id: id));
        Assert.Equal(id, await ReceiveAsync(plain, id: id));
        var again = await ReceiveAsync(plain);

        await using var db = _store.Db();
        Assert.Equal(["E1", "E2"], (await db.Evidence.OrderBy(row => row.Number).ToListAsync(Cancelled)).Select(row => row.Code));
        Assert.Single(FilesOnDisk());
        Assert.Equal(plain, await ReadAsync(again));
    }

    [Fact]
    public async Task A_copy_without_metadata_names_its_original_which_stays_as_it_came()
    {
        var photo = Bytes.Jpeg(Bytes.Exif(withPlace: true));
        var id = await ReceiveAsync(photo, women: [_women[0].Id]);
        Guid copy;
        await using (var db = _store.Db())
        {
            copy = await StoreOf(db).StripAsync(id, Guid.CreateVersion7(), TestStore.Today, Cancelled);
        }

        await using var after = _store.Db();
        var rows = await after.Evidence.Include(row => row.Women).OrderBy(row => row.Copy).ToListAsync(Cancelled);
        Assert.Equal(["E1", "E1.1"], rows.Select(row => row.Code));
        Assert.Equal([true, false], rows.Select(row => row.File.HasPlace));
        Assert.Equal((id, PictureCopy.Tool), (rows[1].ParentId, rows[1].Facts.Tool));
        Assert.Equal(_women[0].Id, Assert.Single(rows[1].Women).WomanId);
        Assert.Equal(photo, await ReadAsync(id));
        Assert.Equal(Bytes.Jpeg(), await ReadAsync(copy));
    }

    [Fact]
    public async Task What_she_does_not_allow_is_not_kept()
    {
        await AnswerAsync(_women[0], Purpose.Keep, ConsentAnswer.No);
        var refused = await Assert.ThrowsAsync<DomainRuleException>(() => ReceiveAsync(Bytes.Pdf(), women: [_women[0].Id]));
        Assert.StartsWith("W01 does not allow this", refused.Message, StringComparison.Ordinal);

        // Her words need her yes; silence is none.
        var told = new Testimony(_raid.Id, "T1", _women[1].Id, new TestimonyFacts { Voice = Voice.Woman }, [new PassageText { Text = "She spoke." }]);
        await SaveAsync(told);
        await Assert.ThrowsAsync<DomainRuleException>(() => ReceiveAsync(Bytes.Pdf(), testimony: told.Id));
        await AnswerAsync(_women[1], Purpose.Keep, ConsentAnswer.Yes);
        await ReceiveAsync(Bytes.Pdf(), testimony: told.Id);
        Assert.Single(FilesOnDisk());
    }

    [Fact]
    public async Task Taking_back_a_yes_closes_the_file()
    {
        var seen = await ReceiveAsync(Bytes.Jpeg(), women: [_women[0].Id], showsHer: true);
        var paper = await ReceiveAsync(Bytes.Pdf(), women: [_women[0].Id]);
        Assert.Empty(await ClosedAsync(seen, paper));

        await AnswerAsync(_women[0], Purpose.PictureOrVoice, ConsentAnswer.Yes);
        await AnswerAsync(_women[0], Purpose.PictureOrVoice, ConsentAnswer.No);
        Assert.Equal([seen], await ClosedAsync(seen, paper));

        await AnswerAsync(_women[0], Purpose.Keep, ConsentAnswer.Yes);
        await AnswerAsync(_women[0], Purpose.Keep, ConsentAnswer.No);
        Assert.Equal(new[] { seen, paper }.Order(), (await ClosedAsync(seen, paper)).Order());

        await AnswerAsync(_women[0], Purpose.Keep, ConsentAnswer.Yes);
        Assert.Equal([seen], await ClosedAsync(seen, paper));
    }

    [Fact]
    public async Task Verify_names_every_file_in_which_a_byte_was_changed_and_what_lost_its_other_half()
    {
        var ids = new List<Guid>();
        for (var file = 0; file < 6; file++)
        {
            ids.Add(await ReceiveAsync(Bytes.Pdf(70_000 + file, (byte)file)));
        }

        Assert.Empty((await VerifyAsync()).Findings);
        for (var at = 0; at < ids.Count; at++)
        {
            var path = await PathOfAsync(ids[at]);
            var whole = await File.ReadAllBytesAsync(path, Cancelled);
            var changed = whole.ToArray();
            changed[at * 11_000] ^= 1;
            await File.WriteAllBytesAsync(path, changed, Cancelled);

            var found = FormattableString.Invariant(Assert.Single((await VerifyAsync()).Findings));
            Assert.Contains($"R01 E{at + 1} ({ids[at]})", found, StringComparison.Ordinal);
            await File.WriteAllBytesAsync(path, whole, Cancelled);
        }

        File.Delete(await PathOfAsync(ids[0]));
        var stray = Path.Combine(Blobs, "ab", "cd");
        Directory.CreateDirectory(stray);
        await File.WriteAllBytesAsync(Path.Combine(stray, Guid.NewGuid().ToString("N")), [1], Cancelled);
        var both = (await VerifyAsync()).Findings.Select(FormattableString.Invariant).ToList();
        Assert.Equal(2, both.Count);
        Assert.Contains("E1", both[0], StringComparison.Ordinal);
        Assert.Contains("is missing", both[0], StringComparison.Ordinal);
        Assert.Contains("has no record", both[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_file_in_its_place_is_found_by_its_hash()
    {
        var (one, other) = (await ReceiveAsync(Bytes.Pdf(1000, 1)), await ReceiveAsync(Bytes.Pdf(1000, 2)));
        await using (var db = _store.Db())
        {
            // As somebody who can write into the database would do it: file and key together.
            var rows = await db.Evidence.OrderBy(row => row.Number).Select(row => new { row.FileId, row.Key }).ToListAsync(Cancelled);
            await db.Evidence.Where(row => row.Id == one).ExecuteUpdateAsync(set => set.SetProperty(row => row.FileId, rows[1].FileId).SetProperty(row => row.Key, rows[1].Key), Cancelled);
            await db.Evidence.Where(row => row.Id == other).ExecuteUpdateAsync(set => set.SetProperty(row => row.FileId, rows[0].FileId).SetProperty(row => row.Key, rows[0].Key), Cancelled);
        }

        Assert.Equal(2, (await VerifyAsync()).Findings.Count);
    }

    [Fact]
    public async Task After_the_key_of_the_store_was_changed_every_file_opens_and_none_under_the_old_key()
    {
        var plain = Bytes.Pdf(100_000);
        var id = await ReceiveAsync(plain);
        var again = await ReceiveAsync(plain);
        using var old = new StoreKeys(_store.State.DataKey());

        await _store.Store.RekeyAsync("nine baskets of warm bread", WordList.Draw(7), null, Cancelled);

        Assert.Equal(plain, await ReadAsync(id));
        Assert.Equal(plain, await ReadAsync(again));
        Assert.Empty((await VerifyAsync()).Findings);
        await using var db = _store.Db();
        var row = await db.Evidence.FirstAsync(Cancelled);
        Assert.Null(SealedFiles.Unwrap(old, row.FileId!.Value, row.Key!));
    }

    [Fact]
    public async Task Erasing_a_woman_takes_what_is_hers_alone_and_the_files_with_it()
    {
        var hers = await ReceiveAsync(Bytes.Jpeg(Bytes.Exif(withPlace: true)), women: [_women[0].Id]);
        var both = await ReceiveAsync(Bytes.Pdf(1000, 5), women: [.. _women.Select(woman => woman.Id)]);
        var nobody = await ReceiveAsync(Bytes.Pdf(1000, 6));
        IReadOnlyList<Guid> lost;
        await using (var db = _store.Db())
        {
            await StoreOf(db).StripAsync(hers, Guid.CreateVersion7(), TestStore.Today, Cancelled);
        }

        Assert.Equal(4, FilesOnDisk().Count);
        await using (var db = _store.Db())
        {
            await db.EraseWomanAsync(_women[0].Id, Cancelled);
            lost = db.FilesLosingTheirRow();
            await db.SaveChangesAsync(Cancelled);
            await db.RemoveFilesAsync(_store.Services.GetRequiredService<SealedFiles>(), lost);
        }

        await using var after = _store.Db();
        var left = await after.Evidence.Include(row => row.Women).OrderBy(row => row.Number).ToListAsync(Cancelled);
        Assert.Equal([both, nobody], left.Select(row => row.Id));
        Assert.Equal(_women[1].Id, Assert.Single(left[0].Women).WomanId);
        Assert.Equal(2, FilesOnDisk().Count);
        Assert.Empty((await VerifyAsync()).Findings);
    }

    [Fact]
    public async Task What_was_cut_off_by_a_crash_is_gone_at_the_next_start()
    {
        await ReceiveAsync(Bytes.Pdf());
        var half = Path.Combine(Blobs, "new", "half");
        await File.WriteAllBytesAsync(half, [1, 2, 3], Cancelled);

        await _store.Store.CloseAsync();
        await _store.UnlockAsync(Passphrase);

        Assert.False(File.Exists(half));
        Assert.Single(FilesOnDisk());
    }

    [Fact]
    public async Task While_the_store_is_locked_no_file_opens()
    {
        var id = await ReceiveAsync(Bytes.Pdf(200_000));
        await using var db = _store.Db();
        await using var open = await StoreOf(db).OpenReadAsync(id, Cancelled);
        Assert.Equal('%', open.ReadByte());

        await _store.Store.CloseAsync();

        Assert.Throws<IOException>(() => open.ReadByte());
        Assert.Throws<StoreException>(() => _store.Services.GetRequiredService<SealedFiles>().Open(Guid.NewGuid(), new byte[60]));
    }

    private EvidenceStore StoreOf(RaidDocsDbContext db) => new(db, _store.Services.GetRequiredService<SealedFiles>());

    private Task<Guid> ReceiveAsync(byte[] plain, Guid? id = null, Guid[]? women = null, bool showsHer = false, Guid? testimony = null) =>
        ReceiveAsync(new MemoryStream(plain), id, women, showsHer, testimony);

    private async Task<Guid> ReceiveAsync(
        Stream plain, Guid? id = null, Guid[]? women = null, bool showsHer = false, Guid? testimony = null, CancellationToken? cancellationToken = null)
    {
        await using var db = _store.Db();
        var given = new GivenFile(id ?? Guid.CreateVersion7(), _raid.Id, new EvidenceFacts { Title = "Order", ShowsHer = showsHer }, women ?? []) { Name = "order.pdf", Testimony = testimony };
        return await StoreOf(db).ReceiveAsync(given, plain, TestStore.Today, cancellationToken ?? Cancelled);
    }

    private async Task<byte[]> ReadAsync(Guid id)
    {
        await using var db = _store.Db();
        await using var file = await StoreOf(db).OpenReadAsync(id, Cancelled);
        using var plain = new MemoryStream();
        await file.CopyToAsync(plain, Cancelled);
        return plain.ToArray();
    }

    private async Task<FileReport> VerifyAsync()
    {
        await using var db = _store.Db();
        return await db.CheckFilesAsync(_store.Services.GetRequiredService<SealedFiles>(), null, Cancelled);
    }

    private async Task<IReadOnlyList<Guid>> ClosedAsync(params Guid[] ids)
    {
        await using var db = _store.Db();
        return [.. (await db.ClosedFilesAsync(ids, TestStore.Today, Cancelled)).Keys];
    }

    private async Task<string> PathOfAsync(Guid id)
    {
        await using var db = _store.Db();
        var file = await db.Evidence.Where(row => row.Id == id).Select(row => row.FileId!.Value).SingleAsync(Cancelled);
        return _store.Services.GetRequiredService<SealedFiles>().PathOf(file);
    }

    private Task AnswerAsync(Woman woman, Purpose purpose, ConsentAnswer answer) =>
        SaveAsync(new Consent(_raid.Id, woman.Id, null, new ConsentFacts { Purpose = purpose, Answer = answer }));

    private async Task SaveAsync(Entity row)
    {
        await using var db = _store.Db();
        db.Add(row);
        await db.SaveChangesAsync(Cancelled);
    }

    private List<string> FilesOnDisk() => Directory.Exists(Blobs) ? [.. Directory.EnumerateFiles(Blobs, "*", SearchOption.AllDirectories)] : [];
}
