using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Family;

/// <summary>The column of the family page in consent-cells.csv, asked of the page itself: nine purposes, six states.</summary>
public sealed class FamilyCellsTests
{
    [Fact]
    public async Task Each_cell_of_the_family_page_is_as_the_table_says()
    {
        await using var app = new FamilyApp();
        var raid = await app.StartAsync();
        var woman = await app.WomanAsync(raid);
        await app.AnswersAsync(raid, woman);
        var given = await app.GiveAsync(raid, woman);
        var lines = await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "tests", "RaidDocs.Domain.Tests", "Disclosure", "consent-cells.csv"), TestContext.Current.CancellationToken);
        var column = Array.IndexOf(lines[0].Split(','), "familyPage");
        var wrong = new List<string>();
        var asked = 0;

        foreach (var cells in lines[1..].Select(line => line.Split(',')))
        {
            var (purpose, state) = (Enum.Parse<Purpose>(cells[0], ignoreCase: true), Enum.Parse<ConsentState>(cells[1], ignoreCase: true));
            if (purpose == Purpose.Archive)
            {
                // Asked only when a case is over, which the product does not record yet.
                continue;
            }

            await app.DbAsync(async db =>
            {
                db.RemoveRange(await db.Consents.Where(row => row.WomanId == woman && row.RaidId == raid).ToListAsync());
                return await db.SaveChangesAsync();
            });
            foreach (var facts in Enum.GetValues<Purpose>().Where(other => other != purpose).Select(other => Says(other)).Concat(History(purpose, state)))
            {
                await app.SaveAsync(new Consent(raid, woman, null, facts));
            }

            asked++;
            if (await app.SaysAsync(given.Number) is var said && said.StartsWith("She is staying", StringComparison.Ordinal) != (cells[column] == "shown"))
            {
                wrong.Add($"{purpose} {state}: {said}");
            }
        }

        Assert.Equal(8 * 6, asked);
        Assert.Empty(wrong);
        Assert.Contains(Purpose.TellFamily, NeededConsent.For(Surface.FamilyPage, Audience.Team));
    }

    private static IEnumerable<ConsentFacts> History(Purpose purpose, ConsentState state) => state switch
    {
        ConsentState.NeverAsked => [],
        ConsentState.Yes => [Says(purpose)],
        ConsentState.No => [Says(purpose, ConsentAnswer.No)],
        ConsentState.TakenBack => [Says(purpose), Says(purpose, ConsentAnswer.No)],
        ConsentState.Expired => [Says(purpose) with { ValidTo = TestApp.Today.AddDays(-1) }],
        ConsentState.NotFree => [Says(purpose) with { OfficialsPresent = true }],
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    private static ConsentFacts Says(Purpose purpose, ConsentAnswer answer = ConsentAnswer.Yes) => new() { Purpose = purpose, Answer = answer };
}
