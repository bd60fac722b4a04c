using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Tests.Data;

namespace RaidDocs.Domain.Tests.Cases;

public sealed class CodingInCaseTests
{
    [Fact]
    public async Task A_mark_in_words_that_changed_goes_out_as_one_of_earlier_words_and_comes_in_as_such()
    {
        await using var store = await TestStore.OpenAsync();
        await CaseFiles.ImportAsync(store, Case("R01") with { Violations = [Coded("V08", 1), Coded("V21", 2)] });
        await using (var db = store.Db())
        {
            var told = await db.Testimonies.Include(row => row.Passages).SingleAsync();
            told.Revise([.. told.Words.Select(passage => passage.Number == 1 ? passage.Facts with { Text = "other" } : passage.Facts)], "read back");
            await db.SaveChangesAsync();
        }

        var file = await CaseFiles.ExportAsync(store, "R01");
        Assert.Equal([true, false], file.Violations.Select(one => one.Passages[0].EarlierWords));

        await CaseFiles.ImportAsync(store, file, again: true);
        Assert.Equal([true, false], (await CaseFiles.ExportAsync(store, "R02")).Violations.Select(one => one.Passages[0].EarlierWords));
    }

    [Fact]
    public async Task An_own_act_of_another_meaning_gets_the_next_code_and_the_same_one_is_taken()
    {
        await using var store = await TestStore.OpenAsync();
        var first = Case("R01") with { OwnItems = [Own("RD-01", "Made to pay for food")], Violations = [Coded("RD-01", 1)] };
        var other = Case("R02") with
        {
            OwnItems = [new OwnItemInCase("RA-01", new() { List = ListName.OwnArticles, En = "Para. 12", Kind = "soft-law" }), Own("RD-01", "Made to sing", "RA-01")],
            Violations = [Coded("RD-01", 1) with { Articles = ["RA-01"] }],
        };
        var same = Case("R03") with { OwnItems = [Own("RD-07", "Made to pay for food")], Violations = [Coded("RD-07", 1)] };
        foreach (var file in new[] { first, other, same })
        {
            Assert.Empty((await CaseFiles.ImportAsync(store, file, again: true)).Problems);
        }

        Assert.Equal("RD-01", (await CaseFiles.ExportAsync(store, "R01")).Violations[0].Act);
        var second = await CaseFiles.ExportAsync(store, "R02");
        Assert.Equal("RD-02", second.Violations[0].Act);
        Assert.Equal(["RA-01", "RD-02"], second.OwnItems.Select(item => item.Code));
        Assert.Equal("RD-01", (await CaseFiles.ExportAsync(store, "R03")).Violations[0].Act);
    }

    [Theory]
    [InlineData("""{ "testimony": "T9", "passage": 1 }""", "testimony", "T9 is not in the list testimonies")]
    [InlineData("""{ "testimony": "T1", "passage": 0 }""", "passage", "T1 has no passage 0")]
    [InlineData("""{ "testimony": "T1", "passage": 3 }""", "passage", "T1 has no passage 3")]
    [InlineData("""{ "testimony": "T1", "passage": 1, "from": 2 }""", "to", "Write where the part begins")]
    [InlineData("""{ "testimony": "T1", "passage": 1, "from": 2, "to": 2 }""", "to", "Write where the part begins")]
    [InlineData("""{ "testimony": "T1", "passage": 1, "from": 0, "to": 99 }""", "to", "Write where the part begins")]
    [InlineData("""{ "testimony": "T1", "passage": 1, "from": -1, "to": 2 }""", "to", "Write where the part begins")]
    public async Task A_passage_that_is_not_there_is_told_with_its_place(string passage, string place, string sentence)
    {
        await using var store = await TestStore.OpenAsync();
        var (file, problems) = CaseReader.Read(System.Text.Encoding.UTF8.GetBytes(
            $$"""
            {
              "format": "raiddocs-case/1", "raid": { "name": "Lotus" },
              "testimonies": [{ "code": "T1", "voice": "press", "passages": [{ "text": "one" }, { "text": "two" }] }],
              "violations": [{ "act": "V08", "voice": "press", "passages": [{{passage}}] }]
            }
            """), store.Lists);
        Assert.Empty(problems);

        var problem = Assert.Single((await CaseFiles.ImportAsync(store, file!)).Problems);

        Assert.Equal($"$.violations[0].passages[0].{place}", problem.Path);
        Assert.StartsWith(sentence, problem.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_act_that_neither_the_lists_nor_the_file_know_is_refused()
    {
        await using var store = await TestStore.OpenAsync();
        const string Rest = """ "violations": [{ "act": "RD-01", "voice": "press" }] }""";

        Assert.Contains(CaseFiles.Problems(store, """{ "format": "raiddocs-case/1", "raid": { "name": "Lotus" },""" + Rest), problem => problem.Path == "$.violations[0].act");
        Assert.Empty(CaseFiles.Problems(store, """{ "format": "raiddocs-case/1", "raid": { "name": "Lotus" }, "ownItems": [{ "code": "RD-01", "list": "acts", "en": "Words" }],""" + Rest));
    }

    private static OwnItemInCase Own(string code, string words, params string[] articles) => new(code, new() { List = ListName.Acts, En = words, Articles = [.. articles] });

    private static ViolationInCase Coded(string act, int passage) => new()
    {
        Act = act,
        Voice = Domain.Common.Voice.Woman,
        Passages = [new PassageInCase { Testimony = "T1", Passage = passage, MarkedBy = "dao" }],
    };

    private static CaseFile Case(string code) => new()
    {
        Format = CaseFile.FormatName,
        Raid = new RaidInCase { Code = code, Name = "Lotus" },
        Testimonies = [new TestimonyInCase { Code = "T1", Voice = Domain.Common.Voice.Woman, Passages = [new() { Text = "one" }, new() { Text = "two" }] }],
    };
}
