using System.Security.Cryptography;
using System.Text;

namespace RaidDocs.Family;

/// <summary>
/// What a code is worth: where its capsule lies and what opens it. Both come from one slow derivation, so that whoever has the
/// file must pay it for each code she guesses.
/// </summary>
/// <param name="Id">Finds the capsule: 16 bytes.</param>
/// <param name="Secret">Opens it: 32 bytes.</param>
public sealed record FamilyKey(byte[] Id, byte[] Secret)
{
    /// <summary>600,000 rounds take about a third of a second.</summary>
    public const int Rounds = 600_000;

    public const int IdBytes = 16;
    public const int SecretBytes = 32;

    /// <summary>Slow on purpose. What is no code is derived as well, and leads nowhere.</summary>
    /// <param name="digits">What was typed, as digits.</param>
    /// <param name="salt">Of this house's capsules.</param>
    /// <param name="rounds">Fewer in tests.</param>
    public static FamilyKey Of(string digits, ReadOnlySpan<byte> salt, int rounds)
    {
        Span<byte> slow = stackalloc byte[SecretBytes];
        Rfc2898DeriveBytes.Pbkdf2(Encoding.ASCII.GetBytes(digits), salt, slow, rounds, HashAlgorithmName.SHA512);
        var (id, secret) = (new byte[IdBytes], new byte[SecretBytes]);
        HKDF.Expand(HashAlgorithmName.SHA256, slow, id, "raiddocs/1/family/find"u8);
        HKDF.Expand(HashAlgorithmName.SHA256, slow, secret, "raiddocs/1/family/open"u8);
        CryptographicOperations.ZeroMemory(slow);

        // A slip of the pen is worked out like any other number, and then looks for what nobody has.
        return FamilyCode.Fits(digits) ? new FamilyKey(id, secret) : new FamilyKey(RandomNumberGenerator.GetBytes(IdBytes), secret);
    }
}
