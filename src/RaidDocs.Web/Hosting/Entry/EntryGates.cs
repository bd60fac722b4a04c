using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.StaticAssets;

namespace RaidDocs.Web.Hosting.Entry;

/// <summary>What stands between a request and the pages, besides access.</summary>
internal static class EntryGates
{
    private static readonly string[] BeforeTheFactor =
        ["/account/factor", "/account/recovery-codes", "/account/passkeys", "/account/signout", "/account/sign-in", "/account/join", "/exit", "/leave", "/error", "/status", "/unlock", "/health", "/favicon.svg"];

    /// <summary>A form of another site is no form of ours, even where a browser would send our cookies with it.</summary>
    public static void UseOwnFormsOnly(this WebApplication app) => app.Use((context, next) =>
    {
        if (HttpMethods.IsPost(context.Request.Method)
            && context.Request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site and not ("same-origin" or "none"))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        return next(context);
    });

    /// <summary>Who has no second factor yet is led to it and reaches nothing else.</summary>
    public static void UseSecondFactor(this WebApplication app) => app.Use((context, next) =>
    {
        var isHalf = context.User.Identity is { IsAuthenticated: true, AuthenticationType: var type }
            && type == IdentityConstants.ApplicationScheme && Viewers.Of(context.User).ConfirmedAt is null;
        if (isHalf && context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null
            && !BeforeTheFactor.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)))
        {
            context.Response.Redirect("/account/factor");
            return Task.CompletedTask;
        }

        return next(context);
    });
}
