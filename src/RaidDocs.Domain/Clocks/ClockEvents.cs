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

    /// <summary>What is recorded tells its end too: with none, it goes on. Of an order or a label nobody records an end.</summary>
    public bool TellsEnd { get; init; }

    /// <summary>How it was over, where that is recorded.</summary>
    public ClockEnd? End { get; init; }

    public PartialDateTime? EndedOn { get; init; }
}

/// <summary>What is recorded of one woman that can start a clock.</summary>
public sealed record ClockGrounds
{
    public IReadOnlyList<(StayFacts Facts, string? Kind, Guid? SourceId)> Stays { get; init; } = [];

    public IReadOnlyList<(LabelFacts Facts, Guid? SourceId)> Labels { get; init; } = [];

    public IReadOnlyList<(CourtRoleFacts Part, CourtCaseFacts Case, Guid? SourceId)> Parts { get; init; } = [];

    public IReadOnlyList<(OrderFacts Facts, Guid CourtCaseId, Guid? SourceId)> Orders { get; init; } = [];

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
            .. Starting(grounds.Orders).SelectMany(order => FromOrder(order.Facts, order.SourceId)),
            .. FromConsents(grounds.Consents),
        ];
    }

    private static IEnumerable<ClockEvent> FromCustody(ClockGrounds grounds)
    {
        var stays = grounds.Stays.OrderBy(stay => By(stay.Facts.From)).ToList();
        if (stays.Count == 0)
        {
            yield break;
        }

        var first = stays[0];
        var last = stays.OrderBy(stay => By(stay.Facts.To)).Last().Facts;
        var isFree = stays.TrueForAll(stay => stay.Facts.To is not null)
            && last.Ending is StayEnd.Released or StayEnd.GotAway or StayEnd.SentAcross or StayEnd.Deported or StayEnd.Died;
        var order = grounds.Orders.Select(one => one.Facts)
            .FirstOrDefault(one => one is { Kind: OrderKind.Holding, PaperSeen: Answer.Yes } && MayBeInTime(one.On, first.Facts.From));
        yield return new ClockEvent(ClockTrigger.TakenIntoCustody, first.Facts.From, first.Facts.Voice, first.SourceId)
        {
            PaperSeen = order is null ? first.Facts.PaperSeen : Answer.Yes,
            Paper = order is null ? first.Facts.Paper : order.What,
            TellsEnd = true,
            End = isFree ? ClockEnd.SheLeft : null,
            EndedOn = isFree ? last.To : null,
        };
    }

    // The first day by which it certainly was: of what is not known closely nobody can say that it came first. What is not known at all comes last.
    private static (DateTime ToAt, DateTime FromAt) By(PartialDateTime? moment) =>
        Span.Of(moment) is { } known ? (known.ToAt, known.FromAt) : (DateTime.MaxValue, DateTime.MaxValue);

    // A court is asked within the 24 hours (R9, R10): the order of a later day does not answer for the days before it.
    private static bool MayBeInTime(PartialDateTime? ordered, PartialDateTime? taken) =>
        Span.Of(ordered) is not { } made || Span.Of(taken) is not { } began || made.FromAt <= began.Plus(24, ClockUnit.Hours).ToAt;

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
                TellsEnd = true,
                End = stay.To is null ? null : ClockEnd.SheLeft,
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
                TellsEnd = true,
                End = courtCase.JudgmentOn is null ? null : ClockEnd.Over,
                EndedOn = Moment(courtCase.JudgmentOn),
            };
        }

        if (courtCase.JudgmentOn is { } judged && part.Role is CourtRole.Accused or CourtRole.InjuredPerson)
        {
            yield return new ClockEvent(ClockTrigger.JudgmentRead, Moment(judged), courtCase.Voice, sourceId);
        }
    }

    // The days of remand are counted over all orders of one case (R31): each after the first makes the clock longer, and starts none.
    private static IEnumerable<(OrderFacts Facts, Guid CourtCaseId, Guid? SourceId)> Starting(
        IReadOnlyList<(OrderFacts Facts, Guid CourtCaseId, Guid? SourceId)> orders) =>
        orders.Where(order => order.Facts.Kind != OrderKind.Remand)
            .Concat(orders.Where(order => order.Facts.Kind == OrderKind.Remand).GroupBy(order => order.CourtCaseId).Select(same => same.OrderBy(order => By(order.Facts.On)).First()));

    // The paper allows the time that the clock counts. Whether one was seen for what comes after is not asked yet (R10, R31, R37).
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
            yield return new ClockEvent(started, order.On, order.Voice, sourceId) { Paper = order.What };
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
