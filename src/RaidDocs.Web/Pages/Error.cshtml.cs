using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages;

/// <summary>What a reader sees when we failed: no detail but a short id, which the log knows.</summary>
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    public string? FailureId { get; private set; }

    public void OnGet() => Show();

    // A failed post is shown again as this page.
    public void OnPost() => Show();

    private void Show()
    {
        FailureId = FailureLog.IdOf(HttpContext);
        Response.StatusCode = FailureId is null ? StatusCodes.Status404NotFound : StatusCodes.Status500InternalServerError;
    }
}
