using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Violations;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;
using RaidDocs.Web.Pages.Violations.Coding;

namespace RaidDocs.Web.Pages.Violations;

/// <summary>One right that was broken, and the agreement of a second person, who is not the one who wrote it last.</summary>
[Asks(RecordKind.Violation, Act.Record)]
public sealed class DetailsModel(RaidDocsDbContext db, Texts texts) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public AgreeForm Form { get; set; } = new();

    public RaidBar Bar { get; private set; } = null!;

    public RightView? Right { get; private set; }

    /// <summary>She wrote it last herself.</summary>
    public bool IsHers { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Right is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var violation = await db.Violations.SingleOrDefaultAsync(
            row => row.Id == Id && db.Raids.Any(raid => raid.Id == row.RaidId && raid.Code == Code), cancellationToken);
        if (violation is null)
        {
            return NotFound();
        }

        if (await WroteLastAsync(cancellationToken))
        {
            throw new DomainRuleException($"You wrote this last. A second person reads it and agrees");
        }

        if (violation.ReviewedBy is null)
        {
            // She agrees to what she read, not to what it became meanwhile.
            db.ExpectVersion(violation, Form.Version);
            db.ViolationReviews.Add(violation.AgreeAs(User.Identity!.Name!));
            await db.SaveChangesAsync(cancellationToken);
        }

        TempData["Confirmation"] = texts["You agree. It may print now."];
        return Redirect($"/raids/{Code}/violations");
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (await db.FindRaidAsync(Code, cancellationToken) is not { } bar)
        {
            return;
        }

        Bar = bar;
        if (await db.FindRightAsync(Code, Id, cancellationToken) is not { } found)
        {
            return;
        }

        var (right, numbers) = found;
        Right = new RightView(
            right.Facts,
            right.ReviewedBy,
            right.Version,
            [.. right.Sources.OrderBy(source => source.RecordedAt).Select(source => $"{source.Code} {source.Facts.Title}")],
            numbers,
            await PassagesAsync(right, cancellationToken),
            await db.ViolationReviews.AsNoTracking().Where(row => row.ViolationId == Id).OrderBy(row => row.RecordedAt).ToListAsync(cancellationToken),
            right.ToTalkAbout);
        IsHers = await WroteLastAsync(cancellationToken);
        Form.Version = right.Version;
    }

    private async Task<bool> WroteLastAsync(CancellationToken cancellationToken)
    {
        var writers = await db.LastWritersAsync([Id], cancellationToken);
        return writers.GetValueOrDefault(Id) is { } writer && writer == db.Viewer.UserId;
    }

    // Where it stands in testimonies, by number alone: the words are on the page of the testimony, if she allows it.
    private async Task<List<PassageRow>> PassagesAsync(Violation right, CancellationToken cancellationToken)
    {
        var ids = right.Passages.Select(passage => passage.TestimonyId).Distinct().ToList();
        var codes = await db.Testimonies.AsNoTracking().Where(told => ids.Contains(told.Id)).ToDictionaryAsync(told => told.Id, told => told.Code, cancellationToken);
        return
        [
            .. right.Passages.OrderBy(passage => passage.RecordedAt).Select(passage => new PassageRow(
                passage.TestimonyId, codes[passage.TestimonyId], passage.Number, passage.Part is not null, passage.MarkedBy, passage.RecordedAt)),
        ];
    }

    public sealed class AgreeForm
    {
        public Guid Version { get; set; }
    }

    public sealed record RightView(
        ViolationFacts Facts,
        string? ReviewedBy,
        Guid Version,
        IReadOnlyList<string> Sources,
        IReadOnlyList<int> Women,
        IReadOnlyList<PassageRow> Passages,
        IReadOnlyList<ViolationReview> Reviews,
        bool ToTalkAbout);

    public sealed record PassageRow(Guid Testimony, string Code, int Number, bool IsPart, string? MarkedBy, DateTime At);
}
