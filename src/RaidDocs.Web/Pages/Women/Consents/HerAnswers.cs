using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Data;

namespace RaidDocs.Web.Pages.Women.Consents;

/// <summary>All she ever answered in one raid, oldest first, and how each purpose stands for all she told and for each testimony.</summary>
internal sealed class HerAnswers(IReadOnlyList<(Guid? Testimony, ConsentFacts Facts)> oldestFirst)
{
    public static async Task<HerAnswers> OfAsync(RaidDocsDbContext db, WomanBar bar, CancellationToken cancellationToken)
    {
        var rows = await db.Consents.AsNoTracking()
            .Where(row => row.WomanId == bar.Id && row.RaidId == bar.RaidId)
            .OrderBy(row => row.RecordedAt)
            .Select(row => new { row.TestimonyId, row.Facts })
            .ToListAsync(cancellationToken);
        return new HerAnswers([.. rows.Select(row => (row.TestimonyId, row.Facts))]);
    }

    /// <summary>The purposes that stand so, for all she told (null) or for one testimony.</summary>
    public IEnumerable<(Purpose Purpose, Guid? Testimony)> WithState(ConsentState state, DateOnly today) =>
        from testimony in oldestFirst.Select(row => row.Testimony).Append(null).Distinct()
        let records = oldestFirst.Where(row => row.Testimony is null || row.Testimony == testimony).Select(row => row.Facts).ToList()
        from purpose in Enum.GetValues<Purpose>()
        where records.StateOf(purpose, today) == state
        select (purpose, testimony);
}
