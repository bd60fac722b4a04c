using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Hosting.Entry;

/// <summary>
/// Who is signed in stands in the store; the cookie holds a key to it and nothing else. One indexed read a request answers
/// everything: the ticket, whether it is still good, and whether the person still is.
/// </summary>
internal sealed class SessionStore(TimeProvider clock) : ITicketStore
{
    private static readonly Translated<Func<RaidDocsDbContext, string, Task<Found?>>> Find = new(() => EF.CompileAsyncQuery((RaidDocsDbContext db, string hash) =>
        (from session in db.Sessions
         join person in db.Users on session.UserId equals person.Id
         where session.KeyHash == hash
         select new Found(session.Id, person.Id, session.Ticket, session.SeenAt, person.SecurityStamp, person.LockedAt))
        .FirstOrDefault()));

    public static string HashOf(string key) => Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(key)));

    public Task<string> StoreAsync(AuthenticationTicket ticket) => throw new NotSupportedException();

    public Task RenewAsync(string key, AuthenticationTicket ticket) => throw new NotSupportedException();

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => throw new NotSupportedException();

    public Task RemoveAsync(string key) => throw new NotSupportedException();

    public async Task<string> StoreAsync(AuthenticationTicket ticket, HttpContext httpContext, CancellationToken cancellationToken)
    {
        var key = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        await using var db = Store.OperatorContext(httpContext.RequestServices);
        db.Sessions.Add(new StaffSession(
            Guid.Parse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!),
            HashOf(key),
            TicketSerializer.Default.Serialize(ticket),
            DeviceWords.Of(httpContext.Request.Headers.UserAgent),
            ToMinute(clock.UtcNow())));
        await db.SaveChangesAsync(cancellationToken);
        return key;
    }

    public async Task RenewAsync(string key, AuthenticationTicket ticket, HttpContext httpContext, CancellationToken cancellationToken)
    {
        var (hash, bytes) = (HashOf(key), TicketSerializer.Default.Serialize(ticket));
        await using var db = Store.OperatorContext(httpContext.RequestServices);
        await db.InOneWriteAsync(
            () => db.Sessions.Where(session => session.KeyHash == hash)
                .ExecuteUpdateAsync(set => set.SetProperty(session => session.Ticket, bytes), cancellationToken),
            cancellationToken);
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken)
    {
        // A file of the pages is nobody's: no session is read for it.
        if (!httpContext.RequestServices.GetRequiredService<StoreState>().IsOpen
            || httpContext.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
        {
            return null;
        }

        // A context of the program itself: the store of the request must not be made before it is known who asks.
        await using var db = Store.OperatorContext(httpContext.RequestServices);
        if (await Find.Of(db)(db, HashOf(key)) is not { LockedAt: null } found)
        {
            return null;
        }

        var now = clock.UtcNow();
        var ticket = TicketSerializer.Default.Deserialize(found.Ticket)!;
        var stamp = ticket.Principal.FindFirstValue(new ClaimsIdentityOptions().SecurityStampClaimType);
        if (stamp != found.Stamp || now - found.SeenAt >= StaffSession.Idle || ticket.Properties.ExpiresUtc <= clock.GetUtcNow()
            || !UnlockMark.Fits(ticket.Properties, httpContext))
        {
            // Hers it was: what she just sent is kept until she signs in again.
            httpContext.Items[typeof(LateSession)] = new LateSession(found.UserId);
            return null;
        }

        // To the minute: what is clicked within one costs no write.
        var minute = ToMinute(now);
        if (minute > found.SeenAt)
        {
            await db.InOneWriteAsync(
                () => db.Sessions.Where(session => session.Id == found.SessionId)
                    .ExecuteUpdateAsync(set => set.SetProperty(session => session.SeenAt, minute), cancellationToken),
                cancellationToken);
        }

        var longest = ticket.Properties.ExpiresUtc ?? clock.GetUtcNow() + StaffSession.Longest;
        httpContext.Items[typeof(CurrentSession)] = new CurrentSession(found.SessionId, found.UserId, longest, minute + StaffSession.Idle);
        return ticket;
    }

    public async Task RemoveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken)
    {
        var hash = HashOf(key);
        await using var db = Store.OperatorContext(httpContext.RequestServices);
        await db.InOneWriteAsync(
            () => db.Sessions.Where(session => session.KeyHash == hash).ExecuteDeleteAsync(cancellationToken), cancellationToken);
    }

    private static DateTime ToMinute(DateTime now) => now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute));

    private sealed record Found(Guid SessionId, Guid UserId, byte[] Ticket, DateTime SeenAt, string? Stamp, DateTime? LockedAt);
}

/// <summary>The person whose session had ended when this request came.</summary>
internal sealed record LateSession(Guid UserId);

/// <summary>The session of this request: how long it may last at most, and until when without a click (UTC).</summary>
internal sealed record CurrentSession(Guid Id, Guid UserId, DateTimeOffset LongestAt, DateTime IdleAt)
{
    public DateTime EndsAt => IdleAt < LongestAt.UtcDateTime ? IdleAt : LongestAt.UtcDateTime;

    public static CurrentSession? Of(HttpContext context) => context.Items[typeof(CurrentSession)] as CurrentSession;
}
