using RaidDocs.Documents.CaseStudies;
using RaidDocs.Documents.Tests;

namespace RaidDocs.Web.Tests.Printing;

public sealed class CaseStudyPdfTests(PrinterFixture fixture) : IClassFixture<PrinterFixture>
{
    [Fact]
    public async Task Every_fact_of_the_record_is_in_the_text_of_the_pdf()
    {
        var study = SampleStudy.Rich();

        var pdf = await PrintAsync(study);

        // The tags keep a fact together that goes on over a line or a page; the plain text reads the scripts of Asia better.
        var text = Facts.WithoutSpace(await Poppler.StructureAsync(pdf) + await Poppler.TextAsync(pdf)).Replace("\"", "", StringComparison.Ordinal);
        Assert.All(Facts.Of(study).Where(IsInTheBody), fact =>
            Assert.Contains(Facts.WithoutSpace(fact).Replace("\"", "", StringComparison.Ordinal), text, StringComparison.Ordinal));

        // Who it is for and that it is a draft stand in the margin of each page.
        bool IsInTheBody(string fact) => fact != study.Audience && fact != study.Draft;
    }

    [Fact]
    public async Task Six_languages_can_be_read_from_the_pdf()
    {
        var study = SampleStudy.Rich();

        var text = Facts.WithoutSpace(await Poppler.TextAsync(await PrintAsync(study)));

        var passages = study.WhatTheySaid.Quotes.SelectMany(quote => quote.Passages).ToList();
        Assert.Equal(6, passages.Select(passage => passage.Language).Distinct().Count());
        Assert.All(passages, passage => Assert.Contains(Facts.WithoutSpace(passage.Original), text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_page_carries_title_mark_and_number()
    {
        var study = SampleStudy.Rich();

        var pdf = await PrintAsync(study);

        var pages = int.Parse((await Poppler.InfoAsync(pdf))["Pages"], System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(pages, 7, 12);
        for (var page = 1; page <= pages; page++)
        {
            var text = await Poppler.PageTextAsync(pdf, page);
            Assert.Contains("Invented case \u00B7 For the public \u00B7 Draft 4", text, StringComparison.Ordinal);
            Assert.Contains($"Page {page} of {pages}", text, StringComparison.Ordinal);
            Assert.Contains(study.Title, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_contents_name_the_page_on_which_each_section_begins()
    {
        var study = SampleStudy.Rich();

        var pdf = await PrintAsync(study);

        var contents = await Poppler.PageTextAsync(pdf, 1);
        foreach (var heading in Headings)
        {
            var named = System.Text.RegularExpressions.Regex.Match(contents, $@"{heading}\s+(\d+)").Groups[1].Value;
            var page = await Poppler.PageTextAsync(pdf, int.Parse(named, System.Globalization.CultureInfo.InvariantCulture));
            Assert.Contains(heading, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_file_is_tagged_titled_and_says_nothing_of_its_maker()
    {
        var pdf = await PrintAsync(SampleStudy.Rich());

        var info = await Poppler.InfoAsync(pdf);
        Assert.Equal("yes", info["Tagged"]);
        Assert.Equal("Raid and rescue at the Harbour Light", info["Title"]);
        Assert.Equal("none", info["Form"]);
        Assert.Equal("no", info["JavaScript"]);
        Assert.StartsWith("594.", info["Page size"], StringComparison.Ordinal);
        Assert.All(["Author", "Creator", "Producer", "CreationDate", "ModDate"], key => Assert.DoesNotContain(key, info.Keys));
        var raw = System.Text.Encoding.Latin1.GetString(pdf);
        Assert.Contains("/Lang (en)", raw, StringComparison.Ordinal);
        Assert.Contains("/Outlines", raw, StringComparison.Ordinal);
        Assert.DoesNotContain("HeadlessChrome", raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chapter_of_blanks_prints_too()
    {
        var study = SampleStudy.Bare();

        var text = Facts.WithoutSpace(await Poppler.TextAsync(await PrintAsync(study)));

        Assert.Contains(Facts.WithoutSpace("No woman has agreed to be quoted yet."), text, StringComparison.Ordinal);
    }

    private static readonly string[] Headings =
    [
        "The night, hour by hour", "Who was taken", "Sorting, labels and ages", "Where they were held", "Court",
        "What the women said", "Rights broken", "Where they are now", "Sources and method",
    ];

    private Task<byte[]> PrintAsync(CaseStudy study) =>
        fixture.Printer.PrintAsync(() => Printed.HtmlAsync(study), TestContext.Current.CancellationToken);
}
