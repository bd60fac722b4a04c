using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Printing;

namespace RaidDocs.Web.Hosting;

/// <summary>The web application: its services and its pipeline.</summary>
internal static class RaidDocsApp
{
    /// <summary>Pages that a stranger may open, besides those of the kit.</summary>
    public static IReadOnlyList<string> PublicPages { get; } = ["/Index", "/Setup", "/Unlock", "/Account/SignIn"];

    public static void AddRaidDocs(this WebApplicationBuilder builder, DataFolder folder, IStoreKey key, bool isHttps)
    {
        // Also when it is started from where it was built, and not only in development.
        builder.WebHost.UseStaticWebAssets();
        var services = builder.Services;
        builder.AddWebKit();
        services.AddSingleton(key);
        services.AddRaidDocsData(folder);
        services.AddHttpContextAccessor();
        services.AddScoped(provider => Viewers.Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.User));
        services.AddStaff(isHttps);
        services.AddAuthorization(AskPolicies.AddTo);
        services.AddSingleton<IAuthorizationHandler, AskHandler>();
        services.Configure<MvcOptions>(options => options.Filters.Add<ProofFilter>());
        services.AddRaidDocsDocuments(builder.Configuration);
        services.AddSingleton<SetupToken>();
        services.AddDataProtection().SetApplicationName("RaidDocs");
        services.AddSingleton<KeyStore>();
        services.AddOptions<KeyManagementOptions>().Configure<KeyStore>((options, store) => options.XmlRepository = store);
        services.Configure<RazorPagesOptions>(pages =>
        {
            foreach (var page in PublicPages)
            {
                pages.Conventions.AllowAnonymousToPage(page);
            }
        });
    }

    public static void UseRaidDocs(this WebApplication app)
    {
        app.UseWebKit();
        app.UseClosedStore();
        app.UseAuthentication();
        app.UseForgedPosts();
        app.UseDenials();
        app.UseAuthorization();
        app.MapStaticAssets().AllowAnonymous();
        app.MapPrintAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        app.MapGet("/health/live", () => Results.Text("alive")).AllowAnonymous();
        app.MapGet("/health/ready", (StoreState state) => state.IsOpen
            ? Results.Text("ready")
            : Results.Text("closed", statusCode: StatusCodes.Status503ServiceUnavailable)).AllowAnonymous();
    }
}
