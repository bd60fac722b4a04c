using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using RaidDocs.Documents.Tables;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Printing;

namespace RaidDocs.Web.Pages.Reports.Tables;

/// <summary>Reads a finished file of tables again, without what made it, and looks for what must not be in it.</summary>
internal static class TableInside
{
    private static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <param name="file">The finished file.</param>
    /// <param name="format">What it is.</param>
    /// <param name="tables">What it was made from: how many rows must be in it, and which columns hold closed words.</param>
    /// <param name="withheld">What must not be there.</param>
    /// <param name="own">Words of the product.</param>
    /// <exception cref="LeakFoundException">Something is there that must not be.</exception>
    /// <exception cref="PrintFailedException">The file is not what it should be.</exception>
    public static void Check(byte[] file, TableFormat format, IReadOnlyList<Table> tables, IReadOnlyCollection<WithheldText> withheld, IEnumerable<string> own)
    {
        var read = Read(file, format, tables);
        List<string> words = [.. own];
        var pages = new List<(string, string)>();
        foreach (var (table, rows) in tables.Zip(read))
        {
            if (rows.Count != table.Rows.Count + 1 || !rows[0].SequenceEqual(table.Columns.Select(column => column.Name)))
            {
                throw new PrintFailedException(Texts.Text("A table came out without all its rows. Nothing was kept. Make it again."));
            }

            foreach (var (index, column) in table.Columns.Index())
            {
                var cells = rows.Skip(1).Select(row => row[index]).ToList();
                words.Add(column.Name);
                words.AddRange(column.IsClosed ? cells.Distinct() : []);
                pages.Add(($"{table.Name}, {column.Name}", string.Join('\n', cells)));
            }
        }

        if (LeakSearch.Find(withheld, pages, words) is { Count: > 0 } leaks)
        {
            throw new LeakFoundException(leaks);
        }
    }

    /// <summary>The cells of each table, with the names of its columns as the first row.</summary>
    internal static IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> Read(byte[] file, TableFormat format, IReadOnlyList<Table> tables)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file));
            var names = format == TableFormat.Csv
                ? tables.Select(table => $"{table.Name}.csv").ToList()
                : [.. tables.Select((_, index) => FormattableString.Invariant($"xl/worksheets/sheet{index + 1}.xml"))];
            var known = format == TableFormat.Csv ? [.. names] : names.Concat(["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"]).ToHashSet(StringComparer.Ordinal);
            return zip.Entries.Any(part => !known.Contains(part.FullName)) || names.Exists(name => zip.GetEntry(name) is null)
                ? throw new PrintFailedException(Texts.Text("The file holds something else than its tables. Nothing was kept. Make it again."))
                : [.. names.Select(name => format == TableFormat.Csv ? Csv(zip.GetEntry(name)!) : Xlsx(zip.GetEntry(name)!))];
        }
        catch (Exception failure) when (failure is InvalidDataException or XmlException)
        {
            throw new PrintFailedException(Texts.Text("The finished file could not be read again, so nobody knows what is in it. Nothing was kept. Make it again."), failure);
        }
    }

    private static IReadOnlyList<IReadOnlyList<string>> Xlsx(ZipArchiveEntry part)
    {
        using var stream = part.Open();
        return [.. XDocument.Load(stream).Descendants(Sheet + "row").Select(row => (IReadOnlyList<string>)[.. row.Elements(Sheet + "c").Select(cell => string.Concat(cell.Descendants(Sheet + "t").Select(text => text.Value)))])];
    }

    private static List<IReadOnlyList<string>> Csv(ZipArchiveEntry part)
    {
        using var reader = new StreamReader(part.Open(), new UTF8Encoding(false, throwOnInvalidBytes: true));
        var text = reader.ReadToEnd();
        var rows = new List<IReadOnlyList<string>>();
        var (row, cell, isQuoted) = (new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '"' when isQuoted && at + 1 < text.Length && text[at + 1] == '"':
                    cell.Append('"');
                    at++;
                    break;
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case ',' when !isQuoted:
                    row.Add(cell.ToString());
                    cell.Clear();
                    break;
                case '\n' when !isQuoted:
                    row.Add(cell.ToString().TrimEnd('\r'));
                    cell.Clear();
                    rows.Add(row);
                    row = [];
                    break;
                default:
                    cell.Append(text[at]);
                    break;
            }
        }

        return rows;
    }
}
