using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Raids;

/// <summary>Corrects a line of the chronology. Its voice stays.</summary>
[Asks(RecordKind.Raid, Act.Record)]
public sealed class ChangeLineModel(RaidDocsDbContext db, Texts texts) : PageModel, IEditsRecord, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ChronologyForm Form { get; set; } = new();

    public RaidBar? Bar { get; private set; }

    public IReadOnlyList<Choice> Sources { get; private set; } = [];

    public IReadOnlyList<Choice> Women { get; private set; } = [];

    public object Mine => Form;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Bar is null || await db.FindLineAsync(Code, Id, cancellationToken) is not { } line)
        {
            return NotFound();
        }

        Form = ChronologyForm.Of(line);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var line = await db.Chronology.Include(row => row.Sources).Include(row => row.Women).AsSplitQuery()
            .SingleOrDefaultAsync(row => row.Id == Id && db.Raids.Any(raid => raid.Id == row.RaidId && raid.Code == Code), cancellationToken);
        if (line is null)
        {
            return NotFound();
        }

        var facts = Form.Read(ModelState);
        var sources = await db.SourcesOfAsync(line.RaidId, Form.Sources, ModelState, "Form.Sources", cancellationToken);
        var women = await db.WomenOfAsync(line.RaidId, Form.Women, ModelState, "Form.Women", cancellationToken);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.ExpectVersion(line, Form.Version);
        line.Correct(facts, line.SourceId);
        line.Concerns(sources, women);
        await db.SaveChangesAsync(cancellationToken);
        return Saved();
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

    public async Task<RecordNow?> ReadNowAsync(CancellationToken cancellationToken)
    {
        if (await db.FindLineAsync(Code, Id, cancellationToken) is not { } line)
        {
            return null;
        }

        var (by, at) = await db.LastChangeAsync(Id, cancellationToken);
        return new RecordNow(ChronologyForm.Of(line), line.Version, by, at);
    }

    public IActionResult Saved()
    {
        TempData["Confirmation"] = texts["The line is saved."];
        return Redirect($"/raids/{Code}/chronology");
    }
}
