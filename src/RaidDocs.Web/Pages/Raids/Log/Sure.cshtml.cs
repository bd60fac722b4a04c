using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Raids.Log;

/// <summary>Asks about what is unlikely. A "yes" goes back to the check with what was asked, and saves there.</summary>
[Asks(RecordKind.Raid, Act.Record)]
public sealed class SureModel(RaidDocsDbContext db, ReferenceLists lists, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Draft { get; set; }

    public IReadOnlyList<Doubt> Doubts { get; private set; } = [];

    /// <summary>The raid that it may be.</summary>
    public string? Same { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        FirstHour? hour = null;
        var shown = await this.ShowStepAsync(db, Draft, draft => hour = draft.ToFirstHour(lists), cancellationToken);
        if (hour is not null)
        {
            (Doubts, Same) = await db.DoubtsAboutAsync(hour, clock.Today(), cancellationToken);
        }

        return shown;
    }
}
