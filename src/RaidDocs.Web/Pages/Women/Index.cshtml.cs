using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Women;

/// <summary>The women of all raids that the reader may see, by code.</summary>
[Asks(RecordKind.Woman, Act.Read)]
public sealed class IndexModel(RaidDocsDbContext db, ReferenceLists lists, TimeProvider clock) : PageModel
{
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

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || Held || !string.IsNullOrEmpty(Kind);

    public PagedList<WomanRow> Women { get; private set; } = new([], 1, PageSize, 0);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var rows = Filtered(db.Apprehensions.AsNoTracking())
            .Join(db.Raids, row => row.RaidId, raid => raid.Id, (row, raid) => new { Row = row, Raid = raid });
        var typed = Q?.Trim().ToUpperInvariant();
        if (WomanCode.Read(typed) is { } code)
        {
            rows = rows.Where(both => both.Raid.Code == code.Raid && both.Row.Number == code.Number);
        }
        else if (WomanCode.ReadNumber(typed) is { } number)
        {
            rows = rows.Where(both => both.Row.Number == number);
        }
        else if (typed is { Length: > 0 } && Codes.IsRaid(typed))
        {
            rows = rows.Where(both => both.Raid.Code == typed);
        }
        else if (typed is { Length: > 0 })
        {
            IsNoCode = true;
            return;
        }

        var ordered = rows.OrderByDescending(both => both.Raid.RecordedAt).ThenBy(both => both.Row.Number);
        var page = await ordered
            .Select(both => new Listed(both.Row.Id, both.Raid.Code, both.Raid.Facts.Name, both.Raid.IsInvented, both.Row.Number))
            .ToPagedListAsync(PageNumber, PageSize, cancellationToken);
        var stays = await ordered.Skip((page.Page - 1) * PageSize).Take(PageSize)
            .Join(
                db.Stays,
                both => new { both.Row.RaidId, both.Row.WomanId },
                stay => new { stay.RaidId, stay.WomanId },
                (both, stay) => new { both.Row.Id, stay.Facts, Place = stay.Facility })
            .Select(found => new { found.Id, Stay = new PlacedStay(found.Facts, found.Place!.Facts.Name, found.Place.Facts.Kind) })
            .ToListAsync(cancellationToken);

        var chains = stays.ToLookup(found => found.Id, found => found.Stay);
        Women = new([.. page.Items.Select(row => ToRow(row, [.. chains[row.Id]]))], page.Page, PageSize, page.Total);
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
        return new(new WomanCode(row.Raid, row.Number).ToString(), row.Raid, row.RaidName, row.IsInvented, chain.Words(Texts.Shared, lists), chain.Days, chain.LastNews);
    }

    public sealed record WomanRow(string Code, string Raid, string RaidName, bool IsInvented, string Where, DaysHeld Days, DateOnly? LastNews);

    private sealed record Listed(Guid Id, string Raid, string RaidName, bool IsInvented, int Number);
}
