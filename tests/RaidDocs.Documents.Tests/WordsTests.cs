using RaidDocs.Documents.CaseStudies.Parts;
using RaidDocs.Documents.Common;

namespace RaidDocs.Documents.Tests;

public sealed class WordsTests
{
    [Theory]
    [InlineData("ဢမ်ႇမီး", "ဢမ်ႇ", "မီး")]
    [InlineData("ႁဵတ်းၵၢၼ်", "ႁဵတ်း", "ၵၢၼ်")]
    [InlineData("ၵူၺ်းၶႃႈ", "ၵူၺ်း", "ၶႃႈ")]
    public void Shan_is_parted_between_syllables(string text, params string[] syllables) =>
        Assert.Equal(syllables, ShanText.Syllables(text));

    [Fact]
    public async Task Shan_syllables_are_printed_unbroken_and_no_letter_is_lost()
    {
        var study = SampleStudy.Rich();
        var said = study.WhatTheySaid.Quotes.SelectMany(quote => quote.Passages).Single(passage => passage.Language == "shn").Original;

        var page = await Printed.PageAsync(study);

        var words = page.QuerySelector("[lang=shn]")!;
        Assert.Equal(said, words.TextContent);
        Assert.Equal(ShanText.Syllables(said), words.QuerySelectorAll(".syllable").Select(syllable => syllable.TextContent));
    }

    [Theory]
    [InlineData("W01", "W01")]
    [InlineData("W01,W02,W03", "W01,W02,W03")]
    [InlineData("W01,W02,W03,W04", "W01\u2013W04")]
    [InlineData("W01,W03,W04,W05,W06,W09", "W01,W03\u2013W06,W09")]
    [InlineData("R03-W98,R03-W99,R03-W100,R03-W101", "R03-W98,R03-W99,R03-W100,R03-W101")]
    [InlineData("M1,W2,W3,W4,W5", "M1,W2\u2013W5")]
    [InlineData("the driver,W02", "the driver,W02")]
    public void A_long_run_of_codes_is_written_by_its_ends(string codes, string written) =>
        Assert.Equal(written.Split(','), CodeRuns.Of(codes.Split(',')));

    [Fact]
    public void The_print_page_finds_its_style_sheet_and_fonts_and_nothing_else()
    {
        Assert.StartsWith("text/css", PrintAssets.Find("/print/print.css")!.MediaType, StringComparison.Ordinal);
        Assert.Equal("font/woff2", PrintAssets.Find("/print/noto-sans-khmer-khmer-700-normal.woff2")!.MediaType);
        Assert.Null(PrintAssets.Find("/print/../appsettings.json"));
        Assert.Null(PrintAssets.Find("/print/"));
    }
}
