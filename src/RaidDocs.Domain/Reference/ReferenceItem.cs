using System.Text.Json;

namespace RaidDocs.Domain.Reference;

/// <summary>One entry of a reference list: an act, an instrument, a province, a kind of place.</summary>
public sealed class ReferenceItem
{
    public required string List { get; init; }

    public required string Key { get; init; }

    public int Position { get; set; }

    public string En { get; set; } = "";

    public string Th { get; set; } = "";

    /// <summary>Where it comes from.</summary>
    public string Source { get; set; } = "";

    /// <summary>How sure we are of it.</summary>
    public string Confidence { get; set; } = "";

    /// <summary>What is particular to the list, as JSON.</summary>
    public string Data { get; set; } = "{}";
}

/// <summary>The names of the lists.</summary>
public static class ListName
{
    public const string Acts = "acts";
    public const string Instruments = "instruments";
    public const string SmartRaid = "smart-raid";
    public const string LawRules = "law-rules";
    public const string FacilityKinds = "facility-kinds";
    public const string VenueKinds = "venue-kinds";
    public const string Provinces = "provinces";
    public const string Languages = "languages";
    public const string Agencies = "agencies";
    public const string LabelKinds = "label-kinds";
    public const string AgeMethods = "age-methods";
}

/// <summary>The reference lists as one snapshot in memory. They are small and change only with a new version of the product.</summary>
public sealed class ReferenceLists
{
    private static readonly string[] ArticleParts = ["binding", "soft"];

    private readonly Dictionary<string, IReadOnlyList<ReferenceItem>> _lists;
    private readonly Dictionary<(string List, string Key), ReferenceItem> _items;

    public ReferenceLists(IEnumerable<ReferenceItem> items)
    {
        _lists = items.GroupBy(item => item.List, StringComparer.Ordinal).ToDictionary(
            list => list.Key,
            IReadOnlyList<ReferenceItem> (list) => [.. list.OrderBy(item => item.Position)],
            StringComparer.Ordinal);
        _items = _lists.Values.SelectMany(list => list).ToDictionary(item => (item.List, item.Key));
    }

    /// <summary>The entries in their order; none for a list that does not exist.</summary>
    public IEnumerable<ReferenceItem> All => _items.Values;

    public IReadOnlyList<ReferenceItem> this[string list] => _lists.GetValueOrDefault(list) ?? [];

    public ReferenceItem? Find(string list, string? key) => key is null ? null : _items.GetValueOrDefault((list, key));

    /// <summary>The words for a key, in Thai or English; the key itself when the list does not know it.</summary>
    public string Words(string list, string? key, bool inThai = false) => Find(list, key) is { } item
        ? inThai && item.Th.Length > 0 ? item.Th : item.En
        : key ?? "";

    /// <summary>The articles that an act proposes, as "iccpr 9(1), 9(2)".</summary>
    public IReadOnlyList<string> ArticlesOf(string? act)
    {
        if (Find(ListName.Acts, act) is not { } item)
        {
            return [];
        }

        using var data = JsonDocument.Parse(item.Data);
        return
        [
            .. ArticleParts
                .Where(part => data.RootElement.TryGetProperty(part, out _))
                .SelectMany(part => data.RootElement.GetProperty(part).EnumerateArray().ToList())
                .Select(article => $"{article.GetProperty("instrument").GetString()} {article.GetProperty("articles").GetString()}".Trim()),
        ];
    }

    /// <summary>"ICCPR 9(1)" for "iccpr 9(1)".</summary>
    public string ArticleWords(string article)
    {
        var parts = article.Split(' ', 2);
        var item = Find(ListName.Instruments, parts[0]);
        return item is null ? article : $"{Value(item, "short") ?? item.En} {(parts.Length > 1 ? parts[1] : "")}".Trim();
    }

    /// <summary>From when the instrument of an article binds Thailand, as it stands in the list; null when it never did or is not known.</summary>
    public string? BindingFrom(string article) =>
        Find(ListName.Instruments, article.Split(' ', 2)[0]) is { } item ? Value(item, "bindingFrom") : null;

    /// <summary>Principles and guidelines guide; they do not bind.</summary>
    public bool IsSoftLaw(string article) =>
        Find(ListName.Instruments, article.Split(' ', 2)[0]) is { } item && Value(item, "kind") == "soft-law";

    private static string? Value(ReferenceItem item, string name)
    {
        using var data = JsonDocument.Parse(item.Data);
        return data.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }
}
