using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Sources;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Raids;

/// <summary>Adds a source; it gets the next code of the raid.</summary>
[Asks(RecordKind.Raid, Act.Record)]
public sealed class AddSourceModel(RaidDocsDbContext db, Texts texts) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public SourceForm Form { get; set; } = new();

    public RaidBar? Bar { get; private set; }

    /// <summary>What it may lie in.</summary>
    public SourceTies Ties { get; private set; } = new([], []);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Bar is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await db.FindRaidAsync(Code, cancellationToken) is not { } raid)
        {
            return NotFound();
        }

        var facts = Form.Read(ModelState);
        var (file, told) = await SourceTies.ReadAsync(db, raid.Id, Form, ModelState, cancellationToken);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        // The code is counted and saved in one write: two people who add at once get two codes.
        var code = await db.InOneWriteAsync(
            async () =>
            {
                var sources = await db.Sources.AsNoTracking().Where(source => source.RaidId == raid.Id)
                    .Select(source => new { source.Id, source.Code }).ToListAsync(cancellationToken);
                if (sources.Find(source => source.Id == Form.Number) is { } saved)
                {
                    return saved.Code;
                }

                var next = Codes.Next("S", sources.Select(source => source.Code));
                var source = new Source(raid.Id, next, facts) { Id = Form.Number };
                source.LiesIn(file);
                source.IsOf(told);
                db.Add(source);
                await db.SaveChangesAsync(cancellationToken);
                return next;
            },
            cancellationToken);
        TempData["Confirmation"] = texts["The source is saved as {0}.", code];
        return Redirect($"/raids/{Code}/papers");
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Bar = await db.FindRaidAsync(Code, cancellationToken);
        Ties = Bar is null ? Ties : await SourceTies.OfAsync(db, Bar.Id, cancellationToken);
    }
}
