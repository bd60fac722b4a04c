using System.ComponentModel.DataAnnotations;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Sources;

namespace RaidDocs.Domain.Interventions;

public enum InterventionKind
{
    [Display(Name = "letter")]
    Letter,

    [Display(Name = "visit")]
    Visit,

    [Display(Name = "phone call")]
    Call,

    [Display(Name = "complaint")]
    Complaint,

    [Display(Name = "petition")]
    Petition,

    [Display(Name = "legal help")]
    LegalHelp,

    [Display(Name = "medical help")]
    MedicalHelp,

    [Display(Name = "money or things given")]
    Help,

    [Display(Name = "told the public")]
    Publicity,

    [Display(Name = "other")]
    Other,
}

public record InterventionFacts : Told
{
    public InterventionKind Kind { get; init; }

    public PartialDate? On { get; init; }

    public string? To { get; init; }

    public required string What { get; init; }

    public string? Response { get; init; }

    public PartialDate? AnsweredOn { get; init; }

    public string? FollowUp { get; init; }
}

/// <summary>What was done about it, to whom, and what came back.</summary>
public sealed class Intervention : RecordedFact<InterventionFacts>
{
    public Intervention(Guid raidId, InterventionFacts facts, Source? source)
        : base(raidId, facts, source)
    {
    }

    private Intervention()
    {
        // For EF Core.
    }
}
