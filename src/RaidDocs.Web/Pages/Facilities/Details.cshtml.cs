using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Facilities;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Facilities;

/// <summary>One place: what it is, who is held there now, and dated notes on it.</summary>
[Asks(RecordKind.Facility, Act.Read)]
public sealed class DetailsModel(RaidDocsDbContext db) : PageModel
{
    private const int NotesOnPage = 25;

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public PlaceView Place { get; private set; } = null!;

    public IReadOnlyList<HeldRow> Held { get; private set; } = [];

    public PagedList<NoteRow> Notes { get; private set; } = new([], 1, NotesOnPage, 0);

    public bool MayRecord => db.Viewer.May(RecordKind.Facility, Act.Record);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        // Codes are for people; an id finds the place too.
        Guid? id = Guid.TryParse(Code, out var read) ? read : null;
        var place = await db.Facilities.AsNoTracking()
            .Where(place => place.Code == Code || place.Id == id)
            .Select(place => new PlaceView(place.Id, place.Code, place.Facts))
            .FirstOrDefaultAsync(cancellationToken);
        if (place is null)
        {
            return NotFound();
        }

        Place = place;
        Held = await db.Stays.AsNoTracking()
            .Where(stay => stay.FacilityId == place.Id && stay.Facts.To == null)
            .Join(
                db.Apprehensions,
                stay => new { stay.RaidId, stay.WomanId },
                row => new { row.RaidId, row.WomanId },
                (stay, row) => new { stay, row })
            .Join(db.Raids, both => both.row.RaidId, raid => raid.Id, (both, raid) => new { both, raid })
            .OrderBy(all => all.raid.Code)
            .ThenBy(all => all.both.row.Number)
            .Select(all => new HeldRow(all.raid.Code, all.both.row.Number, all.both.stay.Facts.From))
            .ToListAsync(cancellationToken);
        Notes = await db.FacilityNotes.AsNoTracking()
            .Where(note => note.FacilityId == place.Id)
            .OrderByDescending(note => note.RecordedAt)
            .Join(db.Raids, note => note.RaidId, raid => raid.Id, (note, raid) => new NoteRow(
                note.Id, raid.Code, note.Facts, note.SourceId == null ? null : note.Source!.Code, note.TakenBackBecause))
            .ToPagedListAsync(PageNumber, NotesOnPage, cancellationToken);
        return Page();
    }

    public sealed record PlaceView(Guid Id, string Code, FacilityFacts Facts);

    public sealed record HeldRow(string Raid, int Number, PartialDateTime? From)
    {
        public string Woman => new WomanCode(Raid, Number).ToString();
    }

    public sealed record NoteRow(Guid Id, string Raid, FacilityNoteFacts Facts, string? Source, string? TakenBackBecause);
}
