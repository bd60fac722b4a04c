using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Hosting.Entry;

/// <summary>What came of a try: the person, or how long to wait, or neither, and then nobody learns why.</summary>
public sealed record Tried(StaffUser? Person, TimeSpan? Wait = null);

/// <summary>
/// The first step of a sign-in. A name nobody has, a wrong passphrase, a person who is locked out and a name that was tried
/// too often cost the same work: one read, one slow hash, one line in the log.
/// </summary>
public sealed class Entrance(
    UserManager<StaffUser> people, StaffHasher hasher, RaidDocsDbContext db, Throttle throttle, SecondFactors factors, IHttpContextAccessor http, TimeProvider clock)
{
    /// <summary>After so many wrong tries in a row, a passphrase alone is taken from known devices only.</summary>
    public const int MostInARow = 100;

    // Of one client, over all names: who tries one passphrase on many.
    private const int TriesOfClient = 60;

    private HttpContext Context => http.HttpContext!;

    private string Client => Throttle.ClientOf(Context.Connection.RemoteIpAddress);

    /// <param name="name">As typed.</param>
    /// <param name="passphrase">As typed.</param>
    /// <param name="recoveryCode">Where one comes with it, any device will do, whoever guesses meanwhile.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Tried> TryAsync(string name, string passphrase, string? recoveryCode, CancellationToken cancellationToken)
    {
        var normalized = people.NormalizeName(PlainText.Name(name))!;
        if (throttle.Begin($"client|{Client}", TriesOfClient) is { } later)
        {
            return new Tried(null, later);
        }

        var wait = throttle.Begin(KeyOf(normalized));
        var mark = DeviceMark.HashOf(Context);
        var found = await db.Users
            .Where(person => person.NormalizedUserName == normalized)
            .Select(person => new { Person = person, IsKnown = db.KnownDevices.Any(device => device.UserId == person.Id && device.MarkHash == mark) })
            .SingleOrDefaultAsync(cancellationToken);
        var fits = hasher.VerifyHashedPassword(found?.Person ?? new StaffUser(), found?.Person.PasswordHash ?? hasher.OfNobody, passphrase);
        var isKnown = recoveryCode is not null || found?.IsKnown == true || throttle.Wrong(InARowOf(normalized)) < MostInARow;
        if (wait is not null || found is not { Person: { LockedAt: null } person } || fits == PasswordVerificationResult.Failed || !isKnown
            || (Passphrase.Fold(passphrase).EnumerateRunes().Count() < Passphrase.LengthAlone && !await factors.HasOneAsync(person, cancellationToken))
            || (recoveryCode is not null && !await factors.UseRecoveryCodeAsync(person, recoveryCode, cancellationToken)))
        {
            throttle.Count(found is null ? InARowOfNobody : InARowOf(normalized));
            await NoteRefusalAsync(found?.Person, cancellationToken);
            return new Tried(null, wait);
        }

        throttle.Succeed(KeyOf(normalized), InARowOf(normalized), $"client|{Client}");
        if (fits == PasswordVerificationResult.SuccessRehashNeeded)
        {
            person.PasswordHash = hasher.HashPassword(person, passphrase);
            await people.UpdateAsync(person);
        }

        return new Tried(person);
    }

    /// <summary>The second step, and being asked again: a code of the app, or one of the paper.</summary>
    public async Task<Tried> TryCodeAsync(StaffUser person, string typed, CancellationToken cancellationToken)
    {
        var (key, inARow) = ($"code|{person.Id:N}|{Client}", $"codes|{person.Id:N}");
        if (throttle.Begin(key) is { } wait)
        {
            return new Tried(null, wait);
        }

        // A million codes are few for many who try at once. The paper's are too many to guess.
        var fits = throttle.Wrong(inARow) < MostInARow
            ? await factors.UseCodeAsync(person, typed, cancellationToken) is not null
            : await factors.UseRecoveryCodeAsync(person, typed, cancellationToken);
        if (!fits)
        {
            throttle.Count(inARow);
            await NoteRefusalAsync(person, cancellationToken);
            return new Tried(null);
        }

        throttle.Succeed(key, inARow);
        return new Tried(person);
    }

    /// <summary>Her present passphrase, where she changes it.</summary>
    public async Task<Tried> TryPassphraseAsync(StaffUser person, string typed, CancellationToken cancellationToken)
    {
        var key = $"own|{person.Id:N}|{Client}";
        if (throttle.Begin(key) is { } wait)
        {
            return new Tried(null, wait);
        }

        if (person.PasswordHash is not { } hash || hasher.VerifyHashedPassword(person, hash, typed) == PasswordVerificationResult.Failed)
        {
            await NoteRefusalAsync(person, cancellationToken);
            return new Tried(null);
        }

        throttle.Succeed(key);
        return new Tried(person);
    }

    /// <summary>A one-time code of the administrator, typed with the name it was made for.</summary>
    public async Task<Tried> TryInvitationAsync(string name, string code, CancellationToken cancellationToken)
    {
        var normalized = people.NormalizeName(PlainText.Name(name))!;
        var key = $"join|{normalized}|{Client}";
        if (throttle.Begin(key) is { } wait)
        {
            return new Tried(null, wait);
        }

        var found = await db.Users
            .Where(person => person.NormalizedUserName == normalized)
            .Select(person => new { Person = person, Last = db.Invitations.Where(one => one.UserId == person.Id).OrderByDescending(one => one.ValidUntil).FirstOrDefault() })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is not { Person: { LockedAt: null } person, Last: { } invitation } || !invitation.Accepts(code, clock.UtcNow()))
        {
            await NoteRefusalAsync(found?.Person, cancellationToken);
            return new Tried(null);
        }

        throttle.Succeed(key, InARowOf(normalized));
        return new Tried(person);
    }

    // The same work for a name that nobody has, and no line of its own.
    private const string InARowOfNobody = "row|";

    internal static string KeyOf(string name, string client) => $"name|{name}|{client}";

    internal static string InARowOf(string name) => $"row|{name}";

    private string KeyOf(string name) => KeyOf(name, Client);

    // Who is not known is not written down: it may be a passphrase typed into the wrong box.
    private async Task NoteRefusalAsync(StaffUser? person, CancellationToken cancellationToken)
    {
        db.NoteAct("refuse-sign-in", nameof(StaffUser), person?.Id.ToString("D") ?? "-", null);
        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>The cookie by which a browser is known again. It says nothing and lets nobody in.</summary>
internal static class DeviceMark
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(400);

    public static string? HashOf(HttpContext context) =>
        context.Request.Cookies[Name(context)] is { Length: > 0 } mark ? SessionStore.HashOf(mark) : null;

    /// <summary>A new mark for a browser that has none.</summary>
    public static string Give(HttpContext context)
    {
        var mark = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(16));
        context.Response.Cookies.Append(Name(context), mark, Cookies.Shape(context, Life));
        return SessionStore.HashOf(mark);
    }

    private static string Name(HttpContext context) => Cookies.NameOf(context, "rd-d");
}

