using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Drafts;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Raids.Log;

/// <summary>All answers once more, and the save. What is unlikely is asked before it is saved, on a page of its own.</summary>
[Asks(RecordKind.Raid, Act.Record)]
public sealed class CheckModel(RaidDocsDbContext db, ReferenceLists lists, TimeProvider clock, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Draft { get; set; }

    public RaidDraft Answers { get; private set; } = new();

    public FirstHour Hour { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ShowStepAsync(db, Draft, Show, cancellationToken);

    /// <param name="sure">Keys of the doubts that were shown and confirmed.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IActionResult> OnPostAsync(List<string> sure, CancellationToken cancellationToken)
    {
        var saved = await db.InOneWriteAsync(() => SaveAsync(sure, cancellationToken), cancellationToken);
        if (saved is not { Code: { } code })
        {
            return saved is null ? NotFound() : Redirect(RaidSteps.Path(Draft, "sure"));
        }

        if (saved.Women is { } count)
        {
            TempData["Confirmation"] = count switch
            {
                0 => texts["Raid {0} saved.", code],
                1 => texts["Raid {0} saved. 1 woman added as W01.", code],
                _ => texts["Raid {0} saved. {1} women added as W01 to {2}.", code, count, WomanCode.In(count)],
            };
        }

        return Redirect($"/raids/{code}");
    }

    private void Show(RaidDraft draft) => (Answers, Hour) = (draft, draft.ToFirstHour(lists));

    // Sent again, it leads to what it became, and says nothing of it a second time.
    private async Task<Saved?> SaveAsync(List<string> sure, CancellationToken cancellationToken)
    {
        var draft = await db.FindDraftAsync(Draft, DraftKind.Raid, cancellationToken);
        if (draft is null || draft.Became is not null)
        {
            return draft is null ? null : new(draft.Became, null);
        }

        Show(RaidDraft.Of(draft));
        var (doubts, _) = await db.DoubtsAboutAsync(Hour, clock.Today(), cancellationToken);
        if (doubts.Any(doubt => !sure.Contains(doubt.Key)))
        {
            return new(null, null);
        }

        var log = await db.LogRaidAsync(Hour, lists, clock.Today(), cancellationToken);
        draft.Finish(log.Raid.Code);
        await db.SaveChangesAsync(cancellationToken);
        return new(log.Raid.Code, Hour.Women ?? 0);
    }

    // No code: something is asked first.
    private sealed record Saved(string? Code, int? Women);
}
