using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using RaidDocs.Domain.Disclosure;

namespace RaidDocs.Web.Printing;

/// <summary>
/// Looks into a finished PDF with a program that did not make it (poppler), through pipes: no copy lies on the disk.
/// A document for others leaves only after that.
/// </summary>
public sealed class PdfInside
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    // Each would be a way to carry what the pages do not show. Chromium writes its dictionaries plainly.
    private static readonly string[] NeverInside = ["/EmbeddedFile", "/Filespec", "/AcroForm", "/JavaScript", "/Launch", "/OCProperties", "/Author"];

    /// <summary>The same for papers that others made.</summary>
    internal static IReadOnlyList<ReadOnlyMemory<byte>> NeverInsideOthers { get; } =
        [.. new[] { "/EmbeddedFile", "/JavaScript", "/Launch", "/RichMedia", "/SubmitForm" }.Select(name => (ReadOnlyMemory<byte>)Encoding.ASCII.GetBytes(name))];

    public bool IsAvailable { get; } = Programs.Has("pdftotext") && Programs.Has("pdfinfo");

    /// <summary>Finds withheld texts and whatever does not belong into the file.</summary>
    /// <param name="pdf">The file.</param>
    /// <param name="withheld">What must not be there.</param>
    /// <param name="must">Texts that must be there: a page that came out blank is found by them.</param>
    /// <param name="own">The words of the product.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="PrintFailedException">Something is there that must not be, or the file cannot be read.</exception>
    public async Task CheckAsync(byte[] pdf, IReadOnlyCollection<WithheldText> withheld, IEnumerable<string> must, IReadOnlyCollection<string> own, CancellationToken cancellationToken)
    {
        var laidOut = RunAsync(pdf, ["pdftotext", "-layout", "-enc", "UTF-8", "-", "-"], cancellationToken);
        var asWritten = RunAsync(pdf, ["pdftotext", "-raw", "-enc", "UTF-8", "-", "-"], cancellationToken);
        var about = RunAsync(pdf, ["pdfinfo", "-enc", "UTF-8", "-"], cancellationToken);
        var raw = Pages(await asWritten);
        (string Name, string Text)[] parts = [.. Pages(await laidOut), .. raw, ("metadata", await about)];

        var leaks = LeakSearch.Find(withheld, parts, own);
        if (leaks.Count > 0)
        {
            throw new LeakFoundException(leaks);
        }

        var text = LeakSearch.Squeezed(string.Concat(raw.Select(page => page.Text)));
        if (must.FirstOrDefault(one => !text.Contains(LeakSearch.Squeezed(one), StringComparison.Ordinal)) is not null)
        {
            throw new PrintFailedException("A page of the document came out without its text. Nothing was kept. Make it again.");
        }

        var bytes = Encoding.Latin1.GetString(pdf);
        if (NeverInside.Any(name => bytes.Contains(name, StringComparison.Ordinal)) || bytes.Split("%%EOF").Length != 2)
        {
            throw new PrintFailedException("The document holds more than its pages. Nothing was kept. Print the page from your browser.");
        }
    }

    /// <summary>The text of a paper that others made, page by page; what stands in pictures is not in it.</summary>
    /// <exception cref="PrintFailedException">It cannot be read.</exception>
    internal static async Task<IReadOnlyList<(string Name, string Text)>> PagesOfAsync(string path, CancellationToken cancellationToken) =>
        Pages(await RunAsync([], ["pdftotext", "-layout", "-enc", "UTF-8", path, "-"], cancellationToken));

    private static (string Name, string Text)[] Pages(string text) =>
        [.. text.TrimEnd('\f', '\n').Split('\f').Select((page, index) => (FormattableString.Invariant($"page {index + 1}"), page))];

    private static async Task<string> RunAsync(byte[] pdf, string[] command, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(Longest);
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command[0], command[1..])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
            })!;
            var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            var errors = process.StandardError.ReadToEndAsync(timeout.Token);
            await process.StandardInput.BaseStream.WriteAsync(pdf, timeout.Token);
            process.StandardInput.Close();
            await process.WaitForExitAsync(timeout.Token);
            await errors;
            return process.ExitCode == 0 ? await output : throw Unread(null);
        }
        catch (Exception failure) when (failure is Win32Exception or IOException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw Unread(failure);
        }
    }

    private static PrintFailedException Unread(Exception? why) =>
        new("The finished document could not be read again, so nobody knows what is in it. Nothing was kept. Make it again.", why);
}

/// <summary>A withheld text stands in a finished document. The message names fields and pages, never the text.</summary>
public sealed class LeakFoundException(IReadOnlyList<Leak> leaks) : Exception("A withheld text is in the document.")
{
    public IReadOnlyList<Leak> Leaks => leaks;
}
