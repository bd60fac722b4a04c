using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Women.Consents;

/// <summary>What she allows, purpose by purpose, why it counts or not, and all she ever answered.</summary>
[Asks(RecordKind.Consent, Act.Read)]
public sealed class IndexModel(RaidDocsDbContext db, Texts texts, TimeProvider clock) : PageModel
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public WomanBar Bar { get; private set; } = null!;

    public IReadOnlyList<PurposeLine> Purposes { get; private set; } = [];

    public PagedList<ConsentLine> History { get; private set; } = null!;

    public bool MayUpload => db.Viewer.May(RecordKind.Evidence, Act.Record);

    public bool MayRecord => db.Viewer.May(RecordKind.Consent, Act.Record);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.FindWomanAsync(Code, cancellationToken) is not { } bar)
        {
            return NotFound();
        }

        Bar = bar;
        var hers = db.Consents.AsNoTracking().Where(row => row.WomanId == bar.Id && row.RaidId == bar.RaidId);
        var aboutAll = await hers.Where(row => row.TestimonyId == null).OrderBy(row => row.RecordedAt).Select(row => row.Facts).ToListAsync(cancellationToken);
        var today = clock.Today();
        Purposes =
        [
            .. Enum.GetValues<Purpose>().Select(purpose => new PurposeLine(
                purpose,
                aboutAll.LastOrDefault(record => record.Purpose == purpose),
                aboutAll.Allow(purpose, today),
                Why(aboutAll.LastOrDefault(record => record.Purpose == purpose), today))),
        ];
        History = await hers
            .OrderByDescending(row => row.RecordedAt)
            .Select(row => new ConsentLine(row.Id, row.Facts, db.Testimonies.Where(testimony => testimony.Id == row.TestimonyId).Select(testimony => testimony.Code).FirstOrDefault(),
                db.Evidence.Where(form => form.ConsentId == row.Id).Select(form => form.Id).ToList()))
            .ToPagedListAsync(PageNumber, PageSize, cancellationToken);
        return Page();
    }

    private string Why(ConsentFacts? newest, DateOnly today) => newest switch
    {
        null => texts["She was not asked, so it counts as no"],
        { Answer: ConsentAnswer.No } => texts["She said no"],
        { OfficialsPresent: true } => texts["Police or shelter staff were present, so it counts as no until she is asked again"],
        { ValidTo: { } last } when today > last => texts["Her answer counted until {0}; it is over, so it counts as no", last],
        { Answer: ConsentAnswer.OnlyIf } => texts["She said: only if. A person must judge her condition, so by itself it counts as no"],
        _ => texts["She said yes"],
    };

    public sealed record PurposeLine(Purpose Purpose, ConsentFacts? Newest, bool Counts, string Why);

    public sealed record ConsentLine(Guid Id, ConsentFacts Facts, string? Testimony, IReadOnlyList<Guid> Forms);
}
