using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Drafts;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Raids.Naming;

/// <summary>A list of women, one a line. It is checked here and kept as a draft; the preview saves it.</summary>
[Asks(RecordKind.WomanName, Act.Record)]
public sealed class PasteModel(RaidDocsDbContext db, TimeProvider clock, Texts texts) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public PasteForm Form { get; set; } = new();

    public RaidBar Bar { get; private set; } = null!;

    /// <summary>What is wrong, line by line.</summary>
    public IReadOnlyList<(string Text, string Problem)> Wrong { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid? draft, CancellationToken cancellationToken)
    {
        if (await db.FindRaidAsync(Code, cancellationToken) is not { } bar)
        {
            return NotFound();
        }

        Bar = bar;
        var kind = DraftKind.NamesOf(bar.Id);
        var begun = draft ?? (await db.OpenDraftsAsync(kind, cancellationToken) is [var newest, ..] ? newest.Id : null);
        if (begun is { } id && await db.FindDraftAsync(id, kind, cancellationToken) is { Became: null } kept)
        {
            (Form.List, Form.Number) = (PastedList.Of(kept).List, id);
        }

        return Page();
    }

    public async Task LoadAsync(CancellationToken cancellationToken) => Bar = (await db.FindRaidAsync(Code, cancellationToken))!;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await db.FindRaidAsync(Code, cancellationToken) is not { } bar)
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            Check(Form.List ?? "");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var kind = DraftKind.NamesOf(bar.Id);
        var draft = await db.FindDraftAsync(Form.Number, kind, cancellationToken);
        if (draft is null)
        {
            draft = new Draft(db.Viewer.UserId!.Value, kind) { Id = Form.Number };
            db.Drafts.Add(draft);
        }

        if (draft.Became is null)
        {
            draft.Keep(new PastedList(Form.List!).ToJson(), clock.UtcNow());
            await db.SaveChangesAsync(cancellationToken);
        }

        return Redirect($"/raids/{Code}/women/paste/{draft.Id}");
    }

    private void Check(string typed)
    {
        var list = WomenList.Read(typed);
        if (list.Women.Count == 0 && list.Problems.Count == 0)
        {
            ModelState.AddModelError("Form.List", texts["Write one woman on each line"]);
        }

        var lines = typed.ReplaceLineEndings("\n").Split('\n');
        Wrong = [.. list.Problems.Select(problem => (lines[problem.Line - 1], texts.Of(problem.Words)))];
        foreach (var (_, words) in Wrong)
        {
            ModelState.AddModelError("Form.List", words);
        }
    }

    public sealed class PasteForm
    {
        [DataType(DataType.MultilineText)]
        [Display(Name = "One woman on each line")]
        public string? List { get; set; }

        public Guid Number { get; set; } = Guid.CreateVersion7();
    }
}

/// <summary>What was pasted, kept until it is saved.</summary>
internal sealed record PastedList(string List)
{
    public static PastedList Of(Draft draft) => JsonSerializer.Deserialize<PastedList>(draft.Content)!;

    public string ToJson() => JsonSerializer.Serialize(this);
}
