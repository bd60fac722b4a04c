using System.Security.Cryptography;
using System.Text;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Clocks;

/// <summary>One secret address under which a calendar program reads the dates of one person. Only its hash is kept.</summary>
public sealed class CalendarKey : Entity
{
    private const int Bytes = 32;

    public CalendarKey(Guid userId, string key) => (UserId, KeyHash) = (userId, HashOf(key));

    private CalendarKey()
    {
        // For EF Core.
    }

    public Guid UserId { get; private set; }

    public string KeyHash { get; private set; } = "";

    /// <summary>UTC; null while it works.</summary>
    public DateTime? RevokedAt { get; private set; }

    /// <summary>The last day, in Thailand, on which a program read it.</summary>
    public DateOnly? ReadOn { get; private set; }

    /// <summary>256 bits, in letters that an address may hold.</summary>
    public static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public static string HashOf(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    public void Revoke(DateTime now) => RevokedAt ??= now;

    public void NoteReading(DateOnly on) => ReadOn = on;
}
