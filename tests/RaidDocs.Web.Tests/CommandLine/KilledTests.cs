using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Audit;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Vault;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.CommandLine;

/// <summary>
/// The program is ended with SIGKILL in the middle of a change of the vault or of a save, at points spread over all it does to
/// the files. Afterwards the store opens, and every row is there.
/// </summary>
public sealed class KilledTests : IDisposable
{
    private const string Old = "quiet lantern over the river";
    private const string New = "nine baskets of warm bread";
    private static readonly int Points = Culture.IsSecondRun ? 6 : 20;
    private const int Raids = 40;

    private readonly string _folder = Directory.CreateTempSubdirectory("raiddocs-killed-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("rekey")]
    [InlineData("passphrase")]
    public async Task Ended_at_twenty_points_the_store_opens_with_the_old_words_or_the_new(string verb)
    {
        var killer = await Killing.BuildAsync(_folder);
        var (oldFile, newFile) = (Killing.KeyFile(_folder, "old", Old), Killing.KeyFile(_folder, "new", New));
        var sheet = WordList.Draw(7);
        var origin = Path.Combine(_folder, "origin");
        await MakeAsync(origin, sheet);

        // Once to its end, to know how much there is to do.
        string[] change = ["vault", verb, "--key-file", oldFile, "--new-key-file", newFile];
        var whole = await ChangeAsync(origin, "whole", killer, at: 0, change);
        Assert.Equal(0, whole.Exit);
        var steps = Killing.Steps(Path.Combine(_folder, "whole"));
        Assert.True(steps >= 8, $"{steps} steps");

        var opened = new List<string>();
        await Parallel.ForEachAsync(Killing.Spread(Points, steps), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (point, _) =>
        {
            var name = point.ToString(CultureInfo.InvariantCulture);
            var killed = await ChangeAsync(origin, name, killer, point, change);
            Assert.Equal(Killing.Ended, killed.Exit);
            var words = await OpenAsync(Path.Combine(_folder, name), sheet);
            lock (opened)
            {
                opened.Add(words);
            }
        });

        // Both happen, or the points were not in the middle.
        Assert.Contains("old", opened);
        Assert.True(opened.Contains("new"), string.Join(' ', opened));
    }

    [Fact]
    public async Task Ended_at_fifty_points_of_a_save_it_is_there_whole_or_not_at_all_and_never_lost_once_confirmed()
    {
        var killer = await Killing.BuildAsync(_folder);
        var sheet = WordList.Draw(7);
        var origin = Path.Combine(_folder, "origin");
        await MakeAsync(origin, sheet);
        string[] save = ["case", "import", Path.Combine(Repository.Root, "seeds", "demo", "mida.json"), "--again", "--key-file", Killing.KeyFile(_folder, "old", Old)];
        Assert.Equal(0, (await ChangeAsync(origin, "whole", killer, at: 0, save)).Exit);
        var steps = Killing.Steps(Path.Combine(_folder, "whole"));
        var all = await CountAsync(Path.Combine(_folder, "whole"));

        var found = new List<(int Raids, int Rows)>();
        await Parallel.ForEachAsync(Killing.Spread(Culture.IsSecondRun ? 6 : 50, steps), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (point, _) =>
        {
            var name = point.ToString(CultureInfo.InvariantCulture);
            var killed = await ChangeAsync(origin, name, killer, point, save);
            var kept = await CountAsync(Path.Combine(_folder, name));
            Assert.True(kept == all || kept == (Raids, 0), $"Ended at {point} of {steps}: {kept} of {all}.");
            Assert.True(kept == all || !killed.Output.Contains("in the store as", StringComparison.Ordinal), $"Lost at {point} of {steps}.");
            lock (found)
            {
                found.Add(kept);
            }
        });

        Assert.Contains(all, found);
        Assert.Contains((Raids, 0), found);
    }

    [Theory]
    [InlineData("28")]
    [InlineData("30")]
    public async Task A_disk_that_is_full_or_read_only_from_some_point_on_is_told_in_words_and_nothing_is_lost(string error)
    {
        var killer = await Killing.BuildAsync(_folder);
        var origin = Path.Combine(_folder, "origin");
        await MakeAsync(origin, WordList.Draw(7));
        string[] save = ["case", "import", Path.Combine(Repository.Root, "seeds", "demo", "mida.json"), "--again", "--key-file", Killing.KeyFile(_folder, "old", Old)];
        Assert.Equal(0, (await ChangeAsync(origin, "whole", killer, at: 0, save)).Exit);
        var steps = Killing.Steps(Path.Combine(_folder, "whole"));
        var all = await CountAsync(Path.Combine(_folder, "whole"));
        var told = 0;
        await Parallel.ForEachAsync(Killing.Spread(Culture.IsSecondRun ? 3 : 8, steps), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (point, _) =>
        {
            var name = $"full{point}";
            var full = await ChangeAsync(origin, name, killer, at: 0, save, ("FAIL_AT", point.ToString(CultureInfo.InvariantCulture)), ("FAIL_ERROR", error));
            var kept = await CountAsync(Path.Combine(_folder, name));
            Assert.True(kept == all || kept == (Raids, 0), $"Full at {point} of {steps}: {kept} of {all}.");
            Assert.True(kept == all || full.Exit == 1, $"Full at {point} of {steps}: exit {full.Exit}\n{full.Output}");
            if (full.Exit == 1)
            {
                Assert.Contains("full, or it cannot be written to", full.Output, StringComparison.Ordinal);
                Interlocked.Increment(ref told);
            }
        });

        Assert.True(told > 0);
    }

    // How many raids, and lines of their chronologies. The store is whole besides, and so is its log.
    private static async Task<(int Raids, int Rows)> CountAsync(string folder)
    {
        await using var services = Services(folder);
        Assert.True(await UnlockAsync(services, Old));
        await using var db = Store.OperatorContext(services);
        Assert.Empty((await db.CheckLogAsync([], TestContext.Current.CancellationToken)).Findings);
        var counts = (await db.Raids.CountAsync(), await db.Chronology.CountAsync());
        await services.GetRequiredService<Store>().CloseAsync();
        return counts;
    }

    private async Task<(int Exit, string Output)> ChangeAsync(string origin, string name, string killer, int at, IReadOnlyCollection<string> words, params (string, string)[] also)
    {
        var folder = Path.Combine(_folder, name);
        Killing.Copy(origin, folder);
        return await Killing.RaidDocsAsync([.. Killing.Settings(killer, folder, at, "vault.json"), .. also], [.. words, "--data", folder]);
    }

    private static async Task MakeAsync(string folder, string sheet)
    {
        await using var services = Services(folder);
        await services.GetRequiredService<Store>().OpenAsync();
        services.GetRequiredService<VaultKeeper>().Make(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32), Old, sheet);
        await UnlockAsync(services, Old);
        await using var db = Store.OperatorContext(services);
        db.AddRange(Enumerable.Range(1, Raids).Select(number => new Raid($"R{number:00}", new RaidFacts { Name = $"Harbour {number}", Summary = new string('x', 2000) })));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        await services.GetRequiredService<Store>().CloseAsync();
    }

