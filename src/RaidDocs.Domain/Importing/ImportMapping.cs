using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace RaidDocs.Domain.Importing;

/// <summary>How files of another system become rows of ours: which file, which columns, which codes. Format raiddocs-mapping/1.</summary>
public sealed class ImportMapping
{
    public const string FormatName = "raiddocs-mapping/1";

    /// <summary>No mapping comes near it.</summary>
    public const int MaxBytes = 1024 * 1024;

    private const string Prefix = "mappings/";

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, AllowDuplicateProperties = false };

    private readonly List<MappedTo> _tables = [];

    private ImportMapping()
    {
    }

    /// <summary>The mappings that come with the program, by name.</summary>
    public static IReadOnlyList<string> Shipped { get; } =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..]).Order(StringComparer.Ordinal),
    ];

    internal IReadOnlyList<MappedTo> Tables => _tables;

    /// <summary>One that comes with the program; null when there is none of this name.</summary>
    public static ImportMapping? ReadShipped(string name)
    {
        using var stream = Shipped.Contains(name) ? Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + name) : null;
        if (stream is null)
        {
            return null;
        }

        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Read(name, bytes, new ImportReport());
    }

    /// <summary>The mapping; null when the report tells what is wrong with it, with JSON paths as columns.</summary>
    public static ImportMapping? Read(string file, ReadOnlySpan<byte> json, ImportReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(json.StartsWith("\uFEFF"u8) ? json[3..] : json, documentOptions: Lenient);
        }
        catch (JsonException broken)
        {
            report.Wrong(file, (int)(broken.LineNumber ?? 0) + 1, null, $"This is not JSON from here on. Look for a missing comma, quotation mark or bracket, or the same name twice, just before it");
            return null;
        }

        var mapping = new ImportMapping();
        new Reader(file, report).Read(root, mapping._tables);
        return report.IsClean ? mapping : null;
    }

    internal List<ImportTable> TablesOf(ImportFiles files, ImportReport report)
    {
        var tables = new List<ImportTable>();
        var used = new HashSet<TableFile>();
        foreach (var to in _tables)
        {
            var from = Find(to.From);
            if (from is null)
            {
                if (!to.IsOptional)
                {
                    report.Wrong(files.Name, 0, null, $"The mapping reads the file {to.From}, which is not there");
                }

                continue;
            }

            var joined = to.Joins.Select(join => (join, File: Find(join.File))).ToList();
            foreach (var (join, _) in joined.Where(pair => pair.File is null))
            {
                report.Wrong(files.Name, 0, null, $"The mapping reads the file {join.File}, which is not there");
            }

            used.UnionWith(joined.Select(pair => pair.File).OfType<TableFile>().Append(from));
            if (joined.TrueForAll(pair => pair.File is not null))
            {
                tables.Add(new MappedTable(to, from, [.. joined.Select(pair => pair.File!)]));
            }
        }

        foreach (var file in files.Tables.Where(file => !used.Contains(file)))
        {
            report.Warn(file.File, 0, null, $"The mapping does not name this file, so it is not read");
        }

        return tables;

        TableFile? Find(string pattern)
        {
            var wanted = new Regex($@"\A{Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal)}\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            return files.Tables.FirstOrDefault(table => wanted.IsMatch(table.File[(table.File.LastIndexOf('/') + 1)..]));
        }
    }

    // Everything that is wrong at once, each with its place.
    private sealed class Reader(string file, ImportReport report)
    {
        private static readonly string[] TableWords = ["to", "from", "optional", "once", "join", "only", "columns"];
        private static readonly string[] ColumnWords = ["column", "columns", "with", "constant", "codes", "otherwise", "split", "date"];
        private static readonly string[] JoinWords = ["file", "on", "equals", "as", "must"];
        private static readonly string[] OnlyWords = ["column", "is"];

        public void Read(JsonNode? root, List<MappedTo> tables)
        {
            if (root is not JsonObject whole)
            {
                Wrong("$", $"A mapping is one JSON object: {"{ \"format\": \"raiddocs-mapping/1\", \"tables\": [ ... ] }"}");
                return;
            }

            if (Text(whole["format"]) != FormatName)
            {
                Wrong("$.format", $"Write \"{FormatName}\". Other formats are not read by this program");
            }

            CheckWords(whole, ["$schema", "format", "about", "tables"], "$");
            if (whole["tables"] is not JsonArray { Count: > 0 } list)
            {
                Wrong("$.tables", $"Write a list with one entry for each table that is filled: [ ... ]");
                return;
            }

            for (var at = 0; at < list.Count; at++)
            {
                if (Table(list[at], FormattableString.Invariant($"$.tables[{at}]")) is { } table)
                {
                    tables.Add(table);
                }
            }
        }

        private MappedTo? Table(JsonNode? node, string path)
        {
            if (node is not JsonObject entry)
            {
                Wrong(path, $"Write an object: {"{ \"to\": \"women\", \"from\": \"form.csv\", \"columns\": { ... } }"}");
                return null;
            }

            CheckWords(entry, TableWords, path);
            var to = ImportTables.Find(Text(entry["to"]) ?? "");
            var from = Text(entry["from"]);
            if (to is null)
            {
                Wrong($"{path}.to", $"Write one of: {string.Join(", ", ImportTables.All.Select(table => table.Name))}");
            }

            if (from is null)
            {
                Wrong($"{path}.from", $"Write the name of the file that it comes from. * stands for any letters");
            }

            var joins = (entry["join"] as JsonArray ?? []).Select((join, at) => Join(join, FormattableString.Invariant($"{path}.join[{at}]"))).OfType<MappedJoin>().ToList();
            var only = entry["only"] is { } condition ? Only(condition, $"{path}.only") : null;
            if (to is null || from is null || entry["columns"] is not JsonObject columns)
            {
                if (entry["columns"] is not JsonObject)
                {
                    Wrong($"{path}.columns", $"Write which column fills which: {"{ \"woman_id\": \"_uuid\" }"}");
                }

                return null;
            }

            var made = new MappedColumn?[to.Columns.Count];
            foreach (var (name, value) in columns)
            {
                var index = to.IndexOf(name);
                if (index < 0)
                {
                    var near = ImportTables.Near(name, to.Columns.Select(column => column.Name)) ?? string.Join(", ", to.Columns.Select(column => column.Name));
                    Wrong($"{path}.columns.{name}", $"The table {to.Name} has no such column. Did you mean {near}?");
                    continue;
                }

                made[index] = Column(value, $"{path}.columns.{name}");
            }

            foreach (var (column, at) in to.Columns.Select((column, at) => (column, at)).Where(both => both.column.Kind == ColumnKind.Id && made[both.at] is null))
            {
                Wrong($"{path}.columns.{column.Name}", $"This column is missing. Without it the rows cannot be told apart");
            }

            return new MappedTo(to, from, Bool(entry["optional"], $"{path}.optional"), Bool(entry["once"], $"{path}.once"), joins, only, made);
        }

        private MappedColumn? Column(JsonNode? node, string path)
        {
            if (Text(node) is { } name)
            {
                return new MappedColumn([name]);
            }

            if (node is not JsonObject entry)
            {
                Wrong(path, $"Write the name of a column, or an object: {"{ \"column\": \"age\" }"}");
                return null;
            }

            CheckWords(entry, ColumnWords, path);
            List<string> from = [.. Texts(entry["columns"]), .. Text(entry["column"]) is { } one ? new[] { one } : []];
            var constant = Text(entry["constant"]);
            if (from.Count == 0 == constant is null)
            {
                Wrong(path, $"Write one of: {"column, columns, constant"}");
                return null;
            }

            var codes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (var (code, target) in entry["codes"] as JsonObject ?? [])
            {
                codes[code] = Text(target) ?? "";
            }

            return new MappedColumn(from)
            {
                Constant = constant,
                With = Text(entry["with"]) ?? " ",
                Codes = codes,
                Otherwise = Text(entry["otherwise"]),
                Split = Text(entry["split"]),
                Date = Text(entry["date"]),
            };
        }

        private MappedJoin? Join(JsonNode? node, string path)
        {
            if (node is JsonObject entry)
            {
                CheckWords(entry, JoinWords, path);
                if (Text(entry["file"]) is { } from && Text(entry["on"]) is { } on && Text(entry["equals"]) is { } equals && Text(entry["as"]) is { } name)
                {
                    return new MappedJoin(from, on, equals, name, Bool(entry["must"], $"{path}.must"));
                }
            }

            Wrong(path, $"Write {"{ \"file\": \"person.csv\", \"on\": \"victim\", \"equals\": \"person_record_number\", \"as\": \"person\" }"}");
            return null;
        }

        private MappedOnly? Only(JsonNode node, string path)
        {
            if (node is JsonObject entry && Text(entry["column"]) is { } column)
            {
                CheckWords(entry, OnlyWords, path);
                return new MappedOnly(column, Texts(entry["is"]).ToHashSet(StringComparer.OrdinalIgnoreCase));
            }

            Wrong(path, $"Write {"{ \"column\": \"type\", \"is\": [ \"raid\" ] }"}");
            return null;
        }

        private void CheckWords(JsonObject entry, IReadOnlyList<string> known, string path)
        {
            foreach (var (name, _) in entry.Where(member => !known.Contains(member.Key)))
            {
                Wrong($"{path}.{name}", $"There is no such entry here. Known are: {string.Join(", ", known)}");
            }
        }

        private bool Bool(JsonNode? node, string path)
        {
            if (node is null)
            {
                return false;
            }

            if (node is JsonValue value && value.TryGetValue<bool>(out var yes))
            {
                return yes;
            }

            Wrong(path, $"Write true or false, without quotation marks.");
            return false;
        }

        private void Wrong(string path, FormattableString sentence) => report.Wrong(file, 0, path, sentence);

        private static IEnumerable<string> Texts(JsonNode? node) => (node as JsonArray ?? []).Select(Text).OfType<string>();

        private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
    }
}
