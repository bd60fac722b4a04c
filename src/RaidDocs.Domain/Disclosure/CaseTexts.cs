using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Reference;

namespace RaidDocs.Domain.Disclosure;

/// <summary>A text that somebody typed, and where it stands in the case, as "chronology 3, what".</summary>
public sealed record CaseText(string Place, string Text);

/// <summary>Finds and changes what people wrote, by walking the records: a field that comes later is not forgotten.</summary>
public static class CaseTexts
{
    // They tie the file together and are no text of anybody.
    private static readonly HashSet<string> Ties = new(StringComparer.Ordinal)
    {
        "Code", "Format", "Source", "Sources", "Women", "Woman", "Testimony", "SameAs", "Facility", "Criterion", "Act", "Articles",
        "Sheet", "SheetHash", "Interviewer", "Translator", "AskedBy", "ReviewedBy", "MarkedBy", "SaidBy", "Rule", "Edition", "LawRule", "Evidence", "Parent", "Forms",
        "Sha256", "Typed", "Edtf", "Stored",
    };

    private static readonly HashSet<string> TiesInJson = [.. Ties.Select(JsonNamingPolicy.CamelCase.ConvertName)];

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Known = new();

    /// <summary>Every free text of a part of a case.</summary>
    public static IEnumerable<CaseText> In(object? part) => Walk(part, "");

    /// <summary>Every date of a part of a case, with its place.</summary>
    public static IEnumerable<(string Place, PartialDate Date)> DatesIn(object? part) => WalkDates(part, "");

    /// <summary>The part with each text put through <paramref name="change"/>.</summary>
    public static T Change<T>(T part, Func<string, string> change)
    {
        var node = JsonSerializer.SerializeToNode(part, CaseJson.Options);
        return Change(node, change) ? node.Deserialize<T>(CaseJson.Options)! : part;
    }

    private static bool Change(JsonNode? node, Func<string, string> change)
    {
        var changed = false;
        switch (node)
        {
            case JsonObject fields:
                foreach (var (name, value) in fields.ToList().Where(field => !TiesInJson.Contains(field.Key) || field.Value is JsonArray and [JsonObject, ..]))
                {
                    changed |= value is JsonValue ? Replace(value, change, text => fields[name] = text) : Change(value, change);
                }

                break;
            case JsonArray items:
                for (var index = 0; index < items.Count; index++)
                {
                    var at = index;
                    changed |= items[at] is JsonValue value ? Replace(value, change, text => items[at] = text) : Change(items[at], change);
                }

                break;
            default:
                break;
        }

        return changed;
    }

    private static bool Replace(JsonNode value, Func<string, string> change, Action<string> put)
    {
        if (value.GetValueKind() != JsonValueKind.String || value.GetValue<string>() is not { } before || change(before) is not { } after || after == before)
        {
            return false;
        }

        put(after);
        return true;
    }

    private static IEnumerable<CaseText> Walk(object? value, string place) => value switch
    {
        null or PartialDate or PartialDateTime => [],
        string text => string.IsNullOrWhiteSpace(text) ? [] : [new CaseText(place, text)],
        Said said => said.Text is { } words ? [new CaseText(place, words)] : [],
        IEnumerable items => items.Cast<object?>().SelectMany((item, index) => Walk(item, $"{place} {index + 1}")),
        _ when IsPart(value) => PropertiesOf(value.GetType()).SelectMany(property => Walk(property.GetValue(value), Join(place, property.Name))),
        _ => [],
    };

    private static IEnumerable<(string Place, PartialDate Date)> WalkDates(object? value, string place) => value switch
    {
        null or string or Said => [],
        PartialDate date => [(place, date)],
        PartialDateTime moment => [(place, moment.Date)],
        IEnumerable items => items.Cast<object?>().SelectMany((item, index) => WalkDates(item, $"{place} {index + 1}")),
        _ when IsPart(value) => PropertiesOf(value.GetType()).SelectMany(property => WalkDates(property.GetValue(value), Join(place, property.Name))),
        _ => [],
    };

    private static bool IsPart(object value) => value.GetType() is { IsEnum: false, IsPrimitive: false } type && type.Assembly == typeof(CaseTexts).Assembly;

    private static PropertyInfo[] PropertiesOf(Type type) => Known.GetOrAdd(type, static known =>
    [
        .. known.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property =>
            property.GetIndexParameters().Length == 0 && !IsTie(property)
            && property.GetCustomAttribute<OfListAttribute>() is null),
    ]);

    // "Women" of a line are codes; "women" of the file are the women.
    private static bool IsTie(PropertyInfo property) =>
        Ties.Contains(property.Name) && (property.PropertyType == typeof(string) || property.PropertyType.IsAssignableTo(typeof(IEnumerable<string>)));

    private static string Join(string place, string name)
    {
        var word = JsonNamingPolicy.CamelCase.ConvertName(name);
        return place.Length == 0 ? word : $"{place}, {word}";
    }
}
