using RaidDocs.Domain.Common;
using RaidDocs.Domain.Facilities;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Stays;
using RaidDocs.Domain.Women;

namespace RaidDocs.Domain.Raids;

/// <summary>What is told of a raid in the first hour. Nothing but the raid itself must be known.</summary>
public sealed record FirstHour
{
    public required RaidFacts Raid { get; init; }

    /// <summary>How many women were taken. Each gets a row and a code, and no name.</summary>
    public int? Women { get; init; }

    public int? Under18 { get; init; }

    public Voice Under18By { get; init; } = Voice.Team;

    public int? GotAway { get; init; }

    public int? Others { get; init; }

    public HeldAt? Now { get; init; }

    public ComingDate? Coming { get; init; }
}

/// <summary>One answer for all of them.</summary>
/// <param name="Kind">Key of the list facility-kinds; null when it is not one known place.</param>
/// <param name="Name">What the place is called.</param>
/// <param name="Note">Why there is no one place.</param>
public sealed record HeldAt(string? Kind, string? Name, string? Note = null);

/// <summary>A day that was announced, such as the first day in court.</summary>
public sealed record ComingDate(PartialDate On, Topic Topic, string What);

/// <summary>A logged raid and everything that stands with it from the first hour on.</summary>
public sealed class RaidLog
{
    /// <summary>More rows than this are not made from one number. The others are an unnamed group.</summary>
    public const int MostWomen = 500;

    private RaidLog(Raid raid, IReadOnlyList<Entity> rows) => (Raid, Rows) = (raid, rows);

    public Raid Raid { get; }

    /// <summary>All that is to be saved, in order.</summary>
    public IReadOnlyList<Entity> Rows { get; }

    /// <summary>Makes the rows. Only <paramref name="person"/> is on the team.</summary>
    public static RaidLog Of(FirstHour hour, string code, Guid person, Facility? place)
    {
        ArgumentNullException.ThrowIfNull(hour);
        var raid = new Raid(code, hour.Raid);
        var women = Enumerable.Range(1, hour.Women ?? 0)
            .Select(number => new Apprehension(raid, new Woman(new WomanFacts()), number, new ApprehensionFacts()))
            .ToList();
        return new(raid, [raid, new TeamMember(raid.Id, person), .. Counts(raid, hour), .. women, .. Stays(raid, hour.Now, place, women), .. Dates(raid, hour.Coming)]);
    }

    /// <summary>The stay that "where are they now" tells of, for one woman.</summary>
    public static Stay StayOf(Raid raid, Guid woman, Facility? place, string? note = null)
    {
        ArgumentNullException.ThrowIfNull(raid);

        // The day only: nobody said when that night she came there.
        var from = raid.Facts.When is { Date: { Precision: not DatePrecision.Unknown } night } ? PartialDateTime.Of(night) : null;
        return new(raid.Id, woman, place, new StayFacts { Voice = Voice.Team, From = from, Note = note }, null);
    }

    private static IEnumerable<CountClaim> Counts(Raid raid, FirstHour hour)
    {
        (CountOf Of, int? Number, Voice By)[] said =
        [
            (CountOf.WomenTaken, hour.Women, Voice.Team),
            (CountOf.SaidUnder18, hour.Under18, hour.Under18By),
            (CountOf.GotAway, hour.GotAway, Voice.Team),
            (CountOf.OthersTaken, hour.Others, Voice.Team),
        ];
        return said.Where(count => count.Number is not null)
            .Select(count => new CountClaim(raid.Id, new CountFacts { Voice = count.By, Of = count.Of, Low = count.Number!.Value }, null));
    }

    private static IEnumerable<Stay> Stays(Raid raid, HeldAt? now, Facility? place, IEnumerable<Apprehension> women) =>
        now is null ? [] : women.Select(row => StayOf(raid, row.WomanId, place, now.Note));

    private static IEnumerable<ChronologyEntry> Dates(Raid raid, ComingDate? coming) => coming is null
        ? []
        : [new(raid.Id, new ChronologyFacts { Voice = Voice.Team, When = PartialDateTime.Of(coming.On), What = coming.What, Topic = coming.Topic }, [], [])];
}
