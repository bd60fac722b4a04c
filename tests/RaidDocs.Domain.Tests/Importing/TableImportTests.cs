using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Audit;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Court;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Importing;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Search;
using RaidDocs.Domain.Stays;
using RaidDocs.Domain.Tests.Data;
using RaidDocs.Domain.Violations;

namespace RaidDocs.Domain.Tests.Importing;

/// <summary>What tables become, and that they become it all or not at all.</summary>
public sealed class TableImportTests
{
    [Fact]
    public async Task Every_column_arrives_where_the_record_has_a_place_for_it()
    {
        await using var store = await TestStore.OpenAsync();
        using var tables = Tables.Good();

        var result = await tables.ImportAsync(store);

        Assert.Equal((true, 13, 0), (result.IsWritten, result.New, result.Here));
        Assert.Equal(["R01"], result.Raids);
        await using var db = store.Db();
        var raid = await db.Raids.SingleAsync();
        Assert.Equal(("Golden Leaf", "2026-01-09 21:30"), (raid.Facts.Name, raid.Facts.When!.Typed));
        Assert.Equal(["local-police", "immigration"], raid.Facts.Agencies);
        Assert.Equal((CountOf.WomenTaken, 2, Voice.Team), await db.Counts.Select(count => new ValueTuple<CountOf, int, Voice>(count.Facts.Of, count.Facts.Low, count.Facts.Voice)).SingleAsync());

        var source = await db.Sources.SingleAsync();
        Assert.StartsWith("Brought in from the file ", source.Facts.Title, StringComparison.Ordinal);
        Assert.Equal(("In the file: R-1, TH-57-1", TestStore.Today), (source.Facts.Reference, source.Facts.Date!.Earliest));

        var women = await db.Apprehensions.Include(row => row.Woman).OrderBy(row => row.Number).ToListAsync();
        Assert.Equal(("Laos", "lao", "held"), (women[0].Woman.Facts.Nationality!.Text, women[0].Woman.Facts.Languages.Single(), women[0].Facts.HowItEnded!.Text));
        Assert.Equal(["Boonma", "บุญมา", "Khin"], await db.WomanNames.OrderBy(name => name.RecordedAt).Select(name => name.Facts.Text).ToListAsync());
        var ages = await db.Ages.OrderBy(age => age.RecordedAt).ToListAsync();
        Assert.Equal([(27, Voice.Woman), (19, Voice.Authority)], ages.Select(age => (age.Facts.Low, age.Facts.Voice)));
        Assert.Equal("victim", (await db.Labels.SingleAsync()).Facts.Kind);

        var stays = await db.Stays.OrderBy(stay => stay.RecordedAt).ToListAsync();
        Assert.Equal((StayEnd.SentAcross, "none was given"), (stays[0].Facts.Ending, stays[0].Facts.Ground));
        Assert.Equal("Told to wait.\nconsented: NO\noutcome: DEPORTED", stays[0].Facts.Note);
        Assert.Equal((null, null), (stays[1].Facts.To, stays[1].Facts.Ending));

        Assert.Equal((HearingResult.Held, "fined"), await db.Hearings.Select(day => new ValueTuple<HearingResult?, string?>(day.Facts.Result, day.Facts.Outcome)).SingleAsync());
        Assert.Equal(CourtRole.NotKnown, (await db.CourtParts.SingleAsync()).Facts.Role);

        var violations = await db.Violations.Include(one => one.Women).Include(one => one.Sources).OrderBy(one => one.RecordedAt).ToListAsync();
        Assert.Equal(("V04", HowSure.NotAgreed, 1, 1), (violations[0].Facts.Act, violations[0].Facts.HowSure, violations[0].Women.Count, violations[0].Sources.Count));
        Assert.Equal(["iccpr 14", "cmw 16"], violations[0].Facts.Articles);
        Assert.Equal("violation_type: NO_INTERPRETER\nseverity: 3\nstay_id: S-1", violations[0].Facts.Note);
        Assert.NotNull(violations[0].Facts.WordedEn);
        Assert.Equal((true, 0), (violations[1].Facts.AllWomen, violations[1].Women.Count));

        var told = await db.Testimonies.Include(one => one.Passages).OrderBy(one => one.Code).ToListAsync();
        Assert.Equal(["They came in late.", "Nobody showed a paper."], told[0].Words.Select(passage => passage.Facts.Text));
        Assert.Equal((null, "By telephone.\nlanguage: mixed"), (told[1].Facts.Language, told[1].Facts.Note));
    }

