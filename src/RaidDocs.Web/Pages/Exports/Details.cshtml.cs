using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Hosting;

namespace RaidDocs.Web.Pages.Exports;

/// <summary>One document that left: for whom, why, which file exactly, and of whom it tells.</summary>
[Asks(RecordKind.Document, Act.Read)]
public sealed class DetailsModel(RaidDocsDbContext db) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Export Made { get; private set; } = null!;

    public string Raid { get; private set; } = "";

    /// <summary>Null for the person at the command line.</summary>
    public string? By { get; private set; }

    public IReadOnlyList<PartLine> Parts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await db.Exports.AsNoTracking()
            .Where(export => export.Id == Id)
            .Select(export => new
            {
                export,
                Raid = db.Raids.Where(raid => raid.Id == export.RaidId).Select(raid => raid.Code).First(),
                By = db.Users.Where(user => user.Id == export.MadeBy).Select(user => user.UserName).FirstOrDefault(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return NotFound();
        }

        (Made, Raid, By) = (found.export, found.Raid, found.By);
        Parts = await db.ExportedParts.AsNoTracking()
            .Where(part => part.ExportId == Id)
            .Join(db.Apprehensions, part => new { part.RaidId, part.WomanId }, one => new { one.RaidId, one.WomanId }, (part, one) => new { part, one.Number })
            .OrderBy(row => row.Number).ThenBy(row => row.part.RecordedAt)
            .Select(row => new PartLine(
                WomanCode.In(row.Number), db.Testimonies.Where(told => told.Id == row.part.TestimonyId).Select(told => told.Code).FirstOrDefault(), row.part.Passages))
            .ToListAsync(cancellationToken);
        return Page();
    }

    public sealed record PartLine(string Woman, string? Testimony, string? Passages);
}
