using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace RaidDocs.Domain.Vault;

/// <summary>The data key, wrapped: one way into the store. It says nothing of whose it is.</summary>
/// <param name="Number">Known to the log. Never given twice.</param>
/// <param name="Kind">What opens it.</param>
/// <param name="Rounds">Of PBKDF2.</param>
/// <param name="Salt">Random.</param>
/// <param name="Nonce">Random.</param>
/// <param name="Key">The data key under AES-256-GCM, and the tag of 16 bytes.</param>
public sealed record VaultSlot(int Number, SlotKind Kind, int Rounds, byte[] Salt, byte[] Nonce, byte[] Key)
{
    private const int KeyBytes = 32;
    private const int SaltBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    // More would be a way to keep the processor busy for ever.
    private const int MostRounds = 20_000_000;

    [JsonIgnore]
    public bool IsWhole =>
        Number > 0 && Enum.IsDefined(Kind) && Rounds is > 0 and <= MostRounds
        && Salt is { Length: SaltBytes } && Nonce is { Length: NonceBytes } && Key is { Length: KeyBytes + TagBytes };

    public static VaultSlot Wrap(int number, SlotKind kind, int rounds, string secret, ReadOnlySpan<byte> dataKey)
    {
        var slot = new VaultSlot(
            number, kind, rounds, RandomNumberGenerator.GetBytes(SaltBytes), RandomNumberGenerator.GetBytes(NonceBytes), new byte[KeyBytes + TagBytes]);
        var slotKey = slot.Derive(secret);
        try
        {
            using var aes = new AesGcm(slotKey, TagBytes);
            aes.Encrypt(slot.Nonce, dataKey, slot.Key.AsSpan(0, KeyBytes), slot.Key.AsSpan(KeyBytes), slot.AssociatedData());
            return slot;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(slotKey);
        }
    }

    /// <summary>The data key; null if the secret does not open this slot or the slot was changed.</summary>
    public byte[]? Unwrap(string secret)
    {
        var slotKey = Derive(secret);
        var dataKey = GC.AllocateArray<byte>(KeyBytes, pinned: true);
        try
        {
            using var aes = new AesGcm(slotKey, TagBytes);
            aes.Decrypt(Nonce, Key.AsSpan(0, KeyBytes), Key.AsSpan(KeyBytes), dataKey, AssociatedData());
            return dataKey;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(slotKey);
        }
    }

    private byte[] Derive(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        try
        {
            return Rfc2898DeriveBytes.Pbkdf2(bytes, Salt, Rounds, HashAlgorithmName.SHA512, KeyBytes);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    private byte[] AssociatedData() => Encoding.ASCII.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"raiddocs-vault/1|{Number}|{(Kind == SlotKind.Recovery ? "recovery" : "passphrase")}|{Rounds}"));
}
