using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Sources;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Pages.Papers;

namespace RaidDocs.Web.Pages.Raids;

/// <summary>The sources of a raid, S1, S2, ...</summary>
[Asks(RecordKind.Raid, Act.Read)]
public sealed class PapersModel(RaidDocsDbContext db) : PageModel
{
    private const int PageSize = 25;
    private const int NewestShown = 5;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public RaidBar Bar { get; private set; } = null!;

    public PagedList<SourceRow> Sources { get; private set; } = new([], 1, PageSize, 0);

    /// <summary>How many files the raid has, and the newest of them.</summary>
    public int Files { get; private set; }

    public IReadOnlyList<PaperHead> NewestFiles { get; private set; } = [];

    public bool MayUpload => db.MayRecord(RecordKind.Evidence);

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
            .Select(source => new SourceRow(
                source.Code, source.Facts, source.EvidenceId, source.TestimonyId, db.Testimonies.Where(told => told.Id == source.TestimonyId).Select(told => told.Code).FirstOrDefault()))
            .ToPagedListAsync(PageNumber, PageSize, cancellationToken);
        var files = db.Evidence.Where(row => row.RaidId == bar.Id);
        Files = await files.CountAsync(cancellationToken);
        NewestFiles = await db.PaperHeads(files.OrderByDescending(row => row.RecordedAt).Take(NewestShown)).ToListAsync(cancellationToken);
        return Page();
    }

    public sealed record SourceRow(string Code, SourceFacts Facts, Guid? EvidenceId, Guid? TestimonyId, string? Told);
}
