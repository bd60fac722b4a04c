using System.Globalization;
using System.Text.RegularExpressions;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests;

/// <summary>docs/asvs.md says of each requirement whether it is met, and names a test. Here the page itself is looked at.</summary>
public sealed partial class AsvsTests
{
    // So many has version 5.0.
    private const int OfLevel1 = 70;
    private const int OfLevel2 = 183;

    private static readonly string[] Page = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "asvs.md"));

    private static readonly Row[] Rows = [.. Page.Where(line => RowStart().IsMatch(line)).Select(Read)];

    private static readonly Part[] Parts = [.. Page.Select(line => PartLine().Match(line)).Where(part => part.Success)
        .Select(part => new Part(part.Groups["part"].Value, Number(part.Groups["one"].Value), Number(part.Groups["two"].Value)))];

    [Fact]
    public void Each_requirement_stands_there_once()
    {
        var twice = Rows.Select(row => row.Number).Concat(Parts.Select(part => part.Name)).GroupBy(number => number).Where(same => same.Count() > 1).Select(same => same.Key);
        var inWhole = Rows.Where(row => Parts.Any(part => row.Number.StartsWith($"{part.Name[1..]}.", StringComparison.Ordinal))).Select(row => row.Number);

        Assert.Empty(twice);
        Assert.Empty(inWhole);
        Assert.Equal(OfLevel1, Rows.Count(row => row.Level == 1) + Parts.Sum(part => part.One));
        Assert.Equal(OfLevel2, Rows.Count(row => row.Level == 2) + Parts.Sum(part => part.Two));
    }

    [Fact]
    public void Each_row_has_a_level_a_status_and_words()
    {
        var levelThree = Array.IndexOf(Page, "## Level 3");

        Assert.True(levelThree > 0);
        Assert.All(Rows, row =>
        {
            var isBelow = Array.IndexOf(Page, row.Line) > levelThree;
            Assert.True(isBelow ? row.Level == 3 : row.Level is 1 or 2, row.Line);
            Assert.True(row.Status is "met" or "not met" or "not applicable", row.Line);
            Assert.True(row.Asks.Length > 0 && row.How.Length > 0, row.Line);
            Assert.True(row.Level < 3 || row.Status == "met", row.Line);
        });
    }

    [Fact]
    public void Only_what_is_met_names_tests_and_each_of_them_is_there()
    {
        var tests = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Repository.Root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Select(File.ReadAllText)
            .SelectMany(text => ClassName().Matches(text).SelectMany(type => TestName().Matches(text).Select(test => $"{type.Groups[1].Value}.{test.Groups[1].Value}")))
            .ToHashSet(StringComparer.Ordinal);
        var gone = Rows.SelectMany(row => row.Tests.Where(test => !tests.Contains(test)).Select(test => $"{row.Number} {test}")).ToList();

        Assert.Empty(Rows.Where(row => row.Status != "met" && row.Tests.Length > 0).Select(row => row.Number));
        Assert.True(gone.Count == 0, $"docs/asvs.md names tests that are not there:\n{string.Join('\n', gone)}");
    }

    [Fact]
    public void The_counts_at_the_top_are_those_of_the_rows()
    {
        Assert.Contains(CountLine("met, with a test", row => row is { Status: "met", Tests.Length: > 0 }), Page);
        Assert.Contains(CountLine("met, without a test", row => row is { Status: "met", Tests.Length: 0 }), Page);
        Assert.Contains(CountLine("not applicable", row => row.Status == "not applicable", Parts.Sum(part => part.One), Parts.Sum(part => part.Two)), Page);
        Assert.Contains(CountLine("not met", row => row.Status == "not met"), Page);
        Assert.Contains(CountLine("all", _ => true, Parts.Sum(part => part.One), Parts.Sum(part => part.Two)), Page);

        var three = Rows.Where(row => row.Level == 3).ToList();
        var sentence = string.Create(CultureInfo.InvariantCulture,
            $"Besides, {three.Count} rows of level 3 are met, {three.Count(row => row.Tests.Length > 0)} of them with a test: [below](#level-3).");
        Assert.Contains(sentence, Page);
    }

    private static string CountLine(string name, Func<Row, bool> counts, int moreOfOne = 0, int moreOfTwo = 0)
    {
        var one = Rows.Count(row => row.Level == 1 && counts(row)) + moreOfOne;
        var two = Rows.Count(row => row.Level == 2 && counts(row)) + moreOfTwo;
        return string.Create(CultureInfo.InvariantCulture, $"| {name} | {one} | {two} | {one + two} |");
    }

    private static Row Read(string line)
    {
        var cells = line.Trim('|').Split('|', StringSplitOptions.TrimEntries);
        Assert.True(cells.Length == 6, line);
        return new Row(line, cells[0], Number(cells[1]), cells[2], cells[3], cells[4],
            [.. cells[5].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(test => test.Trim('`'))]);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\| [0-9]+\.[0-9]+\.[0-9]+ \|")]
    private static partial Regex RowStart();

    [GeneratedRegex(@"^\| (?<part>V[0-9]+(\.[0-9]+)?) [^|]+\| (?<one>[0-9]+) \| (?<two>[0-9]+) \| [^|]+\|$", RegexOptions.ExplicitCapture)]
    private static partial Regex PartLine();

    [GeneratedRegex(@"\bclass (\w+)")]
    private static partial Regex ClassName();

    [GeneratedRegex(@"public (?:async )?(?:Task|ValueTask|void) (\w+)\(")]
    private static partial Regex TestName();

    private sealed record Row(string Line, string Number, int Level, string Asks, string Status, string How, string[] Tests);

    private sealed record Part(string Name, int One, int Two);
}
