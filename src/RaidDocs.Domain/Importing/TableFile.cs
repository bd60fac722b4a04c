namespace RaidDocs.Domain.Importing;

/// <summary>One row, with the number that a spreadsheet shows beside it, and its cells in the order of the head.</summary>
public readonly record struct TableRow(int Number, IReadOnlyList<string> Cells);

/// <summary>The file cannot be read further: from here on nothing in it can be trusted.</summary>
public sealed class BrokenTableException(int row, string? column, FormattableString sentence) : Exception("The table is broken.")
{
    public int Row => row;

    public string? Column => column;

    public FormattableString Sentence => sentence;
}

/// <summary>A table that is brought in, whatever it was written with. It can be read more than once.</summary>
public abstract class TableFile(string file)
{
    /// <summary>No table of ours is nearly as wide. A file that is, is something else.</summary>
    public const int MostColumns = 300;

    /// <summary>The longest cell: a testimony of hundreds of pages.</summary>
    public const int MostLetters = 2_000_000;

    /// <summary>The file as it was given, for the report.</summary>
    public string File { get; } = file;

    /// <summary>women, of women.csv or of the sheet Women.</summary>
    public string Name { get; } = NameOf(file);

    /// <summary>For the progress.</summary>
    public abstract long Bytes { get; }

    /// <summary>The head is the first row.</summary>
    /// <param name="report">Takes what is worth a look.</param>
    /// <exception cref="BrokenTableException">It cannot be read further.</exception>
    public abstract IEnumerable<TableRow> Rows(ImportReport report);

    private static string NameOf(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file[(file.LastIndexOf('/') + 1)..]);
        return name.Trim().ToLowerInvariant().Replace(' ', '_');
    }
}
