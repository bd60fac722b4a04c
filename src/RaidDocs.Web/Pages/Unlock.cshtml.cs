using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Data;

namespace RaidDocs.Web.Pages;

/// <summary>Says that the store is closed, and to nobody anything more.</summary>
public sealed class UnlockModel(StoreState state) : PageModel
{
    public IActionResult OnGet()
    {
        if (state.IsOpen)
        {
            return NotFound();
        }

        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        Response.Headers.RetryAfter = "60";
        return Page();
    }
}
