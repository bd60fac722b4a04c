using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Hosting.Entry;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Account;

/// <summary>People sign in as they really do, with the cookie; the clock is moved by hand, addresses are invented.</summary>
public class RealApp : TestApp
{
    public const string Passphrase = "one two three four five";

    private const string AddressHeader = "X-Test-Address";

    /// <summary>Moves on by hand.</summary>
    public MovedClock Clock { get; } = new(new DateTimeOffset(2026, 11, 21, 2, 0, 0, TimeSpan.Zero));

    protected override bool SignsInByHeader => false;

    protected override bool HasPeople => false;

    /// <summary>Few by default, or the tests would take minutes; as many as in earnest where null.</summary>
    protected virtual int? HashRounds => 1_000;

    protected virtual string Urls => "http://127.0.0.1:5080";

    public HttpClient Client(string address = "127.0.0.1")
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions
        {
            AllowAutoRedirect = false,
            BaseAddress = new Uri(Urls.StartsWith("https", StringComparison.Ordinal) ? "https://localhost" : "http://localhost"),
        });
        client.DefaultRequestHeaders.Add(AddressHeader, address);
        return client;
    }

    /// <summary>A person, and the key of her app.</summary>
    public async Task<(Guid Id, string Key)> PersonAsync(string name, string role = StaffRole.ResearchLeader, bool hasApp = true)
    {
        _ = Client();
        await using var scope = Services.CreateAsyncScope();
        var person = await Setup.AddPersonAsync(scope.ServiceProvider, name, Passphrase, role);
        if (!hasApp)
        {
            return (person.Id, "");
        }

        var people = scope.ServiceProvider.GetRequiredService<UserManager<StaffUser>>();
        var key = await scope.ServiceProvider.GetRequiredService<SecondFactors>().AppKeyAsync(person);
        await people.SetTwoFactorEnabledAsync(person, true);
        return (person.Id, key);
    }

    public string CodeOf(string key) => OneTimeCode.At(key, Clock.GetUtcNow());

    /// <summary>Both steps, with the next code of the app. Answers what the second one answered.</summary>
    public async Task<HttpResponseMessage> SignInAsync(HttpClient client, string name, string key, string page = "/account/sign-in")
    {
        // A code works once, so each sign-in waits for the next.
        Clock.Move(TimeSpan.FromSeconds(60));
        var first = await FirstStepAsync(client, name, Passphrase, page);
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        return await (await client.OpenFormAsync(first.Headers.Location!.OriginalString)).Fill("Code", CodeOf(key)).PostAsync();
    }

    public static async Task<HttpResponseMessage> FirstStepAsync(HttpClient client, string name, string passphrase, string page = "/account/sign-in") =>
        await (await client.OpenFormAsync(page)).Fill("Sign-in name", name).Fill("Passphrase", passphrase).PostAsync();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("urls", Urls);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton<IStartupFilter, Addresses>();
            if (HashRounds is { } rounds)
            {
                services.Configure<PasswordHasherOptions>(options => options.IterationCount = rounds);
            }
        });
    }

    private sealed class Addresses : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, go) =>
            {
                if (context.Request.Headers[AddressHeader] is [{ } address])
                {
                    context.Connection.RemoteIpAddress = IPAddress.Parse(address);
                }

                return go(context);
            });
            next(app);
        };
    }
}

/// <summary>Stands still until it is moved.</summary>
public sealed class MovedClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset _now = now;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Move(TimeSpan by) => _now += by;
}
