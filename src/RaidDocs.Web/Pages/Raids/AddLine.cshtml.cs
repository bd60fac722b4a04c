using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Raids;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Raids;

/// <summary>Adds a line to the chronology, or another version of a moment that has one.</summary>
[Asks(RecordKind.Raid, Act.Record)]
public sealed class AddLineModel(RaidDocsDbContext db, Texts texts) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public ChronologyForm Form { get; set; } = new();

    public RaidBar? Bar { get; private set; }

    public IReadOnlyList<Choice> Sources { get; private set; } = [];

    public IReadOnlyList<Choice> Women { get; private set; } = [];

    /// <summary>The line that this is another version of.</summary>
    public ChronologyRow? Other { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid? of, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Bar is null)
        {
            return NotFound();
        }

        if (of is { } id)
        {
            Other = await db.FindLineAsync(Code, id, cancellationToken);
            if (Other is null)
            {
                return NotFound();
            }

            Form = ChronologyForm.AnotherVersionOf(Other);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await db.FindRaidAsync(Code, cancellationToken) is not { } raid)
        {
            return NotFound();
        }

        var facts = Form.Read(ModelState);
        var sources = await db.SourcesOfAsync(raid.Id, Form.Sources, ModelState, "Form.Sources", cancellationToken);
        var women = await db.WomenOfAsync(raid.Id, Form.Women, ModelState, "Form.Women", cancellationToken);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await db.SaveOnceAsync(new ChronologyEntry(raid.Id, facts, sources, women) { Id = Form.Number }, cancellationToken);
        TempData["Confirmation"] = texts["The line is in the chronology."];
        return Redirect($"/raids/{Code}/chronology");
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Bar = await db.FindRaidAsync(Code, cancellationToken);
        if (Bar is not null)
        {
            Sources = await db.SourceChoicesAsync(Bar.Id, cancellationToken);
            Women = await db.WomenChoicesAsync(Bar.Id, cancellationToken);
        }
    }
}
