using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Raids;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Raids;

/// <summary>Adds people who have no row of their own.</summary>
[Asks(RecordKind.Raid, Act.Record)]
public sealed class AddGroupModel(RaidDocsDbContext db, Texts texts) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public GroupForm Form { get; set; } = new();

    public RaidBar? Bar { get; private set; }

    public IReadOnlyList<Choice> Sources { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        // Only in a form that is opened: a box that is sent unticked is not sent at all.
        Form.AmongTaken = true;
        return Bar is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await db.FindRaidAsync(Code, cancellationToken) is not { } raid)
        {
            return NotFound();
        }

        var facts = Form.Read(ModelState);
        var source = await db.SourceOfAsync(raid.Id, Form.Source, ModelState, cancellationToken);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await db.SaveOnceAsync(new UnnamedGroup(raid.Id, facts, source) { Id = Form.Number }, cancellationToken);
        TempData["Confirmation"] = texts["The people without codes are saved."];
        return Redirect($"/raids/{Code}/counts");
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Bar = await db.FindRaidAsync(Code, cancellationToken);
        Sources = Bar is null ? [] : await db.SourceChoicesAsync(Bar.Id, cancellationToken);
    }
}
