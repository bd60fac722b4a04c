using System.Security.Cryptography;
using System.Text;

namespace RaidDocs.Domain.Importing;

/// <summary>One row for one of our tables, and where it stood.</summary>
/// <param name="File">The file as it was given.</param>
/// <param name="Number">The row in it.</param>
/// <param name="Values">In the order of the table's columns; null where the file has no such column.</param>
/// <param name="Columns">What each column is called in the file.</param>
internal sealed record ImportRow(string File, int Number, string?[] Values, IReadOnlyList<string> Columns);

/// <summary>Rows for one of our tables, from a file with its columns or through a mapping.</summary>
internal abstract class ImportTable(TableDefinition definition)
{
    private static readonly byte[] Between = [0x1F];

    public TableDefinition Definition => definition;

    public abstract string File { get; }

    public abstract long Bytes { get; }

    public abstract IEnumerable<ImportRow> Rows(ImportReport report);

    /// <summary>The same for the same content, whatever the order of columns and the ends of lines.</summary>
    public string HashOf(ImportRow row)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var at = 0; at < row.Values.Length; at++)
        {
            if (row.Values[at] is { Length: > 0 } value)
            {
                hash.AppendData(Encoding.UTF8.GetBytes(Definition.Columns[at].Name));
                hash.AppendData(Between);
                hash.AppendData(Encoding.UTF8.GetBytes(value.Contains('\r', StringComparison.Ordinal) ? value.Replace("\r\n", "\n", StringComparison.Ordinal) : value));
                hash.AppendData(Between);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }

    /// <summary>False, which is told, where cells are missing or something stands beside the last column.</summary>
    protected static bool Fits(string file, TableRow row, int head, ImportReport report)
    {
        if (row.Cells.Count >= head && row.Cells.Skip(head).All(cell => cell.Length == 0))
        {
            return true;
        }

        report.Wrong(file, row.Number, null, $"This row has {row.Cells.Count} cells, the head has {head}. Is a comma or a quotation mark missing, or the file cut off here?");
        return false;
    }
}

/// <summary>A file that has our columns in its head.</summary>
internal sealed class OwnTable(TableDefinition definition, TableFile file) : ImportTable(definition)
{
    public override string File => file.File;

    public override long Bytes => file.Bytes;

    public override IEnumerable<ImportRow> Rows(ImportReport report)
    {
        int[]? places = null;
        var head = 0;
        var names = Definition.Columns.Select(column => column.Name).ToArray();
        foreach (var row in file.Rows(report))
        {
            if (places is null)
            {
                (places, head) = (ReadHead(row, report), row.Cells.Count);
                if (places is null)
                {
                    yield break;
                }

                continue;
            }

            if (!Fits(File, row, head, report))
            {
                continue;
            }

            yield return new ImportRow(File, row.Number, [.. places.Select(place => place < 0 ? null : row.Cells[place])], names);
        }

        if (places is null)
        {
            report.Wrong(File, 0, null, $"The file is empty. Its first row must name the columns");
        }
    }

    private int[]? ReadHead(TableRow row, ImportReport report)
    {
        var places = Enumerable.Repeat(-1, Definition.Columns.Count).ToArray();
        var isGood = true;
        for (var at = 0; at < row.Cells.Count; at++)
        {
            var name = Heads.Clean(row.Cells[at]);
            var index = Definition.IndexOf(name);
            if (index >= 0 && places[index] >= 0)
            {
                report.Wrong(File, row.Number, name, $"Two columns have this name. Leave one out");
                isGood = false;
            }
            else if (index >= 0)
            {
                places[index] = at;
            }
            else if (name.Length > 0)
            {
                Heads.WarnUnknown(File, row.Number, name, Definition, report);
            }
        }

        foreach (var column in Definition.Columns.Where((column, index) => column.Kind == ColumnKind.Id && places[index] < 0))
        {
            report.Wrong(File, row.Number, column.Name, $"This column is missing. Without it the rows cannot be told apart");
            isGood = false;
        }

        return isGood ? places : null;
    }
}

/// <summary>The names in a head.</summary>
internal static class Heads
{
    public static string Clean(string cell) => Common.PlainText.WithoutInvisible(cell).Trim().ToLowerInvariant();

    public static void WarnUnknown(string file, int row, string name, TableDefinition table, ImportReport report)
    {
        if (ImportTables.Near(name, table.Columns.Select(column => column.Name)) is { } near)
        {
            report.Warn(file, row, name, $"This column is not read. Did you mean {near}?");
        }
        else
        {
            report.Warn(file, row, name, $"This column is not read, and what stands in it is not brought in");
        }
    }
}
