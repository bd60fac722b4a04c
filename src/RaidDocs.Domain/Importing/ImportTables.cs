using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RaidDocs.Domain.Importing;

/// <summary>What may stand in a column.</summary>
public enum ColumnKind
{
    /// <summary>Names the row. Must be there.</summary>
    Id,

    /// <summary>Names a row of another table.</summary>
    Ref,

    Text,
    LongText,
    Name,
    Moment,
    Day,
    Answer,
    Number,
    Code,

    /// <summary>Codes parted by a stroke.</summary>
    Codes,

    /// <summary>A code that stands for words, or words.</summary>
    Words,

    Articles,
}

/// <param name="Name">As it stands in the head.</param>
/// <param name="Kind">What may stand in it.</param>
/// <param name="About">For the person who fills it.</param>
/// <param name="Codes">The group of codes in codes.json.</param>
/// <param name="List">The reference list whose keys may be written as well.</param>
public sealed record ColumnDefinition(string Name, ColumnKind Kind, string About, string? Codes = null, string? List = null);

public sealed record TableDefinition(string Name, string About, IReadOnlyList<ColumnDefinition> Columns)
{
    /// <summary>-1 where there is no such column.</summary>
    public int IndexOf(string column)
    {
        for (var at = 0; at < Columns.Count; at++)
        {
            if (Columns[at].Name == column)
            {
                return at;
            }
        }

        return -1;
    }
}

/// <summary>The tables and columns that can be brought in, and the codes of other systems: data that the docs, the empty files and the checks share.</summary>
public static class ImportTables
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>In the order in which they are brought in.</summary>
    public static IReadOnlyList<TableDefinition> All { get; } = Read<TablesFile>("tables").Tables;

    /// <summary>Of each group of codes: what is written, and what it is here. Big and small letters are alike.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Codes { get; } = Read<CodesFile>("codes").Codes.ToDictionary(
        group => group.Key,
        IReadOnlyDictionary<string, string> (group) => new Dictionary<string, string>(group.Value, StringComparer.OrdinalIgnoreCase),
        StringComparer.Ordinal);

    public static TableDefinition? Find(string name) => All.FirstOrDefault(table => table.Name == name);

    /// <summary>The known word that somebody may have meant; null when none is near.</summary>
    public static string? Near(string typed, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(typed);

        // The beginning of a word is as near as one letter that is wrong.
        var near = known.Select(word => (Word: word, Steps: typed.Length > 2 && word.StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? 1 : Steps(typed, word))).DefaultIfEmpty((Word: "", Steps: int.MaxValue)).MinBy(word => word.Steps);
        return near.Steps <= Math.Max(1, near.Word.Length / 3) ? near.Word : null;
    }

    // Letters to put in, take out or change.
    private static int Steps(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 10)
        {
            return int.MaxValue;
        }

        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var at = 1; at <= one.Length; at++)
        {
            var corner = row[0];
            row[0] = at;
            for (var to = 1; to <= other.Length; to++)
            {
                var same = char.ToLowerInvariant(one[at - 1]) == char.ToLowerInvariant(other[to - 1]) ? 0 : 1;
                (corner, row[to]) = (row[to], Math.Min(Math.Min(row[to], row[to - 1]) + 1, corner + same));
            }
        }

        return row[other.Length];
    }

    private static T Read<T>(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"imports/{name}.json")!;
        return JsonSerializer.Deserialize<T>(stream, Json)!;
    }

    private sealed record TablesFile(string About, IReadOnlyList<TableDefinition> Tables);

    private sealed record CodesFile(string About, string Source, Dictionary<string, Dictionary<string, string>> Codes);
}
