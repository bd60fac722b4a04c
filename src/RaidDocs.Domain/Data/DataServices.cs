using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Backups;
using RaidDocs.Domain.Disclosure.Bundles;
using RaidDocs.Domain.Papers;
using RaidDocs.Domain.Vault;

namespace RaidDocs.Domain.Data;

public static class DataServices
{
    /// <summary>
    /// The store in a data folder. The caller adds an <see cref="IStoreKey"/>, a scoped <see cref="Viewer"/> and a
    /// <see cref="TimeProvider"/>.
    /// </summary>
    /// <param name="services">Where they are added.</param>
    /// <param name="folder">The data folder.</param>
    /// <param name="postgres">Where the database lies on a server; null for the encrypted file in the folder.</param>
    /// <param name="isAlone">No other program may have the folder of a store on a server.</param>
    /// <exception cref="StoreException">The server is named wrongly.</exception>
    public static IServiceCollection AddRaidDocsData(this IServiceCollection services, DataFolder folder, string? postgres = null, bool isAlone = false)
    {
        services.Configure<IdentityOptions>(StaffSchema.Set);
        services
            .AddSingleton(_ => folder)
            .AddSingleton<StoreState>()
            .AddSingleton(new VaultOptions())
            .AddSingleton<VaultKeeper>()
            .AddSingleton<VaultLedger>()
            .AddSingleton<SqliteSetup>()
            .AddSingleton<WriterGate>()
            .AddSingleton<SealedFiles>()
            .AddSingleton<MadeFiles>()
            .AddSingleton<Store>()
            .AddSingleton<BackupMaker>()
            .AddSingleton<StoreMove>()
            .AddSingleton<FolderTurn>()
            .AddTransient(provider => provider.GetRequiredService<Store>().Lists)
            .AddScoped<StoreSession>()
            .AddScoped<TwoPersonActs>()
            .AddScoped<EvidenceStore>();
        if (string.IsNullOrWhiteSpace(postgres))
        {
            return services
                .AddSingleton<StoreEngine>(new SqliteEngine(folder))
                .AddDbContext<RaidDocsDbContext, SqliteRaidDocsDbContext>((provider, options) => options
                    // A list of ids goes as one value: as many values as ids would be other words to translate and to parse for each number of them.
                    .UseSqlite($"Data Source={folder.Database}", sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
                    .AddInterceptors([provider.GetRequiredService<SqliteSetup>(), .. provider.GetServices<IInterceptor>()]), optionsLifetime: ServiceLifetime.Singleton);
        }

        return services
            .AddSingleton<StoreEngine>(_ => new PostgresEngine(folder, postgres, isAlone))
            .AddSingleton<ClosedGuard>()
            .AddDbContext<RaidDocsDbContext, PostgresRaidDocsDbContext>((provider, options) => options
                .UseNpgsql(((PostgresEngine)provider.GetRequiredService<StoreEngine>()).Source)
                .AddInterceptors([OpensWords.Instance, WithoutNul.Instance, provider.GetRequiredService<ClosedGuard>(), .. provider.GetServices<IInterceptor>()]), optionsLifetime: ServiceLifetime.Singleton);
    }
}
