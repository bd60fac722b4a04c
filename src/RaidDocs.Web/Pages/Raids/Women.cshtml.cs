using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Raids;

/// <summary>The women of a raid by code, without names.</summary>
[Asks(RecordKind.Woman, Act.Read)]
public sealed class WomenModel(RaidDocsDbContext db, Texts texts, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public RaidBar Bar { get; private set; } = null!;

    public PagedList<WomanRow> Women { get; private set; } = new([], 1, 1, 0);

    public bool MayRecord => db.MayRecord(RecordKind.Woman);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (await db.FindRaidAsync(code, cancellationToken) is not { } bar)
        {
            return NotFound();
        }

        Bar = bar;
        Women = await db.ReadWomenAsync(bar.Id, PageNumber, clock.Today(), cancellationToken);
        return Page();
    }

    /// <summary>"16 (the authorities) / 19 (the woman)".</summary>
    public string Ages(WomanRow woman) => woman.Ages.Count == 0
        ? texts["Not given"]
        : string.Join(" / ", woman.Ages.Select(age => $"{texts.Number(age.Low, age.High)} ({(age.Voice == Voice.Woman ? texts["she"] : texts.Of(age.Voice))})"));

    /// <summary>Where she is now, as far as known.</summary>
    public string Where(WomanRow woman) => woman.Last switch
    {
        null => texts["Not recorded yet"],
        { Facts.To: null } stay => stay.Place ?? texts["Held, nobody knows where"],
        { Facts.Ending: Domain.Stays.StayEnd.Moved or null } stay => texts["Not known; before that {0}", stay.Place ?? texts["a place nobody knows"]],
        { } stay => texts.Of(stay.Facts.Ending),
    };
}
