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

/// <summary>Under which name she may appear.</summary>
public enum IdentityForm
{
    [Display(Name = "no name, only a code")]
    NoName,

    [Display(Name = "a name she chose")]
    ChosenName,

    [Display(Name = "her own name")]
    OwnName,

    [Display(Name = "her voice, changed")]
    VoiceChanged,
}

/// <summary>What she answered, how she was asked and who was there.</summary>
public record ConsentFacts
{
    public Purpose Purpose { get; init; }

    public ConsentAnswer Answer { get; init; }

    /// <summary>Her conditions, in her words.</summary>
    public string? Conditions { get; init; }

    /// <summary>The partner or body that may have it. A yes to share with a partner counts for this one alone.</summary>
    public string? ForWhom { get; init; }

    /// <summary>Null: she was not asked, so no name.</summary>
    public IdentityForm? IdentityForm { get; init; }

    /// <summary>The name she chose for print.</summary>
    public string? ChosenName { get; init; }

    /// <summary>ISO 639-3 code of the language in which she was asked.</summary>
    [OfList(ListName.Languages)]
    public string? Language { get; init; }

    /// <summary>Spoken, signed, thumbprint, recorded.</summary>
    public string? HowGiven { get; init; }

    public string? AskedBy { get; init; }

    public string? WhoWasPresent { get; init; }

    /// <summary>Police or shelter staff were present: the answer is not free and counts as no until she is asked again.</summary>
    public bool OfficialsPresent { get; init; }

    /// <summary>If she is a child: who stood by her, and what her guardian said.</summary>
    public string? GuardianNote { get; init; }

    /// <summary>Which information sheet was read to her, as language and edition: "shn-1".</summary>
    public string? Sheet { get; init; }

    /// <summary>SHA-256 of the sheet's text in UTF-8, lower-case hex.</summary>
    public string? SheetHash { get; init; }

    public PartialDate? On { get; init; }

    /// <summary>First local day on which the answer counts; null for at once.</summary>
    public DateOnly? ValidFrom { get; init; }

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
