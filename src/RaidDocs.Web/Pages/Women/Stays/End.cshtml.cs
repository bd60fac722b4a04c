using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Stays;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Women.Stays;

/// <summary>She left: ends the stay and, when she was moved, begins the next one in the same save.</summary>
[Asks(RecordKind.Woman, Act.Record)]
public sealed class EndModel(RaidDocsDbContext db, ReferenceLists lists, Texts texts, TimeProvider clock) : PageModel, IEditsRecord, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public LeavingForm Form { get; set; } = new();

    public WomanBar? Bar { get; private set; }

    public IReadOnlyList<Choice> Sources { get; private set; } = [];

    public IReadOnlyList<Choice> Places { get; private set; } = [];

    public object Mine => Form;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Bar is null || await FindAsync(cancellationToken) is not { Facts.To: null } stay)
        {
            return NotFound();
        }

        (Form.Version, Form.Voice) = (stay.Version, stay.Facts.Voice);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Bar = await db.FindWomanAsync(Code, cancellationToken);
        if (Bar is null || await FindAsync(cancellationToken) is not { } stay)
        {
            return NotFound();
        }

        var on = Form.On.ReadMoment(ModelState, "Form.On", "the day she left", required: true);
        var toldOn = Form.ReadToldOn(ModelState);
        ModelState.CheckPast("Form.On", on?.Date, clock.Today());
        ModelState.CheckPast("Form.ToldOn", toldOn, clock.Today());
        if (Form.How == StayEnd.Moved && string.IsNullOrEmpty(Form.Place))
        {
            ModelState.AddModelError("Form.Place", texts["Choose where she was moved, or that nobody knows"]);
        }

        // The same form, sent twice.
        if (stay.Facts.To is { } to && to == on && stay.Facts.Ending == Form.How)
        {
            return Saved();
        }

        var source = await db.ChosenSourceAsync(ModelState, Bar.RaidId, Form.Source, cancellationToken);
        return await db.InOneWriteAsync(
            async () =>
            {
                var isMoved = Form.How == StayEnd.Moved;
                var place = isMoved ? await db.ChosenPlaceAsync(ModelState, lists, (Form.Place, Form.NewKind, Form.NewName), cancellationToken) : null;
                if (!ModelState.IsValid)
                {
                    return Page();
                }

                db.ExpectVersion(stay, Form.Version);
                stay.End(on!, Form.How!.Value);
                if (isMoved)
                {
                    db.Stays.Add(new Stay(Bar.RaidId, Bar.Id, place, Form.Next(on!, toldOn), source) { Id = Form.Number });
                }

                await db.SaveChangesAsync(cancellationToken);
                TempData["Confirmation"] = isMoved ? texts["The stay is ended and the next one begun."] : texts["The stay is ended."];
                return Saved();
            },
            cancellationToken);
    }

    public IActionResult Saved() => Redirect($"/women/{Code}/stays");

    public async Task<RecordNow?> ReadNowAsync(CancellationToken cancellationToken)
    {
        var now = await db.Stays.AsNoTracking().SingleOrDefaultAsync(row => row.Id == Id, cancellationToken);
        var (by, at) = await db.LastChangeAsync(Id, cancellationToken);
        return now is null ? null : new(new LeavingForm { On = MomentBoxes.Of(now.Facts.To), How = now.Facts.Ending, Voice = Form.Voice }, now.Version, by, at);
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Bar = await db.FindWomanAsync(Code, cancellationToken);
        Sources = Bar is null ? [] : await db.SourceChoicesAsync(Bar.RaidId, cancellationToken);
        Places = await db.PlaceChoicesAsync(texts, cancellationToken);
    }

    private Task<Stay?> FindAsync(CancellationToken cancellationToken) =>
        db.Stays.SingleOrDefaultAsync(row => row.Id == Id && row.WomanId == Bar!.Id && row.RaidId == Bar.RaidId, cancellationToken);
}
