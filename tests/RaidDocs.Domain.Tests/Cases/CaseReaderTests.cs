using System.Text;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Tests.Data;

namespace RaidDocs.Domain.Tests.Cases;

public sealed class CaseReaderTests : IAsyncLifetime
{
    private TestStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await TestStore.OpenAsync();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public void All_problems_are_told_at_once_each_with_its_place()
    {
        var problems = CaseFiles.Problems(_store, """
            {
              "format": "raiddocs-case/1",
              "raid": { "name": "x", "when": "31 April 2011", "venueKind": "castle", "agencies": ["local-police", "martians"], "colour": "red" },
              "counts": [ { "of": "womenTaken", "low": "17", "voice": "authority" }, { "of": "womenTakn", "low": 17 } ],
              "women": [ { "code": "W01", "ages": [ { "low": 19.5, "voice": "woman" } ], "stays": "none", "nationality": "Burmese\u0000" } ]
            }
            """);

        Assert.Equal(
            [
                "$.counts[0].low", "$.counts[1].of", "$.counts[1].voice", "$.raid.agencies[1]", "$.raid.colour", "$.raid.venueKind",
                "$.raid.when", "$.women[0].ages[0].low", "$.women[0].nationality", "$.women[0].stays",
            ],
            problems.Select(problem => problem.Path).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("$.raid.when", "\"when\": \"12/3/68\"", "Enter the year with 4 numbers, like 2568 or 2025")]
    [InlineData("$.raid.when", "\"when\": \"12/3/2200\"", "We cannot tell if 2200 is a Thai or Western year. Enter a year like 2568 or 2025")]
    [InlineData("$.raid.when", "\"when\": \"29/2/2568\"", "2025 (2568) has no 29 February")]
    [InlineData("$.raid.province", "\"province\": \"Tak\"", "\"Tak\" is not in the list provinces. Write one of: TH-10")]
    [InlineData("$.raid.summary", "\"summary\": 7", "Write text in quotation marks.")]
    [InlineData("$.raid.agencies", "\"agencies\": null", "Write a value, or leave the entry out.")]
    public void Each_wrong_value_has_a_sentence_that_says_what_to_write(string path, string member, string sentence)
    {
        var problem = Assert.Single(CaseFiles.Problems(_store, $$"""{ "format": "raiddocs-case/1", "raid": { "name": "x", {{member}} } }"""));

        Assert.Equal(path, problem.Path);
        Assert.Contains(sentence, problem.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{ \"format\": \"raiddocs-case/1\", \"raid\": { \"name\": \"x\" }")]
    [InlineData("{ \"format\": \"raiddocs-case/1\", \"format\": \"raiddocs-case/1\", \"raid\": { \"name\": \"x\" } }")]
    public void A_broken_file_is_told_with_the_line_to_look_at(string json) =>
        Assert.Contains("This is not JSON from line 1", Assert.Single(CaseFiles.Problems(_store, json)).Sentence, StringComparison.Ordinal);

    [Theory]
    [InlineData("[]")]
    [InlineData("17")]
    public void A_file_that_is_no_object_is_refused(string json) =>
        Assert.Equal("$", Assert.Single(CaseFiles.Problems(_store, json)).Path);

    [Fact]
    public void Another_format_is_refused() =>
        Assert.Equal("$.format", Assert.Single(CaseFiles.Problems(_store, """{ "format": "raiddocs-case/9", "raid": { "name": "x" } }""")).Path);

    [Fact]
    public void A_huge_file_is_refused_before_it_is_read()
    {
        var (file, problems) = CaseReader.Read(new byte[CaseReader.MaxBytes + 1], _store.Lists);

        Assert.Null(file);
        Assert.Contains("larger than 20 MB", Assert.Single(problems).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deep_file_is_refused_and_nothing_breaks() =>
        Assert.NotEmpty(CaseFiles.Problems(_store, new string('[', 5000)));

    [Theory]
    [InlineData(20_000, 0)]
    [InlineData(20_001, 1)]
    public void A_passage_of_20000_letters_is_taken_and_one_letter_more_is_told(int letters, int problems)
    {
        // Each letter is a consonant with a vowel and a tone mark: three characters, one letter to the reader.
        var text = string.Concat(Enumerable.Repeat("\u0E01\u0E34\u0E48", letters));

        Assert.Equal(problems, CaseFiles.Problems(
            _store,
            $$"""{ "format": "raiddocs-case/1", "raid": { "name": "x" }, "testimonies": [ { "code": "T1", "voice": "woman", "passages": [ { "text": "{{text}}" } ] } ] }""").Count);
    }

    [Fact]
    public void Text_with_marks_emoji_and_right_to_left_signs_is_kept_as_typed()
    {
        const string Name = "<b>bold</b> \U0001F33A \u202Eabc\u202C";

        var (file, problems) = CaseReader.Read(
            Encoding.UTF8.GetBytes($$"""{ "format": "raiddocs-case/1", "raid": { "name": "{{Name}}" } }"""), _store.Lists);

        Assert.Empty(problems);
        Assert.Equal(Name, file!.Raid.Name);
    }

    [Fact]
    public async Task What_does_not_fit_together_is_told_with_its_place_and_nothing_is_written()
    {
        var (file, problems) = CaseReader.Read(
            Encoding.UTF8.GetBytes("""
                {
                  "format": "raiddocs-case/1",
                  "raid": { "name": "x", "when": "12 March 2568" },
                  "sources": [ { "code": "S1", "title": "a" }, { "code": "S1", "title": "b" } ],
                  "counts": [ { "of": "womenTaken", "low": 17, "high": 12, "voice": "press", "source": "S9" } ],
                  "facilities": [ { "code": "F1", "name": "Station", "kind": "police-station" } ],
                  "women": [
                    { "code": "W01", "stays": [
                      { "voice": "team", "facility": "F1", "from": "13 March 2568", "to": "12 March 2568" },
                      { "voice": "team", "facility": "F7", "from": "1 January 2568" } ] },
                    { "code": "W01" },
                    { "code": "seven", "ages": [] },
                    { "code": "W04", "sameAs": "R77-W01", "money": [ { "voice": "woman", "kind": "fine", "baht": 1000 } ] }
                  ],
                  "violations": [ { "voice": "woman", "act": "V08", "women": ["W33"] } ]
                }
                """), _store.Lists);
        Assert.Empty(problems);

        var result = await CaseFiles.ImportAsync(_store, file!);

        Assert.Equal(
            [
                "$.counts[0]", "$.counts[0].source", "$.sources[1].code", "$.violations[0].women[0]", "$.women[0].stays[0]", "$.women[0].stays[1].facility",
                "$.women[0].stays[1].from", "$.women[1].code", "$.women[2].code", "$.women[3].money[0]", "$.women[3].sameAs",
            ],
            result.Problems.Select(problem => problem.Path).Order(StringComparer.Ordinal));
        Assert.Contains("Release must be the same as or after 13 March 2568, when she was taken", result.Problems.Select(problem => problem.Sentence));
        await using var db = _store.Db();
        Assert.False(db.Raids.Any());
        Assert.False(db.Facilities.Any());
    }

    [Fact]
    public async Task A_raid_in_the_future_is_refused()
    {
        var file = new CaseFile { Format = CaseFile.FormatName, Raid = new RaidInCase { Name = "x", When = Domain.Common.PartialDateTime.Read("22 November 2569") } };

        var result = await CaseFiles.ImportAsync(_store, file);

        Assert.Equal("The date of the raid must be today or in the past", Assert.Single(result.Problems).Sentence);
    }

    [Fact]
    public void The_schema_in_the_documents_is_the_one_of_the_code()
    {
        var path = Path.Combine(CaseFiles.Root, "docs", "raiddocs-case-1.schema.json");

        Assert.True(File.Exists(path) && File.ReadAllText(path) == CaseSchema.Write(),
            "Write it again: dotnet run --project src/RaidDocs.Web -- case schema --out docs/raiddocs-case-1.schema.json");
    }
}
