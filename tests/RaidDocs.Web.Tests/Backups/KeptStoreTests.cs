using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Backups;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Vault;
using RaidDocs.Web.CommandLine;
using RaidDocs.Web.Hosting.Backups;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Backups;

/// <summary>A store of every schema that was released, and of the next one, is kept as a backup in tests/stores. This program restores and opens each.</summary>
public sealed class KeptStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("raiddocs-kept-").FullName;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string> Kept() =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "stores"), "*.backup").Select(path => Path.GetFileNameWithoutExtension(path)!)];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task It_is_restored_brought_to_this_version_and_whole(string name)
    {
        var path = Path.Combine(Repository.Root, "tests", "stores", name);
        var words = (await File.ReadAllTextAsync(path + ".words", Cancelled)).Trim();
        var data = Path.Combine(_folder, "data");
        var backup = BackupFile.Open(path + ".backup");
        using (var opened = backup.Unlock(words, vault: null))
        {
            Assert.Empty((await BackupCheck.RestoreAsync(backup, opened, data, Cancelled)).Findings);
        }

        await using var host = CommandHost.Make(new DataFolder(data), new VaultedStoreKey());
        Assert.Equal(SlotKind.Recovery, await host.UnlockAsync(words, Cancelled));
        Assert.Equal("Lantern House", (await host.Db.Raids.SingleAsync(Cancelled)).Facts.Name);
        Assert.Equal(2, await host.Db.Apprehensions.CountAsync(Cancelled));
        Assert.Empty(await host.Db.Database.GetPendingMigrationsAsync(Cancelled));
    }

    [Fact]
    public void The_next_schema_has_one() => Assert.True(
        BackupFile.Open(Path.Combine(Repository.Root, "tests", "stores", "next.backup")).Head.Schema == SchemaVersions.Newest,
        "The newest migration was written anew. Run: bash tests/stores/make.sh");
}
