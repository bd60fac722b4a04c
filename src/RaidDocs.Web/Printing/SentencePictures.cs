using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using RaidDocs.Documents.Common;
using RaidDocs.Family;

namespace RaidDocs.Web.Printing;

/// <summary>
/// Draws sentences of the family page as small pictures in black and white, for phones that lack the letters. The browser shapes the
/// letters, with our own fonts.
/// </summary>
internal sealed class SentencePictures(string browser)
{
    public const int MostBytes = 2_500;

    private const int Width = 400;

    // The largest letters whose picture is small enough.
    private static readonly int[] Sizes = [30, 27, 24, 21];

    // Lines are filled with whole pieces: syllables where the caller knows them, else words as the browser finds them.
    private const string Draw =
        """
        (async (lang, given, size, width) => {
          await Promise.all([...document.fonts].filter(face => face.weight === '400').map(face => face.load()));
          const pieces = given.length > 1 ? given : [...new Intl.Segmenter(lang, { granularity: 'word' }).segment(given[0])].map(one => one.segment);
          const canvas = document.createElement('canvas');
          const pen = canvas.getContext('2d');
          const font = `${size}px Noto`;
          pen.font = font;
          const lines = [''];
          for (const piece of pieces) {
            const line = lines[lines.length - 1];
            if (line && pen.measureText(line + piece).width > width - 8) lines.push(piece.trimStart()); else lines[lines.length - 1] = line + piece;
          }
          canvas.width = width;
          canvas.height = Math.ceil(lines.length * size * 1.7 + 8);
          pen.font = font;
          pen.fillStyle = '#fff';
          pen.fillRect(0, 0, canvas.width, canvas.height);
          pen.fillStyle = '#000';
          lines.forEach((line, at) => pen.fillText(line, 4, (at + .95) * size * 1.7));
          const dots = pen.getImageData(0, 0, canvas.width, canvas.height).data;
          let bits = '';
          for (let at = 0; at < dots.length; at += 4) bits += dots[at] < 150 ? '0' : '1';
          return `${canvas.height} ${bits}`;
        })
        """;

    /// <summary>The pictures of a language's sentences. In the place of a day stand dots: the day is told in digits below the picture.</summary>
    public async Task<IReadOnlyList<(Sentence Sentence, byte[] Png)>> MakeAsync(Wording words, CancellationToken cancellationToken)
    {
        using var open = await DevTools.StartAsync(browser, OperatingSystem.IsWindows(), cancellationToken);
        await using var tab = await DevToolsTab.OpenAsync(open, cancellationToken);
        tab.Serve = url => url.AbsolutePath == "/"
            ? new PrintAsset("text/html; charset=utf-8", Encoding.UTF8.GetBytes("<!DOCTYPE html><link rel=stylesheet href=/print/print.css>"))
            : PrintAssets.Find(url.AbsolutePath);
        await tab.NavigateAsync("http://print.invalid/", cancellationToken);
        var made = new List<(Sentence, byte[])>();
        foreach (var sentence in Enum.GetValues<Sentence>().Where(words.Has))
        {
            made.Add((sentence, await DrawAsync(tab, words, words[sentence].Replace("{0}", "\u2026", StringComparison.Ordinal), cancellationToken)));
        }

        return made;
    }

    private static async Task<byte[]> DrawAsync(DevToolsTab tab, Wording words, string text, CancellationToken cancellationToken)
    {
        foreach (var size in Sizes)
        {
            var call = $"({Draw})({JsonSerializer.Serialize(words.Code)}, {JsonSerializer.Serialize(Syllables.Split(text))}, {size}, {Width})";
            var answer = await tab.SendAsync(
                "Runtime.evaluate", new() { ["expression"] = call, ["awaitPromise"] = true, ["returnByValue"] = true }, cancellationToken);
            if ((string?)answer["result"]?["value"] is not { } drawn || drawn.Split(' ') is not [var height, var bits])
            {
                throw new PrintFailedException("The sentence could not be drawn.");
            }

            var png = Png(Width, int.Parse(height, System.Globalization.CultureInfo.InvariantCulture), bits);
            if (png.Length <= MostBytes)
            {
                return png;
            }
        }

        throw new PrintFailedException("A sentence is too long for a small picture.");
    }

    // One bit a dot, white is 1.
    internal static byte[] Png(int width, int height, string bits)
    {
        var row = (width + 7) / 8;
        var dots = new byte[height * (row + 1)];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                if (bits[(y * width) + x] == '1')
                {
                    dots[(y * (row + 1)) + 1 + (x / 8)] |= (byte)(0x80 >> (x % 8));
                }
            }
        }

        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            stream.Write(dots);
        }

        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        head[8] = 1;
        return [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', .. Chunk("IHDR", head), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string kind, byte[] content)
    {
        var chunk = new byte[12 + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        Encoding.ASCII.GetBytes(kind, chunk.AsSpan(4));
        content.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + content.Length), Crc(chunk.AsSpan(4, 4 + content.Length)));
        return chunk;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }
}
