using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Api;

/// <summary>What an address of programs asks for. Each one names it; without it the door stays shut.</summary>
internal sealed record ApiAsks(ApiScope Scope, RecordKind Kind);

/// <summary>Who asks by a program, and with which token.</summary>
internal sealed record ApiCall(Guid Token, ApiScope Scope, Viewer Viewer)
{
    public static ApiCall Of(HttpContext context) => context.Features.Get<ApiCall>() ?? throw new InvalidOperationException("Only behind the door.");
}

/// <summary>
/// Lets programs in. Where the house has not switched it on, where the token is unknown, ended, over or not for this, and where its
/// owner is locked or has lost her role, the answer is that of a page that is not there.
/// </summary>
internal sealed class ApiDoor(Throttle throttle, TimeProvider clock) : IDisposable
{
    public const string On = "on";

    /// <summary>So many answers a minute has one token.</summary>
    public const int Most = 120;

    private const string Scheme = "Bearer ";

    private readonly PartitionedRateLimiter<Guid> _pace = PartitionedRateLimiter.Create<Guid, Guid>(token => RateLimitPartition.GetFixedWindowLimiter(
        token, _ => new FixedWindowRateLimiterOptions { PermitLimit = Most, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));

    public void Dispose() => _pace.Dispose();

    public async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ApiAsks>() is not { } asks)
        {
            await next(context);
            return;
        }

        if (await CallAsync(context, asks) is not { } call)
        {
            // A token has 256 bits: the wait is for the machine, not for the token.
            if (throttle.Begin($"program {Throttle.ClientOf(context.Connection.RemoteIpAddress)}") is { } wait)
            {
                Wait(context, wait);
                return;
            }

            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        using var turn = _pace.AttemptAcquire(call.Token);
        if (!turn.IsAcquired)
        {
            Wait(context, TimeSpan.FromMinutes(1));
            return;
        }

        context.Features.Set(call);
        await next(context);
    }

    private async Task<ApiCall?> CallAsync(HttpContext context, ApiAsks asks)
    {
        var cancellationToken = context.RequestAborted;
        var header = context.Request.Headers[HeaderNames.Authorization].ToString();
        var hash = ApiToken.HashOf(header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : "");
        await using var db = Store.OperatorContext(context.RequestServices);
        var isOn = await db.Settings.AnyAsync(setting => setting.Key == HouseSetting.Programs && setting.Value == On, cancellationToken);
        var found = await db.ApiTokens.SingleOrDefaultAsync(row => row.TokenHash == hash, cancellationToken);
        var today = clock.Today();
        if (!isOn || found is null || !found.WorksOn(today) || !found.May(asks.Scope)
            || !await db.Users.AnyAsync(user => user.Id == found.UserId && user.LockedAt == null, cancellationToken))
        {
            return null;
        }

        var roles = await db.UserRoles.Where(row => row.UserId == found.UserId).Join(db.Roles, row => row.RoleId, role => role.Id, (row, role) => role.Name!).ToListAsync(cancellationToken);
        var viewer = new Viewer(found.UserId, roles);
        if (!viewer.May(RecordKind.Document, Act.Export) || !viewer.May(asks.Kind, Act.Read))
        {
            return null;
        }

        if (found.UsedOn != today)
        {
            found.NoteUse(today);
            await db.SaveChangesAsync(cancellationToken);
        }

        return new ApiCall(found.Id, asks.Scope, viewer);
    }

    private static void Wait(HttpContext context, TimeSpan wait)
    {
        context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
    }
}
