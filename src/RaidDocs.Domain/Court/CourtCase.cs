using System.ComponentModel.DataAnnotations;
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
}

public record CourtRoleFacts : Told
{
    public CourtRole Role { get; init; }

    /// <summary>Did she agree to it?</summary>
    public Answer Agreed { get; init; }
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

public record HearingFacts : Told
{
    public PartialDateTime? On { get; init; }

    /// <summary>Remand, early testimony, trial, judgment, or as it was called.</summary>
    public required string Kind { get; init; }

    public string? Outcome { get; init; }

    public PartialDateTime? Next { get; init; }

    public Answer InterpreterPresent { get; init; }

    /// <summary>ISO 639-3 code of the language interpreted into.</summary>
    [OfList(ListName.Languages)]
    public string? Language { get; init; }

    public Answer LawyerPresent { get; init; }
}

/// <summary>One day in court.</summary>
public sealed class Hearing : RecordedFact<HearingFacts>
{
    public Hearing(Guid raidId, CourtCase courtCase, HearingFacts facts, Source? source)
        : base(raidId, facts, source) => CourtCaseId = courtCase.Id;

    private Hearing()
    {
        // For EF Core.
    }

    public Guid CourtCaseId { get; private set; }
}
