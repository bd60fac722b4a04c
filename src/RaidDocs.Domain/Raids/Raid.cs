using RaidDocs.Domain.Common;
using RaidDocs.Domain.Court;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Stays;

namespace RaidDocs.Domain.Raids;

/// <summary>What is recorded of a raid as such. Disputed things (counts, ages, labels, the night) are rows of their own.</summary>
public record RaidFacts
{
    /// <summary>What the team calls it, often the name of the venue.</summary>
    public required string Name { get; init; }

    public PartialDateTime? When { get; init; }

    public string? VenueName { get; init; }

    /// <summary>Key of the list venue-kinds.</summary>
    [OfList(ListName.VenueKinds)]
    public string? VenueKind { get; init; }

    /// <summary>ISO 3166-2 code of the province, such as TH-63.</summary>
    [OfList(ListName.Provinces)]
    public string? Province { get; init; }

    /// <summary>District, or how to find it.</summary>
    public string? Place { get; init; }

    /// <summary>Who came: keys of the list agencies.</summary>
    [OfList(ListName.Agencies)]
    public List<string> Agencies { get; init; } = [];

    /// <summary>Names, units or car numbers that were seen.</summary>
    public string? AgenciesNote { get; init; }

    /// <summary>What those who came called it, in their word.</summary>
    public string? CalledAs { get; init; }

    /// <summary>The legal ground that was claimed.</summary>
    public string? LegalBasis { get; init; }

    public string? HowItBegan { get; init; }

    public string? Summary { get; init; }
}

/// <summary>One night on which people were taken from one place.</summary>
public sealed class Raid : Entity
{
    public Raid(string code, RaidFacts facts, bool isInvented = false)
    {
        Code = code;
        Facts = facts;
        IsInvented = isInvented;
    }

    private Raid()
    {
        // For EF Core.
        Facts = null!;
    }

    /// <summary>R01, R02, ... as people say it.</summary>
    public string Code { get; private set; } = "";

    public RaidFacts Facts { get; private set; }

    /// <summary>A made-up case for learning. Marked on every screen and page, and never mixed into figures of real ones.</summary>
    public bool IsInvented { get; private set; }

    public void Describe(RaidFacts facts) => Facts = facts;

    /// <summary>The date of a raid is today or in the past.</summary>
    public static void CheckWhen(PartialDateTime? when, DateOnly today)
    {
        if (when is { Date.Precision: not DatePrecision.Unknown } && when.Date.Earliest > today)
        {
            throw new DomainRuleException($"The date of the raid must be today or in the past");
        }
    }

    /// <summary>Nobody is held from a raid before it happened. Only what is certain is refused.</summary>
    public void CheckStay(StayFacts stay)
    {
        if (stay.From?.Date is { Precision: not DatePrecision.Unknown } from
            && Facts.When?.Date is { Precision: not DatePrecision.Unknown } when
            && from.Latest < when.Earliest)
        {
            throw new DomainRuleException($"She cannot be held from this raid before the night of the raid, {when}");
        }
    }

    /// <summary>No court sits over a raid before it happened. Only what is certain is refused.</summary>
    public void CheckHearing(HearingFacts hearing)
    {
        if (Facts.When?.Date is { Precision: not DatePrecision.Unknown } when
            && (IsBefore(hearing.On, when) || IsBefore(hearing.Next, when)))
        {
            throw new DomainRuleException($"A day in court cannot be before the night of the raid, {when}");
        }
    }

    private static bool IsBefore(PartialDateTime? moment, PartialDate when) =>
        moment?.Date is { Precision: not DatePrecision.Unknown } on && on.Latest < when.Earliest;
}
