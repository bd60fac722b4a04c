using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Importing;
using RaidDocs.Domain.Tests.Data;

namespace RaidDocs.Domain.Tests.Importing;

/// <summary>Files as they come: broken, cut, in old letters, or made to do harm. Each is told with its row, and nothing is written.</summary>
public sealed class HostileFileTests
{
    private const string RaidHead = "raid_id,venue_name,started_at,agencies\n";

    [Theory]
    [InlineData("R-1,\"never closed\nR-2,x", "raids.csv, row 2, 2", "never closed")]
    [InlineData("R-1,\"closed\" and more,,\n", "raids.csv, row 2, 2", "after the closing quotation mark")]
    [InlineData("R-1,a\n", "raids.csv, row 2", "This row has 2 cells, the head has 4")]
    [InlineData("R-1,a,,,extra\n", "raids.csv, row 2", "This row has 5 cells, the head has 4")]
    [InlineData("R-1,a,,\nR-1,b,,\n", "raids.csv, row 3, raid_id", "R-1 stands twice")]
    [InlineData(",a,,\n", "raids.csv, row 2, raid_id", "This cell is empty")]
    [InlineData("R-1,a\u0000b,,\n", "raids.csv, row 2, venue_name", "control characters")]
    [InlineData("R-1,a,2026-02-30,\n", "raids.csv, row 2, started_at", "must be a real date")]
    [InlineData("R-1,a,2023-02-29T10:00:00+07:00,\n", "raids.csv, row 2, started_at", "2023 (2566) has no 29 February")]
    [InlineData("R-1,a,12/3/68,\n", "raids.csv, row 2, started_at", "Enter the year with 4 numbers")]
    [InlineData("R-1,a,2027-01-01,\n", "raids.csv, row 2, started_at", "today or in the past")]
    [InlineData("R-1,a,=NOW(),\n", "raids.csv, row 2, started_at", "Enter the date like")]
    [InlineData("R-1,a,,ROYAL_POLICE|NINJAS\n", "raids.csv, row 2, agencies", "\"NINJAS\" is not known here. Write one of: ROYAL_POLICE, ATPD")]
    public async Task A_wrong_row_is_told_with_its_place_and_what_to_write(string rows, string place, string sentence)
    {
        await using var store = await TestStore.OpenAsync();
        using var tables = new Tables().With("raids", RaidHead + rows);

        var result = await tables.ImportAsync(store);

        Assert.False(result.IsWritten);
        Assert.Contains(result.Report.Problems, problem => problem.Place == place && problem.Text.Contains(sentence, StringComparison.Ordinal));
        await AssertEmptyAsync(store);
    }

    [Theory]
    [InlineData("2024-02-29T23:30:00+07:00", "2024-02-29 23:30")]
    [InlineData("2567-02-29", "2567-02-29")]
    [InlineData("2024-02-29T20:30:00Z", "2024-03-01 03:30")]
    [InlineData("March 2567", "March 2567")]
    [InlineData("about 2011", "about 2011")]
    [InlineData("unknown", "unknown")]
    public async Task Days_of_both_eras_and_zones_and_half_known_ones_are_read(string typed, string kept)
    {
        await using var store = await TestStore.OpenAsync();
        using var tables = new Tables().With("raids", $"{RaidHead}R-1,a,{typed},\n");

        Assert.Empty((await tables.ImportAsync(store)).Report.Problems);

        await using var db = store.Db();
        var when = (await db.Raids.SingleAsync()).Facts.When!;
        Assert.Equal(kept, when.Typed);
        Assert.True(when.Date.Precision == DatePrecision.Unknown || when.Date.Latest.Year is 2011 or 2024);
    }

