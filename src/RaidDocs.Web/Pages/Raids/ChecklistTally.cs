using RaidDocs.Domain.Common;
using RaidDocs.Domain.Raids;

namespace RaidDocs.Web.Pages.Raids;

/// <summary>
/// How many of the criteria are met, as one voice says it. What nobody of that voice answered is not known, and never counts as no;
/// where those of one voice differ, that is counted apart.
/// </summary>
internal sealed record ChecklistTally(Voice Voice, int Met, int Partly, int NotMet, int NotKnown, int Differ)
{
    /// <param name="voice">Whose answers.</param>
    /// <param name="criteria">All criteria, answered or not.</param>
    /// <param name="standing">Answers of all voices that nobody took back.</param>
    public static ChecklistTally Of(Voice voice, IEnumerable<string> criteria, IEnumerable<ChecklistFacts> standing)
    {
        var answers = standing
            .Where(answer => answer.Voice == voice && answer.Answer != Promise.NotKnown)
            .ToLookup(answer => answer.Criterion, answer => answer.Answer, StringComparer.Ordinal);
        // Null where those of one voice differ.
        var results = criteria.Select(key => answers[key].Distinct().ToList()).Select(given => given switch
        {
            [] => Promise.NotKnown,
            [var one] => one,
            _ => (Promise?)null,
        }).ToList();
        return new ChecklistTally(voice, Count(Promise.Met), Count(Promise.Partly), Count(Promise.NotMet), Count(Promise.NotKnown), Count(null));

        int Count(Promise? result) => results.Count(one => one == result);
    }
}
