using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Web.Hosting.Entry;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Account;

/// <summary>A new passphrase. Her second factor, proved just now, stands for the old one.</summary>
[Authorize(Policy = "SignedIn")]
public sealed class ChangePassphraseModel(Sessions sessions, Invitations invitations, TimeProvider clock, Texts texts) : PageModel
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
        await invitations.SetPassphraseAsync(person, Form.Passphrase!, alone: false);
        await sessions.EnterAsync(HttpContext, person, isConfirmed: true, cancellationToken);
        TempData["Confirmation"] = texts["The new passphrase counts from now on."];
        return RedirectToPage("/Account/Index");
    }

    public sealed class PassphraseForm
    {
        [Required(ErrorMessage = "Choose a passphrase")]
        [DataType(DataType.Password)]
        [Display(Name = "New passphrase")]
        public string? Passphrase { get; set; }
    }
}
