using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Web.Hosting.Entry;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Account;

/// <summary>A new passphrase: she types the present one too, and has proved her second factor just now.</summary>
[Authorize(Policy = "SignedIn")]
public sealed class ChangePassphraseModel(Sessions sessions, Entrance entrance, Invitations invitations, TimeProvider clock, Texts texts) : PageModel
{
    [BindProperty]
    public PassphraseForm Form { get; set; } = new();

    public IActionResult OnGet() => this.IsConfirmed(clock) ? Page() : this.AskAgain();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!this.IsConfirmed(clock))
        {
            return this.AskAgain();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var person = await sessions.MeAsync(HttpContext);
        if (await entrance.TryPassphraseAsync(person, Form.Current!, cancellationToken) is { Person: null } refused)
        {
            return this.Refuse(refused, texts["The present passphrase is not right. Nothing was changed. After 5 wrong tries, wait 15 minutes"]);
        }

        await invitations.SetPassphraseAsync(person, Form.Passphrase!, alone: false);
        await sessions.EnterAsync(HttpContext, person, isConfirmed: true, cancellationToken);
        TempData["Confirmation"] = texts["The new passphrase counts from now on."];
        return RedirectToPage("/Account/Index");
    }

    public sealed class PassphraseForm
    {
        [Required(ErrorMessage = "Enter your present passphrase")]
        [DataType(DataType.Password)]
        [Display(Name = "Present passphrase")]
        public string? Current { get; set; }

        [Required(ErrorMessage = "Choose a passphrase")]
        [DataType(DataType.Password)]
        [Display(Name = "New passphrase")]
        public string? Passphrase { get; set; }
    }
}
