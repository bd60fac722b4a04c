using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Procedures;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Women.Procedures;

/// <summary>Tests, searches, papers signed and things taken. What was done and its result open one by one.</summary>
[Asks(RecordKind.Woman, Act.Read)]
public sealed class IndexModel(RaidDocsDbContext db) : PageModel
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public WomanBar Bar { get; private set; } = null!;

    public PagedList<ProcedureRow> Procedures { get; private set; } = null!;

    public bool MayRecord => AccessRules.Decide(db.Viewer, RecordKind.Woman, Act.Record, isOnTeam: true) == Decision.Allow;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.FindWomanAsync(Code, cancellationToken) is not { } bar)
        {
            return NotFound();
        }

        Bar = bar;
        Procedures = await db.Procedures.AsNoTracking()
            .Where(row => row.WomanId == bar.Id && row.RaidId == bar.RaidId)
            .OrderBy(row => row.Facts.On == null).ThenBy(row => row.Facts.On).ThenBy(row => row.RecordedAt)
            .Select(row => new ProcedureRow(row.Id, row.Facts, row.Source!.Code))
            .ToPagedListAsync(PageNumber, PageSize, cancellationToken);
        return Page();
    }

    public sealed record ProcedureRow(Guid Id, ProcedureFacts Facts, string? Source);
}
