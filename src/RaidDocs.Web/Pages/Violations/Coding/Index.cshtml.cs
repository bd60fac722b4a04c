using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Violations.Coding;

/// <summary>A testimony to be coded: each passage with what is coded in it, and how far two coders agree.</summary>
[Asks(RecordKind.Violation, Act.Record)]
public sealed class IndexModel(RaidDocsDbContext db, Texts texts, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Alone { get; set; }

    public CodedTestimony Coded { get; private set; } = null!;

    public bool HasKeys => CodingKeys.AreOn(Request);

    public IEnumerable<CodeMark> Shown(int passage) => Coded.MarksOf(passage).Where(mark => !Alone || mark.Passage.MarkedBy == User.Identity!.Name);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.FindCodedAsync(Id, clock.Today(), cancellationToken) is not { } coded)
        {
            return NotFound();
        }

        Coded = coded;
        await db.NoteCodingAsync(coded, cancellationToken);
        return Page();
    }

    /// <summary>Switches the single keys on or off on this device.</summary>
    public async Task<IActionResult> OnPostAsync(bool on, CancellationToken cancellationToken)
    {
        if (await db.FindCodedAsync(Id, clock.Today(), cancellationToken) is null)
        {
            return NotFound();
        }

        CodingKeys.Set(HttpContext, on);
        TempData["Confirmation"] = on ? texts["Single keys are on."] : texts["Single keys are off."];
        return Redirect($"/testimonies/{Id}/code{(Alone ? "?alone=true" : "")}");
    }
}
