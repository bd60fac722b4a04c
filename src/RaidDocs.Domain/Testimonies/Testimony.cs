using System.ComponentModel.DataAnnotations;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Reference;

namespace RaidDocs.Domain.Testimonies;

public enum InterpreterKind
{
    [Display(Name = "not known")]
    NotKnown,

    [Display(Name = "none needed")]
    None,

    [Display(Name = "from the community")]
    Community,

    [Display(Name = "the shelter's")]
    Shelter,

    [Display(Name = "the police's")]
    Police,

    [Display(Name = "an NGO's")]
    Ngo,
}

/// <summary>How a testimony was taken. <see cref="Told.Voice"/> says who speaks.</summary>
public record TestimonyFacts : Told
{
    /// <summary>Who speaks, when it is not a woman with a code: "a witness", "her mother".</summary>
    public string? Speaker { get; init; }

    /// <summary>ISO 639-3 code of the language spoken.</summary>
    [OfList(ListName.Languages)]
    public string? Language { get; init; }

    /// <summary>Kind of place, never an address.</summary>
    public string? PlaceKind { get; init; }

    public string? WhoWasInTheRoom { get; init; }

    /// <summary>Code of the person who asked.</summary>
    public string? Interviewer { get; init; }

    public InterpreterKind Interpreter { get; init; }

    public Answer InterpreterUnderstood { get; init; }
}

/// <summary>A testimony: her words in her language, in numbered passages. An edit is a new revision; nothing is overwritten.</summary>
public sealed class Testimony : RecordedFact<TestimonyFacts>
{
    private readonly List<Passage> _passages = [];

    public Testimony(Guid raidId, string code, Guid? womanId, TestimonyFacts facts, IEnumerable<PassageText> words)
        : base(raidId, facts, null)
    {
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
}

/// <summary>One passage as it was said, with its translation beside it.</summary>
public record PassageText
{
    public required string Text { get; init; }

    /// <summary>ISO 639-3 code; that of the testimony where it is left out.</summary>
    [OfList(ListName.Languages)]
    public string? Language { get; init; }

    public string? Translation { get; init; }

    [OfList(ListName.Languages)]
    public string? TranslationLanguage { get; init; }

    /// <summary>Code of the person who translated.</summary>
    public string? Translator { get; init; }

    public bool IdentifiesHer { get; init; }

    public bool SexualDetail { get; init; }

    public bool NotForDisclosure { get; init; }
}

public sealed class Passage : Entity, IOfRaid
{
    public const int MaxLetters = 20_000;

    internal Passage(Guid raidId, Guid testimonyId, int revision, int number, PassageText facts, string? because)
    {
        if (PlainText.Letters(facts.Text) > MaxLetters)
        {
            throw new DomainRuleException($"A passage can have at most 20,000 letters. Divide it in two.");
        }

        RaidId = raidId;
        TestimonyId = testimonyId;
        Revision = revision;
        Number = number;
        Facts = facts;
        Because = because;
    }

    private Passage()
    {
        // For EF Core.
        Facts = null!;
    }

    public Guid RaidId { get; private set; }

    public Guid TestimonyId { get; private set; }

    public int Revision { get; private set; }

    public int Number { get; private set; }

    public PassageText Facts { get; private set; }

    /// <summary>Why this revision was made; null for the first.</summary>
    public string? Because { get; private set; }
}
