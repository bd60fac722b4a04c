using System.ComponentModel.DataAnnotations;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Sources;
using RaidDocs.Domain.Women;

namespace RaidDocs.Domain.Raids;

/// <summary>The part of the story that a line belongs to, and the section of the chapter that prints it.</summary>
public enum Topic
{
    [Display(Name = "how it began")]
    Beginning,

    [Display(Name = "the night of the raid")]
    TheNight,

    [Display(Name = "sorting, labels and ages")]
    Sorting,

    [Display(Name = "tests, searches and papers")]
    Tests,

    [Display(Name = "where they were held")]
    Custody,

    [Display(Name = "interpreters and languages")]
    Interpreters,

    [Display(Name = "court")]
    Court,

    [Display(Name = "families and money")]
    Families,

    [Display(Name = "what the authorities say")]
    Authorities,

    [Display(Name = "where they are now")]
    Now,

    [Display(Name = "how we know")]
    Method,

    [Display(Name = "other")]
    Other,
}

public enum Standing
{
    [Display(Name = "one source")]
    OneSource,

    [Display(Name = "agreed")]
    Agreed,

    [Display(Name = "disputed")]
    Disputed,
}

/// <summary>One thing that happened, in one version.</summary>
public record ChronologyFacts : Told
{
    public PartialDateTime? When { get; init; }

    public required string What { get; init; }

    public Topic Topic { get; init; } = Topic.TheNight;

    public Standing Standing { get; init; }
}

/// <summary>A line of the chronology. Another version of the same moment is another line.</summary>
public sealed class ChronologyEntry : RecordedFact<ChronologyFacts>
{
    private readonly List<Source> _sources = [];
    private readonly List<Woman> _women = [];

    public ChronologyEntry(Guid raidId, ChronologyFacts facts, IEnumerable<Source> sources, IEnumerable<Woman> women)
        : base(raidId, facts, null)
    {
        _sources.AddRange(sources);
        _women.AddRange(women);
    }

    private ChronologyEntry()
    {
        // For EF Core.
    }

    public IReadOnlyCollection<Source> Sources => _sources;

    public IReadOnlyCollection<Woman> Women => _women;

    public void Concerns(IEnumerable<Source> sources, IEnumerable<Woman> women)
    {
        _sources.Clear();
        _sources.AddRange(sources);
        _women.Clear();
        _women.AddRange(women);
    }
}

public enum Promise
{
    [Display(Name = "not known")]
    NotKnown,

    [Display(Name = "met")]
    Met,

    [Display(Name = "partly met")]
    Partly,

    [Display(Name = "not met")]
    NotMet,
}

/// <summary>One voice on one of the fourteen criteria SR1-SR14.</summary>
public record ChecklistFacts : Told
{
    /// <summary>Key of the list smart-raid, such as SR1.</summary>
    [OfList(ListName.SmartRaid)]
    public required string Criterion { get; init; }

    public Promise Answer { get; init; }
}

/// <summary>What one voice says of a promise of a "smart raid". The authorities' and the women's answers stand apart.</summary>
public sealed class ChecklistAnswer : Claim<ChecklistFacts>
{
    public ChecklistAnswer(Guid raidId, ChecklistFacts facts, Source? source)
        : base(raidId, facts, source)
    {
    }

    private ChecklistAnswer()
    {
        // For EF Core.
    }
}
