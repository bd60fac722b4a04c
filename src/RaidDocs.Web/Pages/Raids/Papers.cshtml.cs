using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Sources;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Raids;

/// <summary>The sources of a raid, S1, S2, ...</summary>
[Asks(RecordKind.Raid, Act.Read)]
public sealed class PapersModel(RaidDocsDbContext db) : PageModel
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public RaidBar Bar { get; private set; } = null!;

    public PagedList<SourceRow> Sources { get; private set; } = new([], 1, PageSize, 0);

    public bool MayRecord => db.MayRecord(RecordKind.Raid);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (await db.FindRaidAsync(code, cancellationToken) is not { } bar)
        {
            return NotFound();
        }

        Bar = bar;
        Sources = await db.Sources.AsNoTracking()
            .Where(source => source.RaidId == bar.Id)
            .OrderBy(source => source.RecordedAt)
            .ThenBy(source => source.Id)
            .Select(source => new SourceRow(source.Code, source.Facts))
            .ToPagedListAsync(PageNumber, PageSize, cancellationToken);
        return Page();
    }

    public sealed record SourceRow(string Code, SourceFacts Facts);
}
