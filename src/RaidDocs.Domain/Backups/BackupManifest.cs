using System.Text.Json;
using RaidDocs.Domain.Audit;

namespace RaidDocs.Domain.Backups;

/// <summary>What a backup holds. It stands in it, sealed, behind all its parts.</summary>
/// <param name="Log">The log when the backup was made. The log in it is at least as long.</param>
/// <param name="Tables">How many rows each table of the database has.</param>
/// <param name="Parts">Every file, in the order in which they stand.</param>
public sealed record BackupManifest(LogMark? Log, IReadOnlyDictionary<string, long> Tables, IReadOnlyList<BackupPart> Parts)
{
    internal const string FileName = "manifest.json";
    internal const int MostBytes = 64 * 1024 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>How many files of evidence.</summary>
    public int Files => Parts.Count(part => part.Name.StartsWith(BackupPart.Blobs, StringComparison.Ordinal));

    /// <summary>Has a database as many rows as this says?</summary>
    internal bool Counts(Dictionary<string, long> tables) =>
        tables.Count == Tables.Count && tables.All(table => Tables.TryGetValue(table.Key, out var rows) && rows == table.Value);

    internal byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    internal static BackupManifest? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(bytes, Json) is { Tables: not null, Parts: not null } read ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>One file of the data folder.</summary>
/// <param name="Name">Its path in the folder, with slashes.</param>
/// <param name="Bytes">As it lies on the disk.</param>
/// <param name="Sha256">Lower-case hex, of the same bytes.</param>
public sealed record BackupPart(string Name, long Bytes, string Sha256)
{
    internal const string Database = "raiddocs.db";
    internal const string Blobs = "blobs/";
    internal const string Family = "family/";

    /// <summary>Only what belongs into a data folder is ever unpacked, and nothing outside it.</summary>
    internal static bool IsKnown(string name) => name == Database
        || ((name.StartsWith(Blobs, StringComparison.Ordinal) || name.StartsWith(Family, StringComparison.Ordinal))
            && name.Split('/').All(step => step.Length > 0 && step is not ("." or "..") && step.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_')));
}
