using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Tests.Data;
using RaidDocs.Domain.Women;

namespace RaidDocs.Domain.Tests.Cases;

public sealed class CaseRoundTripTests
{
    [Theory]
    [InlineData("mae-sot")]
    [InlineData("mida")]
    [InlineData("dok-rak")]
    public async Task A_demo_case_comes_out_as_it_went_in(string name)
    {
        await using var store = await TestStore.OpenAsync();
        var (file, problems) = CaseReader.Read(CaseFiles.Demo(name), store.Lists);
        Assert.Empty(problems);

        var result = await CaseFiles.ImportAsync(store, file!);

        Assert.Empty(result.Problems);
        Assert.Equal(CaseFiles.Facts(file!), CaseFiles.Facts(await CaseFiles.ExportAsync(store, result.RaidCode!)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("th-TH")]
    public async Task Random_cases_come_out_as_they_went_in(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            for (var seed = 1; seed <= 40; seed++)
            {
                await using var store = await TestStore.OpenAsync();
                var made = new CaseGenerator(seed, store.Lists).Make();

                // Through the text of a file, as a person would bring it.
                var json = JsonSerializer.Serialize(made, CaseJson.Options);
                var (file, problems) = CaseReader.Read(Encoding.UTF8.GetBytes(json), store.Lists);
                Assert.True(problems.Count == 0, $"seed {seed}: {string.Join('\n', problems)}");
                var result = await CaseFiles.ImportAsync(store, file!);
                Assert.True(result.Problems.Count == 0, $"seed {seed}: {string.Join('\n', result.Problems)}");

                Assert.Equal(CaseFiles.Facts(made), CaseFiles.Facts(await CaseFiles.ExportAsync(store, "R01")));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task A_line_that_named_both_women_who_turned_out_to_be_one_names_the_one()
    {
        await using var store = await TestStore.OpenAsync();
        var file = CaseReader.Read(
            """
            { "format": "raiddocs-case/1", "raid": { "name": "Two records" }, "women": [{ "code": "W01" }, { "code": "W02" }],
              "chronology": [{ "what": "Taken", "topic": "theNight", "voice": "team", "women": ["W01", "W02"] }] }
            """u8.ToArray(),
            store.Lists);
        Assert.Empty((await CaseFiles.ImportAsync(store, file.File!)).Problems);
        await using (var db = store.Db())
        {
            var women = await db.Apprehensions.OrderBy(row => row.Number).ToListAsync(TestContext.Current.CancellationToken);
            await db.JoinAsync(women[0].WomanId, women[1].WomanId, women[0].RaidId, db.Now.UtcDateTime, TestContext.Current.CancellationToken);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var told = await CaseFiles.ExportAsync(store, "R01");

        Assert.Equal(["W01"], told.Women.Select(woman => woman.Code));
        Assert.Equal(["W01"], Assert.Single(told.Chronology).Women);
    }

    [Fact]
    public async Task The_same_raid_twice_is_asked_about_and_taken_only_when_that_is_said()
    {
        await using var store = await TestStore.OpenAsync();
        var file = CaseReader.Read(CaseFiles.Demo("mae-sot"), store.Lists).File!;
        Assert.Empty((await CaseFiles.ImportAsync(store, file)).Problems);

        var refused = await CaseFiles.ImportAsync(store, file);
        var taken = await CaseFiles.ImportAsync(store, file, again: true);

        Assert.Contains("is in the store already, as R01", Assert.Single(refused.Problems).Sentence, StringComparison.Ordinal);
        Assert.Equal("R02", taken.RaidCode);
    }

    [Fact]
    public async Task A_check_writes_nothing()
    {
        await using var store = await TestStore.OpenAsync();
        var file = CaseReader.Read(CaseFiles.Demo("dok-rak"), store.Lists).File!;

        var result = await CaseFiles.ImportAsync(store, file, checkOnly: true);

        Assert.Equal("R03", result.RaidCode);
        await using var db = store.Db();
        Assert.Null(await db.ReadCaseAsync("R03", NamesInCase.ForAPerson, TestContext.Current.CancellationToken));
        Assert.False(db.AuditEntries.Any(entry => entry.ObjectType == "Raid"));
    }

    [Fact]
    public async Task A_woman_of_an_earlier_raid_stays_one_woman()
    {
        await using var store = await TestStore.OpenAsync();
        var first = Minimal("R01", "First") with { Women = [new WomanInCase { Code = "W06" }] };
        var second = Minimal("R02", "Second") with { Women = [new WomanInCase { Code = "W01", SameAs = "R01-W06" }] };
        Assert.Empty((await CaseFiles.ImportAsync(store, first)).Problems);

        Assert.Empty((await CaseFiles.ImportAsync(store, second)).Problems);

        await using var db = store.Db();
        Assert.Equal(1, db.Women.Count());
        Assert.Equal("R01-W06", (await CaseFiles.ExportAsync(store, "R02")).Women[0].SameAs);
    }

    private static CaseFile Minimal(string code, string name) => new()
    {
        Format = CaseFile.FormatName,
        Raid = new RaidInCase { Code = code, Name = name },
    };
}
