using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Clocks;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Court;
using RaidDocs.Domain.Tests.Cases;
using RaidDocs.Domain.Tests.Data;

namespace RaidDocs.Domain.Tests.Clocks;

public sealed class ClocksInCaseTests
{
    private static CaseFile Case { get; } = new()
    {
        Format = CaseFile.FormatName,
        Raid = new RaidInCase { Name = "Lotus", When = PartialDateTime.Read("2025-03-12 22:40") },
        ClockRules = [new ClockRuleInCase("T01", Timers.Rule("T01").Facts), new ClockRuleInCase("T99", new ClockRuleFacts { En = "Theirs", Length = 3, Unit = ClockUnit.Days }) { CheckedBy = "A lawyer" }],
        Women =
        [
            new WomanInCase
            {
                Code = "W01",
                Clocks =
                [
                    new ClockInCase(Timers.Clock("T01", "2025-03-12 22:40") with { PaperSeen = Answer.No }),
                    new ClockInCase(Timers.Clock("T01", "2025-03-12 22:40") with { Rule = "T99", Edition = ClockRule.EditionOf(new ClockRuleFacts { En = "Theirs", Length = 3, Unit = ClockUnit.Days }) }),
                ],
            },
        ],
        CourtCases =
        [
            new CourtCaseInCase
            {
                Code = "C1",
                Voice = Voice.Paper,
                About = "Against the owner",
                Hearings =
                [
                    new HearingInCase { Voice = Voice.Paper, Kind = "Trial", On = PartialDateTime.Read("2025-04-01"), Result = HearingResult.PutOff, Next = PartialDateTime.Read("2025-05-01") },
                    new HearingInCase { Voice = Voice.Paper, Kind = "Trial", On = PartialDateTime.Read("2025-05-01"), Follows = 1 },
                ],
                Orders = [new OrderInCase { Voice = Voice.Paper, Kind = OrderKind.Remand, What = "Twelve days", Women = ["W01"], CarriedOut = Answer.Yes }],
            },
        ],
    };

    [Fact]
    public async Task Clocks_orders_and_chains_of_days_come_out_as_they_went_in()
    {
        await using var store = await TestStore.OpenAsync();

        var result = await CaseFiles.ImportAsync(store, Case);

        Assert.Empty(result.Problems);
        Assert.Equal(CaseFiles.Facts(Case with { Raid = Case.Raid with { Code = "R01" } }), CaseFiles.Facts(await CaseFiles.ExportAsync(store, "R01")));
    }

    [Fact]
    public async Task A_rule_that_comes_with_a_case_is_offered_to_nobody()
    {
        await using var store = await TestStore.OpenAsync();
        await CaseFiles.ImportAsync(store, Case);

        await using var db = store.Db();
        var book = await ClockRuleBook.ReadAsync(db, TestContext.Current.CancellationToken);

        Assert.Null(book.Now("T99"));
        Assert.Equal(Timers.All.Count, book.Current.Count);
        Assert.Equal(Timers.All.Count + 1, await db.ClockRules.CountAsync());
    }

    [Fact]
    public async Task A_clock_without_its_rule_or_a_day_before_the_raid_names_its_place()
    {
        await using var store = await TestStore.OpenAsync();
        var day = Case.CourtCases[0].Hearings[0];
        var wrong = Case with
        {
            ClockRules = [],
            CourtCases = [Case.CourtCases[0] with { Hearings = [day with { On = PartialDateTime.Read("2025-03-11"), Follows = 1 }] }],
        };

        var problems = (await CaseFiles.ImportAsync(store, wrong)).Problems;

        Assert.Contains(problems, problem => problem.Path == "$.women[0].clocks[0].edition" && problem.Sentence.Contains("is not in the list clockRules", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Path == "$.courtCases[0].hearings[0].on" && problem.Sentence.StartsWith("A day in court cannot be before the night of the raid", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Path == "$.courtCases[0].hearings[0].follows");
    }

    [Fact]
    public async Task A_rule_of_the_house_stays_when_the_program_is_started_again()
    {
        await using var store = await TestStore.OpenAsync();
        await using (var db = store.Db())
        {
            db.ClockRules.Add(new ClockRule("T01", Timers.Rule("T01").Facts with { Length = 36 }));
            await db.SaveChangesAsync();
        }

        await store.StopAsync();
        await using var again = await TestStore.OpenAsync(store.Folder, store.Key);
        await using var later = again.Db();

        Assert.Equal(36, (await ClockRuleBook.ReadAsync(later, TestContext.Current.CancellationToken)).Now("T01")!.Facts.Length);
    }
}