    [Fact]
    public async Task Consent_is_recorded_as_given_and_a_word_about_one_testimony_opens_nothing_that_she_refused()
    {
        await using var store = await TestStore.OpenAsync();
        using var tables = Tables.Good();
        await tables.ImportAsync(store);

        await using var db = store.Db();
        var numbers = await db.Apprehensions.ToDictionaryAsync(row => row.WomanId, row => row.Number);
        var answers = await db.Consents.OrderBy(row => row.RecordedAt).ToListAsync();
        var full = answers.Where(row => numbers[row.WomanId] == 1 && row.TestimonyId == null).Select(row => row.Facts).ToList();
        Assert.Equal([Purpose.Keep, Purpose.Lawyer, Purpose.QuoteInReport, Purpose.CountInStatistics], full.Select(answer => answer.Purpose));
        Assert.All(full, answer => Assert.Equal(ConsentAnswer.Yes, answer.Answer));
        Assert.Equal(IdentityForm.NoName, full[2].IdentityForm);

        // She withdrew, and the row of her testimony says PUBLIC.
        var hers = answers.Where(row => numbers[row.WomanId] == 2).Select(row => row.Facts).ToList();
        Assert.Equal(Enum.GetValues<Purpose>().Length, hers.Count);
        Assert.All(Enum.GetValues<Purpose>(), purpose => Assert.False(hers.Allow(purpose, TestStore.Today)));
    }

    [Theory]
    [InlineData("FULL", "INTERNAL_ONLY", "Keep")]
    [InlineData("INTERNAL_ONLY", "FULL", "Keep")]
    [InlineData("ANONYMOUS", "FULL", "Keep QuoteInReport CountInStatistics")]
    [InlineData("FULL", "", "Keep Lawyer QuoteInReport CountInStatistics")]
    [InlineData("", "ANONYMOUS", "Keep QuoteInReport CountInStatistics")]
    [InlineData("WITHDRAWN", "FULL", "")]
    [InlineData("FULL", "WITHDRAWN", "")]
    public async Task The_narrower_of_two_words_counts(string her, string one, string allowed)
    {
        await using var store = await TestStore.OpenAsync();
        using var tables = Tables.Good().Change("women", ",FULL,", $",{her},").Change("testimonies", "I-03,PUBLIC,,", $"I-03,{one},,");
        Assert.True((await tables.ImportAsync(store)).IsWritten);

        await using var db = store.Db();
        var told = await db.Testimonies.SingleAsync(row => row.Code == "T1");
        var answers = await db.Consents.Where(row => row.WomanId == told.WomanId && (row.TestimonyId == null || row.TestimonyId == told.Id)).OrderBy(row => row.RecordedAt).Select(row => row.Facts).ToListAsync();
        Assert.Equal(allowed, string.Join(' ', Enum.GetValues<Purpose>().Where(purpose => answers.Allow(purpose, TestStore.Today))));
    }

    [Fact]
    public async Task The_same_files_again_change_nothing_and_say_so()
    {
        await using var store = await TestStore.OpenAsync();
        using var tables = Tables.Good();
        await tables.ImportAsync(store);
        var before = await AllRowsAsync(store);

        var again = await tables.ImportAsync(store);

        Assert.Equal((true, 0, 13), (again.Report.IsClean, again.New, again.Here));
        Assert.Equal(before, await AllRowsAsync(store));
    }

