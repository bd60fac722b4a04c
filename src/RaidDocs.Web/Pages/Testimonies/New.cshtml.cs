using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Testimonies;

/// <summary>Writes down a testimony: how it was taken, and the words in numbered passages.</summary>
[Asks(RecordKind.Testimony, Act.Record)]
[RequestSizeLimit(MostBytes)]
public sealed class NewModel(RaidDocsDbContext db, ReferenceLists lists, Texts texts, TimeProvider clock) : PageModel, IReloads
{
    // Two long texts, of letters that browsers send as nine characters each.
    private const int MostBytes = 1_600 * 1024;

    /// <summary>R03-W07; or a raid's code in <see cref="Raid"/>, when somebody else speaks.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Woman { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Raid { get; set; }

    [BindProperty]
    public TestimonyForm Form { get; set; } = new();

    public WomanBar? Bar { get; private set; }

    public RaidBar? RaidBar { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Form.Voice = Bar is null ? null : Voice.Woman;
        return RaidBar is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (RaidBar is not { } raid)
        {
            return NotFound();
        }

        var toldOn = Form.ToldOn.Read(ModelState, "Form.ToldOn", "the day it was told");
        ModelState.RefuseFuture("Form.ToldOn", toldOn, clock.Today());
        if (Form.Voice == Voice.Woman && Bar is null)
        {
            ModelState.AddModelError("Form.Voice", texts["Open this from the page of the woman who speaks"]);
        }

        if (Form.Voice is not (null or Voice.Woman) && string.IsNullOrWhiteSpace(Form.Speaker))
        {
            ModelState.AddModelError("Form.Speaker", texts["Write who speaks, without a name, like a witness or her mother"]);
        }

        if (Form.ReadPassages(ModelState, lists) is not { } passages)
        {
            return Page();
        }

        var made = await db.Testimonies.AsNoTracking().Where(row => row.RaidId == raid.Id).Select(row => new { row.Id, row.Code }).ToListAsync(cancellationToken);
        if (made.All(row => row.Id != Form.Number))
        {
            Guid? speaker = Form.Voice == Voice.Woman ? Bar!.Id : null;
            var code = Codes.Next("T", made.Select(row => row.Code));
            db.Testimonies.Add(new Testimony(raid.Id, code, speaker, Form.Facts(toldOn), passages) { Id = Form.Number });
            await db.SaveChangesAsync(cancellationToken);
        }

        TempData["Confirmation"] = texts["The testimony is saved."];
        return Redirect($"/testimonies/{Form.Number}");
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Bar = Woman is null ? null : await db.FindWomanAsync(Woman, cancellationToken);
        var code = Woman is null ? Raid : Bar?.RaidCode;
        RaidBar = code is null ? null : await db.FindRaidAsync(code, cancellationToken);
    }
}
