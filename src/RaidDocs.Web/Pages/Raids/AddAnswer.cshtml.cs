using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Raids;

/// <summary>Adds what one voice says of a criterion. The others stay.</summary>
[Asks(RecordKind.Raid, Act.Record)]
public sealed class AddAnswerModel(RaidDocsDbContext db, ReferenceLists lists, Texts texts) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>SR1 to SR14.</summary>
    [BindProperty(SupportsGet = true)]
    public string Criterion { get; set; } = "";

    [BindProperty]
    public AnswerForm Form { get; set; } = new();

    public RaidBar? Bar { get; private set; }

    public IReadOnlyList<Choice> Sources { get; private set; } = [];

    public string Words => lists.Words(ListName.SmartRaid, Criterion, Texts.IsThai);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Bar is null || lists.Find(ListName.SmartRaid, Criterion) is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await db.FindRaidAsync(Code, cancellationToken) is not { } raid || lists.Find(ListName.SmartRaid, Criterion) is null)
        {
            return NotFound();
        }

        var source = await db.SourceOfAsync(raid.Id, Form.Source, ModelState, cancellationToken);
        var toldOn = Form.ReadToldOn(ModelState);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var facts = new ChecklistFacts
        {
            Criterion = Criterion,
            Answer = Form.Answer!.Value,
            Voice = Form.Voice!.Value,
            ToldOn = toldOn,
            Reliability = Form.Reliability,
            At = Form.At.Kept(),
            Note = Form.Note.Kept(),
        };
        await db.SaveOnceAsync(new ChecklistAnswer(raid.Id, facts, source) { Id = Form.Number }, cancellationToken);
        TempData["Confirmation"] = texts["The answer to {0} is saved.", Criterion];
        return Redirect($"/raids/{Code}/checklist");
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Bar = await db.FindRaidAsync(Code, cancellationToken);
        Sources = Bar is null ? [] : await db.SourceChoicesAsync(Bar.Id, cancellationToken);
    }

    public sealed class AnswerForm : ToldForm
    {
        [Required]
        [Display(Name = "Was it met?")]
        public Promise? Answer { get; set; }
    }
}
