using RaidDocs.Domain.Common;
using RaidDocs.Domain.Reference;

namespace RaidDocs.Domain.Facilities;

public record FacilityFacts
{
    public required string Name { get; init; }

    /// <summary>Key of the list facility-kinds.</summary>
    [OfList(ListName.FacilityKinds)]
    public required string Kind { get; init; }

    /// <summary>Who runs it: key of the list agencies.</summary>
    [OfList(ListName.Agencies)]
    public string? Agency { get; init; }

    /// <summary>ISO 3166-2 code of the province.</summary>
    [OfList(ListName.Provinces)]
    public string? Province { get; init; }

    public string? Place { get; init; }

    /// <summary>May women leave when they want?</summary>
    public Answer MayLeave { get; init; }

    public string? VisitRules { get; init; }
}

/// <summary>A place where women are held or stay: station, shelter, immigration, hospital, prison, court cell.</summary>
public sealed class Facility : Entity
{
    public Facility(string code, FacilityFacts facts)
    {
        Code = code;
        Facts = facts;
    }

    private Facility()
    {
        // For EF Core.
        Facts = null!;
    }

    /// <summary>F01, F02, ...</summary>
    public string Code { get; private set; } = "";

    public FacilityFacts Facts { get; private set; }

    public void Describe(FacilityFacts facts) => Facts = facts;
}

/// <summary>What was seen or said of a place on a day.</summary>
public record FacilityNoteFacts : Told
{
    public PartialDate? On { get; init; }

    public required string Text { get; init; }
}

/// <summary>A dated note on a place, made by the team of one raid.</summary>
public sealed class FacilityNote : Claim<FacilityNoteFacts>
{
    public FacilityNote(Guid raidId, Guid facilityId, FacilityNoteFacts facts, Sources.Source? source)
        : base(raidId, facts, source) => FacilityId = facilityId;

    private FacilityNote()
    {
        // For EF Core.
    }

    public Guid FacilityId { get; private set; }
}

/// <summary>A place that the record of a raid names, also when nobody is known to have been held there.</summary>
public sealed class RaidPlace : Entity, IOfRaid
{
    public RaidPlace(Guid raidId, Guid facilityId)
    {
        RaidId = raidId;
        FacilityId = facilityId;
    }

    private RaidPlace()
    {
        // For EF Core.
    }

    public Guid RaidId { get; private set; }

    public Guid FacilityId { get; private set; }
}
