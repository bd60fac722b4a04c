using System.Diagnostics;

namespace RaidDocs.Benchmarks.Whole;

/// <summary>The tables that are brought in: an invented workload of a certain size, made by a program that lies outside of this repository.</summary>
internal static class Workload
{
    private static readonly string[] Sizes = ["small", "medium", "large"];

    /// <summary>The folder with the tables, or null with the reason told.</summary>
    public static string? Find(StoreOptions options, string scratch)
    {
        if (options.Workload is { } ready)
        {
            return File.Exists(Path.Combine(ready, "raids.csv")) ? ready : Refuse($"There is no raids.csv in {ready}.");
        }

        if (!Sizes.Contains(options.Size))
        {
            return Refuse($"--size is one of {string.Join(", ", Sizes)}.");
        }

        if ((options.Generator ?? Nearby()) is not { } generator || !File.Exists(generator))
        {
            return Refuse("The program that makes the workload (generate.py) is not here. Name it with --generator PATH, or a folder of its tables with --workload DIR.");
        }

        using var python = Process.Start(new ProcessStartInfo("python3", [generator, options.Size, "--out", scratch]) { RedirectStandardOutput = true })!;
        python.StandardOutput.ReadToEnd();
        python.WaitForExit();
        var made = Directory.EnumerateFiles(scratch, "raids.csv", SearchOption.AllDirectories).FirstOrDefault();
        return python.ExitCode == 0 && made is not null ? Path.GetDirectoryName(made) : Refuse($"{generator} made no tables.");
    }

    // Beside the repository, where it is laid for those who measure.
    private static string? Nearby()
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "RaidDocs.sln")))
            {
                return Path.Combine(folder.FullName, "..", "shared", "workload", "generate.py");
            }
        }

        return null;
    }

    private static string? Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return null;
    }
}

/// <summary>What the verb was called with.</summary>
/// <param name="Size">small, medium or large.</param>
/// <param name="Generator">The program that makes the tables.</param>
/// <param name="Workload">A folder of tables that were made before.</param>
/// <param name="Seconds">Each figure is measured for so long.</param>
/// <param name="Rounds">So many times, in turns with its rivals.</param>
/// <param name="ImportOnly">Nothing is measured after the import.</param>
/// <param name="Against">Another size, whose pages are asked in turns.</param>
/// <param name="Server">How to connect to an empty database of PostgreSQL; null for a file.</param>
internal sealed record StoreOptions(string Size, string? Generator, string? Workload, double Seconds, int Rounds, bool ImportOnly, string? Against, string? Server)
{
    public static StoreOptions? Read(IReadOnlyList<string> args)
    {
        var options = new StoreOptions("medium", null, null, 3, 3, false, null, null);
        for (var at = 0; at < args.Count; at++)
        {
            var value = at + 1 < args.Count ? args[at + 1] : "";
            switch (args[at])
            {
                case "--import-only":
                    options = options with { ImportOnly = true };
                    continue;
                case "--size":
                    options = options with { Size = value };
                    break;
                case "--generator":
                    options = options with { Generator = value };
                    break;
                case "--workload":
                    options = options with { Workload = value };
                    break;
                case "--against":
                    options = options with { Against = value };
                    break;
                case "--server":
                    options = options with { Server = value };
                    break;
                case "--seconds" when double.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var seconds):
                    options = options with { Seconds = seconds };
                    break;
                case "--rounds" when int.TryParse(value, out var rounds):
                    options = options with { Rounds = rounds };
                    break;
                default:
                    Console.Error.WriteLine($"{args[at]} is not known. Known are --size, --generator, --workload, --against, --server, --seconds, --rounds and --import-only.");
                    return null;
            }

            at++;
        }

        return options;
    }
}
