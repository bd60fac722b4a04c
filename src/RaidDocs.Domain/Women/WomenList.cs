using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Women;

/// <summary>One woman of a pasted list.</summary>
/// <param name="Line">1 is the first line of the text.</param>
/// <param name="Called">Null when nobody knows it yet.</param>
/// <param name="Age">As she says it.</param>
/// <param name="From">Where she is from, as she says it.</param>
public sealed record ListedWoman(int Line, string? Called, int? Age, string? From)
{
    private const int Child = 12;
    private const int Old = 70;

    /// <summary>Possible, but worth a second look.</summary>
    public bool IsAgeUnlikely => Age is < Child or > Old;
}

/// <summary>What is wrong with one line.</summary>
public sealed record LineProblem(int Line, FormattableString Words);

/// <summary>A list as people write it: one woman a line, "called, age she says, from". A dash stands for what is not known.</summary>
public sealed class WomenList
{
    private const int MostLetters = 200;

    // Commas of the scripts people here write in, and what a table is pasted with.
    private static readonly char[] Separators = [',', ';', '\t', '،', '၊', '、', '，'];

    private readonly List<ListedWoman> _women = [];
    private readonly List<LineProblem> _problems = [];

    private WomenList()
    {
    }

    public IReadOnlyList<ListedWoman> Women => _women;

    public IReadOnlyList<LineProblem> Problems => _problems;

    public static WomenList Read(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var list = new WomenList();
        var lines = typed.ReplaceLineEndings("\n").Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            if (!string.IsNullOrWhiteSpace(lines[index]))
            {
                list.ReadLine(index + 1, lines[index].Trim());
            }
        }

        return list;
    }

    /// <summary>The women whom one word calls: "Mee" of line 4 and of line 11.</summary>
    public IEnumerable<IReadOnlyList<ListedWoman>> CalledTheSame() => _women
        .Where(woman => woman.Called is not null)
        .GroupBy(woman => SearchText.Fold(woman.Called!), StringComparer.Ordinal)
        .Where(same => same.Count() > 1)
        .Select(IReadOnlyList<ListedWoman> (same) => [.. same]);

    private void ReadLine(int line, string text)
    {
        if (PlainText.HasControls(text))
        {
            Refuse(line, $"Line {line}: remove the control characters");
            return;
        }

        var parts = text.Split(Separators, 3, StringSplitOptions.TrimEntries);
        var called = PlainText.Name(parts[0]);
        if (called.Length == 0)
        {
            Refuse(line, $"Line {line}: write what she is called, or - if nobody knows it");
        }

        if (PlainText.Letters(text) > MostLetters)
        {
            Refuse(line, $"Line {line}: a line can have {MostLetters} letters");
        }

        int? age = null;
        if (parts.Length > 1 && !IsGap(parts[1]))
        {
            if (Digits.TryWhole(parts[1], out var years) && years <= 120)
            {
                age = years;
            }
            else
            {
                Refuse(line, $"Line {line}: age must be a number, like 23");
            }
        }

        _women.Add(new(line, IsGap(called) ? null : called, age, parts.Length > 2 && !IsGap(parts[2]) ? parts[2] : null));
    }

    private void Refuse(int line, FormattableString words) => _problems.Add(new(line, words));

    private static bool IsGap(string text) => text is "" or "-" || Gaps.Read(text) is not null;
}
