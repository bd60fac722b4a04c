using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace RaidDocs.Web.CommandLine;

/// <summary>What most verbs take.</summary>
internal sealed class CommonOptions
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public Option<DirectoryInfo> Data { get; } = new("--data")
    {
        Description = "The folder that holds everything.",
        DefaultValueFactory = _ => new DirectoryInfo("data"),
    };

    public Option<FileInfo?> KeyFile { get; } = new("--key-file")
    {
        Description = "A file with a passphrase of the vault, which only you can read. Without it you are asked.",
    };

    public Option<bool> Json { get; } = new("--json") { Description = "Print results for a program to read." };

    public void AddTo(Command command)
    {
        command.Options.Add(Data);
        command.Options.Add(KeyFile);
        command.Options.Add(Json);
    }

    /// <summary>Prints a result, as JSON or as the lines that a person reads.</summary>
    public void Print(ParseResult parsed, object result, params IEnumerable<string> lines)
    {
        if (parsed.GetValue(Json))
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(result, Indented));
            return;
        }

        foreach (var line in lines)
        {
            Console.Out.WriteLine(line);
        }
    }
}
