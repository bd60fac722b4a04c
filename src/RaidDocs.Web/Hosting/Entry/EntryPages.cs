using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace RaidDocs.Web.Hosting.Entry;

/// <summary>What the pages of the sign-in have in common.</summary>
internal static class EntryPages
{
    /// <summary>For what is grave, a second factor proved longer ago does not count.</summary>
    public static bool IsConfirmed(this PageModel page, TimeProvider clock) => Viewers.Of(page.User).HasProof(clock.GetUtcNow());

    /// <summary>Leads to being asked again, and back.</summary>
    public static IActionResult AskAgain(this PageModel page) => page.RedirectToPage(
        "/Account/Confirm", new { returnUrl = page.Request.Path.Value });

    /// <summary>The form again with one sentence, whatever was wrong; 429 where there were too many tries.</summary>
    public static IActionResult Refuse(this PageModel page, Tried tried, string sentence)
    {
        page.ModelState.Clear();
        page.ModelState.AddModelError("", sentence);
        var again = page.Page();
        if (tried.Wait is { } wait)
        {
            again.StatusCode = StatusCodes.Status429TooManyRequests;
            page.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        return again;
    }

    /// <summary>An address of this site, else the first page.</summary>
    public static string Local(this PageModel page, string? returnUrl) => page.Url.IsLocalUrl(returnUrl) ? returnUrl : "/";
}
