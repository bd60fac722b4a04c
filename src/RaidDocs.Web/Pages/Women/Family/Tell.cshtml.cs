using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Family;
using RaidDocs.Family;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Hosting.Family;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Women.Family;

/// <summary>Says what the page tells one contact, or all of them, from now on.</summary>
[Asks(RecordKind.Family, Act.Record)]
public sealed class TellModel(RaidDocsDbContext db, FamilyHouse house, Texts texts, TimeProvider clock) : PageModel, IEditsRecord, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public FamilyForm Form { get; set; } = new();

    public WomanBar? Bar { get; private set; }

    public object Mine => Form;

    public IReadOnlyList<Choice> Languages => house.Languages();

    public IReadOnlyList<Choice> Levels => FamilyLists.Levels(texts, withNothing: true);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Bar is null || await ReadNowAsync(cancellationToken) is not { } now)
        {
            return NotFound();
        }

        Form = (FamilyForm)now.Theirs;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Bar is not { } bar || await db.FindLinkAsync(bar, Id, cancellationToken) is not { } link)
        {
            return NotFound();
        }

        var facts = Form.Read(ModelState, clock.Today());
        if (!house.Settings.Offered.Contains(facts.Language) && facts.Language != link.Facts.Language)
        {
            ModelState.AddModelError("Form.Language", texts["Choose one of the list"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.ExpectVersion(link, Form.Version);
        link.Tell(facts);
        var told = new List<FamilyLink> { link };
        if (Form.All)
        {
            foreach (var other in await db.FamilyLinks
                .Where(other => other.WomanId == bar.Id && other.RaidId == bar.RaidId && other.Id != Id && other.RevokedOn == null && other.AlarmOfId == null)
                .ToListAsync(cancellationToken))
            {
                other.Tell(facts with { Relation = other.Facts.Relation, Language = other.Facts.Language, Level = other.Facts.Level });
                told.Add(other);
            }
        }

        if (facts.Sentence == FamilySentence.PleaseCall)
        {
            db.FamilyCalls.AddRange(told.Select(one => FamilyNumbers.FirstCall(one, clock.Today())));
        }

        await db.SaveChangesAsync(cancellationToken);
        TempData["Confirmation"] = facts.Sentence == FamilySentence.PleaseCall
            ? texts["The page asks them to call. That somebody calls first stands on the first page."]
            : texts["The page tells this from now on."];
        return Saved();
    }

    public IActionResult Saved() => Redirect($"/women/{Code}/family");

    public async Task<RecordNow?> ReadNowAsync(CancellationToken cancellationToken)
    {
        if (await db.FamilyLinks.AsNoTracking().SingleOrDefaultAsync(
            row => row.Id == Id && row.WomanId == Bar!.Id && row.RaidId == Bar.RaidId && row.AlarmOfId == null, cancellationToken) is not { } link)
        {
            return null;
        }

        var (by, at) = await db.LastChangeAsync(Id, cancellationToken);
        return new(FamilyForm.Of(link), link.Version, by, at);
    }

    public async Task LoadAsync(CancellationToken cancellationToken) => Bar = await db.FindWomanAsync(Code, cancellationToken);
}
