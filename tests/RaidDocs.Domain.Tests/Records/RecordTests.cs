using System.IO.Compression;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Papers;
using RaidDocs.Domain.Records;
using RaidDocs.Domain.Tests.Cases;
using RaidDocs.Domain.Tests.Data;
using RaidDocs.Domain.Tests.Papers;

namespace RaidDocs.Domain.Tests.Records;

/// <summary>The whole record goes out into a folder and comes in again, the same.</summary>
public sealed class RecordTests : IAsyncLifetime
{
    private static readonly string[] Demo = ["mae-sot", "mida", "dok-rak"];

    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("raiddocs-record-").FullName, "out");
    private TestStore _store = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = await TestStore.OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);
    }

    [Fact]
    public async Task What_goes_out_comes_into_an_empty_store_as_the_same_record_with_every_byte_of_its_files()
    {
        await FillAsync();
        var photo = Bytes.Jpeg(Bytes.Exif(withPlace: true));
        var paper = await ReceiveAsync("R03", Bytes.Pdf(200_000), "scan of the order.pdf");
        await ReceiveAsync("R03", photo, "yard.jpg", copyOf: null);
        await StripAsync("E2");
        await ReceiveAsync("R01", Bytes.Pdf(70_000), "one more.pdf");
        var manifest = await ExportAsync();

        await using var other = await TestStore.OpenAsync();
        var result = await ImportAsync(other);

        Assert.Empty(result.Problems);
        Assert.Equal(["R01", "R02", "R03"], result.Raids);
        Assert.Equal(4, result.Files);
        foreach (var code in result.Raids)
        {
            Assert.Equal(CaseFiles.Facts(await CaseFiles.ExportAsync(_store, code)), CaseFiles.Facts(await CaseFiles.ExportAsync(other, code)));
        }

        await using var db = other.Db();
        var rows = await db.Evidence.AsNoTracking().OrderBy(row => row.Number).ThenBy(row => row.Copy).ToListAsync(Cancelled);
        Assert.All(rows, row => Assert.NotNull(row.FileId));
        Assert.Empty((await db.CheckFilesAsync(Files(other), settled: null, Cancelled)).Findings);
        var order = rows.Single(row => row.File.OriginalName == "scan of the order.pdf");
        await using var plain = await new EvidenceStore(db, Files(other)).OpenReadAsync(order.Id, Cancelled);
        using var read = new MemoryStream();
        await plain.CopyToAsync(read, Cancelled);
        Assert.Equal(Bytes.Pdf(200_000).Length, read.Length);
        Assert.Equal(manifest.Raids.Sum(raid => raid.Women), result.Women);
        Assert.NotEqual(Guid.Empty, paper);

        // And once more out of the second store: the same files with the same hashes.
        var again = Path.Combine(Path.GetDirectoryName(_folder)!, "again");
        Assert.Equal(Hashes(manifest), Hashes(await ExportAsync(other, again)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Tables_of_two_raids_come_in_go_out_come_in_elsewhere_and_go_out_the_same_byte_for_byte(int seed)
    {
        var (tables, rows) = GeneratedTables.Make(seed);
        using (tables)
        {
            var brought = await tables.ImportAsync(_store);
            Assert.Equal("", string.Join('\n', brought.Report.Problems));
            Assert.Equal((rows, true), (brought.New, rows > 500));
        }

        await ReceiveAsync("R02", Bytes.Pdf(70_000), "a.pdf");
        var first = await ExportAsync();
        await using var other = await TestStore.OpenAsync();
        Assert.Equal("", string.Join('\n', (await ImportAsync(other)).Problems));
        var again = Path.Combine(Path.GetDirectoryName(_folder)!, "again");
        var second = await ExportAsync(other, again);

        Assert.Equal((2, 44), (first.Raids.Count, first.Raids.Sum(raid => raid.Women)));
        foreach (var raid in first.Raids)
        {
            var name = Path.Combine("cases", $"{raid.Code}.json");
            Assert.Equal(await File.ReadAllTextAsync(Path.Combine(_folder, name), Cancelled), await File.ReadAllTextAsync(Path.Combine(again, name), Cancelled));
        }

        Assert.Equal(Hashes(first), Hashes(second));
    }

    [Fact]
    public async Task Its_zip_comes_in_as_the_folder_does_and_only_as_it_was_written()
    {
        await FillAsync("dok-rak");
        await ReceiveAsync("R03", Bytes.Pdf(200_000), "a.pdf");
        await ExportAsync();
        var zip = _folder + ".zip";
        await ZipFile.CreateFromDirectoryAsync(_folder, zip, Cancelled);

        await using var other = await TestStore.OpenAsync();
        Assert.Equal("", string.Join('\n', (await ImportZipAsync(other, zip)).Problems));
        Assert.Equal(CaseFiles.Facts(await CaseFiles.ExportAsync(_store, "R03")), CaseFiles.Facts(await CaseFiles.ExportAsync(other, "R03")));

        await using (var archive = await ZipFile.OpenAsync(zip, ZipArchiveMode.Update, Cancelled))
        {
            archive.CreateEntry("../beside.json");
        }

        await using var third = await TestStore.OpenAsync();
        var problem = Assert.Single((await ImportZipAsync(third, zip)).Problems);
        Assert.Equal(("../beside.json", true), (problem.File, problem.Sentence.StartsWith("It was put there later", StringComparison.Ordinal)));
        await using var db = third.Db();
        Assert.False(await db.Raids.AnyAsync(Cancelled));
    }

    [Fact]
    public async Task A_file_that_is_no_zip_of_a_record_is_none()
    {
        await FillAsync("mae-sot");
        await ExportAsync();
        Assert.Null(RecordSource.Find(Path.Combine(_folder, RecordManifest.FileName)));
        var zip = _folder + ".zip";
        await ZipFile.CreateFromDirectoryAsync(Path.Combine(_folder, "cases"), zip, Cancelled);
        Assert.Null(RecordSource.Find(zip));
        await File.WriteAllBytesAsync(zip, (await File.ReadAllBytesAsync(zip, Cancelled))[..^30], Cancelled);
        Assert.Throws<DomainRuleException>(() => RecordSource.Find(zip));
    }

    [Fact]
    public async Task A_woman_of_two_raids_is_one_woman_again_although_the_raids_get_other_codes()
    {
        await FillAsync("dok-rak");
        var second = new CaseFile
        {
            Format = CaseFile.FormatName,
            Raid = new RaidInCase { Name = "The second night" },
            Women = [new WomanInCase { Code = "W01", SameAs = "R03-W02" }],
        };
        Assert.Empty((await CaseFiles.ImportAsync(_store, second)).Problems);
        await ExportAsync();

        await using var other = await TestStore.OpenAsync();
        await CaseFiles.ImportAsync(other, First(other, "mae-sot", "R03"));
        var result = await ImportAsync(other);

        Assert.Equal("", string.Join('\n', result.Problems));
        Assert.Equal(["R04", "R05"], result.Raids);
        await using var db = other.Db();
        var (first, later) = (await HerAsync("R04", 2), await HerAsync("R05", 1));
        Assert.Equal(first, later);

        Task<Guid> HerAsync(string raid, int number) => db.Apprehensions
            .Where(row => row.Number == number && db.Raids.Any(one => one.Id == row.RaidId && one.Code == raid))
            .Select(row => row.WomanId).SingleAsync(Cancelled);
    }

    [Fact]
    public async Task The_same_record_again_changes_nothing_and_says_where_it_is()
    {
        await FillAsync("mae-sot");
        await ReceiveAsync("R01", Bytes.Pdf(1000), "a.pdf");
        await ExportAsync();
        var before = await CaseFiles.ExportAsync(_store, "R01");

        var result = await ImportAsync(_store);

        Assert.Contains("is in the store already, as R01", Assert.Single(result.Problems).Sentence, StringComparison.Ordinal);
        await using var db = _store.Db();
        Assert.Equal(1, await db.Raids.CountAsync(Cancelled));
        Assert.Equal(CaseFiles.Facts(before), CaseFiles.Facts(await CaseFiles.ExportAsync(_store, "R01")));
        Assert.Single(OnDisk(_store));
    }

    [Fact]
    public async Task A_check_of_a_good_record_writes_nothing_and_counts_it()
    {
        await FillAsync();
        await ExportAsync();
        await using var other = await TestStore.OpenAsync();

        var result = await ImportAsync(other, checkOnly: true);

        Assert.Empty(result.Problems);
        Assert.Equal(3, result.Raids.Count);
        await using var db = other.Db();
        Assert.False(await db.Raids.AnyAsync(Cancelled));
        Assert.False(await db.Women.AnyAsync(Cancelled));
    }

    [Theory]
    [InlineData("evidence/R01/E1.pdf", "flip")]
    [InlineData("evidence/R01/E1.pdf", "cut")]
    [InlineData("evidence/R01/E1.pdf", "remove")]
    [InlineData("cases/R02.json", "flip")]
    [InlineData("cases/R02.json", "remove")]
    [InlineData("evidence/R01/E9.pdf", "add")]
    public async Task A_file_that_is_not_as_it_was_written_is_named_and_nothing_comes_in(string name, string what)
    {
        await FillAsync("mae-sot", "mida");
        await ReceiveAsync("R01", Bytes.Pdf(70_000), "a.pdf");
        await ExportAsync();
        var path = Path.Combine(_folder, name);
        if (what == "remove")
        {
            File.Delete(path);
        }
        else if (what == "add")
        {
            await File.WriteAllBytesAsync(path, Bytes.Pdf(100), Cancelled);
        }
        else
        {
            var bytes = await File.ReadAllBytesAsync(path, Cancelled);
            bytes[^10] ^= 1;
            await File.WriteAllBytesAsync(path, what == "cut" ? bytes[..^1] : bytes, Cancelled);
        }

        await using var other = await TestStore.OpenAsync();
        var problem = Assert.Single((await ImportAsync(other)).Problems);

        Assert.Equal(name, problem.File);
        await using var db = other.Db();
        Assert.False(await db.Raids.AnyAsync(Cancelled));
        Assert.Empty(OnDisk(other));
    }

    [Theory]
    [InlineData("../R01.json")]
    [InlineData("cases/../../R01.json")]
    [InlineData("/etc/passwd")]
    [InlineData("cases\\R01.json")]
    [InlineData("manifest.json")]
    public async Task A_name_that_leads_elsewhere_is_refused(string name)
    {
        await FillAsync("mae-sot");
        await ExportAsync();
        await ChangeAsync(manifest => manifest with { Files = [.. manifest.Files, new RecordFile { Name = name, Bytes = 1, Sha256 = new string('0', 64) }] });

        await using var other = await TestStore.OpenAsync();
        Assert.Contains("is no name of a file of a record", Assert.Single((await ImportAsync(other)).Problems).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_of_another_format_is_not_read_in()
    {
        await FillAsync("mae-sot");
        await ExportAsync();
        await ChangeAsync(manifest => manifest with { Format = "raiddocs-record/2" });

        await using var other = await TestStore.OpenAsync();
        Assert.Contains("this version reads raiddocs-record/1", Assert.Single((await ImportAsync(other)).Problems).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_last_raid_is_refused_the_first_ones_do_not_stay_and_no_file_does()
    {
        await FillAsync("mae-sot", "mida");
        await ReceiveAsync("R01", Bytes.Pdf(1000), "a.pdf");
        await ExportAsync();
        await using var other = await TestStore.OpenAsync();
        await CaseFiles.ImportAsync(other, First(other, "mida", "R01"));

        var result = await ImportAsync(other);

        Assert.Equal("cases/R02.json", Assert.Single(result.Problems).File);
        await using var db = other.Db();
        Assert.Equal("R01", await db.Raids.Select(raid => raid.Code).SingleAsync(Cancelled));
        Assert.False(await db.Evidence.AnyAsync(row => row.FileId != null, Cancelled));
        Assert.Empty(OnDisk(other));
    }

    [Fact]
    public async Task A_file_that_her_answer_closes_is_named_and_its_bytes_stay_here()
    {
        await FillAsync("dok-rak");
        Guid woman, raid;
        await using (var db = _store.Db())
        {
            var her = await db.Apprehensions.OrderBy(row => row.Number).FirstAsync(Cancelled);
            (woman, raid) = (her.WomanId, her.RaidId);
        }

        await ReceiveAsync("R03", Bytes.Pdf(1000), "of her.pdf", women: [woman]);
        await using (var db = _store.Db())
        {
            db.Consents.Add(new Consent(raid, woman, null, new ConsentFacts { Purpose = Purpose.Keep, Answer = ConsentAnswer.No }));
            await db.SaveChangesAsync(Cancelled);
        }

        var manifest = await ExportAsync();

        Assert.Equal(("R03", "E1", Purpose.Keep), manifest.Closed.Select(one => (one.Raid, one.File, one.Purpose)).Single());
        Assert.DoesNotContain(manifest.Files, file => file.Name.StartsWith("evidence/", StringComparison.Ordinal));
        await using var other = await TestStore.OpenAsync();
        Assert.Empty((await ImportAsync(other)).Problems);
        await using var there = other.Db();
        Assert.Null(await there.Evidence.Select(row => row.FileId).SingleAsync(Cancelled));
    }

    [Fact]
    public async Task A_damaged_file_of_the_store_stops_the_export_and_leaves_no_folder()
    {
        await FillAsync("mae-sot");
        await ReceiveAsync("R01", Bytes.Pdf(70_000), "a.pdf");
        var sealedFile = Assert.Single(OnDisk(_store));
        var bytes = await File.ReadAllBytesAsync(sealedFile, Cancelled);
        bytes[5000] ^= 1;
        await File.WriteAllBytesAsync(sealedFile, bytes, Cancelled);

        var refused = await Assert.ThrowsAsync<DomainRuleException>(() => ExportAsync());

        Assert.Contains("The file E1 of R01 is missing or damaged", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(Path.GetDirectoryName(_folder)!));
    }

    [Fact]
    public async Task A_folder_in_which_something_lies_is_not_written_to()
    {
        Directory.CreateDirectory(_folder);
        await File.WriteAllTextAsync(Path.Combine(_folder, "mine.txt"), "mine", Cancelled);

        Assert.Contains("is not empty", (await Assert.ThrowsAsync<DomainRuleException>(() => ExportAsync())).Message, StringComparison.Ordinal);

        Assert.Equal("mine", await File.ReadAllTextAsync(Path.Combine(_folder, "mine.txt"), Cancelled));
    }

    [Fact]
    public async Task Whose_names_and_which_files_went_out_is_in_the_log()
    {
        await FillAsync("dok-rak");
        var id = await ReceiveAsync("R03", Bytes.Pdf(1000), "a.pdf");
        await ExportAsync();

        await using var db = _store.Db();
        var key = id.ToString("D");
        Assert.True(await db.AuditEntries.AnyAsync(line => line.Action == "read" && line.ObjectType == nameof(Evidence) && line.ObjectId == key, Cancelled));
        Assert.True(await db.AuditEntries.AnyAsync(line => line.Action == "read" && line.ObjectType == "WomanName", Cancelled));
        Assert.True(await db.AuditEntries.AnyAsync(line => line.Action == "export" && line.ObjectType == "case" && line.ObjectId == "R03", Cancelled));
    }

    [Theory]
    [InlineData("""{ "format": "raiddocs-record/1" }""", true)]
    [InlineData("""{ "format": "raiddocs-record/2", "more": [] }""", true)]
    [InlineData("""{ "size": "small", "rows": {} }""", false)]
    [InlineData("""{ "format": 7 }""", false)]
    [InlineData("[]", false)]
    [InlineData("{", false)]
    [InlineData(null, false)]
    public async Task A_folder_is_known_by_what_its_manifest_says_it_is(string? manifest, bool isRecord)
    {
        Directory.CreateDirectory(_folder);
        if (manifest is not null)
        {
            await File.WriteAllTextAsync(Path.Combine(_folder, RecordManifest.FileName), manifest, Cancelled);
        }

        using var found = RecordSource.Find(_folder);
        Assert.Equal(isRecord, found is not null);
    }

    private static SealedFiles Files(TestStore store) => (SealedFiles)store.Services.GetService(typeof(SealedFiles))!;

    private static string[] OnDisk(TestStore store)
    {
        var folder = Path.Combine(store.Folder, "blobs");
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];
    }

    private static string Hashes(RecordManifest manifest) => string.Join('\n', manifest.Files.Select(file => $"{file.Sha256} {file.Name}"));

    // It takes the code that another raid of the record has.
    private static CaseFile First(TestStore store, string demo, string code)
    {
        var file = CaseReader.Read(CaseFiles.Demo(demo), store.Lists).File!;
        return file with { Raid = file.Raid with { Code = code } };
    }

    private async Task FillAsync(params string[] demo)
    {
        foreach (var name in demo.Length == 0 ? Demo : demo)
        {
            Assert.Empty((await CaseFiles.ImportAsync(_store, CaseReader.Read(CaseFiles.Demo(name), _store.Lists).File!)).Problems);
        }
    }

    private async Task<Guid> ReceiveAsync(string raid, byte[] bytes, string name, IReadOnlyList<Guid>? women = null, Guid? copyOf = null)
    {
        await using var db = _store.Db();
        var id = await db.Raids.Where(row => row.Code == raid).Select(row => row.Id).SingleAsync(Cancelled);
        return await new EvidenceStore(db, Files(_store)).ReceiveAsync(
            new GivenFile(Guid.CreateVersion7(), id, new EvidenceFacts { Title = name }, women ?? []) { Name = name, Expected = bytes.Length, Parent = copyOf },
            new MemoryStream(bytes), TestStore.Today, Cancelled);
    }

    private async Task StripAsync(string code)
    {
        await using var db = _store.Db();
        var original = (await db.Evidence.ToListAsync(Cancelled)).Single(row => row.Code == code && row.File.Kind == FileKind.Jpeg);
        await new EvidenceStore(db, Files(_store)).StripAsync(original.Id, Guid.CreateVersion7(), TestStore.Today, Cancelled);
    }

    private Task<RecordManifest> ExportAsync() => ExportAsync(_store, _folder);

    private static async Task<RecordManifest> ExportAsync(TestStore store, string folder)
    {
        await using var db = store.Db();
        return await new RecordExport(db, new EvidenceStore(db, Files(store)), TimeProvider.System, TestStore.Today).WriteAsync(folder, null, Cancelled);
    }

    private async Task<RecordImportResult> ImportAsync(TestStore store, bool checkOnly = false)
    {
        await using var db = store.Db();
        using var source = RecordSource.OfFolder(_folder);
        return await new RecordImport(db, new EvidenceStore(db, Files(store)), store.Lists, TestStore.Today).RunAsync(source, checkOnly, [], null, Cancelled);
    }

    private static async Task<RecordImportResult> ImportZipAsync(TestStore store, string zip)
    {
        await using var db = store.Db();
        using var source = RecordSource.Find(zip)!;
        return await new RecordImport(db, new EvidenceStore(db, Files(store)), store.Lists, TestStore.Today).RunAsync(source, checkOnly: false, [], null, Cancelled);
    }

    private async Task ChangeAsync(Func<RecordManifest, RecordManifest> change)
    {
        var path = Path.Combine(_folder, RecordManifest.FileName);
        var manifest = JsonSerializer.Deserialize<RecordManifest>(await File.ReadAllBytesAsync(path, Cancelled), CaseJson.Options)!;
        await File.WriteAllBytesAsync(path, JsonSerializer.SerializeToUtf8Bytes(change(manifest), CaseJson.Options), Cancelled);
    }
}
