using System.Security.Cryptography;
using System.Text;

namespace RaidDocs.Domain.Audit;

/// <summary>
/// The hash over all lines of the log as RFC 6962 builds it (section 2.1): one root that changes when any line does. Lines can
/// only be added; of what came before only the right edge is kept, one hash for each bit of the size.
/// </summary>
public sealed class MerkleTree
{
    private const int HashBytes = 32;

    // The roots of the full subtrees, the largest first.
    private readonly List<byte[]> _edge = [];

    public MerkleTree()
    {
    }

    /// <summary>Goes on from a kept edge.</summary>
    /// <exception cref="FormatException">The edge does not belong to a tree of this size.</exception>
    public MerkleTree(long size, ReadOnlySpan<byte> edge)
    {
        if (edge.Length != long.PopCount(size) * HashBytes)
        {
            throw new FormatException("The kept edge of the log does not fit its size.");
        }

        Size = size;
        for (var at = 0; at < edge.Length; at += HashBytes)
        {
            _edge.Add(edge.Slice(at, HashBytes).ToArray());
        }
    }

    /// <summary>How many lines are in it.</summary>
    public long Size { get; private set; }

    /// <summary>What a later tree goes on from.</summary>
    public byte[] Edge => [.. _edge.SelectMany(hash => hash)];

    public void Add(string line)
    {
        var hash = SHA256.HashData([0, .. Encoding.UTF8.GetBytes(line)]);
        for (var full = Size; (full & 1) == 1; full >>= 1)
        {
            hash = Join(_edge[^1], hash);
            _edge.RemoveAt(_edge.Count - 1);
        }

        _edge.Add(hash);
        Size++;
    }

    public byte[] Root()
    {
        if (_edge.Count == 0)
        {
            return SHA256.HashData([]);
        }

        var root = _edge[^1];
        for (var at = _edge.Count - 2; at >= 0; at--)
        {
            root = Join(_edge[at], root);
        }

        return root;
    }

    private static byte[] Join(byte[] left, byte[] right) => SHA256.HashData([1, .. left, .. right]);
}
