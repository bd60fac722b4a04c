using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using RaidDocs.Domain.Data;
using RaidDocs.Family;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Tests.Areas.Kit.Pages;

namespace RaidDocs.Web.Tests.Infrastructure;

/// <summary>The web kit alone, with the sample pages of Areas/Kit: no database, no sign-in.</summary>
public sealed class KitApp : IAsyncDisposable
{
    public const string UserHeader = "X-Test-User";

    private readonly WebApplication _app;

    public KitApp()
        : this(realPort: false)
    {
    }

    private KitApp(bool realPort)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(WebKit).Assembly.GetName().Name,
            EnvironmentName = "Production",
            ContentRootPath = Path.Combine(Repository.Root, "src", "RaidDocs.Web"),
        });
        builder.AddLogs(LogFolder);
        builder.AddWebKit().ConfigureApplicationPartManager(parts =>
        {
            parts.ApplicationParts.Add(new CompiledRazorAssemblyPart(typeof(KitApp).Assembly));
            parts.ApplicationParts.Add(new AssemblyPart(typeof(KitApp).Assembly));
        });
        builder.Services.AddSingleton<SampleStore>();
        builder.Services.AddSingleton<TimeProvider>(new StoppedClock());
        if (realPort)
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
        }
        else
        {
            builder.WebHost.UseTestServer();
        }

        _app = builder.Build();
        _app.UseWebKit();
        _app.Use((context, next) =>
        {
            if (context.Request.Headers[UserHeader] is [{ } name])
            {
                context.User = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, name)], "Test"));
            }

            return next(context);
        });
        _app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(Path.Combine(_app.Environment.ContentRootPath, "wwwroot")),
        });
        _app.MapRazorPages();
        _app.MapFamilyPage(new FamilyHouse(Path.Combine(LogFolder, "family"), SafeFile.Write, _app.Services.GetRequiredService<TimeProvider>()));
        ((IHost)_app).Start();
    }

    internal static string LogFolder { get; } = Directory.CreateTempSubdirectory("raiddocs-log-").FullName;


    internal IServiceProvider Services => _app.Services;

    internal string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    internal static KitApp OnRealPort() => new(realPort: true);

    /// <summary>A browser that keeps its cookies and follows no redirect.</summary>
    public HttpClient Client(string? user = "Nok", string language = "en")
    {
        var client = new HttpClient(new CookieKeeper(_app.GetTestServer().CreateHandler())) { BaseAddress = new Uri("http://localhost") };
        client.DefaultRequestHeaders.Add("Accept-Language", language);
        if (user is not null)
        {
            client.DefaultRequestHeaders.Add(UserHeader, user);
        }

        return client;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private sealed class StoppedClock : TimeProvider
    {
        // Past midnight in Bangkok, still the day before in London.
        public override DateTimeOffset GetUtcNow() => new(2026, 5, 19, 18, 30, 0, TimeSpan.Zero);
    }

    private sealed class CookieKeeper(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private readonly System.Net.CookieContainer _cookies = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (_cookies.GetCookieHeader(request.RequestUri!) is { Length: > 0 } kept)
            {
                request.Headers.Add("Cookie", kept);
            }

            var response = await base.SendAsync(request, cancellationToken);
            if (response.Headers.TryGetValues("Set-Cookie", out var set))
            {
                foreach (var cookie in set)
                {
                    _cookies.SetCookies(request.RequestUri!, cookie);
                }
            }

            return response;
        }
    }
}
