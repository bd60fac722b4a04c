using System.ComponentModel.DataAnnotations;
using RaidDocs.Domain.Clocks;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Sources;

namespace RaidDocs.Domain.Court;

public record CourtCaseFacts : Told
{
    /// <summary>Black or red number, as written.</summary>
    public string? Number { get; init; }

    public string? Court { get; init; }

    /// <summary>What kind of case it is, and against whom.</summary>
    public required string About { get; init; }

    public PartialDate? OpenedOn { get; init; }

    /// <summary>When the indictment was filed.</summary>
    public PartialDate? IndictedOn { get; init; }

    /// <summary>When the judgment of the first court was read.</summary>
    public PartialDate? JudgmentOn { get; init; }

    public string? Outcome { get; init; }

    public PartialDate? EndedOn { get; init; }
}

/// <summary>A case before a court. "Case" alone never means a person.</summary>
public sealed class CourtCase : RecordedFact<CourtCaseFacts>
{
    public CourtCase(Guid raidId, string code, CourtCaseFacts facts, Source? source)
        : base(raidId, facts, source) => Code = code;

    private CourtCase()
    {
        // For EF Core.
    }

    /// <summary>C1, C2, ... within the raid.</summary>
    public string Code { get; private set; } = "";
}

public enum CourtRole
{
    [Display(Name = "witness")]
    Witness,

    [Display(Name = "held as witness")]
    HeldAsWitness,

    [Display(Name = "accused")]
    Accused,

    [Display(Name = "injured person")]
    InjuredPerson,

    /// <summary>The source says that she was there, and not as what.</summary>
    [Display(Name = "not known")]
    NotKnown,
}

public record CourtRoleFacts : Told
{
    public CourtRole Role { get; init; }

    /// <summary>Did she agree to it?</summary>
    public Answer Agreed { get; init; }

    /// <summary>When she asked to be heard early, if she did.</summary>
    public PartialDateTime? AskedToTestifyOn { get; init; }
}

/// <summary>The role in which a court, by one voice, treats her in one case.</summary>
public sealed class CourtPart : Claim<CourtRoleFacts>, IOfWoman
{
    public CourtPart(Guid raidId, Guid womanId, CourtCase courtCase, CourtRoleFacts facts, Source? source)
        : base(raidId, facts, source)
    {
        WomanId = womanId;
        CourtCaseId = courtCase.Id;
    }

    private CourtPart()
    {
        // For EF Core.
    }

    public Guid WomanId { get; private set; }

    public Guid CourtCaseId { get; private set; }
}

/// <summary>What came of a day in court.</summary>
public enum HearingResult
{
    [Display(Name = "it was held")]
    Held,

    [Display(Name = "it was put off")]
    PutOff,

    [Display(Name = "it was cancelled")]
    Cancelled,
}

/// <summary>How far she followed the language of the proceedings (six steps, after HURIDOCS list 33).</summary>
public enum LanguageLevel
{
    [Display(Name = "her mother tongue")]
    MotherTongue,

    [Display(Name = "a language she speaks fluently")]
    Fluent,

    [Display(Name = "some understanding, and it was translated")]
    SomeTranslated,

    [Display(Name = "some understanding, and nothing was translated")]
    SomeNot,

    [Display(Name = "little or no understanding, and it was translated")]
    LittleTranslated,

    [Display(Name = "little or no understanding, and nothing was translated")]
    LittleNot,
}

public record HearingFacts : Told
{
    public PartialDateTime? On { get; init; }

    /// <summary>Remand, early testimony, trial, judgment, or as it was called.</summary>
    public required string Kind { get; init; }

    /// <summary>Court room, or where to go.</summary>
    public string? Room { get; init; }

    /// <summary>Who of us goes, and how the women get there.</summary>
    public string? WhoGoes { get; init; }

    /// <summary>Null while it lies ahead, or nobody has said.</summary>
    public HearingResult? Result { get; init; }

    public string? Outcome { get; init; }

    public PartialDateTime? Next { get; init; }

    /// <summary>Has an interpreter been booked?</summary>
    public Answer InterpreterBooked { get; init; }

    public Answer InterpreterPresent { get; init; }

    /// <summary>ISO 639-3 code of the language interpreted into.</summary>
    [OfList(ListName.Languages)]
    public string? Language { get; init; }

    /// <summary>How far the women followed.</summary>
    public LanguageLevel? Followed { get; init; }

    public Answer LawyerPresent { get; init; }
}

/// <summary>One day in court.</summary>
public sealed class Hearing : RecordedFact<HearingFacts>, IDated
{
    public Hearing(Guid raidId, CourtCase courtCase, HearingFacts facts, Source? source, Hearing? follows = null)
        : base(raidId, facts, source)
    {
        CourtCaseId = courtCase.Id;
        FollowsId = follows?.Id;
    }

    private Hearing()
    {
        // For EF Core.
    }

    public Guid CourtCaseId { get; private set; }

    /// <summary>The day in court that was put off to this one.</summary>
    public Guid? FollowsId { get; private set; }

    /// <summary>It has neither a result nor an outcome.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The first day it can be; null when it is not known.</summary>
    public DateOnly? OnFrom { get; private set; }

    public DateOnly? OnTo { get; private set; }

    public DateOnly? NextFrom { get; private set; }

    public DateOnly? NextTo { get; private set; }

    /// <summary>UTC: when it last changed, for calendars.</summary>
    public DateTime ChangedAt { get; private set; }

    public void Note(DateTime at)
    {
        ChangedAt = at;
        IsOpen = Facts is { Result: null, Outcome: null };
        (OnFrom, OnTo) = Days(Facts.On);
        (NextFrom, NextTo) = Days(Facts.Next);
    }

    private static (DateOnly? From, DateOnly? To) Days(PartialDateTime? moment) =>
        moment?.Date is { Precision: not DatePrecision.Unknown } date ? (date.Earliest, date.Latest) : (null, null);
}
