using RaidDocs.Domain.Data;

namespace RaidDocs.Web.Hosting;

/// <summary>While the store is closed only these answer: that it is closed, health, and the way out.</summary>
internal static class ClosedStore
{
    private static readonly string[] Open = ["/unlock", "/health", "/exit", "/leave", "/error", "/site.css"];

    public static void UseClosedStore(this WebApplication app) => app.Use(async (context, next) =>
    {
        var state = context.RequestServices.GetRequiredService<StoreState>();
        if (!state.IsOpen && !Open.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)))
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Request.Path = "/unlock";
            context.Request.Method = HttpMethods.Get;
        }

        await next(context);
    });
}
