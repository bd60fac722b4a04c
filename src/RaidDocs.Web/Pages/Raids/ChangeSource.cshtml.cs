using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Sources;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Raids;

/// <summary>Changes how a source is described. Its code stays.</summary>
[Asks(RecordKind.Raid, Act.Record)]
public sealed class ChangeSourceModel(RaidDocsDbContext db, Texts texts) : PageModel, IEditsRecord, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>S1, S2, ...</summary>
    [BindProperty(SupportsGet = true)]
    public string Source { get; set; } = "";

    [BindProperty]
    public SourceForm Form { get; set; } = new();

    public RaidBar? Bar { get; private set; }

    /// <summary>What it may lie in.</summary>
    public SourceTies Ties { get; private set; } = new([], []);

    public object Mine => Form;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Bar is null || await Row().AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } source)
        {
            return NotFound();
        }

        Form = await SourceTies.FormOfAsync(db, source, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await Row().SingleOrDefaultAsync(cancellationToken) is not { } source)
        {
            return NotFound();
        }

        var facts = Form.Read(ModelState);
        var (file, told) = await SourceTies.ReadAsync(db, source.RaidId, Form, ModelState, cancellationToken);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.ExpectVersion(source, Form.Version);
        source.Describe(facts);
        source.LiesIn(file);
        source.IsOf(told);
        await db.SaveChangesAsync(cancellationToken);
        return Saved();
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Bar = await db.FindRaidAsync(Code, cancellationToken);
        Ties = Bar is null ? Ties : await SourceTies.OfAsync(db, Bar.Id, cancellationToken);
    }

    public async Task<RecordNow?> ReadNowAsync(CancellationToken cancellationToken)
    {
        if (await Row().AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } source)
        {
            return null;
        }

        var (by, at) = await db.LastChangeAsync(source.Id, cancellationToken);
        return new RecordNow(await SourceTies.FormOfAsync(db, source, cancellationToken), source.Version, by, at);
    }

    public IActionResult Saved()
    {
        TempData["Confirmation"] = texts["{0} is saved.", Source];
        return Redirect($"/raids/{Code}/papers");
    }

    private IQueryable<Source> Row() =>
        db.Sources.Where(source => source.Code == Source && db.Raids.Any(raid => raid.Id == source.RaidId && raid.Code == Code));
}
