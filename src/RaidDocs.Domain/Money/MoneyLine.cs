using System.ComponentModel.DataAnnotations;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Sources;

namespace RaidDocs.Domain.Money;

public enum MoneyKind
{
    [Display(Name = "fine")]
    Fine,

    [Display(Name = "bribe")]
    Bribe,

    [Display(Name = "money taken")]
    Taken,

    [Display(Name = "lost earnings")]
    LostEarnings,

    [Display(Name = "returned")]
    Returned,

    [Display(Name = "borrowed by the family")]
    Borrowed,

    [Display(Name = "fee or fare paid")]
    Fee,

    [Display(Name = "compensation")]
    Compensation,
}

public record MoneyFacts : Told
{
    public MoneyKind Kind { get; init; }

    /// <summary>Whole baht; null when the amount is not known.</summary>
    public int? Baht { get; init; }

    /// <summary>For a fine: the law it was paid under. One line for each statute, also when one receipt covers several.</summary>
    public string? Statute { get; init; }

    public PartialDate? On { get; init; }

    public string? PaidTo { get; init; }
}

/// <summary>One amount: of one woman, or of the raid as a whole.</summary>
public sealed class MoneyLine : RecordedFact<MoneyFacts>
{
    public MoneyLine(Guid raidId, Guid? womanId, MoneyFacts facts, Source? source)
        : base(raidId, facts, source)
    {
        Check(facts);
        WomanId = womanId;
    }

    private MoneyLine()
    {
        // For EF Core.
    }

    public Guid? WomanId { get; private set; }

    protected override void Check(MoneyFacts facts)
    {
        if (facts.Baht < 0)
        {
            throw new DomainRuleException($"The amount must be a whole number of baht, like 1000");
        }

        if (facts.Kind == MoneyKind.Fine && string.IsNullOrWhiteSpace(facts.Statute))
        {
            throw new DomainRuleException($"Write under which law the fine was paid, or \"not known\"");
        }
    }
}
