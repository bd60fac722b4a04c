using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Search;

namespace RaidDocs.Benchmarks.Bare;

/// <summary>The search over the same index, with nothing around it: no team, no consent, no marked words.</summary>
public sealed class SearchModel(RaidDocsDbContext db) : PageModel
{
    private const int First = 5;

    public List<(SearchGroup Group, int Total, IReadOnlyList<SearchRow> Rows)> Found { get; } = [];

    public async Task OnGetAsync(string q, CancellationToken cancellationToken)
    {
        var terms = SearchTerms.Read(q);
        var matching = await db.MatchAsync(terms, cancellationToken);
        foreach (var group in Enum.GetValues<SearchGroup>().Where(group => group != SearchGroup.Names))
        {
            var rows = matching(group).IgnoreQueryFilters();
            var keys = await rows.OrderByDescending(row => row.Row).Select(row => row.Row).Take(Searching.MostCounted + 1).ToListAsync(cancellationToken);
            if (keys.Count > 0)
            {
                var shown = keys.Take(First).ToList();
                Found.Add((group, keys.Count, await db.SearchRows.IgnoreQueryFilters().AsNoTracking().Where(row => shown.Contains(row.Row)).ToListAsync(cancellationToken)));
            }
        }
    }
}
