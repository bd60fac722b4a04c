using System.Globalization;
using System.Text;
using System.Text.Json;
using Serilog.Events;
using Serilog.Formatting;

namespace RaidDocs.Web.Infrastructure;

/// <summary>
/// One JSON line for each event. An exception is told by its type and its stack only: messages quote what people typed.
/// JSON also keeps a line break in a value from starting a line of its own.
/// </summary>
internal sealed class SafeLogFormatter : ITextFormatter
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public void Format(LogEvent logEvent, TextWriter output)
    {
        var line = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["at"] = logEvent.Timestamp.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["level"] = logEvent.Level.ToString(),
            ["message"] = logEvent.RenderMessage(CultureInfo.InvariantCulture),
        };
        if (logEvent.Properties.TryGetValue("SourceContext", out var source))
        {
            line["source"] = source.ToString().Trim('"');
        }

        if (logEvent.Exception is { } failure)
        {
            line["exception"] = Describe(failure);
        }

        output.WriteLine(JsonSerializer.Serialize(line, Plain));
    }

    private static string Describe(Exception failure)
    {
        var text = new StringBuilder();
        for (var current = failure; current is not null; current = current.InnerException)
        {
            text.Append(text.Length > 0 ? "\ncaused by " : "").Append(current.GetType().FullName).Append('\n').Append(current.StackTrace);
        }

        return text.ToString();
    }
}
