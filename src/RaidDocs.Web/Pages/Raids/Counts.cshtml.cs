using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Raids;

/// <summary>How many, as each voice says it, side by side.</summary>
[Asks(RecordKind.Raid, Act.Read)]
public sealed class CountsModel(RaidDocsDbContext db, Texts texts) : PageModel
{
    public RaidBar Bar { get; private set; } = null!;

    public IReadOnlyList<CountRow> Counts { get; private set; } = [];

    public IReadOnlyList<GroupRow> Groups { get; private set; } = [];

    public bool MayRecord => db.MayRecord(RecordKind.Raid);

    public IEnumerable<string> Reckoned => Reckoning.Of(
        Bar.Women,
        [.. Groups.Select(group => group.Facts)],
        Counts.Where(count => count.TakenBackBecause is null).Select(count => count.Facts)).Sentences(texts);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (await db.FindRaidAsync(code, cancellationToken) is not { } bar)
        {
            return NotFound();
        }

        Bar = bar;
        Counts = await db.ReadCountsAsync(bar.Id, cancellationToken);
        Groups = await db.ReadGroupsAsync(bar.Id, cancellationToken);
        return Page();
    }
}
