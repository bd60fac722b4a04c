using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Reference;

namespace RaidDocs.Domain.Cases;

/// <summary>Reads a case file and finds everything that is wrong with it at once, each with its place.</summary>
public sealed class CaseReader(ReferenceLists lists)
{
    /// <summary>No case of one raid comes near it; a file that does is something else.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    private const int MaxProblems = 200;

    private static readonly JsonNodeOptions NodeOptions = new() { PropertyNameCaseInsensitive = false };

    private static readonly JsonDocumentOptions DocumentOptions = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        AllowDuplicateProperties = false,
    };

    private readonly List<CaseProblem> _problems = [];

    // With the organisation's own entries that the file brings along.
    private ReferenceLists _lists = lists;

    /// <summary>The case, or what is wrong with the file. One of the two is empty.</summary>
    public static (CaseFile? File, IReadOnlyList<CaseProblem> Problems) Read(ReadOnlySpan<byte> json, ReferenceLists lists)
    {
        var reader = new CaseReader(lists);
        var file = reader.Read(json);
        return (file, reader._problems);
    }

    private CaseFile? Read(ReadOnlySpan<byte> json)
    {
        if (json.Length > MaxBytes)
        {
            Add("$", "The file is larger than 20 MB. A case file holds one raid; leave photos and recordings out of it.");
            return null;
        }

        JsonNode? root;
        try
        {
            root = JsonNode.Parse(json.StartsWith("\uFEFF"u8) ? json[3..] : json, NodeOptions, DocumentOptions);
        }
        catch (JsonException broken)
        {
            var line = (broken.LineNumber ?? 0) + 1;
            var column = (broken.BytePositionInLine ?? 0) + 1;
            Add("$", string.Create(
                CultureInfo.InvariantCulture,
                $"This is not JSON from line {line}, position {column} on. Look for a missing comma, quotation mark or bracket, or the same name twice, just before it."));
            return null;
        }

        if (root is not JsonObject file)
        {
            Add("$", "A case file is one JSON object: { \"format\": \"raiddocs-case/1\", \"raid\": { ... } }");
            return null;
        }

        if (file["format"] is not JsonValue format || format.ToString() != CaseFile.FormatName)
        {
            Add("$.format", "Write \"raiddocs-case/1\". Other formats are not read by this program.");
        }

        _lists = _lists.With(OwnItemsOf(file));
        Walk(file, typeof(CaseFile), "$", null);
        return _problems.Count > 0 ? null : file.Deserialize<CaseFile>(CaseJson.Options);
    }

    private void Add(string path, string sentence)
    {
        if (_problems.Count < MaxProblems)
        {
            _problems.Add(new CaseProblem(path, sentence));
        }
    }

    private void Walk(JsonNode node, Type type, string path, ICustomAttributeProvider? attributes)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        var info = CaseJson.Options.GetTypeInfo(type);
        switch (info.Kind)
        {
            case JsonTypeInfoKind.Object:
                WalkObject(node, info, path);
                break;
            case JsonTypeInfoKind.Enumerable when node is JsonArray items:
                for (var index = 0; index < items.Count; index++)
                {
                    var at = string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");
                    if (items[index] is { } item)
                    {
                        Walk(item, info.ElementType!, at, attributes);
                    }
                    else
                    {
                        Add(at, "An entry of a list cannot be null. Take it out.");
                    }
                }

                break;
            case JsonTypeInfoKind.Enumerable:
                Add(path, "Write a list: [ ... ]");
                break;
            default:
                CheckValue(node, type, path, attributes);
                break;
        }
    }

    private void WalkObject(JsonNode node, JsonTypeInfo info, string path)
    {
        if (node is not JsonObject members)
        {
            Add(path, "Write an object: { ... }");
            return;
        }

        var known = info.Properties.ToDictionary(property => property.Name, StringComparer.Ordinal);
        foreach (var (name, value) in members)
        {
            if (name == "$schema" && path == "$")
            {
                continue;
            }

            if (!known.TryGetValue(name, out var property))
            {
                Add($"{path}.{name}", $"There is no such entry here. Known are: {string.Join(", ", known.Keys.Order(StringComparer.Ordinal))}.");
            }
            else if (value is not null)
            {
                Walk(value, property.PropertyType, $"{path}.{name}", property.AttributeProvider);
            }
            else if (property.IsRequired || property.PropertyType.IsAssignableTo(typeof(IEnumerable)) && property.PropertyType != typeof(string))
            {
                Add($"{path}.{name}", "Write a value, or leave the entry out.");
            }
        }

        foreach (var property in info.Properties.Where(property => property.IsRequired && !members.ContainsKey(property.Name)))
        {
            Add($"{path}.{property.Name}", property.PropertyType.IsEnum
                ? $"This entry is missing. Write one of: {Tokens(property.PropertyType)}."
                : "This entry is missing.");
        }
    }

    private void CheckValue(JsonNode node, Type type, string path, ICustomAttributeProvider? attributes)
    {
        if (type == typeof(bool) || type == typeof(int) || type == typeof(long))
        {
            if (!Fits(node, type))
            {
                Add(path, type == typeof(bool) ? "Write true or false, without quotation marks." : "Write a whole number, like 17, without quotation marks.");
            }

            return;
        }

        if (node is not JsonValue value || !value.TryGetValue<string>(out var text))
        {
            Add(path, "Write text in quotation marks.");
            return;
        }

        if (PlainText.HasControls(text))
        {
            Add(path, "Remove the control characters. They cannot be stored.");
        }
        else if (type == typeof(string))
        {
            CheckText(text, path, attributes);
        }
        else if (type.IsEnum)
        {
            if (!Fits(node, type))
            {
                Add(path, $"\"{text}\" is not known here. Write one of: {Tokens(type)}.");
            }
        }
        else if (type == typeof(PartialDate))
        {
            if (!PartialDate.TryRead(text, out _, out var problem))
            {
                Add(path, Sentence(PartialDate.Sentence(problem, text, "the date")));
            }
        }
        else if (type == typeof(PartialDateTime))
        {
            try
            {
                PartialDateTime.Read(text);
            }
            catch (DomainRuleException wrong)
            {
                Add(path, wrong.Message);
            }
        }
        else if (!Fits(node, type))
        {
            Add(path, "Write a day as year-month-day with the Western year, like 2025-03-12.");
        }
    }

    private void CheckText(string text, string path, ICustomAttributeProvider? attributes)
    {
        if (PlainText.Letters(text) > Testimonies.Passage.MaxLetters)
        {
            Add(path, "This text is longer than 20,000 letters. Divide it.");
        }

        if (attributes?.GetCustomAttributes(typeof(OfListAttribute), true) is [OfListAttribute { List: var list }]
            && _lists.Find(list, text) is null)
        {
            Add(path, $"\"{text}\" is not in the list {list}. Write one of: {Keys(list)}.");
        }
    }

    private string Keys(string list)
    {
        var keys = _lists[list].Select(item => item.Key).ToList();
        return keys.Count <= 90 ? string.Join(", ", keys) : string.Join(", ", keys.Take(90)) + ", ...";
    }

    // As far as they can be read; what is wrong with them is found on the walk.
    private static IEnumerable<OwnItem> OwnItemsOf(JsonObject file)
    {
        foreach (var entry in file["ownItems"] as JsonArray ?? [])
        {
            if (entry is JsonObject item && Text(item["code"]) is { } code && Text(item["list"]) == ListName.Acts && Text(item["en"]) is { } words && !string.IsNullOrWhiteSpace(words))
            {
                yield return new OwnItem(code, new OwnItemFacts { List = ListName.Acts, En = words });
            }
        }

        static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
    }

    private static string Sentence(FormattableString sentence) => FormattableString.Invariant(sentence);

    private static bool Fits(JsonNode node, Type type)
    {
        try
        {
            return node.Deserialize(type, CaseJson.Options) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Tokens(Type type) =>
        string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName));
}
