using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using RaidDocs.Documents.Common;
using RaidDocs.Documents.Forms;

namespace RaidDocs.Documents.Tables;

/// <summary>
/// Tables as a file for a spreadsheet program: a sheet for each, every cell a text, so that 0305 keeps its nought and nothing is ever
/// run. It names no author, no program and no day.
/// </summary>
public static class TableXlsx
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>A cell holds no more letters than this.</summary>
    public const int LongestCell = 32_767;

    private const double ColumnWidth = 24;

    public static byte[] Write(IReadOnlyList<Table> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddNewPart<WorkbookPart>("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "rId1");
            var sheets = new Sheets();
            foreach (var (index, table) in tables.Index())
            {
                var id = FormattableString.Invariant($"rId{index + 1}");
                Fill(book.AddNewPart<WorksheetPart>(id), table);
                sheets.Append(new Sheet { Name = table.Name, SheetId = (uint)index + 1, Id = id });
            }

            book.Workbook = new Workbook(sheets);
        }

        return PlainZip.WithoutDays(file.ToArray());
    }

    // Row by row: a large table is never a tree in memory.
    private static void Fill(WorksheetPart part, Table table)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(new Column { Min = 1, Max = (uint)table.Columns.Count, Width = ColumnWidth, CustomWidth = true }));
        writer.WriteStartElement(new SheetData());
        Add(writer, table.Columns.Select(column => column.Name));
        foreach (var row in table.Rows)
        {
            Add(writer, row);
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void Add(OpenXmlWriter writer, IEnumerable<string> cells)
    {
        writer.WriteStartElement(new Row());
        foreach (var cell in cells)
        {
            writer.WriteElement(new Cell(new InlineString(new Text(XmlText.Of(cell)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString });
        }

        writer.WriteEndElement();
    }
}
