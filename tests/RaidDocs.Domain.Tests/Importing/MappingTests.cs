using System.Text;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Importing;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Tests.Cases;
using RaidDocs.Domain.Tests.Data;

namespace RaidDocs.Domain.Tests.Importing;

/// <summary>Files of other systems, by the mappings that come with the program and by wrong ones.</summary>
public sealed class MappingTests
{
    [Theory]
    [InlineData("kobotoolbox", "kobo", 6)]
    [InlineData("odk-central", "odk", 8)]
    [InlineData("openevsys", "openevsys", 8)]
    public async Task Each_mapping_that_ships_brings_its_example_in_twice_as_once(string mapping, string example, int rows)
    {
        await using var store = await TestStore.OpenAsync();

        var result = await ImportAsync(store, mapping, example);
        var again = await ImportAsync(store, mapping, example);

        Assert.Empty(result.Report.Problems);
        Assert.Equal((true, rows), (result.IsWritten, result.New));
        Assert.Equal((0, rows), (again.New, again.Here));
    }

    [Fact]
    public async Task A_form_of_kobotoolbox_becomes_one_raid_its_women_and_their_words()
    {
        await using var store = await TestStore.OpenAsync();
        await ImportAsync(store, "kobotoolbox", "kobo");

        await using var db = store.Db();
        var raid = await db.Raids.SingleAsync();
        Assert.Equal(("Lotus Corner", "karaoke", "TH-63", "2026-02-14"), (raid.Facts.Name, raid.Facts.VenueKind, raid.Facts.Province, raid.Facts.When!.Typed));
        Assert.Equal(["local-police", "immigration"], raid.Facts.Agencies);
        Assert.Equal(["held", "got away"], (await db.Apprehensions.OrderBy(row => row.Number).ToListAsync()).Select(row => row.Facts.HowItEnded!.Text));
        Assert.Equal(["shn", "mya"], (await db.Apprehensions.OrderBy(row => row.Number).Select(row => row.Woman).ToListAsync()).SelectMany(woman => woman.Facts.Languages));
        Assert.Equal(2, await db.Passages.CountAsync());
    }

    [Fact]
    public async Task A_repeat_group_of_odk_finds_the_raid_that_it_belongs_to()
    {
        await using var store = await TestStore.OpenAsync();
        await ImportAsync(store, "odk-central", "odk");

        await using var db = store.Db();
        Assert.Equal("They said it was a \"check\" of papers.", (await db.Raids.SingleAsync()).Facts.Summary);
        Assert.Equal(["CR-7-1", "CR-7-2"], await db.ImportedRows.Where(row => row.Table == "women").OrderBy(row => row.OuterId).Select(row => row.Code).ToListAsync());
        Assert.Equal(["2026-01-09", "2026-01-09"], (await db.Stays.ToListAsync()).Select(stay => stay.Facts.From!.Typed));
        Assert.Equal(1, await db.Facilities.CountAsync());
    }

    [Fact]
    public async Task Acts_of_openevsys_carry_their_woman_and_who_did_it()
    {
        await using var store = await TestStore.OpenAsync();
        await ImportAsync(store, "openevsys", "openevsys");

        await using var db = store.Db();
        var acts = await db.Violations.Include(act => act.Women).OrderBy(act => act.RecordedAt).ToListAsync();
        Assert.Equal(["V01", "V04", "V13"], acts.Select(act => act.Facts.Act));
        Assert.Equal(["local-police", "", "local-police"], acts.Select(act => string.Concat(act.Facts.By)));
        Assert.All(acts, act => Assert.Single(act.Women));

        // Who did it is no woman of ours.
        Assert.Equal(2, await db.Women.CountAsync());
    }

    [Fact]
    public async Task A_part_of_an_export_that_was_left_out_is_told()
    {
        await using var store = await TestStore.OpenAsync();
        using var tables = new Tables()
            .With("raid", "SubmissionDate,raid_code,night-began,night-officers,night-warrant,night-story,place-name,place-kind,place-province,KEY\n")
            .With("raid-women", "number,called,born,speaks,allows,held_at,held_kind,held_from,held_to,PARENT_KEY,KEY\n1,A,,,,,,,,uuid:9,uuid:9/1\n");

        var result = await tables.ImportAsync(store, mapping: ImportMapping.ReadShipped("odk-central"));

        Assert.Contains(result.Report.Problems, problem => problem.ToString() == "raid-women.csv, row 2, PARENT_KEY: uuid:9 is not in the file raid.csv. Was a part of the export left out?");
    }

