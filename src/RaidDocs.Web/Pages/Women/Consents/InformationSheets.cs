using System.Security.Cryptography;
using System.Text;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Women.Consents;

/// <summary>What is read to a woman before she is asked. A changed text is a new edition; editions that were read are never changed.</summary>
/// <param name="Code">Language (ISO 639-3) and edition: "eng-1".</param>
/// <param name="Text">As it is read to her.</param>
/// <param name="Hash">SHA-256 of the text in UTF-8, lower-case hex.</param>
public sealed record InformationSheet(string Code, string Text, string Hash)
{
    /// <summary>ISO 639-3.</summary>
    public string Language => Code[..Code.IndexOf('-', StringComparison.Ordinal)];
}

public static class InformationSheets
{
    private static readonly SortedDictionary<string, InformationSheet> Sheets = Read();

    public static IReadOnlyCollection<InformationSheet> All => Sheets.Values;

    public static InformationSheet? Find(string? code) => code is not null && Sheets.TryGetValue(code, out var sheet) ? sheet : null;

    /// <summary>The newest edition in her language; null when there is none, and a person must say it in her words.</summary>
    public static InformationSheet? In(string? language) =>
        Sheets.Values.Where(sheet => sheet.Language == language).MaxBy(sheet => sheet.Code, StringComparer.Ordinal);

    public static IReadOnlyList<Choice> Choices() => [.. Sheets.Keys.Select(code => new Choice(code, code))];

    private static SortedDictionary<string, InformationSheet> Read()
    {
        var sheets = new SortedDictionary<string, InformationSheet>(StringComparer.Ordinal);
        var assembly = typeof(InformationSheets).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("sheets/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            var text = reader.ReadToEnd().ReplaceLineEndings("\n");
            var code = name["sheets/".Length..];
            sheets[code] = new InformationSheet(code, text, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
        }

        return sheets;
    }
}
