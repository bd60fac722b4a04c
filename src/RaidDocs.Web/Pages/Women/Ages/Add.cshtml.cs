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

namespace RaidDocs.Web.Pages.Women.Ages;

/// <summary>Adds one voice on her age. What other voices said stays.</summary>
[Asks(RecordKind.Woman, Act.Record)]
public sealed class AddModel(RaidDocsDbContext db, ReferenceLists lists, Texts texts, TimeProvider clock) : PageModel, IReloads
{
    private const int RarelyYounger = 12;
    private const int RarelyOlder = 70;

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public AgeForm Form { get; set; } = new();

    public WomanBar? Bar { get; private set; }

    public IReadOnlyList<Choice> Sources { get; private set; } = [];

    /// <summary>The age is unusual: a slip of the finger, or a child.</summary>
    public bool AsksWhetherRight =>
        Form.Low is < RarelyYounger or > RarelyOlder || Form.High is < RarelyYounger or > RarelyOlder;

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

        if (await db.Ages.AnyAsync(row => row.Id == Form.Number, cancellationToken))
        {
            return Redirect($"/women/{bar.Code}/ages");
        }

        var toldOn = Form.ReadToldOn(ModelState);
        ModelState.CheckPast("Form.ToldOn", toldOn, clock.Today());
        ModelState.CheckKey("Form.Method", lists, ListName.AgeMethods, Form.Method);
        if (AsksWhetherRight && !Form.IsRight)
        {
            ModelState.AddModelError("Form.IsRight", texts["Is this age right? Change it, or tick \"Yes, this is right\""]);
        }

        var source = await db.ChosenSourceAsync(ModelState, bar.RaidId, Form.Source, cancellationToken);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.Ages.Add(new AgeClaim(bar.RaidId, bar.Id, Form.Facts(toldOn), source) { Id = Form.Number });
        await db.SaveChangesAsync(cancellationToken);
        TempData["Confirmation"] = texts["Recorded. What was recorded before stands beside it."];
        return Redirect($"/women/{bar.Code}/ages");
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Bar = await db.FindWomanAsync(Code, cancellationToken);
        Sources = Bar is null ? [] : await db.SourceChoicesAsync(Bar.RaidId, cancellationToken);
    }

    public sealed class AgeForm : ToldForm
    {
        [Required(ErrorMessage = "Enter an age, like 23")]
        [Display(Name = "Age at the raid")]
        public int? Low { get; set; }

        [Display(Name = "Up to, if it was a range")]
        public int? High { get; set; }

        [Display(Name = "Yes, this is right")]
        public bool IsRight { get; set; }

        [Display(Name = "How was it found?")]
        public string? Method { get; set; }

        [DataType(DataType.MultilineText)]
        [Display(Name = "What does it rest on, and with which margin?")]
        public string? Basis { get; set; }

        [DataType(DataType.MultilineText)]
        [Display(Name = "What was decided from it?")]
        public string? DecidedFromIt { get; set; }

        [DataType(DataType.MultilineText)]
        [Display(Name = "What does she say to it?")]
        public string? HerAnswer { get; set; }

        [Display(Name = "Was it challenged?")]
        public Answer Challenged { get; set; }

        internal AgeFacts Facts(PartialDate? toldOn) => new()
        {
            Voice = Voice!.Value,
            ToldOn = toldOn,
            Reliability = Reliability,
            At = At.Kept(),
            Note = Note.Kept(),
            Low = Low!.Value,
            High = High,
            Method = Method,
            Basis = Basis.Kept(),
            DecidedFromIt = DecidedFromIt.Kept(),
            HerAnswer = HerAnswer.Kept(),
            Challenged = Challenged,
        };
    }
}
