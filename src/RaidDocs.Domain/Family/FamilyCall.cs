using System.ComponentModel.DataAnnotations;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Family;

public enum FamilyCallKind
{
    [Display(Name = "the family called")]
    TheyCalled,

    [Display(Name = "we called them")]
    WeCalled,

    [Display(Name = "the family asked for her")]
    TheyAsked,

    [Display(Name = "call them first")]
    CallFirst,

    [Display(Name = "the second number was typed")]
    Alarm,
}

/// <summary>What was spoken with a family, or has to be.</summary>
public record FamilyCallFacts
{
    public FamilyCallKind Kind { get; init; }

    public DateOnly On { get; init; }

    /// <summary>"mother". Never a name.</summary>
    public string? Relation { get; init; }

    /// <summary>What they asked, what was said.</summary>
    public string? What { get; init; }

    /// <summary>Somebody has to call.</summary>
    public bool CallBack { get; init; }
}

/// <summary>A call with a family, or one that is still to be made. It stays on the first page until somebody says it is done.</summary>
public sealed class FamilyCall : Entity, IOfWoman
{
    public FamilyCall(Guid raidId, Guid womanId, Guid? linkId, FamilyCallFacts facts) =>
        (RaidId, WomanId, LinkId, Facts) = (raidId, womanId, linkId, facts);

    private FamilyCall()
    {
        // For EF Core.
        Facts = null!;
    }

    public Guid RaidId { get; private set; }

    public Guid WomanId { get; private set; }

    public Guid? LinkId { get; private set; }

    public FamilyCallFacts Facts { get; private set; }

    public DateOnly? DoneOn { get; private set; }

    /// <summary>Somebody still has to do something.</summary>
    public bool Waits => DoneOn is null && (Facts.CallBack || Facts.Kind is FamilyCallKind.CallFirst or FamilyCallKind.Alarm);

    public void Done(DateOnly on) => DoneOn ??= on;
}
