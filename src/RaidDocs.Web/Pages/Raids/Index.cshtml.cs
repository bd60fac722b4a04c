using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Raids;

/// <summary>All raids that are hers to see.</summary>
[Asks(RecordKind.Raid, Act.Read)]
public sealed class IndexModel(RaidDocsDbContext db, ReferenceLists lists) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Asked { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public PagedList<RaidBar> Raids { get; private set; } = new([], 1, 1, 0);

    public bool MayRecord => db.MayRecord(RecordKind.Raid);

    public bool MayImport => db.Viewer.May(RecordKind.Import, Act.Read);

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Raids = await new RaidSearch(db, lists).PageAsync(Asked, PageNumber, cancellationToken);
}
