using System.CommandLine;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Hosting;
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
        if (!folder.HoldsStore && ifMissing == IfMissing.Refuse)
        {
            throw new StoreException($"There is no store in {folder.Path}. Make one with: store init --data {folder.Path}");
        }

        IStoreKey key = new FileStoreKey(parsed.GetValue(options.KeyFile)?.FullName ?? folder.KeyFile);
        DemoFolder? scratch = null;
        if (!folder.HoldsStore && ifMissing == IfMissing.UseScratch)
        {
            scratch = new DemoFolder();
            (folder, key) = (new DataFolder(scratch.Path), new MemoryStoreKey());
        }

        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(key);
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddEnvironmentVariables("RAIDDOCS_").Build());
        services.AddRaidDocsData(folder);
        services.AddScoped(_ => Viewer.Operator);
        services.AddSingleton(Texts.Shared);
        services.AddRaidDocsDocuments(new ConfigurationBuilder().AddEnvironmentVariables("RAIDDOCS_").Build());
        services.AddIdentityCore<StaffUser>(StaffOptions.Set)
            .AddRoles<Microsoft.AspNetCore.Identity.IdentityRole<Guid>>()
            .Services.TryAddScoped<HttpContextAccessor>();

        var provider = services.BuildServiceProvider();
        try
        {
            var store = provider.GetRequiredService<Store>();
            await store.OpenAsync(cancellationToken: cancellationToken);
            return store.IsOpen
                ? new CommandHost(provider, scratch)
                : throw new StoreException(provider.GetRequiredService<StoreState>().WhyClosed!);
        }
        catch
        {
            await provider.DisposeAsync();
            scratch?.Dispose();
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
    Make,

    /// <summary>Work on an empty one that is gone afterwards.</summary>
    UseScratch,
}
