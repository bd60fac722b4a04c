using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Web.Hosting.Entry;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Account;

/// <summary>The second step, within ten minutes of the first: the app's code, or one of the paper.</summary>
public sealed class CodeModel(Entrance entrance, Sessions sessions, Texts texts) : PageModel
{
    [BindProperty]
    public CodeForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnGetAsync() => await sessions.HalfWayAsync(HttpContext) is null ? Again() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await sessions.HalfWayAsync(HttpContext) is not { } person)
        {
            return Again();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var tried = await entrance.TryCodeAsync(person, Form.Code!, cancellationToken);
        if (tried.Person is null)
        {
            return this.Refuse(tried, texts["This code is not right, or it was used before. Wait for the next one. After 5 wrong tries, wait 15 minutes"]);
        }

        await sessions.EnterAsync(HttpContext, person, isConfirmed: true, cancellationToken);
        return LocalRedirect(this.Local(ReturnUrl));
    }

    private RedirectToPageResult Again() => RedirectToPage("/Account/SignIn", new { ReturnUrl });

    public sealed class CodeForm
    {
        [Required(ErrorMessage = "Enter the code")]
        [Display(Name = "Code")]
        public string? Code { get; set; }
    }
}
