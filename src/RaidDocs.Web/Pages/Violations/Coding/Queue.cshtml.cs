using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Violations.Coding;

/// <summary>What waits: testimonies to code, codes that a second person has not read, and what somebody wants to talk about.</summary>
[Asks(RecordKind.Violation, Act.Record)]
public sealed class QueueModel(RaidDocsDbContext db, TimeProvider clock) : PageModel
{
    private const int PageSize = 25;
    private const int MostTestimonies = 100;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<ToCodeRow> ToCode { get; private set; } = [];

    public PagedList<ToReviewRow> ToReview { get; private set; } = new([], 1, PageSize, 0);

    public IReadOnlyList<ToReviewRow> ToTalkAbout { get; private set; } = [];

    /// <summary>Those that she wrote last herself: a second person reads them.</summary>
    public IReadOnlySet<Guid> Hers { get; private set; } = new HashSet<Guid>();

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        ToCode = await db.TestimoniesToCodeAsync(clock.Today(), MostTestimonies, cancellationToken);
        var rows = db.Violations.AsNoTracking()
            .Join(db.Raids, violation => violation.RaidId, raid => raid.Id, (violation, raid) => new { violation, raid.Code })
            .OrderBy(row => row.Code)
            .ThenBy(row => row.violation.RecordedAt);
        ToReview = await rows
            .Where(row => row.violation.ReviewedBy == null && !row.violation.ToTalkAbout)
            .Select(row => new ToReviewRow(row.violation.Id, row.Code, row.violation.Facts, row.violation.Passages.Count, null))
            .ToPagedListAsync(PageNumber, PageSize, cancellationToken);
        ToTalkAbout = await rows
            .Where(row => row.violation.ToTalkAbout)
            .Select(row => new ToReviewRow(row.violation.Id, row.Code, row.violation.Facts, row.violation.Passages.Count, db.ViolationReviews
                .Where(review => review.ViolationId == row.violation.Id && review.Kind == Domain.Violations.ReviewKind.TalksAbout)
                .OrderByDescending(review => review.RecordedAt)
                .Select(review => review.SaidBy + ": " + review.Note)
                .FirstOrDefault()))
            .ToListAsync(cancellationToken);
        var writers = await db.LastWritersAsync([.. ToReview.Items.Select(row => row.Id)], cancellationToken);
        Hers = writers.Where(row => row.Value == db.Viewer.UserId).Select(row => row.Key).ToHashSet();
    }
}
