using RaidDocs.Web.Hosting;

namespace RaidDocs.Benchmarks;

/// <summary>The invented case that comes with the program.</summary>
internal static class DemoCase
{
    /// <summary>A raid with 17 women, of which a chapter of a dozen pages is made.</summary>
    public static byte[] DokRak()
    {
        using var stream = typeof(RaidDocsApp).Assembly.GetManifestResourceStream("demo/dok-rak.json")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
