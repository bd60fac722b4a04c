using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Vault;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Hosting.Entry;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Vault;

/// <summary>The program over a store with a vault of few rounds. It starts locked, as it really does.</summary>
public class VaultApp : TestApp
{
    public VaultApp()
    {
    }

    protected VaultApp(TestApp? other)
        : base(other)
    {
    }

    public const string Passphrase = "quiet lantern over the river";
    public const string ConfirmedHeader = "X-Test-Confirmed";

    public string Sheet { get; } = WordList.Draw(WordList.SheetWords);

    protected override IStoreKey Key { get; } = new VaultedStoreKey();

    internal VaultDoor Door => Services.GetRequiredService<VaultDoor>();

    internal StoreState State => Services.GetRequiredService<StoreState>();

    internal VaultKeeper Vault => Services.GetRequiredService<VaultKeeper>();

    /// <summary>Makes the vault and opens it: slot 1 is <see cref="Passphrase"/>, slot 2 the sheet.</summary>
    public async Task MakeAsync()
    {
        using var client = CreateClient();
        Vault.Make(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32), Passphrase, Sheet);
        Assert.Equal(UnlockAnswer.Opened, await Door.UnlockAsync(Passphrase, VaultLedger.ThisComputer, TestContext.Current.CancellationToken));
    }

    public virtual HttpClient Stranger() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>Somebody who proved her second factor a minute ago.</summary>
    public HttpClient Confirmed(string role)
    {
        var client = ClientFor(role, hasProof: false);
        client.DefaultRequestHeaders.Add(ConfirmedHeader, "1");
        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton(new VaultOptions { Rounds = 100 });
            services.AddSingleton<IClaimsTransformation, Confirming>();
            services.AddHttpContextAccessor();
        });
    }

    private sealed class Confirming(Microsoft.AspNetCore.Http.IHttpContextAccessor request, TimeProvider clock) : IClaimsTransformation
    {
        public Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal)
        {
            if (request.HttpContext!.Request.Headers.ContainsKey(ConfirmedHeader))
            {
                var at = clock.GetUtcNow().AddMinutes(-1).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
                principal.AddIdentity(new ClaimsIdentity([new Claim(Viewers.ConfirmedAt, at)]));
            }

            return Task.FromResult(principal);
        }
    }
}

/// <summary>The same, with sign-in by the cookie, and one person: "nokyung".</summary>
public class CookieVaultApp : VaultApp
{
    public CookieVaultApp()
    {
    }

    protected CookieVaultApp(TestApp? other)
        : base(other)
    {
    }

    public const string Name = "nokyung";
    public const string SignInPassphrase = "one two three four five";

    protected override bool SignsInByHeader => false;

    protected override bool HasPeople => false;

    private int _people;

    /// <summary>Signed in with both steps, each time as somebody else: a code of an app works once.</summary>
    public async Task<HttpClient> SignedInAsync()
    {
        var name = $"{Name}{Interlocked.Increment(ref _people)}";
        string key;
        await using (var scope = Services.CreateAsyncScope())
        {
            var person = await Hosting.Setup.AddPersonAsync(scope.ServiceProvider, name, SignInPassphrase, StaffRole.ResearchLeader);
            key = await scope.ServiceProvider.GetRequiredService<SecondFactors>().AppKeyAsync(person);
            await scope.ServiceProvider.GetRequiredService<UserManager<StaffUser>>().SetTwoFactorEnabledAsync(person, true);
        }

        var client = Stranger();
        var first = await (await client.OpenFormAsync("/account/sign-in")).Fill("Sign-in name", name).Fill("Passphrase", SignInPassphrase).PostAsync();
        var code = OneTimeCode.At(key, Services.GetRequiredService<TimeProvider>().GetUtcNow());
        var second = await (await client.OpenFormAsync(first.Headers.Location!.OriginalString)).Fill("Code", code).PostAsync();
        Assert.Equal(System.Net.HttpStatusCode.Redirect, second.StatusCode);
        return client;
    }
}
