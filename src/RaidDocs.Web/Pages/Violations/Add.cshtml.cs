using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Violations;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Violations;

/// <summary>Adds a right that was broken: to whom, by whom, and under which articles.</summary>
[Asks(RecordKind.Violation, Act.Record)]
public sealed class AddModel(RaidDocsDbContext db, ReferenceLists lists, Texts texts, TimeProvider clock) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "act")]
    public string What { get; set; } = "";

    [BindProperty]
    public ViolationForm Form { get; set; } = new();

    public RaidBar? Bar { get; private set; }

    public IReadOnlyList<Choice> Sources { get; private set; } = [];

    public IReadOnlyList<Choice> Women { get; private set; } = [];

    public IReadOnlyList<Choice> Articles { get; private set; } = [];

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

        Form.Act = What;
        if (Form.Read(ModelState, lists, Articles, clock.Today()) is not { } facts)
        {
            return Page();
        }

        if (!await db.Violations.AnyAsync(violation => violation.Id == Form.Number, cancellationToken))
        {
            var sources = await db.NamedSourcesAsync(Bar.Id, Form.Sources, cancellationToken);
            var women = await db.NumberedWomenAsync(Bar.Id, Form.Women, cancellationToken);
            db.Violations.Add(new Violation(Bar.Id, facts.Worded(lists), sources, women) { Id = Form.Number });
            await db.SaveChangesAsync(cancellationToken);
        }

        TempData["Confirmation"] = texts["Saved. A second person reads it next."];
        return Redirect($"/raids/{Code}/violations");
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (lists.Find(ListName.Acts, What) is null or { IsRetired: true })
        {
            return;
        }

        Bar = await db.FindRaidAsync(Code, cancellationToken);
        if (Bar is { } bar)
        {
            Sources = await db.SourceChoicesAsync(bar.Id, cancellationToken);
            Women = await db.WomanChoicesAsync(bar.Id, cancellationToken);
            Articles = lists.ArticleChoices(texts, What, bar.When, []);
        }
    }
}
