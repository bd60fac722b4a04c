using System.Security.Cryptography;
using System.Text;

namespace RaidDocs.Domain.Vault;

/// <summary>The key of one file under a sub-key of the vault: nonce (12), key (32), tag (16), bound to what it is for and to the file's id.</summary>
internal static class Wrapped
{
    public const int Bytes = NonceBytes + VaultKeeper.KeyBytes + TagBytes;

    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public static byte[] Wrap(byte[] under, string label, Guid id, ReadOnlySpan<byte> key)
    {
        var wrapped = new byte[Bytes];
        RandomNumberGenerator.Fill(wrapped.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(under, TagBytes);
        aes.Encrypt(wrapped.AsSpan(0, NonceBytes), key, wrapped.AsSpan(NonceBytes, VaultKeeper.KeyBytes), wrapped.AsSpan(^TagBytes..), Bound(label, id));
        return wrapped;
    }

    /// <summary>Null if it was wrapped by another vault, for another file, or was changed.</summary>
    public static byte[]? Unwrap(byte[] under, string label, Guid id, byte[] wrapped)
    {
        if (wrapped.Length != Bytes)
        {
            return null;
        }

        var key = GC.AllocateArray<byte>(VaultKeeper.KeyBytes, pinned: true);
        using var aes = new AesGcm(under, TagBytes);
        try
        {
            aes.Decrypt(wrapped.AsSpan(0, NonceBytes), wrapped.AsSpan(NonceBytes, VaultKeeper.KeyBytes), wrapped.AsSpan(^TagBytes..), key, Bound(label, id));
            return key;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static byte[] Bound(string label, Guid id) => Encoding.ASCII.GetBytes(label + id.ToString("N"));
}
