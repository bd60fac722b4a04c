using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Clocks;

namespace RaidDocs.Domain.Cases;

// Time limits and the rules they were started under.
public sealed partial class CaseImport
{
    private readonly Dictionary<(string Code, string Edition), ClockRule> _clockRules = [];

    /// <summary>
    /// An edition that this store has is that one; another is kept for this case and offered to nobody. Whether a lawyer checked
    /// an edition that is here already, this house says itself.
    /// </summary>
    private async Task AddClockRulesAsync(CaseFile file, CancellationToken cancellationToken)
    {
        var known = await db.ClockRules.ToListAsync(cancellationToken);
        foreach (var (facts, path) in Each(file.ClockRules, "$.clockRules"))
        {
            var edition = ClockRule.EditionOf(facts);
            var rule = known.Find(one => one.Code == facts.Code && one.Edition == edition);
            if (rule is null)
            {
                rule = Make(path, () => new ClockRule(facts.Code, new ClockRuleFacts(facts), isOffered: false));
                if (rule is null)
                {
                    continue;
                }

                if (facts.CheckedBy is { } lawyer)
                {
                    Try($"{path}.checkedBy", () => rule.Check(lawyer, facts.CheckedOn));
                }

                db.ClockRules.Add(rule);
            }

            if (!_clockRules.TryAdd((facts.Code, edition), rule))
            {
                Add($"{path}.code", $"{facts.Code} stands twice in this list with the same words. Leave one out.");
            }
        }
    }

    private void AddClocks(WomanInCase woman, Guid her, string path)
    {
        foreach (var (facts, at) in Each(woman.Clocks, $"{path}.clocks"))
        {
            if (!_clockRules.TryGetValue((facts.Rule, facts.Edition), out var rule))
            {
                Add($"{at}.edition", $"{facts.Rule}, edition {facts.Edition}, is not in the list clockRules of this file. Write one of: {string.Join(", ", _clockRules.Keys.Select(key => $"{key.Code} {key.Edition}").Order(StringComparer.Ordinal))}.");
                continue;
            }

            if (Make(at, () => new Clock(_raid.Id, her, rule, facts, SourceOf(facts, at))) is { } clock)
            {
                db.Clocks.Add(clock);
            }
        }
    }
}
