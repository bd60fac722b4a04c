using System.Buffers.Binary;

namespace RaidDocs.Domain.Papers;

/// <summary>Finds out whether a picture or a video says where it was made. Reads the file once, a window at a time.</summary>
internal static class PlaceSearch
{
    private const int WindowBytes = 1024 * 1024;

    // What the camera wrote fits into one segment of a JPEG.
    private const int OverlapBytes = 64 * 1024;
    private const int MostFields = 500;
    private const ushort GpsTag = 0x8825;
    private const ushort LatitudeTag = 2;

    public static bool HasPlace(Stream file, FileKind kind, CancellationToken cancellationToken)
    {
        if (!kind.IsPicture() && !kind.IsVideo())
        {
            return false;
        }

        var window = new byte[WindowBytes + OverlapBytes];
        var kept = 0;
        var isFirst = true;
        file.Position = 0;
        while (true)
        {
            var count = file.ReadAtLeast(window.AsSpan(kept), window.Length - kept, throwOnEndOfStream: false);
            var seen = window.AsSpan(0, kept + count);
            if ((isFirst && kind == FileKind.Tiff && IsPlaced(seen)) || HasPlace(seen, kind))
            {
                return true;
            }

            if (seen.Length < window.Length)
            {
                return false;
            }

            cancellationToken.ThrowIfCancellationRequested();
            seen[^OverlapBytes..].CopyTo(window);
            (kept, isFirst) = (OverlapBytes, false);
        }
    }

    private static bool HasPlace(ReadOnlySpan<byte> seen, FileKind kind) => kind.IsVideo()
        ? HasTrackPlace(seen)
        : seen.IndexOf("GPSLatitude"u8) >= 0 || Exif(seen, "Exif\0\0"u8) || Exif(seen, "eXIf"u8) || Exif(seen, "EXIF"u8);

    // ©xyz, its length and language, then "+16.7130+098.5740/"; or Apple's longer name for it.
    private static bool HasTrackPlace(ReadOnlySpan<byte> seen)
    {
        if (seen.IndexOf("location.ISO6709"u8) >= 0)
        {
            return true;
        }

        for (int at; (at = seen.IndexOf("xyz"u8)) >= 0; seen = seen[(at + 1)..])
        {
            if (seen.Length > at + 8 && at > 0 && seen[at - 1] == 0xA9 && seen[at + 7] is (byte)'+' or (byte)'-')
            {
                return true;
            }
        }

        return false;
    }

    private static bool Exif(ReadOnlySpan<byte> seen, ReadOnlySpan<byte> mark)
    {
        for (int at; (at = seen.IndexOf(mark)) >= 0;)
        {
            seen = seen[(at + mark.Length)..];

            // A chunk of WebP has its length first, and some writers put the mark of JPEG into it once more.
            for (var skipped = 0; skipped <= 10 && skipped < seen.Length; skipped++)
            {
                if (IsPlaced(seen[skipped..]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Does what a camera writes, from its first byte on, name a latitude?</summary>
    internal static bool IsPlaced(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8 || !(tiff.StartsWith("II*\0"u8) || tiff.StartsWith("MM\0*"u8)))
        {
            return false;
        }

        var isLittle = tiff[0] == (byte)'I';
        return Field(tiff, UInt32(tiff[4..], isLittle), GpsTag, isLittle) is { } gps && (gps >= tiff.Length || Field(tiff, gps, LatitudeTag, isLittle) is not null);
    }

    // The value of a field in the list at this place, or null.
    private static uint? Field(ReadOnlySpan<byte> tiff, uint at, ushort tag, bool isLittle)
    {
        if (at + 2L > tiff.Length)
        {
            return null;
        }

        var fields = Math.Min((int)UInt16(tiff[(int)at..], isLittle), MostFields);
        for (var field = 0; field < fields; field++)
        {
            var from = at + 2L + (12L * field);
            if (from + 12 > tiff.Length)
            {
                return null;
            }

            if (UInt16(tiff[(int)from..], isLittle) == tag)
            {
                return UInt32(tiff[((int)from + 8)..], isLittle);
            }
        }

        return null;
    }

    private static ushort UInt16(ReadOnlySpan<byte> bytes, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint UInt32(ReadOnlySpan<byte> bytes, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
