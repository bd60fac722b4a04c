using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Women.Consents;

/// <summary>Records what she answered for one purpose. Never edited: asked again, she gets a new record.</summary>
[Asks(RecordKind.Consent, Act.Record)]
public sealed class AddModel(RaidDocsDbContext db, ReferenceLists lists, Texts texts, TimeProvider clock) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public ConsentForm Form { get; set; } = new();

    public WomanBar? Bar { get; private set; }

    public IReadOnlyList<Choice> Testimonies { get; private set; } = [];

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

        if (await db.Consents.AnyAsync(row => row.Id == Form.Number, cancellationToken))
        {
            return Redirect($"/women/{bar.Code}/consents");
        }

        var facts = Form.Read(ModelState, lists, clock.Today());
        Guid? testimony = null;
        if (!string.IsNullOrEmpty(Form.Testimony))
        {
            testimony = await db.Testimonies
                .Where(row => row.WomanId == bar.Id && row.RaidId == bar.RaidId && row.Code == Form.Testimony)
                .Select(row => (Guid?)row.Id)
                .SingleOrDefaultAsync(cancellationToken);
            if (testimony is null)
            {
                ModelState.AddModelError("Form.Testimony", texts["Choose one of the list"]);
            }
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.Consents.Add(new Consent(bar.RaidId, bar.Id, testimony, facts) { Id = Form.Number });
        await db.SaveChangesAsync(cancellationToken);
        TempData["Confirmation"] = texts["Her answer is recorded."];
        return Redirect($"/women/{bar.Code}/consents");
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Bar = await db.FindWomanAsync(Code, cancellationToken);
        Testimonies = Bar is null ? [] : await db.Testimonies.AsNoTracking()
            .Where(row => row.WomanId == Bar.Id && row.RaidId == Bar.RaidId)
            .OrderBy(row => row.RecordedAt)
            .Select(row => new Choice(row.Code, row.Code, null))
            .ToListAsync(cancellationToken);
    }
}
