using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Court;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Court;

/// <summary>The court cases of a raid, their days in court, and what part each woman is given in them.</summary>
[Asks(RecordKind.Court, Act.Read)]
public sealed class IndexModel(RaidDocsDbContext db) : PageModel
{
    private const int PageSize = 10;

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public RaidBar Bar { get; private set; } = null!;

    public PagedList<CaseRow> Cases { get; private set; } = new([], 1, PageSize, 0);

    public ILookup<Guid, DayRow> Days { get; private set; } = Array.Empty<DayRow>().ToLookup(day => day.CaseId);

    public ILookup<Guid, PartRow> Parts { get; private set; } = Array.Empty<PartRow>().ToLookup(part => part.CaseId);

    public ILookup<Guid, OrderRow> Orders { get; private set; } = Array.Empty<OrderRow>().ToLookup(order => order.CaseId);

    public IReadOnlyDictionary<Guid, int> Women { get; private set; } = new Dictionary<Guid, int>();

    public bool MayRecord => db.Viewer.May(RecordKind.Court, Act.Record);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.FindRaidAsync(Code, cancellationToken) is not { } bar)
        {
            return NotFound();
        }

        Bar = bar;
        Cases = await db.CourtCases.AsNoTracking()
            .Where(row => row.RaidId == bar.Id)
            .OrderBy(row => row.Code.Length)
            .ThenBy(row => row.Code)
            .Select(row => new CaseRow(row.Id, row.Code, row.Facts, row.SourceId == null ? null : row.Source!.Code))
            .ToPagedListAsync(PageNumber, PageSize, cancellationToken);
        Days = (await db.Hearings.AsNoTracking()
            .Where(day => day.RaidId == bar.Id)
            .OrderBy(day => day.Facts.On)
            .ThenBy(day => day.RecordedAt)
            .Select(day => new DayRow(day.Id, day.CourtCaseId, day.Facts, day.FollowsId, day.SourceId == null ? null : day.Source!.Code))
            .ToListAsync(cancellationToken)).ToLookup(day => day.CaseId);
        Parts = (await db.CourtParts.AsNoTracking()
            .Where(part => part.RaidId == bar.Id)
            .Join(
                db.Apprehensions,
                part => new { part.RaidId, part.WomanId },
                row => new { row.RaidId, row.WomanId },
                (part, row) => new PartRow(part.CourtCaseId, row.Number, part.Facts, part.TakenBackBecause))
            .ToListAsync(cancellationToken)).OrderBy(part => part.Number).ToLookup(part => part.CaseId);
        Orders = (await db.CourtOrders.AsNoTracking()
            .Where(order => order.RaidId == bar.Id)
            .OrderBy(order => order.Facts.On)
            .ThenBy(order => order.RecordedAt)
            .Select(order => new OrderRow(order.Id, order.CourtCaseId, order.Facts, order.SourceId == null ? null : order.Source!.Code, order.Women.Select(woman => woman.Id).ToList()))
            .ToListAsync(cancellationToken)).ToLookup(order => order.CaseId);
        Women = Orders.Count == 0 ? Women : await db.Apprehensions.AsNoTracking().Where(row => row.RaidId == bar.Id)
            .ToDictionaryAsync(row => row.WomanId, row => row.Number, cancellationToken);
        return Page();
    }

    /// <summary>How often a day was put off before it came to this one.</summary>
    public int PutOff(DayRow day)
    {
        var (days, times) = (Days[day.CaseId].ToDictionary(one => one.Id), 0);
        for (var before = day.FollowsId; before is { } id && days.TryGetValue(id, out var one) && times < days.Count; before = one.FollowsId)
        {
            times += one.Facts.Result == HearingResult.PutOff ? 1 : 0;
        }

        return times;
    }

    public sealed record CaseRow(Guid Id, string Code, CourtCaseFacts Facts, string? Source);

    public sealed record DayRow(Guid Id, Guid CaseId, HearingFacts Facts, Guid? FollowsId, string? Source);

    public sealed record OrderRow(Guid Id, Guid CaseId, OrderFacts Facts, string? Source, IReadOnlyList<Guid> WomanIds);

    public sealed record PartRow(Guid CaseId, int Number, CourtRoleFacts Facts, string? TakenBackBecause)
    {
        public string Code => WomanCode.In(Number);
    }
}
