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

namespace RaidDocs.Web.Pages.Women.Names;

/// <summary>Adds a name of hers. The names that are there stay, and stay hidden.</summary>
[Asks(RecordKind.WomanName, Act.Record)]
public sealed class AddModel(RaidDocsDbContext db, ReferenceLists lists, Texts texts, TimeProvider clock) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public NameForm Form { get; set; } = new();

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

        if (await db.WomanNames.AnyAsync(row => row.Id == Form.Number, cancellationToken))
        {
            return Redirect($"/women/{bar.Code}/names");
        }

        var toldOn = Form.ReadToldOn(ModelState);
        ModelState.CheckPast("Form.ToldOn", toldOn, clock.Today());
        ModelState.CheckKey("Form.Language", lists, ListName.Languages, Form.Language);
        if (Form.Text is { } typed && PlainText.Name(typed).Length == 0)
        {
            ModelState.AddModelError("Form.Text", texts["Enter the name"]);
        }

        var source = await db.ChosenSourceAsync(ModelState, bar.RaidId, Form.Source, cancellationToken);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var facts = new NameFacts
        {
            Voice = Form.Voice!.Value,
            ToldOn = toldOn,
            Reliability = Form.Reliability,
            At = Form.At.Kept(),
            Note = Form.Note.Kept(),
            Text = PlainText.Name(Form.Text!),
            Kind = Form.Kind!.Value,
            Language = Form.Language,
        };
        db.WomanNames.Add(new WomanName(bar.RaidId, bar.Id, facts, source) { Id = Form.Number });
        await db.SaveChangesAsync(cancellationToken);
        TempData["Confirmation"] = texts["The name is recorded and hidden."];
        return Redirect($"/women/{bar.Code}/names");
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Bar = await db.FindWomanAsync(Code, cancellationToken);
        Sources = Bar is null ? [] : await db.SourceChoicesAsync(Bar.RaidId, cancellationToken);
    }

    public sealed class NameForm : ToldForm
    {
        [Required(ErrorMessage = "Enter the name")]
        [Display(Name = "Name")]
        public string? Text { get; set; }

        [Required(ErrorMessage = "Choose which name it is")]
        [Display(Name = "Which name is it?")]
        public NameKind? Kind { get; set; }

        [Display(Name = "Written in which language?")]
        public string? Language { get; set; }
    }
}
