using System.Security.Cryptography;
using System.Text;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Staff;

/// <summary>A code with which somebody sets her passphrase and second factor: the first time, or after she lost one of them.</summary>
public sealed class Invitation : Entity, IUnaudited
{
    public Invitation(Guid userId, string code, DateTime now)
    {
        UserId = userId;
        CodeHash = SignInCode.HashOf(userId, code);
        ValidUntil = now + Life;
    }

    private Invitation()
    {
        // For EF Core.
    }

    public static TimeSpan Life { get; } = TimeSpan.FromHours(48);

    public Guid UserId { get; private set; }

    public string CodeHash { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime ValidUntil { get; private set; }

    /// <summary>UTC. It is spent with the second factor, not before: who stops half way begins again with the same code.</summary>
    public DateTime? SpentAt { get; private set; }

    public bool Accepts(string? typed, DateTime now) =>
        SpentAt is null && now < ValidUntil && SignInCode.Read(typed) is { } code
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(SignInCode.HashOf(UserId, code)), Encoding.ASCII.GetBytes(CodeHash));

    public void Spend(DateTime now) => SpentAt = now;
}

/// <summary>One of the ten codes on her paper, for when the phone is gone. Each works once.</summary>
public sealed class RecoveryCode : Entity, IUnaudited
{
    public const int Count = 10;

    public RecoveryCode(Guid userId, string code) => (UserId, Hash) = (userId, SignInCode.HashOf(userId, code));

    private RecoveryCode()
    {
        // For EF Core.
    }

    public Guid UserId { get; private set; }

    public string Hash { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime? SpentAt { get; private set; }
}

/// <summary>
/// Twelve letters and digits that cannot be mistaken for one another, in groups of four: 59 bits. So a fast hash is enough
/// to keep them.
/// </summary>
public static class SignInCode
{
    public const int Length = 12;

    private const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    public static string New() => RandomNumberGenerator.GetString(Letters, Length);

    /// <summary>"ABCD-EFGH-JKLM".</summary>
    public static string Show(string code) => $"{code[..4]}-{code[4..8]}-{code[8..]}";

    /// <summary>The code, however it was typed; null if it cannot be one.</summary>
    public static string? Read(string? typed)
    {
        var code = string.Concat(PlainText.Normalized(typed ?? "", NormalizationForm.FormKC).Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return code.Length == Length ? code : null;
    }

    public static string HashOf(Guid userId, string code) =>
        Convert.ToHexString(SHA256.HashData([.. userId.ToByteArray(), .. Encoding.ASCII.GetBytes(code)]));
}
