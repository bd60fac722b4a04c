using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Data;

namespace RaidDocs.Domain.Reference;

/// <summary>The reference lists that the program carries. Loading them again changes nothing.</summary>
public static class ReferenceSeeds
{
    private const string Prefix = "reference/";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>All entries, as they stand in the files.</summary>
    public static IReadOnlyList<ReferenceItem> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .SelectMany(name => Items(assembly, name)),
        ];
    }

    /// <summary>Adds what is new, brings up to date what has changed, by list and key. What is no longer carried stays.</summary>
    internal static async Task LoadAsync(RaidDocsDbContext db, CancellationToken cancellationToken)
    {
        var stored = await db.ReferenceItems.ToDictionaryAsync(item => (item.List, item.Key), cancellationToken);
        foreach (var item in Read())
        {
            if (!stored.TryGetValue((item.List, item.Key), out var known))
            {
                db.ReferenceItems.Add(item);
                continue;
            }

            (known.Position, known.En, known.Th) = (item.Position, item.En, item.Th);
            (known.Source, known.Confidence, known.Data) = (item.Source, item.Confidence, item.Data);
        }

        if (db.ChangeTracker.HasChanges())
        {
            db.NoteAct("load", nameof(ReferenceItem), "seeds", null);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private static IEnumerable<ReferenceItem> Items(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var list = JsonSerializer.Deserialize<ListFile>(stream, Json)!;
        return list.Items.Select((item, index) => new ReferenceItem
        {
            List = list.List,
            Key = item.Key,
            Position = index,
            En = item.En,
            Th = item.Th,
            Source = item.Source ?? list.Source,
            Confidence = item.Confidence ?? list.Confidence,
            Data = item.Data?.GetRawText() ?? "{}",
        });
    }

    private sealed record ListFile(string List, string About, string Source, string Confidence, IReadOnlyList<ItemFile> Items);

    private sealed record ItemFile(string Key, string En, string Th, string? Source, string? Confidence, JsonElement? Data);
}
