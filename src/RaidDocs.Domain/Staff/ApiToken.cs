using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Staff;

/// <summary>What a program may read with a token.</summary>
public enum ApiScope
{
    [Display(Name = "raids")]
    Raids,

    [Display(Name = "women: codes, ages, labels")]
    Women,

    [Display(Name = "where women were held")]
    Stays,

    [Display(Name = "days in court")]
    Hearings,

    [Display(Name = "broken rights")]
    Violations,

    [Display(Name = "statistics")]
    Statistics,
}

/// <summary>With it a program of one person reads what she may see, and of that only what the token names. Only its hash is kept.</summary>
public sealed class ApiToken : Entity
{
    /// <summary>No token works longer.</summary>
    public const int LongestDays = 90;

    /// <summary>What a token begins with, so that one that lies about is known for what it is.</summary>
    public const string Sign = "rdt_";

    private const int Bytes = 32;

    public ApiToken(Guid userId, string purpose, string token, IEnumerable<ApiScope> scopes, DateOnly today, int days)
    {
        if (string.IsNullOrWhiteSpace(purpose))
        {
            throw new DomainRuleException($"Write which program it is for");
        }

        if (days is < 1 or > LongestDays)
        {
            throw new DomainRuleException($"A token works from 1 to {LongestDays} days");
        }

        (UserId, Purpose, TokenHash, LastDay) = (userId, purpose.Trim(), HashOf(token), today.AddDays(days));
        Scopes = string.Join(' ', scopes.Distinct().Order());
        if (Scopes.Length == 0)
        {
            throw new DomainRuleException($"Choose what it may read");
        }
    }

    private ApiToken()
    {
        // For EF Core.
    }

    public Guid UserId { get; private set; }

    /// <summary>Which program it is for, in her words.</summary>
    public string Purpose { get; private set; } = "";

    public string TokenHash { get; private set; } = "";

    /// <summary>Of <see cref="ApiScope"/>, with spaces between them.</summary>
    public string Scopes { get; private set; } = "";

    /// <summary>The last day on which it works, in Thailand.</summary>
    public DateOnly LastDay { get; private set; }

    /// <summary>UTC; null while it works.</summary>
    public DateTime? RevokedAt { get; private set; }

    /// <summary>The last day on which a program used it.</summary>
    public DateOnly? UsedOn { get; private set; }

    /// <summary>256 bits.</summary>
    public static string NewToken() => Sign + Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public static string HashOf(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public bool May(ApiScope scope) => Scopes.Split(' ').Contains(scope.ToString());

    public bool WorksOn(DateOnly today) => RevokedAt is null && today <= LastDay;

    public void Revoke(DateTime now) => RevokedAt ??= now;

    public void NoteUse(DateOnly on) => UsedOn = on;
}
