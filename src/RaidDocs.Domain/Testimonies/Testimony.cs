using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Testimonies;

/// <summary>A testimony: her words in her language, in numbered passages. An edit is a new revision; nothing is overwritten.</summary>
public sealed class Testimony : RecordedFact<TestimonyFacts>
{
    private readonly List<Passage> _passages = [];

    public Testimony(Guid raidId, string code, Guid? womanId, TestimonyFacts facts, IEnumerable<PassageText> words)
        : base(raidId, facts, null)
    {
        Check(facts);
        Code = code;
        WomanId = womanId;
        Revise(words, null);
    }

    private Testimony()
    {
        // For EF Core.
    }

    /// <summary>T1, T2, ... within the raid.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Null when somebody else speaks.</summary>
    public Guid? WomanId { get; private set; }

    /// <summary>The revision that stands; earlier ones are kept.</summary>
    public int Revision { get; private set; }

    /// <summary>All passages of all revisions that are loaded.</summary>
    public IReadOnlyCollection<Passage> Passages => _passages;

    /// <summary>Her words as they stand now, in order.</summary>
    public IEnumerable<Passage> Words =>
        _passages.Where(passage => passage.Revision == Revision).OrderBy(passage => passage.Number);

    public void Revise(IEnumerable<PassageText> words, string? because)
    {
        if (Revision > 0 && string.IsNullOrWhiteSpace(because))
        {
            throw new DomainRuleException($"Write why her words are changed. The earlier version is kept.");
        }

        Revision++;
        _passages.AddRange(words.Select((text, index) => new Passage(RaidId, Id, Revision, index + 1, text, because?.Trim())));
    }

    protected override void Check(TestimonyFacts facts)
    {
        if (facts is { AgreedOn: { Precision: not DatePrecision.Unknown } agreed, ToldOn: { Precision: not DatePrecision.Unknown } told }
            && agreed.Earliest > told.Latest)
        {
            throw new DomainRuleException($"She must have agreed to talk on {told}, when she told it, or before");
        }
    }
}
