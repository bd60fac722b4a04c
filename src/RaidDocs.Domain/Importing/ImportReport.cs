using System.Globalization;

namespace RaidDocs.Domain.Importing;

/// <summary>What is wrong at one place of a file, and what to write instead; or what is only worth a look.</summary>
/// <param name="File">The file as it was given: women.csv, or a sheet of a book.</param>
/// <param name="Row">As a spreadsheet counts: the head is row 1. 0 is the file itself.</param>
/// <param name="Column">Null where the whole row is meant.</param>
/// <param name="Sentence">For the person who has the file.</param>
/// <param name="IsWarning">Nothing is refused for it.</param>
public sealed record ImportProblem(string File, int Row, string? Column, FormattableString Sentence, bool IsWarning)
{
    public string Text => Sentence.ToString(CultureInfo.InvariantCulture);

    public string Place => (Row, Column) switch
    {
        (0, null) => File,
        (0, _) => $"{File}, {Column}",
        (_, null) => string.Create(CultureInfo.InvariantCulture, $"{File}, row {Row}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{File}, row {Row}, {Column}"),
    };

    public override string ToString() => $"{Place}: {Text}";
}

/// <summary>How far it is.</summary>
/// <param name="Table">The table under work.</param>
/// <param name="Rows">Rows of it that were read.</param>
/// <param name="Part">Of all bytes, from 0 to 1.</param>
public sealed record ImportProgress(string Table, int Rows, double Part);

/// <summary>All that was found wrong. Beyond the first thousands it only counts.</summary>
public sealed class ImportReport
{
    /// <summary>Nobody reads more, and a hostile file would fill the memory.</summary>
    public const int MostKept = 5_000;

    private readonly List<ImportProblem> _problems = [];
    private readonly List<ImportProblem> _warnings = [];

    public IReadOnlyList<ImportProblem> Problems => _problems;

    public IReadOnlyList<ImportProblem> Warnings => _warnings;

    /// <summary>How many there are, also those that are not kept.</summary>
    public int ProblemCount { get; private set; }

    public int WarningCount { get; private set; }

    public bool IsClean => ProblemCount == 0;

    public void Wrong(string file, int row, string? column, FormattableString sentence)
    {
        ProblemCount++;
        Keep(_problems, new ImportProblem(file, row, column, sentence, IsWarning: false));
    }

    public void Warn(string file, int row, string? column, FormattableString sentence)
    {
        WarningCount++;
        Keep(_warnings, new ImportProblem(file, row, column, sentence, IsWarning: true));
    }

    private static void Keep(List<ImportProblem> list, ImportProblem problem)
    {
        if (list.Count < MostKept)
        {
            list.Add(problem);
        }
    }
}
