using System.Diagnostics;
using System.Text.Json;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.CommandLine;

/// <summary>The drill as a person at the computer does it: processes, key files, exit codes. And what doctor says on the way.</summary>
public sealed class BackupVerbTests : IDisposable
{
    private const string Words = "quiet lantern over the river";

    private readonly string _folder = Directory.CreateTempSubdirectory("raiddocs-drill-").FullName;

    private string Data => Path.Combine(_folder, "data");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_store_is_backed_up_checked_restored_with_the_sheet_and_verified_there()
    {
        using var made = JsonDocument.Parse((await RunAsync(Words, "store", "init", "--data", Data, "--json")).Output);
        var sheet = made.RootElement.GetProperty("recoverySheet").GetString()!;
        Assert.Equal(0, (await RunAsync(Words, "case", "import", Path.Combine(Repository.Root, "seeds", "demo", "mida.json"), "--data", Data)).Exit);
        var before = await RunAsync(Words, "doctor", "--data", Data);
        Assert.Equal(1, before.Exit);
        Assert.Contains("none was made and checked yet", before.Output, StringComparison.Ordinal);

        using var created = JsonDocument.Parse((await RunAsync(Words, "backup", "create", "--data", Data, "--json")).Output);
        var backup = created.RootElement.GetProperty("file").GetString()!;
        Assert.StartsWith(Path.Combine(Data, "backups", "notes-"), backup, StringComparison.Ordinal);

        // On the machine itself a passphrase does; elsewhere the sheet alone, and nothing else.
        Assert.Equal(0, (await RunAsync(Words, "backup", "verify", backup, "--data", Data)).Exit);
        var elsewhere = Path.Combine(_folder, "elsewhere");
        var wrong = await RunAsync(Words, "backup", "restore", backup, "--data", elsewhere);
        Assert.Equal((1, true), (wrong.Exit, wrong.Error.Contains("seven words of the recovery sheet", StringComparison.Ordinal)));
        Assert.False(Directory.Exists(elsewhere));
        Assert.Equal(1, (await RunAsync(Words, "backup", "restore", Path.Combine(_folder, "none"), "--data", elsewhere)).Exit);
        Assert.Equal(2, (await RunAsync(Words, "backup", "restore")).Exit);
        using var restored = JsonDocument.Parse((await RunAsync(sheet, "backup", "restore", backup, "--data", elsewhere, "--json")).Output);
        Assert.Equal(created.RootElement.GetProperty("log").GetString(), restored.RootElement.GetProperty("log").GetString());

        // The log there is whole, and held against the checkpoint that the backup printed.
        var checkpoint = Path.Combine(_folder, "checkpoint.txt");
        await File.WriteAllTextAsync(checkpoint, created.RootElement.GetProperty("log").GetString(), TestContext.Current.CancellationToken);
        using var verified = JsonDocument.Parse((await RunAsync(sheet, "verify", "--data", elsewhere, "--checkpoint", checkpoint, "--json")).Output);
        Assert.Equal(0, verified.RootElement.GetProperty("findings").GetArrayLength());
        var again = await RunAsync(sheet, "backup", "restore", backup, "--data", elsewhere);
        Assert.Equal((1, true), (again.Exit, again.Error.Contains("is not empty", StringComparison.Ordinal)));

        var after = await RunAsync(Words, "doctor", "--data", Data, "--json");
        using var seen = JsonDocument.Parse(after.Output);
        var states = seen.RootElement.EnumerateArray().ToDictionary(one => one.GetProperty("name").GetString()!, one => one.GetProperty("state").GetString());
        foreach (var name in new[] { "SQLite", "encryption", "settings of SQLite", "backup", "log", "schema", "data folder" })
        {
            Assert.Equal((name, "fine"), (name, states[name]));
        }

        foreach (var name in new[] { "program", ".NET", "processor", "clock", "disk", "disk encryption", "swap", "sentences", "family page", "vault", "rules of law" })
        {
            Assert.Contains(name, states.Keys);
        }
    }

    [Fact]
    public async Task While_a_program_runs_on_the_folder_the_next_one_is_told_so_and_doctor_looks_at_the_rest()
    {
        using var running = new DataFolder(Data);
        running.Take();
        await File.WriteAllTextAsync(running.Database, "sealed", TestContext.Current.CancellationToken);

        var refused = await RunAsync(Words, "backup", "create", "--data", Data);
        Assert.Equal(1, refused.Exit);
        Assert.Contains("Another RaidDocs is using the data folder", refused.Error, StringComparison.Ordinal);
        Assert.Contains("Admin, Backup", refused.Error, StringComparison.Ordinal);
        Assert.Contains("in use by a running RaidDocs", (await RunAsync(Words, "doctor", "--data", Data)).Output, StringComparison.Ordinal);
        var second = await RunAsync(Words, "serve", "--data", Data, "--urls", "http://127.0.0.1:0");
        Assert.Equal((1, true), (second.Exit, second.Error.Contains("Another RaidDocs", StringComparison.Ordinal)));
    }

    private async Task<(int Exit, string Output, string Error)> RunAsync(string secret, params string[] words)
    {
        var key = Path.Combine(_folder, $"{secret.Length}.key");
        await File.WriteAllTextAsync(key, secret + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "RaidDocs.Web.dll"), .. words, "--key-file", key])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder,
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output, await error);
    }
}
