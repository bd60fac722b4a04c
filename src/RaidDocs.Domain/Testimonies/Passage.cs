using RaidDocs.Domain.Common;
using RaidDocs.Domain.Reference;

namespace RaidDocs.Domain.Testimonies;

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
        // Counting takes time, and no text has more letters than characters.
        if (facts.Text.Length > MaxLetters && PlainText.Letters(facts.Text) > MaxLetters)
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
