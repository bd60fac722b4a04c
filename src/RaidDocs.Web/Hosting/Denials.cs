using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Women;

namespace RaidDocs.Web.Hosting;

/// <summary>
/// Writes into the log what was refused, in a transaction of its own: who, which kind of record, the raid if there is one.
/// What is not hers and what is not there take the same work, so that the time tells nothing.
/// </summary>
internal static class Denials
{
    public const string Action = "denied";

    public static void UseDenials(this WebApplication app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (context.Response.StatusCode == StatusCodes.Status404NotFound
            && !context.Response.HasStarted
            && Viewers.Of(context.User).UserId is not null
            && context.GetEndpoint()?.Metadata.GetMetadata<AsksAttribute>() is { } asks)
        {
            await WriteAsync(context, asks);
        }
    });

    private static async Task WriteAsync(HttpContext context, AsksAttribute asks)
    {
        var services = context.RequestServices;
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RaidDocsDbContext>();
        var typed = (context.GetRouteValue("code") ?? context.GetRouteValue("raid"))?.ToString() ?? "";
        var code = WomanCode.Read(typed)?.Raid ?? typed;
        var raid = await db.Raids.IgnoreQueryFilters().Where(row => row.Code == code).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(CancellationToken.None);

        // Of what was typed only a well-formed id is written down; words could be a name.
        var id = Guid.TryParse(context.GetRouteValue("id")?.ToString(), out var asked) ? asked : raid;
        db.NoteAct(Action, asks.Kind.ToString(), id?.ToString("D") ?? "-", raid, asks.Act.ToString());
        await db.SaveChangesAsync(CancellationToken.None);
    }
}
