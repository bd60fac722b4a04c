using System.Collections.Frozen;
using System.Text.Json;

namespace RaidDocs.Web.Infrastructure;

/// <summary>One sentence in Thai, and whether a native speaker has read it.</summary>
internal sealed record ThaiText(string Th, bool Read);

/// <summary>The Thai sentences that travel with the program, under their English masters.</summary>
internal static class TextTable
{
    private static readonly JsonSerializerOptions Reading = new() { PropertyNameCaseInsensitive = true };

    public static FrozenDictionary<string, ThaiText> Thai { get; } = Load();

    private static FrozenDictionary<string, ThaiText> Load()
    {
        using var file = typeof(TextTable).Assembly.GetManifestResourceStream("texts/th.json")
            ?? throw new InvalidOperationException("The program was built without Resources/th.json.");
        return JsonSerializer.Deserialize<Dictionary<string, ThaiText>>(file, Reading)!.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
