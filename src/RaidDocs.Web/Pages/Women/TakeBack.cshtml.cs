using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Women;

/// <summary>Takes back a label, an age or a name that was written down wrongly.</summary>
[Asks(RecordKind.Woman, Act.Record)]
public sealed class TakeBackModel(RaidDocsDbContext db, Texts texts) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>"labels", "ages" or "names".</summary>
    [BindProperty(SupportsGet = true)]
    public string Kind { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public TakeBackForm Form { get; set; } = new();

    public WomanBar? Bar { get; private set; }

    public string What { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return What.Length == 0 ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (What.Length == 0)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        switch (Kind)
        {
            case "labels":
                (await db.Labels.SingleAsync(row => row.Id == Id, cancellationToken)).TakeBack(Form.Because!);
                break;
            case "ages":
                (await db.Ages.SingleAsync(row => row.Id == Id, cancellationToken)).TakeBack(Form.Because!);
                break;
            default:
                (await db.WomanNames.SingleAsync(row => row.Id == Id, cancellationToken)).TakeBack(Form.Because!);
                break;
        }

        await db.SaveChangesAsync(cancellationToken);
        TempData["Confirmation"] = texts["Taken back. The row stays, with your reason."];
        return Redirect($"/women/{Bar!.Code}/{Kind}");
    }

    /// <summary>What is to be taken back, in words; never a name.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Bar = await db.FindWomanAsync(Code, cancellationToken);
        What = Bar is null ? "" : Kind switch
        {
            "labels" => await LabelAsync(cancellationToken),
            "ages" => await AgeAsync(cancellationToken),
            _ => await db.WomanNames.AnyAsync(row => row.Id == Id && row.WomanId == Bar.Id, cancellationToken) ? texts["A name"] : "",
        };
    }

    private async Task<string> LabelAsync(CancellationToken cancellationToken)
    {
        var facts = await db.Labels.AsNoTracking().Where(row => row.Id == Id && row.WomanId == Bar!.Id).Select(row => row.Facts).SingleOrDefaultAsync(cancellationToken);
        return facts is null ? "" : texts["“{0}”, said by {1}", facts.Words ?? facts.Kind, facts.Voice];
    }

    private async Task<string> AgeAsync(CancellationToken cancellationToken)
    {
        var facts = await db.Ages.AsNoTracking().Where(row => row.Id == Id && row.WomanId == Bar!.Id).Select(row => row.Facts).SingleOrDefaultAsync(cancellationToken);
        return facts is null ? "" : texts["Age {0}, said by {1}", facts.Low, facts.Voice];
    }
}
