using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Search;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Domain.Tests.Cases;
using RaidDocs.Domain.Tests.Data;
using RaidDocs.Domain.Violations;
using RaidDocs.Domain.Women;

namespace RaidDocs.Domain.Tests.Search;

/// <summary>What is saved can be found from then on, and what is gone has left nothing behind.</summary>
public sealed class SearchIndexTests : IAsyncLifetime
{
    // Letters that no other text holds, so that each three of them tell of this one.
    private const string Marker = "ⴰⴱⴲⴳⴴⴵ";

    private TestStore _store = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = await TestStore.OpenAsync();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task What_was_written_in_six_languages_is_found_again()
    {
        var raid = new Raid("R01", new RaidFacts { Name = "Known items" });
        var said = KnownItems.All.Select((item, number) => Spoken(raid, null, number + 1, item.Stored)).ToList();
        await SaveAsync([raid, .. said]);

        var missed = new List<string>();
        foreach (var ((language, _, query), testimony) in KnownItems.All.Zip(said))
        {
            var found = await FindAsync(query);
            if (!found.Any(hit => hit.Id == testimony.Id))
            {
                missed.Add($"{language}: {query}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{KnownItems.All.Length - missed.Count} of {KnownItems.All.Length} found. Not found: {string.Join(" | ", missed)}");
        Assert.True(KnownItems.All.Length >= 40);
        Assert.True(missed.Count <= KnownItems.All.Length / 20, string.Join('\n', missed));
    }

    [Fact]
    public void Folding_what_is_folded_changes_nothing()
    {
        Assert.All(KnownItems.All.SelectMany(item => new[] { item.Stored, item.Query }), text => Assert.Equal(SearchText.Fold(text), SearchText.Fold(SearchText.Fold(text))));
    }

    [Theory]
    [InlineData("dok-rak")]
    [InlineData("mae-sot")]
    [InlineData("mida")]
    public async Task What_the_saves_have_kept_is_what_a_rebuild_makes(string demo)
    {
        await ImportAsync(demo);
        await using var db = _store.Db();
        var kept = await RowsAsync(db);
        await db.RebuildSearchAsync(Cancelled);
        var letters = await NumberAsync(db, "SELECT count(*) FROM SearchLetters");

        Assert.Equal(kept, await RowsAsync(db));
        Assert.True(kept.Count > 10);
        Assert.Equal(kept.Count, letters);

        // Throws where the letters are not those of the rows.
        await ScalarAsync(db, "INSERT INTO SearchLetters(SearchLetters, rank) VALUES('integrity-check', 1)");
    }

    [Theory]
    [InlineData("police")]
    [InlineData("mae sot")]
    [InlineData("ตำรวจ")]
    [InlineData("on")]
    [InlineData("a police")]
    [InlineData("lanternfishes")]
    public async Task The_same_is_found_whether_few_rows_may_hold_the_words_or_too_many_to_ask_at_once(string typed)
    {
        await ImportAsync("mae-sot");
        var raid = new Raid("R77", new RaidFacts { Name = "Known items" });
        await SaveAsync([raid, .. KnownItems.All.Select((item, number) => Spoken(raid, null, number + 1, item.Stored))]);
        await using var db = _store.Db();
        var terms = SearchTerms.Read(typed);

        // All at once, group by group, and some groups so and the others so.
        var all = await FoundAsync(int.MaxValue - 1);

        Assert.Equal(typed == "lanternfishes", all.Count == 0);
        foreach (var most in new[] { 0, 1, 5, 20, 60 })
        {
            Assert.Equal(all, await FoundAsync(most));
        }

        async Task<List<long>> FoundAsync(int mostAtOnce)
        {
            var (matching, found) = (await SearchLetters.MatchAsync(db, terms, Cancelled, mostAtOnce), new List<long>());
            foreach (var group in Enum.GetValues<SearchGroup>())
            {
                found.AddRange(await matching(group).OrderBy(row => row.Row).Select(row => row.Row).ToListAsync(Cancelled));
            }

            return found;
        }
    }

    [Fact]
    public async Task Her_words_leave_the_index_with_her_no_and_come_back_with_her_yes()
    {
        var (raid, woman, testimony) = await SheSaidAsync();
        Assert.Empty(await FindAsync(Marker));
        await SaveAsync(Answer(raid, woman, ConsentAnswer.Yes));
        Assert.Equal(testimony, Assert.Single(await FindAsync(Marker)).Id);

        await SaveAsync(Answer(raid, woman, ConsentAnswer.No));

        Assert.Empty(await FindAsync(Marker));
        Assert.Equal(0, await CountAsync(testimony));
        Assert.Empty(await LeftAsync());

        await SaveAsync(Answer(raid, woman, ConsentAnswer.Yes));
        Assert.Equal(testimony, Assert.Single(await FindAsync(Marker)).Id);
    }

    [Theory]
    [InlineData(ConsentAnswer.OnlyIf, false)]
    [InlineData(ConsentAnswer.Yes, true)]
    public async Task An_answer_that_is_no_free_yes_keeps_her_words_out(ConsentAnswer answer, bool officials)
    {
        var (raid, woman, testimony) = await SheSaidAsync();

        await SaveAsync(Answer(raid, woman, answer, officials: officials));

        Assert.Equal(0, await CountAsync(testimony));
    }

    [Fact]
    public async Task A_yes_that_is_over_or_still_to_come_finds_nothing_today()
    {
        var (raid, woman, _) = await SheSaidAsync();
        await SaveAsync(Answer(raid, woman, ConsentAnswer.Yes, to: TestStore.Today.AddDays(-1)));
        Assert.Empty(await FindAsync(Marker));
        await SaveAsync(Answer(raid, woman, ConsentAnswer.Yes, from: TestStore.Today.AddDays(1)));
        Assert.Empty(await FindAsync(Marker));

        await SaveAsync(Answer(raid, woman, ConsentAnswer.Yes, from: TestStore.Today, to: TestStore.Today));
        Assert.Single(await FindAsync(Marker));
    }

    [Fact]
    public async Task A_save_that_fails_leaves_the_index_as_it_was()
    {
        var raid = new Raid("R01", new RaidFacts { Name = "First" });
        await SaveAsync(raid);
        await using var db = _store.Db();
        var before = await RowsAsync(db);

        // The code is taken.
        db.Add(new Raid("R01", new RaidFacts { Name = Marker }));
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Cancelled));

        Assert.Equal(before, await RowsAsync(db));
        Assert.Empty(await FindAsync(Marker));
    }

