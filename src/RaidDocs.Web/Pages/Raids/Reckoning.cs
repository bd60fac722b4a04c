using RaidDocs.Domain.Raids;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Raids;

/// <summary>
/// Women with codes and people without against each number of women taken that somebody gave. A difference is shown, never filled.
/// </summary>
internal sealed record Reckoning(int Coded, int GroupsLow, int GroupsHigh, IReadOnlyList<CountFacts> Taken)
{
    /// <param name="coded">Women with codes.</param>
    /// <param name="groups">People without.</param>
    /// <param name="standing">Counts that nobody took back.</param>
    public static Reckoning Of(int coded, IReadOnlyCollection<GroupFacts> groups, IEnumerable<CountFacts> standing)
    {
        var among = groups.Where(group => group.AmongTaken).ToList();
        return new Reckoning(
            coded,
            among.Sum(group => group.Low),
            among.Sum(group => group.High ?? group.Low),
            [.. standing.Where(count => count.Of == CountOf.WomenTaken)]);
    }

    public IEnumerable<string> Sentences(Texts texts)
    {
        var (low, high) = (Coded + GroupsLow, Coded + GroupsHigh);
        yield return texts["{0} women with codes and {1} people without codes make {2}.", Coded, texts.Number(GroupsLow, GroupsHigh), texts.Number(low, high)];
        foreach (var count in Taken)
        {
            var (most, least) = (count.High ?? count.Low, count.Low);
            var said = texts.Number(count.Low, count.High, count.About);
            var whose = texts.Of(count.Voice);
            yield return (low - most, least - high) switch
            {
                ( > 0 and var more, _) => texts["Said by {0}: {1} taken. That is {2} fewer than recorded here.", whose, said, more],
                (_, > 0 and var fewer) => texts["Said by {0}: {1} taken. {2} of them are not recorded here.", whose, said, fewer],
                _ => texts["Said by {0}: {1} taken. That agrees.", whose, said],
            };
        }

        if (Taken.Count == 0)
        {
            yield return texts["Nobody's number of women taken is recorded yet."];
        }
    }
}
