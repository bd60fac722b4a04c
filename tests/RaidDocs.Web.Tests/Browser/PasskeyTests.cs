using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Tests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace RaidDocs.Web.Tests.Browser;

/// <summary>A real browser with an invented security device, under our own policy.</summary>
[Trait("Kind", "Browser")]
public sealed class PasskeyTests(PasskeyTests.RealBrowser app) : IClassFixture<PasskeyTests.RealBrowser>
{
    private const string Passphrase = "one two three four five";

    [Fact]
    public async Task She_sets_up_a_passkey_signs_in_with_it_proves_herself_names_it_and_keeps_the_last_one()
    {
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await Setup.AddPersonAsync(scope.ServiceProvider, "siri", Passphrase, StaffRole.ResearchLeader);
        }

        var page = await app.PageForAsync(null, scripts: true, keepPolicy: true);
        var site = $"http://localhost:{app.ClientOptions.BaseAddress.Port}";
        await AddDeviceAsync(page);
        await page.GotoAsync($"{site}/account/sign-in?l=en");
        await page.GetByLabel("Sign-in name").FillAsync("siri");
        await page.GetByLabel("Passphrase").FillAsync(Passphrase);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Use a passkey instead" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey of this device" }).ClickAsync();
        await Expect(page.Locator("ol.code li")).ToHaveCountAsync(10);
        await BrowserFixture.ShowAsync(page, "recovery-codes");

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GotoAsync($"{site}/raids");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Expect(page).ToHaveURLAsync($"{site}/raids");

        await page.GotoAsync($"{site}/account/confirm?returnUrl=%2Faccount%2Fpasskeys");
        await page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await Expect(page).ToHaveURLAsync($"{site}/account/passkeys");
        await page.GetByLabel("Name of the passkey").FillAsync("My phone");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the name" }).ClickAsync();
        await Expect(page.GetByLabel("Name of the passkey")).ToHaveValueAsync("My phone");

        await page.GetByRole(AriaRole.Button, new() { Name = "Remove My phone" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This is your only second factor");
    }

    [Fact]
    public async Task A_passkey_of_nobody_here_is_refused_and_without_scripts_none_is_offered()
    {
        var plain = await app.PageForAsync(null);
        await plain.GotoAsync("/account/sign-in?l=en");
        await Expect(plain.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" })).ToBeHiddenAsync();

        var page = await app.PageForAsync(null, scripts: true, keepPolicy: true);
        await page.GotoAsync($"http://localhost:{app.ClientOptions.BaseAddress.Port}/account/sign-in?l=en");
        await page.EvaluateAsync("() => { const form = document.querySelector('form[data-passkey]'); form.elements.credential.value = '{}'; form.submit(); }");

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This passkey is not known here");
    }

    private static async Task AddDeviceAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    public sealed class RealBrowser : BrowserFixture
    {
        protected override bool SignsInByHeader => false;
    }
}
