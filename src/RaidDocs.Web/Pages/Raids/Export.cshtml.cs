using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;

namespace RaidDocs.Web.Pages.Raids;

/// <summary>What can be printed of a raid.</summary>
[Asks(RecordKind.Raid, Act.Read)]
public sealed class ExportModel(RaidDocsDbContext db) : PageModel
{
    public RaidBar Bar { get; private set; } = null!;

    public bool MayPrintDocuments =>
        db.Viewer.May(RecordKind.Document, Act.Export);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (await db.FindRaidAsync(code, cancellationToken) is not { } bar)
        {
            return NotFound();
        }

        Bar = bar;
        return Page();
    }
}
