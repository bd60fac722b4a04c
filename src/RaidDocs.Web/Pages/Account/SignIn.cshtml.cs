using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Web.Hosting.Entry;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Account;

/// <summary>The first step: name and passphrase, or a passkey, which is both steps in one. What was wrong is not said.</summary>
public sealed class SignInModel(Entrance entrance, Sessions sessions, Passkeys passkeys, Texts texts) : PageModel
{
    [BindProperty]
    public SignInForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>She was signed out while she typed.</summary>
    public bool IsKept => ReturnUrl?.Contains($"{LateForms.Key}=", StringComparison.Ordinal) == true;

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? LocalRedirect(this.Local(ReturnUrl)) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var tried = await entrance.TryAsync(Form.Name!, Form.Passphrase!, recoveryCode: null, cancellationToken);
        if (tried.Person is not { } person)
        {
            return this.Refuse(tried, texts["The name or the passphrase is not right. After 5 wrong tries, wait 15 minutes"]);
        }

        if (await sessions.HasFactorAsync(person, cancellationToken))
        {
            await sessions.GoHalfWayAsync(HttpContext, person);
            return RedirectToPage("/Account/Code", new { ReturnUrl });
        }

        await sessions.EnterAsync(HttpContext, person, isConfirmed: false, cancellationToken);
        return RedirectToPage("/Account/Factor");
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await passkeys.AskAsync(), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, CancellationToken cancellationToken)
    {
        if (await passkeys.ProveAsync(credential) is not { } person)
        {
            return this.Refuse(new Tried(null), texts["This passkey is not known here. Sign in with your name and passphrase"]);
        }

        await sessions.EnterAsync(HttpContext, person, isConfirmed: true, cancellationToken);
        return LocalRedirect(this.Local(ReturnUrl));
    }

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
