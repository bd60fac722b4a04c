using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Web.Hosting.Entry;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Account;

/// <summary>
/// She chooses her passphrase. The code is not spent before her second factor is there, and until then a short passphrase
/// signs nobody in: so 8 letters are enough here.
/// </summary>
public sealed class JoinModel(Entrance entrance, Invitations invitations, Sessions sessions, Texts texts) : PageModel
{
    [BindProperty]
    public JoinForm Form { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var tried = await entrance.TryInvitationAsync(Form.Name!, Form.Code!, cancellationToken);
        if (tried.Person is not { } person)
        {
            return this.Refuse(tried, texts["The name or the code is not right, or the code is older than 48 hours. After 5 wrong tries, wait 15 minutes"]);
        }

        await invitations.SetPassphraseAsync(person, Form.Passphrase!, alone: false);
        await sessions.EnterAsync(HttpContext, person, isConfirmed: false, cancellationToken);
        return RedirectToPage("/Account/Factor");
    }

    public sealed class JoinForm
    {
        [Required(ErrorMessage = "Enter your sign-in name")]
        [Display(Name = "Sign-in name")]
        public string? Name { get; set; }

        [Required(ErrorMessage = "Enter the one-time code")]
        [Display(Name = "One-time code")]
        public string? Code { get; set; }

        [Required(ErrorMessage = "Choose a passphrase")]
        [DataType(DataType.Password)]
        [Display(Name = "New passphrase")]
        public string? Passphrase { get; set; }
    }
}
