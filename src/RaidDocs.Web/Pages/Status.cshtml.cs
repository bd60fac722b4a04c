using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages;

/// <summary>The page for an answer without a page. "Not yours" reads exactly as "does not exist".</summary>
[IgnoreAntiforgeryToken]
public sealed class StatusModel(Texts texts) : PageModel
{
    public string Title { get; private set; } = "";

    public string Explanation { get; private set; } = "";

    /// <summary>The store is closed: the page offers to open it.</summary>
    public bool IsClosed => Response.StatusCode == StatusCodes.Status503ServiceUnavailable;

    public void OnGet(int code) => Explain(code);

    // The refused post is shown again as this page.
    public void OnPost(int code) => Explain(code);

    private void Explain(int code)
    {
        Response.StatusCode = code is >= 400 and < 600 ? code : StatusCodes.Status404NotFound;
        (Title, Explanation) = code switch
        {
            StatusCodes.Status400BadRequest when BodyLimit.WasFile(HttpContext) =>
                (texts["The file is too large"], texts["The file must be smaller than {0} MB", Domain.Papers.Evidence.MostBytes / 1024 / 1024]),
            StatusCodes.Status400BadRequest when BodyLimit.RefusedAt(HttpContext) is { } limit =>
                (texts["Too much text"], texts["This page takes up to {0} at once. Go back, make the longest text shorter, and send it again.", BodyLimit.Words(limit)]),
            StatusCodes.Status400BadRequest =>
                (texts["This could not be read"], texts["Go back, open the page again and send it once more."]),
            StatusCodes.Status405MethodNotAllowed =>
                (texts["This could not be read"], texts["Go back, open the page again and send it once more."]),
            StatusCodes.Status429TooManyRequests =>
                (texts["Too many tries"], texts["Wait some minutes, then try again."]),
            StatusCodes.Status503ServiceUnavailable =>
                (texts["Closed"], texts["The notes are closed. Whoever keeps the vault passphrase can open them."]),
            _ => (texts["This page is not here"], texts["It was moved or removed, or it is not open to you. Check the address, or ask the research leader of your team."]),
        };
    }
}
