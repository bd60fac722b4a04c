using DocumentFormat.OpenXml.Wordprocessing;

namespace RaidDocs.Documents.Forms;

/// <summary>The styles of the file: real headings, so that a word processor and a screen reader find their way.</summary>
internal static class FormDocxStyles
{
    private const string Deep = "24505C";
    private const string Soft = "5A5A5A";

    public static Styles Of(string language) => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Noto Sans", HighAnsi = "Noto Sans", EastAsia = "Noto Sans", ComplexScript = "Noto Sans Thai" },
                new FontSize { Val = "20" }, new FontSizeComplexScript { Val = "22" }, LanguagesOf(language))),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "100", Line = "288", LineRule = LineSpacingRuleValues.Auto }))),
        new Style(new StyleName { Val = "Normal" }) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
        Paragraph("Title", "Title", 40, Deep, isBold: true, after: 160),
        Heading(1, 28, before: 320),
        Heading(2, 23, before: 240),
        Heading(3, 20, before: 180),
        Paragraph("Header", "header", 16, Soft),
        Paragraph("Footer", "footer", 16, Soft, toTheRight: true),
        Paragraph("Guide", "Guide", 18, Soft),
        Paragraph("RowLabel", "Row label", 19, null, isBold: true, after: 40),
        Paragraph("Cell", "Cell", 19, null, after: 40),
        Paragraph("Between", "Between", 8, null, after: 0),
        new Style(
            new StyleName { Val = "List Bullet" },
            new BasedOn { Val = "Normal" },
            new StyleParagraphProperties(new NumberingProperties(new NumberingId { Val = 1 })))
        { Type = StyleValues.Paragraph, StyleId = "ListBullet" },
        new Style(new StyleName { Val = "Whose" }, new StyleRunProperties(new Color { Val = Soft })) { Type = StyleValues.Character, StyleId = "Whose", CustomStyle = true });

    public static Numbering Bullets() => new(
        new AbstractNum(
            new MultiLevelType { Val = MultiLevelValues.SingleLevel },
            new Level(
                new NumberingFormat { Val = NumberFormatValues.Bullet },
                new LevelText { Val = "\u2022" },
                new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(new Indentation { Left = "360", Hanging = "240" }))
            { LevelIndex = 0 })
        { AbstractNumberId = 1 },
        new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 1 });

    /// <summary>Thai, Burmese, Lao, Khmer and Shan are complex scripts to a word processor, which keeps their language apart.</summary>
    public static Languages LanguagesOf(string language) => language switch
    {
        "en" => new Languages { Val = "en-GB", EastAsia = "en-GB", Bidi = "th-TH" },
        "th" => new Languages { Val = "th-TH", EastAsia = "th-TH", Bidi = "th-TH" },
        _ => new Languages { Val = language, EastAsia = language, Bidi = language },
    };

    private static Style Heading(int level, int size, int before)
    {
        var style = Paragraph($"Heading{level}", $"heading {level}", size, Deep, isBold: true, after: 80);
        style.StyleParagraphProperties = new StyleParagraphProperties(
            new KeepNext(), new KeepLines(), new SpacingBetweenLines { Before = $"{before}", After = "80" }, new OutlineLevel { Val = level - 1 });
        return style;
    }

    private static Style Paragraph(string id, string name, int size, string? color, bool isBold = false, int after = 100, bool toTheRight = false)
    {
        var run = new StyleRunProperties();
        if (isBold)
        {
            run.Append(new Bold(), new BoldComplexScript());
        }

        if (color is not null)
        {
            run.Append(new Color { Val = color });
        }

        run.Append(new FontSize { Val = $"{size}" }, new FontSizeComplexScript { Val = $"{size + 2}" });
        var paragraph = new StyleParagraphProperties(new SpacingBetweenLines { After = $"{after}" });
        if (toTheRight)
        {
            paragraph.Append(new Justification { Val = JustificationValues.Right });
        }

        return new Style(new StyleName { Val = name }, new BasedOn { Val = "Normal" }, paragraph, run) { Type = StyleValues.Paragraph, StyleId = id };
    }
}
