using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Procedures;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Women.Procedures;

/// <summary>Corrects what is recorded of a test, a paper or a thing taken.</summary>
[Asks(RecordKind.Woman, Act.Record)]
public sealed class EditModel(RaidDocsDbContext db, ReferenceLists lists, Texts texts, TimeProvider clock) : PageModel, IEditsRecord, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ProcedureForm Form { get; set; } = new();

    public WomanBar? Bar { get; private set; }

    public IReadOnlyList<Choice> Sources { get; private set; } = [];

    public object Mine => Form;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Bar is null || await ReadNowAsync(cancellationToken) is not { } now)
        {
            return NotFound();
        }

        Form = (ProcedureForm)now.Theirs;
        if (Form.Kind?.IsMedical() == true)
        {
            db.NoteReading(nameof(Procedure), [Bar.Id], Bar.RaidId, nameof(RecordKind.Medical));
            await db.SaveChangesAsync(cancellationToken);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await db.FindWomanAsync(Code, cancellationToken) is not { } bar
            || await db.Procedures.SingleOrDefaultAsync(row => row.Id == Id && row.WomanId == bar.Id && row.RaidId == bar.RaidId, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Bar = bar;
        var facts = Form.Read(ModelState, lists, clock.Today());
        var source = await db.ChosenSourceAsync(ModelState, bar.RaidId, Form.Source, cancellationToken);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.ExpectVersion(found, Form.Version);
        found.Correct(facts, source?.Id);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Confirmation"] = texts["The record is corrected."];
        return Saved();
    }

    public IActionResult Saved() => Redirect($"/women/{Code}/procedures");

    public async Task<RecordNow?> ReadNowAsync(CancellationToken cancellationToken)
    {
        var now = await db.Procedures.AsNoTracking()
            .Where(row => row.Id == Id && row.WomanId == Bar!.Id && row.RaidId == Bar.RaidId)
            .Select(row => new { Row = row, Source = row.Source!.Code })
            .SingleOrDefaultAsync(cancellationToken);
        if (now is null)
        {
            return null;
        }

        var (by, at) = await db.LastChangeAsync(Id, cancellationToken);
        return new(ProcedureForm.Of(now.Row, now.Source), now.Row.Version, by, at);
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Bar = await db.FindWomanAsync(Code, cancellationToken);
        Sources = Bar is null ? [] : await db.SourceChoicesAsync(Bar.RaidId, cancellationToken);
    }
}
