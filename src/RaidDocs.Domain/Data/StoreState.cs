using System.Security.Cryptography;
using RaidDocs.Domain.Vault;

namespace RaidDocs.Domain.Data;

/// <summary>The keys in use and whether the store is open, in memory only.</summary>
public sealed class StoreState
{
    private volatile bool _isOpen;

    /// <summary>Null while the store is closed, and with the stock library, which holds demo data in a plain file.</summary>
    public StoreKeys? Keys { get; internal set; }

    /// <summary>Demo data in a plain file, because the encrypting library is missing.</summary>
    public bool IsPlain { get; internal set; }

    /// <summary>False: everything but what needs no record answers that the store is closed.</summary>
    public bool IsOpen
    {
        get => _isOpen;
        internal set => _isOpen = value;
    }

    /// <summary>
    /// Random, and new with each opening. A sign-in carries the number of the opening it was made under, and is void under any other.
    /// </summary>
    public long UnlockNumber { get; private set; }

    /// <summary>The slot that the store was opened with; null without a vault.</summary>
    public int? Slot { get; internal set; }

    /// <summary>A sentence for the person at the computer, while the store is closed.</summary>
    public string? WhyClosed { get; internal set; }

    /// <summary>For wrapping it anew. Only while the store is open.</summary>
    public ReadOnlySpan<byte> DataKey() => (Keys ?? throw new StoreException("The store is closed.")).DataKey;

    /// <param name="number">Of those who have the store open already; null for one of its own.</param>
    internal void CountUnlock(long? number) => UnlockNumber = number ?? NewNumber();

    internal static long NewNumber()
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        RandomNumberGenerator.Fill(bytes);
        return BitConverter.ToInt64(bytes) & long.MaxValue;
    }
}
