using System.Text;

namespace RaidDocs.Domain.Common;

/// <summary>RFC 4180, with the mark of UTF-8 without which spreadsheets guess, and no cell that a spreadsheet would run.</summary>
public static class CsvText
{
    // Also the wide signs of East Asian keyboards, which Excel runs in some languages.
    private const string Run = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\0";

    /// <summary>In quotation marks; what a spreadsheet would run begins with an apostrophe, and <see cref="Meant"/> takes it off again.</summary>
    public static string Cell(string? value) =>
        $"\"{(WouldRun(value) ? "'" : "")}{value?.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>One row with its end.</summary>
    public static string Row(IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    public static byte[] Table(IEnumerable<string> head, IEnumerable<IEnumerable<string?>> rows) =>
        Bytes(string.Concat(rows.Prepend(head).Select(Row)));

    public static byte[] Bytes(string text) => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)];

    /// <summary>What a cell meant before <see cref="Cell"/>, or another careful program, put an apostrophe before a formula.</summary>
    public static string Meant(string cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell.StartsWith('\'') && WouldRun(cell) ? cell[1..] : cell;
    }

    // Behind apostrophes as well: one is put before them, so that one can be taken off.
    private static bool WouldRun(string? value) =>
        value?.TrimStart('\'') is { Length: > 0 } behind && Run.Contains(behind[0], StringComparison.Ordinal);
}
