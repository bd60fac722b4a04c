using System.ComponentModel.DataAnnotations;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Clocks;

public enum ClockState
{
    [Display(Name = "cannot be counted: the day is not known")]
    NotCounted,

    [Display(Name = "running")]
    Running,

    [Display(Name = "may have run out")]
    MayBeOut,

    [Display(Name = "has run out")]
    Out,

    [Display(Name = "over")]
    Over,
}

/// <summary>Whether a rule was in force on a day.</summary>
public enum InForce
{
    No,

    /// <summary>The day is not known closely enough, or the rule's is not.</summary>
    Perhaps,

    Yes,
}

/// <summary>What a rule makes of a clock: the sum, from its beginning to its end.</summary>
/// <param name="Rule">Under one edition.</param>
/// <param name="Facts">The clock.</param>
/// <param name="Start">Null when the day is not known.</param>
/// <param name="End">When the limit is reached with the orders that were seen; null when there is none.</param>
/// <param name="Last">When it is reached with all orders that the law knows; null when the law sets no last day.</param>
public sealed record ClockReading(ClockRuleFacts Rule, ClockFacts Facts, Span? Start, Span? End, Span? Last)
{
    /// <summary>The first day on which it may run out, or somebody should ask again.</summary>
    public DateOnly? DueOn => Rule.Kind == ClockKind.CountUp ? AskAgainOn : End?.FirstDay;

    private DateOnly? AskAgainOn => (Rule, Start) switch
    {
        ({ Length: { } number, Unit: { } unit }, { } start) =>
            (Span.Of(Facts.AskedOn is null ? null : PartialDateTime.Of(Facts.AskedOn)) ?? start).Plus(number, unit).FirstDay,
        _ => null,
    };

    public static ClockReading Of(ClockRuleFacts rule, ClockFacts facts)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(facts);
        if (Span.Of(facts.Start) is not { } start)
        {
            return new(rule, facts, null, null, null);
        }

        if (rule is not { Kind: ClockKind.Limit, Length: { } length, Unit: { } unit })
        {
            return new(rule, facts, start, null, null);
        }

        var begins = rule is { After: { } after, AfterUnit: { } afterUnit } ? start.Plus(after, afterUnit) : start;
        var cap = rule is { Cap: { } most, CapUnit: { } mostUnit } ? begins.Plus(most, mostUnit) : (Span?)null;
        var end = (rule, facts.Extensions) switch
        {
            (_, 0) => begins.Plus(length, unit),
            ({ Extension: { } more, ExtensionUnit: { } moreUnit }, var times) => Capped(Times(begins.Plus(length, unit), more, moreUnit, times), cap),
            (_, _) => cap ?? begins.Plus(length, unit),
        };
        var last = cap ?? (rule.Extension is null ? end : null);
        return new(rule, facts, start, end, last);
    }

    /// <summary>How it stands at a moment, by the clocks of Thailand.</summary>
    public ClockState StateAt(DateTime now) => this switch
    {
        { Facts.End: not null } => ClockState.Over,
        { Start: null } => ClockState.NotCounted,
        { End: { } end } when end.ToAt < now => ClockState.Out,
        { End: { } end } when end.FromAt < now => ClockState.MayBeOut,
        _ => ClockState.Running,
    };

    /// <summary>A limit on holding her passed, certainly, before it ended, and nobody saw a paper that allows it: something to ask about.</summary>
    public bool IsUnanswered(DateTime now) =>
        Rule.Trigger.HoldsHer()
        && Facts is { PaperSeen: not Answer.Yes, End: not (ClockEnd.Mistake or ClockEnd.Over) }
        && End is { } limit
        && limit.ToAt < (Facts.End is null ? now : Span.Of(Facts.EndedOn) is { } ended ? ended.FromAt : DateTime.MinValue);

    /// <summary>Days that it has counted, at least and at most, to the day it ended or to <paramref name="today"/>.</summary>
    public DaysHeld? DaysTo(DateOnly today) => Facts.Start is null || Start is null
        ? null
        : DaysHeld.Of([(Facts.Start.Date, Facts.End is null ? null : Facts.EndedOn?.Date ?? PartialDate.Unknown(Gap.NotKnown))], today);

    /// <summary>Was the rule in force on that day? Only what is certain is said.</summary>
    public static InForce On(ClockRuleFacts rule, PartialDate? day)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (day is null or { Precision: DatePrecision.Unknown })
        {
            return rule.InForceFrom is null && rule.InForceTo is null ? InForce.Yes : InForce.Perhaps;
        }

        var (from, to) = (Known(rule.InForceFrom), Known(rule.InForceTo));
        if ((from is not null && day.Latest < from.Earliest) || (to is not null && day.Earliest > to.Latest))
        {
            return InForce.No;
        }

        return (from is null || day.Earliest >= from.Latest) && (to is null || day.Latest <= to.Earliest) ? InForce.Yes : InForce.Perhaps;
    }

    private static PartialDate? Known(PartialDate? date) => date is { Precision: not DatePrecision.Unknown } ? date : null;

    private static Span Capped(Span end, Span? cap) => cap is { } most ? end.Least(most) : end;

    private static Span Times(Span begins, int number, ClockUnit unit, int times)
    {
        for (; times > 0; times--)
        {
            begins = begins.Plus(number, unit);
        }

        return begins;
    }
}
