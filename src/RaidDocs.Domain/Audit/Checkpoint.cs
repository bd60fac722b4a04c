using System.Globalization;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Audit;

/// <summary>
/// How long the log was at one moment, and the root over its lines. Kept outside the house it shows what a chain of hashes
/// cannot: that the newest lines were cut off, or all of them written anew.
/// </summary>
public sealed class Checkpoint
{
    public Checkpoint(MerkleTree tree, DateTime at, CheckpointReason reason)
    {
        Size = tree.Size;
        Root = Convert.ToBase64String(tree.Root());
        Edge = tree.Edge;
        At = at;
        Reason = reason;
    }

    private Checkpoint()
    {
        // For EF Core.
    }

    public long Size { get; private set; }

    /// <summary>Base64 of SHA-256, RFC 6962.</summary>
    public string Root { get; private set; } = "";

    /// <summary>From which the next one goes on. A check of the log never trusts it.</summary>
    public byte[] Edge { get; private set; } = [];

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    public CheckpointReason Reason { get; private set; }

    public LogMark Mark => new(Size, Root);
}

/// <summary>Why a checkpoint was made.</summary>
public enum CheckpointReason
{
    Daily,
    Export,
    Upgrade,
    Asked,
    Backup,
    Restore,
}

/// <summary>A checkpoint as it leaves the house: three lines of text, for a file, a printed page or another office.</summary>
public sealed record LogMark(long Size, string Root)
{
    private const string Origin = "raiddocs-log/1";

    /// <exception cref="DomainRuleException">It is none of ours.</exception>
    public static LogMark Read(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var root = new byte[33];
        return lines is [Origin, var size, var hash, ..]
            && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var lineCount)
            && Convert.TryFromBase64String(hash, root, out var length) && length == 32
            ? new LogMark(lineCount, hash)
            : throw new DomainRuleException($"This is no checkpoint. It has three lines: {Origin}, the number of lines, and the root");
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Root}\n");
}
