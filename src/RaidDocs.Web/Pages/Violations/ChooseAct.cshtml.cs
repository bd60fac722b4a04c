using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Hosting;

namespace RaidDocs.Web.Pages.Violations;

/// <summary>First choose what happened; the articles it proposes stand on the next page.</summary>
[Asks(RecordKind.Violation, Act.Record)]
public sealed class ChooseActModel(RaidDocsDbContext db, ReferenceLists lists) : PageModel
{
    private const int MostUsed = 5;

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    public RaidBar Bar { get; private set; } = null!;

    /// <summary>The acts that this raid has most often already.</summary>
    public IReadOnlyList<UsedAct> Used { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.FindRaidAsync(Code, cancellationToken) is not { } bar)
        {
            return NotFound();
        }

        Bar = bar;
        var offered = lists.Offered(ListName.Acts).Select(act => act.Key).ToList();
        Used = await db.Violations.AsNoTracking()
            .Where(violation => violation.RaidId == bar.Id && offered.Contains(violation.Facts.Act))
            .GroupBy(violation => violation.Facts.Act)
            .OrderByDescending(act => act.Count())
            .ThenBy(act => act.Key)
            .Take(MostUsed)
            .Select(act => new UsedAct(act.Key, act.Count()))
            .ToListAsync(cancellationToken);
        return Page();
    }

    public sealed record UsedAct(string Act, int Times);
}
