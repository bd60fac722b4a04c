using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Web.Hosting.Entry;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Account;

/// <summary>All at once, without the phone. It works from any device, also while somebody is guessing at this name.</summary>
public sealed class RecoverModel(Entrance entrance, SecondFactors factors, Sessions sessions, Texts texts) : PageModel
{
    [BindProperty]
    public RecoverForm Form { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var tried = await entrance.TryAsync(Form.Name!, Form.Passphrase!, Form.Code, cancellationToken);
        if (tried.Person is not { } person)
        {
            return this.Refuse(tried, texts["The name, the passphrase or the code is not right. After 5 wrong tries, wait 15 minutes"]);
        }

        await sessions.EnterAsync(HttpContext, person, isConfirmed: true, cancellationToken);
        TempData["Confirmation"] = texts["You have {0} recovery codes left.", await factors.RecoveryCodesLeftAsync(person.Id, cancellationToken)];
        return RedirectToPage("/Account/RecoveryCodes");
    }

    public sealed class RecoverForm
    {
        [Required(ErrorMessage = "Enter your sign-in name")]
        [Display(Name = "Sign-in name")]
        public string? Name { get; set; }

        [Required(ErrorMessage = "Enter your passphrase")]
        [DataType(DataType.Password)]
        [Display(Name = "Passphrase")]
        public string? Passphrase { get; set; }

        [Required(ErrorMessage = "Enter one of your recovery codes")]
        [Display(Name = "Recovery code")]
        public string? Code { get; set; }
    }
}
