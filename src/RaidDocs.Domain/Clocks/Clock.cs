using System.ComponentModel.DataAnnotations;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Sources;
using RaidDocs.Domain.Women;

namespace RaidDocs.Domain.Clocks;

public enum ClockEnd
{
    [Display(Name = "it was done in time, or is over")]
    Over,

    /// <summary>Her stay ended, however it did: she left, was moved or deported, or died.</summary>
    [Display(Name = "her stay ended")]
    SheLeft,

    [Display(Name = "it was done too late")]
    TooLate,

    [Display(Name = "it was started by mistake")]
    Mistake,
}

/// <summary>One time limit that runs for one woman.</summary>
public record ClockFacts : Told
{
    /// <summary>Code of the rule: T02.</summary>
    public required string Rule { get; init; }

    /// <summary>Under which edition of the rule it was started.</summary>
    public required string Edition { get; init; }

    /// <summary>When what starts it happened.</summary>
    public PartialDateTime? Start { get; init; }

    /// <summary>How many orders or recorded reasons have made it longer.</summary>
    public int Extensions { get; init; }

    /// <summary>Was a paper seen that allows it?</summary>
    public Answer PaperSeen { get; init; }

    public string? Paper { get; init; }

    /// <summary>When somebody asked last, where it counts up.</summary>
    public PartialDate? AskedOn { get; init; }

    /// <summary>Null while it runs.</summary>
    public ClockEnd? End { get; init; }

    public PartialDateTime? EndedOn { get; init; }

    /// <summary>What happened.</summary>
    public string? What { get; init; }
}

/// <summary>Has a day on the calendar. What can be looked up without counting is kept beside its facts at every save.</summary>
internal interface IDated
{
    void Note(DateTime at);
}

/// <summary>A clock that a person started for a woman. The program offers clocks, and starts none.</summary>
public sealed class Clock : RecordedFact<ClockFacts>, IOfWoman, IDated
{
    private const int MostExtensions = 99;

    public Clock(Guid raidId, Guid womanId, ClockRule rule, ClockFacts facts, Source? source)
        : base(raidId, facts, source)
    {
        WomanId = womanId;
        RuleId = rule.Id;
        Rule = rule;
        Check(facts);
        Reckon();
    }

    private Clock()
    {
        // For EF Core.
        Rule = null!;
    }

    public Guid WomanId { get; private set; }

    public Guid RuleId { get; private set; }

    /// <summary>Must be read with the clock before anything is changed.</summary>
    public ClockRule Rule { get; private set; }

    /// <summary>The first day on which it may run out, or somebody should ask again; null when it never does, or is over.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>UTC: when it last changed, for calendars.</summary>
    public DateTime ChangedAt { get; private set; }

    public bool IsOpen { get; private set; }

    public ClockReading Read() => ClockReading.Of(Rule.Facts, Facts);

    /// <summary>What happened, or what is known now of its beginning.</summary>
    public void Change(ClockFacts facts, Guid? sourceId)
    {
        Correct(facts, sourceId);
        Reckon();
    }

    public void Note(DateTime at) => ChangedAt = at;

    /// <summary>She turns out to be a woman who is known from another raid.</summary>
    public void IsOf(Woman woman) => WomanId = woman.Id;

    protected override void Check(ClockFacts facts)
    {
        if (facts.Rule != Rule.Code || facts.Edition != Rule.Edition)
        {
            throw new DomainRuleException($"A clock keeps the rule under which it was started");
        }

        if (facts.Extensions is < 0 or > MostExtensions)
        {
            throw new DomainRuleException($"The number of orders must be a whole number from 0 to {MostExtensions}");
        }

        if (facts.End is null && facts.EndedOn is not null)
        {
            throw new DomainRuleException($"Say what happened, or leave the day empty on which it ended");
        }

        if (Span.Of(facts.Start) is { } start && Span.Of(facts.EndedOn) is { } end && end.ToAt < start.FromAt)
        {
            throw new DomainRuleException($"It cannot end before it began, on {facts.Start}");
        }
    }

    private void Reckon()
    {
        IsOpen = Facts.End is null;
        DueOn = IsOpen ? Read().DueOn : null;
    }
}
