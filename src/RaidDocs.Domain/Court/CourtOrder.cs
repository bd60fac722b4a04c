using System.ComponentModel.DataAnnotations;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Sources;
using RaidDocs.Domain.Women;

namespace RaidDocs.Domain.Court;

public enum OrderKind
{
    [Display(Name = "held as a suspect (remand)")]
    Remand,

    [Display(Name = "held longer in a shelter, as \"protection\"")]
    Holding,

    [Display(Name = "held longer by immigration")]
    Immigration,

    [Display(Name = "deportation")]
    Deportation,

    [Display(Name = "release")]
    Release,

    [Display(Name = "early testimony")]
    EarlyTestimony,

    [Display(Name = "money to be paid to her")]
    Compensation,

    [Display(Name = "other")]
    Other,
}

public record OrderFacts : Told
{
    public OrderKind Kind { get; init; }

    /// <summary>What it says.</summary>
    public required string What { get; init; }

    public PartialDateTime? On { get; init; }

    /// <summary>Was the paper seen?</summary>
    public Answer PaperSeen { get; init; }

    public Answer CarriedOut { get; init; }

    public PartialDate? CarriedOutOn { get; init; }

    /// <summary>How, or why not.</summary>
    public string? How { get; init; }
}

/// <summary>What a court ordered, for whom, and whether it was done.</summary>
public sealed class CourtOrder : RecordedFact<OrderFacts>
{
    private readonly List<Woman> _women = [];

    public CourtOrder(Guid raidId, CourtCase courtCase, OrderFacts facts, Source? source, IEnumerable<Woman> women)
        : base(raidId, facts, source)
    {
        CourtCaseId = courtCase.Id;
        Check(facts);
        _women.AddRange(women);
    }

    private CourtOrder()
    {
        // For EF Core.
    }

    public Guid CourtCaseId { get; private set; }

    public IReadOnlyList<Woman> Women => _women;

    public void IsFor(IEnumerable<Woman> women)
    {
        var now = women.ToList();
        _women.RemoveAll(woman => now.TrueForAll(one => one.Id != woman.Id));
        _women.AddRange(now.Where(one => _women.TrueForAll(woman => woman.Id != one.Id)));
    }

    protected override void Check(OrderFacts facts)
    {
        if (string.IsNullOrWhiteSpace(facts.What))
        {
            throw new DomainRuleException($"Write what the court ordered");
        }

        if (facts.On?.Date is { Precision: not DatePrecision.Unknown } on && facts.CarriedOutOn is { Precision: not DatePrecision.Unknown } done && done.Latest < on.Earliest)
        {
            throw new DomainRuleException($"It cannot be carried out before {facts.On}, when it was ordered");
        }
    }
}