    [Fact]
    public async Task Other_ends_of_lines_and_another_order_of_columns_are_the_same_row()
    {
        await using var store = await TestStore.OpenAsync();
        using var tables = Tables.Good();
        await tables.ImportAsync(store);

        tables.With("raid_women", "woman_id,raid_id,identified_as_victim,role\r\nW-2,R-1,UNKNOWN,WITNESS\r\nW-1,R-1,YES,DETAINED\r\n")
            .Change("testimonies", "late.\n\nNobody", "late.\r\n\r\nNobody");

        Assert.Equal((0, 13), (await tables.ImportAsync(store)) is var again ? (again.New, again.Here) : default);
    }

    [Fact]
    public async Task A_row_that_changed_is_told_and_nothing_is_overwritten()
    {
        await using var store = await TestStore.OpenAsync();
        using var tables = Tables.Good();
        await tables.ImportAsync(store);
        var before = await AllRowsAsync(store);
        tables.Change("stays", "Told to wait.", "Told to go.").With("facilities", "facility_id,facility_type,name\nF-1,POLICE_STATION,Mae Chan station\nF-2,PRISON,New\n");

        var result = await tables.ImportAsync(store);

        Assert.False(result.IsWritten);
        Assert.Equal(["facilities.csv, row 2", "stays.csv, row 2"], result.Report.Problems.Select(problem => problem.Place));
        Assert.All(result.Report.Problems, problem => Assert.Contains("Nothing is overwritten", problem.Text, StringComparison.Ordinal));
        Assert.Equal(before, await AllRowsAsync(store));
    }

    [Fact]
    public async Task New_rows_for_raids_and_women_that_are_here_are_added_beside_them()
    {
        await using var store = await TestStore.OpenAsync();
        using var tables = Tables.Good();
        await tables.ImportAsync(store);
        using var more = new Tables()
            .With("stays", "stay_id,woman_id,facility_id,from_at\nS-9,W-1,F-1,2026-03-01\n")
            .With("court_dates", "court_date_id,woman_id,court,scheduled_at\nC-9,W-1,chiang rai court,2026-03-02\nC-10,W-2,Chiang Rai Court,2026-03-02\n")
            .With("testimonies", "testimony_id,woman_id,text,consent\nT-9,W-2,More.,FULL\n")
            .With("women", "woman_id,display_name\nW-3,Fah\n")
            .With("raid_women", "raid_id,woman_id\nR-1,W-3\n");

        var result = await more.ImportAsync(store);

        Assert.Empty(result.Report.Problems);
        await using var db = store.Db();
        Assert.Equal(["W01", "W02", "W03"], (await db.Apprehensions.OrderBy(row => row.Number).ToListAsync()).Select(row => row.Code));
        Assert.Equal(["C1", "C2"], await db.CourtCases.OrderBy(row => row.Code).Select(row => row.Code).ToListAsync());
        Assert.Equal(["S1", "S2"], await db.Sources.OrderBy(row => row.Code).Select(row => row.Code).ToListAsync());
        var told = await db.Testimonies.SingleAsync(row => row.Code == "T3");

        // She had withdrawn when the first file came; a later word about one testimony does not undo that.
        Assert.False(await db.Consents.AnyAsync(row => row.TestimonyId == told.Id && row.Facts.Answer == ConsentAnswer.Yes));
    }

    [Fact]
    public async Task One_wrong_row_at_the_end_of_thousands_and_nothing_at_all_is_written()
    {
        await using var store = await TestStore.OpenAsync();
        var rows = string.Concat(Enumerable.Range(1, 9_000).Select(number => $"S-{number},W-1,R-1,F-1,2026-01-10,2026-01-11,NONE_GIVEN,NO,RELEASED,\n"));
        using var tables = Tables.Good().With("stays", $"stay_id,woman_id,raid_id,facility_id,from_at,to_at,legal_basis,consented,outcome,notes\n{rows}S-9001,W-1,R-1,F-1,2026-01-10,2026-01-09,NONE_GIVEN,NO,RELEASED,\n");
        tables.Without("violations");
        var before = await AllRowsAsync(store);

        var result = await tables.ImportAsync(store);

        var problem = Assert.Single(result.Report.Problems);
        Assert.Equal("stays.csv, row 9002, to_at", problem.Place);
        Assert.False(result.IsWritten);
        Assert.Equal(before, await AllRowsAsync(store));
        await using var db = store.Db();
        Assert.Empty((await db.CheckLogAsync([], TestContext.Current.CancellationToken)).Findings);
    }

