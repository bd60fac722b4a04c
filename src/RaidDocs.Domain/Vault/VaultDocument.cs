using System.Text.Json;
using System.Text.Json.Serialization;

namespace RaidDocs.Domain.Vault;

/// <summary>What stands in vault.json.</summary>
public sealed record VaultDocument
{
    public const string CurrentFormat = "raiddocs-vault/1";
    public const int MostSlots = 8;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public string Format { get; init; } = CurrentFormat;

    /// <summary>The database was not made yet. Only then may it be missing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsFresh { get; init; }

    public IReadOnlyList<VaultSlot> Slots { get; init; } = [];

    /// <summary>While the store is being rekeyed: the slots of the new data key.</summary>
    public IReadOnlyList<VaultSlot>? Next { get; init; }

    public byte[] ToBytes() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Json), (byte)'\n'];

    /// <summary>Null for anything but a whole vault of this format.</summary>
    public static VaultDocument? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<VaultDocument>(bytes, Json) is { Format: CurrentFormat } read
                && IsWhole(read.Slots) && (read.Next is null || IsWhole(read.Next))
                ? read
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsWhole(IReadOnlyList<VaultSlot>? slots) =>
        slots is { Count: > 0 and <= MostSlots } && slots.All(slot => slot is { IsWhole: true }) && slots.DistinctBy(slot => slot.Number).Count() == slots.Count;
}
