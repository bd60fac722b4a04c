using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Vault;

namespace RaidDocs.Domain.Backups;

/// <summary>
/// What stands at the beginning of a backup and can be read without a key. In the file: "RDBACKUP", the version of the format
/// (4 bytes, big-endian), the length of what follows (4 bytes), this record as JSON, SHA-256 of all before it. Every version of
/// the format begins like this, so an older program can say that it is too old. Behind it comes one sealed file, as those of evidence.
/// </summary>
public sealed record BackupHead
{
    public const int CurrentVersion = 1;

    internal const int FixedBytes = 16;
    private const int MostBytes = 64 * 1024;
    private const string KeyLabel = "raiddocs-backup-key/1|";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>UTC.</summary>
    public required DateTime MadeAt { get; init; }

    /// <summary>The newest migration of the database in it.</summary>
    public required string Schema { get; init; }

    /// <summary>The recovery slot alone: a passphrase of every day, old or stolen, opens no backup.</summary>
    public required IReadOnlyList<VaultSlot> Slots { get; init; }

    public required Guid Id { get; init; }

    /// <summary>The key of this file, wrapped by the sub-key for backups: nonce, key, tag.</summary>
    public required byte[] Key { get; init; }

    private static ReadOnlySpan<byte> Magic => "RDBACKUP"u8;

    private bool IsWhole => Slots is { Count: > 0 } && Slots.All(slot => slot is { IsWhole: true, Kind: SlotKind.Recovery })
        && Schema is { Length: > 0 } && Key is { Length: Wrapped.Bytes };

    internal static BackupHead New(DateTime madeAt, string schema, VaultSlot recovery, StoreKeys keys, ReadOnlySpan<byte> key)
    {
        var id = Guid.NewGuid();
        return new BackupHead
        {
            MadeAt = madeAt,
            Schema = schema,
            Slots = [recovery],
            Id = id,
            Key = Wrapped.Wrap(keys.For(KeyPurpose.Backup), KeyLabel, id, key),
        };
    }

    internal byte[] ToBytes()
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(this, Json);
        var bytes = new byte[FixedBytes + json.Length + SHA256.HashSizeInBytes];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(8), CurrentVersion);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(12), json.Length);
        json.CopyTo(bytes, FixedBytes);
        SHA256.HashData(bytes.AsSpan(0, FixedBytes + json.Length), bytes.AsSpan(FixedBytes + json.Length));
        return bytes;
    }

    /// <summary>The head of a file, and how long it is.</summary>
    /// <exception cref="StoreException">It is no backup, a newer one, or damaged.</exception>
    public static (BackupHead Head, int Bytes) Read(Stream file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var start = new byte[FixedBytes];
        if (file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < start.Length || !start.AsSpan().StartsWith(Magic))
        {
            throw new StoreException("This is no backup of RaidDocs, or its beginning is gone. Nothing was changed. Take another copy of it.");
        }

        var length = BinaryPrimitives.ReadInt32BigEndian(start.AsSpan(12));
        if (length is < 0 or > MostBytes)
        {
            throw Damaged();
        }

        var rest = new byte[length + SHA256.HashSizeInBytes];
        if (file.ReadAtLeast(rest, rest.Length, throwOnEndOfStream: false) < rest.Length
            || !SHA256.HashData([.. start, .. rest.AsSpan(0, length)]).AsSpan().SequenceEqual(rest.AsSpan(length)))
        {
            throw Damaged();
        }

        // The hash is right, so the version is what was written.
        var version = BinaryPrimitives.ReadInt32BigEndian(start.AsSpan(8));
        if (version != CurrentVersion)
        {
            throw Newer();
        }

        try
        {
            return JsonSerializer.Deserialize<BackupHead>(rest.AsSpan(0, length), Json) is { IsWhole: true } head
                ? (head, FixedBytes + rest.Length)
                : throw Damaged();
        }
        catch (JsonException)
        {
            throw Damaged();
        }
    }

    /// <summary>The key of the file; null if it was made under another data key.</summary>
    internal byte[]? Unwrap(StoreKeys keys) => Wrapped.Unwrap(keys.For(KeyPurpose.Backup), KeyLabel, Id, Key);

    internal static StoreException Newer() =>
        new("This backup was made by a newer RaidDocs than this one. Nothing was changed. Take that version, then try again.");

    private static StoreException Damaged() =>
        new("This backup is cut off or was changed, already at its beginning. Nothing was changed. Take another copy of it.");
}
