using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Disclosure;

namespace RaidDocs.Domain.Family;

/// <summary>What she says to her family being told, as the ledger has it today.</summary>
/// <param name="State">Of the first purpose that is not yes; yes when all are.</param>
/// <param name="LastDay">The last day on which all her answers count.</param>
/// <param name="Conditions">What she said to it, in her words: "Her mother only."</param>
public sealed record FamilyConsent(ConsentState State, DateOnly LastDay, string? Conditions)
{
    public bool IsYes => State == ConsentState.Yes;

    /// <param name="oldestFirst">All she answered about all she told, in one raid.</param>
    /// <param name="today">Local day.</param>
    public static FamilyConsent Of(IReadOnlyCollection<ConsentFacts> oldestFirst, DateOnly today)
    {
        var last = DateOnly.MaxValue;
        var conditions = oldestFirst.LastOrDefault(record => record.Purpose == Purpose.TellFamily)?.Conditions;
        foreach (var purpose in NeededConsent.For(Surface.FamilyPage, Audience.Team).OrderDescending())
        {
            if (oldestFirst.StateOf(purpose, today) is not ConsentState.Yes and var state)
            {
                return new FamilyConsent(state, DateOnly.MinValue, conditions);
            }

            if (oldestFirst.Last(record => record.Purpose == purpose).ValidTo is { } end && end < last)
            {
                last = end;
            }
        }

        return new FamilyConsent(ConsentState.Yes, last, conditions);
    }

    public static async Task<FamilyConsent> OfAsync(RaidDocsDbContext db, Guid raid, Guid woman, DateOnly today, CancellationToken cancellationToken)
    {
        var records = await db.Consents.AsNoTracking()
            .Where(row => row.RaidId == raid && row.WomanId == woman && row.TestimonyId == null)
            .OrderBy(row => row.RecordedAt)
            .Select(row => row.Facts)
            .ToListAsync(cancellationToken);
        return Of(records, today);
    }
}
