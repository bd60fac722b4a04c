using System.Globalization;
using System.Text;

namespace RaidDocs.Web.Printing;

/// <summary>What is stamped on one page of a bound document.</summary>
/// <param name="Width">Of the page as it is read, in points.</param>
/// <param name="Height">Of the page as it is read, in points.</param>
/// <param name="Number">The running number, bottom right.</param>
/// <param name="Exhibit">"E7 - 3/5", top right; null on our own pages.</param>
internal sealed record Stamp(double Width, double Height, int Number, string? Exhibit);

/// <summary>
/// A PDF of nothing but stamps, a page for each, to be laid over the pages of a bound document. Plain ASCII in Helvetica, which
/// every reader has; white under each stamp, so that it reads on a photo too.
/// </summary>
internal static class StampPdf
{
    private const double Margin = 14;
    private const double Size = 10;
    private const double LetterWidth = 0.62;

    /// <param name="stamps">In the order of the pages.</param>
    /// <param name="foot">Bottom left on every page: "copy 0042".</param>
    public static byte[] Make(IReadOnlyList<Stamp> stamps, string foot)
    {
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {Text(stamps.Count)} /Kids [{string.Join(' ', stamps.Select((_, index) => $"{Text(4 + (2 * index))} 0 R"))}] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        };
        foreach (var (index, stamp) in stamps.Index())
        {
            var content = Drawn(stamp, foot);
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {Text(stamp.Width)} {Text(stamp.Height)}] /Resources << /Font << /F 3 0 R >> >> /Contents {Text(5 + (2 * index))} 0 R >>");
            objects.Add($"<< /Length {Text(content.Length)} >>\nstream\n{content}\nendstream");
        }

        return Write(objects);
    }

    private static string Drawn(Stamp stamp, string foot)
    {
        var drawn = new StringBuilder();
        Box(drawn, Text(stamp.Number), stamp.Width - Margin, Margin, fromRight: true);
        Box(drawn, foot, Margin, Margin, fromRight: false);
        if (stamp.Exhibit is { } exhibit)
        {
            Box(drawn, exhibit, stamp.Width - Margin, stamp.Height - Margin - (2 * Size), fromRight: true);
        }

        return drawn.ToString();
    }

    private static void Box(StringBuilder drawn, string text, double x, double y, bool fromRight)
    {
        var width = (text.Length * Size * LetterWidth) + Size;
        var left = fromRight ? x - width : x;
        drawn.Append(CultureInfo.InvariantCulture, $"q 1 g 0 G 0.8 w {Text(left)} {Text(y)} {Text(width)} {Text(1.7 * Size)} re B 0 g BT /F {Text(Size)} Tf {Text(left + (Size / 2))} {Text(y + (Size / 2))} Td ({text}) Tj ET Q\n");
    }

    private static byte[] Write(List<string> objects)
    {
        var pdf = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach (var (index, one) in objects.Index())
        {
            places.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{one}\nendobj\n");
        }

        var table = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        places.ForEach(place => pdf.Append(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n"));
        pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }

    private static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
