using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Court;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Court;

/// <summary>Adds a day in court to a case.</summary>
[Asks(RecordKind.Court, Act.Record)]
public sealed class AddHearingModel(RaidDocsDbContext db, ReferenceLists lists, Texts texts, TimeProvider clock) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>C1, C2, ... within the raid.</summary>
    [BindProperty(SupportsGet = true)]
    public string Case { get; set; } = "";

    [BindProperty]
    public HearingForm Form { get; set; } = new();

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

        if (Form.Read(ModelState, lists, clock.Today()) is not { } facts)
        {
            return Page();
        }

        (await db.Raids.AsNoTracking().SingleAsync(raid => raid.Id == Bar.Id, cancellationToken)).CheckHearing(facts);
        if (!await db.Hearings.AnyAsync(hearing => hearing.Id == Form.Number, cancellationToken))
        {
            var courtCase = await db.CourtCases.SingleAsync(row => row.RaidId == Bar.Id && row.Code == Case, cancellationToken);
            var source = await db.NamedSourceAsync(Bar.Id, Form.Source, cancellationToken);
            db.Hearings.Add(new Hearing(Bar.Id, courtCase, facts, source) { Id = Form.Number });
            await db.SaveChangesAsync(cancellationToken);
        }

        TempData["Confirmation"] = texts["Saved."];
        return Redirect($"/raids/{Code}/court");
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Bar = await db.FindRaidAsync(Code, cancellationToken);
        if (Bar is { } bar && !await db.CourtCases.AnyAsync(row => row.RaidId == bar.Id && row.Code == Case, cancellationToken))
        {
            Bar = null;
        }

        Sources = Bar is null ? [] : await db.SourceChoicesAsync(Bar.Id, cancellationToken);
    }
}
