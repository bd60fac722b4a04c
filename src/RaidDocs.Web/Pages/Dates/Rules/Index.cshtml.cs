using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Clocks;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;

namespace RaidDocs.Web.Pages.Dates.Rules;

/// <summary>The rules from which time limits are counted, as they stand now.</summary>
[Asks(RecordKind.ClockRule, Act.Read)]
public sealed class IndexModel(RaidDocsDbContext db) : PageModel
{
    private ClockRuleBook _book = new([]);

    public IReadOnlyList<ClockRule> Rules => _book.Current;

    /// <summary>How many of her raids' clocks run under each edition.</summary>
    public IReadOnlyDictionary<Guid, int> Running { get; private set; } = new Dictionary<Guid, int>();

    public bool MayRecord => db.Viewer.May(RecordKind.ClockRule, Act.Record);

    public int Earlier(ClockRule rule) => _book.Of(rule.Code).Where(other => other.Id != rule.Id).Sum(other => Running.GetValueOrDefault(other.Id));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        _book = await ClockRuleBook.ReadAsync(db, cancellationToken);
        Running = await db.Clocks.Where(clock => clock.IsOpen)
            .GroupBy(clock => clock.RuleId)
            .Select(rules => new { rules.Key, Count = rules.Count() })
            .ToDictionaryAsync(rules => rules.Key, rules => rules.Count, cancellationToken);
    }
}
