using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Violations;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Violations;

/// <summary>The rights that were broken in a raid: how many women, by whom, how sure, read by a second person or not.</summary>
[Asks(RecordKind.Violation, Act.Read)]
public sealed class IndexModel(RaidDocsDbContext db) : PageModel
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public RaidBar Bar { get; private set; } = null!;

    public PagedList<RightRow> Rights { get; private set; } = new([], 1, PageSize, 0);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.FindRaidAsync(Code, cancellationToken) is not { } bar)
        {
            return NotFound();
        }

        Bar = bar;
        Rights = await db.Violations.AsNoTracking()
            .Where(violation => violation.RaidId == bar.Id)
            .OrderBy(violation => violation.Facts.Act)
            .ThenBy(violation => violation.RecordedAt)
            .Select(violation => new RightRow(
                violation.Id,
                violation.Facts,
                violation.Women.Count,
                violation.Sources.OrderBy(source => source.RecordedAt).Select(source => source.Code).ToList(),
                violation.ReviewedBy))
            .ToPagedListAsync(PageNumber, PageSize, cancellationToken);
        return Page();
    }

    public sealed record RightRow(Guid Id, ViolationFacts Facts, int Women, IReadOnlyList<string> Sources, string? ReviewedBy);
}
