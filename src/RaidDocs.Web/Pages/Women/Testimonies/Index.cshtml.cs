using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Women.Testimonies;

/// <summary>Her words as they stand now, passage by passage, the translation beside the original.</summary>
[Asks(RecordKind.Testimony, Act.Read)]
public sealed class IndexModel(RaidDocsDbContext db) : PageModel
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public WomanBar Bar { get; private set; } = null!;

    public PagedList<PassageLine> Passages { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.FindWomanAsync(Code, cancellationToken) is not { } bar)
        {
            return NotFound();
        }

        Bar = bar;
        Passages = await db.Testimonies.AsNoTracking()
            .Where(testimony => testimony.WomanId == bar.Id && testimony.RaidId == bar.RaidId)
            .Join(
                db.Passages,
                testimony => new { TestimonyId = testimony.Id, testimony.Revision },
                passage => new { passage.TestimonyId, passage.Revision },
                (testimony, passage) => new { testimony, passage })
            .OrderBy(both => both.testimony.RecordedAt).ThenBy(both => both.passage.Number)
            .Select(both => new PassageLine(both.testimony.Code, both.testimony.Revision, both.testimony.Facts, both.passage.Number, both.passage.Facts))
            .ToPagedListAsync(PageNumber, PageSize, cancellationToken);
        return Page();
    }

    public sealed record PassageLine(string Testimony, int Revision, TestimonyFacts About, int Number, PassageText Text);
}
