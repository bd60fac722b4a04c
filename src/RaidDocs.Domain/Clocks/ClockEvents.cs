using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Court;
using RaidDocs.Domain.Stays;
using RaidDocs.Domain.Women;

namespace RaidDocs.Domain.Clocks;

/// <summary>Something recorded that starts a clock.</summary>
/// <param name="Trigger">What happened.</param>
/// <param name="Start">When; null or unknown where nobody knows.</param>
/// <param name="Voice">Who says so.</param>
/// <param name="SourceId">Where it stands.</param>
public sealed record ClockEvent(ClockTrigger Trigger, PartialDateTime? Start, Voice Voice, Guid? SourceId)
{
    public Answer PaperSeen { get; init; }

    public string? Paper { get; init; }

    /// <summary>When it was over, if it is.</summary>
    public PartialDateTime? EndedOn { get; init; }

    public bool IsOver { get; init; }
}

/// <summary>What is recorded of one woman that can start a clock.</summary>
public sealed record ClockGrounds
{
    public IReadOnlyList<(StayFacts Facts, string? Kind, Guid? SourceId)> Stays { get; init; } = [];

    public IReadOnlyList<(LabelFacts Facts, Guid? SourceId)> Labels { get; init; } = [];

    public IReadOnlyList<(CourtRoleFacts Part, CourtCaseFacts Case, Guid? SourceId)> Parts { get; init; } = [];

    public IReadOnlyList<(OrderFacts Facts, Guid? SourceId)> Orders { get; init; } = [];

    public IReadOnlyList<ConsentFacts> Consents { get; init; } = [];
}

/// <summary>Reads the events that start clocks from what is recorded. It decides nothing: a person ticks.</summary>
public static class ClockEvents
{
    private static readonly HashSet<string> Injured = ["victim", "possible-victim", "injured-person"];
    private static readonly HashSet<string> Shelters = ["government-shelter-closed", "government-shelter-open", "ngo-shelter"];
    private static readonly HashSet<string> Immigration = ["immigration-office", "immigration-detention"];

    public static IReadOnlyList<ClockEvent> Of(ClockGrounds grounds)
    {
        ArgumentNullException.ThrowIfNull(grounds);
        return
        [
            .. FromCustody(grounds),
            .. grounds.Stays.SelectMany(stay => FromStay(stay.Facts, stay.Kind, stay.SourceId)),
            .. grounds.Labels.SelectMany(label => FromLabel(label.Facts, label.SourceId)),
            .. grounds.Parts.SelectMany(part => FromPart(part.Part, part.Case, part.SourceId)),
            .. grounds.Orders.SelectMany(order => FromOrder(order.Facts, order.SourceId)),
            .. FromConsents(grounds.Consents),
        ];
    }

    private static IEnumerable<ClockEvent> FromCustody(ClockGrounds grounds)
    {
        var stays = grounds.Stays.OrderBy(stay => stay.Facts.From?.EarliestAt ?? DateTime.MaxValue).ToList();
        if (stays.Count == 0)
        {
            yield break;
        }

        var first = stays[0];
        var last = stays.MaxBy(stay => stay.Facts.To?.LatestAt ?? DateTime.MaxValue).Facts;
        var isFree = stays.TrueForAll(stay => stay.Facts.To is not null)
            && last.Ending is StayEnd.Released or StayEnd.GotAway or StayEnd.SentAcross or StayEnd.Deported or StayEnd.Died;
        var order = grounds.Orders.Select(one => one.Facts).FirstOrDefault(one => one is { Kind: OrderKind.Holding, PaperSeen: Answer.Yes });
        yield return new ClockEvent(ClockTrigger.TakenIntoCustody, first.Facts.From, first.Facts.Voice, first.SourceId)
        {
            PaperSeen = order is null ? first.Facts.PaperSeen : Answer.Yes,
            Paper = order is null ? first.Facts.Paper : order.What,
            IsOver = isFree,
            EndedOn = isFree ? last.To : null,
        };
    }

    private static IEnumerable<ClockEvent> FromStay(StayFacts stay, string? kind, Guid? sourceId)
    {
        ClockTrigger? trigger = kind switch
        {
            "police-station" => ClockTrigger.ArrivedAtPolice,
            "reception-home-children" => ClockTrigger.EnteredChildHome,
            { } place when Immigration.Contains(place) => ClockTrigger.ArrivedAtImmigration,
            { } place when Shelters.Contains(place) => ClockTrigger.PlacedInShelter,
            _ => null,
        };
        if (trigger is { } started)
        {
            yield return new ClockEvent(started, stay.From, stay.Voice, sourceId)
            {
                PaperSeen = stay.PaperSeen,
                Paper = stay.Paper,
                IsOver = stay.To is not null,
                EndedOn = stay.To,
            };
        }
    }

    private static IEnumerable<ClockEvent> FromLabel(LabelFacts label, Guid? sourceId)
    {
        if (Injured.Contains(label.Kind))
        {
            yield return new ClockEvent(ClockTrigger.KnewOfOffence, Moment(label.On), label.Voice, sourceId);
        }
        else if (label.Kind == "deportee")
        {
            yield return new ClockEvent(ClockTrigger.DeportationOrder, Moment(label.On), label.Voice, sourceId);
        }
    }

    private static IEnumerable<ClockEvent> FromPart(CourtRoleFacts part, CourtCaseFacts courtCase, Guid? sourceId)
    {
        if (part.AskedToTestifyOn is { } asked)
        {
            yield return new ClockEvent(ClockTrigger.AskedToTestify, asked, part.Voice, sourceId);
        }

        if (courtCase.IndictedOn is { } indicted && part.Role != CourtRole.Accused)
        {
            yield return new ClockEvent(ClockTrigger.Indictment, Moment(indicted), courtCase.Voice, sourceId)
            {
                IsOver = courtCase.JudgmentOn is not null,
                EndedOn = Moment(courtCase.JudgmentOn),
            };
        }

        if (courtCase.JudgmentOn is { } judged && part.Role is CourtRole.Accused or CourtRole.InjuredPerson)
        {
            yield return new ClockEvent(ClockTrigger.JudgmentRead, Moment(judged), courtCase.Voice, sourceId);
        }
    }

    private static IEnumerable<ClockEvent> FromOrder(OrderFacts order, Guid? sourceId)
    {
        ClockTrigger? trigger = order.Kind switch
        {
            OrderKind.Remand => ClockTrigger.RemandOrder,
            OrderKind.Immigration => ClockTrigger.ImmigrationOrder,
            OrderKind.Deportation => ClockTrigger.DeportationOrder,
            _ => null,
        };
        if (trigger is { } started)
        {
            yield return new ClockEvent(started, order.On, order.Voice, sourceId) { PaperSeen = order.PaperSeen, Paper = order.What };
        }
    }

    // Her newest yes: that is what is asked about again.
    private static IEnumerable<ClockEvent> FromConsents(IReadOnlyList<ConsentFacts> consents)
    {
        var newest = consents.Where(consent => consent is { Answer: not ConsentAnswer.No, On: { Gap: null } }).MaxBy(consent => consent.On!.Earliest);
        if (newest is not null)
        {
            yield return new ClockEvent(ClockTrigger.ConsentGiven, Moment(newest.On), Voice.Woman, null);
        }
    }

    private static PartialDateTime? Moment(PartialDate? date) => date is null ? null : PartialDateTime.Of(date);
}