    [Fact]
    public async Task A_corrected_word_is_found_no_more_and_its_letters_are_gone()
    {
        var raid = new Raid("R01", new RaidFacts { Name = Marker });
        await SaveAsync(raid);
        Assert.NotEmpty(await LeftAsync());
        await using (var db = _store.Db())
        {
            (await db.Raids.SingleAsync(Cancelled)).Describe(new RaidFacts { Name = "Another" });
            await db.SaveChangesAsync(Cancelled);
        }

        Assert.Empty(await FindAsync(Marker));
        Assert.Single(await FindAsync("another"));
        Assert.Empty(await LeftAsync());
    }

    [Fact]
    public async Task An_erased_woman_and_an_erased_raid_leave_no_row_and_no_letter()
    {
        var (raid, woman, testimony) = await SheSaidAsync();
        await SaveAsync(Answer(raid, woman, ConsentAnswer.Yes), new WomanName(raid.Id, woman, new NameFacts { Voice = Voice.Woman, Text = $"Nang {Marker}" }, null));
        Assert.NotEmpty(await LeftAsync());
        await using (var db = _store.Db())
        {
            await db.EraseWomanAsync(woman, Cancelled);
            await db.SaveChangesAsync(Cancelled);
        }

        Assert.Equal(0, await CountAsync(testimony));
        Assert.Empty(await LeftAsync());
        await using (var db = _store.Db())
        {
            Assert.NotEqual(0, await db.SearchRows.CountAsync(row => row.RaidId == raid.Id, Cancelled));
            await db.EraseRaidAsync(raid.Id, Cancelled);
            await db.SaveChangesAsync(Cancelled);
            Assert.Equal(0, await db.SearchRows.CountAsync(row => row.RaidId == raid.Id, Cancelled));
        }
    }

