using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Hosting.Entry;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Hosting;

/// <summary>Sign-in: ASP.NET Core Identity with our own pages and the settings of our own bar.</summary>
internal static class StaffOptions
{
    /// <summary>Whose passphrase was right and whose code is waited for.</summary>
    public const string HalfWay = "HalfWay";

    private const int HashRounds = 600_000;

    public static void Set(IdentityOptions options)
    {
        // How long and how guessable is asked where one is chosen: see Passphrase.
        options.Password.RequiredLength = Passphrase.Length;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        options.Password.RequiredUniqueChars = 1;

        // Thai and Burmese names too. An empty list means: any letter.
        options.User.AllowedUserNameCharacters = "";

        // A stranger could lock the owner out. Throttle makes the stranger wait instead.
        options.Lockout.AllowedForNewUsers = false;
        options.Lockout.MaxFailedAccessAttempts = int.MaxValue;
    }

    /// <param name="services">Of the application.</param>
    /// <param name="isHttps">Whether it is reached over https only.</param>
    /// <param name="domain">The name of the house's server, which passkeys belong to.</param>
    public static void AddStaff(this IServiceCollection services, bool isHttps, string domain)
    {
        var secure = isHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = HashRounds);
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            options.ServerDomain = domain;
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";

            // Identity compares with the Origin header, which a browser leaves out under our referrer policy.
            options.ValidateOrigin = asked => ValueTask.FromResult(!asked.CrossOrigin
                && Uri.TryCreate(asked.Origin, UriKind.Absolute, out var origin)
                && origin.Host == domain && origin.Scheme == (isHttps ? Uri.UriSchemeHttps : Uri.UriSchemeHttp));
        });
        services.AddSingleton<StaffHasher>();
        services.AddScoped<IPasswordHasher<StaffUser>>(provider => provider.GetRequiredService<StaffHasher>());
        services.AddScoped<ILookupNormalizer, StaffNames>();
        services.AddSingleton<Throttle>();
        services.AddSingleton<SessionStore>();
        services.AddScoped<SecondFactors>();
        services.AddScoped<Entrance>();
        services.AddScoped<Sessions>();
        services.AddScoped<Passkeys>();
        services.AddScoped<Invitations>();
        services.AddScoped<FactorSetup>();
        services.Configure<MvcOptions>(mvc => mvc.Filters.Add(new LateForms()));
        services
            .AddIdentity<StaffUser, IdentityRole<Guid>>(Set)
            .AddEntityFrameworkStores<RaidDocsDbContext>();
        services.ConfigureApplicationCookie(cookie =>
        {
            // A browser takes the __Host- name only over https; over http we listen on this computer alone.
            Shape(cookie, isHttps ? "__Host-rd" : "rd", secure);
            cookie.ExpireTimeSpan = StaffSession.Longest;
            cookie.SlidingExpiration = false;
            cookie.LoginPath = "/account/sign-in";
            cookie.Events.OnRedirectToLogin = LeadToSignInAsync;
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

            // Not Identity's own check, which would read the person a second time: SessionStore has looked.
            cookie.Events.OnValidatePrincipal = _ => Task.CompletedTask;
        });
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<SessionStore>((cookie, store) => cookie.SessionStore = store);
        services.AddAuthentication().AddCookie(HalfWay, cookie => Shape(cookie, isHttps ? "__Host-rd-2" : "rd-2", secure));
        services.Configure<CookieAuthenticationOptions>(
            IdentityConstants.TwoFactorUserIdScheme, cookie => Shape(cookie, isHttps ? "__Host-rd-k" : "rd-k", secure));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = isHttps ? "__Host-rd-af" : "rd-af";
            options.Cookie.SecurePolicy = secure;
            options.Cookie.SameSite = SameSiteMode.Strict;
        });
    }

    private static void Shape(CookieAuthenticationOptions cookie, string name, CookieSecurePolicy secure)
    {
        cookie.Cookie.Name = name;
        cookie.Cookie.SecurePolicy = secure;
        cookie.Cookie.SameSite = SameSiteMode.Strict;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.Path = "/";
    }

    private static async Task LeadToSignInAsync(Microsoft.AspNetCore.Authentication.RedirectContext<CookieAuthenticationOptions> context)
    {
        var back = await LateForms.KeepAsync(context.HttpContext);
        context.Response.Redirect(back is null ? context.RedirectUri : $"/account/sign-in?ReturnUrl={Uri.EscapeDataString(back)}");
    }
}
