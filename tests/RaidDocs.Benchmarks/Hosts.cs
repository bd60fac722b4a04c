using System.Reflection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Benchmarks.Whole;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Hosting.Entry;

namespace RaidDocs.Benchmarks;

/// <summary>The programs that are measured, each on a port of its own.</summary>
internal static class Hosts
{
    public static WebApplication Product(DataFolder folder, IStoreKey key, bool plainly = false)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "RaidDocs.Web" });
        builder.Logging.ClearProviders().AddProvider(new ToldFailures(plainly ? "plain" : "product"));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddRaidDocs(folder, key, isHttps: false);
        builder.Services.AddSingleton(new DemoCode(SignedIn.Code));
        if (plainly)
        {
            // Here alone: connections that take no key, over a copy of the store that was decrypted for this. The product cannot do it.
            builder.Services.AddSingleton(new SqliteSetup(new StoreState { IsPlain = true }));
        }

        var app = builder.Build();
        app.UseRaidDocs();
        return app;
    }

    /// <summary>The same store through the same library, and nothing else of the product.</summary>
    public static WebApplication Bare(DataFolder folder, IServiceProvider product)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders().AddProvider(new ToldFailures("bare"));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddRazorPages(pages => pages.RootDirectory = "/Bare").ConfigureApplicationPartManager(parts =>
        {
            parts.ApplicationParts.Clear();
            parts.ApplicationParts.Add(new AssemblyPart(Assembly.GetExecutingAssembly()));
            parts.ApplicationParts.Add(new CompiledRazorAssemblyPart(Assembly.GetExecutingAssembly()));
        });
        builder.Services
            .AddSingleton(TimeProvider.System)
            .AddSingleton(product.GetRequiredService<WriterGate>())
            .AddSingleton(product.GetRequiredService<StoreState>())
            .AddScoped(_ => Viewer.Operator)
            .AddScoped<StoreSession>()
            .AddDbContext<RaidDocsDbContext, SqliteRaidDocsDbContext>(options => options
                .UseSqlite($"Data Source={folder.Database}")
                .UseApplicationServiceProvider(product)
                .AddInterceptors(product.GetRequiredService<SqliteSetup>()));
        var app = builder.Build();
        app.MapRazorPages();
        return app;
    }

    public static string Address(this WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
}
