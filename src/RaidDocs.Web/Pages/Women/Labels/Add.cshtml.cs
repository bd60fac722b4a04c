using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Women.Labels;

/// <summary>Adds what somebody called her on a day. What was recorded before stays.</summary>
[Asks(RecordKind.Woman, Act.Record)]
public sealed class AddModel(RaidDocsDbContext db, ReferenceLists lists, Texts texts, TimeProvider clock) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public LabelForm Form { get; set; } = new();

    public WomanBar? Bar { get; private set; }

    public IReadOnlyList<Choice> Sources { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Bar is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await db.FindWomanAsync(Code, cancellationToken) is not { } bar)
        {
            return NotFound();
        }

        if (await db.Labels.AnyAsync(row => row.Id == Form.Number, cancellationToken))
        {
            return Redirect($"/women/{bar.Code}/labels");
        }

        var (on, toldOn) = (Form.On.Read(ModelState, "Form.On", "the day of the label"), Form.ReadToldOn(ModelState));
        ModelState.CheckPast("Form.On", on, clock.Today());
        ModelState.CheckPast("Form.ToldOn", toldOn, clock.Today());
        ModelState.CheckKey("Form.Kind", lists, ListName.LabelKinds, Form.Kind);
        ModelState.CheckKey("Form.By", lists, ListName.Agencies, Form.By);
        var source = await db.ChosenSourceAsync(ModelState, bar.RaidId, Form.Source, cancellationToken);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.Labels.Add(new Label(bar.RaidId, bar.Id, Form.Facts(on, toldOn), source) { Id = Form.Number });
        await db.SaveChangesAsync(cancellationToken);
        TempData["Confirmation"] = texts["Recorded. What was recorded before stands beside it."];
        return Redirect($"/women/{bar.Code}/labels");
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Bar = await db.FindWomanAsync(Code, cancellationToken);
        Sources = Bar is null ? [] : await db.SourceChoicesAsync(Bar.RaidId, cancellationToken);
    }

    public sealed class LabelForm : ToldForm
    {
        [Required(ErrorMessage = "Choose what she was called")]
        [Display(Name = "What was she called?")]
        public string? Kind { get; set; }

        [Display(Name = "In which words?")]
        public string? Words { get; set; }

        [Display(Name = "Who called her so?")]
        public string? By { get; set; }

        [Display(Name = "On which day?")]
        public DateBoxes On { get; set; } = new();

        [DataType(DataType.MultilineText)]
        [Display(Name = "On what basis?")]
        public string? Basis { get; set; }

        [DataType(DataType.MultilineText)]
        [Display(Name = "What does she say to it?")]
        public string? HerAnswer { get; set; }

        [Display(Name = "Was it challenged?")]
        public Answer Challenged { get; set; }

        internal LabelFacts Facts(PartialDate? on, PartialDate? toldOn) => new()
        {
            Voice = Voice!.Value,
            ToldOn = toldOn,
            Reliability = Reliability,
            At = At.Kept(),
            Note = Note.Kept(),
            Kind = Kind!,
            Words = Words.Kept(),
            By = By,
            On = on,
            Basis = Basis.Kept(),
            HerAnswer = HerAnswer.Kept(),
            Challenged = Challenged,
        };
    }
}
