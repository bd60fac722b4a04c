using System.Buffers.Binary;
using System.Text;

namespace RaidDocs.Domain.Importing;

/// <summary>
/// Finds out how a file writes its letters. A mark at the beginning decides; else UTF-8 if all of it is UTF-8, UTF-16 if many bytes of
/// its beginning are empty, all of them second ones, and what is left is Windows-874, as older Thai programs write. The whole file is
/// looked at, so that no letter of it is damaged.
/// </summary>
internal static class TextEncoding
{
    private const int SampleBytes = 4096;

    // How often bytes that are no UTF-8 may stand among letters that are, before the file is one of another kind.
    private const int DamagedShare = 20;

    private static readonly Encoding Thai = MakeThai();

    // What no Thai program writes.
    private static readonly bool[] NotThai = [.. Enumerable.Range(0, 256).Select(code =>
        code is (>= 0x81 and <= 0x84) or (>= 0x86 and <= 0x90) or (>= 0x98 and <= 0x9F) or (>= 0xDB and <= 0xDE) or >= 0xFC)];

    /// <exception cref="BrokenTableException">It is none of them, or damaged.</exception>
    public static (Encoding Encoding, int MarkBytes) Find(Stream stream)
    {
        var buffer = new byte[64 * 1024];
        var count = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        var start = buffer.AsSpan(0, count);
        if (start.StartsWith("\uFEFF"u8))
        {
            return (FindNarrow(stream, buffer, count, hasMark: true), 3);
        }

        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return (CheckWide(stream, buffer, count, Encoding.Unicode), 2);
        }

        if (start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return (CheckWide(stream, buffer, count, Encoding.BigEndianUnicode), 2);
        }

        if (FindWide(start[..Math.Min(count, SampleBytes)]) is { } wide)
        {
            return (CheckWide(stream, buffer, count, wide), 0);
        }

        return (FindNarrow(stream, buffer, count, hasMark: false), 0);
    }

    private static Encoding? FindWide(ReadOnlySpan<byte> sample)
    {
        int even = 0, odd = 0;
        for (var at = 0; at + 1 < sample.Length; at += 2)
        {
            even += sample[at] == 0 ? 1 : 0;
            odd += sample[at + 1] == 0 ? 1 : 0;
        }

        var pairs = sample.Length / 2;
        return pairs == 0 ? null : odd * 4 > pairs && even == 0 ? Encoding.Unicode : even * 4 > pairs && odd == 0 ? Encoding.BigEndianUnicode : null;
    }

    // Half a letter must have its other half, and the last one all its bytes.
    private static Encoding CheckWide(Stream stream, byte[] buffer, int count, Encoding encoding)
    {
        var isBig = ReferenceEquals(encoding, Encoding.BigEndianUnicode);
        var (row, isOpen, isLast) = (1, false, false);
        while (!isLast)
        {
            isLast = count < buffer.Length;
            for (var at = 0; at + 1 < count; at += 2)
            {
                var pair = buffer.AsSpan(at, 2);
                var letter = (char)(isBig ? BinaryPrimitives.ReadUInt16BigEndian(pair) : BinaryPrimitives.ReadUInt16LittleEndian(pair));
                if (char.IsLowSurrogate(letter) != isOpen)
                {
                    throw Damaged(row);
                }

                isOpen = char.IsHighSurrogate(letter);
                row += letter == '\n' ? 1 : 0;
            }

            if (isLast && (isOpen || count % 2 == 1))
            {
                throw Damaged(row);
            }

            count = isLast ? 0 : stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        }

        return encoding;
    }

    private static Encoding FindNarrow(Stream stream, byte[] buffer, int count, bool hasMark)
    {
        long letters = 0, wrong = 0;
        var (notThai, firstWrong, row) = (false, 0, 1);
        var kept = 0;
        for (var isLast = false; !isLast;)
        {
            isLast = count < buffer.Length;
            var left = buffer.AsSpan(0, count);
            while (left.Length > 0)
            {
                var ascii = left.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
                row += firstWrong > 0 ? 0 : left[..(ascii < 0 ? left.Length : ascii)].Count((byte)'\n');
                if (ascii < 0)
                {
                    left = [];
                    break;
                }

                left = left[ascii..];
                var status = Rune.DecodeFromUtf8(left, out _, out var used);
                if (status == System.Buffers.OperationStatus.NeedMoreData && !isLast)
                {
                    break;
                }

                if (status == System.Buffers.OperationStatus.Done)
                {
                    letters++;
                }
                else
                {
                    wrong++;
                    firstWrong = firstWrong == 0 ? row : firstWrong;
                }

                for (var at = 0; at < used; at++)
                {
                    notThai |= NotThai[left[at]];
                }

                left = left[used..];
            }

            kept = left.Length;
            left.CopyTo(buffer);
            if (!isLast)
            {
                count = kept + stream.ReadAtLeast(buffer.AsSpan(kept), buffer.Length - kept, throwOnEndOfStream: false);
            }
        }

        if (wrong == 0)
        {
            return new UTF8Encoding(false, false);
        }

        if (hasMark || letters > wrong * DamagedShare)
        {
            throw Damaged(firstWrong);
        }

        return notThai
            ? throw new BrokenTableException(firstWrong, null, $"This is neither UTF-8, UTF-16 nor Windows-874 (Thai). Save the file again as \"CSV UTF-8\"")
            : Thai;
    }

    public static bool IsThai(Encoding encoding) => ReferenceEquals(encoding, Thai);

    private static BrokenTableException Damaged(int row) =>
        new BrokenTableException(row, null, $"A letter near this line is damaged. The file was perhaps cut off while it was copied. Copy it again");

    private static Encoding MakeThai()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(874);
    }
}
