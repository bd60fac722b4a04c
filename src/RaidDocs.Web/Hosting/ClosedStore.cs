using RaidDocs.Domain.Data;

namespace RaidDocs.Web.Hosting;

/// <summary>While the store is closed only these answer: that it is closed, health, and the way out.</summary>
internal static class ClosedStore
{
    private static readonly string[] Open = ["/unlock", "/health", "/exit", "/leave", "/error", "/status", "/site.css", "/hide.js", "/icons"];

    public static void UseClosedStore(this WebApplication app) => app.Use(async (context, next) =>
    {
        var state = context.RequestServices.GetRequiredService<StoreState>();
        if (!state.IsOpen && !Open.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)))
        {
            // The page for it is made by the status pages, which come before this in the pipeline.
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "60";
            return;
        }

        await next(context);
    });
}