    private static async Task<string> OpenAsync(string folder, string sheet)
    {
        var found = "";
        foreach (var (name, words) in new[] { ("new", New), ("old", Old), ("sheet", sheet) })
        {
            await using var services = Services(folder);
            try
            {
                if (!await UnlockAsync(services, words))
                {
                    continue;
                }
            }
            catch (StoreException) when (name == "new")
            {
                // The new words are in the vault already, and the database is not under them yet.
                continue;
            }

            await using var db = Store.OperatorContext(services);
            Assert.Equal(Raids, await db.Raids.CountAsync());
            Assert.Equal(Raids, await db.Raids.CountAsync(raid => raid.Facts.Summary != null));
            await db.Database.OpenConnectionAsync();
            await using var check = db.Database.GetDbConnection().CreateCommand();
            check.CommandText = "PRAGMA integrity_check";
            Assert.Equal("ok", await check.ExecuteScalarAsync());
            Assert.Null(services.GetRequiredService<VaultKeeper>().Read().Next);
            Assert.DoesNotContain(Directory.EnumerateFiles(folder), file => file.Contains(".next", StringComparison.Ordinal) || file.EndsWith(".old", StringComparison.Ordinal));
            found = found.Length == 0 ? name : found;
            await db.Database.CloseConnectionAsync();
            await services.GetRequiredService<Store>().CloseAsync();
        }

        Assert.True(found.Length > 0, $"{folder} opens with neither.");
        return found;
    }

    private static async Task<bool> UnlockAsync(IServiceProvider services, string words)
    {
        await services.GetRequiredService<Store>().OpenAsync();
        using var opened = services.GetRequiredService<VaultKeeper>().Open(words);
        if (opened is null)
        {
            return false;
        }

        await services.GetRequiredService<Store>().UnlockAsync(opened);
        return true;
    }

    private static ServiceProvider Services(string folder) => new ServiceCollection()
        .AddLogging()
        .AddSingleton(TimeProvider.System)
        .AddSingleton<IStoreKey>(new VaultedStoreKey())
        .AddScoped(_ => Viewer.Operator)
        .AddRaidDocsData(new DataFolder(folder))
        .AddSingleton(new VaultOptions { Rounds = 100 })
        .BuildServiceProvider();
}
