using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Exports;

/// <summary>All that left the house, newest first.</summary>
[Asks(RecordKind.Document, Act.Read)]
public sealed class IndexModel(RaidDocsDbContext db) : PageModel
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public bool MayCopyAll => db.Viewer.May(RecordKind.WholeRecord, Act.Export);

    public bool MayMakeTables => db.Viewer.May(RecordKind.Document, Act.Export);

    public PagedList<ExportLine> Exports { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Exports = await db.Exports.AsNoTracking()
        .OrderByDescending(export => export.RecordedAt)
        .Join(db.Raids, export => export.RaidId, raid => raid.Id, (export, raid) => new ExportLine(export.Id, raid.Code, export.Kind, export.Audience, export.ForWhom, export.RecordedAt))
        .ToPagedListAsync(PageNumber, PageSize, cancellationToken);

    public sealed record ExportLine(Guid Id, string Raid, string Kind, Audience Audience, string? ForWhom, DateTime MadeAt);
}