    [Fact]
    public async Task A_check_tells_the_same_and_writes_nothing()
    {
        await using var store = await TestStore.OpenAsync();
        using var tables = Tables.Good();
        var before = await AllRowsAsync(store);

        var check = await tables.ImportAsync(store, checkOnly: true);

        Assert.Equal((false, 13), (check.IsWritten, check.New));
        Assert.Equal(before, await AllRowsAsync(store));
        Assert.Equal(check.Counts, (await tables.ImportAsync(store)).Counts);
    }

    [Fact]
    public async Task What_was_brought_in_is_found_by_name_word_and_the_code_of_the_other_system_and_is_in_the_log()
    {
        await using var store = await TestStore.OpenAsync();
        using var tables = Tables.Good();
        await tables.ImportAsync(store);

        await using var db = store.Db();
        var rows = await db.SearchRows.ToListAsync();
        Assert.Contains(rows, row => row.Kind == SearchKind.Woman && row.Text.Contains("p1-7", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Kind == SearchKind.Raid && row.Text.Contains("th-57-1", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Kind == SearchKind.Name && row.Text.Contains("boonma", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Kind == SearchKind.Testimony && row.Text.Contains("nobody showed a paper", StringComparison.Ordinal));

        // She who withdrew is not in it with a word of hers.
        Assert.DoesNotContain(rows, row => row.Text.Contains("she said one thing", StringComparison.Ordinal));
        Assert.Equal(await db.Stays.CountAsync(), await db.AuditEntries.CountAsync(entry => entry.ObjectType == "Stay" && entry.Action == "create"));
        Assert.Equal(1, await db.AuditEntries.CountAsync(entry => entry.Action == "import"));
        Assert.Empty((await db.CheckLogAsync([], TestContext.Current.CancellationToken)).Findings);

        // Made at once or row by row, the index is the same.
        var before = rows.Select(row => (row.ObjectId, row.Text)).ToHashSet();
        await db.RebuildSearchAsync(TestContext.Current.CancellationToken);
        Assert.True(before.SetEquals((await db.SearchRows.AsNoTracking().ToListAsync()).Select(row => (row.ObjectId, row.Text))));
    }

    [Fact]
    public async Task Women_who_may_be_the_same_are_proposed_by_code_and_not_joined()
    {
        await using var store = await TestStore.OpenAsync();
        using var tables = Tables.Good();
        await tables.ImportAsync(store);
        using var more = new Tables()
            .With("raids", "raid_id,started_at,venue_name\nR-2,2026-05-01,Blue Orchid\n")
            .With("women", "woman_id,display_name,birth_year\nW-8,BOON MA,1999\nW-9,Boonma,1970\nW-10,Khin,\n")
            .With("raid_women", "raid_id,woman_id\nR-2,W-8\nR-2,W-9\nR-1,W-10\n");

        var result = await more.ImportAsync(store);

        Assert.Equal(["R01-W02 R01-W03 (W-10) True ", "R01-W01 R02-W01 (W-8) False 0"], result.Likely.Select(pair => $"{pair.One} {pair.Other} {pair.SameRaid} {pair.YearsApart}"));
        await using var db = store.Db();
        Assert.Equal(5, await db.Women.CountAsync());
        Assert.Contains(await db.FindLikelySameAsync(TestContext.Current.CancellationToken), pair => pair is { One: "R01-W01", Other: "R02-W01" });
    }

    [Fact]
    public async Task A_raid_that_may_be_here_already_is_remarked_and_brought_in_as_its_own()
    {
        await using var store = await TestStore.OpenAsync();
        using var tables = Tables.Good();
        await tables.ImportAsync(store);
        using var more = new Tables().With("raids", "raid_id,started_at,venue_name\nX-1,2026-01-09,golden leaf\n");

        var result = await more.ImportAsync(store);

        Assert.Contains("This may be R01", Assert.Single(result.Report.Warnings).Text, StringComparison.Ordinal);
        Assert.Equal(["R02"], result.Raids);
    }

    [Fact]
    public async Task A_year_of_birth_that_tells_no_age_stays_with_what_the_file_says_of_her()
    {
        await using var store = await TestStore.OpenAsync();
        using var tables = new Tables()
            .With("raids", "raid_id,venue_name\nR-1,Golden Leaf\n")
            .With("women", "woman_id,birth_year,age_at_raid,age_basis,notes\nW-1,2541,,DECLARED,Asked for her bag.\nW-2,1998,27,DECLARED,\n")
            .With("raid_women", "raid_id,woman_id\nR-1,W-1\nR-1,W-2\n");

        Assert.True((await tables.ImportAsync(store)).IsWritten);

        await using var db = store.Db();
        Assert.Equal(27, (await db.Ages.SingleAsync()).Facts.Low);
        Assert.Equal("notes: Asked for her bag.\nbirth_year: 2541\nage_basis: DECLARED", (await db.ImportedRows.SingleAsync(row => row.Table == "women" && row.OuterId == "W-1")).Rest);
        Assert.Null((await db.ImportedRows.SingleAsync(row => row.Table == "women" && row.OuterId == "W-2")).Rest);
    }

    [Fact]
    public async Task A_province_that_is_in_no_list_is_told_and_stays_in_the_note_of_the_source()
    {
        await using var store = await TestStore.OpenAsync();
        using var tables = new Tables().With("raids", "raid_id,province_code,province_name_th,status\nR-1,,เชียงราย,\nR-2,,เชียงตุง,OPEN\nR-3,TH-57,เชียงตุง,\n");

        var result = await tables.ImportAsync(store);

        Assert.True(result.IsWritten);
        Assert.StartsWith("raids.csv, row 3, province_name_th: \"เชียงตุง\" is not known here. Write one of: ", Assert.Single(result.Report.Warnings).ToString(), StringComparison.Ordinal);
        await using var db = store.Db();
        Assert.Equal("TH-57, , TH-57", string.Join(", ", (await db.Raids.OrderBy(raid => raid.Code).ToListAsync()).Select(raid => raid.Facts.Province)));
        Assert.Equal("province_name_th: เชียงตุง\nstatus: OPEN", Assert.Single(await db.Sources.ToListAsync(), source => source.Facts.Note is not null).Facts.Note);
    }

    [Fact]
    public async Task When_a_woman_is_erased_what_the_file_said_of_her_goes_too()
    {
        await using var store = await TestStore.OpenAsync();
        using var tables = Tables.Good();
        await tables.ImportAsync(store);

        await using var db = store.Db();
        var woman = await db.Apprehensions.Where(row => row.Number == 1).Select(row => row.WomanId).SingleAsync();
        Assert.Contains("Asked for her bag.", (await db.ImportedRows.SingleAsync(row => row.RecordId == woman)).Rest, StringComparison.Ordinal);
        await db.EraseWomanAsync(woman, TestContext.Current.CancellationToken);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        Assert.False(await db.ImportedRows.AnyAsync(row => row.WomanId == woman));
    }

    // Every table of the store, by its rows.
    private static async Task<string> AllRowsAsync(TestStore store)
    {
        await using var db = store.Db();
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        var counts = new List<string>();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct().Order(StringComparer.Ordinal))
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The name of a table, from the model.
            command.CommandText = $"SELECT count(*) FROM \"{table}\"";
#pragma warning restore CA2100
            counts.Add($"{table} {await command.ExecuteScalarAsync()}");
        }

        return string.Join('\n', counts);
    }
}
