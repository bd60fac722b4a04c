using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Importing;
using RaidDocs.Domain.Tests.Data;

namespace RaidDocs.Domain.Tests.Importing;

/// <summary>Books of spreadsheet programs, whose sheets are tables.</summary>
public sealed class BookTests
{
    private const string Workbook = """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Raids" sheetId="1" r:id="rId1"/><sheet name="women" sheetId="2" r:id="rId2"/><sheet name="raid women" sheetId="3" r:id="rId3"/></sheets></workbook>""";
    private const string Links = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="rId3" Target="worksheets/sheet3.xml"/></Relationships>""";
    private const string Styles = """<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts><numFmt numFmtId="164" formatCode="dd\/mm\/yyyy\ hh:mm"/><numFmt numFmtId="165" formatCode="0 &quot;days&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="165"/><xf numFmtId="77"/><xf numFmtId="71"/></cellXfs></styleSheet>""";
    private const string Shared = """<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>raid_id</t></si><si><r><t>Golden </t></r><r><t>Leaf</t></r><rPh><t>x</t></rPh></si><si><t>Golden_x000D_&#10;Leaf _x005F_x000D_</t></si></sst>""";

    [Fact]
    public async Task Sheets_are_tables_days_are_days_and_a_formula_gives_its_last_result()
    {
        await using var store = await TestStore.OpenAsync();

        var result = await ImportAsync(store, Raids("""<c r="A2" t="inlineStr"><is><t>R-1</t></is></c><c r="B2" t="s"><v>1</v></c><c r="C2" s="1"><v>46031.895833333336</v></c><c r="D2" s="3"><f>6+6</f><v>1.2E1</v></c>"""));

        Assert.Empty(result.Report.Problems);
        Assert.Contains("1 cells hold a formula", Assert.Single(result.Report.Warnings).Text, StringComparison.Ordinal);
        await using var db = store.Db();
        var raid = await db.Raids.SingleAsync();
        Assert.Equal(("Golden Leaf", "2026-01-09 21:30"), (raid.Facts.Name, raid.Facts.When!.Typed));
        Assert.Equal(12, (await db.Counts.SingleAsync()).Facts.Low);
        Assert.Equal("W01", (await db.Apprehensions.SingleAsync()).Code);
    }

    [Theory]
    [InlineData("2", "238942", "2554-03-13", 2011)]
    [InlineData("4", "238942.895833333336", "2554-03-13 21:30", 2011)]
    [InlineData("5", "46031", "2026-01-09", 2026)]
    public async Task Days_of_the_Thai_calendar_and_in_Thai_formats_are_days(string style, string number, string typed, int year)
    {
        await using var store = await TestStore.OpenAsync();

        var result = await ImportAsync(store, Raids($"""<c r="A2" t="inlineStr"><is><t>R-1</t></is></c><c r="C2" s="{style}"><v>{number}</v></c>"""));

        Assert.Empty(result.Report.Problems);
        await using var db = store.Db();
        var when = (await db.Raids.SingleAsync()).Facts.When!;
        Assert.Equal((typed, year), (when.Typed, when.Date.Earliest.Year));
    }

    [Theory]
    [InlineData("2958465.99999")]
    [InlineData("2958466")]
    public async Task A_number_that_is_no_day_of_ours_is_told(string number)
    {
        await using var store = await TestStore.OpenAsync();

        var result = await ImportAsync(store, Raids($"""<c r="A2" t="inlineStr"><is><t>R-1</t></is></c><c r="C2" s="2"><v>{number}</v></c>"""));

        Assert.Contains(result.Report.Problems, problem => problem.Place == "book.xlsx/Raids, row 2, started_at");
    }

    [Theory]
    [InlineData("""<c r="B2" t="s"><v>2</v></c>""", "Golden\nLeaf _x000D_")]
    [InlineData("""<c r="B2" t="inlineStr"><is><t>caf_x00e9_ _xD800_ _x12_</t></is></c>""", "caf\u00E9 _xD800_ _x12_")]
    [InlineData("""<c r="B2" t="str"><v>Golden_x000D_Leaf</v></c>""", "Golden\nLeaf")]
    public async Task What_a_book_writes_in_numbers_of_letters_is_read_as_letters(string cell, string name)
    {
        await using var store = await TestStore.OpenAsync();

        var result = await ImportAsync(store, Raids($"""<c r="A2" t="inlineStr"><is><t>R-1</t></is></c>{cell}"""));

        Assert.Empty(result.Report.Problems);
        await using var db = store.Db();
        Assert.Equal(name, (await db.Raids.SingleAsync()).Facts.VenueName);
    }

    [Theory]
    [InlineData("""<c r="A2" t="inlineStr"><is><t>R-1</t></is></c><c r="D2" t="e"><v>#REF!</v></c>""", "A cell of this row shows #REF!")]
    [InlineData("""<c r="ZZ2"><v>1</v></c>""", "more than 300 columns")]
    [InlineData("""<c r="A2"><v>1</c>""", "damaged, cut off")]
    public async Task A_broken_book_is_told_with_its_sheet_and_row(string cells, string sentence)
    {
        await using var store = await TestStore.OpenAsync();

        var result = await ImportAsync(store, Raids(cells));

        Assert.False(result.IsWritten);
        Assert.Contains(result.Report.Problems, problem => problem.File == "book.xlsx/Raids" && problem.Text.Contains(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_book_that_names_things_of_the_computer_is_not_read()
    {
        await using var store = await TestStore.OpenAsync();

        var result = await ImportAsync(store, "<!DOCTYPE x [<!ENTITY secret SYSTEM \"file:///etc/passwd\">]>" + Raids("""<c r="A2" t="inlineStr"><is><t>&secret;</t></is></c>"""));

        Assert.Contains(result.Report.Problems, problem => problem.Text.Contains("damaged, cut off", StringComparison.Ordinal));
    }

    private static string Raids(string cells) =>
        $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>venue_name</t></is></c><c r="C1" t="str"><v>started_at</v></c><c r="D1" t="str"><v>women_count</v></c></row><row r="2">{cells}</row><row r="9"/></sheetData></worksheet>""";

    private static string Sheet(params string[] cells) =>
        $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{string.Concat(cells.Chunk(2).Select(row => $"<row>{string.Concat(row.Select(cell => $"<c t=\"str\"><v>{cell}</v></c>"))}</row>"))}</sheetData></worksheet>""";

    private static async Task<ImportResult> ImportAsync(TestStore store, string raids)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var parts = new (string, string)[]
            {
                ("xl/workbook.xml", Workbook), ("xl/_rels/workbook.xml.rels", Links), ("xl/styles.xml", Styles), ("xl/sharedStrings.xml", Shared),
                ("xl/worksheets/sheet1.xml", raids), ("xl/worksheets/sheet2.xml", Sheet("woman_id", "language", "W-1", "th")), ("xl/worksheets/sheet3.xml", Sheet("raid_id", "woman_id", "R-1", "W-1")),
            };
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        using var files = ImportFiles.Open("book.xlsx", new MemoryStream(stream.ToArray()));
        return await Tables.ImportAsync(store, files);
    }
}
