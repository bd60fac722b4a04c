using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Raids;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Raids;

/// <summary>Adds what one voice says of a number. The others stay.</summary>
[Asks(RecordKind.Raid, Act.Record)]
public sealed class AddCountModel(RaidDocsDbContext db, Texts texts) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public CountForm Form { get; set; } = new();

    public RaidBar? Bar { get; private set; }

    public IReadOnlyList<Choice> Sources { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? of, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Form.Of = Enum.TryParse<CountOf>(of, out var chosen) && Enum.IsDefined(chosen) ? chosen : null;
        return Bar is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await db.FindRaidAsync(Code, cancellationToken) is not { } raid)
        {
            return NotFound();
        }

        if (Form.Of == CountOf.Other && string.IsNullOrWhiteSpace(Form.What))
        {
            ModelState.AddModelError("Form.What", texts["Write what was counted"]);
        }

        var source = await db.SourceOfAsync(raid.Id, Form.Source, ModelState, cancellationToken);
        var toldOn = Form.ReadToldOn(ModelState);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var facts = new CountFacts
        {
            Of = Form.Of!.Value,
            What = Form.Of == CountOf.Other ? Form.What.Kept() : null,
            Low = Form.Low!.Value,
            High = Form.High,
            About = Form.About,
            Voice = Form.Voice!.Value,
            ToldOn = toldOn,
            Reliability = Form.Reliability,
            At = Form.At.Kept(),
            Note = Form.Note.Kept(),
        };
        await db.SaveOnceAsync(new CountClaim(raid.Id, facts, source) { Id = Form.Number }, cancellationToken);
        TempData["Confirmation"] = texts["The number is saved beside the others."];
        return Redirect($"/raids/{Code}/counts");
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Bar = await db.FindRaidAsync(Code, cancellationToken);
        Sources = Bar is null ? [] : await db.SourceChoicesAsync(Bar.Id, cancellationToken);
    }

    public sealed class CountForm : ToldForm
    {
        [Required]
        [Display(Name = "What was counted?")]
        public CountOf? Of { get; set; }

        [Display(Name = "What, in words")]
        public string? What { get; set; }

        [Required(ErrorMessage = "Enter the number, like 17")]
        [Display(Name = "How many?")]
        public int? Low { get; set; }

        [Display(Name = "Up to how many, if a range was said")]
        public int? High { get; set; }

        [Display(Name = "About: they were not exact")]
        public bool About { get; set; }
    }
}
