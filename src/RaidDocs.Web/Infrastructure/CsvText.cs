using System.Text;

namespace RaidDocs.Web.Infrastructure;

/// <summary>RFC 4180, with the mark of UTF-8 without which spreadsheets guess, and no cell that a spreadsheet would run.</summary>
internal static class CsvText
{
    public static string Cell(string? value) =>
        $"\"{(value is { Length: > 0 } && "=+-@\t\r\0".Contains(value[0], StringComparison.Ordinal) ? "'" : "")}{value?.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static byte[] Table(IEnumerable<string> head, IEnumerable<IEnumerable<string?>> rows) =>
        Bytes(string.Concat(rows.Prepend(head).Select(row => string.Join(',', row.Select(Cell)) + "\r\n")));

    public static byte[] Bytes(string text) => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)];
}
