using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Importing;
using RaidDocs.Domain.Tests.Data;

namespace RaidDocs.Domain.Tests.Importing;

/// <summary>What two people erased does not come back with the file that it came from, and nothing of it is kept to tell it by.</summary>
public sealed class ErasedRowsTests
{
    private const string Because = "was erased here by two people, so this row is left out";

    [Fact]
    public async Task A_woman_who_was_erased_does_not_come_back_with_her_file_and_all_others_are_here_still()
    {
        await using var store = await TestStore.OpenAsync();
        using var tables = Tables.Good();
        await tables.ImportAsync(store);
        await EraseFirstWomanAsync(store);

        foreach (var checkOnly in new[] { true, false, false })
        {
            var again = await tables.ImportAsync(store, checkOnly);

            Assert.Empty(again.Report.Problems);
            Assert.Equal((0, 7), (again.New, again.Here));
            Assert.Equal(
                ["women.csv, row 2, woman_id", "raid_women.csv, row 2, woman_id", "stays.csv, row 2, stay_id", "court_dates.csv, row 2, court_date_id", "violations.csv, row 2, violation_id", "testimonies.csv, row 2, testimony_id"],
                again.Report.Warnings.Select(warning => warning.Place));
            Assert.All(again.Report.Warnings, warning => Assert.Contains(Because, warning.Text, StringComparison.Ordinal));
        }

        await using var db = store.Db();
        Assert.Equal((1, 1, 1), (await db.Women.CountAsync(), await db.Stays.CountAsync(), await db.Testimonies.CountAsync()));
    }

    [Fact]
    public async Task The_mark_of_a_row_that_was_erased_tells_nothing_of_it()
    {
        await using var store = await TestStore.OpenAsync();
        using var tables = Tables.Good();
        await tables.ImportAsync(store);
        var woman = await EraseFirstWomanAsync(store);

        await using var db = store.Db();
        var rows = await db.ImportedRows.ToListAsync();
        Assert.DoesNotContain(rows, row => row.WomanId == woman || row.RecordId == woman || row.OuterId.Contains("W-1", StringComparison.Ordinal) || row.OuterId.Contains(woman.ToString("N"), StringComparison.Ordinal));
        var marks = rows.Where(row => row.IsErased).ToList();
        Assert.Equal(["court_dates", "raid_women", "stays", "testimonies", "violations", "women"], marks.Select(mark => mark.Table).Order(StringComparer.Ordinal));
        Assert.Equal(ImportedRow.MarkOf("women", "W-1"), marks.Single(mark => mark.Table == "women").OuterId);
        Assert.All(marks, mark =>
        {
            Assert.Matches("^[0-9a-f]{64}$", mark.OuterId);
            Assert.Equal((null, null, null, null, ""), (mark.WomanId, mark.RaidId, mark.Code, mark.Rest, mark.Hash));
        });
    }

    [Fact]
    public async Task Rows_that_name_a_woman_who_was_erased_are_left_out_unread_and_the_rest_of_their_file_comes_in()
    {
        await using var store = await TestStore.OpenAsync();
        using var tables = Tables.Good();
        await tables.ImportAsync(store);
        await EraseFirstWomanAsync(store);
        using var more = new Tables()
            .With("raids", "raid_id,started_at,venue_name\nR-2,2026-05-01,Blue Orchid\n")
            .With("women", "woman_id,display_name\nW-1,Boonma\nW-3,Fah\n")
            .With("raid_women", "raid_id,woman_id\nR-2,W-1\nR-2,W-3\n")
            .With("stays", "stay_id,woman_id,facility_id,from_at\nS-3,W-1,F-1,2026-03-01\nS-4,W-2,F-1,2026-03-01\n")
            .With("violations", "violation_id,raid_id,stay_id,violation_type\nV-3,R-1,S-3,NO_LAWYER\nV-4,R-1,S-4,NO_LAWYER\n")
            .With("testimonies", "testimony_id,woman_id,taken_on,text\nT-3,W-1,some day,More.\n");

        var result = await more.ImportAsync(store);
        var again = await more.ImportAsync(store);

        Assert.Empty(result.Report.Problems);
        Assert.Equal((true, 5, 0), (result.IsWritten, result.New, result.Here));
        Assert.Equal(
            ["women.csv, row 2, woman_id", "raid_women.csv, row 2, woman_id", "stays.csv, row 2, woman_id", "violations.csv, row 2, stay_id", "testimonies.csv, row 2, woman_id"],
            result.Report.Warnings.Select(warning => warning.Place));
        Assert.All(result.Report.Warnings, warning => Assert.StartsWith($"W-1 {Because}", warning.Text, StringComparison.Ordinal));
        Assert.Equal((0, 5, 5), (again.New, again.Here, again.Report.WarningCount));
        Assert.Empty(again.Report.Problems);
    }

