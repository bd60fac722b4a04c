using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages;

/// <summary>
/// Hide: forgets everything on this phone and shows something bland. A plain link, because it must work at once,
/// without script and from a page that has long lost its form token.
/// </summary>
public sealed class ExitModel(IOptions<FrameOptions> frame, IAuthenticationSchemeProvider? schemes = null) : PageModel
{
    public async Task<IActionResult> OnGetAsync()
    {
        if (schemes is not null && await schemes.GetDefaultSignOutSchemeAsync() is { } scheme)
        {
            await HttpContext.SignOutAsync(scheme.Name);
        }

        Response.Headers["Clear-Site-Data"] = "\"cache\", \"cookies\", \"storage\"";
        return Redirect(frame.Value.LeaveTo);
    }
}
