using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Audit;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Papers;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Vault;
using RaidDocs.Web.CommandLine;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.CommandLine;

/// <summary>
/// A program in which four people save is ended with SIGKILL again and again. What it had confirmed is there afterwards, once, and
/// the store is whole. RAIDDOCS_KILLS=200 makes it the long form, with 10,000 confirmed saves.
/// </summary>
public sealed class KilledSavingTests : IDisposable
{
    private const string Words = "quiet lantern over the river";
    private const string FolderOfChild = "RAIDDOCS_CHILD_FOLDER";
    private const string Confirmations = "confirmed.txt";
    private const int SavesEach = 50;
    private const int Writers = 4;

    private static readonly int Kills = int.Parse(
        Environment.GetEnvironmentVariable("RAIDDOCS_KILLS") ?? (Culture.IsSecondRun ? "1" : "3"), CultureInfo.InvariantCulture);

    // The program that is ended would leave its own behind.
    private readonly string _folder = Environment.GetEnvironmentVariable(FolderOfChild) ?? Directory.CreateTempSubdirectory("raiddocs-saving-").FullName;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(_folder, "data");

    public void Dispose()
    {
        if (Environment.GetEnvironmentVariable(FolderOfChild) is null)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public async Task Ended_while_four_people_save_no_confirmed_save_is_lost_and_none_is_there_twice()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("SIGKILL is of Linux.");
        }

        await MakeAsync();
        var confirmed = new List<string>();
        for (var kill = 1; kill <= Kills; kill++)
        {
            confirmed.AddRange(await SaveAndKillAsync());
            Assert.True(confirmed.Count >= kill * SavesEach, $"{confirmed.Count} after {kill}");
            await CheckAsync(confirmed, kill);
        }
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

        await using var host = await OpenAsync(Path.Combine(folder, "data"));
        await using var said = new FileStream(Path.Combine(folder, Confirmations), FileMode.Append, FileAccess.Write, FileShare.Read, 1);
        var turn = new Lock();
        var raid = await host.Db.Raids.Where(row => row.Code == "R00").Select(row => row.Id).SingleAsync(Cancelled);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            // Until it is ended.
            while (true)
            {
                await using var scope = host.Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
                await using var db = Store.OperatorContext(scope.ServiceProvider);
                var name = await (writer == 0 ? SendAsync(db, host, raid) : SaveAsync(db));
                lock (turn)
                {
                    said.Write(System.Text.Encoding.ASCII.GetBytes(name + "\n"));
                }
            }
        })));
    }

    private static async Task<string> SaveAsync(RaidDocsDbContext db)
    {
        var code = "K" + Guid.NewGuid().ToString("N")[..12];
        db.Add(new Raid(code, new RaidFacts { Name = code }));
        await db.SaveChangesAsync();
        return code;
    }

    private static async Task<string> SendAsync(RaidDocsDbContext db, CommandHost host, Guid raid)
    {
        var plain = RandomNumberGenerator.GetBytes(80_000);
        "%PDF-1.7\n"u8.CopyTo(plain);
        var id = await new EvidenceStore(db, host.Services.GetRequiredService<SealedFiles>()).ReceiveAsync(
            new GivenFile(Guid.CreateVersion7(), raid, new EvidenceFacts { Title = "Order" }, []) { Name = "order.pdf" }, new MemoryStream(plain), TestApp.Today, CancellationToken.None);
        return $"{id:D} {Convert.ToHexStringLower(SHA256.HashData(plain))}";
    }

    // What the program had confirmed when it was ended.
    private async Task<string[]> SaveAndKillAsync()
    {
        var path = Path.Combine(_folder, Confirmations);
        File.Delete(path);
        var start = new ProcessStartInfo("dotnet", [typeof(KilledSavingTests).Assembly.Location, "-method", $"{typeof(KilledSavingTests).FullName}.{nameof(Child)}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[FolderOfChild] = _folder;
        using var child = Process.Start(start)!;
        var output = child.StandardOutput.ReadToEndAsync(Cancelled);
        var error = child.StandardError.ReadToEndAsync(Cancelled);
        while (!child.HasExited && Read(path).Length < SavesEach)
        {
            await Task.Delay(10, Cancelled);
        }

        child.Kill(entireProcessTree: true);
        await child.WaitForExitAsync(Cancelled);
        Assert.True(child.ExitCode == 128 + 9, await output + await error);
        return Read(path);
    }

    // A line that was not written to its end was not confirmed.
    private static string[] Read(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        using var file = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var text = file.ReadToEnd();
        return text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private async Task CheckAsync(List<string> confirmed, int kill)
    {
        await using var host = await OpenAsync(Data);
        var codes = (await host.Db.Raids.Select(row => row.Code).ToListAsync(Cancelled)).ToLookup(code => code);
        var files = await host.Db.Evidence.ToDictionaryAsync(row => row.Id.ToString("D"), row => row.File.Sha256, Cancelled);
        Assert.All(confirmed, name => Assert.True(
            name.Split(' ') is [var id, var hash] ? files.GetValueOrDefault(id) == hash : codes[name].Count() == 1, $"{name} after {kill}"));
        Assert.Empty((await host.Db.CheckLogAsync([], Cancelled)).Findings);

        // A file whose save was not confirmed may lie there without a record; nothing that has one is missing or damaged.
        var found = await host.Db.CheckFilesAsync(host.Services.GetRequiredService<SealedFiles>(), settled: null, Cancelled);
        Assert.All(found.Findings, one => Assert.StartsWith("A file has no record", one.Format, StringComparison.Ordinal));
        Assert.True(found.Findings.Count <= kill, $"{found.Findings.Count} after {kill}");
        await host.Services.GetRequiredService<Store>().CloseAsync();
    }

    private async Task MakeAsync()
    {
        await using var host = CommandHost.Make(new DataFolder(Data), new VaultedStoreKey());
        await host.Services.GetRequiredService<Store>().OpenAsync(cancellationToken: Cancelled);
        new VaultKeeper(host.Services.GetRequiredService<DataFolder>(), new VaultOptions { Rounds = 100 }).Make(RandomNumberGenerator.GetBytes(32), Words, WordList.Draw(7));
        await host.UnlockAsync(Words, Cancelled);
        host.Db.Add(new Raid("R00", new RaidFacts { Name = "Harbour" }));
        await host.Db.SaveChangesAsync(Cancelled);
        await host.Services.GetRequiredService<Store>().CloseAsync();
    }

    private static async Task<CommandHost> OpenAsync(string data)
    {
        var host = CommandHost.Make(new DataFolder(data), new VaultedStoreKey());
        try
        {
            await host.UnlockAsync(Words, Cancelled);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }
}
