using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using RaidDocs.Domain.Disclosure;

namespace RaidDocs.Web.Printing;

/// <summary>Looks into a finished file for a word processor without what made it: every part of it, and what is in each.</summary>
public static class DocxInside
{
    // Whatever else is in such a file carries more than its pages show.
    private static readonly HashSet<string> Parts =
    [
        "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/document.xml", "word/styles.xml", "word/numbering.xml",
        "word/header1.xml", "word/footer1.xml", "word/_rels/document.xml.rels",
    ];

    private static readonly XNamespace Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <param name="docx">The file.</param>
    /// <param name="withheld">What must not be there.</param>
    /// <param name="must">Texts that must be there.</param>
    /// <param name="own">The words of the product.</param>
    /// <exception cref="LeakFoundException">Something is there that must not be.</exception>
    /// <exception cref="PrintFailedException">The file is not what it should be.</exception>
    public static void Check(byte[] docx, IReadOnlyCollection<WithheldText> withheld, IEnumerable<string> must, IReadOnlyCollection<string> own)
    {
        var parts = Read(docx);
        if (LeakSearch.Find(withheld, parts, own) is { Count: > 0 } leaks)
        {
            throw new LeakFoundException(leaks);
        }

        var text = LeakSearch.Squeezed(string.Concat(parts.Select(part => part.Text)));
        if (must.Any(one => !text.Contains(LeakSearch.Squeezed(one), StringComparison.Ordinal)))
        {
            throw new PrintFailedException("A page of the document came out without its text. Nothing was kept. Make it again.");
        }
    }

    /// <summary>The paragraphs of each part as lines, and what stands in its attributes.</summary>
    internal static IReadOnlyList<(string Name, string Text)> Read(byte[] docx)
    {
        try
        {
            using var file = new ZipArchive(new MemoryStream(docx));
            return file.Entries.Any(part => !Parts.Contains(part.FullName))
                ? throw new PrintFailedException("The document holds more than its pages. Nothing was kept. Make it again.")
                : [.. file.Entries.Select(part => (part.FullName, TextOf(part)))];
        }
        catch (Exception failure) when (failure is InvalidDataException or XmlException)
        {
            throw new PrintFailedException("The finished document could not be read again, so nobody knows what is in it. Nothing was kept. Make it again.", failure);
        }
    }

    private static string TextOf(ZipArchiveEntry part)
    {
        using var stream = part.Open();
        var root = XDocument.Load(stream).Root!;
        var lines = root.Descendants(Word + "p").Select(LineOf).ToList();
        var other = root.DescendantNodes().OfType<XText>().Where(text => !text.Ancestors(Word + "p").Any()).Select(text => text.Value);
        return string.Join('\n', [.. lines, .. other, .. root.DescendantsAndSelf().Attributes().Select(one => one.Value).Distinct()]);
    }

    private static string LineOf(XElement paragraph) => string.Concat(paragraph.Descendants().Select(one =>
        one.Name == Word + "t" ? one.Value : one.Name == Word + "br" ? "\n" : ""));
}
