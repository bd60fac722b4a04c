using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Data;

namespace RaidDocs.Domain.Testimonies;

/// <summary>A finished account with what she allows to be done with it.</summary>
/// <param name="Id">Of the testimony, so that the same account sent twice is one.</param>
/// <param name="RaidId">The raid it is about.</param>
/// <param name="WomanId">Null when somebody else speaks.</param>
/// <param name="Facts">How it was taken.</param>
/// <param name="Words">Her words in their passages.</param>
/// <param name="Consents">Her answers about this testimony.</param>
public sealed record Telling(
    Guid Id, Guid RaidId, Guid? WomanId, TestimonyFacts Facts, IReadOnlyList<PassageText> Words, IReadOnlyList<ConsentFacts> Consents);

public static class Tellings
{
    /// <summary>Adds the testimony and her answers; the caller saves, inside <see cref="RaidDocsDbContext.InOneWriteAsync{T}"/>.</summary>
    public static async Task<Testimony> TellAsync(this RaidDocsDbContext db, Telling telling, CancellationToken cancellationToken)
    {
        if (telling.WomanId is { } woman
            && !await db.Apprehensions.AnyAsync(row => row.RaidId == telling.RaidId && row.WomanId == woman, cancellationToken))
        {
            throw new DomainRuleException($"No woman of this raid has this code. Add her to the raid first, or choose another code");
        }

        if (telling.Words.Count == 0)
        {
            throw new DomainRuleException($"Write down the words as they were said");
        }

        var codes = await db.Testimonies.Where(row => row.RaidId == telling.RaidId).Select(row => row.Code).ToListAsync(cancellationToken);
        var testimony = new Testimony(telling.RaidId, Codes.Next("T", codes), telling.WomanId, telling.Facts, telling.Words) { Id = telling.Id };
        db.Testimonies.Add(testimony);
        if (telling.WomanId is { } her)
        {
            db.Consents.AddRange(telling.Consents.Select(answer => new Consent(telling.RaidId, her, testimony.Id, answer)));
        }

        return testimony;
    }
}
