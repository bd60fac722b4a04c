using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Hosting;

namespace RaidDocs.Web.Pages.Violations.Own;

/// <summary>The acts and articles that the organisation added to the lists.</summary>
[Asks(RecordKind.OwnList, Act.Read)]
public sealed class IndexModel(RaidDocsDbContext db) : PageModel
{
    public IReadOnlyList<OwnItem> Items { get; private set; } = [];

    public bool MayRecord => db.Viewer.May(RecordKind.OwnList, Act.Record);

    // As many as people make by hand.
    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Items = await db.OwnItems.AsNoTracking().OrderBy(item => item.Code).ToListAsync(cancellationToken);
}
