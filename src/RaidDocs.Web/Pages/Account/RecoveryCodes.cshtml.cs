using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Hosting.Entry;

namespace RaidDocs.Web.Pages.Account;

/// <summary>Ten codes for when the phone is gone: shown once, right after they were made.</summary>
[Authorize(Policy = "SignedIn")]
public sealed class RecoveryCodesModel(UserManager<StaffUser> people, SecondFactors factors, TimeProvider clock) : PageModel
{
    public IReadOnlyList<string>? Codes { get; private set; }

    public int Left { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Codes = TempData["Codes"] as string[];
        Left = await factors.RecoveryCodesLeftAsync(Guid.Parse(people.GetUserId(User)!), cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!this.IsConfirmed(clock))
        {
            return this.AskAgain();
        }

        var person = (await people.GetUserAsync(User))!;
        TempData["Codes"] = (await factors.NewRecoveryCodesAsync(person, cancellationToken)).Select(SignInCode.Show).ToArray();
        return RedirectToPage();
    }
}