    [Fact]
    public async Task Of_two_records_that_are_one_woman_the_one_that_stays_is_found()
    {
        var raid = new Raid("R01", new RaidFacts { Name = "Two records" });
        var (one, two) = (new Woman(new WomanFacts { From = Said.Read(Marker) }), new Woman(new WomanFacts()));
        await SaveAsync(raid, new Apprehension(raid, one, 1, new ApprehensionFacts()), new Apprehension(raid, two, 2, new ApprehensionFacts()));
        Assert.Equal("R01-W01", Assert.Single(await FindAsync(Marker)).Code);

        await using (var db = _store.Db())
        {
            await db.JoinAsync(two.Id, one.Id, raid.Id, db.Now.UtcDateTime, Cancelled);
            await db.SaveChangesAsync(Cancelled);
        }

        Assert.Equal("R01-W02", Assert.Single(await FindAsync(Marker)).Code);
        await using (var db = _store.Db())
        {
            await db.UndoJoinAsync((await db.JoinedWomen.SingleAsync(Cancelled)).Id, db.Now.UtcDateTime, Cancelled);
            await db.SaveChangesAsync(Cancelled);
        }

        Assert.Equal("R01-W01", Assert.Single(await FindAsync(Marker)).Code);
    }

    [Fact]
    public async Task A_line_is_found_by_the_code_of_a_woman_who_was_added_to_it()
    {
        var raid = new Raid("R01", new RaidFacts { Name = "Lines" });
        var woman = new Woman(new WomanFacts());
        var violation = new Violation(raid.Id, new ViolationFacts { Voice = Voice.Team, Act = "V02", Description = "Held at the hospital" }, [], []);
        await SaveAsync(raid, new Apprehension(raid, woman, 7, new ApprehensionFacts()), violation);
        Assert.Empty(await FindAsync("w07 hospital"));

        await using (var db = _store.Db())
        {
            var row = await db.Violations.Include(one => one.Women).SingleAsync(Cancelled);
            row.Concerns([], [await db.Women.SingleAsync(Cancelled)]);
            await db.SaveChangesAsync(Cancelled);
        }

        Assert.Equal(SearchKind.Violation, Assert.Single(await FindAsync("w07 hospital")).Kind);
        Assert.Empty(await FindAsync("w08 hospital"));
    }

    [Fact]
    public async Task Rows_of_a_store_without_an_index_are_found_after_the_next_start()
    {
        var (folder, key) = (_store.Folder, _store.Key);
        await SaveAsync(new Raid("R01", new RaidFacts { Name = Marker }));
        await using (var db = _store.Db())
        {
            await db.SearchRows.ExecuteDeleteAsync(Cancelled);
        }

        Assert.Empty(await FindAsync(Marker));
        await _store.StopAsync();
        _store = await TestStore.OpenAsync(folder, key);

        Assert.Single(await FindAsync(Marker));
    }

    [Fact]
    public async Task Keys_of_the_index_outlive_a_shrinking_of_the_file()
    {
        await SaveAsync([.. Enumerable.Range(1, 20).Select(number => new Raid(string.Create(CultureInfo.InvariantCulture, $"R{number:00}"), new RaidFacts { Name = number == 20 ? Marker : "other" }))]);
        await using (var db = _store.Db())
        {
            db.Remove(await db.Raids.SingleAsync(raid => raid.Code == "R03", Cancelled));
            await db.SaveChangesAsync(Cancelled);
            await db.ShrinkAsync(Cancelled);
        }

        Assert.Equal("R20", Assert.Single(await FindAsync(Marker)).Raid);
        Assert.Empty(await FindAsync("R03"));
    }

