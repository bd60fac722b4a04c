using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Staff;

namespace RaidDocs.Web.Pages.Account;

/// <summary>Ends the session. Only a post does it.</summary>
[Authorize(Policy = "SignedIn")]
public sealed class SignOutModel(SignInManager<StaffUser> signIn, RaidDocsDbContext db) : PageModel
{
    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        db.NoteAct("sign-out", nameof(StaffUser), db.Viewer.UserId!.Value.ToString("D"), null);
        await db.SaveChangesAsync(cancellationToken);
        await signIn.SignOutAsync();

        // Not the cookies: one of them only tells that this device is known.
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return LocalRedirect("/account/sign-in");
    }
}