    [Fact]
    public async Task A_stay_before_the_raid_and_a_row_of_a_woman_who_was_not_there_are_refused()
    {
        await using var store = await TestStore.OpenAsync();
        using var tables = Tables.Good().Change("stays", "2026-01-09T22:00:00+07:00,2026-01-11", "2026-01-07,2026-01-08").Change("testimonies", "T-2,W-2", "T-2,W-22").Change("violations", "S-1,NO_INT", "S-77,NO_INT");

        var places = (await tables.ImportAsync(store)).Report.Problems.Select(problem => $"{problem.Place}: {problem.Text}").ToList();

        Assert.Equal(3, places.Count);
        Assert.Contains(places, problem => problem.StartsWith("stays.csv, row 2, from_at: She cannot be held from this raid before", StringComparison.Ordinal));
        Assert.Contains("violations.csv, row 2, stay_id: S-77 is not in the table stays. Add its row there, or mend the id", places);
        Assert.Contains("testimonies.csv, row 3, woman_id: W-22 is not in the table women. Did you mean W-2?", places);
        await AssertEmptyAsync(store);
    }

    [Fact]
    public async Task A_woman_without_a_raid_is_told()
    {
        await using var store = await TestStore.OpenAsync();
        using var tables = Tables.Good().Change("raid_women", "R-1,W-2,WITNESS,UNKNOWN\n", "");

        Assert.Contains((await tables.ImportAsync(store)).Report.Problems, problem => problem.Place == "women.csv, row 3, woman_id" && problem.Text.Contains("stands in no row of the table raid_women", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rows_may_come_in_any_order_and_missing_tables_are_no_fault()
    {
        await using var store = await TestStore.OpenAsync();
        using var tables = Tables.Good().Without("court_dates").Without("violations");
        foreach (var file in Directory.GetFiles(tables.Folder).Where(file => !file.EndsWith("testimonies.csv", StringComparison.Ordinal)))
        {
            var lines = File.ReadAllLines(file);
            File.WriteAllLines(file, lines.Take(1).Concat(lines.Skip(1).Reverse()));
        }

        Assert.Equal(10, (await tables.ImportAsync(store)) is { Report.IsClean: true } result ? result.New : -1);
    }

    [Fact]
    public async Task Unknown_columns_and_tables_are_remarked_with_what_was_perhaps_meant()
    {
        await using var store = await TestStore.OpenAsync();
        using var tables = new Tables().With("raids", "raid_id,venu_name,weather,raid_id2\nR-1,a,rain,\n").With("womens", "woman_id\nW-1\n").With("notes.txt", "x"u8.ToArray());

        var result = await tables.ImportAsync(store);

        Assert.True(result.IsWritten);
        var said = result.Report.Warnings.Select(warning => warning.ToString()).ToList();
        Assert.Contains("raids.csv, row 1, venu_name: This column is not read. Did you mean venue_name?", said);
        Assert.Contains("raids.csv, row 1, weather: This column is not read, and what stands in it is not brought in", said);
        Assert.Contains(said, text => text.StartsWith("womens.csv: There is no table womens", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("raid_id,raid_id\nR-1,R-2\n", "Two columns have this name")]
    [InlineData("venue_name\nx\n", "This column is missing")]
    [InlineData("", "The file is empty")]
    public async Task A_head_that_cannot_be_used_is_refused(string text, string sentence)
    {
        await using var store = await TestStore.OpenAsync();
        using var tables = new Tables().With("raids", text);

        Assert.Contains((await tables.ImportAsync(store)).Report.Problems, problem => problem.Text.Contains(sentence, StringComparison.Ordinal));
    }

    public static TheoryData<string, bool> Encodings() => new()
    {
        { "utf-8", false }, { "utf-8", true }, { "utf-16", true }, { "utf-16", false }, { "utf-16BE", true }, { "utf-16BE", false }, { "windows-874", false },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Letters_are_read_whatever_they_were_written_with(string name, bool mark)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        await using var store = await TestStore.OpenAsync();
        var text = "raid_id,venue_name,summary\nR-1,คาราโอเกะบ้านเรา,ตำรวจเข้ามาตอนกลางคืน และไม่มีใครแสดงหมายค้น\n";
        using var tables = new Tables().With("raids.csv", [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)]);

        var result = await tables.ImportAsync(store);

        Assert.Empty(result.Report.Problems);
        Assert.Equal(name == "windows-874", result.Report.Warnings.Any(warning => warning.Text.Contains("Windows-874", StringComparison.Ordinal)));
        await using var db = store.Db();
        Assert.Equal("คาราโอเกะบ้านเรา", (await db.Raids.SingleAsync()).Facts.VenueName);
    }

    [Fact]
    public async Task A_damaged_letter_in_a_file_of_utf8_and_letters_of_no_known_kind_are_refused()
    {
        await using var store = await TestStore.OpenAsync();
        var good = Encoding.UTF8.GetBytes(RaidHead + "R-1," + string.Concat(Enumerable.Repeat("ตำรวจ", 50)) + ",,\n");
        using var cut = new Tables().With("raids.csv", good[..^5]);
        using var latin = new Tables().With("raids.csv", [.. "raid_id,venue_name\nR-1,"u8, 0xFC, 0x84, (byte)'\n']);

        Assert.Contains((await cut.ImportAsync(store)).Report.Problems, problem => problem is { Row: 2 } && problem.Text.Contains("is damaged", StringComparison.Ordinal));
        Assert.Contains((await latin.ImportAsync(store)).Report.Problems, problem => problem.Text.Contains("neither UTF-8, UTF-16 nor Windows-874", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mark_at_the_beginning_hides_no_damaged_letter()
    {
        await using var store = await TestStore.OpenAsync();
        var head = "raid_id,venue_name\nR-1,";
        var damaged = new byte[][]
        {
            [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(head), 0xE0, 0xB8, (byte)'\n'],
            [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(head), 0xA1, 0xD2, (byte)'\n'],
            [0xFF, 0xFE, .. Wide($"{head}a\uD83Db\n")],
            [0xFF, 0xFE, .. Wide($"{head}a\uDE00b\n")],
            [0xFF, 0xFE, .. Wide($"{head}abc"), 0x0E],
            [0xFF, 0xFE, .. Wide($"{head}a\uD83D")],
            [.. Wide($"{head}a\uD83Db\n")],
            [0xFE, 0xFF, .. Wide($"{head}a\uD83Db\n").Chunk(2).SelectMany(pair => new[] { pair[1], pair[0] })],
        };

        foreach (var content in damaged)
        {
            using var tables = new Tables().With("raids.csv", content);
            Assert.Contains((await tables.ImportAsync(store)).Report.Problems, problem => problem is { Row: 2 } && problem.Text.Contains("is damaged", StringComparison.Ordinal));
        }

        await AssertEmptyAsync(store);

        static IEnumerable<byte> Wide(string text) => text.SelectMany(letter => new[] { (byte)letter, (byte)(letter >> 8) });
    }

    [Fact]
    public void A_letter_in_two_halves_is_whole_wherever_it_stands_in_a_long_file()
    {
        // An odd number of letters before them, with the mark: one pair lies across the end of each part that is read at once.
        var text = "raid_id,summary\nR-1," + string.Concat(Enumerable.Repeat("\U0001F600", 50_000)) + "\n";
        byte[] content = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text), .. Encoding.Unicode.GetBytes("R-2,\n")];

        var rows = new CsvTable("raids.csv", content.Length, () => new MemoryStream(content)).Rows(new ImportReport()).ToList();

        Assert.Equal(3, rows.Count);
        Assert.Equal(100_000, rows[1].Cells[1].Length);
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    public async Task Semicolons_and_tabs_part_cells_as_well(char separator)
    {
        await using var store = await TestStore.OpenAsync();
        using var tables = new Tables().With("raids", "raid_id,venue_name,district\nR-1,\"a \"\"b\"\"\",c\n".Replace(',', separator));

        Assert.True((await tables.ImportAsync(store)).IsWritten);

        await using var db = store.Db();
        Assert.Equal("a \"b\"", (await db.Raids.SingleAsync()).Facts.VenueName);
    }

    [Fact]
    public async Task A_thousand_columns_and_a_row_of_ten_megabytes_are_refused()
    {
        await using var store = await TestStore.OpenAsync();
        using var wide = new Tables().With("raids", "raid_id" + string.Concat(Enumerable.Range(1, 1000).Select(number => $",c{number}")) + "\n");
        using var heavy = new Tables().With("raids", $"{RaidHead}R-1,{new string('x', 10 * 1024 * 1024)},,\n");

        Assert.Contains((await wide.ImportAsync(store)).Report.Problems, problem => problem.Text.Contains("more than 300 columns", StringComparison.Ordinal));
        Assert.Contains((await heavy.ImportAsync(store)).Report.Problems, problem => problem is { Row: 2 } && problem.Text.Contains("longer than any", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mark_of_order_in_the_midst_changes_no_id()
    {
        await using var store = await TestStore.OpenAsync();
        using var tables = Tables.Good().Change("raid_women", "R-1,W-1", "\uFEFFR-1,W-1\u200B");

        Assert.Empty((await tables.ImportAsync(store)).Report.Problems);
    }

    [Fact]
    public async Task A_zip_is_read_where_it_lies_and_one_that_harms_is_not_taken()
    {
        await using var store = await TestStore.OpenAsync();
        using var tables = Tables.Good();
        using (var files = ImportFiles.Open("cases.zip", new MemoryStream(tables.Zip(name => $"cases/{name}"))))
        {
            Assert.Equal(13, (await Tables.ImportAsync(store, files)).New);
        }

        foreach (var path in new[] { "../raids.csv", "/etc/raids.csv", "a\\..\\raids.csv", "C:/raids.csv" })
        {
            Assert.Contains("names a file outside of itself", Refused(tables.Zip(name => name == "raids.csv" ? path : name)), StringComparison.Ordinal);
        }

        using var bomb = new MemoryStream();
        using (var zip = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("raids.csv").Open();
            var zeros = new byte[1024 * 1024];
            for (var at = 0; at < 100; at++)
            {
                entry.Write(zeros);
            }
        }

        Assert.Contains("far larger when it is unpacked", Refused(bomb.ToArray()), StringComparison.Ordinal);
        Assert.Contains("damaged, cut off", Refused(tables.Zip()[..^100]), StringComparison.Ordinal);
        Assert.Contains("neither a ZIP file nor an XLSX book", Refused("%PDF-1.7"u8.ToArray()), StringComparison.Ordinal);

        static string Refused(byte[] content) => Assert.Throws<DomainRuleException>(() => ImportFiles.Open("cases.zip", new MemoryStream(content)).Dispose()).Message;
    }

    [Fact]
    public async Task Whatever_is_cut_out_of_good_files_never_half_of_them_is_written()
    {
        using var tables = Tables.Good();
        var random = new Random(20261122);
        for (var run = 0; run < 12; run++)
        {
            await using var store = await TestStore.OpenAsync();
            using var broken = Tables.Good();
            var file = Directory.GetFiles(broken.Folder)[random.Next(8)];
            var bytes = File.ReadAllBytes(file).ToList();
            var at = random.Next(bytes.Count);
            bytes.RemoveRange(at, random.Next(1, Math.Min(40, bytes.Count - at + 1)));
            File.WriteAllBytes(file, [.. bytes]);

            var result = await broken.ImportAsync(store);

            await using var db = store.Db();
            Assert.Equal(result.IsWritten ? result.New : 0, await db.ImportedRows.CountAsync(row => row.Table != "court_cases", TestContext.Current.CancellationToken));
            Assert.Equal(result.IsWritten && result.New > 0, await db.AuditEntries.AnyAsync(entry => entry.Action == "import", TestContext.Current.CancellationToken));
            Assert.True(result.IsWritten == result.Report.IsClean, $"run {run.ToString(CultureInfo.InvariantCulture)}");
        }
    }

    private static async Task AssertEmptyAsync(TestStore store)
    {
        await using var db = store.Db();
        Assert.Equal((0, 0, 0), (await db.Raids.CountAsync(), await db.ImportedRows.CountAsync(), await db.SearchRows.CountAsync()));
    }
}
