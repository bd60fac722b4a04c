using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Hosting.Entry;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Account;

/// <summary>Her passkeys: add, name, remove.</summary>
[Authorize(Policy = "SignedIn")]
public sealed class PasskeysModel(UserManager<StaffUser> people, Passkeys passkeys, FactorSetup setup, SecondFactors factors) : PageModel, IReloads
{
    private const int NameLength = 40;

    public IReadOnlyList<Row> Keys { get; private set; } = [];

    /// <summary>She has no second factor yet.</summary>
    public bool IsFirst { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostOptionsAsync() => Content(await passkeys.OfferAsync(await MeAsync()), "application/json");

    public async Task<IActionResult> OnPostAddAsync(string? credential, CancellationToken cancellationToken)
    {
        var person = await MeAsync();
        if (!await setup.MayAddAsync(this, person, cancellationToken))
        {
            return this.AskAgain();
        }

        if (!await passkeys.AddAsync(person, credential, passkeys.DefaultName(DeviceWords.Of(Request.Headers.UserAgent))))
        {
            throw new DomainRuleException($"The device gave no passkey. Try again, or use the code app");
        }

        await factors.NoteAsync(person, "add-passkey");
        TempData["Codes"] = await setup.FinishAsync(HttpContext, person, cancellationToken);
        return TempData["Codes"] is null ? RedirectToPage() : RedirectToPage("/Account/RecoveryCodes");
    }

    public async Task<IActionResult> OnPostRenameAsync(string? id, string? name)
    {
        var person = await MeAsync();
        if (await FindAsync(person, id) is not { } passkey)
        {
            return NotFound();
        }

        var typed = PlainText.Name(name ?? "");
        if (typed.Length is 0 or > NameLength)
        {
            throw new DomainRuleException($"Give the passkey a name of at most 40 letters");
        }

        passkey.Name = typed;
        await people.AddOrUpdatePasskeyAsync(person, passkey);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? id, CancellationToken cancellationToken)
    {
        var person = await MeAsync();
        if (await FindAsync(person, id) is not { } passkey)
        {
            return NotFound();
        }

        if (!await setup.MayAddAsync(this, person, cancellationToken))
        {
            return this.AskAgain();
        }

        if (!person.TwoFactorEnabled && (await people.GetPasskeysAsync(person)).Count == 1)
        {
            throw new DomainRuleException($"This is your only second factor. Set up the code app or another passkey first");
        }

        await people.RemovePasskeyAsync(person, passkey.CredentialId);
        await factors.NoteAsync(person, "remove-passkey");
        await setup.GoOnAsync(HttpContext, person, cancellationToken);
        return RedirectToPage();
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var person = await MeAsync();
        Keys = [.. (await people.GetPasskeysAsync(person)).OrderBy(key => key.CreatedAt).Select(key => new Row(WebEncoders.Base64UrlEncode(key.CredentialId), key.Name ?? ""))];
        IsFirst = !person.TwoFactorEnabled && Keys.Count == 0;
    }

    private async Task<StaffUser> MeAsync() => (await people.GetUserAsync(User))!;

    private async Task<UserPasskeyInfo?> FindAsync(StaffUser person, string? id) =>
        (await people.GetPasskeysAsync(person)).FirstOrDefault(key => WebEncoders.Base64UrlEncode(key.CredentialId) == id);

    public sealed record Row(string Id, string Name);
}
