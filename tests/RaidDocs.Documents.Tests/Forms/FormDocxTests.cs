using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using RaidDocs.Documents.Forms;

namespace RaidDocs.Documents.Tests.Forms;

public sealed class FormDocxTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("th")]
    public void A_word_processor_finds_no_fault_in_it(string language)
    {
        var errors = Validate(FormDocx.Write(Sample(language)));

        Assert.Empty(errors);
    }

    [Fact]
    public async Task It_holds_the_rows_of_the_page_in_the_same_order()
    {
        var form = Sample("en");

        var page = await Printed.PageAsync<FormPrint>(new() { ["Form"] = form });

        var onPage = page.QuerySelectorAll("table.form tr").Select(row => Squeezed(row.TextContent)).ToList();
        var inFile = Read(FormDocx.Write(form), body => body.Descendants<TableRow>().Select(row => Squeezed(TextOf(row)).Replace("\u2013", "", StringComparison.Ordinal)).ToList());
        Assert.Equal(6, onPage.Count);
        Assert.Equal(onPage, inFile);
        Assert.Equal(
            page.QuerySelectorAll("h1, h2, h3, h4").Select(heading => heading.TextContent.Trim()),
            Read(FormDocx.Write(form), body => body.Descendants<Paragraph>().Where(IsHeading).Select(heading => heading.InnerText).ToList()));
    }

    [Fact]
    public void Each_row_without_an_answer_has_a_line_and_stands_in_the_list_at_the_end_and_no_other_does()
    {
        var form = Sample("en");

        Assert.Equal(
            [new FormBlank("W01, 1 Who she is", "Her full name"), new FormBlank("W01, 3 Held, Place 1", "Paper seen"), new FormBlank("6 Who submits", "Name")],
            form.Blanks);
        var (lines, listed) = Read(FormDocx.Write(form), body => (
            body.Descendants<TableRow>().Count(row => row.InnerText.Contains(FormDocument.BlankLine, StringComparison.Ordinal)),
            body.Descendants<Paragraph>().Where(line => line.ParagraphProperties!.ParagraphStyleId!.Val == "ListBullet").Select(line => line.InnerText).ToList()));
        Assert.Equal(3, lines);
        Assert.Equal(["W01, 1 Who she is: Her full name", "W01, 3 Held, Place 1: Paper seen", "6 Who submits: Name"], listed);
    }

    [Fact]
    public void A_form_without_blanks_says_so()
    {
        var form = Sample("en") with { Sections = [new FormSection(2, "One", [new FormRow("a", [new FormAnswer("b")])])] };

        Assert.Empty(form.Blanks);
        Assert.Contains("Nothing is blank.", Read(FormDocx.Write(form), body => body.InnerText), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_gives_the_same_bytes_at_another_time()
    {
        var first = FormDocx.Write(Sample("th"));

        // ZIP files count in steps of two seconds.
        await Task.Delay(TimeSpan.FromSeconds(2.1), TestContext.Current.CancellationToken);

        Assert.Equal(first, FormDocx.Write(Sample("th")));
        Assert.NotEqual(first, FormDocx.Write(Sample("en")));
    }

    [Fact]
    public void It_names_its_title_and_language_and_no_author_program_or_day()
    {
        using var file = new ZipArchive(new MemoryStream(FormDocx.Write(Sample("en"))));

        var core = XDocument.Load(file.GetEntry("docProps/core.xml")!.Open()).Root!;
        Assert.Equal(["title", "language"], core.Elements().Select(one => one.Name.LocalName));
        Assert.Equal(
            ["[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/_rels/document.xml.rels", "word/document.xml", "word/footer1.xml", "word/header1.xml", "word/numbering.xml", "word/styles.xml"],
            file.Entries.Select(part => part.FullName));
        Assert.All(file.Entries, part => Assert.Equal(1980, part.LastWriteTime.Year));
    }

    [Fact]
    public void Text_that_no_xml_may_hold_does_not_break_it()
    {
        var form = Sample("en") with
        {
            Title = "a\u0001b",
            Sections = [new FormSection(2, "c\ud800d", [new FormRow("e\udc00\ufffe", [new FormAnswer("f\u0000g\nh\ti \ud83d\ude00", "j\u000b", "th")])])],
        };

        var made = FormDocx.Write(form);

        Assert.Empty(Validate(made));
        var (text, breaks) = Read(made, body => (body.InnerText, body.Descendants<Break>().Count()));
        Assert.Contains("a\ufffdb", text, StringComparison.Ordinal);
        Assert.Contains("c\ufffdd", text, StringComparison.Ordinal);
        Assert.Contains("f\ufffdg", text, StringComparison.Ordinal);
        Assert.Contains("\ud83d\ude00", text, StringComparison.Ordinal);
        Assert.Equal(1, breaks);
    }

    [Fact]
    public void A_thai_form_is_marked_as_thai_and_words_in_another_language_as_that()
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(FormDocx.Write(Sample("th"))), false);

        var defaults = package.MainDocumentPart!.StyleDefinitionsPart!.Styles!.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!.Languages!;
        Assert.Equal(("th-TH", "th-TH"), (defaults.Val!.Value, defaults.Bidi!.Value));
        var run = package.MainDocumentPart.Document.Descendants<Run>().Single(run => run.InnerText == "her words");
        Assert.Equal("shn", run.RunProperties!.Languages!.Bidi!.Value);
    }

    private static FormDocument Sample(string language) => new()
    {
        Language = language,
        Title = "Questionnaire",
        Mark = "Draft",
        Notes = ["Filled from the record."],
        Sections =
        [
            new FormSection(2, "W01", []) { Guide = "In our own words." },
            new FormSection(3, "1 Who she is", [new FormRow("Her full name", []) { Note = "She agreed." }, new FormRow("Age", [new FormAnswer("22", "the woman, S1"), new FormAnswer("16", "the authorities")])]),
            new FormSection(3, "3 Held", []),
            new FormSection(4, "Place 1", [new FormRow("Since", [new FormAnswer("her words", null, "shn")]), new FormRow("Paper seen", [])]),
            new FormSection(3, "4 Why", [new FormRow("Category I", [new FormAnswer("No paper.")])]) { Lines = ["A lawyer decides."] },
            new FormSection(2, "6 Who submits", [new FormRow("Name", [])]),
        ],
        BlanksHeading = "What is still blank",
        NoBlanks = "Nothing is blank.",
        PageWord = "Page",
        OfWord = "of",
    };

    private static bool IsHeading(Paragraph line) => line.ParagraphProperties?.ParagraphStyleId?.Val?.Value is { } style && (style == "Title" || style.StartsWith("Heading", StringComparison.Ordinal));

    private static List<string> Validate(byte[] made)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(made), false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package).Select(error => $"{error.Path?.XPath}: {error.Description}")];
    }

    private static T Read<T>(byte[] made, Func<Body, T> read)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(made), false);
        return read(package.MainDocumentPart!.Document.Body!);
    }

    private static string TextOf(TableRow row) => string.Join(' ', row.Descendants<Text>().Select(text => text.Text));

    private static string Squeezed(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
