using Microsoft.AspNetCore.StaticAssets;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Vault;

namespace RaidDocs.Web.Hosting;

/// <summary>While the store is closed only these answer: the form that opens it, health, the way out, style sheet and scripts, and the first steps where there is no store.</summary>
internal static class ClosedStore
{
    private static readonly string[] Free = ["/unlock", "/health", "/exit", "/leave", "/error", "/status"];

    public static void UseClosedStore(this WebApplication app) => app.Use(async (context, next) =>
    {
        var services = context.RequestServices;
        if (Free.Any(path => Is(context, path)) || IsAsset(context) || (Is(context, "/setup") && HasNothing(services)))
        {
            await next(context);
            return;
        }

        // Counted before it is asked, so that nobody slips in while the store is being locked.
        using var turn = services.GetRequiredService<RequestsUnderWay>().Enter(context);
        if (!services.GetRequiredService<StoreState>().IsOpen)
        {
            // The page for it is made by the status pages, which come before this in the pipeline.
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "60";
            return;
        }

        await next(context);
    });

    private static bool Is(HttpContext context, string path) => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase);

    // The style sheet and the scripts, under the addresses with their fingerprints too.
    private static bool IsAsset(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;

    private static bool HasNothing(IServiceProvider services) =>
        !services.GetRequiredService<StoreEngine>().HoldsStore && !services.GetRequiredService<VaultKeeper>().Exists;
}
