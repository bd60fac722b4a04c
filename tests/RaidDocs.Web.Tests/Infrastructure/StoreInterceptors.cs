using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Data;

namespace RaidDocs.Web.Tests.Infrastructure;

internal static class StoreInterceptors
{
    /// <summary>Looks at what the program asks its store, whichever it is.</summary>
    public static IServiceCollection AddStoreInterceptor(this IServiceCollection services, IInterceptor interceptor) => services
        .ConfigureDbContext<SqliteRaidDocsDbContext>((_, options) => options.AddInterceptors(interceptor))
        .ConfigureDbContext<PostgresRaidDocsDbContext>((_, options) => options.AddInterceptors(interceptor));
}
