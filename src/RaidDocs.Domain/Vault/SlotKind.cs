namespace RaidDocs.Domain.Vault;

/// <summary>What opens a slot. The words are part of the file format.</summary>
public enum SlotKind
{
    /// <summary>What one person knows.</summary>
    Passphrase,

    /// <summary>The printed sheet.</summary>
    Recovery,
}
