using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Disclosure.Bundles;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.CaseFiles;

/// <summary>Step 1: of the whole raid or of one woman, and which parts.</summary>
[Asks(RecordKind.Document, Act.Export)]
public sealed class WhatModel(RaidDocsDbContext db, Texts texts) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public WhatForm Form { get; set; } = new();

    public RaidBar? Bar { get; private set; }

    public IReadOnlyList<Choice> Women { get; private set; } = [];

    /// <param name="order">One that was begun.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IActionResult> OnGetAsync(Guid? order, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Bar is null)
        {
            return NotFound();
        }

        if (order is { } id && await db.FindBundleAsync(id, cancellationToken) is { } begun && begun.Raid == Code)
        {
            Form = new WhatForm { Number = id, Woman = begun.Wishes.Woman, Parts = begun.Wishes.Parts };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        db.DemandExport();
        if (await db.FindRaidAsync(Code, cancellationToken) is not { } raid)
        {
            return NotFound();
        }

        if (Form.Woman is { } woman && (await db.WomenChoicesAsync(raid.Id, cancellationToken)).All(choice => choice.Value != woman))
        {
            ModelState.AddModelError("Form.Woman", texts["Choose one of the list"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var begun = await db.FindBundleAsync(Form.Number, cancellationToken);
        var wishes = (begun?.Wishes ?? new BundleWishes { Language = Texts.Language }) with { Woman = Form.Woman, Parts = [.. Form.Parts.Distinct()], Exhibits = begun?.Wishes.Woman == Form.Woman ? begun?.Wishes.Exhibits : null };
        if (begun is null)
        {
            return await db.BeginBundleAsync(Form.Number, Code, wishes, cancellationToken) is { } id ? Redirect($"/casefiles/{id}/whom") : NotFound();
        }

        return await this.KeepAndGoAsync(db, begun.Id, _ => wishes, "/whom", cancellationToken);
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Bar = await db.FindRaidAsync(Code, cancellationToken);
        Women = Bar is null ? [] : await db.WomenChoicesAsync(Bar.Id, cancellationToken);
    }

    public sealed class WhatForm
    {
        [Display(Name = "Of whom is it?")]
        public string? Woman { get; set; }

        [Display(Name = "Which parts?")]
        public List<BundlePart> Parts { get; set; } = [.. Enum.GetValues<BundlePart>()];

        public Guid Number { get; set; }
    }
}
