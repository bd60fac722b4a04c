using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Women;

/// <summary>The women of all raids that the reader may see, by code.</summary>
[Asks(RecordKind.Woman, Act.Read)]
public sealed class IndexModel(RaidDocsDbContext db, ReferenceLists lists, TimeProvider clock) : PageModel
{
    /// <summary>Without a filter the women of so many raids are listed, the newest in which there are any: more pages than anybody turns, and as quick in a store of thousands of raids.</summary>
    internal const int MostRaids = 400;

    private const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Code")]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Held today")]
    public bool Held { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Kind of place")]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    /// <summary>What was typed is no code.</summary>
    public bool IsNoCode { get; private set; }

    /// <summary>There are older raids, whose women are not among these.</summary>
    public bool IsMore { get; private set; }

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || Held || !string.IsNullOrEmpty(Kind);

    public PagedList<WomanRow> Women { get; private set; } = new([], 1, PageSize, 0);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var (women, raids) = (Filtered(db.Apprehensions.AsNoTracking()), db.Raids.AsNoTracking());
        var typed = Q?.Trim().ToUpperInvariant();
        if (WomanCode.Read(typed) is { } code)
        {
            (women, raids) = (women.Where(row => row.Number == code.Number), raids.Where(raid => raid.Code == code.Raid));
        }
        else if (WomanCode.ReadNumber(typed) is { } number)
        {
            women = women.Where(row => row.Number == number);
        }
        else if (typed is { Length: > 0 } && Codes.IsRaid(typed))
        {
            raids = raids.Where(raid => raid.Code == typed);
        }
        else if (typed is { Length: > 0 })
        {
            IsNoCode = true;
            return;
        }

        // The raids with their numbers first: they tell which few of them this page is about, so not all women are put in order for it.
        // Who asks for those who are held is told of each, however long ago she was taken. Raids without women must not crowd out those with them.
        IQueryable<Raid> newest = raids.OrderByDescending(raid => raid.RecordedAt);
        var found = await (IsFiltered ? newest : newest.Where(raid => women.Any(row => row.RaidId == raid.Id)).Take(MostRaids + 1))
            .Select(raid => new { raid.Id, raid.Code, raid.Facts.Name, raid.IsInvented })
            .ToListAsync(cancellationToken);

        // By themselves: SQLite would count the women of all raids before it puts these in order and takes the newest.
        var ids = found.ConvertAll(raid => raid.Id);
        var counts = await women.Where(row => ids.Contains(row.RaidId))
            .GroupBy(row => row.RaidId)
            .Select(hers => new { Raid = hers.Key, Women = hers.Count() })
            .ToDictionaryAsync(count => count.Raid, count => count.Women, cancellationToken);
        var listed = found.ConvertAll(raid => new ListedRaid(raid.Id, raid.Code, raid.Name, raid.IsInvented, counts.GetValueOrDefault(raid.Id)));
        IsMore = !IsFiltered && listed.Count > MostRaids;
        if (IsMore)
        {
            listed.RemoveAt(MostRaids);
        }

        var total = listed.Sum(raid => raid.Women);
        var page = Math.Clamp(PageNumber, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        var rows = await RowsAsync(women, listed, (page - 1) * PageSize, cancellationToken);
        var (raidIds, womanIds) = (rows.Select(row => row.Raid.Id).Distinct().ToList(), rows.ConvertAll(row => row.Woman));
        var stays = await db.Stays.AsNoTracking()
            .Where(stay => womanIds.Contains(stay.WomanId) && raidIds.Contains(stay.RaidId))
            .Select(stay => new { stay.RaidId, stay.WomanId, Stay = new PlacedStay(stay.Facts, stay.Facility!.Facts.Name, stay.Facility.Facts.Kind) })
            .ToListAsync(cancellationToken);

        var chains = stays.ToLookup(stay => (stay.RaidId, stay.WomanId), stay => stay.Stay);
        Women = new([.. rows.Select(row => ToRow(row, [.. chains[(row.Raid.Id, row.Woman)]]))], page, PageSize, total);
    }

    // Only of the raids that the page reaches into.
    private static async Task<List<Listed>> RowsAsync(IQueryable<Apprehension> women, List<ListedRaid> raids, int skip, CancellationToken cancellationToken)
    {
        var shown = new List<ListedRaid>();
        foreach (var raid in raids)
        {
            if (shown.Count == 0 && skip >= raid.Women)
            {
                skip -= raid.Women;
                continue;
            }

            shown.Add(raid);
            if (shown.Sum(one => one.Women) >= skip + PageSize)
            {
                break;
            }
        }

        var ids = shown.ConvertAll(raid => raid.Id);
        var rows = (await women.Where(row => ids.Contains(row.RaidId)).Select(row => new { row.RaidId, row.WomanId, row.Number }).ToListAsync(cancellationToken))
            .ToLookup(row => row.RaidId);
        return
        [
            .. shown.SelectMany(raid => rows[raid.Id].OrderBy(row => row.Number).Select(row => new Listed(raid, row.WomanId, row.Number)))
                .Skip(skip)
                .Take(PageSize),
        ];
    }

    private IQueryable<Apprehension> Filtered(IQueryable<Apprehension> rows)
    {
        if (!string.IsNullOrEmpty(Kind))
        {
            return rows.Where(row => db.Stays.Any(stay => stay.RaidId == row.RaidId && stay.WomanId == row.WomanId
                && stay.Facts.To == null && stay.Facility!.Facts.Kind == Kind));
        }

        return Held
            ? rows.Where(row => db.Stays.Any(stay => stay.RaidId == row.RaidId && stay.WomanId == row.WomanId && stay.Facts.To == null))
            : rows;
    }

    private WomanRow ToRow(Listed row, List<PlacedStay> stays)
    {
        var chain = Whereabouts.Of(stays, clock.Today());
        return new(new WomanCode(row.Raid.Code, row.Number).ToString(), row.Raid.Code, row.Raid.Name, row.Raid.IsInvented, chain.Words(Texts.Shared, lists), chain.Days, chain.LastNews);
    }

    public sealed record WomanRow(string Code, string Raid, string RaidName, bool IsInvented, string Where, DaysHeld Days, DateOnly? LastNews);

    private sealed record ListedRaid(Guid Id, string Code, string Name, bool IsInvented, int Women);

    private sealed record Listed(ListedRaid Raid, Guid Woman, int Number);
}
