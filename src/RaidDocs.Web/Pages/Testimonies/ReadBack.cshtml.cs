using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Testimonies;

/// <summary>Her testimony is read to her: of each passage she says that it is right, wrong, or not to be printed.</summary>
[Asks(RecordKind.Testimony, Act.Record)]
public sealed class ReadBackModel(RaidDocsDbContext db, ReferenceLists lists, Texts texts, TimeProvider clock) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ReadBackForm Form { get; set; } = new();

    public TestimonyHead Head { get; private set; } = null!;

    public Withheld? Withheld { get; private set; }

    public string? Language { get; private set; }

    /// <summary>The version that stands; empty while her words are withheld.</summary>
    public IReadOnlyList<PassageText> Passages { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.FindTestimonyAsync(Id, cancellationToken) is null)
        {
            return NotFound();
        }

        await LoadAsync(cancellationToken);
        if (Withheld is null)
        {
            Form = new() { Language = Language, On = DateBoxes.Of(PartialDate.OfDay(clock.Today())), Revision = Head.Revision, Passages = [.. Passages.Select(_ => new SaidBoxes())] };
            await db.NoteOpenedAsync([Id], Head.RaidId, "read-back", cancellationToken);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await db.FindTestimonyAsync(Id, cancellationToken) is null)
        {
            return NotFound();
        }

        return await db.InOneWriteAsync(() => TakeAsync(cancellationToken), cancellationToken);
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Head = (await db.FindTestimonyAsync(Id, cancellationToken))!;
        Withheld = await db.WhyWithheldAsync(Id, clock.Today(), cancellationToken);
        var told = await db.ReadableTestimonies(clock.Today()).AsNoTracking().Include(row => row.Passages).SingleOrDefaultAsync(row => row.Id == Id, cancellationToken);
        (Language, Passages) = (told?.Facts.Language, [.. told?.Words.Select(passage => passage.Facts) ?? []]);
        Form.Passages = [.. Passages.Select((_, at) => Form.Passages.ElementAtOrDefault(at) ?? new())];
    }

    private async Task<IActionResult> TakeAsync(CancellationToken cancellationToken)
    {
        var told = await db.ReadableTestimonies(clock.Today()).Include(row => row.Passages).SingleOrDefaultAsync(row => row.Id == Id, cancellationToken);

        // She took it back while the page was open, or the form was sent twice.
        if (told is null || await db.ReadBacks.AnyAsync(row => row.SittingId == Form.Number, cancellationToken))
        {
            return Redirect($"/testimonies/{Id}");
        }

        var on = Check();
        if (told.Revision != Form.Revision)
        {
            ModelState.AddModelError("", texts["Her words or marks were changed since this page was opened. Look at each passage again"]);
            ModelState.Remove("Form.Revision");
            Form.Revision = told.Revision;
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var said = Form.Passages.Index().Where(one => one.Item.Mark is not null && one.Index < told.Words.Count()).ToDictionary(one => one.Index + 1, one => new ReadBackFacts
        {
            Mark = one.Item.Mark!.Value,
            Instead = one.Item.Mark == ReadBackMark.Wrong && !string.IsNullOrWhiteSpace(one.Item.Instead) ? PlainText.Kept(one.Item.Instead).Trim('\n') : null,
            Language = Form.Language,
            ReadBy = Form.ReadBy!.Trim(),
            On = on,
        });
        db.ReadBackTo(told, Form.Number, said, texts["When it was read to her she said: do not print"]);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Confirmation"] = texts["What she said is kept."];
        return Redirect($"/testimonies/{Id}");
    }

    private PartialDate? Check()
    {
        ModelState.RefuseUnknown("Form.Language", lists, ListName.Languages, Form.Language);
        var on = Form.On.Read(ModelState, "Form.On", "the day it was read to her", required: true);
        ModelState.RefuseFuture("Form.On", on, clock.Today());
        foreach (var (at, passage) in Form.Passages.Index())
        {
            if (passage.Mark != ReadBackMark.Wrong && !string.IsNullOrWhiteSpace(passage.Instead))
            {
                ModelState.AddModelError($"Form.Passages[{at}].Mark", texts["If she says something else, choose \"wrong\""]);
            }
        }

        return on;
    }

    public sealed class ReadBackForm
    {
        [Required(ErrorMessage = "Choose the language in which it was read to her")]
        [Display(Name = "In which language was it read to her?")]
        public string? Language { get; set; }

        [Required(ErrorMessage = "Write who read it to her")]
        [Display(Name = "Who read it to her?")]
        public string? ReadBy { get; set; }

        [Display(Name = "When was it read to her?")]
        public DateBoxes On { get; set; } = new();

        [Display(Name = "Passages")]
        public List<SaidBoxes> Passages { get; set; } = [];

        public Guid Number { get; set; }

        /// <summary>The version that was open when it was read.</summary>
        public int Revision { get; set; }
    }

    public sealed class SaidBoxes
    {
        [Display(Name = "What does she say of it?")]
        public ReadBackMark? Mark { get; set; }

        [DataType(DataType.MultilineText)]
        [Display(Name = "If it is wrong: what she says instead")]
        public string? Instead { get; set; }
    }
}
