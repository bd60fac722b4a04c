using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Court;
using RaidDocs.Domain.Importing;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Records.Tables;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Stays;
using RaidDocs.Domain.Tests.Cases;
using RaidDocs.Domain.Tests.Data;

namespace RaidDocs.Domain.Tests.Records;

/// <summary>What the cells of the tables of a whole record say, and what they leave open.</summary>
public sealed class RecordCellsTests : IAsyncLifetime
{
    private static readonly DateOnly Today = TestStore.Today;

    private readonly RecordFolders _folders = new();
    private TestStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await TestStore.OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folders.Dispose();
    }

    [Theory]
    [InlineData("9 January 2569, 21:30", "2026-01-09T21:30:00+07:00", "EXACT")]
    [InlineData("9/1/2026 about 21:30", "2026-01-09 about 21:30", null)]
    [InlineData("about 9 January 2026, 21:30", "2026-01-09~ 21:30", null)]
    [InlineData("9 January 2026, after midnight", "2026-01-09 after midnight", null)]
    [InlineData("9 January 2026", "2026-01-09", "DAY")]
    [InlineData("about 2554", "2011~", "YEAR")]
    [InlineData("มกราคม 2569", "2026-01", "MONTH")]
    [InlineData("10 January 2026 to 12 January 2026", "2026-01-10/2026-01-12", null)]
    [InlineData("January 2026, early evening", "2026-01 early evening", null)]
    [InlineData("not known", "not known", null)]
    [InlineData("would rather not say", "would rather not say", null)]
    public void A_moment_is_written_as_it_is_known_and_read_as_the_same(string typed, string written, string? precision)
    {
        var moment = PartialDateTime.Read(typed);
        Assert.Equal((written, precision), (TableCells.Moment(moment), TableCells.Precision(moment)));
        var read = written.EndsWith("+07:00", StringComparison.Ordinal) ? PartialDateTime.Read($"{written[..10]} {written[11..16]}") : PartialDateTime.Read(written);
        Assert.Equal(
            (moment.EarliestAt, moment.LatestAt, moment.Time, moment.Part, moment.AboutTime, moment.Date.Precision, moment.Date.About, moment.Date.Gap),
            (read.EarliestAt, read.LatestAt, read.Time, read.Part, read.AboutTime, read.Date.Precision, read.Date.About, read.Date.Gap));
    }

    [Theory]
    [InlineData("facility_type", ListName.FacilityKinds)]
    [InlineData("venue_type", ListName.VenueKinds)]
    [InlineData("agency", ListName.Agencies)]
    [InlineData("language", ListName.Languages)]
    [InlineData("age_basis", ListName.AgeMethods)]
    public void Each_entry_of_our_lists_is_written_as_something_that_is_read_as_this_entry(string group, string list)
    {
        foreach (var item in _store.Lists[list])
        {
            var written = TableCells.Code(group, item.Key)!;
            Assert.Equal(item.Key, ImportTables.Codes[group].TryGetValue(written, out var code) ? code : _store.Lists.Find(list, written)?.Key);
        }
    }

    [Theory]
    [InlineData("Thai", "THAI")]
    [InlineData("thai", "\"thai\"")]
    [InlineData("THAI", "\"THAI\"")]
    [InlineData("USA", "\"USA\"")]
    [InlineData("not known", "UNKNOWN")]
    [InlineData("would rather not say", "would rather not say")]
    [InlineData("Shan, she says", "Shan, she says")]
    [InlineData("\"Shan\"", "\"\"Shan\"\"")]
    public async Task Words_that_could_be_taken_for_a_code_stand_in_quotation_marks_and_come_back(string said, string written)
    {
        var file = RecordTablesTests.Case() with { Women = [new WomanInCase { Code = "W01", Ethnicity = Said.Read(said) }] };
        var (record, there) = await RoundAsync(file);
        Assert.Equal(written, record.Row("women", "R01-W01")["ethnicity"]);
        Assert.Equal(said, there.Women[0].Ethnicity!.Typed);
    }

    [Theory]
    [InlineData("iccpr 9(1)", "ICCPR-9(1)")]
    [InlineData("iccpr-op1 5", "iccpr-op1 5")]
    [InlineData("cmw 16", "ICRMW-16")]
    [InlineData("atpa 29", "atpa 29")]
    [InlineData("palermo", "palermo")]
    [InlineData("iccpr op1", "iccpr op1")]
    public async Task An_article_comes_back_as_the_same_article_of_the_same_law(string article, string written)
    {
        var file = RecordTablesTests.Case() with { Violations = [Broken() with { Articles = [article] }] };
        var (record, there) = await RoundAsync(file);
        Assert.Equal(written, record.Rows("violations")[0]["articles"]);
        Assert.Equal([article], there.Violations[0].Articles);
    }

    [Fact]
    public void A_word_on_consent_never_allows_more_than_she_does()
    {
        var answers = new ConsentFacts?[]
        {
            null,
            new() { Answer = ConsentAnswer.Yes },
            new() { Answer = ConsentAnswer.No },
            new() { Answer = ConsentAnswer.OnlyIf, Conditions = "if nobody knows" },
            new() { Answer = ConsentAnswer.Yes, OfficialsPresent = true },
            new() { Answer = ConsentAnswer.Yes, ValidTo = Today.AddYears(1) },
            new() { Answer = ConsentAnswer.Yes, ForWhom = "one lawyer" },
        };
        var random = new Random(7);
        var words = new HashSet<string?>();
        for (var at = 0; at < 2000; at++)
        {
            List<ConsentFacts> Some() => [.. Enum.GetValues<Purpose>().Select(purpose => (purpose, answer: answers[random.Next(3) == 0 ? random.Next(answers.Length) : 1]))
                .Where(both => both.answer is not null).Select(both => both.answer! with { Purpose = both.purpose })];
            var (all, one) = (Some(), random.Next(2) == 0 ? [] : Some());
            var hers = ConsentWord.Of(all, Today);
            var its = ConsentWord.OfOne([.. all, .. one], one.Count > 0, isMarked: random.Next(4) == 0, hers, Today);
            words.Add(hers);
            words.Add(its);

            // As the table import reads the two words.
            var asHers = Ledger(Imported(hers)?.ForHer());
            var asIts = asHers.Concat(Ledger(Imported(its)?.ForOne(Imported(hers)))).ToList();
            foreach (var purpose in Enum.GetValues<Purpose>())
            {
                Assert.True(!asHers.Allow(purpose, Today) || all.Allow(purpose, Today), $"{hers} allows {purpose}");
                Assert.True(!asIts.Allow(purpose, Today) || all.Concat(one).Allow(purpose, Today), $"{hers}, {its} allow {purpose}");
            }
        }

        Assert.Equal([null, "ANONYMOUS", "FULL", "INTERNAL_ONLY", "WITHDRAWN"], words.Order(StringComparer.Ordinal));

        static ImportedConsent? Imported(string? word) => word is null ? null : ImportedConsent.Of(ImportTables.Codes["consent"][word]);
        static List<ConsentFacts> Ledger(IEnumerable<ConsentFacts>? said) => [.. said ?? []];
    }

    [Fact]
    public void A_woman_of_several_raids_allows_what_she_allows_in_each()
    {
        List<ConsentFacts> yes = [.. Enum.GetValues<Purpose>().Select(purpose => new ConsentFacts { Purpose = purpose, Answer = ConsentAnswer.Yes })];
        List<ConsentFacts> kept = [new() { Purpose = Purpose.Keep, Answer = ConsentAnswer.Yes }];
        List<ConsentFacts> refused = [new() { Purpose = Purpose.Keep, Answer = ConsentAnswer.No }];
        Assert.Equal("FULL", ConsentWord.OfAll([yes, yes], Today));
        Assert.Equal("INTERNAL_ONLY", ConsentWord.OfAll([yes, kept], Today));
        Assert.Equal("WITHDRAWN", ConsentWord.OfAll([yes, refused], Today));
        Assert.Null(ConsentWord.OfAll([yes, []], Today));
    }

    [Fact]
    public async Task A_passage_that_is_marked_lets_nobody_else_read_what_she_told()
    {
        var woman = new WomanInCase { Code = "W01", Consents = [.. Enum.GetValues<Purpose>().Select(purpose => new ConsentInCase { Purpose = purpose, Answer = ConsentAnswer.Yes })] };
        var told = new TestimonyInCase { Code = "T1", Voice = Voice.Woman, Woman = "W01", Passages = [new() { Text = "They came." }] };
        var file = RecordTablesTests.Case() with
        {
            Women = [woman],
            Testimonies = [told, told with { Code = "T2", Passages = [.. told.Passages, new() { Text = "My brother's name.", NotForDisclosure = true }] }, told with { Code = "T3", NeverFor = "her husband" }],
        };
        var (record, there) = await RoundAsync(file);
        Assert.Equal(["", "INTERNAL_ONLY", "INTERNAL_ONLY"], record.Rows("testimonies").Select(row => row["consent"]));
        var ledger = there.Women[0].Consents;
        Assert.True(ledger.Where(row => row.Testimony is null).Allow(Purpose.QuoteInReport, Today));
        Assert.False(ledger.Where(row => row.Testimony is null or "T2").Allow(Purpose.QuoteInReport, Today));
    }

    [Fact]
    public async Task What_voices_do_not_agree_on_stays_open_and_her_own_age_goes_first()
    {
        static CountInCase Count(CountOf of, int low, Voice voice) => new() { Of = of, Low = low, Voice = voice };
        var file = RecordTablesTests.Case() with
        {
            Counts =
            [
                Count(CountOf.WomenTaken, 17, Voice.Woman), Count(CountOf.WomenTaken, 18, Voice.Authority),
                Count(CountOf.OfficersWhoCame, 40, Voice.Woman), Count(CountOf.OfficersWhoCame, 40, Voice.Press),
            ],
            Women =
            [
                new()
                {
                    Code = "W01",
                    Ages = [new() { Low = 17, Method = "bone-xray", Voice = Voice.Authority }, new() { Low = 21, Voice = Voice.Woman }],
                    Labels = [new() { Kind = "victim", Voice = Voice.Authority }, new() { Kind = "not-a-victim", Voice = Voice.Authority }],
                    Languages = ["kac", "mya"],
                },
                new() { Code = "W02", Ages = [new() { Low = 17, Voice = Voice.Authority }], Dependants = Said.Read("2 children") },
            ],
        };
        var (record, _) = await RoundAsync(file);
        var raid = record.Row("raids", "R01");
        Assert.Equal(("", "40"), (raid["women_count"], raid["officer_count"]));
        var (first, second) = (record.Row("women", "R01-W01"), record.Row("women", "R01-W02"));
        Assert.Equal(("21", "DECLARED", "kac", ""), (first["age_at_raid"], first["age_basis"], first["language"], first["children"]));
        Assert.Equal(("", "", "2"), (second["age_at_raid"], second["age_basis"], second["children"]));
        Assert.Equal("", record.Rows("raid_women")[0]["identified_as_victim"]);
    }

    [Fact]
    public async Task What_no_row_can_say_is_left_out_and_counted()
    {
        var file = RecordTablesTests.Case() with
        {
            Testimonies = [new() { Code = "T1", Voice = Voice.Authority, Speaker = "an officer", Passages = [new() { Text = "We came at ten." }] }],
            CourtCases = [new() { Code = "C1", About = "a case", Voice = Voice.Team, Hearings = [new() { Kind = "trial", Voice = Voice.Team }] }],
            OwnItems = [new("RD-01", new() { List = ListName.Acts, En = "Kept in a boat" })],
            Violations = [Broken() with { AllWomen = false }, Broken() with { Act = "RD-01" }, Broken()],
        };
        var (record, there) = await RoundAsync(file);
        Assert.Equal(
            [("testimonies", 0, 1), ("court_dates", 0, 1), ("violations", 1, 2)],
            new[] { "testimonies", "court_dates", "violations" }.Select(name => record.Manifest.Tables.Single(table => table.Name == $"tables/{name}.csv")).Select(table => (table.Name[7..^4], table.Rows, table.NoRow)));
        Assert.Equal("R01-V3", record.Rows("violations")[0]["violation_id"]);
        Assert.True(Assert.Single(there.Violations).AllWomen);
    }

    [Fact]
    public async Task A_day_of_two_women_is_a_row_of_each_and_how_a_stay_ended_is_never_more_than_was_said()
    {
        var file = RecordTablesTests.Case() with
        {
            Women =
            [
                new() { Code = "W01", Stays = [new() { Voice = Voice.Team, Ending = StayEnd.Deported }, new() { Voice = Voice.Team, Ending = StayEnd.SentAcross, Note = "outcome: RELEASED" }] },
                new() { Code = "W02" },
            ],
            CourtCases =
            [
                new()
                {
                    Code = "C1",
                    About = "a case",
                    Court = "Mae Sot Court",
                    Voice = Voice.Team,
                    Women = [new("W01", new() { Voice = Voice.Team }), new("W02", new() { Voice = Voice.Team }), new("W02", new() { Voice = Voice.Authority })],
                    Hearings = [new() { Kind = "trial", Voice = Voice.Team, Result = HearingResult.PutOff, Outcome = "no interpreter came", InterpreterPresent = Answer.Withheld, LawyerPresent = Answer.NotKnown }],
                },
            ],
        };
        var (record, there) = await RoundAsync(file);
        Assert.Equal(["R01-C1-H1-W01", "R01-C1-H1-W02"], record.Rows("court_dates").Select(row => row["court_date_id"]));
        Assert.Equal(("TRIAL", "POSTPONED", "", "UNKNOWN"), record.Rows("court_dates").Select(row => (row["hearing_type"], row["outcome"], row["interpreter_present"], row["lawyer_present"])).Distinct().Single());
        Assert.Equal([("DEPORTED", ""), ("SENT_ACROSS", "outcome: RELEASED")], record.Rows("stays").Select(row => (row["outcome"], row["notes"])));
        Assert.All(there.Women[0].Stays, stay => Assert.Equal(StayEnd.SentAcross, stay.Ending));
    }

    [Theory]
    [InlineData("")]
    [InlineData("'")]
    [InlineData("'a")]
    [InlineData("=")]
    [InlineData("'=")]
    [InlineData("''''-1")]
    [InlineData("\ta")]
    [InlineData("\uFF1D1\uFF0B1")]
    [InlineData("\uFF0B66")]
    [InlineData("\uFF0D")]
    [InlineData("\uFF20home")]
    [InlineData("'\uFF1D1")]
    public void What_is_defused_means_the_same_again(string text)
    {
        var cell = CsvText.Cell(text)[1..^1];
        Assert.Equal(text, CsvText.Meant(cell));
        Assert.DoesNotMatch("^[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r]", cell);
    }

    [Theory]
    [InlineData("\uFF1D")]
    [InlineData("\uFF0B")]
    [InlineData("\uFF0D")]
    [InlineData("\uFF20")]
    public void A_wide_sign_that_some_spreadsheets_run_is_defused_as_well(string sign)
    {
        Assert.Equal($"\"'{sign}1\"", CsvText.Cell(sign + "1"));
        Assert.Equal(sign + "1", CsvText.Meant($"'{sign}1"));
        Assert.Equal($"\"a{sign}1\"", CsvText.Cell($"a{sign}1"));
    }

    private static ViolationInCase Broken() => new() { Act = "V04", Voice = Voice.Team, AllWomen = true };

    // What is written of a case, and the case that the table import makes of it.
    private async Task<(WholeRecord Record, CaseFile There)> RoundAsync(CaseFile file)
    {
        Assert.Equal("", string.Join('\n', (await CaseFiles.ImportAsync(_store, file)).Problems));
        var record = await _folders.ExportAsync(_store);
        await using var other = await TestStore.OpenAsync();
        Assert.Equal("", string.Join('\n', (await record.ImportTablesAsync(other)).Report.Problems));
        return (record, await CaseFiles.ExportAsync(other, "R01"));
    }
}
