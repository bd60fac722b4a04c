using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Audit;
using RaidDocs.Domain.Backups;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Papers;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Vault;
using RaidDocs.Web.CommandLine;
using RaidDocs.Web.Hosting.Backups;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.CommandLine;

/// <summary>
/// The program is ended with SIGKILL while it makes a backup, restores one, or takes a file. What is half-written is never taken
/// for a backup, a store or a file, the store goes on, and the next try works. RAIDDOCS_KILLS=100 makes it many points.
/// </summary>
public sealed class KilledBackupTests : IDisposable
{
    private const string Words = "quiet lantern over the river";
    private const string FolderOfChild = "RAIDDOCS_CHILD_DATA";
    private const int Usual = 3;

    // The program that is ended would leave its own behind.
    private readonly string _folder = Environment.GetEnvironmentVariable(FolderOfChild) ?? Directory.CreateTempSubdirectory("raiddocs-killed-").FullName;
    private readonly string _sheet = WordList.Draw(WordList.SheetWords);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Origin => Path.Combine(_folder, "origin");

    public void Dispose()
    {
        if (Environment.GetEnvironmentVariable(FolderOfChild) is null)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public async Task Ended_while_a_backup_is_made_only_whole_ones_are_there_and_the_next_is_made()
    {
        var killer = await MakeAsync();
        var key = Killing.KeyFile(_folder, "words", Words);
        string[] create = ["backup", "create", "--key-file", key, "--data"];
        async Task<(int Exit, string Output, string Data)> RunAsync(string name, int at)
        {
            var data = Path.Combine(_folder, name);
            Killing.Copy(Origin, data);
            var (exit, output) = await Killing.RaidDocsAsync(Killing.Settings(killer, data, at, "/backups/"), [.. create, data]);
            return (exit, output, data);
        }

        var whole = await RunAsync("whole", at: 0);
        Assert.True(whole.Exit == 0, whole.Output);
        var steps = Killing.Steps(whole.Data);
        var ended = 0;
        await EachAsync(steps, async point =>
        {
            var (exit, output, data) = await RunAsync($"create{point}", point);
            ended += exit == Killing.Ended ? 1 : 0;
            var there = Backups(data, "*" + BackupMaker.Ending);
            await Task.WhenAll(there.Select(path => CheckAsync(path)));
            Assert.True(exit == Killing.Ended || (exit == 0 && there.Length == 1), $"Ended at {point} of {steps}: {exit}\n{output}");

            await CountAsync(data, Words);
            var (again, told) = await Killing.RaidDocsAsync([], [.. create, data]);
            Assert.True(again == 0, $"After {point} of {steps}: {told}");
            Assert.Equal(there.Length + 1, Backups(data, "*" + BackupMaker.Ending).Length);
            Assert.Empty(Backups(data, "*" + BackupMaker.Unfinished));
            Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(data, "backups", "new")));
        });
        Assert.True(ended > 1, $"{ended} of {steps}");
    }

    [Fact]
    public async Task Ended_while_one_is_restored_there_is_a_whole_store_or_none_and_the_next_try_works()
    {
        var killer = await MakeAsync();
        string[] restore = ["backup", "restore", await BackupAsync(), "--key-file", Killing.KeyFile(_folder, "sheet", _sheet), "--data"];
        Task<(int Exit, string Output)> RunAsync(string data, int at) => Killing.RaidDocsAsync(Killing.Settings(killer, data, at, ".restoring"), [.. restore, data]);

        var whole = Path.Combine(_folder, "whole");
        var (done, output) = await RunAsync(whole, at: 0);
        Assert.True(done == 0, output);
        var steps = Killing.Steps(whole);
        var ended = 0;
        await EachAsync(steps, async point =>
        {
            var data = Path.Combine(_folder, $"restore{point}");
            var exit = (await RunAsync(data, point)).Exit;
            ended += exit == Killing.Ended ? 1 : 0;
            var isThere = Directory.Exists(data);
            if (!isThere)
            {
                await AssertNoStoreAsync(data + ".restoring");
                var (again, told) = await Killing.RaidDocsAsync([], [.. restore, data]);
                Assert.True(again == 0, $"After {point} of {steps}: {told}");
            }

            await CountAsync(data, _sheet);
            Assert.False(Directory.Exists(data + ".restoring"));
        });
        Assert.True(ended > 1, $"{ended} of {steps}");
    }

    [Fact]
    public async Task Ended_while_a_file_is_taken_it_is_there_whole_or_not_at_all_and_the_next_is_taken()
    {
        var killer = await MakeAsync();
        async Task<(int Exit, string Output, string Data)> RunAsync(string name, int at)
        {
            var data = Path.Combine(_folder, name);
            Killing.Copy(Origin, data);
            var (exit, output) = await Killing.RunAsync(
                "dotnet", [.. Killing.Settings(killer, data, at, "/blobs/"), (FolderOfChild, data)],
                typeof(KilledBackupTests).Assembly.Location, "-method", $"{typeof(KilledBackupTests).FullName}.{nameof(Child)}");
            return (exit, output, data);
        }

        var whole = await RunAsync("whole", at: 0);
        Assert.True(whole.Exit == 0, whole.Output);
        var steps = Killing.Steps(whole.Data);
        var ended = 0;
        await EachAsync(steps, async point =>
        {
            var (exit, _, data) = await RunAsync($"send{point}", point);
            ended += exit == Killing.Ended ? 1 : 0;
            await using var host = await OpenAsync(data, Words);
            var kept = await host.Db.Evidence.CountAsync(Cancelled);
            Assert.True(kept is 1 or 2, $"{kept} after {point} of {steps}");
            var found = await host.Db.CheckFilesAsync(host.Services.GetRequiredService<SealedFiles>(), settled: null, Cancelled);

            // Its bytes may be there without its row, which verify names; never the other way round.
            Assert.All(found.Findings, one => Assert.StartsWith("A file has no record", one.Format, StringComparison.Ordinal));
            Assert.True(found.Findings.Count <= 2 - kept, $"{found.Findings.Count} findings after {point} of {steps}");
            Assert.Empty(Directory.EnumerateFiles(Path.Combine(data, "blobs", "new")));
            await SendAsync(host);
            Assert.Equal(kept + 1, await host.Db.Evidence.CountAsync(row => row.FileId != null, Cancelled));
            await host.Services.GetRequiredService<Store>().CloseAsync();
        });
        Assert.True(ended > 1, $"{ended} of {steps}");
    }

    /// <summary>Is the program that is ended while it takes a file; by itself it does nothing.</summary>
    [Fact]
    public async Task Child()
    {
        if (Environment.GetEnvironmentVariable(FolderOfChild) is not { } data)
        {
            Assert.Skip("Runs as a program of its own, started by the other test.");
            return;
        }

        await using var host = await OpenAsync(data, Words);
        await SendAsync(host);
        await host.Services.GetRequiredService<Store>().CloseAsync();
    }

    private static Task EachAsync(int steps, Func<int, Task> act) => Parallel.ForEachAsync(
        Killing.Spread(Killing.Points(Usual), steps), new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = Cancelled }, async (point, _) => await act(point));

    private static string[] Backups(string data, string pattern) =>
        Directory.Exists(Path.Combine(data, "backups")) ? Directory.GetFiles(Path.Combine(data, "backups"), pattern) : [];

    private async Task<string> MakeAsync()
    {
        var killer = await Killing.BuildAsync(_folder);
        await using var host = CommandHost.Make(new DataFolder(Origin), new VaultedStoreKey());
        await host.Services.GetRequiredService<Store>().OpenAsync(cancellationToken: Cancelled);
        new VaultKeeper(host.Services.GetRequiredService<DataFolder>(), new VaultOptions { Rounds = 100 }).Make(RandomNumberGenerator.GetBytes(32), Words, _sheet);
        await host.UnlockAsync(Words, Cancelled);
        host.Db.Add(new Raid("R01", new RaidFacts { Name = "Harbour" }));
        await host.Db.SaveChangesAsync(Cancelled);
        await SendAsync(host);
        await host.Services.GetRequiredService<Store>().CloseAsync();
        return killer;
    }

    private async Task<string> BackupAsync()
    {
        await using var host = await OpenAsync(Origin, Words);
        var made = await BackupDesk.MakeAsync(host.Services, host.Db, Path.Combine(_folder, "stick"), Cancelled);
        await host.Services.GetRequiredService<Store>().CloseAsync();
        return made.Path;
    }

    private static async Task SendAsync(CommandHost host)
    {
        var plain = RandomNumberGenerator.GetBytes(400_000);
        "%PDF-1.7\n"u8.CopyTo(plain);
        var raid = await host.Db.Raids.Select(row => row.Id).SingleAsync(Cancelled);
        await new EvidenceStore(host.Db, host.Services.GetRequiredService<SealedFiles>()).ReceiveAsync(
            new GivenFile(Guid.CreateVersion7(), raid, new EvidenceFacts { Title = "Order" }, []) { Name = "order.pdf" }, new MemoryStream(plain), TestApp.Today, Cancelled);
    }

    private async Task CheckAsync(string backup)
    {
        var file = BackupFile.Open(backup);
        using var opened = file.Unlock(_sheet, vault: null);
        Assert.Empty((await BackupCheck.CheckAsync(file, opened, Path.Combine(_folder, Guid.NewGuid().ToString("N")), Cancelled)).Findings);
    }

    // The raid and its file are there, the log and every byte are whole.
    private static async Task CountAsync(string data, string words)
    {
        await using var host = await OpenAsync(data, words);
        Assert.Equal((1, 1), (await host.Db.Raids.CountAsync(Cancelled), await host.Db.Evidence.CountAsync(Cancelled)));
        Assert.Empty((await host.Db.CheckLogAsync([], Cancelled)).Findings);
        Assert.Empty((await host.Db.CheckFilesAsync(host.Services.GetRequiredService<SealedFiles>(), settled: null, Cancelled)).Findings);
        await host.Services.GetRequiredService<Store>().CloseAsync();
    }

    // Unless the vault is there, which is written last, nothing opens it.
    private async Task AssertNoStoreAsync(string data)
    {
        if (File.Exists(Path.Combine(data, "vault.json")))
        {
            await CountAsync(data, _sheet);
        }
        else if (Directory.Exists(data))
        {
            await Assert.ThrowsAnyAsync<Exception>(() => OpenAsync(data, _sheet));
            Assert.False(File.Exists(Path.Combine(data, "vault.json")));
        }
    }

    private static async Task<CommandHost> OpenAsync(string data, string words)
    {
        var host = CommandHost.Make(new DataFolder(data), new VaultedStoreKey());
        try
        {
            await host.UnlockAsync(words, Cancelled);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }
}
