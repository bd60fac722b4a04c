using System.ComponentModel.DataAnnotations;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Staff;

namespace RaidDocs.Domain.Access;

/// <summary>What one person alone may not do.</summary>
public enum TwoPersonKind
{
    [Display(Name = "put somebody on a team")]
    JoinTeam,

    [Display(Name = "give a role that opens much")]
    GiveRole,

    [Display(Name = "make two records of one woman into one")]
    JoinWomen,

    [Display(Name = "erase a woman for good")]
    EraseWoman,

    [Display(Name = "erase a raid for good")]
    EraseRaid,

    [Display(Name = "read more names today")]
    MoreNames,

    [Display(Name = "give somebody a slot of the vault")]
    AddSlot,

    [Display(Name = "take a slot of the vault away")]
    RemoveSlot,

    [Display(Name = "make a new recovery sheet")]
    NewSheet,

    [Display(Name = "change the key of the store")]
    ChangeKey,

    [Display(Name = "take a copy of the whole record")]
    CopyRecord,
}

public enum TwoPersonState
{
    [Display(Name = "waits")]
    Waits,

    [Display(Name = "done")]
    Agreed,

    [Display(Name = "refused")]
    Refused,

    /// <summary>What was agreed to had to be done by who asked, because of a secret that only she types; she has done it.</summary>
    [Display(Name = "done")]
    Used,
}

/// <summary>Somebody asks for an act that needs two; within a day a second person agrees, or it is over.</summary>
public sealed class TwoPersonAct : Entity
{
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    public TwoPersonAct(TwoPersonKind kind, Guid askedBy, Guid subjectId, Guid? raidId, string because, DateTime now)
    {
        Kind = kind;
        AskedBy = askedBy;
        SubjectId = subjectId;
        RaidId = raidId;
        Because = because;
        Until = now + Life;
    }

    private TwoPersonAct()
    {
        // For EF Core.
    }

    public TwoPersonKind Kind { get; private set; }

    public Guid AskedBy { get; private set; }

    /// <summary>The person, woman or raid it is about; who asks, where it is the store's key.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>The woman that stays when two records become one.</summary>
    public Guid? OtherId { get; init; }

    /// <summary>The role that is to be given, or the number of a slot.</summary>
    public string? Detail { get; init; }

    /// <summary>The raid whose team hears of it.</summary>
    public Guid? RaidId { get; private set; }

    /// <summary>Empty once what it was about is erased.</summary>
    public string Because { get; private set; } = "";

    /// <summary>UTC; agreed to later it does not count.</summary>
    public DateTime Until { get; private set; }

    public TwoPersonState State { get; private set; }

    public Guid? AnsweredBy { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>About the keys of the store, or a copy of all of it: agreed to, it is done by who asked.</summary>
    public bool IsDoneByAsker => Kind is TwoPersonKind.AddSlot or TwoPersonKind.RemoveSlot or TwoPersonKind.NewSheet or TwoPersonKind.ChangeKey or TwoPersonKind.CopyRecord;

    public bool WaitsAt(DateTime now) => State == TwoPersonState.Waits && now < Until;

    /// <summary>
    /// May this person be the second one? Never the one who asked, never the one it is about. Only a slot may be agreed to by
    /// whose it is: she gains nothing that she could take alone.
    /// </summary>
    public bool MayBeAnsweredBy(Viewer viewer, bool isOnTeam)
    {
        if (viewer.UserId is not { } second || second == AskedBy || (second == SubjectId && !IsDoneByAsker))
        {
            return false;
        }

        var leadsTeam = isOnTeam && viewer.Is(StaffRole.ResearchLeader);
        return Kind switch
        {
            _ when IsDoneByAsker => viewer.Is(StaffRole.Administrator) || viewer.Is(StaffRole.ResearchLeader),
            TwoPersonKind.GiveRole => viewer.Is(StaffRole.Administrator) || viewer.Is(StaffRole.ResearchLeader),
            TwoPersonKind.JoinTeam or TwoPersonKind.JoinWomen or TwoPersonKind.MoreNames => leadsTeam,
            _ => leadsTeam || viewer.Is(StaffRole.Administrator),
        };
    }

    public void Agree(Guid by, DateTime now) => Answer(TwoPersonState.Agreed, by, now);

    public void Refuse(Guid by, DateTime now) => Answer(TwoPersonState.Refused, by, now);

    /// <summary>Done by who asked: the yes is spent.</summary>
    public void Use(DateTime now)
    {
        if (!IsDoneByAsker || State != TwoPersonState.Agreed || now >= Until)
        {
            throw new DomainRuleException($"This needs a second person first. Ask again");
        }

        State = TwoPersonState.Used;
    }

    /// <summary>What it was about is gone, and so are the words about it.</summary>
    internal void Forget() => Because = "";

    private void Answer(TwoPersonState state, Guid by, DateTime now)
    {
        if (!WaitsAt(now))
        {
            throw new DomainRuleException($"This was answered already, or a day has passed. Who needs it asks again");
        }

        (State, AnsweredBy, AnsweredAt) = (state, by, now);
    }
}
