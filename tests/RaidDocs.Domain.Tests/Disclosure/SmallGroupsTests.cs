using FsCheck;
using FsCheck.Fluent;
using RaidDocs.Domain.Disclosure;

namespace RaidDocs.Domain.Tests.Disclosure;

/// <summary>From what is published of a table, and its sum, nobody works out a group below the smallest that is told.</summary>
public sealed class SmallGroupsTests
{
    [Fact]
    public void No_small_cell_stands_and_none_can_be_subtracted()
    {
        var tables = from cells in Gen.OneOf(Gen.Choose(0, 12), Gen.Choose(0, 40), Gen.Constant(0)).NonEmptyListOf()
                     from order in Gen.Shuffle(Enumerable.Range(0, cells.Count).ToArray())
                     select (Cells: cells.ToList(), Order: order);
        var property = Prop.ForAll(Arb.From(tables), table =>
        {
            var told = SmallGroups.OfOneEach(table.Cells, table.Order);
            if (told is null)
            {
                return table.Cells.Any(cell => cell is > 0 and < 10);
            }

            var hidden = table.Cells.Index().Where(cell => told[cell.Index] is null).Select(cell => cell.Item).ToList();
            var sum = table.Cells.Sum() - told.Sum(cell => cell ?? 0);
            return told.All(cell => cell is null or 0 or >= 10)
                && told.Zip(table.Cells).All(pair => pair.First is null || pair.First == pair.Second)
                && (hidden.Count == 0 || (hidden.Count > 1 && sum - (hidden.Count - 1) >= 10));
        });

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), property);
    }

    /// <summary>
    /// Each table of four groups of at most seven women, each order. The reader knows the rule, the sum, what stands, and not the order:
    /// for each hidden small cell more than one number fits.
    /// </summary>
    [Fact]
    public void Whoever_knows_the_rule_works_out_no_small_cell()
    {
        const int Smallest = 3;
        const int Largest = 7;
        var orders = Orders([0, 1, 2, 3]).ToList();
        var fits = new Dictionary<(int Sum, string Told), HashSet<int>[]>();
        foreach (var cells in Tables(4, Largest))
        {
            foreach (var order in orders)
            {
                var told = SmallGroups.OfOneEach(cells, order, Smallest) ?? [null, null, null, null];
                var seen = fits.TryGetValue((cells.Sum(), string.Join(',', told)), out var known) ? known : fits[(cells.Sum(), string.Join(',', told))] = [[], [], [], []];
                foreach (var index in Enumerable.Range(0, 4))
                {
                    seen[index].Add(cells[index]);
                }
            }
        }

        var asked = 0;
        foreach (var ((sum, text), seen) in fits)
        {
            var told = text.Split(',');
            var hidden = Enumerable.Range(0, 4).Where(index => told[index].Length == 0).ToList();
            var together = sum - told.Where(cell => cell.Length > 0).Sum(int.Parse);

            // Where larger cells than were tried would fit, the trial says nothing.
            if (hidden.Count > 0 && sum >= Smallest && together - (hidden.Count - 1) <= Largest)
            {
                asked++;
                Assert.All(hidden, index => Assert.False(seen[index].Count == 1 && seen[index].Single() is > 0 and < Smallest, $"{sum}: {text}"));
            }
        }

        Assert.True(asked > 500);
    }

    [Theory]
    [InlineData(new[] { 12, 15 }, "12,15")]
    [InlineData(new[] { 12, 0, 15 }, "12,0,15")]
    [InlineData(new[] { 3, 15, 20 }, ",,20")]
    [InlineData(new[] { 3, 8, 20 }, ",,20")]
    [InlineData(new[] { 3, 4, 20 }, ",,")]
    [InlineData(new[] { 1, 9 }, null)]
    [InlineData(new[] { 2, 9 }, ",")]
    [InlineData(new[] { 10 }, "10")]
    public void Small_groups_take_others_with_them(int[] cells, string? told) =>
        Assert.Equal(told, SmallGroups.OfOneEach(cells, [.. Enumerable.Range(0, cells.Length)]) is { } cell ? string.Join(',', cell) : null);

    [Theory]
    [InlineData(0, 30, 0)]
    [InlineData(9, 30, null)]
    [InlineData(10, 30, 10)]
    [InlineData(20, 30, 20)]
    [InlineData(21, 30, null)]
    [InlineData(30, 30, 30)]
    public void A_group_beside_others_is_told_when_both_sides_are_large(int cell, int of, int? told) => Assert.Equal(told, SmallGroups.OfMany(cell, of));

    /// <summary>
    /// Each table of four raids of at most four women, with each way to share the raids out over years or provinces. Whatever the reader of the raids and
    /// their sum holds for possible, she still does after all the others: so no hidden raid, and no part of the hidden ones, is a number for her.
    /// </summary>
    [Fact]
    public void Tables_of_whole_cells_say_no_more_than_the_first_and_the_sum()
    {
        const int Smallest = 3;
        var ways = Ways(4).ToList();
        var asked = 0;
        foreach (var cells in Tables(4, 4).Where(cells => cells.Sum() >= Smallest))
        {
            foreach (var order in new int[][] { [0, 1, 2, 3], [3, 2, 1, 0] })
            {
                var told = SmallGroups.OfOneEach(cells, order, Smallest);
                var hidden = Enumerable.Range(0, 4).Where(index => told?[index] is null).ToList();
                if (hidden.Count == 0)
                {
                    Assert.All(ways, way => Assert.True(SmallGroups.OfWholeCells(cells, told, way).All(cell => cell is not null)));
                    continue;
                }

                // What she holds for possible: a hidden raid has one woman or more, unless nothing but the sum stands.
                var possible = Sums(hidden.Count, hidden.Sum(index => cells[index]), told is null ? 0 : 1)
                    .Select(sizes => Enumerable.Range(0, 4).Select(index => hidden.Contains(index) ? sizes[hidden.IndexOf(index)] : cells[index]).ToArray())
                    .ToList();
                foreach (var way in ways)
                {
                    asked++;
                    var second = SmallGroups.OfWholeCells(cells, told, way);
                    Assert.True(second.All(cell => cell is null or 0 or >= Smallest));
                    Assert.True(possible.TrueForAll(one => way.Zip(second).All(pair => pair.Second is null || pair.Second == pair.First.Sum(index => one[index]))));
                }

                foreach (var part in Enumerable.Range(1, (1 << hidden.Count) - 2))
                {
                    var sums = possible.Select(one => hidden.Where((_, place) => ((part >> place) & 1) == 1).Sum(index => one[index])).ToHashSet();
                    Assert.True(sums.Count > 1 && sums.Max() >= Smallest);
                }
            }
        }

        Assert.True(asked > 10_000);
    }

    [Fact]
    public void A_year_is_told_with_all_its_raids_or_with_all_that_are_hidden()
    {
        int[] cells = [12, 15, 4];
        var told = SmallGroups.OfOneEach(cells, [0, 1, 2]);
        string Of(params int[][] groups) => string.Join(',', SmallGroups.OfWholeCells(cells, told, groups));

        Assert.Equal(",15,", string.Join(',', told!));

        // 2015 with 12 and 2016 with 19 would leave 4 for the last raid.
        Assert.Equal(",", Of([0], [1, 2]));
        Assert.Equal("16,15", Of([0, 2], [1]));
        Assert.Equal("31,0", Of([0, 1, 2], []));
        Assert.Equal(",,", string.Join(',', SmallGroups.OfWholeCells(cells, null, [[0], [1], [2]])));
    }

    private static IEnumerable<IReadOnlyList<IReadOnlyList<int>>> Ways(int cells) => cells == 0
        ? [[]]
        : Ways(cells - 1).SelectMany(way => Enumerable.Range(0, way.Count + 1).Select(to => With(way, to, cells - 1)));

    // A group more, or one of the groups with one more in it.
    private static IReadOnlyList<IReadOnlyList<int>> With(IReadOnlyList<IReadOnlyList<int>> way, int to, int cell) => to == way.Count
        ? [.. way, [cell]]
        : [.. way.Select((group, index) => index == to ? [.. group, cell] : group)];

    private static IEnumerable<int[]> Sums(int count, int sum, int least) => count == 1
        ? [[sum]]
        : Enumerable.Range(least, sum - (count * least) + 1).SelectMany(first => Sums(count - 1, sum - first, least).Select(rest => (int[])[first, .. rest]));

    private static IEnumerable<int[]> Tables(int cells, int largest) =>
        cells == 0 ? [[]] : Tables(cells - 1, largest).SelectMany(head => Enumerable.Range(0, largest + 1).Select(last => (int[])[.. head, last]));

    private static IEnumerable<int[]> Orders(int[] rest) =>
        rest.Length == 0 ? [[]] : rest.SelectMany(first => Orders([.. rest.Where(one => one != first)]).Select(tail => (int[])[first, .. tail]));
}