    [Theory]
    [InlineData("{", "This is not JSON")]
    [InlineData("[]", "$: A mapping is one JSON object")]
    [InlineData("""{ "format": "x/2", "tables": [] }""", "$.format: Write \"raiddocs-mapping/1\"")]
    [InlineData("""{ "format": "raiddocs-mapping/1", "tables": [ { "to": "men", "from": "a.csv", "columns": {} } ] }""", "$.tables[0].to: Write one of: facilities")]
    [InlineData("""{ "format": "raiddocs-mapping/1", "tables": [ { "to": "women", "from": "a.csv", "columns": { "woman": "x" } } ] }""", "$.tables[0].columns.woman: The table women has no such column. Did you mean woman_id?")]
    [InlineData("""{ "format": "raiddocs-mapping/1", "tables": [ { "to": "women", "from": "a.csv", "columns": { "notes": "x" } } ] }""", "$.tables[0].columns.woman_id: This column is missing")]
    [InlineData("""{ "format": "raiddocs-mapping/1", "tables": [ { "to": "women", "from": "a.csv", "columns": { "woman_id": { "colum": "x" } } } ] }""", "$.tables[0].columns.woman_id.colum: There is no such entry here")]
    [InlineData("""{ "format": "raiddocs-mapping/1", "tables": [ { "to": "women", "from": "a.csv", "once": "yes", "columns": { "woman_id": "x" } } ] }""", "$.tables[0].once: Write true or false")]
    public void A_wrong_mapping_is_told_with_its_path(string json, string sentence)
    {
        var report = new ImportReport();

        Assert.Null(ImportMapping.Read("mine.json", Encoding.UTF8.GetBytes(json), report));

        Assert.Contains(report.Problems, problem => problem is { Column: null } ? problem.Text.StartsWith(sentence, StringComparison.Ordinal) : $"{problem.Column}: {problem.Text}".StartsWith(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_column_that_the_form_does_not_have_is_told_with_one_that_is_near()
    {
        await using var store = await TestStore.OpenAsync();
        using var tables = new Tables().With("form", "Code,Place\nR-1,x\n");
        var mapping = ImportMapping.Read("mine.json", """{ "format": "raiddocs-mapping/1", "tables": [ { "to": "raids", "from": "form.csv", "columns": { "raid_id": "code", "venue_name": "plase" } } ] }"""u8, new ImportReport());

        var result = await tables.ImportAsync(store, mapping: mapping);

        Assert.Equal("form.csv, row 1, plase: The mapping reads this column, which is not there. Did you mean Place?", Assert.Single(result.Report.Problems).ToString());
    }

    [Fact]
    public async Task A_row_of_a_form_has_as_many_cells_as_its_head()
    {
        await using var store = await TestStore.OpenAsync();
        using var tables = new Tables().With("form", "Code,Place\nR-1,Golden Leaf,\nR-2,Blue Orchid,Mueang\nR-3\n");
        var mapping = ImportMapping.Read("mine.json", """{ "format": "raiddocs-mapping/1", "tables": [ { "to": "raids", "from": "form.csv", "columns": { "raid_id": "Code", "venue_name": "Place" } } ] }"""u8, new ImportReport());

        var result = await tables.ImportAsync(store, mapping: mapping);

        Assert.Equal(["form.csv, row 3", "form.csv, row 4"], result.Report.Problems.Select(problem => problem.Place));
        Assert.StartsWith("This row has 3 cells, the head has 2.", result.Report.Problems[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("This row has 1 cells, the head has 2.", result.Report.Problems[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_of_a_file_that_is_joined_has_as_many_cells_as_its_head_also_where_two_columns_have_one_name()
    {
        await using var store = await TestStore.OpenAsync();
        using var tables = new Tables()
            .With("form", "Code,Place\nR-1,P-1\n")
            .With("places", "name,name,key\nGolden Leaf,GL,P-1\nBlue Orchid,BO\nSilver Pond,SP,P-3,Mueang\n");
        var mapping = ImportMapping.Read(
            "mine.json",
            """{ "format": "raiddocs-mapping/1", "tables": [ { "to": "raids", "from": "form.csv", "join": [ { "file": "places.csv", "on": "Place", "equals": "key", "as": "at" } ], "columns": { "raid_id": "Code", "venue_name": "at.name" } } ] }"""u8,
            new ImportReport());

        var result = await tables.ImportAsync(store, mapping: mapping);

        Assert.Equal(["places.csv, row 3", "places.csv, row 4"], result.Report.Problems.Select(problem => problem.Place));
        Assert.StartsWith("This row has 2 cells, the head has 3.", result.Report.Problems[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("This row has 4 cells, the head has 3.", result.Report.Problems[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_code_that_can_be_written_leads_to_something_that_is_in_the_lists()
    {
        await using var store = await TestStore.OpenAsync();
        var codes = ImportTables.All.SelectMany(table => table.Columns).Where(column => column is { Codes: not null, List: not null });

        foreach (var column in codes)
        {
            Assert.All(ImportTables.Codes[column.Codes!].Values.Where(key => key.Length > 0), key => Assert.True(store.Lists.Find(column.List!, key) is not null, $"{column.Name}: {key}"));
        }

        Assert.All(ImportTables.Codes["instrument"].Values, key => Assert.NotNull(store.Lists.Find(ListName.Instruments, key)));
    }

    [Fact]
    public void The_guide_names_every_column()
    {
        var guide = File.ReadAllText(Path.Combine(CaseFiles.Root, "docs", "import.md"));

        Assert.All(ImportTables.All.SelectMany(table => table.Columns), column => Assert.Contains($"| `{column.Name}` | {column.About} |", guide, StringComparison.Ordinal));
        Assert.All(ImportTables.Codes.Values.SelectMany(group => group.Keys), code => Assert.Contains($"`{code}`", guide, StringComparison.Ordinal));
    }

    private static async Task<ImportResult> ImportAsync(TestStore store, string mapping, string example)
    {
        using var files = ImportFiles.Open(Path.Combine(CaseFiles.Root, "seeds", "mappings", "examples", example));
        return await Tables.ImportAsync(store, files, mapping: ImportMapping.ReadShipped(mapping));
    }
}
