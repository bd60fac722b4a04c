using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Audit;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Vault;
using RaidDocs.Web.CommandLine;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Server;

/// <summary>Two programs save into one store of a server, and one of them is ended with SIGKILL in the midst of it.</summary>
public sealed class KilledProgramTests : IDisposable
{
    private const string Words = "quiet lantern over the river";
    private const string FolderOfChild = "RAIDDOCS_CHILD_NODE";
    private const string ServerOfChild = "RAIDDOCS_CHILD_SERVER";
    private const int Saves = 40;

    private readonly string _folder = Directory.CreateTempSubdirectory("raiddocs-node-").FullName;
    private readonly string _server = Environment.GetEnvironmentVariable(FolderOfChild) is null ? TestServer.New() : "";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        if (_server.Length > 0)
        {
            TestServer.Drop(_server);
        }
    }

    [Fact]
    public async Task The_other_goes_on_and_every_confirmed_save_of_both_is_there_once()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("SIGKILL is of Linux.");
        }

        await using var host = CommandHost.MakeOnServer(new DataFolder(Path.Combine(_folder, "data")), new VaultedStoreKey(), _server);
        await host.Services.GetRequiredService<Store>().OpenAsync(cancellationToken: Cancelled);
        new VaultKeeper(host.Services.GetRequiredService<DataFolder>(), new VaultOptions { Rounds = 100 }).Make(RandomNumberGenerator.GetBytes(32), Words, WordList.Draw(7));
        await host.UnlockAsync(Words, Cancelled);
        using var child = Begin();
        var output = child.StandardOutput.ReadToEndAsync(Cancelled);
        var error = child.StandardError.ReadToEndAsync(Cancelled);
        List<string> confirmed = [];
        while (!child.HasExited && Read().Length < Saves)
        {
            confirmed.Add(await SaveAsync(host));
        }

        child.Kill(entireProcessTree: true);
        await child.WaitForExitAsync(Cancelled);
        Assert.True(child.ExitCode == 128 + 9, await output + await error);

        // Whatever it held, a lock for one, went with its connection.
        confirmed.Add(await SaveAsync(host));
        confirmed.AddRange(Read());
        Assert.True(confirmed.Count > Saves, $"{confirmed.Count}");
        var codes = (await host.Db.Raids.Select(row => row.Code).ToListAsync(Cancelled)).ToLookup(code => code);
        Assert.All(confirmed, code => Assert.Single(codes[code]));
        Assert.Empty((await host.Db.CheckLogAsync([], Cancelled)).Findings);
    }

    /// <summary>Is the program that is ended; by itself it does nothing.</summary>
    [Fact]
    public async Task Child()
    {
        if (Environment.GetEnvironmentVariable(FolderOfChild) is not { } folder)
        {
            Assert.Skip("Runs as a program of its own, started by the other test.");
            return;
        }

        await using var host = CommandHost.MakeOnServer(new DataFolder(Path.Combine(folder, "data")), new VaultedStoreKey(), Environment.GetEnvironmentVariable(ServerOfChild)!);
        await host.UnlockAsync(Words, Cancelled);
        await using var said = new FileStream(Path.Combine(folder, "confirmed.txt"), FileMode.Append, FileAccess.Write, FileShare.Read, 1);

        // Until it is ended.
        while (true)
        {
            said.Write(System.Text.Encoding.ASCII.GetBytes(await SaveAsync(host) + "\n"));
        }
    }

    private static async Task<string> SaveAsync(CommandHost host)
    {
        await using var scope = host.Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        await using var db = Store.OperatorContext(scope.ServiceProvider);
        var code = "K" + Guid.NewGuid().ToString("N")[..12];
        db.Add(new Raid(code, new RaidFacts { Name = code }));
        await db.SaveChangesAsync(Cancelled);
        return code;
    }

    private Process Begin()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(KilledProgramTests).Assembly.Location, "-method", $"{typeof(KilledProgramTests).FullName}.{nameof(Child)}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[FolderOfChild] = _folder;
        start.Environment[ServerOfChild] = _server;
        return Process.Start(start)!;
    }

    // A line that was not written to its end was not confirmed.
    private string[] Read()
    {
        var path = Path.Combine(_folder, "confirmed.txt");
        if (!File.Exists(path))
        {
            return [];
        }

        using var file = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var text = file.ReadToEnd();
        return text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
