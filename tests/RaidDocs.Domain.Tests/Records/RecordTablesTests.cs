using System.Text;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Importing;
using RaidDocs.Domain.Records.Tables;
using RaidDocs.Domain.Tests.Cases;
using RaidDocs.Domain.Tests.Common;
using RaidDocs.Domain.Tests.Data;

namespace RaidDocs.Domain.Tests.Records;

/// <summary>Beside the cases of a whole record lie the same cases as rows, which the table import takes.</summary>
public sealed class RecordTablesTests : IAsyncLifetime
{
    private static readonly string[] Demo = ["mae-sot", "mida", "dok-rak"];

    // What the table import does not keep as it was, and why: docs/standards.md says the same beside each column.
    private static readonly Dictionary<string, string[]> NotKept = new()
    {
        // Counted anew where a place in between is used by no raid any more, since only stays tie a row to a place.
        ["facilities"] = ["facility_id"],

        // One day, or one violation, of several women becomes one for each, and is counted anew.
        ["court_dates"] = ["court_date_id"],
        ["violations"] = ["violation_id"],

        // Counted anew where somebody without a code told something in between.
        ["testimonies"] = ["testimony_id"],
    };

    private readonly RecordFolders _folders = new();
    private TestStore _store = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = await TestStore.OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folders.Dispose();
    }

    [Fact]
    public void The_tables_have_the_columns_of_the_table_import_in_its_order()
    {
        Assert.Equal(ImportTables.All.Select(table => table.Name), RecordShapes.All.Select(shape => shape.Name));
        Assert.All(ImportTables.All.Zip(RecordShapes.All), pair => Assert.Equal(pair.First.Columns.Select(column => column.Name), pair.Second.Columns.Select(column => column.Name)));
    }

    [Fact]
    public async Task Two_raids_of_one_name_and_day_go_out_and_come_in_as_two_and_not_once_more()
    {
        var twin = CaseReader.Read(CaseFiles.Demo("mida"), _store.Lists).File!;
        Assert.Empty((await CaseFiles.ImportAsync(_store, twin)).Problems);
        Assert.Empty((await CaseFiles.ImportAsync(_store, twin, again: true)).Problems);
        var whole = await _folders.ExportAsync(_store);

        await using var other = await TestStore.OpenAsync();
        var result = await whole.ImportAsync(other);

        Assert.Equal("", string.Join('\n', result.Problems));
        Assert.Equal(2, result.Raids.Count);
        Assert.Equal(2, (await whole.ImportAsync(other)).Problems.Count(problem => problem.Sentence.Contains("in the store already", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("demo", "")]
    [InlineData("demo", "th-TH")]
    [InlineData("1", "")]
    [InlineData("2", "th-TH")]
    public async Task The_tables_come_into_an_empty_store_and_go_out_of_it_the_same(string what, string culture)
    {
        using var speaking = new Culture(culture);
        await FillAsync(_store, what);
        var first = await _folders.ExportAsync(_store);
        await using var other = await TestStore.OpenAsync();

        var check = await first.ImportTablesAsync(other, checkOnly: true);
        Assert.Equal("", string.Join('\n', check.Report.Problems));
        Assert.False(await other.Db().Raids.AnyAsync(Cancelled));
        var result = await first.ImportTablesAsync(other);
        Assert.Equal("", string.Join('\n', result.Report.Problems));
        Assert.Equal(first.Manifest.Tables.Sum(table => table.Rows), result.New);

        var second = await _folders.ExportAsync(other);
        foreach (var shape in RecordShapes.All)
        {
            Assert.Equal(Told(first, shape.Name), Told(second, shape.Name));
        }

        if (first.Manifest.Tables.Single(table => table.Name == "tables/testimonies.csv").NoRow == 0)
        {
            Assert.Equal(first.Rows("testimonies").Select(row => row["testimony_id"]), second.Rows("testimonies").Select(row => row["testimony_id"]));
        }

        // Where nothing is counted anew, all of it is the same byte for byte.
        if (what != "demo")
        {
            Assert.All(["facilities", "raids", "women", "raid_women", "stays", "testimonies"], table => Assert.Equal(File.ReadAllBytes(first.PathOf(table)), File.ReadAllBytes(second.PathOf(table))));
        }
    }

    [Theory]
    [InlineData("demo")]
    [InlineData("3")]
    public async Task There_are_as_many_of_everything_that_a_row_can_say(string what)
    {
        await FillAsync(_store, what);
        var record = await _folders.ExportAsync(_store);
        await using var other = await TestStore.OpenAsync();
        Assert.Empty((await record.ImportTablesAsync(other)).Report.Problems);
        await using var whole = await TestStore.OpenAsync();
        Assert.Empty((await record.ImportAsync(whole)).Problems);

        var (here, rows, cases) = (await CountAsync(_store), await CountAsync(other), await CountAsync(whole));
        Assert.Equal(here, cases);
        Assert.Equal(
            (here.Raids, here.Women, here.InRaids, here.Stays, here.Places),
            (rows.Raids, rows.Women, rows.InRaids, rows.Stays, rows.Places));

        // A day in court and a violation are rows of each woman they concern; what has no row is counted in the manifest.
        var files = await CasesAsync(_store);
        var manifest = record.Manifest.Tables.ToDictionary(table => table.Name["tables/".Length..^".csv".Length]);
        Assert.Equal(files.Sum(file => file.CourtCases.Sum(one => one.Hearings.Count * one.Women.Select(part => part.Woman).Distinct().Count())), rows.Hearings);
        Assert.Equal(files.Sum(file => file.Violations.Sum(one => one.AllWomen ? 1 : one.Women.Count)), rows.Violations);
        Assert.Equal(here.Testimonies, rows.Testimonies + manifest["testimonies"].NoRow);
        Assert.Equal(files.Sum(file => file.Testimonies.Count(told => told.Woman is null)), manifest["testimonies"].NoRow);
        Assert.Equal(rows.Hearings, manifest["court_dates"].Rows);
        Assert.Equal((0, 0, 0), (rows.Orders, rows.Money, rows.Limits));
        Assert.Equal(what == "demo", here.Orders + here.Money + here.Limits > 0);
    }

    [Fact]
    public async Task What_a_file_said_and_no_field_holds_stands_in_its_column_again()
    {
        using var tables = Importing.Tables.Good().With(
            "raids",
            "raid_id,code,started_at,ended_at,date_precision,venue_name,latitude,lead_agency,agencies,warrant_shown,status\nR-1,TH-57-1,2026-01-09T21:30:00+07:00,2026-01-10,EXACT,Golden Leaf,-19.5,ATPD,ROYAL_POLICE|IMMIGRATION,NO,CLOSED\n");
        Assert.Empty((await tables.ImportAsync(_store)).Report.Problems);
        var record = await _folders.ExportAsync(_store);

        var raid = record.Row("raids", "R01");
        Assert.Equal(
            ("2026-01-09T21:30:00+07:00", "2026-01-10", "-19.5", "ATPD", "ATPD|ROYAL_POLICE|IMMIGRATION", "NO", "CLOSED"),
            (raid["started_at"], raid["ended_at"], raid["latitude"], raid["lead_agency"], raid["agencies"], raid["warrant_shown"], raid["status"]));
        var stay = record.Row("stays", "R01-W01-S1");
        Assert.Equal(("NO", "DEPORTED", "Told to wait."), (stay["consented"], stay["outcome"], stay["notes"]));
        var woman = record.Row("women", "R01-W02");
        Assert.Equal(("Khin", "", "2006", "19", "BONE_XRAY", "WITHDRAWN"), (woman["display_name"], woman["name_local"], woman["birth_year"], woman["age_at_raid"], woman["age_basis"], woman["consent"]));
        var violation = record.Rows("violations")[0];
        Assert.Equal(("NO_INTERPRETER", "3", "ICCPR-14|ICRMW-16", "ATPD"), (violation["violation_type"], violation["severity"], violation["articles"], violation["agency"]));

        // She took back her yes to having it kept: what she told, and what was noted of it, stays here. The word of her row says so.
        Assert.Equal(("", "", ""), (record.Row("testimonies", "R01-T2")["notes"], record.Row("testimonies", "R01-T2")["text"], record.Row("testimonies", "R01-T2")["consent"]));
        Assert.Equal("They came in late.\n\nNobody showed a paper.", record.Row("testimonies", "R01-T1")["text"]);
        Assert.Equal(("FINED", ""), (record.Rows("court_dates")[0]["outcome"], record.Rows("court_dates")[0]["notes"]));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+66 2 526 8311")]
    [InlineData("-")]
    [InlineData("@home")]
    [InlineData("'=1+1")]
    [InlineData("\uFF1D1\uFF0B1")]
    [InlineData("\uFF20home")]
    [InlineData("''@home")]
    [InlineData("'tis the season")]
    [InlineData("a \"quoted\" one, with\nan end")]
    public async Task What_a_spreadsheet_would_run_is_defused_and_comes_back(string text)
    {
        var file = Case() with { Raid = new RaidInCase { Name = "The night", VenueName = text, Summary = text } };
        Assert.Empty((await CaseFiles.ImportAsync(_store, file)).Problems);
        var record = await _folders.ExportAsync(_store);
        var written = await File.ReadAllTextAsync(record.PathOf("raids"), Cancelled);
        Assert.DoesNotMatch("\"[=+@\uFF1D\uFF0B\uFF0D\uFF20-][^\"]", written.Replace("\"2026-", "\"", StringComparison.Ordinal));

        await using var other = await TestStore.OpenAsync();
        Assert.Empty((await record.ImportTablesAsync(other)).Report.Problems);
        var raid = (await CasesAsync(other)).Single().Raid;
        Assert.Equal((text, text), (raid.VenueName, raid.Summary));
    }

    [Fact]
    public async Task The_manifest_names_each_table_with_its_hash_and_the_files_open_in_a_spreadsheet()
    {
        await FillAsync(_store, "demo");
        var record = await _folders.ExportAsync(_store);

        Assert.Equal(RecordShapes.All.Select(shape => $"tables/{shape.Name}.csv"), record.Manifest.Tables.Select(table => table.Name));
        Assert.All(record.Manifest.Tables, table =>
        {
            var bytes = File.ReadAllBytes(Path.Combine(record.Folder, table.Name));
            var named = record.Manifest.Files.Single(file => file.Name == table.Name);
            Assert.Equal((bytes.Length, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))), (named.Bytes, named.Sha256));
            Assert.True(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble));
            Assert.EndsWith("\"\r\n", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
            Assert.Equal(table.Rows, record.Rows(Path.GetFileNameWithoutExtension(table.Name)).Count);
        });
        Assert.Empty(Directory.GetFiles(Path.Combine(_store.Folder, "blobs"), "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("tables/women.csv", "flip", "It was changed or damaged since it was written")]
    [InlineData("tables/stays.csv", "cut", "It was changed or damaged since it was written")]
    [InlineData("tables/raids.csv", "remove", "It is missing")]
    [InlineData("tables/more.csv", "add", "It was put there later")]
    public async Task A_table_that_is_not_as_it_was_written_is_named_and_nothing_comes_in(string name, string what, string sentence)
    {
        await FillAsync(_store, "demo");
        var record = await _folders.ExportAsync(_store);
        var path = Path.Combine(record.Folder, name);
        var bytes = what == "add" ? "woman_id\r\n"u8.ToArray() : await File.ReadAllBytesAsync(path, Cancelled);
        bytes[^5] ^= (byte)(what == "flip" ? 1 : 0);
        File.Delete(path);
        if (what != "remove")
        {
            await File.WriteAllBytesAsync(path, what == "cut" ? bytes[..^1] : bytes, Cancelled);
        }

        await using var other = await TestStore.OpenAsync();
        var problem = Assert.Single((await record.ImportAsync(other)).Problems);

        Assert.Equal(name, problem.File);
        Assert.StartsWith(sentence, problem.Sentence, StringComparison.Ordinal);
        Assert.False(await other.Db().Raids.AnyAsync(Cancelled));
    }

    [Fact]
    public async Task Equal_records_have_equal_tables_whatever_language_the_computer_speaks()
    {
        await FillAsync(_store, "demo");
        var plain = await _folders.ExportAsync(_store);
        foreach (var culture in new[] { "th-TH", "my-MM" })
        {
            using var speaking = new Culture(culture);
            var record = await _folders.ExportAsync(_store);
            Assert.Equal(plain.Manifest.Files.Select(file => (file.Name, file.Sha256)), record.Manifest.Files.Select(file => (file.Name, file.Sha256)));
        }
    }

    [Fact]
    public async Task A_woman_of_two_raids_has_one_row_and_is_one_woman_again_by_cases_and_by_tables()
    {
        await FillAsync(_store, "1");
        var record = await _folders.ExportAsync(_store);

        Assert.Equal((40, 44), (record.Rows("women").Count, record.Rows("raid_women").Count));
        await using var tables = await TestStore.OpenAsync();
        Assert.Empty((await record.ImportTablesAsync(tables)).Report.Problems);
        Assert.Equal(40, await tables.Db().Women.CountAsync(Cancelled));
        await using var cases = await TestStore.OpenAsync();
        Assert.Empty((await record.ImportAsync(cases)).Problems);
        Assert.Equal(40, await cases.Db().Women.CountAsync(Cancelled));
    }

    [Fact]
    public async Task Cases_of_any_kind_make_tables_that_are_taken()
    {
        for (var seed = 1; seed <= 15; seed++)
        {
            await using var store = await TestStore.OpenAsync();
            Assert.Empty((await CaseFiles.ImportAsync(store, new CaseGenerator(seed, store.Lists).Make())).Problems);
            var record = await _folders.ExportAsync(store);
            await using var other = await TestStore.OpenAsync();
            Assert.Equal("", string.Join('\n', (await record.ImportTablesAsync(other)).Report.Problems.Select(problem => $"seed {seed}: {problem}")));
        }
    }

    internal static CaseFile Case() => new()
    {
        Format = CaseFile.FormatName,
        Raid = new RaidInCase { Name = "The night" },
        Women = [new WomanInCase { Code = "W01" }],
    };

    internal static async Task FillAsync(TestStore store, string what)
    {
        if (what != "demo")
        {
            var (tables, _) = GeneratedTables.Make(int.Parse(what, System.Globalization.CultureInfo.InvariantCulture));
            using (tables)
            {
                Assert.Empty((await tables.ImportAsync(store)).Report.Problems);
            }

            return;
        }

        foreach (var name in Demo)
        {
            Assert.Empty((await CaseFiles.ImportAsync(store, CaseReader.Read(CaseFiles.Demo(name), store.Lists).File!)).Problems);
        }
    }

    // The rows as the table import keeps them. Rows that are counted anew come in another order.
    private static string Told(WholeRecord record, string table)
    {
        var places = record.Rows("facilities").ToDictionary(place => place["facility_id"], place => $"{place["name"]}, {place["province_code"]}");
        var used = record.Rows("stays").Select(stay => stay["facility_id"]).ToHashSet();
        var rows = record.Rows(table).Where(row => table != "facilities" || used.Contains(row["facility_id"])).Select(row => string.Join(" | ", row.Select(cell => (table, cell.Key) switch
        {
            // The import calls a raid by the place where that has a name.
            ("raids", "code") when row["venue_name"].Length > 0 => "",
            ("stays", "facility_id") when cell.Value.Length > 0 => places[cell.Value],
            _ => NotKept.GetValueOrDefault(table)?.Contains(cell.Key) == true ? "" : cell.Value,
        })));
        return string.Join('\n', NotKept.ContainsKey(table) ? rows.Order(StringComparer.Ordinal) : rows);
    }

    private static async Task<List<CaseFile>> CasesAsync(TestStore store)
    {
        await using var db = store.Db();
        var files = new List<CaseFile>();
        foreach (var code in await db.Raids.OrderBy(raid => raid.RecordedAt).Select(raid => raid.Code).ToListAsync(Cancelled))
        {
            files.Add(await CaseFiles.ExportAsync(store, code));
        }

        return files;
    }

    private static async Task<Counted> CountAsync(TestStore store)
    {
        await using var db = store.Db();
        return new(
            await db.Raids.CountAsync(Cancelled),
            await db.Women.CountAsync(Cancelled),
            await db.Apprehensions.CountAsync(Cancelled),
            await db.Stays.CountAsync(Cancelled),
            await db.Facilities.CountAsync(Cancelled),
            await db.Hearings.CountAsync(Cancelled),
            await db.Violations.CountAsync(Cancelled),
            await db.Testimonies.CountAsync(Cancelled),
            await db.Consents.CountAsync(Cancelled),
            await db.CourtOrders.CountAsync(Cancelled),
            await db.MoneyLines.CountAsync(Cancelled),
            await db.Clocks.CountAsync(Cancelled));
    }

    private sealed record Counted(
        int Raids, int Women, int InRaids, int Stays, int Places, int Hearings, int Violations, int Testimonies, int Consents, int Orders, int Money, int Limits);
}
