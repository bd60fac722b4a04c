using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Hosting.Entry;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Account;

/// <summary>Sets up the app that gives codes. Whoever has no second factor is led here and reaches nothing else.</summary>
[Authorize(Policy = "SignedIn")]
public sealed class FactorModel(
    UserManager<StaffUser> people, SecondFactors factors, FactorSetup setup, TimeProvider clock, Texts texts) : PageModel, IReloads
{
    [BindProperty]
    public CodeForm Form { get; set; } = new();

    public bool IsSet { get; private set; }

    /// <summary>As SVG.</summary>
    public string Picture { get; private set; } = "";

    public string Key { get; private set; } = "";

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var person = (await people.GetUserAsync(User))!;
        if (!await setup.MayAddAsync(this, person, cancellationToken))
        {
            return this.AskAgain();
        }

        if (!await factors.AcceptAppAsync(person, Form.Code))
        {
            ModelState.AddModelError("Form.Code", texts["This is not the code of this key. Look at the clock of the phone, and wait for the next code"]);
            return Page();
        }

        TempData["Codes"] = await setup.FinishAsync(HttpContext, person, cancellationToken);
        return RedirectToPage("/Account/RecoveryCodes");
    }

    public async Task<IActionResult> OnPostRenewAsync(CancellationToken cancellationToken)
    {
        // There must be something to renew: the first factor is not skipped this way.
        if (!this.IsConfirmed(clock))
        {
            return this.AskAgain();
        }

        var person = (await people.GetUserAsync(User))!;
        await factors.DropAppAsync(person);
        await setup.GoOnAsync(HttpContext, person, cancellationToken);
        return RedirectToPage();
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var person = (await people.GetUserAsync(User))!;
        IsSet = person.TwoFactorEnabled;
        if (!IsSet)
        {
            (Key, Picture) = await setup.ShowAsync(person);
        }
    }

    public sealed class CodeForm
    {
        [Required(ErrorMessage = "Enter the code")]
        [Display(Name = "Code")]
        public string? Code { get; set; }
    }
}
