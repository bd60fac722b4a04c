using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace RaidDocs.Family;

/// <summary>
/// Makes all answers of a language equally long on the wire, so that whoever watches the line cannot tell news from none.
/// </summary>
internal static class PagePadding
{
    private const int Step = 128;
    private const int Near = 8;

    // Letters that no compression shortens by much, the same at every start: equal pages stay equal.
    private static readonly string Noise = string.Concat(Enumerable.Range(0, 160)
        .Select(number => Convert.ToBase64String(SHA256.HashData(BitConverter.GetBytes(number))).TrimEnd('=')));

    private static readonly ConcurrentDictionary<string, int> Longest = new(StringComparer.Ordinal);

    /// <param name="html">The page.</param>
    /// <param name="gzip">The reader takes it so.</param>
    /// <param name="family">Pages that must be equally long.</param>
    /// <param name="longest">The longest page of them, made when it is first needed.</param>
    public static byte[] Bytes(string html, bool gzip, string family, Func<string> longest)
    {
        var target = Math.Max(
            Longest.GetOrAdd($"{family} {gzip}", _ => Up(Pack(longest(), gzip).Length)),
            Up(Pack(html, gzip).Length));
        byte[] With(int letters) => Pack($"{html}<!--{Noise.AsSpan(0, letters)}-->", gzip);

        // A letter more is at most a byte more, so the right number of letters is near where the length is first reached.
        var (least, most) = (0, Noise.Length);
        while (least < most)
        {
            var middle = (least + most) / 2;
            (least, most) = With(middle).Length < target ? (middle + 1, most) : (least, middle);
        }

        return Enumerable.Range(Math.Max(0, least - Near), 2 * Near)
            .Where(letters => letters <= Noise.Length)
            .Select(With)
            .FirstOrDefault(bytes => bytes.Length == target) ?? With(least);
    }

    public static byte[] Pack(string html, bool gzip)
    {
        var plain = Encoding.UTF8.GetBytes(html);
        if (!gzip)
        {
            return plain;
        }

        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            stream.Write(plain);
        }

        return packed.ToArray();
    }

    private static int Up(int length) => ((length + 16 + Step - 1) / Step) * Step;
}
