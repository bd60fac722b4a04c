using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Raids.Naming;

/// <summary>A pasted list as it will be saved: codes, what is the same for all, and what must be asked.</summary>
[Asks(RecordKind.WomanName, Act.Record)]
public sealed class PreviewModel(RaidDocsDbContext db, ReferenceLists lists, Texts texts) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid Draft { get; set; }

    [BindProperty]
    public PreviewForm Form { get; set; } = new();

    public RaidBar Bar { get; private set; } = null!;

    internal ListToSave List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await ListToSave.OpenAsync(db, Code, Draft, cancellationToken) is not { } list)
        {
            return NotFound();
        }

        if (list.IsSaved)
        {
            return Redirect($"/raids/{Code}/women");
        }

        await ShowAsync(list, cancellationToken);
        Form.Same = [.. list.Earlier.Select(woman => new SameForm { Code = woman.Code })];
        return Page();
    }

    public async Task LoadAsync(CancellationToken cancellationToken) =>
        await ShowAsync((await ListToSave.OpenAsync(db, Code, Draft, cancellationToken))!, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        ModelState.CheckKeys(lists, ListName.LabelKinds, "Form.Label", Form.Label);
        ModelState.CheckKeys(lists, ListName.Agencies, "Form.LabelBy", Form.LabelBy);
        ModelState.CheckKeys(lists, ListName.FacilityKinds, "Form.PlaceKind", Form.PlaceKind);
        var saved = await db.InOneWriteAsync(() => SaveAsync(cancellationToken), cancellationToken);
        if (saved is null || !ModelState.IsValid)
        {
            return saved is null ? NotFound() : Page();
        }

        if (saved is > 0 and var count)
        {
            TempData["Confirmation"] = count == 1 ? texts["1 woman is saved."] : texts["{0} women are saved.", count];
        }

        return Redirect($"/raids/{Code}/women");
    }

    // How many were saved, 0 for a list that was saved before; null when there is no such list.
    private async Task<int?> SaveAsync(CancellationToken cancellationToken)
    {
        if (await ListToSave.OpenAsync(db, Code, Draft, cancellationToken) is not { } list)
        {
            return null;
        }

        if (list.IsSaved)
        {
            return 0;
        }

        if (list.IsLonger && Form.Count == CountAnswer.NotChosen)
        {
            ModelState.AddModelError("Form.Count", texts["Choose how many women were taken"]);
        }

        return ModelState.IsValid ? await list.SaveAsync(Form, lists, cancellationToken) : 0;
    }

    // The question whether she is the same shows a stored name, and that is a reading.
    private async Task ShowAsync(ListToSave list, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        (List, Bar) = (list, (await db.FindRaidAsync(Code, cancellationToken))!);
        if (list.Earlier.Count > 0)
        {
            db.NoteReading(nameof(WomanName), list.Earlier.Select(woman => woman.WomanId).Distinct(), Bar.Id, "paste preview");
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
