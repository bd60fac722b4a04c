using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace RaidDocs.Web.Printing;

/// <summary>The little we read from, and blank in, a PDF that Chromium wrote (PDF 1.4, plain cross-reference table).</summary>
internal static partial class ChromiumPdf
{
    /// <summary>The page on which each linked heading stands.</summary>
    public static Dictionary<string, int> Headings(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var root = Object(text, Reference(Trailer(text), "Root"));

        // Chromium writes no /Dests when nothing links within the document.
        if (!root.Contains("/Dests", StringComparison.Ordinal))
        {
            return [];
        }

        var order = new Dictionary<int, int>();
        Number(text, Reference(root, "Pages"), order);
        return Destination().Matches(Object(text, Reference(root, "Dests")))
            .ToDictionary(match => match.Groups[1].Value, match => order[Int(match.Groups[2].Value)], StringComparer.Ordinal);
    }

    /// <summary>Blanks who made the file, with what and when. The length stays, so every offset still holds.</summary>
    public static byte[] WithoutOrigin(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var (start, length) = Find(text, Reference(Trailer(text), "Info"));
        foreach (Match entry in Origin().Matches(text.Substring(start, length)))
        {
            pdf.AsSpan(start + entry.Index, entry.Length).Fill((byte)' ');
        }

        return pdf;
    }

    private static void Number(string text, int node, Dictionary<int, int> order)
    {
        var kids = Kids().Match(Object(text, node));
        if (!kids.Success)
        {
            order[node] = order.Count + 1;
            return;
        }

        foreach (Match kid in Indirect().Matches(kids.Groups[1].Value))
        {
            Number(text, Int(kid.Groups[1].Value), order);
        }
    }

    private static string Trailer(string text) => text[text.LastIndexOf("trailer", StringComparison.Ordinal)..];

    private static string Object(string text, int number)
    {
        var (start, length) = Find(text, number);
        return text.Substring(start, length);
    }

    private static (int Start, int Length) Find(string text, int number)
    {
        var start = text.IndexOf($"\n{number} 0 obj", StringComparison.Ordinal);
        return (start, text.IndexOf("endobj", start, StringComparison.Ordinal) - start);
    }

    private static int Reference(string dictionary, string key) =>
        Int(Regex.Match(dictionary, $@"/{key}\s+(\d+) 0 R").Groups[1].Value);

    private static int Int(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"/([^\s/\[\]<>]+)\s*\[(\d+) 0 R\s*/XYZ")]
    private static partial Regex Destination();

    [GeneratedRegex(@"/(Author|Creator|Producer|CreationDate|ModDate)\s*\((\\.|[^\\)])*\)")]
    private static partial Regex Origin();

    [GeneratedRegex(@"/Kids\s*\[(.*?)\]", RegexOptions.Singleline)]
    private static partial Regex Kids();

    [GeneratedRegex(@"(\d+) 0 R")]
    private static partial Regex Indirect();
}
