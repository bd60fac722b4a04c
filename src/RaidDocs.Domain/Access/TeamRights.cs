using System.ComponentModel.DataAnnotations;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Access;

/// <summary>A leader has named somebody who may read the names of the women of a raid, until a day.</summary>
public sealed class NamesRight : Entity, IOfRaid
{
    public NamesRight(Guid raidId, Guid userId, DateOnly lastDay)
    {
        RaidId = raidId;
        UserId = userId;
        LastDay = lastDay;
    }

    private NamesRight()
    {
        // For EF Core.
    }

    public Guid RaidId { get; private set; }

    public Guid UserId { get; private set; }

    /// <summary>The last day on which it counts, in Thailand.</summary>
    public DateOnly LastDay { get; private set; }

    public void EndOn(DateOnly lastDay) => LastDay = lastDay;
}

/// <summary>The raid keeps somebody out, whatever her role: a relative, a former employer's lawyer.</summary>
public sealed class Exclusion : Entity, IOfRaid
{
    public Exclusion(Guid raidId, Guid userId, string because)
    {
        RaidId = raidId;
        UserId = userId;
        Because = because;
    }

    private Exclusion()
    {
        // For EF Core.
    }

    public Guid RaidId { get; private set; }

    public Guid UserId { get; private set; }

    public string Because { get; private set; } = "";
}

/// <summary>Why somebody reads names. A closed list for the log, which holds no words of a case.</summary>
public enum ReadingReason
{
    [Display(Name = "to speak with her")]
    SpeakWithHer,

    [Display(Name = "to speak with her family")]
    SpeakWithFamily,

    [Display(Name = "for her lawyer or the court")]
    LawyerOrCourt,

    [Display(Name = "to see whether two records are one woman")]
    SameWoman,

    [Display(Name = "to put a record right")]
    PutRight,
}

/// <summary>For a few minutes somebody sees the names of the women of one raid, for a reason that she gave.</summary>
public sealed class NamesShown : Entity, IOfRaid
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    public NamesShown(Guid raidId, Guid userId, ReadingReason reason, string? note, DateTime now)
    {
        RaidId = raidId;
        UserId = userId;
        Reason = reason;
        Note = note;
        Since = now;
        Until = now + Life;
    }

    private NamesShown()
    {
        // For EF Core.
    }

    public Guid RaidId { get; private set; }

    public Guid UserId { get; private set; }

    public ReadingReason Reason { get; private set; }

    /// <summary>Her own words to the reason.</summary>
    public string? Note { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime Since { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime Until { get; private set; }

    public void HideNow(DateTime now) => Until = now < Until ? now : Until;
}
