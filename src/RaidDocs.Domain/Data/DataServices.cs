using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Backups;
using RaidDocs.Domain.Papers;
using RaidDocs.Domain.Vault;

namespace RaidDocs.Domain.Data;

public static class DataServices
{
    /// <summary>
    /// The store in a data folder. The caller adds an <see cref="IStoreKey"/>, a scoped <see cref="Viewer"/> and a
    /// <see cref="TimeProvider"/>.
    /// </summary>
    public static IServiceCollection AddRaidDocsData(this IServiceCollection services, DataFolder folder)
    {
        services.Configure<IdentityOptions>(StaffSchema.Set);
        return services
            .AddSingleton(_ => folder)
            .AddSingleton<StoreState>()
            .AddSingleton(new VaultOptions())
            .AddSingleton<VaultKeeper>()
            .AddSingleton<VaultLedger>()
            .AddSingleton<SqliteSetup>()
            .AddSingleton<WriterGate>()
            .AddSingleton<SealedFiles>()
            .AddSingleton<Store>()
            .AddSingleton<BackupMaker>()
            .AddTransient(provider => provider.GetRequiredService<Store>().Lists)
            .AddScoped<StoreSession>()
            .AddScoped<TwoPersonActs>()
            .AddScoped<EvidenceStore>()
            .AddDbContext<RaidDocsDbContext, SqliteRaidDocsDbContext>((provider, options) => options
                .UseSqlite($"Data Source={folder.Database}")
                .AddInterceptors([provider.GetRequiredService<SqliteSetup>(), .. provider.GetServices<IInterceptor>()]));
    }
}
