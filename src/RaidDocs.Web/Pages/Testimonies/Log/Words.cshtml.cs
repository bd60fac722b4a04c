using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Testimonies.Log;

/// <summary>Her words as she said them, with their translation beside them.</summary>
[Asks(RecordKind.Testimony, Act.Record)]
[RequestSizeLimit(MostBytes)]
public sealed class WordsModel(RaidDocsDbContext db, ReferenceLists lists, Texts texts, TimeProvider clock) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public Guid Draft { get; set; }

    [BindProperty]
    public WordsForm Form { get; set; } = new();

    public OpenAccount? Account { get; private set; }

    // Two long texts, of letters that browsers send as nine characters each.
    private const int MostBytes = 1_600 * 1024;

    /// <summary>It looks like Zawgyi, and she was not asked yet whether to keep it.</summary>
    public bool AsksAboutWriting { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return this.Show(Account, TestimonySteps.Words, answers =>
        {
            Form = answers.Words ?? Form;
            AsksAboutWriting = Form.KeepOldWriting;
        });
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        this.TakeAsync(db, clock, Draft, TestimonySteps.Words, _ => Check(), answers => answers.Words = Form, cancellationToken);

    private void Check()
    {
        Form.Check(ModelState, lists);
        AsksAboutWriting = Zawgyi.IsLikely(Form.Original) || Zawgyi.IsLikely(Form.Translation);
        if (AsksAboutWriting && !Form.KeepOldWriting)
        {
            ModelState.AddModelError("Form.KeepOldWriting", texts["This looks like an older way of writing Burmese. Keep it as it is?"]);
        }
    }

    public Task<IActionResult> OnPostKeepAsync(CancellationToken cancellationToken) =>
        this.KeepTypedAsync(db, clock, Draft, TestimonySteps.Words, cancellationToken);

    public async Task LoadAsync(CancellationToken cancellationToken) => Account = await db.OpenAccountAsync(Draft, cancellationToken);

    public sealed class WordsForm : WordsBoxes
    {
        [Display(Name = "Yes, keep it as it is")]
        public bool KeepOldWriting { get; set; }

        [Required(ErrorMessage = "Choose whether you have finished this part")]
        [Display(Name = "Have you finished this part?")]
        public bool? Finished { get; set; }
    }
}
