using System.ComponentModel.DataAnnotations;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Facilities;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Sources;
using RaidDocs.Domain.Women;

namespace RaidDocs.Domain.Stays;

public enum StayEnd
{
    [Display(Name = "moved to another place")]
    Moved,

    [Display(Name = "released")]
    Released,

    [Display(Name = "sent across the border")]
    SentAcross,

    [Display(Name = "deported, formal order seen")]
    Deported,

    [Display(Name = "got away")]
    GotAway,

    [Display(Name = "died")]
    Died,

    [Display(Name = "not known")]
    NotKnown,
}

/// <summary>One unbroken time in one place, as one voice tells it.</summary>
public record StayFacts : Told
{
    public PartialDateTime? From { get; init; }

    /// <summary>Null while she is still there.</summary>
    public PartialDateTime? To { get; init; }

    public StayEnd? Ending { get; init; }

    /// <summary>The legal ground that was claimed for holding her.</summary>
    public string? Ground { get; init; }

    public Answer PaperSeen { get; init; }

    public string? Paper { get; init; }

    public Answer ToldWhy { get; init; }

    /// <summary>ISO 639-3 code of the language in which she was told.</summary>
    [OfList(ListName.Languages)]
    public string? ToldInLanguage { get; init; }

    public Answer MayLeave { get; init; }

    public Answer Phone { get; init; }

    public Answer Family { get; init; }

    public PartialDate? FamilyOn { get; init; }

    public Answer Lawyer { get; init; }

    public PartialDate? LawyerOn { get; init; }

    public Answer Ngo { get; init; }

    public PartialDate? NgoOn { get; init; }

    public Answer Embassy { get; init; }

    public PartialDate? EmbassyOn { get; init; }

    /// <summary>Who moved her there, and how.</summary>
    public string? MovedBy { get; init; }

    public string? Conditions { get; init; }
}

/// <summary>
/// A link of the chain of custody. Gaps and overlaps between links are shown, never repaired: two sources may place
/// her in two places on one day.
/// </summary>
public sealed class Stay : RecordedFact<StayFacts>, IOfWoman
{
    public Stay(Guid raidId, Guid womanId, Facility? facility, StayFacts facts, Source? source)
        : base(raidId, facts, source)
    {
        Check(facts);
        WomanId = womanId;
        FacilityId = facility?.Id;
        Facility = facility;
    }

    private Stay()
    {
        // For EF Core.
    }

    public Guid WomanId { get; private set; }

    /// <summary>Null when nobody knows where she was.</summary>
    public Guid? FacilityId { get; private set; }

    public Facility? Facility { get; private set; }

    public void IsAt(Guid? facilityId) => FacilityId = facilityId;

    /// <summary>She turns out to be a woman who is known from another raid.</summary>
    public void IsOf(Woman woman) => WomanId = woman.Id;

    /// <summary>She left this place.</summary>
    public void End(PartialDateTime on, StayEnd how) => Correct(Facts with { To = on, Ending = how }, SourceId);

    /// <summary>True only for what certainly runs backwards; the rest is uncertain, and is shown so.</summary>
    public static bool RunsBackwards(PartialDateTime? from, PartialDateTime? to) =>
        from?.Date is { Precision: not DatePrecision.Unknown } begins
        && to?.Date is { Precision: not DatePrecision.Unknown } ends
        && (ends.Latest < begins.Earliest || to.LatestAt < from.EarliestAt);

    protected override void Check(StayFacts facts)
    {
        if (RunsBackwards(facts.From, facts.To))
        {
            throw new DomainRuleException($"Release must be the same as or after {facts.From!.Date}, when she was taken");
        }
    }
}

/// <summary>What days are counted from, where nothing else of a stay is read.</summary>
public readonly record struct StaySpan(PartialDateTime? From, PartialDateTime? To, Answer PaperSeen)
{
    public static StaySpan Of(StayFacts stay)
    {
        ArgumentNullException.ThrowIfNull(stay);
        return new(stay.From, stay.To, stay.PaperSeen);
    }
}

/// <summary>What the chain of one woman adds up to.</summary>
public static class Custody
{
    /// <summary>Days from the first custody on, each counted once, with the least and the most they can be.</summary>
    public static DaysHeld DaysHeld(IEnumerable<StayFacts> stays, DateOnly asOf) => DaysOfSpans(stays.Select(StaySpan.Of), asOf);

    /// <inheritdoc cref="DaysHeld"/>
    internal static DaysHeld DaysOfSpans(IEnumerable<StaySpan> stays, DateOnly asOf) =>
        Common.DaysHeld.Of(stays.Select(stay => (stay.From?.Date, stay.To?.Date)), asOf);

    /// <summary>The stays in the order in which they began; those without a beginning come last.</summary>
    public static IOrderedEnumerable<T> InOrder<T>(this IEnumerable<T> stays, Func<T, StayFacts> facts) => stays
        .OrderBy(stay => facts(stay).From?.EarliestAt ?? DateTime.MaxValue)
        .ThenBy(stay => facts(stay).To?.LatestAt ?? DateTime.MaxValue);
}
