using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Women;

namespace RaidDocs.Domain.Clocks;

/// <summary>A clock that could be started for one woman, with its sum. Nothing runs until somebody ticks it.</summary>
/// <param name="Rule">The edition that counts now.</param>
/// <param name="WomanId">For whom.</param>
/// <param name="Number">Her number in the raid.</param>
/// <param name="Event">What starts it.</param>
/// <param name="Running">The clock that runs for her from this very start.</param>
/// <param name="Moves">A clock of hers under this rule whose start, or end, is no longer what is recorded.</param>
public sealed record ClockProposal(ClockRule Rule, Guid WomanId, int Number, ClockEvent Event, Clock? Running, Clock? Moves)
{
    /// <summary>For a form: the rule, the woman and the start.</summary>
    public string Key => string.Create(
        CultureInfo.InvariantCulture, $"{Rule.Code}-{WomanCode.In(Number)}-{Event.Start!.EarliestAt:yyyyMMddHHmm}-{Event.Start.LatestAt:yyyyMMddHHmm}");

    /// <summary>It does not run yet, or not as it is recorded now.</summary>
    public bool IsOffered => Running is null || Moves is not null;

    public InForce InForce => ClockReading.On(Rule.Facts, Event.Start?.Date);

    public ClockReading Reading => ClockReading.Of(Rule.Facts, Facts);

    public ClockFacts Facts => new()
    {
        Voice = Event.Voice,
        Rule = Rule.Code,
        Edition = Rule.Edition,
        Start = Event.Start,
        // What allows the time before it does not allow what follows (R10, R32).
        PaperSeen = Rule.Facts.After is null ? Event.PaperSeen : Answer.NotAsked,
        Paper = Event.Paper,
        End = Event.End,
        EndedOn = Event.EndedOn,
    };

    /// <summary>
    /// A clock that this moves, as it is then. What a person said of its end stays, and so does an end that nothing recorded tells; but none that
    /// would be before it began.
    /// </summary>
    public ClockFacts Moved(ClockFacts clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var endsBefore = Span.Of(Event.Start) is { } start && Span.Of(clock.EndedOn) is { } end && end.ToAt < start.FromAt;
        return (ClockProposals.IsByHand(clock) || !Event.TellsEnd) && !endsBefore
            ? clock with { Start = Event.Start }
            : clock with { Start = Event.Start, End = Event.End, EndedOn = Event.EndedOn };
    }
}

