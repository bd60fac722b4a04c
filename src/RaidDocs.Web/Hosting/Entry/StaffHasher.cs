using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Staff;

namespace RaidDocs.Web.Hosting.Entry;

/// <summary>PBKDF2 over the passphrase in one form, whatever keyboard it was typed on.</summary>
public sealed class StaffHasher(IOptions<PasswordHasherOptions> options) : PasswordHasher<StaffUser>(options)
{
    /// <summary>A hash that no passphrase fits and that takes as long as any: for names that nobody has.</summary>
    public string OfNobody { get; } = MakeUnfitting(options.Value.IterationCount);

    public override string HashPassword(StaffUser user, string password) => base.HashPassword(user, Passphrase.Fold(password));

    public override PasswordVerificationResult VerifyHashedPassword(StaffUser user, string hashedPassword, string providedPassword) =>
        base.VerifyHashedPassword(user, hashedPassword, Passphrase.Fold(providedPassword));

    // Identity's third format: 1, the hash function (2 is SHA-512), the rounds, the length of the salt, the salt, 32 bytes.
    private static string MakeUnfitting(int rounds)
    {
        var bytes = RandomNumberGenerator.GetBytes(13 + 16 + 32);
        bytes[0] = 1;
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(1), 2);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(5), (uint)rounds);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(9), 16);
        return Convert.ToBase64String(bytes);
    }
}

/// <summary>Two spellings of one name that look the same are one name.</summary>
internal sealed class StaffNames : ILookupNormalizer
{
    public string? NormalizeName(string? name) => name is null ? null : PlainText.Normalized(name, System.Text.NormalizationForm.FormKC).ToUpperInvariant();

    public string? NormalizeEmail(string? email) => NormalizeName(email);

    /// <summary>Latin letters beside Greek or Cyrillic ones that look like them.</summary>
    public static bool MixesAlphabets(string name) =>
        name.Any(letter => char.IsLetter(letter) && letter < '\u0250') && name.Any(letter => letter is >= '\u0370' and <= '\u052F');
}
