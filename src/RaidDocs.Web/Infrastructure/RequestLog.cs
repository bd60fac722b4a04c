using System.Diagnostics;

namespace RaidDocs.Web.Infrastructure;

/// <summary>One line for each request: the method, the route's pattern, the status and the time.</summary>
internal static class RequestLog
{
    // The route's pattern, not the address: an address may hold a code or what a reader searched for.
    public static void UseRequestLog(this WebApplication app) => app.Use(async (context, next) =>
    {
        var started = Stopwatch.GetTimestamp();
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "-";
        await next(context);
        app.Logger.LogInformation(
            "{Method} {Route} {Status} in {Elapsed} ms",
            KnownMethod(context.Request.Method),
            route,
            context.Response.StatusCode,
            (int)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    });

    // A method is a word that the caller chose.
    private static string KnownMethod(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsPost(method) ? method : "OTHER";
}
