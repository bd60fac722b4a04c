using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Women.Stays;

/// <summary>Corrects what is recorded of one stay.</summary>
[Asks(RecordKind.Woman, Act.Record)]
public sealed class EditModel(RaidDocsDbContext db, ReferenceLists lists, Texts texts, TimeProvider clock) : PageModel, IEditsRecord, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public StayForm Form { get; set; } = new();

    public WomanBar? Bar { get; private set; }

    public IReadOnlyList<Choice> Sources { get; private set; } = [];

    public IReadOnlyList<Choice> Places { get; private set; } = [];

    public bool AsksAboutOverlap { get; private set; }

    public object Mine => Form;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Bar is null || await ReadNowAsync(cancellationToken) is not { } now)
        {
            return NotFound();
        }

        Form = (StayForm)now.Theirs;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Bar = await db.FindWomanAsync(Code, cancellationToken);
        var stay = await db.Stays.SingleOrDefaultAsync(row => row.Id == Id && Bar != null && row.WomanId == Bar.Id && row.RaidId == Bar.RaidId, cancellationToken);
        if (Bar is null || stay is null)
        {
            return NotFound();
        }

        var facts = Form.Read(ModelState, lists, clock.Today());
        var source = await db.ChosenSourceAsync(ModelState, Bar.RaidId, Form.Source, cancellationToken);
        Form.Number = Id;
        AsksAboutOverlap = await db.CheckOverlapAsync(ModelState, Bar, Form, facts, cancellationToken);
        return await db.InOneWriteAsync(
            async () =>
            {
                var place = await db.ChosenPlaceAsync(ModelState, lists, (Form.Place, Form.NewKind, Form.NewName), cancellationToken);
                if (!ModelState.IsValid)
                {
                    return Page();
                }

                (await db.Raids.AsNoTracking().SingleAsync(raid => raid.Id == Bar.RaidId, cancellationToken)).CheckStay(facts);
                db.ExpectVersion(stay, Form.Version);
                stay.Correct(facts, source?.Id);
                if (place is not null && db.Entry(place).State == EntityState.Detached)
                {
                    db.Facilities.Add(place);
                }

                stay.IsAt(place?.Id);
                await db.SaveChangesAsync(cancellationToken);
                TempData["Confirmation"] = texts["The stay is corrected."];
                return Saved();
            },
            cancellationToken);
    }

    public IActionResult Saved() => Redirect($"/women/{Code}/stays");

    public async Task<RecordNow?> ReadNowAsync(CancellationToken cancellationToken)
    {
        var now = await db.Stays.AsNoTracking()
            .Where(row => row.Id == Id && Bar != null && row.WomanId == Bar.Id && row.RaidId == Bar.RaidId)
            .Select(row => new { Stay = row, Place = row.Facility!.Code, Source = row.Source!.Code })
            .SingleOrDefaultAsync(cancellationToken);
        if (now is null)
        {
            return null;
        }

        var (by, at) = await db.LastChangeAsync(Id, cancellationToken);
        return new(StayForm.Of(now.Stay, now.Place, now.Source), now.Stay.Version, by, at);
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Bar = await db.FindWomanAsync(Code, cancellationToken);
        Sources = Bar is null ? [] : await db.SourceChoicesAsync(Bar.RaidId, cancellationToken);
        Places = await db.PlaceChoicesAsync(texts, cancellationToken);
    }

    public string Words(string field, string value) => field == nameof(StayForm.Place)
        ? Places.FirstOrDefault(place => place.Value == value)?.Text ?? value
        : value;
}
