using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Hosting.Entry;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Account;

/// <summary>Being asked again before what is grave: her second factor, here and now.</summary>
[Authorize(Policy = "SignedIn")]
public sealed class ConfirmModel(Entrance entrance, Sessions sessions, Passkeys passkeys, Texts texts) : PageModel
{
    [BindProperty]
    public CodeForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var tried = await entrance.TryCodeAsync(await sessions.MeAsync(HttpContext), Form.Code!, cancellationToken);
        return tried.Person is { } person
            ? await GoOnAsync(person, cancellationToken)
            : this.Refuse(tried, texts["This code is not right, or it was used before. Wait for the next one. After 5 wrong tries, wait 15 minutes"]);
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() =>
        Content(await passkeys.AskAsync(await sessions.MeAsync(HttpContext)), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, CancellationToken cancellationToken)
    {
        var me = await sessions.MeAsync(HttpContext);
        return await passkeys.ProveAsync(credential) is { } person && person.Id == me.Id
            ? await GoOnAsync(person, cancellationToken)
            : this.Refuse(new Tried(null), texts["This passkey is not known here. Use your code app or a recovery code"]);
    }

    private async Task<IActionResult> GoOnAsync(StaffUser person, CancellationToken cancellationToken)
    {
        await sessions.EnterAsync(HttpContext, person, isConfirmed: true, cancellationToken);
        return LocalRedirect(this.Local(ReturnUrl));
    }

    public sealed class CodeForm
    {
        [Required(ErrorMessage = "Enter the code")]
        [Display(Name = "Code")]
        public string? Code { get; set; }
    }
}
