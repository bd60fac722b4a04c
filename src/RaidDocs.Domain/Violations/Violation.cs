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

    /// <summary>What happened, in the English words that the list had when it was chosen. Null: those of today.</summary>
    public string? WordedEn { get; init; }

    /// <summary>The same in Thai.</summary>
    public string? WordedTh { get; init; }

    /// <summary>Which edition of the list's entry was chosen.</summary>
    public string? Edition { get; init; }
}

/// <summary>A right that was broken: an act, to whom, by whom, and how sure we are.</summary>
public sealed class Violation : RecordedFact<ViolationFacts>
{
    private readonly List<Source> _sources = [];
    private readonly List<Woman> _women = [];
    private readonly List<ViolationPassage> _passages = [];

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

    /// <summary>The passages it stands on, as far as they are loaded.</summary>
    public IReadOnlyCollection<ViolationPassage> Passages => _passages;

    /// <summary>How often a passage was marked for it. It only grows, so each mark makes it another text than the one that was read.</summary>
    public int Marks { get; private set; }

    /// <summary>The sign-in name of the second person who agreed. Before that it never prints in public.</summary>
    public string? ReviewedBy { get; private set; }

    /// <summary>Somebody wants to talk about it first. Until somebody agrees it prints nowhere in public.</summary>
    public bool ToTalkAbout { get; private set; }

    public void Concerns(IEnumerable<Source> sources, IEnumerable<Woman> women)
    {
        _sources.Clear();
        _sources.AddRange(sources);
        _women.Clear();
        _women.AddRange(women);
    }

    /// <summary>One more passage that it stands on. Whoever agreed had not read it, so she reads it again.</summary>
    public ViolationPassage Mark(PassagePlace place, MarkedPart? part, string? markedBy, bool alone, Guid? id = null)
    {
        var passage = new ViolationPassage(this, place, part, markedBy, alone) { Id = id ?? Guid.CreateVersion7() };
        _passages.Add(passage);
        Marks++;
        ReviewedBy = null;
        return passage;
    }

    /// <summary>The same act was found again for a woman whom it concerns: what that adds is taken over, nothing is taken away.</summary>
    public void FoundAgain(ViolationFacts facts, IEnumerable<Woman> women)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var more = Facts with
        {
            By = [.. Facts.By.Union(facts.By)],
            Articles = [.. Facts.Articles.Union(facts.Articles)],
            On = Facts.On ?? facts.On,
            Description = Facts.Description ?? facts.Description,
            AllWomen = Facts.AllWomen || facts.AllWomen,
        };
        Correct(more, SourceId);
        _women.AddRange(women.Where(woman => !_women.Contains(woman)));
        if (more.AllWomen)
        {
            _women.Clear();
        }
    }

    public void Agree(string reviewer) => (ReviewedBy, ToTalkAbout) = (reviewer, false);

    /// <summary>As <see cref="Agree"/>, with a line that stays.</summary>
    public ViolationReview AgreeAs(string reviewer)
    {
        var review = new ViolationReview(this, ReviewKind.Agrees, reviewer, null);
        Agree(reviewer);
        return review;
    }

    public void TalkAbout() => (ReviewedBy, ToTalkAbout) = (null, true);

    public ViolationReview TalkAboutAs(string reviewer, string note)
    {
        var review = new ViolationReview(this, ReviewKind.TalksAbout, reviewer, note);
        TalkAbout();
        return review;
    }

    /// <summary>A second person found another act or other articles right. Now she wrote it last, and another person reads it.</summary>
    public ViolationReview ChangeAs(string reviewer, string? note, ViolationFacts facts)
    {
        var review = new ViolationReview(this, ReviewKind.Changes, reviewer, note);
        Correct(facts, SourceId);
        return review;
    }

    protected override void Check(ViolationFacts facts) =>
        // What was agreed was another text.
        ReviewedBy = null;
}
