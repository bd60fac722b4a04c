using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Testimonies;

/// <summary>All versions of her words, the newest first: why each was made, and what changed.</summary>
[Asks(RecordKind.Testimony, Act.Read)]
public sealed class VersionsModel(RaidDocsDbContext db, TimeProvider clock) : PageModel
{
    private const int PageSize = 5;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public TestimonyHead Head { get; private set; } = null!;

    public Withheld? Withheld { get; private set; }

    public string? Language { get; private set; }

    public PagedList<TestimonyVersion> Versions { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.FindTestimonyAsync(Id, cancellationToken) is not { } head)
        {
            return NotFound();
        }

        Head = head;
        var today = clock.Today();
        Withheld = await db.WhyWithheldAsync(Id, today, cancellationToken);
        if (Withheld is not null)
        {
            return Page();
        }

        var readable = db.ReadableTestimonies(today).Where(row => row.Id == Id);
        Language = await readable.Select(row => row.Facts.Language).SingleOrDefaultAsync(cancellationToken);
        var passages = await db.Passages.AsNoTracking()
            .Where(row => readable.Any(told => told.Id == row.TestimonyId))
            .OrderBy(row => row.Number)
            .ToListAsync(cancellationToken);
        Versions = TestimonyVersion.All(passages).ToPagedList(PageNumber, PageSize);
        await db.NoteOpenedAsync([Id], head.RaidId, "versions", cancellationToken);
        return Page();
    }
}
