using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Staff;

namespace RaidDocs.Web.Hosting;

/// <summary>Sign-in: ASP.NET Core Identity with our own pages and the settings of our own bar.</summary>
internal static class StaffOptions
{
    /// <summary>Alone, without a second factor, a passphrase has at least 15 letters.</summary>
    public const int PassphraseLength = 15;

    private const int HashRounds = 600_000;
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    public static void Set(IdentityOptions options)
    {
        options.Password.RequiredLength = PassphraseLength;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;

        // Thai and Burmese names too. An empty list means: any letter.
        options.User.AllowedUserNameCharacters = "";
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
    }

    public static void AddStaff(this IServiceCollection services, bool isHttps)
    {
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = HashRounds);
        services
            .AddIdentity<StaffUser, IdentityRole<Guid>>(Set)
            .AddEntityFrameworkStores<RaidDocsDbContext>();
        services.ConfigureApplicationCookie(cookie =>
        {
            // A browser takes the __Host- name only over https; over http we listen on this computer alone.
            cookie.Cookie.Name = isHttps ? "__Host-rd" : "rd";
            cookie.Cookie.SecurePolicy = isHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.Cookie.HttpOnly = true;
            cookie.ExpireTimeSpan = Idle;
            cookie.SlidingExpiration = true;
            cookie.LoginPath = "/account/sign-in";
            cookie.Events.OnValidatePrincipal = CheckStampAsync;
            cookie.Events.OnSigningIn = signingIn =>
            {
                UnlockMark.Put(signingIn.Properties, signingIn.HttpContext);
                return Task.CompletedTask;
            };

            // "Not yours" and "does not exist" answer alike.
            cookie.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            };
        });
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = isHttps ? "__Host-rd-af" : "rd-af";
            options.Cookie.SecurePolicy = isHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            options.Cookie.SameSite = SameSiteMode.Strict;
        });
    }

    // Every request, not every half hour: one indexed read.
    private static async Task CheckStampAsync(CookieValidatePrincipalContext context)
    {
        // In a scope of its own: the store of the request must not be made before it is known who asks.
        await using var scope = context.HttpContext.RequestServices.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var viewer = Viewers.Of(context.Principal);
        var stamp = context.Principal?.FindFirst(new ClaimsIdentityOptions().SecurityStampClaimType)?.Value;
        var current = services.GetRequiredService<StoreState>().IsOpen && viewer.UserId is { } id
            ? await services.GetRequiredService<RaidDocsDbContext>().Users
                .Where(user => user.Id == id)
                .Select(user => user.SecurityStamp)
                .FirstOrDefaultAsync(context.HttpContext.RequestAborted)
            : null;
        if (stamp is null || stamp != current || !UnlockMark.Fits(context.Properties, context.HttpContext))
        {
            context.RejectPrincipal();
        }
    }
}
