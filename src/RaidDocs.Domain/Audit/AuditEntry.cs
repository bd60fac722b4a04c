using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace RaidDocs.Domain.Audit;

/// <summary>
/// One line of the log that cannot be changed unnoticed: who did or read what. Ids only, never a name or a word of a case.
/// Each line holds the hash of the line before it: SHA-256(0x00, previous hash, canonical JSON).
/// </summary>
public sealed class AuditEntry
{
    private const int UsualBytes = 512;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public AuditEntry(long number, DateTime at, AuditLine line, string previousHash)
    {
        Number = number;
        At = at;
        ActorId = line.ActorId;
        Action = line.Action;
        ObjectType = line.ObjectType;
        ObjectId = line.ObjectId;
        RaidId = line.RaidId;
        Json = Canonical(number, at, line);
        Hash = HashOf(previousHash, Json);
    }

    private AuditEntry()
    {
        // For EF Core.
    }

    /// <summary>1, 2, 3, ... without a gap.</summary>
    public long Number { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    public Guid? ActorId { get; private set; }

    public string Action { get; private set; } = "";

    public string ObjectType { get; private set; } = "";

    public string ObjectId { get; private set; } = "";

    public Guid? RaidId { get; private set; }

    /// <summary>The bytes that were hashed: keys in order, no spaces, invariant.</summary>
    public string Json { get; private set; } = "";

    /// <summary>64 hexadecimal digits.</summary>
    public string Hash { get; private set; } = "";

    public static string HashOf(string previousHash, string json)
    {
        var before = Convert.FromHexString(previousHash);
        var bytes = new byte[1 + before.Length + Encoding.UTF8.GetByteCount(json)];
        before.CopyTo(bytes, 1);
        Encoding.UTF8.GetBytes(json, bytes.AsSpan(1 + before.Length));
        return Convert.ToHexString(SHA256.HashData(bytes));
    }

    /// <summary>What the first line takes for the hash before it.</summary>
    public static string FirstHash { get; } = new('0', 64);

    private static string Canonical(long number, DateTime at, AuditLine line)
    {
        var buffer = new ArrayBufferWriter<byte>(UsualBytes);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteString("action", line.Action);
            json.WriteString("actorId", line.ActorId?.ToString("D"));
            json.WriteString("at", at.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
            json.WriteStartArray("fields");
            foreach (var field in line.Fields.Order(StringComparer.Ordinal))
            {
                json.WriteStringValue(field);
            }

            json.WriteEndArray();
            json.WriteString("objectId", line.ObjectId);
            json.WriteString("objectType", line.ObjectType);
            json.WriteString("raidId", line.RaidId?.ToString("D"));
            json.WriteString("role", line.Role);
            json.WriteNumber("seq", number);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}

/// <summary>What is to be written down. Fields are names of fields, never their values.</summary>
public sealed record AuditLine(
    Guid? ActorId, string Role, string Action, string ObjectType, string ObjectId, Guid? RaidId, IReadOnlyList<string> Fields);
