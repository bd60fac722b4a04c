using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Round;

/// <summary>The weekly round: one piece of news about several women who are still held. Checked first, then saved whole.</summary>
[Asks(RecordKind.Woman, Act.Record)]
public sealed class IndexModel(RaidDocsDbContext db, ReferenceLists lists, Texts texts, TimeProvider clock) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string? Raid { get; set; }

    [BindProperty]
    public RoundForm Form { get; set; } = new();

    public DateOnly Today { get; } = clock.Today();

    public RaidBar? Bar { get; private set; }

    public IReadOnlyList<Choice> Raids { get; private set; } = [];

    public IReadOnlyList<HeldWoman> Women { get; private set; } = [];

    public IReadOnlyList<Choice> Sources { get; private set; } = [];

    public IReadOnlyList<Choice> Places { get; private set; } = [];

    /// <summary>What will be recorded; null until the form is right.</summary>
    public Round? Checked { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Raid is null || Bar is not null ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Bar is null)
        {
            return NotFound();
        }

        Checked = new RoundCheck(ModelState, texts, lists).Read(Form, Women, Places, Today);
        return Page();
    }

    /// <summary>Back from the check to the form, with all that was typed.</summary>
    public Task OnPostChangeAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Bar is null)
        {
            return NotFound();
        }

        // Sent twice: the first one made the line of the chronology.
        if (await db.Chronology.AnyAsync(line => line.Id == Form.Number, cancellationToken))
        {
            return Saved();
        }

        if (new RoundCheck(ModelState, texts, lists).Read(Form, Women, Places, Today) is not { } round)
        {
            return Page();
        }

        var source = await db.NamedSourceAsync(Bar.Id, Form.Source, cancellationToken);
        await new RoundRecord(db, texts).RecordAsync(Bar.Id, Form, round, source, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        var saved = round.Women.Count == 1 ? texts["Saved for 1 woman."] : texts["Saved for {0} women.", round.Women.Count];
        TempData["Confirmation"] = round.GapDays is { } gap ? $"{saved} {gap}" : saved;
        return Saved();
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Raids = await db.Raids.AsNoTracking()
            .Where(raid => db.Stays.Any(stay => stay.RaidId == raid.Id && stay.Facts.To == null))
            .OrderBy(raid => raid.Code)
            .Select(raid => new Choice(raid.Code, raid.Code + " " + raid.Facts.Name, null))
            .ToListAsync(cancellationToken);
        if ((Raid ?? Raids.Select(raid => raid.Value).FirstOrDefault()) is not { } code
            || await db.FindRaidAsync(code, cancellationToken) is not { } bar)
        {
            return;
        }

        (Bar, Raid) = (bar, code);
        Women = await db.HeldWomenAsync(bar.Id, Today, cancellationToken);
        Sources = await db.SourceChoicesAsync(bar.Id, cancellationToken);
        var places = await db.Facilities.AsNoTracking()
            .OrderBy(place => place.Code)
            .Select(place => new Choice(place.Code, place.Code + " " + place.Facts.Name, null))
            .ToListAsync(cancellationToken);
        Places = [.. places, new(RoundForm.NewPlace, texts["A new place, named below"]), new(RoundForm.NotKnownWhere, texts["Not known where"])];
    }

    private RedirectResult Saved() => Redirect($"/round?raid={Raid}");
}