    [Fact]
    public async Task A_stay_that_was_erased_is_no_fault_of_a_row_that_is_here_and_names_it()
    {
        await using var store = await TestStore.OpenAsync();
        using var tables = Tables.Good().Change("violations", "V-2,R-1,,,MEDIA", "V-2,R-1,,S-1,MEDIA");
        await tables.ImportAsync(store);
        await EraseFirstWomanAsync(store);

        var again = await tables.ImportAsync(store);

        Assert.Empty(again.Report.Problems);
        Assert.Equal((0, 7, 6), (again.New, again.Here, again.Report.WarningCount));
    }

    [Fact]
    public async Task An_erased_raid_does_not_come_back_and_a_woman_of_another_raid_stays_who_she_is()
    {
        await using var store = await TestStore.OpenAsync();
        using var tables = Tables.Good()
            .Change("raids", "IMMIGRATION,2\n", "IMMIGRATION,2\nR-2,,2026-05-01,DAY,Blue Orchid,,\n")
            .Change("raid_women", "R-1,W-1,DETAINED,YES\n", "R-1,W-1,DETAINED,YES\nR-2,W-1,DETAINED,\n");
        Assert.Empty((await tables.ImportAsync(store)).Report.Problems);
        await EraseRaidAsync(store, "R01");

        var again = await tables.ImportAsync(store);
        using var more = new Tables().With("stays", "stay_id,woman_id,from_at\nS-9,W-1,2026-05-02\n");
        var later = await more.ImportAsync(store);

        Assert.Empty(again.Report.Problems);
        Assert.Equal((0, 4, 11), (again.New, again.Here, again.Report.WarningCount));
        Assert.Empty(later.Report.Problems);
        Assert.Equal((1, 0), (later.New, later.Report.WarningCount));
        await using var db = store.Db();
        Assert.Equal(["R02"], await db.Raids.Select(raid => raid.Code).ToListAsync());
        Assert.Equal((1, 1), (await db.Women.CountAsync(), await db.Stays.CountAsync()));
        var her = await db.ImportedRows.SingleAsync(row => row.Table == "women" && row.OuterId == "W-1");
        Assert.Equal((null, null, null), (her.RaidId, her.Code, her.Rest));
    }

    [Fact]
    public async Task A_woman_whom_the_file_knows_from_an_erased_raid_only_is_left_out_with_it()
    {
        await using var store = await TestStore.OpenAsync();
        using var tables = Tables.Good();
        await tables.ImportAsync(store);
        await EraseRaidAsync(store, "R01");
        using var more = new Tables()
            .With("women", "woman_id,display_name\nW-9,Fah\n")
            .With("raid_women", "raid_id,woman_id\nR-1,W-9\n")
            .With("stays", "stay_id,woman_id,from_at\nS-9,W-9,2026-05-02\n");

        var result = await more.ImportAsync(store);

        Assert.Empty(result.Report.Problems);
        Assert.Equal(0, result.New);
        Assert.Equal(["raid_women.csv, row 2, raid_id", "women.csv, row 2", "stays.csv, row 2, woman_id"], result.Report.Warnings.Select(warning => warning.Place));
        Assert.All(result.Report.Warnings, warning => Assert.StartsWith($"R-1 {Because}", warning.Text, StringComparison.Ordinal));
        await using var db = store.Db();
        Assert.Equal((0, 0), (await db.Raids.CountAsync(), await db.Women.CountAsync()));
    }

    private static async Task<Guid> EraseFirstWomanAsync(TestStore store)
    {
        await using var db = store.Db();
        var woman = await db.Apprehensions.Where(row => row.Number == 1).Select(row => row.WomanId).SingleAsync();
        await db.EraseWomanAsync(woman, TestContext.Current.CancellationToken);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return woman;
    }

    private static async Task EraseRaidAsync(TestStore store, string code)
    {
        await using var db = store.Db();
        await db.EraseRaidAsync(await db.Raids.Where(raid => raid.Code == code).Select(raid => raid.Id).SingleAsync(), TestContext.Current.CancellationToken);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
