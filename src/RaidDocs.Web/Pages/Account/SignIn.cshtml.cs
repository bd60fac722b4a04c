using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Account;

/// <summary>Sign in with name and passphrase. What was wrong is not said.</summary>
public sealed class SignInModel(SignInManager<StaffUser> signIn, UserManager<StaffUser> people, Texts texts) : PageModel
{
    // A name nobody has takes as long to refuse as a wrong passphrase.
    private static readonly StaffUser Nobody = new() { PasswordHash = new PasswordHasher<StaffUser>().HashPassword(new StaffUser(), "nobody") };

    [BindProperty]
    public SignInForm Form { get; set; } = new();

    public IActionResult OnGet(string? returnUrl) =>
        User.Identity?.IsAuthenticated == true ? LocalRedirect(Local(returnUrl)) : Page();

    public async Task<IActionResult> OnPostAsync(string? returnUrl)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var person = await people.FindByNameAsync(PlainText.Name(Form.Name!));
        var result = person is null
            ? Refuse()
            : await signIn.PasswordSignInAsync(person, Form.Passphrase!, isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            return LocalRedirect(Local(returnUrl));
        }

        ModelState.AddModelError("", texts["The name or the passphrase is not right. After 5 wrong tries, wait 15 minutes"]);
        return Page();
    }

    private Microsoft.AspNetCore.Identity.SignInResult Refuse()
    {
        people.PasswordHasher.VerifyHashedPassword(Nobody, Nobody.PasswordHash!, Form.Passphrase!);
        return Microsoft.AspNetCore.Identity.SignInResult.Failed;
    }

    private string Local(string? returnUrl) => Url.IsLocalUrl(returnUrl) ? returnUrl : "/";

    public sealed class SignInForm
    {
        [Required(ErrorMessage = "Enter your sign-in name")]
        [Display(Name = "Sign-in name")]
        public string? Name { get; set; }

        [Required(ErrorMessage = "Enter your passphrase")]
        [DataType(DataType.Password)]
        [Display(Name = "Passphrase")]
        public string? Passphrase { get; set; }
    }
}