/// <summary>Which clocks what is recorded of a raid could start.</summary>
public static class ClockProposals
{
    /// <summary>Only rules that were, or may have been, in force on the day; events without any day start nothing.</summary>
    public static IEnumerable<ClockProposal> For(
        Guid womanId, int number, ClockGrounds grounds, IReadOnlyList<ClockRule> rules, IReadOnlyCollection<Clock> hers)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var events = ClockEvents.Of(grounds).Where(one => Span.Of(one.Start) is not null).ToList();
        foreach (var rule in rules)
        {
            var started = hers.Where(clock => clock.Facts.Rule == rule.Code).ToList();
            var mine = events.Where(one => one.Trigger == rule.Facts.Trigger).ToList();

            // One of hers that counts from a moment that nothing recorded gives any more.
            var lost = started.Find(clock => clock.Facts.End != ClockEnd.Mistake && !mine.Exists(one => IsSame(one.Start, clock.Facts.Start)));
            foreach (var same in mine.Where(one => ClockReading.On(rule.Facts, one.Start!.Date) != InForce.No).GroupBy(one => (one.Start!.EarliestAt, one.Start.LatestAt)))
            {
                var one = same.First();
                var running = started.Find(clock => IsSame(one.Start, clock.Facts.Start));

                // Two voices may tell two ends: it ends as one of them says, and is left alone.
                var moves = running is null ? lost : EndsAsSaid(running.Facts, same) ? null : running;
                yield return new ClockProposal(rule, womanId, number, one, running, moves);
            }
        }
    }

    /// <summary>A person looked at how it ended, and said so: what is recorded elsewhere does not change it.</summary>
    internal static bool IsByHand(ClockFacts clock) => clock.End is ClockEnd.Over or ClockEnd.TooLate or ClockEnd.Mistake;

    /// <summary>For all women of a raid, in six queries. Its clocks are tracked afterwards.</summary>
    public static async Task<(IReadOnlyList<ClockProposal> Proposals, IReadOnlyDictionary<Guid, int> Numbers)> ReadProposalsAsync(
        this RaidDocsDbContext db, Guid raidId, IReadOnlyList<ClockRule> rules, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var women = await db.Apprehensions.AsNoTracking().Where(row => row.RaidId == raidId).OrderBy(row => row.Number)
            .Select(row => new
            {
                row.WomanId,
                row.Number,
                Consents = db.Consents.Where(consent => consent.RaidId == raidId && consent.WomanId == row.WomanId).Select(consent => consent.Facts).ToList(),
            })
            .ToListAsync(cancellationToken);
        var stays = (await db.Stays.AsNoTracking().Where(stay => stay.RaidId == raidId)
            .Select(stay => new { stay.WomanId, stay.Facts, Kind = stay.Facility == null ? null : stay.Facility.Facts.Kind, stay.SourceId })
            .ToListAsync(cancellationToken)).ToLookup(stay => stay.WomanId, stay => (stay.Facts, stay.Kind, stay.SourceId));
        var labels = (await db.Labels.AsNoTracking().Where(label => label.RaidId == raidId && label.TakenBackBecause == null)
            .Select(label => new { label.WomanId, label.Facts, label.SourceId })
            .ToListAsync(cancellationToken)).ToLookup(label => label.WomanId, label => (label.Facts, label.SourceId));
        var parts = (await db.CourtParts.AsNoTracking().Where(part => part.RaidId == raidId && part.TakenBackBecause == null)
            .Join(db.CourtCases, part => part.CourtCaseId, one => one.Id, (part, one) => new { part.WomanId, part.Facts, Case = one.Facts, one.SourceId })
            .ToListAsync(cancellationToken)).ToLookup(part => part.WomanId, part => (part.Facts, part.Case, part.SourceId));
        var orders = (await db.CourtOrders.AsNoTracking().Where(order => order.RaidId == raidId)
            .SelectMany(order => order.Women, (order, woman) => new { WomanId = woman.Id, order.Facts, order.CourtCaseId, order.SourceId })
            .ToListAsync(cancellationToken)).ToLookup(order => order.WomanId, order => (order.Facts, order.CourtCaseId, order.SourceId));
        var clocks = (await db.Clocks.Include(clock => clock.Rule).Where(clock => clock.RaidId == raidId)
            .ToListAsync(cancellationToken)).ToLookup(clock => clock.WomanId);
        IReadOnlyList<ClockProposal> proposals =
        [
            .. women.SelectMany(woman => For(
                woman.WomanId,
                woman.Number,
                new ClockGrounds
                {
                    Stays = [.. stays[woman.WomanId]],
                    Labels = [.. labels[woman.WomanId]],
                    Parts = [.. parts[woman.WomanId]],
                    Orders = [.. orders[woman.WomanId]],
                    Consents = woman.Consents,
                },
                rules,
                [.. clocks[woman.WomanId]])),
        ];
        return (proposals, women.ToDictionary(woman => woman.WomanId, woman => woman.Number));
    }

    private static bool EndsAsSaid(ClockFacts clock, IEnumerable<ClockEvent> events) =>
        IsByHand(clock) || events.Any(one => !one.TellsEnd || (one.End == clock.End && Span.Of(one.EndedOn) == Span.Of(clock.EndedOn)));

    private static bool IsSame(PartialDateTime? one, PartialDateTime? other) =>
        one is not null && other is not null && one.EarliestAt == other.EarliestAt && one.LatestAt == other.LatestAt;
}
