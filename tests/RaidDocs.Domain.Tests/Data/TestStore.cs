using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Vault;

namespace RaidDocs.Domain.Tests.Data;

/// <summary>An encrypted store in a folder of its own, gone with the test.</summary>
public sealed class TestStore : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private TestStore(string folder, IStoreKey key, TimeProvider clock, Action<IServiceCollection>? also)
    {
        (Folder, Key) = (folder, key);
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(clock)
            .AddSingleton(key)
            .AddScoped(_ => Viewer.Operator)
            .AddRaidDocsData(new DataFolder(folder))
            .AddSingleton(new VaultOptions { Rounds = 100 });
        also?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public static DateOnly Today { get; } = new(2026, 11, 21);

    public string Folder { get; }

    /// <summary>Opens the folder again.</summary>
    public IStoreKey Key { get; }

    public VaultKeeper Vault => _services.GetRequiredService<VaultKeeper>();

    public IServiceProvider Services => _services;

    public ReferenceLists Lists => _services.GetRequiredService<ReferenceLists>();

    public StoreState State => _services.GetRequiredService<StoreState>();

    public Store Store => _services.GetRequiredService<Store>();

    public static async Task<TestStore> OpenAsync(string? folder = null, IStoreKey? key = null, Action<IServiceCollection>? also = null)
    {
        folder ??= Directory.CreateTempSubdirectory("raiddocs-store-").FullName;
        var store = new TestStore(folder, key ?? new MemoryStoreKey(), new StoppedClock(), also);
        try
        {
            await store.Store.OpenAsync();
            return store;
        }
        catch
        {
            await store.StopAsync();
            throw;
        }
    }

    /// <summary>A store with a vault: slot 1 is <paramref name="passphrase"/>, slot 2 the sheet.</summary>
    public static async Task<TestStore> WithVaultAsync(string passphrase, string sheet)
    {
        var store = await OpenAsync(key: new VaultedStoreKey());
        store.Vault.Make(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32), passphrase, sheet);
        await store.UnlockAsync(passphrase);
        return store;
    }

    public async Task UnlockAsync(string secret)
    {
        using var opened = Vault.Open(secret) ?? throw new InvalidOperationException("It opens no slot.");
        await Store.UnlockAsync(opened);
    }

    public RaidDocsDbContext Db() => Store.OperatorContext(_services);

    public RaidDocsDbContext DbFor(Viewer viewer) => Store.ContextFor(_services, viewer);

    /// <summary>Closes the store and leaves the folder.</summary>
    public async Task StopAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(Today, new TimeOnly(2, 0), TimeSpan.Zero);
    }
}
