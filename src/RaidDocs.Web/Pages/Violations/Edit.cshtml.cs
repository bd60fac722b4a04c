using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Violations;

/// <summary>Changes a right that was broken. What the second person agreed to was another text, so she reads it again.</summary>
[Asks(RecordKind.Violation, Act.Record)]
public sealed class EditModel(RaidDocsDbContext db, ReferenceLists lists, Texts texts, TimeProvider clock) : PageModel, IEditsRecord, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ViolationForm Form { get; set; } = new();

    public RaidBar? Bar { get; private set; }

    public IReadOnlyList<Choice> Sources { get; private set; } = [];

    public IReadOnlyList<Choice> Women { get; private set; } = [];

    public IReadOnlyList<Choice> Articles { get; private set; } = [];

    public object Mine => Form;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (await ReadNowAsync(cancellationToken) is not { Theirs: ViolationForm stored })
        {
            return NotFound();
        }

        Form = stored;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var violation = Bar is not { } bar ? null : await db.Violations
            .Include(row => row.Sources)
            .Include(row => row.Women)
            .AsSplitQuery()
            .SingleOrDefaultAsync(row => row.Id == Id && row.RaidId == bar.Id, cancellationToken);
        if (violation is null)
        {
            return NotFound();
        }

        if (lists.Find(ListName.Acts, Form.Act) is { IsRetired: true } && Form.Act != violation.Facts.Act)
        {
            ModelState.AddModelError("Form.Act", texts["Choose what happened"]);
        }

        var articles = lists.ArticleChoices(texts, Form.Act ?? "", Bar!.When, Articles.Select(article => article.Value));
        if (Form.Read(ModelState, lists, articles, clock.Today()) is not { } facts)
        {
            return Page();
        }

        var sources = await db.NamedSourcesAsync(violation.RaidId, Form.Sources, cancellationToken);
        var women = await db.NumberedWomenAsync(violation.RaidId, Form.Women, cancellationToken);
        db.ExpectVersion(violation, Form.Version);
        violation.Correct(facts.WordedAs(violation.Facts, lists), null);
        violation.Concerns(sources, women);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Confirmation"] = texts["Saved. A second person reads it next."];
        return Saved();
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (await db.FindRaidAsync(Code, cancellationToken) is not { } bar
            || await db.FindRightAsync(Code, Id, cancellationToken) is not { } found)
        {
            return;
        }

        Bar = bar;
        Sources = await db.SourceChoicesAsync(bar.Id, cancellationToken);
        Women = await db.WomanChoicesAsync(bar.Id, cancellationToken);
        Articles = lists.ArticleChoices(texts, found.Right.Facts.Act, bar.When, found.Right.Facts.Articles);
    }

    public async Task<RecordNow?> ReadNowAsync(CancellationToken cancellationToken)
    {
        if (await db.FindRightAsync(Code, Id, cancellationToken) is not { } found)
        {
            return null;
        }

        var (right, numbers) = found;
        var (by, at) = await db.LastChangeAsync(Id, cancellationToken);
        var stored = ViolationForm.Of(right.Facts, numbers, right.Sources.Select(source => source.Code), right.Version);
        return new RecordNow(stored, right.Version, by, at);
    }

    public IActionResult Saved() => Redirect($"/raids/{Code}/violations/{Id}");
}
