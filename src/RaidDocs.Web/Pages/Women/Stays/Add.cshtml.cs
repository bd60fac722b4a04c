using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Stays;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Women.Stays;

/// <summary>Adds a place where she was held. What contradicts another source is asked about first, then kept beside it.</summary>
[Asks(RecordKind.Woman, Act.Record)]
public sealed class AddModel(RaidDocsDbContext db, ReferenceLists lists, Texts texts, TimeProvider clock) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public StayForm Form { get; set; } = new();

    public WomanBar? Bar { get; private set; }

    public IReadOnlyList<Choice> Sources { get; private set; } = [];

    public IReadOnlyList<Choice> Places { get; private set; } = [];

    /// <summary>She is told to be elsewhere on the same days: the form asks whether to record it all the same.</summary>
    public bool AsksAboutOverlap { get; private set; }

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

        if (await db.Stays.AnyAsync(stay => stay.Id == Form.Number, cancellationToken))
        {
            return Redirect($"/women/{bar.Code}/stays");
        }

        var facts = Form.Read(ModelState, lists, clock.Today());
        var source = await db.ChosenSourceAsync(ModelState, bar.RaidId, Form.Source, cancellationToken);
        AsksAboutOverlap = await db.CheckOverlapAsync(ModelState, bar, Form, facts, cancellationToken);
        return await db.InOneWriteAsync<IActionResult>(
            async () =>
            {
                var place = await db.ChosenPlaceAsync(ModelState, lists, (Form.Place, Form.NewKind, Form.NewName), cancellationToken);
                if (!ModelState.IsValid)
                {
                    return Page();
                }

                (await db.Raids.AsNoTracking().SingleAsync(raid => raid.Id == bar.RaidId, cancellationToken)).CheckStay(facts);
                db.Stays.Add(new Stay(bar.RaidId, bar.Id, place, facts, source) { Id = Form.Number });
                await db.SaveChangesAsync(cancellationToken);
                TempData["Confirmation"] = texts["The stay is recorded."];
                return Redirect($"/women/{bar.Code}/stays");
            },
            cancellationToken);
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Bar = await db.FindWomanAsync(Code, cancellationToken);
        Sources = Bar is null ? [] : await db.SourceChoicesAsync(Bar.RaidId, cancellationToken);
        Places = await db.PlaceChoicesAsync(texts, cancellationToken);
    }
}
