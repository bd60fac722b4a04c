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

    /// <summary>The organisation uses it no longer; what was coded with it stays.</summary>
    public bool IsRetired { get; init; }
}

/// <summary>The names of the lists.</summary>
public static class ListName
{
    public const string Acts = "acts";
    public const string Instruments = "instruments";
    public const string SmartRaid = "smart-raid";
    public const string LawRules = "law-rules";
    public const string ClockRules = "clock-rules";
    public const string FacilityKinds = "facility-kinds";
    public const string VenueKinds = "venue-kinds";
    public const string Provinces = "provinces";
    public const string Languages = "languages";
    public const string Agencies = "agencies";
    public const string LabelKinds = "label-kinds";
    public const string AgeMethods = "age-methods";

    /// <summary>Articles and rules that the organisation added itself; it has no others.</summary>
    public const string OwnArticles = "own-articles";
}

/// <summary>
/// The reference lists as one snapshot in memory, with what the organisation added. They are small and change only with a new
/// version of the product, or when a leader changes the organisation's own entries.
/// </summary>
public sealed class ReferenceLists
{
    private static readonly string[] ArticleParts = ["binding", "soft"];

    private readonly Dictionary<string, IReadOnlyList<ReferenceItem>> _lists;
    private readonly Dictionary<(string List, string Key), ReferenceItem> _items;

    public ReferenceLists(IEnumerable<ReferenceItem> items, IEnumerable<OwnItem>? own = null)
    {
        items = items.Concat((own ?? []).Select((item, index) => item.ForList(index)));
        _lists = items.GroupBy(item => item.List, StringComparer.Ordinal).ToDictionary(
            list => list.Key,
            IReadOnlyList<ReferenceItem> (list) => [.. list.OrderBy(item => item.Position)],
            StringComparer.Ordinal);
        _items = _lists.Values.SelectMany(list => list).ToDictionary(item => (item.List, item.Key));
    }

    /// <summary>The entries in their order; none for a list that does not exist.</summary>
    public IEnumerable<ReferenceItem> All => _items.Values;

    public IReadOnlyList<ReferenceItem> this[string list] => _lists.GetValueOrDefault(list) ?? [];

    /// <summary>These lists with more entries of the organisation; one that is there already stays as it is.</summary>
    public ReferenceLists With(IEnumerable<OwnItem> own) =>
        new(_items.Values, own.DistinctBy(item => (item.Facts.List, item.Code)).Where(item => Find(item.Facts.List, item.Code) is null));

    /// <summary>The entries that may be chosen anew: all but those that the organisation retired.</summary>
    public IReadOnlyList<ReferenceItem> Offered(string list) => [.. this[list].Where(item => !item.IsRetired)];

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
        if (data.RootElement.TryGetProperty(OwnItem.Chosen, out var chosen))
        {
            return [.. chosen.EnumerateArray().Select(article => article.GetString()!)];
        }

        return
        [
            .. ArticleParts
                .Where(part => data.RootElement.TryGetProperty(part, out _))
                .SelectMany(part => data.RootElement.GetProperty(part).EnumerateArray().ToList())
                .Select(article => $"{article.GetProperty("instrument").GetString()} {article.GetProperty("articles").GetString()}".Trim()),
        ];
    }

    /// <summary>The rules of Thai law that speak of an act, as articles: "cpc ss. 78, 80".</summary>
    public IReadOnlyList<string> LawOf(string? act)
    {
        if (Find(ListName.Acts, act) is not { } item)
        {
            return [];
        }

        using var data = JsonDocument.Parse(item.Data);
        return data.RootElement.TryGetProperty("rules", out var rules)
            ? [.. rules.EnumerateArray().Select(rule => LawArticle(rule.GetString())).OfType<string>().Distinct()]
            : [];
    }

    /// <summary>A rule of Thai law as an article, "cpc ss. 78, 80"; null when it names no law of the list.</summary>
    public string? LawArticle(string? rule)
    {
        if (Find(ListName.LawRules, rule) is not { } item || Find(ListName.Instruments, Value(item, "instrument")) is not { } law || Value(item, "citation") is not { } citation)
        {
            return null;
        }

        var name = Value(law, "short") ?? law.En;
        var place = citation.StartsWith(name, StringComparison.Ordinal) ? citation[name.Length..].Trim() : citation;
        return $"{law.Key} {place}".Trim();
    }

    /// <summary>Which edition of the entry stands now: that of the organisation, or a short hash of what the program carries.</summary>
    public string? EditionOf(string list, string? key)
    {
        if (Find(list, key) is not { } item)
        {
            return null;
        }

        var bytes = System.Text.Encoding.UTF8.GetBytes($"{item.En}\n{item.Th}\n{item.Data}");
        return Value(item, OwnItem.EditionName) ?? Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))[..8];
    }

    /// <summary>"ICCPR 9(1)" for "iccpr 9(1)"; an own article in its words.</summary>
    public string ArticleWords(string article, bool inThai = false)
    {
        if (Find(ListName.OwnArticles, article) is not null)
        {
            return Words(ListName.OwnArticles, article, inThai);
        }

        var parts = article.Split(' ', 2);
        var item = Find(ListName.Instruments, parts[0]);
        return item is null ? article : $"{Value(item, "short") ?? item.En} {(parts.Length > 1 ? parts[1] : "")}".Trim();
    }

    /// <summary>From when the instrument of an article binds Thailand, as it stands in the list; null when it never did or is not known.</summary>
    public string? BindingFrom(string article) =>
        Find(ListName.Instruments, article.Split(' ', 2)[0]) is { } item ? Value(item, "bindingFrom") : null;

    /// <summary>Principles and guidelines guide; they do not bind.</summary>
    public bool IsSoftLaw(string article) => KindOf(article) == "soft-law";

    /// <summary>"treaty", "soft-law" or "thai-law"; null when it is not known.</summary>
    public string? KindOf(string article) =>
        (Find(ListName.OwnArticles, article) ?? Find(ListName.Instruments, article.Split(' ', 2)[0])) is { } item ? Value(item, "kind") : null;

    private static string? Value(ReferenceItem item, string name)
    {
        using var data = JsonDocument.Parse(item.Data);
        return data.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }
}
