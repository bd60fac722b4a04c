using System.ComponentModel.DataAnnotations;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Sources;

public enum SourceKind
{
    [Display(Name = "testimony")]
    Testimony,

    [Display(Name = "paper")]
    Paper,

    [Display(Name = "press article")]
    Press,

    [Display(Name = "NGO report")]
    NgoReport,

    [Display(Name = "official report")]
    OfficialReport,

    [Display(Name = "phone call")]
    Call,

    [Display(Name = "what our team saw")]
    Observation,

    [Display(Name = "picture, film or artwork")]
    Picture,

    [Display(Name = "other")]
    Other,
}

/// <summary>What a source is, as a reader would look it up.</summary>
public record SourceFacts
{
    public SourceKind Kind { get; init; }

    public required string Title { get; init; }

    public string? Author { get; init; }

    public PartialDate? Date { get; init; }

    /// <summary>Page, number, address: where in it, or where to find it.</summary>
    public string? Reference { get; init; }

    public string? Note { get; init; }
}

/// <summary>Where facts of one raid come from. How far it is to be trusted is said with each statement, not here.</summary>
public sealed class Source : Entity, IOfRaid
{
    public Source(Guid raidId, string code, SourceFacts facts)
    {
        RaidId = raidId;
        Code = code;
        Facts = facts;
    }

    private Source()
    {
        // For EF Core.
        Facts = null!;
    }

    public Guid RaidId { get; private set; }

    /// <summary>S1, S2, ... within the raid.</summary>
    public string Code { get; private set; } = "";

    public SourceFacts Facts { get; private set; }

    /// <summary>The file that it can be read, seen or heard in.</summary>
    public Guid? EvidenceId { get; private set; }

    /// <summary>The testimony that it is.</summary>
    public Guid? TestimonyId { get; private set; }

    public void LiesIn(Guid? evidence) => EvidenceId = evidence;

    public void IsOf(Guid? testimony) => TestimonyId = testimony;

    public void Describe(SourceFacts facts) => Facts = facts;
}