/// <summary>Begins and ends sessions.</summary>
public sealed class Sessions(
    SignInManager<StaffUser> signIn, SecondFactors factors, IServiceProvider services, IAuthenticationSchemeProvider schemes, TimeProvider clock, Texts texts)
{
    private static readonly TimeSpan HalfWayLife = TimeSpan.FromMinutes(10);

    /// <summary>The passphrase was right; for ten minutes her code is waited for.</summary>
    public async Task GoHalfWayAsync(HttpContext context, StaffUser person) => await context.SignInAsync(
        StaffOptions.HalfWay,
        new ClaimsPrincipal(new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, person.Id.ToString("D")), new("stamp", person.SecurityStamp ?? "")], StaffOptions.HalfWay)),
        new AuthenticationProperties { ExpiresUtc = clock.GetUtcNow() + HalfWayLife, IssuedUtc = clock.GetUtcNow() });

    public async Task<StaffUser?> HalfWayAsync(HttpContext context)
    {
        var half = await context.AuthenticateAsync(StaffOptions.HalfWay);
        var person = half.Principal is { } principal ? await signIn.UserManager.FindByIdAsync(principal.FindFirstValue(ClaimTypes.NameIdentifier)!) : null;
        return person is { LockedAt: null } && person.SecurityStamp == half.Principal!.FindFirstValue("stamp") ? person : null;
    }

    /// <summary>
    /// A new session with a new key, whatever there was before. Without a second factor it has no role and leads nowhere but
    /// to setting one up.
    /// </summary>
    /// <param name="context">Of this request.</param>
    /// <param name="person">Who.</param>
    /// <param name="isConfirmed">She proved a second factor just now.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task EnterAsync(HttpContext context, StaffUser person, bool isConfirmed, CancellationToken cancellationToken)
    {
        // Somebody else's session in the same browser ends here, and says nothing about hers.
        var found = CurrentSession.Of(context);
        var before = found?.UserId == person.Id ? found : null;
        var principal = await signIn.CreateUserPrincipalAsync(person);
        var identity = (ClaimsIdentity)principal.Identity!;
        if (isConfirmed)
        {
            identity.AddClaim(new Claim(Viewers.ConfirmedAt, clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
        }
        else
        {
            identity.FindAll(ClaimTypes.Role).ToList().ForEach(identity.RemoveClaim);
        }

        if (found is not null)
        {
            await EndAsync(session => session.Id == found.Id, cancellationToken);
        }

        // A handler of its own: that of the request would go on with the key it read.
        var handler = await new AuthenticationHandlerProvider(schemes).GetHandlerAsync(context, IdentityConstants.ApplicationScheme);
        await ((IAuthenticationSignInHandler)handler!).SignInAsync(principal, new AuthenticationProperties
        {
            IssuedUtc = clock.GetUtcNow(),
            ExpiresUtc = before?.LongestAt ?? clock.GetUtcNow() + StaffSession.Longest,
        });
        await context.SignOutAsync(StaffOptions.HalfWay);
        await NoteAsync(context, person, principal, before is null ? "sign-in" : "confirm", isConfirmed, cancellationToken);
    }

    public async Task EndAsync(System.Linq.Expressions.Expression<Func<StaffSession, bool>> which, CancellationToken cancellationToken)
    {
        await using var db = Store.OperatorContext(services);
        await db.InOneWriteAsync(() => db.Sessions.Where(which).ExecuteDeleteAsync(cancellationToken), cancellationToken);
    }

    /// <summary>The signed-in person.</summary>
    public async Task<StaffUser> MeAsync(HttpContext context) => (await signIn.UserManager.GetUserAsync(context.User))!;

    public Task<bool> HasFactorAsync(StaffUser person, CancellationToken cancellationToken) => factors.HasOneAsync(person, cancellationToken);

    private async Task NoteAsync(
        HttpContext context, StaffUser person, ClaimsPrincipal principal, string action, bool isConfirmed, CancellationToken cancellationToken)
    {
        await using var db = Store.ContextFor(services, Viewers.Of(principal));
        db.NoteAct(action, nameof(StaffUser), person.Id.ToString("D"), null);
        var mark = DeviceMark.HashOf(context);
        if (isConfirmed && (mark is null || !await db.KnownDevices.AnyAsync(device => device.UserId == person.Id && device.MarkHash == mark, cancellationToken)))
        {
            db.KnownDevices.Add(new KnownDevice(person.Id, mark ?? DeviceMark.Give(context)));
            db.NoteAct("new-device", nameof(StaffUser), person.Id.ToString("D"), null);
            var banner = services.GetRequiredService<Microsoft.AspNetCore.Mvc.ViewFeatures.ITempDataDictionaryFactory>().GetTempData(context);
            banner["Confirmation"] = texts["This device was not signed in with before: {0}. It stands in your list of devices now.", DeviceWords.Of(context.Request.Headers.UserAgent)];
        }

        await db.SaveChangesAsync(cancellationToken);
        await PurgeAsync(db, cancellationToken);
    }

    // What nobody can use any more.
    private async Task PurgeAsync(RaidDocsDbContext db, CancellationToken cancellationToken)
    {
        var (ended, forgotten) = (clock.UtcNow() - StaffSession.Longest - KeptForm.Life, clock.UtcNow() - KeptForm.Life);
        await db.InOneWriteAsync(
            async () => await db.Sessions.Where(session => session.StartedAt < ended).ExecuteDeleteAsync(cancellationToken)
                + await db.KeptForms.Where(form => form.KeptAt < forgotten).ExecuteDeleteAsync(cancellationToken),
            cancellationToken);
    }
}
