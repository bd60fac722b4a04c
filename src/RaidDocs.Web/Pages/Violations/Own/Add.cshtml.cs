using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Violations.Own;

/// <summary>Adds an act or an article to the organisation's own.</summary>
[Asks(RecordKind.OwnList, Act.Record)]
public sealed class AddModel(RaidDocsDbContext db, Store store, ReferenceLists lists, Texts texts) : PageModel
{
    /// <summary>"acts" or "own-articles".</summary>
    [BindProperty(SupportsGet = true)]
    public string List { get; set; } = "";

    [BindProperty]
    public OwnForm Form { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Form.Read(ModelState, lists, List) is not { } facts)
        {
            return Page();
        }

        // Two people at once must not get one code.
        await db.InOneWriteAsync(
            async () =>
            {
                var there = await db.OwnItems.AsNoTracking().Select(item => new { item.Id, item.Code }).ToListAsync(cancellationToken);
                if (there.All(item => item.Id != Form.Number))
                {
                    db.OwnItems.Add(new OwnItem(Codes.Next(OwnItem.LettersOf(List), there.Select(item => item.Code)), facts) { Id = Form.Number });
                    await db.SaveChangesAsync(cancellationToken);
                }

                return true;
            },
            cancellationToken);
        await store.ReadListsAsync(db, cancellationToken);
        TempData["Confirmation"] = texts["Saved. It can be chosen now."];
        return Redirect("/violations/own");
    }
}
