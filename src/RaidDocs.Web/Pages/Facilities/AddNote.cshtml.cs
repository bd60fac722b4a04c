using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Facilities;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Facilities;

/// <summary>A dated note on a place, by the team of one raid; that team alone sees it.</summary>
[Asks(RecordKind.Raid, Act.Record)]
public sealed class AddNoteModel(RaidDocsDbContext db, Texts texts, TimeProvider clock) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? Raid { get; set; }

    [BindProperty]
    public NoteForm Form { get; set; } = new();

    public IReadOnlyList<Choice> Raids { get; private set; } = [];

    public RaidBar? Bar { get; private set; }

    public IReadOnlyList<Choice> Sources { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return await PlaceIdAsync(cancellationToken) is null || (Raid is not null && Bar is null) ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (await PlaceIdAsync(cancellationToken) is not { } place || Bar is null)
        {
            return NotFound();
        }

        var on = Form.On.Read(ModelState, "Form.On", "the day of the note");
        var toldOn = Form.ReadToldOn(ModelState);
        ModelState.RefuseFuture("Form.On", on, clock.Today());
        ModelState.RefuseFuture("Form.ToldOn", toldOn, clock.Today());
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (!await db.FacilityNotes.AnyAsync(note => note.Id == Form.Number, cancellationToken))
        {
            var source = await db.NamedSourceAsync(Bar.Id, Form.Source, cancellationToken);
            db.FacilityNotes.Add(new FacilityNote(Bar.Id, place, Form.Facts(on, toldOn), source) { Id = Form.Number });
            await db.SaveChangesAsync(cancellationToken);
        }

        TempData["Confirmation"] = texts["The note is saved."];
        return Redirect($"/facilities/{Code}");
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Raids = await db.Raids.AsNoTracking()
            .OrderBy(raid => raid.Code)
            .Select(raid => new Choice(raid.Code, raid.Code + " " + raid.Facts.Name, null))
            .ToListAsync(cancellationToken);
        Raid ??= Raids is [var only] ? only.Value : null;
        Bar = Raid is null ? null : await db.FindRaidAsync(Raid, cancellationToken);
        Sources = Bar is null ? [] : await db.SourceChoicesAsync(Bar.Id, cancellationToken);
    }

    private async Task<Guid?> PlaceIdAsync(CancellationToken cancellationToken) => await db.Facilities.AsNoTracking()
        .Where(place => place.Code == Code)
        .Select(place => (Guid?)place.Id)
        .SingleOrDefaultAsync(cancellationToken);

    public sealed class NoteForm : ToldForm
    {
        [Required(ErrorMessage = "Write what was seen or said")]
        [DataType(DataType.MultilineText)]
        [Display(Name = "What was seen or said?")]
        public string? Text { get; set; }

        [Display(Name = "On which day?")]
        public DateBoxes On { get; set; } = new();

        internal FacilityNoteFacts Facts(PartialDate? on, PartialDate? toldOn) => new()
        {
            Voice = Voice!.Value,
            ToldOn = toldOn,
            Reliability = Reliability,
            At = At.Kept(),
            Note = Note is null ? null : PlainText.Kept(Note),
            On = on,
            Text = PlainText.Kept(Text!),
        };
    }
}
