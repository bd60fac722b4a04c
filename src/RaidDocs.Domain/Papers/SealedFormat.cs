using System.Buffers.Binary;

namespace RaidDocs.Domain.Papers;

/// <summary>
/// A file at rest. A head of 36 bytes: "RDFILE1\n", the id of the file (16 bytes, big-endian), the size of a chunk (4 bytes,
/// big-endian), 7 random bytes, a zero. Then chunks of 64 kB, the last one shorter, each under AES-256-GCM with its tag of 16
/// bytes behind it. Nonce: the 7 random bytes, the number of the chunk (4 bytes, big-endian, from 0), 1 for the last chunk and
/// 0 for the others. Associated data: the head. So a chunk that was changed, moved, left out, cut off or taken from another
/// file does not open. docs/evidence-format.md has a reader in sixty lines that needs nothing of this program.
/// </summary>
internal static class SealedFormat
{
    public const int ChunkBytes = 64 * 1024;
    public const int TagBytes = 16;
    public const int HeadBytes = 36;
    public const int NonceBytes = 12;
    public const int KeyBytes = 32;
    public const int SealedChunkBytes = ChunkBytes + TagBytes;

    private const int PrefixAt = 28;
    private const int PrefixBytes = 7;

    private static ReadOnlySpan<byte> Magic => "RDFILE1\n"u8;

    public static byte[] NewHead(Guid id)
    {
        var head = new byte[HeadBytes];
        Magic.CopyTo(head);
        id.TryWriteBytes(head.AsSpan(8, 16), bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(24), ChunkBytes);
        System.Security.Cryptography.RandomNumberGenerator.Fill(head.AsSpan(PrefixAt, PrefixBytes));
        return head;
    }

    /// <summary>Is it the head of this very file?</summary>
    public static bool IsHead(ReadOnlySpan<byte> head, Guid id) =>
        head.Length == HeadBytes && head.StartsWith(Magic)
        && new Guid(head.Slice(8, 16), bigEndian: true) == id
        && BinaryPrimitives.ReadInt32BigEndian(head[24..]) == ChunkBytes;

    public static void Nonce(Span<byte> nonce, ReadOnlySpan<byte> head, long chunk, bool isLast)
    {
        head.Slice(PrefixAt, PrefixBytes).CopyTo(nonce);
        BinaryPrimitives.WriteUInt32BigEndian(nonce[PrefixBytes..], checked((uint)chunk));
        nonce[^1] = isLast ? (byte)1 : (byte)0;
    }

    /// <summary>How many chunks a file of this length has; 0 for a length that no whole file has.</summary>
    public static long ChunksIn(long fileBytes)
    {
        var body = fileBytes - HeadBytes;
        var chunks = (body + SealedChunkBytes - 1) / SealedChunkBytes;
        return body >= TagBytes && body - ((chunks - 1) * SealedChunkBytes) >= TagBytes ? chunks : 0;
    }
}

/// <summary>A file does not open: it was changed or is damaged.</summary>
public sealed class DamagedFileException(Guid file, long at) : IOException("A file of the store was changed or is damaged.")
{
    public Guid FileId => file;

    /// <summary>How many bytes of it open before the damage.</summary>
    public long At => at;
}
