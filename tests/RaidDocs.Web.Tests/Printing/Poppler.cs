using System.Diagnostics;

namespace RaidDocs.Web.Tests.Printing;

/// <summary>What another program reads from a PDF.</summary>
internal static class Poppler
{
    public static Task<string> TextAsync(byte[] pdf) => RunAsync(pdf, "pdftotext", "-", "-");

    /// <summary>All of it in the order in which it was written, so that a cell of a table stays together.</summary>
    public static Task<string> RawTextAsync(byte[] pdf) => RunAsync(pdf, "pdftotext", "-raw", "-", "-");

    /// <summary>One page in the order in which it was written, not column by column.</summary>
    public static Task<string> PageTextAsync(byte[] pdf, int page) => RunAsync(pdf, "pdftotext", "-raw", "-f", $"{page}", "-l", $"{page}", "-", "-");

    public static Task<string> StructureAsync(byte[] pdf) => RunAsync(pdf, "pdfinfo", "-struct-text", "-");

    /// <summary>Title, Tagged, Pages and the like, by name.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> InfoAsync(byte[] pdf) =>
        (await RunAsync(pdf, "pdfinfo", "-"))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(':', 2))
            .ToDictionary(parts => parts[0].Trim(), parts => parts[^1].Trim(), StringComparer.Ordinal);

    private static async Task<string> RunAsync(byte[] pdf, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        await process.StandardInput.BaseStream.WriteAsync(pdf);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return await output;
    }
}
