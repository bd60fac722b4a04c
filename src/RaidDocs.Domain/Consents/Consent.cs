using System.ComponentModel.DataAnnotations;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Reference;

namespace RaidDocs.Domain.Consents;

/// <summary>What a woman may allow, each on its own.</summary>
public enum Purpose
{
    [Display(Name = "keep it and use it in her own team")]
    Keep,

    [Display(Name = "share with her lawyer")]
    Lawyer,

    [Display(Name = "use in court")]
    Court,

    [Display(Name = "share with a named partner organisation")]
    Partner,

    [Display(Name = "quote in a report")]
    QuoteInReport,

    [Display(Name = "count in statistics")]
    CountInStatistics,

    [Display(Name = "publish picture or voice")]
    PictureOrVoice,

    [Display(Name = "tell her family")]
    TellFamily,

    [Display(Name = "keep after the case ends")]
    Archive,
}

public enum ConsentAnswer
{
    [Display(Name = "no")]
    No,

    [Display(Name = "yes")]
    Yes,

    [Display(Name = "only if")]
    OnlyIf,
}

/// <summary>What she answered, how she was asked and who was there.</summary>
public record ConsentFacts
{
    public Purpose Purpose { get; init; }

    public ConsentAnswer Answer { get; init; }

    /// <summary>Her conditions, in her words.</summary>
    public string? Conditions { get; init; }

    /// <summary>Under which name she may appear: none, a chosen one, her own.</summary>
    public string? IdentityForm { get; init; }

    /// <summary>ISO 639-3 code of the language in which she was asked.</summary>
    [OfList(ListName.Languages)]
    public string? Language { get; init; }

    /// <summary>Spoken, signed, thumbprint, recorded.</summary>
    public string? HowGiven { get; init; }

    public string? AskedBy { get; init; }

    public string? WhoWasPresent { get; init; }

    /// <summary>Police or shelter staff were present: the answer is not free and counts as no until she is asked again.</summary>
    public bool OfficialsPresent { get; init; }

    public PartialDate? On { get; init; }

    /// <summary>Last local day on which the answer counts; null for no end.</summary>
    public DateOnly? ValidTo { get; init; }
}

/// <summary>One answer for one purpose, about one testimony or about all she told. Never edited: a newer one replaces it.</summary>
public sealed class Consent : Entity, IOfWoman
{
    public Consent(Guid raidId, Guid womanId, Guid? testimonyId, ConsentFacts facts)
    {
        RaidId = raidId;
        WomanId = womanId;
        TestimonyId = testimonyId;
        Facts = facts;
    }

    private Consent()
    {
        // For EF Core.
        Facts = null!;
    }

    public Guid RaidId { get; private set; }

    public Guid WomanId { get; private set; }

    /// <summary>Null: about all she told.</summary>
    public Guid? TestimonyId { get; private set; }

    public ConsentFacts Facts { get; private set; }
}

/// <summary>Answers whether something may be done, from the records alone. Nothing recorded means no.</summary>
public static class ConsentLedger
{
    /// <summary>
    /// The newest record about this testimony or about all she told decides. "Only if" needs a person to judge the
    /// condition, so by itself it is no; so is an answer given in front of officials, and one whose time is over.
    /// </summary>
    /// <param name="oldestFirst">The records of one woman that are about the testimony or about all she told.</param>
    /// <param name="purpose">What is to be done.</param>
    /// <param name="today">Local day.</param>
    public static bool Allow(this IEnumerable<ConsentFacts> oldestFirst, Purpose purpose, DateOnly today) =>
        oldestFirst.LastOrDefault(record => record.Purpose == purpose) is { Answer: ConsentAnswer.Yes, OfficialsPresent: false } newest
        && (newest.ValidTo is not { } last || today <= last);
}
