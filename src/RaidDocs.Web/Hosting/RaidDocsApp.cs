using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Jobs;
using RaidDocs.Web.Api;
using RaidDocs.Web.Hosting.Backups;
using RaidDocs.Web.Hosting.Entry;
using RaidDocs.Web.Hosting.Family;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Pages.Admin.Importing;
using RaidDocs.Web.Pages.CaseFiles;
using RaidDocs.Web.Pages.Dates;
using RaidDocs.Web.Printing;

namespace RaidDocs.Web.Hosting;

/// <summary>The web application: its services and its pipeline.</summary>
internal static class RaidDocsApp
{
    /// <summary>Pages that a stranger may open, besides those of the kit.</summary>
    public static IReadOnlyList<string> PublicPages { get; } =
    [
        "/Index", "/Setup", "/SetupSheet", "/SetupPeople", "/Unlock", "/UnlockRecover",
        "/Account/SignIn", "/Account/Code", "/Account/Recover", "/Account/Join",
    ];

    public static void AddRaidDocs(this WebApplicationBuilder builder, DataFolder folder, IStoreKey key, bool isHttps)
    {
        // Also when it is started from where it was built, and not only in development.
        builder.WebHost.UseStaticWebAssets();
        var services = builder.Services;
        builder.AddWebKit();
        services.Configure<CookieTempDataProviderOptions>(banner =>
        {
            if (isHttps)
            {
                (banner.Cookie.Name, banner.Cookie.Path, banner.Cookie.SecurePolicy) = ($"__Host-{banner.Cookie.Name}", "/", CookieSecurePolicy.Always);
            }
        });
        services.AddSingleton(key);

        // A demo is gone with its process, and so is not on a server.
        services.AddRaidDocsData(folder, builder.Configuration.GetValue<bool>("Frame:Demo") ? null : builder.Configuration.GetConnectionString(PostgresEngine.Setting));
        services.AddFamily(folder);
        services.AddHttpContextAccessor();
        services.AddScoped(provider => Viewers.Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.User));
        services.AddStaff(isHttps, DomainOf(builder));
        services.AddAuthorization(AskPolicies.AddTo);
        services.AddSingleton<IAuthorizationHandler, AskHandler>();
        services.Configure<MvcOptions>(options => options.Filters.Add<ProofFilter>());
        services.AddRaidDocsDocuments(builder.Configuration);
        services.AddApi();
        services.AddHostedService<DailyCheckpoint>();
        services.AddHostedService<ServerWatch>();
        services.AddSingleton<JobBoard>();
        services.AddSingleton<BundleWork>();
        services.AddHostedService(provider => provider.GetRequiredService<BundleWork>());
        services.AddSingleton<ImportWork>();
        services.AddHostedService(provider => provider.GetRequiredService<ImportWork>());
        services.AddVault();
        services.AddSingleton<BackupDesk>();
        services.AddSingleton<DailyBackup>();
        services.AddHostedService(provider => provider.GetRequiredService<DailyBackup>());
        services.AddDataProtection().SetApplicationName("RaidDocs");
        services.AddSingleton<KeyStore>();
        services.AddSingleton<KeyRing>();
        services.Replace(ServiceDescriptor.Singleton<IKeyManager>(provider => provider.GetRequiredService<KeyRing>()));
        services.AddOptions<KeyManagementOptions>().Configure<KeyStore>((options, store) => options.XmlRepository = store);
        services.Configure<RazorPagesOptions>(pages =>
        {
            foreach (var page in PublicPages)
            {
                pages.Conventions.AllowAnonymousToPage(page);
            }
        });
    }

    private static void AddVault(this IServiceCollection services)
    {
        services.AddSingleton<SetupToken>();
        services.AddSingleton<SetupWizard>();
        services.AddSingleton<SheetDesk>();
        services.AddSingleton<RequestsUnderWay>();
        services.AddSingleton<VaultDoor>();
        services.AddScoped<SlotDesk>();
        services.AddScoped<KeyActs>();
        services.AddSingleton<IdleLock>();
        services.AddHostedService(provider => provider.GetRequiredService<IdleLock>());
    }

    public static void UseRaidDocs(this WebApplication app)
    {
        app.UseTrustedProxy();

        // Not before: the family page answers inside it, and its limits count the visitor and not the proxy.
        app.UseRouting();
        app.UseFamilyHost();
        app.UseWebKit();
        app.UseClosedStore();
        app.UseOwnFormsOnly();
        app.UseAuthentication();
        app.UseSecondFactor();
        app.Use((context, next) =>
        {
            if (context.User.Identity?.IsAuthenticated == true)
            {
                context.RequestServices.GetRequiredService<IdleLock>().Note();
            }

            return next(context);
        });
        app.UseStreamedUploads();
        app.UseForgedPosts();
        app.UseApiDoor();
        app.UseDenials();
        app.UseAuthorization();
        app.MapStaticAssets().AllowAnonymous();
        app.MapPrintAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        app.MapCalendarFeed();
        app.MapApi();
        app.MapGet("/health/live", () => Results.Text("alive")).AllowAnonymous();
        app.MapGet("/health/ready", (StoreState state) => state.IsOpen
            ? Results.Text("ready")
            : Results.Text("closed", statusCode: StatusCodes.Status503ServiceUnavailable)).AllowAnonymous();
    }

    // Not from the Host header, which the caller writes. A number is no name, and passkeys need one.
    private static string DomainOf(WebApplicationBuilder builder) => builder.Configuration["SignIn:Domain"]
        ?? (builder.WebHost.GetSetting("urls")?.Split(';') ?? [])
            .Select(url => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.HostNameType == UriHostNameType.Dns ? address.Host : null)
            .FirstOrDefault(host => host is not null)
        ?? "localhost";
}
