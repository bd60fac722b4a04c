using System.ComponentModel.DataAnnotations;
using RaidDocs.Domain.Sources;

namespace RaidDocs.Domain.Common;

/// <summary>Whose version a fact is.</summary>
public enum Voice
{
    [Display(Name = "the woman")]
    Woman,

    [Display(Name = "the authorities")]
    Authority,

    [Display(Name = "the family")]
    Family,

    [Display(Name = "an NGO")]
    Ngo,

    [Display(Name = "the press")]
    Press,

    [Display(Name = "a paper")]
    Paper,

    [Display(Name = "our team")]
    Team,
}

/// <summary>How far the team trusts a source for this one statement (five steps, after HURIDOCS list 42).</summary>
public enum Reliability
{
    [Display(Name = "not judged")]
    NotJudged,

    [Display(Name = "highly reliable")]
    HighlyReliable,

    [Display(Name = "likely reliable")]
    LikelyReliable,

    [Display(Name = "unsure")]
    Unsure,

    [Display(Name = "likely unreliable")]
    LikelyUnreliable,

    [Display(Name = "highly unreliable")]
    HighlyUnreliable,
}

/// <summary>An answer to a yes-or-no question. The four ways of not knowing differ, and a report lists them as blanks.</summary>
public enum Answer
{
    [Display(Name = "not asked")]
    NotAsked,

    [Display(Name = "yes")]
    Yes,

    [Display(Name = "no")]
    No,

    [Display(Name = "partly")]
    Partly,

    [Display(Name = "asked, not known")]
    NotKnown,

    [Display(Name = "she would rather not say")]
    RatherNotSay,

    [Display(Name = "withheld for safety")]
    Withheld,
}

/// <summary>
/// Something that somebody says. It never changes: a correction is a new record of what is said now,
/// and another voice is another row.
/// </summary>
public abstract record Told
{
    public required Voice Voice { get; init; }

    /// <summary>The day on which it was told to us or written.</summary>
    public PartialDate? ToldOn { get; init; }

    public Reliability Reliability { get; init; }

    /// <summary>Where in its source it stands: "page 3", "passage 4", "12:40".</summary>
    public string? At { get; init; }

    public string? Note { get; init; }
}

/// <summary>A fact with its voice and its source. <typeparamref name="TFacts"/> is what is said.</summary>
public abstract class Fact<TFacts> : Entity, IOfRaid
    where TFacts : Told
{
    protected Fact(Guid raidId, TFacts facts, Source? source)
    {
        RaidId = raidId;
        Facts = facts;
        SourceId = source?.Id;
        Source = source;
    }

    protected Fact()
    {
        // For EF Core.
        Facts = null!;
    }

    public Guid RaidId { get; private set; }

    public TFacts Facts { get; protected set; }

    public Guid? SourceId { get; protected set; }

    public Source? Source { get; protected set; }
}

/// <summary>A fact about which nobody disagrees over whose it is: the team may correct its record of it.</summary>
public abstract class RecordedFact<TFacts> : Fact<TFacts>
    where TFacts : Told
{
    protected RecordedFact(Guid raidId, TFacts facts, Source? source)
        : base(raidId, facts, source)
    {
    }

    protected RecordedFact()
    {
    }

    /// <summary>Records what is now known in place of what was. The audit log keeps that it changed, by whom and when.</summary>
    public void Correct(TFacts facts, Guid? sourceId)
    {
        if (facts.Voice != Facts.Voice)
        {
            throw new DomainRuleException($"Another voice is another row. Add it beside this one, and keep both.");
        }

        Check(facts);
        Facts = facts;
        SourceId = sourceId;
    }

    /// <summary>Refuses what cannot be true whoever says it.</summary>
    protected virtual void Check(TFacts facts)
    {
    }
}

/// <summary>
/// One voice in a disputed thing: a count, an age, a label. It is never edited. What turns out to be written down
/// wrongly is taken back with a reason, and stays.
/// </summary>
public abstract class Claim<TFacts> : Fact<TFacts>
    where TFacts : Told
{
    protected Claim(Guid raidId, TFacts facts, Source? source)
        : base(raidId, facts, source)
    {
    }

    protected Claim()
    {
    }

    /// <summary>Why the team no longer counts this as said; null while it stands.</summary>
    public string? TakenBackBecause { get; private set; }

    public void TakeBack(string because)
    {
        if (string.IsNullOrWhiteSpace(because))
        {
            throw new DomainRuleException($"Write why this was recorded wrongly. The row stays, with your reason.");
        }

        TakenBackBecause = because.Trim();
    }
}
