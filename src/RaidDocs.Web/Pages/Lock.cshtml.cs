using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Web.Hosting;

namespace RaidDocs.Web.Pages;

/// <summary>Locks the store for everybody at once. Each signed-in person may; only a post does it.</summary>
[Authorize(Policy = "SignedIn")]
public sealed class LockModel(IServiceProvider services) : PageModel
{
    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        await services.GetRequiredService<VaultDoor>().LockAsync(Viewers.Of(User), HttpContext);
        // The sessions are dead by themselves; the mark by which this browser is known again stays.
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return LocalRedirect("/unlock");
    }
}
