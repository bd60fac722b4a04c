using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Data;

namespace RaidDocs.Domain.Testimonies;

/// <summary>Why her words are not shown: how things stand with the purpose that is missing.</summary>
public sealed record Withheld(Purpose Purpose, ConsentState State);

public static class Withholding
{
    /// <summary>Those of the testimonies whose words the viewer may not read today, each with its reason.</summary>
    /// <param name="db">The store, for the viewer.</param>
    /// <param name="testimonies">Ids.</param>
    /// <param name="today">Local day.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<IReadOnlyDictionary<Guid, Withheld>> WithheldAsync(
        this RaidDocsDbContext db, IReadOnlyCollection<Guid> testimonies, DateOnly today, CancellationToken cancellationToken)
    {
        var readable = db.ReadableTestimonies(today).Where(row => testimonies.Contains(row.Id)).Select(row => row.Id);
        var withheld = await db.Testimonies.AsNoTracking()
            .Where(row => testimonies.Contains(row.Id) && !readable.Contains(row.Id))
            .Select(row => new { row.Id, row.RaidId, row.WomanId })
            .ToListAsync(cancellationToken);
        if (withheld.Count == 0)
        {
            return new Dictionary<Guid, Withheld>();
        }

        var (women, raids) = (withheld.Select(row => row.WomanId).OfType<Guid>().ToList(), withheld.Select(row => row.RaidId).ToList());
        var records = await db.Consents.AsNoTracking()
            .Where(row => women.Contains(row.WomanId) && raids.Contains(row.RaidId))
            .OrderBy(row => row.RecordedAt)
            .Select(row => new { row.RaidId, row.WomanId, row.TestimonyId, row.Facts })
            .ToListAsync(cancellationToken);
        return withheld.ToDictionary(row => row.Id, row => Reason(db, today, records
            .Where(record => record.RaidId == row.RaidId && record.WomanId == row.WomanId && (record.TestimonyId is null || record.TestimonyId == row.Id))
            .Select(record => record.Facts)
            .ToList()));
    }

    /// <summary>Why this viewer may not read the words of this testimony; null when she may.</summary>
    public static async Task<Withheld?> WhyWithheldAsync(this RaidDocsDbContext db, Guid testimony, DateOnly today, CancellationToken cancellationToken) =>
        (await db.WithheldAsync([testimony], today, cancellationToken)).GetValueOrDefault(testimony);

    private static Withheld Reason(RaidDocsDbContext db, DateOnly today, List<ConsentFacts> records)
    {
        var keep = records.StateOf(Purpose.Keep, today);
        return keep != ConsentState.Yes || !db.Viewer.ReadsAsLawyerOnly
            ? new(Purpose.Keep, keep)
            : new(Purpose.Lawyer, records.StateOf(Purpose.Lawyer, today));
    }
}
