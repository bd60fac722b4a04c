using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Cases;

/// <summary>How the case format is written: camel case, dates and unknowns as typed text, no empty entries.</summary>
public static class CaseJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            WriteIndented = true,
            NewLine = "\n",
            // Thai and Burmese stay readable in the file.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            NumberHandling = JsonNumberHandling.Strict,
            PropertyNameCaseInsensitive = false,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutEmpty } },
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new TypedText<PartialDate>(text => PartialDate.Read(text), date => date.Typed));
        options.Converters.Add(new TypedText<PartialDateTime>(text => PartialDateTime.Read(text), date => date.Typed));
        options.Converters.Add(new TypedText<Said>(text => Said.Read(text), said => said.Typed));
        options.MakeReadOnly();
        return options;
    }

    private static void LeaveOutEmpty(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.PropertyType == typeof(Answer) || property.PropertyType == typeof(Reliability))
            {
                property.ShouldSerialize = (_, value) => Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture) != 0;
            }
            else if (property.PropertyType.IsAssignableTo(typeof(ICollection)))
            {
                property.ShouldSerialize = (_, value) => value is ICollection { Count: > 0 };
            }
        }
    }

    /// <summary>A value that is written as the text that was typed.</summary>
    private sealed class TypedText<T>(Func<string, T?> read, Func<T, string> write) : JsonConverter<T>
        where T : class
    {
        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString() is { } text ? read(text) : null;

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(write(value));
    }
}
