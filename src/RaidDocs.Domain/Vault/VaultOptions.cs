namespace RaidDocs.Domain.Vault;

/// <summary>How hard a passphrase is to guess for somebody who has the vault file.</summary>
public sealed class VaultOptions
{
    public const int DefaultRounds = 1_000_000;

    /// <summary>Rounds of PBKDF2 for a new slot. Each slot keeps the number it was made with.</summary>
    public int Rounds { get; init; } = DefaultRounds;
}
