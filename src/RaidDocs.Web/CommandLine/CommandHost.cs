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

    private CommandHost(ServiceProvider services)
    {
        _services = services;
        _scope = services.CreateAsyncScope();
        Db = Store.OperatorContext(_scope.ServiceProvider);
    }

    public RaidDocsDbContext Db { get; }

    public IServiceProvider Services => _scope.ServiceProvider;

    public DateOnly Today => Services.GetRequiredService<TimeProvider>().Today();

    /// <param name="parsed">The call.</param>
    /// <param name="options">Names the data folder.</param>
    /// <param name="makeStore">Make the store where there is none; otherwise that is refused.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<CommandHost> OpenAsync(
        ParseResult parsed, CommonOptions options, bool makeStore, CancellationToken cancellationToken)
    {
        var folder = new DataFolder(parsed.GetRequiredValue(options.Data).FullName);
        if (!folder.HoldsStore && !makeStore)
        {
            throw new StoreException($"There is no store in {folder.Path}. Make one with: store init --data {folder.Path}");
        }

        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IStoreKey>(new FileStoreKey(parsed.GetValue(options.KeyFile)?.FullName ?? folder.KeyFile));
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
                ? new CommandHost(provider)
                : throw new StoreException(provider.GetRequiredService<StoreState>().WhyClosed!);
        }
        catch
        {
            await provider.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        await _scope.DisposeAsync();
        await _services.DisposeAsync();
    }
}
