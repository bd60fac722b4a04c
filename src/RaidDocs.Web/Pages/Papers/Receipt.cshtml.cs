using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Papers;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Hosting;

namespace RaidDocs.Web.Pages.Papers;

/// <summary>What is written down when a file came in: its mark and the time.</summary>
[Asks(RecordKind.Evidence, Act.Read)]
public sealed class ReceiptModel(RaidDocsDbContext db) : PageModel
{
    public PaperHead Head { get; private set; } = null!;

    public IReadOnlyList<string> SameAs { get; private set; } = [];

    /// <summary>Women who can be seen or heard in it and were not asked whether that may be published.</summary>
    public IReadOnlyList<string> NotAsked { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.FindPaperAsync(id, cancellationToken) is not { } head)
        {
            return NotFound();
        }

        Head = head;
        var same = await db.Evidence.AsNoTracking()
            .Where(row => row.RaidId == head.RaidId && row.Id != id && row.File.Sha256 == head.File.Sha256)
            .Select(row => new { row.Number, row.Copy }).ToListAsync(cancellationToken);
        SameAs = [.. same.Select(row => Evidence.CodeOf(row.Number, row.Copy))];
        if (head.Facts.ShowsHer)
        {
            var numbers = await db.Apprehensions.AsNoTracking()
                .Where(one => one.RaidId == head.RaidId && head.Women.Contains(one.Number)
                    && !db.Consents.Any(answer => answer.WomanId == one.WomanId && answer.RaidId == head.RaidId && answer.Facts.Purpose == Purpose.PictureOrVoice))
                .Select(one => one.Number).ToListAsync(cancellationToken);
            NotAsked = [.. numbers.Order().Select(WomanCode.In)];
        }

        return Page();
    }
}
