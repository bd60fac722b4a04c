using System.Linq.Expressions;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Testimonies;

namespace RaidDocs.Domain.Consents;

/// <summary>How things stand with one purpose today. Only <see cref="Yes"/> lets anything be done.</summary>
public enum ConsentState
{
    NeverAsked,
    Yes,
    No,

    /// <summary>A person must judge her condition; by itself it is no.</summary>
    OnlyIf,

    /// <summary>She had said yes and took it back.</summary>
    TakenBack,

    /// <summary>Its last day is over.</summary>
    Expired,

    /// <summary>Its first day is still to come.</summary>
    NotYet,

    /// <summary>Police or shelter staff were present when she said it.</summary>
    NotFree,
}

/// <summary>Answers whether something may be done, from the records alone. Nothing recorded means no.</summary>
public static class ConsentLedger
{
    /// <summary>The newest record about this testimony or about all she told decides.</summary>
    /// <param name="oldestFirst">The records of one woman that are about the testimony or about all she told.</param>
    /// <param name="purpose">What is to be done.</param>
    /// <param name="today">Local day.</param>
    public static ConsentState StateOf(this IEnumerable<ConsentFacts> oldestFirst, Purpose purpose, DateOnly today)
    {
        var hadYes = false;
        ConsentFacts? newest = null;
        foreach (var record in oldestFirst.Where(record => record.Purpose == purpose))
        {
            hadYes |= newest is { Answer: ConsentAnswer.Yes, OfficialsPresent: false };
            newest = record;
        }

        return newest switch
        {
            null => ConsentState.NeverAsked,
            { Answer: ConsentAnswer.No } => hadYes ? ConsentState.TakenBack : ConsentState.No,
            { OfficialsPresent: true } => ConsentState.NotFree,
            { ValidTo: { } last } when today > last => ConsentState.Expired,
            { ValidFrom: { } first } when today < first => ConsentState.NotYet,
            { Answer: ConsentAnswer.OnlyIf } => ConsentState.OnlyIf,
            _ => ConsentState.Yes,
        };
    }

    public static bool Allow(this IEnumerable<ConsentFacts> oldestFirst, Purpose purpose, DateOnly today) =>
        oldestFirst.StateOf(purpose, today) == ConsentState.Yes;

    /// <summary>
    /// The testimonies whose words the viewer may read today: those that are about no woman with a code, and those for
    /// which she says yes to every purpose that the viewer's work needs. The same rule as <see cref="StateOf"/>, asked of the store.
    /// </summary>
    public static IQueryable<Testimony> ReadableTestimonies(this RaidDocsDbContext db, DateOnly today)
    {
        var readable = db.Testimonies.Where(AllowedFor(db, Purpose.Keep, today));
        return db.Viewer.ReadsAsLawyerOnly ? readable.Where(AllowedFor(db, Purpose.Lawyer, today)) : readable;
    }

    /// <summary>The store's form of <see cref="Allow"/> for one testimony. Words of somebody without a code ask nobody.</summary>
    public static Expression<Func<Testimony, bool>> AllowedFor(RaidDocsDbContext db, Purpose purpose, DateOnly today) => testimony =>
        testimony.WomanId == null || db.Consents
            .Where(record => record.WomanId == testimony.WomanId && record.RaidId == testimony.RaidId && record.Facts.Purpose == purpose
                && (record.TestimonyId == null || record.TestimonyId == testimony.Id))
            .OrderByDescending(record => record.RecordedAt)
            .Select(record => record.Facts.Answer == ConsentAnswer.Yes && !record.Facts.OfficialsPresent
                && (record.Facts.ValidTo == null || record.Facts.ValidTo >= today)
                && (record.Facts.ValidFrom == null || record.Facts.ValidFrom <= today))
            .FirstOrDefault();

    /// <summary>Her newest answer to keeping is a free yes, whatever the days on which it counts. Such words may be in the index of the search.</summary>
    internal static Expression<Func<Testimony, bool>> NotTakenBack(RaidDocsDbContext db) => testimony =>
        testimony.WomanId == null || db.Consents
            .Where(record => record.WomanId == testimony.WomanId && record.RaidId == testimony.RaidId && record.Facts.Purpose == Purpose.Keep
                && (record.TestimonyId == null || record.TestimonyId == testimony.Id))
            .OrderByDescending(record => record.RecordedAt)
            .Select(record => record.Facts.Answer == ConsentAnswer.Yes && !record.Facts.OfficialsPresent)
            .FirstOrDefault();
}
