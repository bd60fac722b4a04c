using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Facilities;

/// <summary>Places where women are held or stay, by kind and province.</summary>
[Asks(RecordKind.Facility, Act.Read)]
public sealed class IndexModel(RaidDocsDbContext db) : PageModel
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Province { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public PagedList<PlaceRow> Places { get; private set; } = new([], 1, PageSize, 0);

    public bool MayRecord => db.Viewer.May(RecordKind.Facility, Act.Record);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var places = db.Facilities.AsNoTracking();
        if (!string.IsNullOrEmpty(Kind))
        {
            places = places.Where(place => place.Facts.Kind == Kind);
        }

        if (!string.IsNullOrEmpty(Province))
        {
            places = places.Where(place => place.Facts.Province == Province);
        }

        Places = await places
            .OrderBy(place => place.Code.Length)
            .ThenBy(place => place.Code)
            .Select(place => new PlaceRow(
                place.Code,
                place.Facts.Name,
                place.Facts.Kind,
                place.Facts.Province,
                db.Stays.Count(stay => stay.FacilityId == place.Id && stay.Facts.To == null)))
            .ToPagedListAsync(PageNumber, PageSize, cancellationToken);
    }

    public sealed record PlaceRow(string Code, string Name, string Kind, string? Province, int Held);
}
