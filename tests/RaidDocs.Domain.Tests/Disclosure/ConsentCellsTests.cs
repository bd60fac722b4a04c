using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Family;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Domain.Tests.Cases;
using RaidDocs.Domain.Tests.Data;

namespace RaidDocs.Domain.Tests.Disclosure;

/// <summary>
/// Nine purposes, six states, eight surfaces: consent-cells.csv says for each whether her words show when all her other answers
/// are yes. Lists, search and case screens are asked of the store, reports of the gate, the family page of the ledger that fills it (and
/// FamilyCellsTests ask the page). Of statistics, bundles and CSV the rule is asked here; StatisticsTests ask the files of rows and numbers.
/// </summary>
public sealed class ConsentCellsTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(CaseFiles.Root, "tests", "RaidDocs.Domain.Tests", "Disclosure", "consent-cells.csv"));

    private static readonly Surface[] Surfaces = [.. Lines[0].Split(',')[2..].Select(name => Enum.Parse<Surface>(name, ignoreCase: true))];

    private static IEnumerable<(Purpose Purpose, ConsentState State, Dictionary<Surface, bool> Shown)> Rows =>
        Lines[1..].Select(line => line.Split(',')).Select(cells => (
            Enum.Parse<Purpose>(cells[0], ignoreCase: true), Enum.Parse<ConsentState>(cells[1], ignoreCase: true),
            Surfaces.Zip(cells[2..]).ToDictionary(cell => cell.First, cell => cell.Second == "shown")));

    [Fact]
    public void The_table_holds_every_cell_once()
    {
        Assert.Equal(Enum.GetValues<Surface>().Order(), Surfaces.Order());
        Assert.Equal(9 * 6, Rows.Select(row => (row.Purpose, row.State)).Distinct().Count());
        Assert.Equal(432, Rows.Sum(row => row.Shown.Count));
    }

    [Fact]
    public async Task Each_cell_is_as_the_table_says()
    {
        await using var store = await TestStore.OpenAsync();
        var asked = 0;
        foreach (var (purpose, state, shown) in Rows)
        {
            var (file, audience) = (Case(purpose, state), AudienceOf(purpose));
            var result = await CaseFiles.ImportAsync(store, file);
            var readable = await ReadableAsync(store, result.RaidCode!, audience);
            foreach (var (surface, expected) in shown)
            {
                var needed = NeededConsent.For(surface, audience, isPictureOrVoice: purpose == Purpose.PictureOrVoice, caseIsClosed: purpose == Purpose.Archive);
                Assert.True(expected == needed.All(one => file.Women[0].Consents.Allow(one, TestStore.Today)), $"{purpose} {state} {surface}: the rule");
                if (surface is Surface.List or Surface.Search or Surface.CaseScreen && purpose != Purpose.Archive)
                {
                    Assert.True(expected == readable, $"{purpose} {state} {surface}: the store");
                }

                if (surface is Surface.Report && purpose is not (Purpose.Archive or Purpose.PictureOrVoice))
                {
                    var through = DisclosureGate.LetThrough(file, audience, "X", TestStore.Today, new GateWords("a woman", "a place", kind => kind));
                    Assert.True(expected == through.Quotes.Count > 0, $"{purpose} {state} {surface}: the gate");
                }

                if (surface is Surface.FamilyPage && purpose is not Purpose.Archive)
                {
                    Assert.True(expected == await MayTellAsync(store, result.RaidCode!), $"{purpose} {state} {surface}: the ledger of the family page");
                }

                asked++;
            }
        }

        Assert.Equal(432, asked);
    }

    private static async Task<bool> MayTellAsync(TestStore store, string raid)
    {
        await using var db = store.Db();
        var her = await db.Apprehensions.SingleAsync(row => db.Raids.Any(one => one.Id == row.RaidId && one.Code == raid), TestContext.Current.CancellationToken);
        return (await FamilyConsent.OfAsync(db, her.RaidId, her.WomanId, TestStore.Today, TestContext.Current.CancellationToken)).IsYes;
    }

    private static Audience AudienceOf(Purpose purpose) => purpose switch
    {
        Purpose.Lawyer => Audience.Lawyer,
        Purpose.Court => Audience.Court,
        Purpose.Partner => Audience.Partner,
        Purpose.QuoteInReport or Purpose.CountInStatistics or Purpose.PictureOrVoice => Audience.Public,
        _ => Audience.Team,
    };

    // As a legal advisor where the purpose is about her, else as a research leader; both are on the team.
    private static async Task<bool> ReadableAsync(TestStore store, string raid, Audience audience)
    {
        var user = Guid.CreateVersion7();
        await using (var db = store.Db())
        {
            db.Users.Add(new StaffUser { Id = user, UserName = user.ToString("N") });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            db.TeamMembers.Add(new TeamMember(await db.Raids.Where(row => row.Code == raid).Select(row => row.Id).SingleAsync(TestContext.Current.CancellationToken), user));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await using var hers = store.DbFor(new Viewer(user, [audience == Audience.Lawyer ? StaffRole.LegalAdvisor : StaffRole.ResearchLeader]));
        return await hers.ReadableTestimonies(TestStore.Today).AnyAsync(told => hers.Raids.Any(row => row.Id == told.RaidId && row.Code == raid), TestContext.Current.CancellationToken);
    }

    private static CaseFile Case(Purpose purpose, ConsentState state) => new()
    {
        Format = CaseFile.FormatName,
        Raid = new RaidInCase { Name = $"{purpose} {state}" },
        Women =
        [
            new WomanInCase { Code = "W01", Consents = [.. Enum.GetValues<Purpose>().Where(other => other != purpose).Select(other => Says(other)), .. History(purpose, state)] },
        ],
        Testimonies = [new TestimonyInCase { Code = "T1", Woman = "W01", Voice = Voice.Woman, Passages = [new PassageText { Text = "What she said" }] }],
    };

    private static IEnumerable<ConsentInCase> History(Purpose purpose, ConsentState state) => state switch
    {
        ConsentState.NeverAsked => [],
        ConsentState.Yes => [Says(purpose)],
        ConsentState.No => [Says(purpose, ConsentAnswer.No)],
        ConsentState.TakenBack => [Says(purpose), Says(purpose, ConsentAnswer.No)],
        ConsentState.Expired => [Says(purpose) with { ValidTo = TestStore.Today.AddDays(-1) }],
        ConsentState.NotFree => [Says(purpose) with { OfficialsPresent = true }],
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    private static ConsentInCase Says(Purpose purpose, ConsentAnswer answer = ConsentAnswer.Yes) => new() { Purpose = purpose, Answer = answer, ForWhom = "X" };
}
