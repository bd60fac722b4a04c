using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Drafts;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Raids.Log;

/// <summary>The pages of a log in their order, each of which keeps what was typed and leads to the next.</summary>
internal static class RaidSteps
{
    public const string Check = "check";

    // The first page has the bare address of the draft.
    private static readonly string[] Order = ["", "where", "who", "many", "now", "coming", Check];

    public static string Path(Guid draft, string step) => $"/raids/new/{draft}/{step}".TrimEnd('/');

    /// <summary>Where Back leads from a page: the page before it, or the check that it was opened from.</summary>
    public static string Before(HttpRequest request, Guid draft, string step) =>
        Path(draft, IsChange(request) ? Check : Order[Array.IndexOf(Order, step) - 1]);

    /// <summary>Shows a page with what was typed there before.</summary>
    public static async Task<IActionResult> ShowStepAsync(
        this PageModel page, RaidDocsDbContext db, Guid id, Action<RaidDraft> show, CancellationToken cancellationToken)
    {
        switch (await db.FindDraftAsync(id, DraftKind.Raid, cancellationToken))
        {
            case null:
                return new NotFoundResult();
            case { Became: { } code }:
                return new RedirectResult($"/raids/{code}");
            case { } draft:
                show(RaidDraft.Of(draft));
                return page.Page();
        }
    }

    /// <summary>Keeps what was typed on a page and leads on: to the next page, back to the check, or home for later.</summary>
    public static async Task<IActionResult> KeepStepAsync(
        this PageModel page, RaidDocsDbContext db, TimeProvider clock, Guid id, string step, Action<RaidDraft> answer, CancellationToken cancellationToken)
    {
        var draft = await db.FindDraftAsync(id, DraftKind.Raid, cancellationToken);
        if (draft is null || draft.Became is not null)
        {
            return draft is null ? new NotFoundResult() : new RedirectResult($"/raids/{draft.Became}");
        }

        var answers = RaidDraft.Of(draft);
        answer(answers);
        answers.Next = IsChange(page.Request) ? Check : Order[Array.IndexOf(Order, step) + 1];
        draft.Keep(answers.ToJson(), clock.UtcNow());
        await db.SaveChangesAsync(cancellationToken);
        if (!page.Request.Form.ContainsKey("later"))
        {
            return new RedirectResult(Path(id, answers.Next));
        }

        page.TempData["Confirmation"] = Texts.Shared["What you have entered is kept. Nobody else sees it before you save the raid."];
        return new RedirectResult("/raids/new");
    }

    private static bool IsChange(HttpRequest request) => request.Query.ContainsKey("change");
}
