using System.ComponentModel.DataAnnotations;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Sources;

namespace RaidDocs.Domain.Raids;

/// <summary>What a count counts.</summary>
public enum CountOf
{
    [Display(Name = "women taken")]
    WomenTaken,

    [Display(Name = "said to be under 18")]
    SaidUnder18,

    [Display(Name = "got away")]
    GotAway,

    [Display(Name = "men and others taken")]
    OthersTaken,

    [Display(Name = "staff or owners arrested")]
    StaffArrested,

    [Display(Name = "not Thai")]
    NotThai,

    [Display(Name = "called trafficked")]
    CalledTrafficked,

    [Display(Name = "kept as witnesses")]
    KeptAsWitnesses,

    [Display(Name = "fined or charged")]
    FinedOrCharged,

    [Display(Name = "released at once")]
    ReleasedAtOnce,

    [Display(Name = "sent across the border or deported")]
    SentAcross,

    [Display(Name = "officers who came")]
    OfficersWhoCame,

    [Display(Name = "other")]
    Other,
}

/// <summary>How many, as one voice says it.</summary>
public record CountFacts : Told
{
    public CountOf Of { get; init; }

    /// <summary>What was counted, when <see cref="Of"/> is "other".</summary>
    public string? What { get; init; }

    public required int Low { get; init; }

    /// <summary>The upper end where a range was said; null for one number.</summary>
    public int? High { get; init; }

    public bool About { get; init; }
}

/// <summary>One voice on one number. Two voices are two rows, whatever they say.</summary>
public sealed class CountClaim : Claim<CountFacts>
{
    public CountClaim(Guid raidId, CountFacts facts, Source? source)
        : base(raidId, Checked(facts), source)
    {
    }

    private CountClaim()
    {
        // For EF Core.
    }

    private static CountFacts Checked(CountFacts facts) => facts switch
    {
        { Low: < 0 } => throw new DomainRuleException($"A number of people must be 0 or more, like 17"),
        { High: { } high } when high < facts.Low => throw new DomainRuleException($"The larger number of the range must come second, like 10 to 12"),
        _ => facts,
    };
}

/// <summary>What is known of people who have no row of their own.</summary>
public record GroupFacts : Told
{
    /// <summary>Who they are, as far as known: "85 women from the same building".</summary>
    public required string Who { get; init; }

    public required int Low { get; init; }

    public int? High { get; init; }

    public bool About { get; init; }

    /// <summary>Whether they count among the women taken, so that totals can be compared.</summary>
    public bool AmongTaken { get; init; } = true;

    /// <summary>Where they are or what became of them.</summary>
    public string? Status { get; init; }
}

/// <summary>People without rows of their own beside the women with codes.</summary>
public sealed class UnnamedGroup : RecordedFact<GroupFacts>
{
    public UnnamedGroup(Guid raidId, GroupFacts facts, Source? source)
        : base(raidId, facts, source) => Check(facts);

    private UnnamedGroup()
    {
        // For EF Core.
    }

    protected override void Check(GroupFacts facts)
    {
        if (facts.Low < 0 || facts.High < facts.Low)
        {
            throw new DomainRuleException($"A number of people must be 0 or more, like 17");
        }
    }
}
