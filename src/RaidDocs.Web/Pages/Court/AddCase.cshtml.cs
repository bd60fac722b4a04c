using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Court;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Court;

/// <summary>Adds a court case: C1, C2, ... within the raid.</summary>
[Asks(RecordKind.Court, Act.Record)]
public sealed class AddCaseModel(RaidDocsDbContext db, Texts texts, TimeProvider clock) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public CaseForm Form { get; set; } = new();

    public RaidBar? Bar { get; private set; }

    public IReadOnlyList<Choice> Sources { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Bar is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Bar is null)
        {
            return NotFound();
        }

        if (Form.Read(ModelState, clock.Today()) is not { } facts)
        {
            return Page();
        }

        var made = await db.CourtCases.AsNoTracking().Where(row => row.RaidId == Bar.Id).Select(row => new { row.Id, row.Code }).ToListAsync(cancellationToken);
        if (made.All(row => row.Id != Form.Number))
        {
            var source = await db.NamedSourceAsync(Bar.Id, Form.Source, cancellationToken);
            db.CourtCases.Add(new CourtCase(Bar.Id, Codes.Next("C", made.Select(row => row.Code)), facts, source) { Id = Form.Number });
            await db.SaveChangesAsync(cancellationToken);
        }

        TempData["Confirmation"] = texts["Saved."];
        return Redirect($"/raids/{Code}/court");
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Bar = await db.FindRaidAsync(Code, cancellationToken);
        Sources = Bar is null ? [] : await db.SourceChoicesAsync(Bar.Id, cancellationToken);
    }
}
