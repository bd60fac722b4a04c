using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Violations;

/// <summary>Where in a testimony: a passage of one revision.</summary>
public readonly record struct PassagePlace(Guid TestimonyId, int Revision, int Number);

/// <summary>A violation stands on this passage of a testimony, or on a part of it. Whoever marks it is one coder; two may mark the same words.</summary>
public sealed class ViolationPassage : Entity, IOfRaid
{
    internal ViolationPassage(Violation violation, PassagePlace place, MarkedPart? part, string? markedBy, bool alone)
    {
        RaidId = violation.RaidId;
        ViolationId = violation.Id;
        TestimonyId = place.TestimonyId;
        Revision = place.Revision;
        Number = place.Number;
        From = part?.From;
        To = part?.To;
        MarkedBy = markedBy;
        Alone = alone;
    }

    private ViolationPassage()
    {
        // For EF Core.
    }

    public Guid RaidId { get; private set; }

    public Guid ViolationId { get; private set; }

    public Guid TestimonyId { get; private set; }

    /// <summary>The revision of her words that was marked; 0 for one that is not kept in this store.</summary>
    public int Revision { get; private set; }

    /// <summary>Number of the passage.</summary>
    public int Number { get; private set; }

    /// <summary>Where the marked part begins, in UTF-16 units; null for the whole passage.</summary>
    public int? From { get; private set; }

    /// <summary>The unit after the marked part.</summary>
    public int? To { get; private set; }

    /// <summary>Sign-in name of the coder.</summary>
    public string? MarkedBy { get; private set; }

    /// <summary>She had not seen what others coded here, so it counts when two coders are compared.</summary>
    public bool Alone { get; private set; }

    public MarkedPart? Part => From is { } from && To is { } to ? new MarkedPart(from, to) : null;
}

/// <summary>Somebody read a passage and found nothing to code in it.</summary>
public sealed class NothingToCode : Entity, IOfRaid
{
    public NothingToCode(Guid raidId, PassagePlace place, string? saidBy, bool alone)
    {
        RaidId = raidId;
        TestimonyId = place.TestimonyId;
        Revision = place.Revision;
        Number = place.Number;
        SaidBy = saidBy;
        Alone = alone;
    }

    private NothingToCode()
    {
        // For EF Core.
    }

    public Guid RaidId { get; private set; }

    public Guid TestimonyId { get; private set; }

    public int Revision { get; private set; }

    public int Number { get; private set; }

    /// <summary>Sign-in name of the coder.</summary>
    public string? SaidBy { get; private set; }

    /// <summary>She had not seen what others coded here.</summary>
    public bool Alone { get; private set; }
}
