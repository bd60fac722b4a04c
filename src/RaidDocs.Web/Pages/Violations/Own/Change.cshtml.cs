using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Violations.Own;

/// <summary>Rewords an own act, or retires an own act or article. What was coded with it stays as it was worded.</summary>
[Asks(RecordKind.OwnList, Act.Record)]
public sealed class ChangeModel(RaidDocsDbContext db, Store store, ReferenceLists lists, Texts texts) : PageModel, IEditsRecord, IReloads
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public OwnForm Form { get; set; } = new();

    public OwnItem? Item { get; private set; }

    public int TimesUsed { get; private set; }

    public object Mine => Form;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Item is null)
        {
            return NotFound();
        }

        Form = OwnForm.Of(Item);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await db.OwnItems.SingleOrDefaultAsync(item => item.Id == Id, cancellationToken) is not { } item)
        {
            return NotFound();
        }

        Item = item;
        if (Form.Read(ModelState, lists, item.Facts.List) is not { } facts)
        {
            return Page();
        }

        db.ExpectVersion(item, Form.Version);
        item.Reword(facts);
        return await SaveAsync(texts["Saved. What was coded before keeps its words."], cancellationToken);
    }

    /// <summary>It is offered no longer, or again.</summary>
    public async Task<IActionResult> OnPostRetireAsync(bool back, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (await db.OwnItems.SingleOrDefaultAsync(item => item.Id == Id, cancellationToken) is not { } item)
        {
            return NotFound();
        }

        if (back)
        {
            item.BringBack();
        }
        else
        {
            item.Retire();
        }

        return await SaveAsync(back ? texts["It can be chosen again."] : texts["Retired. It is offered no longer; what was coded with it stays."], cancellationToken);
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Item = await db.OwnItems.AsNoTracking().SingleOrDefaultAsync(item => item.Id == Id, cancellationToken);
        if (Item is { Code: var code })
        {
            // Of the raids that she may see.
            TimesUsed = await db.Violations.CountAsync(violation => violation.Facts.Act == code, cancellationToken);
        }
    }

    public async Task<RecordNow?> ReadNowAsync(CancellationToken cancellationToken)
    {
        if (await db.OwnItems.AsNoTracking().SingleOrDefaultAsync(item => item.Id == Id, cancellationToken) is not { } item)
        {
            return null;
        }

        var (by, at) = await db.LastChangeAsync(Id, cancellationToken);
        return new RecordNow(OwnForm.Of(item), item.Version, by, at);
    }

    public IActionResult Saved() => Redirect("/violations/own");

    private async Task<IActionResult> SaveAsync(string said, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        await store.ReadListsAsync(db, cancellationToken);
        TempData["Confirmation"] = said;
        return Saved();
    }
}
