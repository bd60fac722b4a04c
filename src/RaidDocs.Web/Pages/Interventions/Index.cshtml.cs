using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Interventions;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Interventions;

/// <summary>What was done about a raid, to whom, and what came back.</summary>
[Asks(RecordKind.Raid, Act.Read)]
public sealed class IndexModel(RaidDocsDbContext db) : PageModel
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public RaidBar Bar { get; private set; } = null!;

    public PagedList<StepRow> Steps { get; private set; } = new([], 1, PageSize, 0);

    public bool MayRecord => db.Viewer.May(RecordKind.Raid, Act.Record);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.FindRaidAsync(Code, cancellationToken) is not { } bar)
        {
            return NotFound();
        }

        Bar = bar;
        Steps = await db.Interventions.AsNoTracking()
            .Where(step => step.RaidId == bar.Id)
            .OrderByDescending(step => step.Facts.On)
            .ThenBy(step => step.RecordedAt)
            .Select(step => new StepRow(step.Id, step.Facts, step.SourceId == null ? null : step.Source!.Code))
            .ToPagedListAsync(PageNumber, PageSize, cancellationToken);
        return Page();
    }

    public sealed record StepRow(Guid Id, InterventionFacts Facts, string? Source);
}
