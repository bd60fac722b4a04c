using System.Diagnostics;
using System.Globalization;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.CommandLine;

/// <summary>Runs the program with killer.c, which ends it with SIGKILL at a given count of what it does to files.</summary>
internal static class Killing
{
    /// <summary>What the exit of a program says that was ended so.</summary>
    public const int Ended = 128 + 9;

    /// <summary>At how many points: a few, or as many as RAIDDOCS_KILLS says.</summary>
    public static int Points(int usual) => int.Parse(
        Environment.GetEnvironmentVariable("RAIDDOCS_KILLS") ?? (Culture.IsSecondRun ? "3" : usual.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);

    public static IEnumerable<int> Spread(int points, int steps) =>
        Enumerable.Range(0, points).Select(point => 1 + (point * (steps - 1) / (points - 1))).Distinct();

    /// <summary>Builds the library into a folder.</summary>
    public static async Task<string> BuildAsync(string folder)
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("SIGKILL is of Linux.");
        }

        var killer = Path.Combine(folder, "killer.so");
        var source = Path.Combine(Repository.Root, "tests", "RaidDocs.Web.Tests", "CommandLine", "killer.c");
        Assert.Equal(0, (await RunAsync("gcc", [], "-shared", "-fPIC", "-o", killer, source, "-ldl")).Exit);
        return killer;
    }

    /// <summary>What the library is told.</summary>
    /// <param name="killer">The library.</param>
    /// <param name="folder">Counts what is done to paths that begin so; beside it lies a log, one byte for each.</param>
    /// <param name="at">The count; 0 for never.</param>
    /// <param name="begin">Counts from the first path on that holds this.</param>
    public static (string Name, string Value)[] Settings(string killer, string folder, int at, string begin) =>
    [
        ("LD_PRELOAD", killer), ("KILL_FOLDER", folder), ("KILL_AT", at.ToString(CultureInfo.InvariantCulture)), ("KILL_LOG", LogOf(folder)), ("KILL_BEGIN", begin),
    ];

    /// <summary>How much it did.</summary>
    public static int Steps(string folder) => (int)new FileInfo(LogOf(folder)).Length;

    public static string KeyFile(string folder, string name, string words)
    {
        var path = Path.Combine(folder, name + ".key");
        File.WriteAllText(path, words + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return path;
    }

    public static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var place = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Copy(file, place);
        }
    }

    /// <summary>The program itself, with words as on the command line.</summary>
    public static Task<(int Exit, string Output)> RaidDocsAsync((string Name, string Value)[] settings, params string[] words) =>
        RunAsync("dotnet", settings, [Path.Combine(AppContext.BaseDirectory, "RaidDocs.Web.dll"), .. words]);

    public static async Task<(int Exit, string Output)> RunAsync(string program, (string Name, string Value)[] settings, params string[] words)
    {
        var start = new ProcessStartInfo(program, words) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output + await error);
    }

    private static string LogOf(string folder) => folder + ".log";
}
