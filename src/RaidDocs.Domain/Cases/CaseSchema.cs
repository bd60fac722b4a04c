using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Reference;

namespace RaidDocs.Domain.Cases;

/// <summary>The JSON Schema of the case format, made from the records themselves and their comments.</summary>
public static partial class CaseSchema
{
    private const string DateHelp =
        "A date as people say it: \"2011-03-13\", \"13 March 2554\", \"March 2011\", \"about 2554\", \"10 March 2011 to 15 March 2011\", \"not known\". Western and Buddhist years, digits of any script; years with 4 numbers.";

    private const string TimeHelp = DateHelp + " A time may follow: \"2011-03-13 22:40\", \"12 March 2568, night\".";

    private const string SaidHelp =
        "Text, or why there is none: \"not asked\", \"not known\", \"would rather not say\", \"withheld for safety\".";

    public static string Write()
    {
        var comments = Comments();
        var schema = CaseJson.Options.GetJsonSchemaAsNode(typeof(CaseFile), new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = (context, node) => Describe(context, node, comments),
        }).AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", CaseFile.FormatName);
        return schema.ToJsonString(CaseJson.Options) + "\n";
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode node, Dictionary<string, string> comments)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        var help = new List<string>();
        if (context.PropertyInfo?.AttributeProvider is MemberInfo member)
        {
            if (comments.TryGetValue($"P:{member.DeclaringType!.FullName}.{member.Name}", out var comment))
            {
                help.Add(comment);
            }

            if (member.GetCustomAttribute<OfListAttribute>() is { List: var list } && type == typeof(string))
            {
                help.Add($"A key of seeds/reference/{list}.json.");
            }
        }
        else if (comments.TryGetValue($"T:{type.FullName}", out var comment) && node is JsonObject)
        {
            help.Add(comment);
        }

        if (type == typeof(PartialDate) || type == typeof(PartialDateTime) || type == typeof(Said))
        {
            node = new JsonObject { ["type"] = "string" };
            help.Add(type == typeof(PartialDate) ? DateHelp : type == typeof(Said) ? SaidHelp : TimeHelp);
        }

        if (node is JsonObject described)
        {
            if (type.IsAssignableTo(typeof(object)) && described["properties"] is not null)
            {
                described["additionalProperties"] = false;
            }

            if (help.Count > 0)
            {
                described["description"] = string.Join(' ', help);
            }
        }

        return node;
    }

    // The compiler writes the comments beside the assembly.
    private static Dictionary<string, string> Comments()
    {
        var file = Path.ChangeExtension(typeof(CaseSchema).Assembly.Location, ".xml");
        return XDocument.Load(file).Descendants("member").ToDictionary(
            member => (string)member.Attribute("name")!,
            member => WhiteSpace().Replace(string.Concat(member.Element("summary")?.Nodes().Select(Words) ?? []), " ").Trim(),
            StringComparer.Ordinal);
    }

    private static string Words(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see => ((string?)see.Attribute("cref") ?? "").Split('.')[^1] is { Length: > 0 } name
            ? JsonNamingPolicy.CamelCase.ConvertName(name) : "",
        XElement element => element.Value,
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
