namespace RaidDocs.Domain.Disclosure;

/// <summary>
/// Hides the cells of a published table that would single somebody out, and as many others as it takes that no cell can be worked out from
/// those that stand and their sum. Which cell is small and which is hidden for its sake is not told.
/// </summary>
public static class SmallGroups
{
    /// <summary>
    /// Cells of which each woman is in exactly one: years, provinces, bands of age. Null for a hidden cell; null altogether where
    /// nothing but the sum may stand. Nought is shown.
    /// </summary>
    /// <param name="cells">How many women, in the order of the table.</param>
    /// <param name="order">
    /// In which order other cells are hidden for the sake of small ones: the place of each cell once. It must be a secret of the house, or a
    /// reader who knows this rule can work out which of the hidden cells are small; and always the same, or two tables show what one hides.
    /// </param>
    /// <param name="smallest">The smallest group that is told.</param>
    public static IReadOnlyList<int?>? OfOneEach(IReadOnlyList<int> cells, IReadOnlyList<int> order, int smallest = AudienceRules.SmallestPublicGroup)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var hidden = Enumerable.Range(0, cells.Count).Where(index => cells[index] > 0 && cells[index] < smallest).ToHashSet();
        if (hidden.Count == 0)
        {
            return [.. cells.Select(cell => (int?)cell)];
        }

        foreach (var next in order.Where(index => cells[index] > 0))
        {
            if (IsSafe())
            {
                break;
            }

            hidden.Add(next);
        }

        return IsSafe() ? [.. cells.Select((cell, index) => hidden.Contains(index) ? (int?)null : cell)] : null;

        // Whoever subtracts learns the sum of the hidden ones, and that each holds one woman or more.
        bool IsSafe() => hidden.Count > 1 && hidden.Sum(index => cells[index]) - (hidden.Count - 1) >= smallest;
    }

    /// <summary>
    /// Cells of a second table, each made of whole cells of a first one: the years of raids, their provinces. Such a cell is told if all it is made of
    /// stands in the first table, or if all that is hidden there lies in it, which the sum tells anyway. So several such tables, the first and the sum
    /// together say no more than the first and the sum.
    /// </summary>
    /// <param name="cells">How many women in each cell of the first table.</param>
    /// <param name="told">What of the first table stands, as <see cref="OfOneEach"/> says it.</param>
    /// <param name="groups">Of each cell of the second, the places of those of the first it is made of. Each of these is in one of them.</param>
    public static IReadOnlyList<int?> OfWholeCells(IReadOnlyList<int> cells, IReadOnlyList<int?>? told, IReadOnlyList<IReadOnlyList<int>> groups)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var hidden = Enumerable.Range(0, cells.Count).Where(index => told?[index] is null).ToHashSet();
        return [.. groups.Select(group => hidden.Overlaps(group) && !hidden.IsSubsetOf(group) ? (int?)null : group.Sum(index => cells[index]))];
    }

    /// <summary>A cell of a table in which a woman may be in several or in none: what happened to her. Null for hidden.</summary>
    /// <param name="cell">How many women.</param>
    /// <param name="of">Of how many.</param>
    /// <param name="smallest">The smallest group that is told.</param>
    public static int? OfMany(int cell, int of, int smallest = AudienceRules.SmallestPublicGroup) =>
        cell == 0 || cell == of || (cell >= smallest && of - cell >= smallest) ? cell : null;
}
