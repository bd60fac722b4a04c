namespace RaidDocs.Domain.Violations;

/// <summary>What one coder found in one passage without seeing what others had found. Nothing found is a finding.</summary>
public sealed record CodedPassage(PassagePlace Place, string Coder, IReadOnlyCollection<string> Acts);

/// <summary>How far two people who coded the same passages agree.</summary>
/// <param name="One">The coder whose name comes first.</param>
/// <param name="Other">The other one.</param>
/// <param name="Passages">How many passages both coded on their own.</param>
/// <param name="Same">Acts that both gave to the same passage; a passage in which both found nothing counts as one.</param>
/// <param name="Either">Acts that one or both gave to a passage; a passage in which both found nothing counts as one.</param>
/// <param name="Kappa">
/// Cohen's kappa over each passage with each act that either used: (p - e) / (1 - e), where p is the share of equal decisions
/// and e the share that would be equal by chance. Null where chance alone would make all of them equal.
/// </param>
public sealed record CodingAgreement(string One, string Other, int Passages, int Same, int Either, double? Kappa)
{
    /// <summary>0 to 100.</summary>
    public int Percent => (int)Math.Round(100.0 * Same / Either, MidpointRounding.AwayFromZero);

    /// <summary>Each pair of coders who both coded a passage on their own.</summary>
    public static IReadOnlyList<CodingAgreement> Between(IEnumerable<CodedPassage> coded)
    {
        // One coder's marks of one passage are one finding, however many there are.
        var coders = coded
            .GroupBy(one => one.Coder, StringComparer.Ordinal)
            .OrderBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => (Name: one.Key, Found: one.GroupBy(found => found.Place).ToDictionary(
                place => place.Key, place => place.SelectMany(found => found.Acts).ToHashSet(StringComparer.Ordinal))))
            .ToList();
        var pairs =
            from first in Enumerable.Range(0, coders.Count)
            from second in Enumerable.Range(first + 1, coders.Count - first - 1)
            let both = coders[first].Found.Keys.Intersect(coders[second].Found.Keys).ToList()
            where both.Count > 0
            select Of(
                coders[first].Name,
                coders[second].Name,
                [.. both.Select(place => (coders[first].Found[place], coders[second].Found[place]))]);
        return [.. pairs];
    }

    private static CodingAgreement Of(string one, string other, List<(HashSet<string> One, HashSet<string> Other)> passages)
    {
        var same = passages.Sum(passage => passage.One.Count == 0 && passage.Other.Count == 0 ? 1 : passage.One.Intersect(passage.Other).Count());
        var either = passages.Sum(passage => Math.Max(1, passage.One.Union(passage.Other).Count()));
        var acts = passages.SelectMany(passage => passage.One.Union(passage.Other)).ToHashSet(StringComparer.Ordinal);
        return new(one, other, passages.Count, same, either, KappaOf(passages, acts));
    }

    private static double? KappaOf(List<(HashSet<string> One, HashSet<string> Other)> passages, HashSet<string> acts)
    {
        double cells = passages.Count * acts.Count;
        if (cells == 0)
        {
            return null;
        }

        var equal = passages.Sum(passage => acts.Count(act => passage.One.Contains(act) == passage.Other.Contains(act))) / cells;
        var one = passages.Sum(passage => passage.One.Count) / cells;
        var other = passages.Sum(passage => passage.Other.Count) / cells;
        var chance = (one * other) + ((1 - one) * (1 - other));
        return chance >= 1 ? null : (equal - chance) / (1 - chance);
    }
}
