using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Court;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Women.Court;

/// <summary>The roles in which courts treat her, by each voice, and the hearings of those cases.</summary>
[Asks(RecordKind.Court, Act.Read)]
public sealed class IndexModel(RaidDocsDbContext db) : PageModel
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public WomanBar Bar { get; private set; } = null!;

    public PagedList<PartLine> Parts { get; private set; } = null!;

    public IReadOnlyList<HearingLine> Hearings { get; private set; } = [];

    public bool MayRecord => db.Viewer.May(RecordKind.Court, Act.Record);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.FindWomanAsync(Code, cancellationToken) is not { } bar)
        {
            return NotFound();
        }

        Bar = bar;
        Parts = await db.CourtParts.AsNoTracking()
            .Where(part => part.WomanId == bar.Id && part.RaidId == bar.RaidId)
            .Join(db.CourtCases, part => part.CourtCaseId, courtCase => courtCase.Id, (part, courtCase) => new { part, courtCase })
            .OrderBy(both => both.courtCase.Code).ThenBy(both => both.part.RecordedAt)
            .Select(both => new PartLine(
                both.part.Id, both.courtCase.Code, both.courtCase.Facts, both.part.Facts, both.part.Source!.Code, both.part.TakenBackBecause))
            .ToPagedListAsync(PageNumber, PageSize, cancellationToken);
        Hearings = await db.Hearings.AsNoTracking()
            .Where(hearing => db.CourtParts.Any(part => part.CourtCaseId == hearing.CourtCaseId && part.WomanId == bar.Id))
            .Join(db.CourtCases, hearing => hearing.CourtCaseId, courtCase => courtCase.Id, (hearing, courtCase) => new { hearing, courtCase })
            .OrderBy(both => both.hearing.Facts.On)
            .Select(both => new HearingLine(both.courtCase.Code, both.hearing.Facts, both.hearing.Source!.Code))
            .Take(100)
            .ToListAsync(cancellationToken);
        return Page();
    }

    public sealed record PartLine(Guid Id, string Case, CourtCaseFacts About, CourtRoleFacts Facts, string? Source, string? TakenBack);

    public sealed record HearingLine(string Case, HearingFacts Facts, string? Source);
}
