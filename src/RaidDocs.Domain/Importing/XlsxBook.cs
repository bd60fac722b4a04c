using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace RaidDocs.Domain.Importing;

/// <summary>
/// A book of a spreadsheet program, read part by part and never as a whole: its sheets are tables. Days, which it keeps as numbers,
/// come out as text; of a formula its last result is taken.
/// </summary>
public sealed partial class XlsxBook
{
    private const int MostShared = 4_000_000;
    private const int FirstOwnFormat = 164;

    // The day after the last one that a book knows, 31 December 9999. Thai years, typed as they are, lie far before it.
    private const int AfterLastDay = 2_958_466;

    // The day from which books of old Macs count, in the days of all others.
    private const int FirstMacDay = 1462;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = ImportFiles.MostPlainBytes,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private readonly UnpackedZip _zip;
    private readonly Lazy<List<string>> _shared;
    private readonly Lazy<(bool[] IsDate, bool Is1904)> _formats;

    internal XlsxBook(UnpackedZip zip)
    {
        _zip = zip;
        _shared = new(ReadShared);
        _formats = new(() => (ReadFormats(), ReadIs1904()));
    }

    /// <summary>The sheets that are shown, in their order.</summary>
    internal IEnumerable<TableFile> Sheets(string file)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var link in Elements("xl/_rels/workbook.xml.rels", "Relationship"))
        {
            targets[link.GetAttribute("Id") ?? ""] = link.GetAttribute("Target") ?? "";
        }

        var sheets = new List<TableFile>();
        foreach (var sheet in Elements("xl/workbook.xml", "sheet"))
        {
            var id = sheet.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
                ?? sheet.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships") ?? "";
            if (targets.TryGetValue(id, out var target))
            {
                var part = target.StartsWith('/') ? target[1..] : $"xl/{target}";
                sheets.Add(new Sheet($"{file}/{sheet.GetAttribute("name")}", part, _zip.SizeOf(part), this));
            }
        }

        return sheets;
    }

    private static bool IsDateFormat(string code)
    {
        // What stands in quotation marks or brackets is shown as it is, and is no part of the date.
        var (inQuotes, inBrackets) = (false, false);
        foreach (var letter in code)
        {
            switch (letter)
            {
                case '"':
                    inQuotes = !inQuotes;
                    break;
                case '[':
                    inBrackets = true;
                    break;
                case ']':
                    inBrackets = false;
                    break;
                case 'y' or 'Y' or 'd' or 'D' or 'h' or 'H' or 'm' or 'M' when !inQuotes && !inBrackets:
                    return true;
            }
        }

        return false;
    }

    // The day that the number stands for, as text that our own reader of dates takes.
    private static string DateOf(double serial)
    {
        var at = new DateTime(1899, 12, 30).AddMinutes(Math.Min(Math.Round(serial * 24 * 60), (AfterLastDay * 24.0 * 60) - 1));
        return at.TimeOfDay == TimeSpan.Zero
            ? at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    private IEnumerable<XmlReader> Elements(string part, string name)
    {
        if (!_zip.Has(part))
        {
            yield break;
        }

        using var stream = _zip.Open(part);
        using var reader = XmlReader.Create(stream, Settings);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == name)
            {
                yield return reader;
            }
        }
    }

    private List<string> ReadShared()
    {
        var texts = new List<string>();
        foreach (var item in Elements("xl/sharedStrings.xml", "si"))
        {
            if (texts.Count == MostShared)
            {
                throw new BrokenTableException(0, null, $"This book is larger than any that can be taken in. Divide it");
            }

            texts.Add(TextIn(item));
        }

        return texts;
    }

    // The runs of one text, without the small letters that say how a word is read aloud.
    private static string TextIn(XmlReader item)
    {
        if (item.IsEmptyElement)
        {
            return "";
        }

        var (depth, text, aloud) = (item.Depth, new System.Text.StringBuilder(), -1);
        while (item.Read() && item.Depth > depth)
        {
            if (item is { NodeType: XmlNodeType.Element, LocalName: "rPh" })
            {
                aloud = item.Depth;
            }
            else if (item is { NodeType: XmlNodeType.EndElement, LocalName: "rPh" })
            {
                aloud = -1;
            }
            else if (aloud < 0 && item.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
            {
                text.Append(item.Value);
            }

            if (text.Length > TableFile.MostLetters)
            {
                throw new BrokenTableException(0, null, $"A cell of this book is longer than any that can be taken in");
            }
        }

        return Unescaped(text.ToString());
    }

    // What XML cannot hold is written as _x000D_, and the underscore of such a text as _x005F_. Half a letter stays as it is written.
    private static string Unescaped(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal))
        {
            return text;
        }

        var plain = Escape().Replace(text, escape => ((char)int.Parse(escape.ValueSpan[2..^1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString());
        return plain.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
    }

    private bool[] ReadFormats()
    {
        var own = new HashSet<int>();
        foreach (var format in Elements("xl/styles.xml", "numFmt"))
        {
            if (int.TryParse(format.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id >= FirstOwnFormat && IsDateFormat(format.GetAttribute("formatCode") ?? ""))
            {
                own.Add(id);
            }
        }

        var isDate = new List<bool>();
        foreach (var formats in Elements("xl/styles.xml", "cellXfs"))
        {
            var depth = formats.Depth;
            while (formats.Read() && formats.Depth > depth)
            {
                if (formats is { NodeType: XmlNodeType.Element, LocalName: "xf" } && formats.Depth == depth + 1)
                {
                    isDate.Add(int.TryParse(formats.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                        && (id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) or (>= 71 and <= 81) || own.Contains(id)));
                }
            }

            break;
        }

        return [.. isDate];
    }

    private bool ReadIs1904()
    {
        foreach (var settings in Elements("xl/workbook.xml", "workbookPr"))
        {
            return settings.GetAttribute("date1904") is "1" or "true";
        }

        return false;
    }

    [GeneratedRegex("_x(?![Dd][89A-Fa-f])[0-9A-Fa-f]{4}_", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();

    private sealed class Sheet(string file, string part, long bytes, XlsxBook book) : TableFile(file)
    {
        public override long Bytes => bytes;

        public override IEnumerable<TableRow> Rows(ImportReport report)
        {
            var (number, width, formulas) = (0, 0, 0);
            foreach (var row in book.Elements(part, "row"))
            {
                number = int.TryParse(row.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var said) && said > number ? said : number + 1;
                var cells = Cells(row, number, ref formulas);
                if (cells.TrueForAll(cell => cell.Length == 0))
                {
                    continue;
                }

                // A book leaves out the empty cells at the end of a row.
                width = width == 0 ? cells.Count : width;
                while (cells.Count < width)
                {
                    cells.Add("");
                }

                yield return new TableRow(number, cells);
            }

            if (formulas > 0)
            {
                report.Warn(File, 0, null, $"{formulas} cells hold a formula. Its last result was taken");
            }
        }

        private List<string> Cells(XmlReader row, int number, ref int formulas)
        {
            var cells = new List<string>();
            if (row.IsEmptyElement)
            {
                return cells;
            }

            var depth = row.Depth;
            while (row.Read() && row.Depth > depth)
            {
                if (row is not { NodeType: XmlNodeType.Element, LocalName: "c" })
                {
                    continue;
                }

                var column = ColumnOf(row.GetAttribute("r")) ?? cells.Count;
                if (column >= MostColumns || column < cells.Count)
                {
                    throw new BrokenTableException(number, null, $"This row has more than {MostColumns} columns. Is this the right file?");
                }

                while (cells.Count < column)
                {
                    cells.Add("");
                }

                cells.Add(Cell(row, number, ref formulas));
            }

            return cells;
        }

        private string Cell(XmlReader cell, int number, ref int formulas)
        {
            var (kind, style, value) = (cell.GetAttribute("t"), cell.GetAttribute("s"), "");
            if (!cell.IsEmptyElement)
            {
                var depth = cell.Depth;
                while (cell.Read() && cell.Depth > depth)
                {
                    if (cell.NodeType != XmlNodeType.Element)
                    {
                        continue;
                    }

                    if (cell.LocalName == "f")
                    {
                        formulas++;
                    }
                    else if (cell.LocalName is "v" or "is")
                    {
                        value = TextIn(cell);
                    }
                }
            }

            return kind switch
            {
                "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < book._shared.Value.Count ? book._shared.Value[at] : "",
                "b" => value == "1" ? "YES" : "NO",
                "e" => throw new BrokenTableException(number, null, $"A cell of this row shows {value}. Mend it in the spreadsheet, then save the book again"),
                null or "n" => Number(value, style),
                _ => value,
            };
        }

        private string Number(string value, string? style)
        {
            if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            {
                return value;
            }

            var (isDate, is1904) = book._formats.Value;
            var day = is1904 ? number + FirstMacDay : number;
            if (int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var format) && format < isDate.Length && isDate[format] && number > 0 && day < AfterLastDay)
            {
                return DateOf(day);
            }

            // 26 may be kept as 2.6E1, and 0.1 with all its digits.
            return Math.Abs(number) < 1e15 ? ((decimal)number).ToString("0.############", CultureInfo.InvariantCulture) : value;
        }

        // 27 of "AB12": counted from 0.
        private static int? ColumnOf(string? place)
        {
            var column = 0;
            foreach (var letter in (place ?? "").TakeWhile(char.IsAsciiLetter).Take(4))
            {
                column = (column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1);
            }

            return column == 0 ? null : column - 1;
        }
    }
}
