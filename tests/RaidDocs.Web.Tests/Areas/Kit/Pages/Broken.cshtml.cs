using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace RaidDocs.Web.Tests.Areas.Kit.Pages;

/// <summary>Fails with a message that quotes what somebody typed, or answers with a bare status.</summary>
public sealed class BrokenModel : PageModel
{
    public IActionResult OnGet(int? status) =>
        status is { } code ? StatusCode(code) : throw new InvalidOperationException("her name is Mali");
}
