using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Testimonies;

/// <summary>Marks one passage: who may not read it. The words stay; the marks make a new version.</summary>
[Asks(RecordKind.Testimony, Act.Record)]
public sealed class MarksModel(RaidDocsDbContext db, Texts texts, TimeProvider clock) : PageModel, IEditsRecord, IReloads
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Passage { get; set; }

    [BindProperty]
    public MarksForm Form { get; set; } = new();

    /// <summary>The words that are marked; null when there is no such passage.</summary>
    public string? Text { get; private set; }

    /// <summary>Why her words are not shown; null when they are.</summary>
    public Withheld? Withheld { get; private set; }

    public object Mine => Form;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.FindTestimonyAsync(Id, cancellationToken) is not { } head)
        {
            return NotFound();
        }

        Withheld = await db.WhyWithheldAsync(Id, clock.Today(), cancellationToken);
        if (Withheld is not null)
        {
            return Page();
        }

        await LoadAsync(cancellationToken);
        if (Text is null || await ReadNowAsync(cancellationToken) is not { Theirs: MarksForm stored })
        {
            return NotFound();
        }

        Form = stored;
        await db.NoteOpenedAsync([Id], head.RaidId, "marks", cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var testimony = await db.ReadableTestimonies(clock.Today()).Include(row => row.Passages).SingleOrDefaultAsync(row => row.Id == Id, cancellationToken);
        if (testimony is null || testimony.Words.All(passage => passage.Number != Passage))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.ExpectVersion(testimony, Form.Version);
        testimony.Revise(
            [
                .. testimony.Words.Select(passage => passage.Number != Passage ? passage.Facts : passage.Facts with
                {
                    IdentifiesHer = Form.IdentifiesHer,
                    SexualDetail = Form.SexualDetail,
                    NotForDisclosure = Form.NotForDisclosure,
                }),
            ],
            Form.Because);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Confirmation"] = texts["The marks are saved as a new version."];
        return Saved();
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var today = clock.Today();
        Text = await db.Passages.AsNoTracking()
            .Where(row => row.TestimonyId == Id && row.Number == Passage && db.ReadableTestimonies(today).Any(told => told.Id == Id && told.Revision == row.Revision))
            .Select(row => row.Facts.Text)
            .SingleOrDefaultAsync(cancellationToken);
    }

    public async Task<RecordNow?> ReadNowAsync(CancellationToken cancellationToken)
    {
        var row = await db.ReadableTestimonies(clock.Today()).AsNoTracking()
            .Where(told => told.Id == Id)
            .Join(db.Passages.Where(one => one.Number == Passage), told => new { told.Id, told.Revision }, one => new { Id = one.TestimonyId, one.Revision }, (told, one) => new { told.Version, one.Facts })
            .SingleOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return null;
        }

        var (by, at) = await db.LastChangeAsync(Id, cancellationToken);
        var now = new MarksForm
        {
            IdentifiesHer = row.Facts.IdentifiesHer,
            SexualDetail = row.Facts.SexualDetail,
            NotForDisclosure = row.Facts.NotForDisclosure,
            // A reason is not stored state: two people who set the same marks do not disagree.
            Because = Form.Because,
            Version = row.Version,
        };
        return new RecordNow(now, row.Version, by, at);
    }

    public IActionResult Saved() => Redirect($"/testimonies/{Id}");

    public sealed class MarksForm
    {
        [Display(Name = "It identifies her")]
        public bool IdentifiesHer { get; set; }

        [Display(Name = "It has sexual detail")]
        public bool SexualDetail { get; set; }

        [Display(Name = "It is not for disclosure")]
        public bool NotForDisclosure { get; set; }

        [Required(ErrorMessage = "Write why the marks change")]
        [Display(Name = "Why?")]
        public string? Because { get; set; }

        public Guid Version { get; set; }
    }
}
