using System.ComponentModel.DataAnnotations;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Sources;
using RaidDocs.Domain.Women;

namespace RaidDocs.Domain.Violations;

/// <summary>How strong the ground for a violation is.</summary>
public enum HowSure
{
    [Display(Name = "she says so")]
    SheSays,

    [Display(Name = "a paper shows it")]
    PaperShows,

    [Display(Name = "two sources or more")]
    TwoSources,

    [Display(Name = "not agreed")]
    NotAgreed,
}

public record ViolationFacts : Told
{
    /// <summary>What happened: key of the list acts, V01 to V40.</summary>
    [OfList(ListName.Acts)]
    public required string Act { get; init; }

    public string? Description { get; init; }

    public PartialDate? On { get; init; }

    /// <summary>Who did it: keys of the list agencies.</summary>
    [OfList(ListName.Agencies)]
    public List<string> By { get; init; } = [];

    /// <summary>Articles that a person chose, as instrument and article: "iccpr 9(1)". Proposed by the act, never filled in by it.</summary>
    public List<string> Articles { get; init; } = [];

    public HowSure HowSure { get; init; }

    /// <summary>It concerns every woman of the raid, also those without a row.</summary>
    public bool AllWomen { get; init; }
}

/// <summary>A right that was broken: an act, to whom, by whom, and how sure we are.</summary>
public sealed class Violation : RecordedFact<ViolationFacts>
{
    private readonly List<Source> _sources = [];
    private readonly List<Woman> _women = [];

    public Violation(Guid raidId, ViolationFacts facts, IEnumerable<Source> sources, IEnumerable<Woman> women)
        : base(raidId, facts, null)
    {
        _sources.AddRange(sources);
        _women.AddRange(women);
    }

    private Violation()
    {
        // For EF Core.
    }

    public IReadOnlyCollection<Source> Sources => _sources;

    public IReadOnlyCollection<Woman> Women => _women;

    /// <summary>The sign-in name of the second person who agreed. Before that it never prints in public.</summary>
    public string? ReviewedBy { get; private set; }

    public void Concerns(IEnumerable<Source> sources, IEnumerable<Woman> women)
    {
        _sources.Clear();
        _sources.AddRange(sources);
        _women.Clear();
        _women.AddRange(women);
    }

    public void Agree(string reviewer) => ReviewedBy = reviewer;

    protected override void Check(ViolationFacts facts) =>
        // What was agreed was another text.
        ReviewedBy = null;
}
