using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace RaidDocs.Web.Printing;

/// <summary>Pages of a PDF that become part of a bound document.</summary>
/// <param name="Path">The file; it may be named many times.</param>
/// <param name="From">The first page, from 1.</param>
/// <param name="To">The last page.</param>
public sealed record Piece(string Path, int From, int To)
{
    public int Count => To - From + 1;
}

/// <summary>Binds PDFs by qpdf, a program that neither prints nor reads text. Files go in and out, in a <see cref="WorkFolder"/>.</summary>
public sealed partial class PdfBinder
{
    private const int DoneWithWarnings = 3;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public bool IsAvailable { get; } = Programs.Has("qpdf") && Programs.Has("pdfinfo");

    /// <summary>
    /// Makes a paper fit to be bound: pages and nothing else, what was filled in or noted on them becoming part of the page.
    /// Null if it needs a password, is damaged, or holds a script or another file.
    /// </summary>
    public async Task<IReadOnlyList<(double Width, double Height)>?> TakeAsync(string source, string target, CancellationToken cancellationToken)
    {
        var flat = target + ".flat";
        if (!await TryAsync([source, "--generate-appearances", "--flatten-annotations=all", flat], cancellationToken)
            || !await TryAsync(["--empty", "--object-streams=disable", "--deterministic-id", "--pages", flat, "1-z", "--", target], cancellationToken))
        {
            File.Delete(flat);
            return null;
        }

        File.Delete(flat);
        return await HoldsMoreThanPagesAsync(target, cancellationToken) ? null : await SizesAsync(target, cancellationToken);
    }

    /// <summary>How large each page is as it is read, in points.</summary>
    public static async Task<IReadOnlyList<(double Width, double Height)>?> SizesAsync(string path, CancellationToken cancellationToken)
    {
        if (await RunAsync(["pdfinfo", "-f", "1", "-l", "-1", path], cancellationToken) is not (0, var about))
        {
            return null;
        }

        var turned = Turned().Matches(about).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value is "90" or "270", StringComparer.Ordinal);
        return
        [
            .. PageSize().Matches(about).Select(match =>
            {
                var (width, height) = (double.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture), double.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture));
                return turned.GetValueOrDefault(match.Groups[1].Value) ? (height, width) : (width, height);
            }),
        ];
    }

    /// <summary>Binds the pieces in their order, with the stamps over them. Links and bookmarks of the first piece's file stay.</summary>
    /// <exception cref="PrintFailedException">It could not be bound.</exception>
    public Task BindAsync(IReadOnlyList<Piece> pieces, string stamps, string target, CancellationToken cancellationToken) =>
        DoAsync(
            [
                pieces[0].Path,
                "--pages", .. pieces.SelectMany(piece => new[] { piece.Path == pieces[0].Path ? "." : piece.Path, string.Create(CultureInfo.InvariantCulture, $"{piece.From}-{piece.To}") }), "--",
                "--overlay", stamps, "--",
                "--object-streams=disable", "--deterministic-id", target,
            ],
            cancellationToken);

    /// <summary>AES-256: nobody opens it without the password.</summary>
    /// <exception cref="PrintFailedException">It could not be sealed.</exception>
    public Task LockAsync(string source, string target, string password, CancellationToken cancellationToken) =>
        DoAsync([source, "--encrypt", password, password, "256", "--", target], cancellationToken);

    /// <summary>A script, a form, another file: what pages have no need of.</summary>
    public static async Task<bool> HoldsMoreThanPagesAsync(string path, CancellationToken cancellationToken)
    {
        const int overlap = 32;
        var buffer = new byte[128 * 1024];
        await using var file = File.OpenRead(path);
        for (int kept = 0, count; (count = await file.ReadAsync(buffer.AsMemory(kept), cancellationToken)) > 0;)
        {
            var seen = kept + count;
            if (PdfInside.NeverInsideOthers.Any(name => buffer.AsSpan(0, seen).IndexOf(name.Span) >= 0))
            {
                return true;
            }

            kept = Math.Min(overlap, seen);
            buffer.AsSpan(seen - kept, kept).CopyTo(buffer);
        }

        return false;
    }

    private static async Task DoAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (!await TryAsync(arguments, cancellationToken))
        {
            throw new PrintFailedException("The papers could not be bound together. Nothing was kept. Try again, or leave the newest paper out.");
        }
    }

    // The arguments go in by the input, because those of a program can be read by everybody on the machine, a password too.
    private static async Task<bool> TryAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        await RunAsync(["qpdf", "@-"], cancellationToken, string.Join('\n', ["--no-warn", .. arguments])) is (0 or DoneWithWarnings, _);

    private static async Task<(int Code, string Output)> RunAsync(string[] command, CancellationToken cancellationToken, string? input = null)
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
                StandardInputEncoding = new UTF8Encoding(false),
                StandardOutputEncoding = Encoding.UTF8,
            })!;
            try
            {
                var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
                var errors = process.StandardError.ReadToEndAsync(timeout.Token);
                await process.StandardInput.WriteAsync(input.AsMemory(), timeout.Token);
                process.StandardInput.Close();
                await process.WaitForExitAsync(timeout.Token);
                await errors;
                return (process.ExitCode, await output);
            }
            finally
            {
                if (!process.HasExited)
                {
                    process.Kill(entireProcessTree: true);
                }
            }
        }
        catch (Exception failure) when (failure is Win32Exception or IOException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return (-1, "");
        }
    }

    [GeneratedRegex(@"^Page\s+(\d+) size:\s+([\d.]+) x ([\d.]+) pts", RegexOptions.Multiline)]
    private static partial Regex PageSize();

    [GeneratedRegex(@"^Page\s+(\d+) rot:\s+(\d+)", RegexOptions.Multiline)]
    private static partial Regex Turned();
}
