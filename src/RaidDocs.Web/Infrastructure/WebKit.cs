using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Localization;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Infrastructure;

/// <summary>What every page stands on: words, frame, forms, limits and headers.</summary>
internal static class WebKit
{
    /// <summary>The kit's own pages, which a stranger may see.</summary>
    public static IReadOnlyList<string> PublicPages { get; } = ["/Error", "/Status", "/Exit"];

    public static IMvcBuilder AddWebKit(this WebApplicationBuilder builder)
    {
        Language.StopCultures();
        var services = builder.Services;
        services.AddSingleton(Texts.Shared);
        services.AddSingleton(Texts.Shared.Dates);
        services.AddSingleton<IStringLocalizerFactory, TextsLocalizer>();
        services.AddSingleton(TimeProvider.System);
        services.AddExceptionHandler<FailureLog>();
        services.Configure<FrameOptions>(builder.Configuration.GetSection("Frame"));
        services.Configure<KestrelServerOptions>(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = BodyLimit.Bytes;
        });
        services.Configure<FormOptions>(form =>
        {
            form.ValueLengthLimit = BodyLimit.LongTextBytes;
            form.ValueCountLimit = BodyLimit.Values;
        });
        services.Configure<CookieTempDataProviderOptions>(banner =>
        {
            banner.Cookie.Name = "said";
            banner.Cookie.SameSite = SameSiteMode.Strict;
            banner.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.Configure<RouteOptions>(routes => routes.LowercaseUrls = true);
        return services.AddRazorPages(AddConventions)
            .AddMvcOptions(FormRules.AddTo)
            .AddDataAnnotationsLocalization(annotations =>
                annotations.DataAnnotationLocalizerProvider = (_, factory) => factory.Create(typeof(Texts)))
            .AddViewOptions(views => views.HtmlHelperOptions.ClientValidationEnabled = false);
    }

    private static void AddConventions(RazorPagesOptions pages)
    {
        pages.Conventions.Add(new BodyLimit());
        foreach (var page in PublicPages)
        {
            pages.Conventions.AllowAnonymousToPage(page);
        }
    }

    /// <summary>The first part of the pipeline; sign-in and the pages come after it.</summary>
    public static void UseWebKit(this WebApplication app)
    {
        app.UseLanguage();
        app.UseSecurityHeaders();
        app.UseRequestLog();
        app.UseExceptionHandler("/error");
        app.UseStatusCodePagesWithReExecute("/status/{0}");
        app.UseKnownMethods();
        BodyLimit.Use(app);
    }
}