    [Theory]
    [InlineData("%%%")]
    [InlineData("___")]
    [InlineData("a%b")]
    [InlineData("\"NEAR(\"")]
    [InlineData("'; DROP TABLE SearchRows; --")]
    [InlineData("* AND NOT OR")]
    [InlineData("\uD800")]
    [InlineData("\u0000x\u001Fy")]
    public async Task Signs_are_looked_for_as_they_are(string query)
    {
        await SaveAsync(new Raid("R01", new RaidFacts { Name = "acb one hundred" }), new Raid("R02", new RaidFacts { Name = $"in it: {query.Trim('"').Replace("\0", " ", StringComparison.Ordinal).Replace("\u001F", " ", StringComparison.Ordinal)}" }));

        Assert.Equal(["R02"], (await FindAsync(query)).Select(hit => hit.Raid));
    }

    [Fact]
    public async Task Somebody_on_no_team_finds_and_counts_nothing()
    {
        await ImportAsync("dok-rak");
        await using var db = _store.DbFor(new Viewer(Guid.CreateVersion7(), [StaffRole.ResearchLeader]));

        var found = await new Searching(db, _store.Lists, TestStore.Today, default).FindAsync(SearchTerms.Read("e"), new(), null, 1, 25, Cancelled);

        Assert.All(found, group => Assert.Equal(SearchGroup.Places, group.Group));
        Assert.All(found.SelectMany(group => group.Hits), hit => Assert.Equal(SearchKind.Facility, hit.Kind));
    }

    private static Testimony Spoken(Raid raid, Guid? woman, int number, string words) => new(
        raid.Id, string.Create(CultureInfo.InvariantCulture, $"T{number}"), woman, new TestimonyFacts { Voice = Voice.Woman }, [new PassageText { Text = words }]);

    private static Consent Answer(Raid raid, Guid woman, ConsentAnswer answer, bool officials = false, DateOnly? from = null, DateOnly? to = null) => new(
        raid.Id, woman, null, new ConsentFacts { Purpose = Purpose.Keep, Answer = answer, OfficialsPresent = officials, ValidFrom = from, ValidTo = to });

    private async Task<(Raid Raid, Guid Woman, Guid Testimony)> SheSaidAsync()
    {
        var raid = new Raid("R01", new RaidFacts { Name = "Her words" });
        var woman = new Woman(new WomanFacts());
        var testimony = Spoken(raid, woman.Id, 1, $"They took {Marker} from me.");
        await SaveAsync(raid, woman, new Apprehension(raid, woman, 1, new ApprehensionFacts()), testimony);
        return (raid, woman.Id, testimony.Id);
    }

    private async Task SaveAsync(params object[] things)
    {
        await using var db = _store.Db();
        db.AddRange(things);
        await db.SaveChangesAsync(Cancelled);
    }

    private async Task ImportAsync(string demo) =>
        Assert.Empty((await CaseFiles.ImportAsync(_store, CaseReader.Read(CaseFiles.Demo(demo), _store.Lists).File!)).Problems);

    private async Task<List<SearchHit>> FindAsync(string query)
    {
        await using var db = _store.Db();
        var found = await new Searching(db, _store.Lists, TestStore.Today, default).FindAsync(SearchTerms.Read(query), new(), null, 1, 100, Cancelled);
        return [.. found.SelectMany(group => group.Hits)];
    }

    private static Task<List<string>> RowsAsync(RaidDocsDbContext db) => db.SearchRows.AsNoTracking()
        .OrderBy(row => row.ObjectId)
        .Select(row => $"{row.Kind} {row.ObjectId} {row.RaidId} {row.WomanId} {row.FirstYear} {row.LastYear} {row.Text}")
        .ToListAsync(Cancelled);

    private async Task<int> CountAsync(Guid id)
    {
        await using var db = _store.Db();
        return await db.SearchRows.CountAsync(row => row.ObjectId == id, Cancelled);
    }

    // Every three letters that the index holds, straight from its own table.
    private async Task<List<string>> LeftAsync()
    {
        await using var db = _store.Db();
        await db.Database.OpenConnectionAsync(Cancelled);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        await using var command = connection.CreateCommand();
        command.CommandText = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.Terms USING fts5vocab('main', 'SearchLetters', 'row'); SELECT term FROM temp.Terms";
        await using var reader = await command.ExecuteReaderAsync(Cancelled);
        var left = new List<string>();
        while (await reader.ReadAsync(Cancelled))
        {
            if (reader.GetString(0).Any(letter => Marker.Contains(letter, StringComparison.Ordinal)))
            {
                left.Add(reader.GetString(0));
            }
        }

        return left;
    }

    private static async Task<long> NumberAsync(RaidDocsDbContext db, string sql) => Convert.ToInt64(await ScalarAsync(db, sql), CultureInfo.InvariantCulture);

    private static async Task<object?> ScalarAsync(RaidDocsDbContext db, string sql)
    {
        await db.Database.OpenConnectionAsync(Cancelled);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(Cancelled);
    }
}
