using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using RaidDocs.Documents.Common;

namespace RaidDocs.Documents.Forms;

/// <summary>
/// The form as a file for a word processor, to be edited and filled in. It names no author, no program and no day, and the same form gives
/// the same bytes.
/// </summary>
public static class FormDocx
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string CoreProperties = "application/vnd.openxmlformats-package.core-properties+xml";
    private const int ShortRow = 3;
    private const string LabelWidth = "3100";
    private const string AnswerWidth = "6200";

    public static byte[] Write(FormDocument form)
    {
        ArgumentNullException.ThrowIfNull(form);
        using var file = new MemoryStream();
        using (var package = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = package.AddNewPart<MainDocumentPart>("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "rId1");
            main.Document = new Document(BodyOf(form));
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = FormDocxStyles.Of(form.Language);
            main.AddNewPart<NumberingDefinitionsPart>("rId2").Numbering = FormDocxStyles.Bullets();
            main.AddNewPart<HeaderPart>("rId3").Header = new Header(Line("Header", form.Mark.Length > 0 ? $"{form.Title} \u00b7 {form.Mark}" : form.Title));
            main.AddNewPart<FooterPart>("rId4").Footer = new Footer(PageNumber(form));
            Title(package, form);
        }

        return PlainZip.WithoutDays(file.ToArray());
    }

    private static Body BodyOf(FormDocument form)
    {
        var body = new Body(Line("Title", form.Title));
        body.Append(form.Notes.Select(note => Line("Normal", note)));
        foreach (var section in form.Sections)
        {
            body.Append(Line($"Heading{section.Level - 1}", section.Heading));
            if (section.Guide is { } guide)
            {
                body.Append(Line("Guide", guide));
            }

            if (section.Rows.Count > 0)
            {
                // Two tables without a paragraph between them would run into one.
                body.Append(TableOf(section.Rows), Line("Between", ""));
            }

            body.Append(section.Lines.Select(line => Line("Normal", line)));
        }

        body.Append(Line("Heading1", form.BlanksHeading));
        body.Append(form.Blanks.Count == 0 ? [Line("Normal", form.NoBlanks)] : form.Blanks.Select(blank => Line("ListBullet", $"{blank.Where}: {blank.Label}")));
        body.Append(new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = "rId3" },
            new FooterReference { Type = HeaderFooterValues.Default, Id = "rId4" },
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Top = 1474, Right = 1304, Bottom = 1361, Left = 1304, Header = 709, Footer = 709, Gutter = 0 }));
        return body;
    }

    private static Table TableOf(IEnumerable<FormRow> rows)
    {
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = "9300", Type = TableWidthUnitValues.Dxa },
                new TableBorders(
                    new BottomBorder { Val = BorderValues.Single, Size = 4, Color = "B9B9B9" },
                    new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Color = "B9B9B9" }),
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(new GridColumn { Width = LabelWidth }, new GridColumn { Width = AnswerWidth }));
        table.Append(rows.Select(RowOf));
        return table;
    }

    private static TableRow RowOf(FormRow row)
    {
        var line = new TableRow();

        // A long row may go on over a page; a short one stays together.
        if (row.Answers.Count <= ShortRow)
        {
            line.Append(new TableRowProperties(new CantSplit()));
        }

        line.Append(Cell(LabelWidth, [Line("RowLabel", row.Label)]), Cell(AnswerWidth, AnswersOf(row)));
        return line;
    }

    private static IEnumerable<Paragraph> AnswersOf(FormRow row)
    {
        if (row.IsBlank)
        {
            yield return Line("Cell", FormDocument.BlankLine);
        }

        foreach (var answer in row.Answers)
        {
            var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "Cell" }), RunOf(answer.Text, answer.Lang));
            if (answer.Whose is { } whose)
            {
                paragraph.Append(RunOf($" \u2013 {whose}", null, "Whose"));
            }

            yield return paragraph;
        }

        if (row.Note is { } note)
        {
            yield return Line("Guide", note);
        }
    }

    private static TableCell Cell(string width, IEnumerable<Paragraph> lines)
    {
        var cell = new TableCell(new TableCellProperties(new TableCellWidth { Width = width, Type = TableWidthUnitValues.Dxa }));
        cell.Append(lines);
        return cell;
    }

    private static Paragraph Line(string style, string text)
    {
        var line = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        if (text.Length > 0)
        {
            line.Append(RunOf(text, null));
        }

        return line;
    }

    private static Run RunOf(string text, string? language, string? style = null)
    {
        var run = new Run();
        if (style is not null || language is not null)
        {
            var properties = new RunProperties();
            if (style is not null)
            {
                properties.Append(new RunStyle { Val = style });
            }

            if (language is not null)
            {
                properties.Append(FormDocxStyles.LanguagesOf(language));
            }

            run.Append(properties);
        }

        foreach (var (index, line) in XmlText.Of(text).ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (index > 0)
            {
                run.Append(new Break());
            }

            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    private static Paragraph PageNumber(FormDocument form)
    {
        var line = Line("Footer", $"{form.PageWord} ");
        line.Append(new SimpleField(RunOf("1", null)) { Instruction = "PAGE" }, RunOf($" {form.OfWord} ", null), new SimpleField(RunOf("1", null)) { Instruction = "NUMPAGES" });
        return line;
    }

    // Only what the form says of itself.
    private static void Title(WordprocessingDocument package, FormDocument form)
    {
        var title = new XElement(XmlNames.Dublin + "title", XmlText.Of(form.Title));
        var language = new XElement(XmlNames.Dublin + "language", form.Language);
        var core = new XElement(XmlNames.Core + "coreProperties", new XAttribute(XNamespace.Xmlns + "dc", XmlNames.Dublin), title, language);
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(core.ToString(SaveOptions.DisableFormatting)));
        package.AddNewPart<CoreFilePropertiesPart>(CoreProperties, "rId2").FeedData(bytes);
    }

    private static class XmlNames
    {
        public static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";
        public static readonly XNamespace Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    }
}
