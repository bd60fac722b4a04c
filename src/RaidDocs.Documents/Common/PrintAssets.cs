using System.Reflection;

namespace RaidDocs.Documents.Common;

/// <summary>One file of a print page.</summary>
public sealed record PrintAsset(string MediaType, ReadOnlyMemory<byte> Body);

/// <summary>The style sheet and the fonts, compiled in: what the printer may load, and what the print page loads in a browser.</summary>
public static class PrintAssets
{
    private const string Folder = "/print/";

    private static readonly Dictionary<string, PrintAsset> All = Load();

    public static PrintAsset? Find(string path) => All.GetValueOrDefault(path);

    private static Dictionary<string, PrintAsset> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames().ToDictionary(
            name => Folder + name,
            name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                var body = new byte[stream.Length];
                stream.ReadExactly(body);
                return new PrintAsset(name.EndsWith(".css", StringComparison.Ordinal) ? "text/css; charset=utf-8" : "font/woff2", body);
            });
    }
}
