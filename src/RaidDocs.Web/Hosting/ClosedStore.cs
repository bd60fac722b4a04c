using RaidDocs.Domain.Data;
using RaidDocs.Domain.Vault;

namespace RaidDocs.Web.Hosting;

/// <summary>While the store is closed only these answer: the form that opens it, health, the way out, and the first steps where there is no store.</summary>
internal static class ClosedStore
{
    private static readonly string[] Free = ["/unlock", "/health", "/exit", "/leave", "/error", "/status", "/site.css", "/hide.js", "/icons"];

    public static void UseClosedStore(this WebApplication app) => app.Use(async (context, next) =>
    {
        var services = context.RequestServices;
        if (Free.Any(path => Is(context, path)) || (Is(context, "/setup") && HasNothing(services)))
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

    private static bool HasNothing(IServiceProvider services) =>
        !services.GetRequiredService<DataFolder>().HoldsStore && !services.GetRequiredService<VaultKeeper>().Exists;
}
