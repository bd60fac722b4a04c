using System.Security.Cryptography;

namespace RaidDocs.Domain.Vault;

/// <summary>What a passphrase or a sheet has opened.</summary>
/// <param name="Slot">The number of the slot.</param>
/// <param name="Kind">What it was opened with.</param>
/// <param name="Current">The data key; null if the secret opens a slot of the next one only.</param>
/// <param name="Next">While the store is being rekeyed: the new data key, if the secret opens it too.</param>
public sealed record OpenedVault(int Slot, SlotKind Kind, byte[]? Current, byte[]? Next) : IDisposable
{
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(Current);
        CryptographicOperations.ZeroMemory(Next);
    }
}
