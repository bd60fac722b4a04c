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

/// <summary>Corrects her words, passage by passage. It makes a new version with a reason; the earlier one is kept.</summary>
[Asks(RecordKind.Testimony, Act.Record)]
[RequestSizeLimit(MostBytes)]
public sealed class EditModel(RaidDocsDbContext db, ReferenceLists lists, Texts texts, TimeProvider clock) : PageModel, IEditsRecord, IReloads
{
    private const int MostBytes = 4 * 1024 * 1024;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public EditForm Form { get; set; } = new();

    public TestimonyHead Head { get; private set; } = null!;

    public string? Language { get; private set; }

    public Withheld? Withheld { get; private set; }

    public object Mine => Form;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.FindTestimonyAsync(Id, cancellationToken) is null)
        {
            return NotFound();
        }

        await LoadAsync(cancellationToken);
        if (Withheld is null && await ReadNowAsync(cancellationToken) is { Theirs: EditForm stored })
        {
            Form = stored;
            await db.NoteOpenedAsync([Id], Head.RaidId, "edit", cancellationToken);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var testimony = await db.ReadableTestimonies(clock.Today()).Include(row => row.Passages).SingleOrDefaultAsync(row => row.Id == Id, cancellationToken);
        if (testimony is null)
        {
            // She took it back while the page was open.
            return await db.FindTestimonyAsync(Id, cancellationToken) is null ? NotFound() : Redirect($"/testimonies/{Id}");
        }

        Check();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.ExpectVersion(testimony, Form.Version);
        testimony.Revise(Form.Words([.. testimony.Words.Select(passage => passage.Facts)]), Form.Because);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Confirmation"] = texts["Saved as version {0}. The earlier one is kept.", testimony.Revision];
        return Saved();
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Head = (await db.FindTestimonyAsync(Id, cancellationToken))!;
        Withheld = await db.WhyWithheldAsync(Id, clock.Today(), cancellationToken);
        Language = await db.Testimonies.Where(row => row.Id == Id).Select(row => row.Facts.Language).SingleOrDefaultAsync(cancellationToken);
    }

    public async Task<RecordNow?> ReadNowAsync(CancellationToken cancellationToken)
    {
        var told = await db.ReadableTestimonies(clock.Today()).AsNoTracking().Include(row => row.Passages).SingleOrDefaultAsync(row => row.Id == Id, cancellationToken);
        if (told is null)
        {
            return null;
        }

        var (by, at) = await db.LastChangeAsync(Id, cancellationToken);
        var now = new EditForm
        {
            Passages = [.. told.Words.Select(passage => new PassageBoxes { Text = passage.Facts.Text, Translation = passage.Facts.Translation, TranslationLanguage = passage.Facts.TranslationLanguage })],
            // A reason is not stored state, and neither is what is about to be added.
            Because = Form.Because,
            Version = told.Version,
        };
        now.Passages.AddRange(Form.Passages.Skip(now.Passages.Count));
        if (now.Passages.Count == told.Words.Count())
        {
            now.Passages.Add(new());
        }

        return new RecordNow(now, told.Version, by, at);
    }

    public IActionResult Saved() => Redirect($"/testimonies/{Id}");

    private void Check()
    {
        if (Form.Passages.TrueForAll(passage => string.IsNullOrWhiteSpace(passage.Text)))
        {
            ModelState.AddModelError("Form.Passages[0].Text", texts["Write down the words as they were said"]);
        }

        for (var at = 0; at < Form.Passages.Count; at++)
        {
            var passage = Form.Passages[at];
            ModelState.RefuseUnknown($"Form.Passages[{at}].TranslationLanguage", lists, ListName.Languages, passage.TranslationLanguage);
            if (!string.IsNullOrWhiteSpace(passage.Translation) && string.IsNullOrEmpty(passage.TranslationLanguage))
            {
                ModelState.AddModelError($"Form.Passages[{at}].TranslationLanguage", texts["Choose the language of the translation"]);
            }
        }

        if (!Form.KeepOldWriting && Form.Passages.Exists(passage => Zawgyi.IsLikely(passage.Text) || Zawgyi.IsLikely(passage.Translation)))
        {
            ModelState.AddModelError("Form.KeepOldWriting", texts["This looks like an older way of writing Burmese. Keep it as it is?"]);
        }
    }

    public sealed class EditForm
    {
        [Display(Name = "Passages")]
        public List<PassageBoxes> Passages { get; set; } = [];

        [Display(Name = "Yes, keep it as it is")]
        public bool KeepOldWriting { get; set; }

        [Required(ErrorMessage = "Write why her words are changed")]
        [Display(Name = "Why?")]
        public string? Because { get; set; }

        public Guid Version { get; set; }

        /// <summary>The passages as typed; each keeps the marks of the one whose place it has. An emptied one is left out.</summary>
        internal IEnumerable<PassageText> Words(IReadOnlyList<PassageText> before) => Passages
            .Select((passage, at) => (passage, Old: before.ElementAtOrDefault(at)))
            .Where(both => !string.IsNullOrWhiteSpace(both.passage.Text))
            .Select(both => (both.Old ?? new PassageText { Text = "" }) with
            {
                Text = PlainText.Kept(both.passage.Text!).Trim('\n'),
                Translation = string.IsNullOrWhiteSpace(both.passage.Translation) ? null : PlainText.Kept(both.passage.Translation).Trim('\n'),
                TranslationLanguage = string.IsNullOrWhiteSpace(both.passage.Translation) ? null : both.passage.TranslationLanguage,
                Translator = string.IsNullOrWhiteSpace(both.passage.Translation) ? null : both.Old?.Translator,
            });
    }

    public sealed class PassageBoxes
    {
        [DataType(DataType.MultilineText)]
        [Display(Name = "The words as they were said")]
        public string? Text { get; set; }

        [DataType(DataType.MultilineText)]
        [Display(Name = "Translation")]
        public string? Translation { get; set; }

        [Display(Name = "Language of the translation")]
        public string? TranslationLanguage { get; set; }
    }
}
