using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Raids;

/// <summary>The raids of this viewer, newest first. At most three commands for a page, whatever is asked and however many there are.</summary>
internal sealed class RaidSearch(RaidDocsDbContext db, ReferenceLists lists)
{
    private const int PageSize = 25;

    private static readonly string[] ByTeam = [TeamFilter.Name];

    // Every known date lies before it; what has no date is sorted after all others.
    private static readonly PartialDateTime NoDate = PartialDateTime.Of(PartialDate.OfYear(2099));

    // Of raids that were found as hers, so whether they are is not asked again for each woman and stay, which would be most of the work. By
    // themselves, for SQLite would count for every raid before it puts them in order and takes a page.
    private static readonly Translated<Func<RaidDocsDbContext, IReadOnlyList<Guid>, IAsyncEnumerable<RaidBar>>> Rows = new(() =>
        EF.CompileAsyncQuery((RaidDocsDbContext db, IReadOnlyList<Guid> found) => db.Raids.AsNoTracking()
            .IgnoreQueryFilters(ByTeam)
            .Where(raid => found.Contains(raid.Id))
            .Select(raid => new RaidBar(
                raid.Id,
                raid.Code,
                raid.Facts.Name,
                raid.IsInvented,
                raid.Facts.When,
                raid.Facts.Province,
                db.Apprehensions.Count(row => row.RaidId == raid.Id),
                db.Stays.Where(stay => stay.RaidId == raid.Id && stay.Facts.To == null).Select(stay => stay.WomanId).Distinct().Count()))));

    public async Task<PagedList<RaidBar>> PageAsync(string? asked, int page, CancellationToken cancellationToken)
    {
        var raids = Ordered(db.Raids.AsNoTracking());
        var shown = string.IsNullOrWhiteSpace(asked)
            ? await raids.Select(raid => raid.Id).ToPagedListAsync(page, PageSize, cancellationToken)
            : (await FindAsync(raids, asked, cancellationToken)).ToPagedList(page, PageSize);

        var rows = await Rows.Of(db)(db, shown.Items).ToDictionaryAsync(row => row.Id, cancellationToken: cancellationToken);
        return new PagedList<RaidBar>([.. shown.Items.Where(rows.ContainsKey).Select(id => rows[id])], shown.Page, PageSize, shown.Total);
    }

    // SQLite and PostgreSQL fold letters differently, so the words are compared here; a house has raids by the hundred.
    private async Task<List<Guid>> FindAsync(IQueryable<Raid> raids, string asked, CancellationToken cancellationToken)
    {
        var words = SearchText.Fold(asked.Trim());
        var texts = await raids
            .Select(raid => new { raid.Id, raid.Code, raid.Facts.Name, raid.Facts.VenueName, raid.Facts.Place, raid.Facts.Province })
            .ToListAsync(cancellationToken);
        return
        [
            .. texts
                .Where(raid => SearchText.Fold(
                    raid.Code, raid.Name, raid.VenueName ?? "", raid.Place ?? "",
                    lists.Words(ListName.Provinces, raid.Province), lists.Words(ListName.Provinces, raid.Province, inThai: true))
                    .Contains(words, StringComparison.Ordinal))
                .Select(raid => raid.Id),
        ];
    }

    private static IOrderedQueryable<Raid> Ordered(IQueryable<Raid> raids) => raids
        .OrderByDescending(raid => raid.Facts.When != null && raid.Facts.When < NoDate)
        .ThenByDescending(raid => raid.Facts.When)
        .ThenByDescending(raid => raid.RecordedAt);
}
