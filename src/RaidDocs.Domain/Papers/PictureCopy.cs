using System.Buffers.Binary;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Papers;

/// <summary>
/// Copies a JPEG or PNG without what the camera wrote beside the picture: place, time, device, small previews, words, what
/// hangs behind its end. The picture itself is copied as it is; which way up it stands is kept.
/// </summary>
internal static class PictureCopy
{
    public const string Tool = "RaidDocs, metadata removed";

    private const int MostSegment = 64 * 1024;

    private static readonly string[] KeptChunks = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs"];

    public static bool Knows(FileKind kind) => kind is FileKind.Jpeg or FileKind.Png;

    /// <summary>Closes both.</summary>
    /// <exception cref="DomainRuleException">The picture is damaged.</exception>
    public static void Strip(Stream original, FileKind kind, Stream copy)
    {
        try
        {
            using var reader = new BufferedStream(original, 128 * 1024);
            using var writer = new BufferedStream(copy, 128 * 1024);
            if (kind == FileKind.Png)
            {
                StripPng(reader, writer);
            }
            else
            {
                StripJpeg(reader, writer);
            }
        }
        catch (Exception damaged) when (damaged is EndOfStreamException or InvalidDataException)
        {
            throw new DomainRuleException($"The picture is cut or damaged, so no copy without its metadata can be made");
        }
    }

    private static void StripJpeg(Stream from, Stream to)
    {
        Demand(from.ReadByte() == 0xFF && from.ReadByte() == 0xD8);
        to.Write([0xFF, 0xD8]);
        var segment = new byte[MostSegment];
        for (var marker = NextMarker(from); marker != 0xD9; marker = marker == 0xDA ? CopyScan(from, to) : NextMarker(from))
        {
            if (marker is 0x01 or (>= 0xD0 and <= 0xD7))
            {
                continue;
            }

            var length = ReadUInt16(from) - 2;
            Demand(length >= 0);
            var content = segment.AsSpan(0, length);
            from.ReadExactly(content);
            if (marker == 0xE1 && Turned(content) is { } turned)
            {
                to.Write(turned);
            }
            else if (marker is not ((>= 0xE1 and <= 0xED) or 0xEF or 0xFE))
            {
                to.Write([0xFF, (byte)marker, (byte)((length + 2) >> 8), (byte)(length + 2)]);
                to.Write(content);
            }
        }

        to.Write([0xFF, 0xD9]);
    }

    // The picture itself, up to the next marker that is none of its own.
    private static int CopyScan(Stream from, Stream to)
    {
        while (true)
        {
            var one = ReadByte(from);
            if (one != 0xFF)
            {
                to.WriteByte((byte)one);
                continue;
            }

            var next = ReadByte(from);
            while (next == 0xFF)
            {
                next = ReadByte(from);
            }

            if (next is not (0 or (>= 0xD0 and <= 0xD7)))
            {
                return next;
            }

            to.Write([0xFF, (byte)next]);
        }
    }

    private static int NextMarker(Stream from)
    {
        Demand(ReadByte(from) == 0xFF);
        var marker = ReadByte(from);
        while (marker == 0xFF)
        {
            marker = ReadByte(from);
        }

        return marker;
    }

    // Only which way up it stands, as a segment of its own; null where nothing is said, or it is upright.
    private static byte[]? Turned(ReadOnlySpan<byte> content)
    {
        if (!content.StartsWith("Exif\0\0"u8) || content.Length < 14)
        {
            return null;
        }

        var tiff = content[6..];
        var isLittle = tiff[0] == (byte)'I';
        ushort U16(ReadOnlySpan<byte> at) => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);
        var first = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        for (long at = first + 2L, left = first + 2L <= tiff.Length ? U16(tiff[(int)first..]) : 0; left > 0 && at + 12 <= tiff.Length; at += 12, left--)
        {
            if (U16(tiff[(int)at..]) == 0x0112 && U16(tiff[((int)at + 8)..]) is > 1 and <= 8 and var way)
            {
                return
                [
                    0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1,
                    0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)way, 0, 0, 0, 0, 0, 0,
                ];
            }
        }

        return null;
    }

    private static void StripPng(Stream from, Stream to)
    {
        var head = new byte[8];
        from.ReadExactly(head);
        to.Write(head);
        var buffer = new byte[MostSegment];
        for (var name = ""; name != "IEND";)
        {
            from.ReadExactly(head);
            name = System.Text.Encoding.ASCII.GetString(head, 4, 4);
            var left = BinaryPrimitives.ReadUInt32BigEndian(head) + 4L;
            var isKept = KeptChunks.Contains(name, StringComparer.Ordinal);
            if (isKept)
            {
                to.Write(head);
            }

            for (int count; left > 0; left -= count)
            {
                count = (int)Math.Min(left, buffer.Length);
                from.ReadExactly(buffer, 0, count);
                if (isKept)
                {
                    to.Write(buffer, 0, count);
                }
            }
        }
    }

    private static int ReadByte(Stream from) => from.ReadByte() is >= 0 and var one ? one : throw new EndOfStreamException();

    private static int ReadUInt16(Stream from) => (ReadByte(from) << 8) | ReadByte(from);

    private static void Demand(bool isSo)
    {
        if (!isSo)
        {
            throw new InvalidDataException();
        }
    }
}
