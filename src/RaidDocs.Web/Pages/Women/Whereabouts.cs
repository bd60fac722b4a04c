using RaidDocs.Domain.Common;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Stays;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Women;

/// <summary>A stay and where it was; no name where nobody knows.</summary>
public sealed record PlacedStay(StayFacts Facts, string? Place, string? Kind);

public enum Whereabout
{
    NotKnown,
    Held,
    Free,
    SentAcross,
    Died,
}

/// <summary>Where she is, as her stays tell it, how long she was held, and when there was last news.</summary>
public sealed record Whereabouts(Whereabout Is, PlacedStay? Last, DaysHeld Days, DateOnly? Since, DateOnly? LastNews)
{
    public static Whereabouts Of(IReadOnlyList<PlacedStay> stays, DateOnly today)
    {
        var ordered = stays.InOrder(stay => stay.Facts).ToList();
        var last = ordered.FindLast(stay => stay.Facts.To is null) ?? ordered.LastOrDefault();
        var news = ordered
            .SelectMany(stay => new[] { stay.Facts.From?.Date, stay.Facts.To?.Date, stay.Facts.ToldOn })
            .Where(day => day is { Precision: not DatePrecision.Unknown } && day.Earliest <= today)
            .Select(day => (DateOnly?)day!.Earliest)
            .Max();
        return new(
            Reading(last),
            last,
            Custody.DaysHeld(ordered.Select(stay => stay.Facts), today),
            ordered.Select(stay => stay.Facts.From?.Date).FirstOrDefault(day => day is { Precision: not DatePrecision.Unknown })?.Earliest,
            news);
    }

    /// <summary>"Held: Shelter B (Government shelter, closed)".</summary>
    public string Words(Texts texts, ReferenceLists lists) => Is switch
    {
        Whereabout.Held when Last?.Place is { } place => texts["Held: {0} ({1})", place, lists.Words(ListName.FacilityKinds, Last.Kind, Texts.IsThai)],
        Whereabout.Held => texts["Held, nobody knows where"],
        Whereabout.Free => texts["Free"],
        Whereabout.SentAcross => texts["Sent across the border"],
        Whereabout.Died => texts["Died"],
        _ => texts["Not known where"],
    };

    private static Whereabout Reading(PlacedStay? last) => last switch
    {
        null => Whereabout.NotKnown,
        { Facts.To: null } => Whereabout.Held,
        { Facts.Ending: StayEnd.Released or StayEnd.GotAway } => Whereabout.Free,
        { Facts.Ending: StayEnd.SentAcross or StayEnd.Deported } => Whereabout.SentAcross,
        { Facts.Ending: StayEnd.Died } => Whereabout.Died,
        _ => Whereabout.NotKnown,
    };
}
