using System.CommandLine;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Vault;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Hosting.Family;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Printing;

namespace RaidDocs.Web.CommandLine;

/// <summary>The services a verb works with: the store of the data folder, opened for the person at the command line.</summary>
internal sealed class CommandHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly AsyncServiceScope _scope;
    private readonly DemoFolder? _scratch;

    private CommandHost(ServiceProvider services, DemoFolder? scratch)
    {
        (_services, _scratch) = (services, scratch);
        _scope = services.CreateAsyncScope();
        Db = Store.OperatorContext(_scope.ServiceProvider);
    }

    public RaidDocsDbContext Db { get; }

    public IServiceProvider Services => _scope.ServiceProvider;

    public DateOnly Today => Services.GetRequiredService<TimeProvider>().Today();

    /// <param name="parsed">The call.</param>
    /// <param name="options">Names the data folder.</param>
    /// <param name="ifMissing">What to do where there is no store.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<CommandHost> OpenAsync(
        ParseResult parsed, CommonOptions options, IfMissing ifMissing, CancellationToken cancellationToken)
    {
        var folder = new DataFolder(parsed.GetRequiredValue(options.Data).FullName);
        if (!folder.HoldsStore && ifMissing == IfMissing.UseScratch)
        {
            var scratch = new DemoFolder();
            return await OpenedAsync(
                Make(new DataFolder(scratch.Path), new MemoryStoreKey(), scratch),
                host => host.Services.GetRequiredService<Store>().OpenAsync(cancellationToken: cancellationToken));
        }

        RequireStore(folder);
        var passphrase = Terminal.Passphrase(parsed.GetValue(options.KeyFile), "Vault passphrase");
        return await OpenedAsync(Make(folder, new VaultedStoreKey()), host => host.UnlockAsync(passphrase, cancellationToken));
    }

    /// <summary>The services over a folder. Nothing is opened yet.</summary>
    public static CommandHost Make(DataFolder folder, IStoreKey key, DemoFolder? scratch = null) =>
        Make(folder, key, scratch, scratch is null ? Settings.Read().GetConnectionString(PostgresEngine.Setting) : null);

    /// <summary>The same, over the file of the folder wherever the settings say that the store lies.</summary>
    public static CommandHost MakeOfFile(DataFolder folder, IStoreKey key) => Make(folder, key, null, null);

    /// <summary>The same, over a server that is named here.</summary>
    public static CommandHost MakeOnServer(DataFolder folder, IStoreKey key, string postgres) => Make(folder, key, null, postgres);

    /// <summary>The same, over a server whose data folder no other program may have meanwhile.</summary>
    public static CommandHost MakeAlone(DataFolder folder, string postgres) => Make(folder, new VaultedStoreKey(), null, postgres, isAlone: true);

    private static CommandHost Make(DataFolder folder, IStoreKey key, DemoFolder? scratch, string? postgres, bool isAlone = false)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(key);
        var settings = Settings.Read();
        services.AddSingleton<IConfiguration>(settings);
        services.AddRaidDocsData(folder, postgres, isAlone);
        services.AddFamily(folder);
        services.AddScoped(_ => Viewer.Operator);
        services.AddSingleton(Texts.Shared);
        services.AddRaidDocsDocuments(settings);
        services.AddIdentityCore<StaffUser>(StaffOptions.Set)
            .AddRoles<Microsoft.AspNetCore.Identity.IdentityRole<Guid>>()
            .AddEntityFrameworkStores<RaidDocsDbContext>()
            .Services.TryAddScoped<HttpContextAccessor>();
        return new CommandHost(services.BuildServiceProvider(), scratch);
    }

    public static void RequireStore(DataFolder folder)
    {
        if (!folder.HoldsStore && !File.Exists(folder.Vault))
        {
            throw new StoreException($"There is no store in {folder.Path}. Make one with: store init --data {folder.Path}");
        }
    }

    /// <summary>Opens the store with a passphrase or the words of the sheet, and says which it was.</summary>
    /// <exception cref="StoreException">It opens nothing.</exception>
    public async Task<SlotKind> UnlockAsync(string secret, CancellationToken cancellationToken)
    {
        // First the folder: while the web app has it, nothing is tried.
        var store = Services.GetRequiredService<Store>();
        await store.OpenAsync(cancellationToken: cancellationToken);
        using var opened = Services.GetRequiredService<VaultKeeper>().Open(secret);
        if (opened is null)
        {
            Services.GetRequiredService<VaultLedger>().Note("unlock failed");
            throw new StoreException("This does not open the vault: it is neither a passphrase of it nor the words of its newest recovery sheet. Nothing was changed.");
        }

        await store.UnlockAsync(opened, cancellationToken);
        return opened.Kind;
    }

    private static async Task<CommandHost> OpenedAsync(CommandHost host, Func<CommandHost, Task> open)
    {
        try
        {
            await open(host);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        await _scope.DisposeAsync();
        await _services.DisposeAsync();
        _scratch?.Dispose();
    }
}

/// <summary>What a verb does where there is no store.</summary>
internal enum IfMissing
{
    Refuse,

    /// <summary>Work on an empty one that is gone afterwards.</summary>
    UseScratch,
}
