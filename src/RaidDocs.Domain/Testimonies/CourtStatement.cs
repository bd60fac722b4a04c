using System.Text.Encodings.Web;
using System.Text.Json;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Testimonies;

/// <summary>A numbered paragraph of a statement.</summary>
/// <param name="Passage">The number of the passage in her testimony.</param>
/// <param name="Text">As it was said.</param>
/// <param name="Language">ISO 639-3 code.</param>
/// <param name="Translation">Null: none was made.</param>
/// <param name="TranslationLanguage">ISO 639-3 code.</param>
public sealed record CourtParagraph(int Passage, string Text, string? Language, string? Translation, string? TranslationLanguage);

/// <summary>What stands around the paragraphs.</summary>
public sealed record CourtWording
{
    /// <summary>What the interpreter certifies.</summary>
    public required string Certificate { get; init; }

    /// <summary>The statement of truth.</summary>
    public required string Truth { get; init; }

    /// <summary>In which language it was read back to her, by whom and when.</summary>
    public required string ReadBack { get; init; }
}

/// <summary>A statement for court as it was locked: its words are never edited. A new one gets the next number.</summary>
public sealed class CourtStatement : Entity, IOfWoman
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public CourtStatement(
        Guid raidId, Guid womanId, Guid testimonyId, int number, int revision, string speaker, string? language,
        IReadOnlyList<CourtParagraph> paragraphs, CourtWording wording, Guid? lockedBy)
    {
        RaidId = raidId;
        WomanId = womanId;
        TestimonyId = testimonyId;
        Number = number;
        Revision = revision;
        Speaker = speaker;
        Language = language;
        Paragraphs = JsonSerializer.Serialize(paragraphs, Plain);
        Certificate = wording.Certificate;
        Truth = wording.Truth;
        ReadBack = wording.ReadBack;
        LockedBy = lockedBy;
    }

    private CourtStatement()
    {
        // For EF Core.
    }

    public Guid RaidId { get; private set; }

    public Guid WomanId { get; private set; }

    public Guid TestimonyId { get; private set; }

    /// <summary>1, 2, ... of this testimony.</summary>
    public int Number { get; private set; }

    /// <summary>Of the testimony, whose words they are.</summary>
    public int Revision { get; private set; }

    /// <summary>Her code, or the name she chose.</summary>
    public string Speaker { get; private set; } = "";

    public string? Language { get; private set; }

    /// <summary>JSON of <see cref="CourtParagraph"/>s.</summary>
    public string Paragraphs { get; private set; } = "[]";

    public string Certificate { get; private set; } = "";

    public string Truth { get; private set; } = "";

    public string ReadBack { get; private set; } = "";

    /// <summary>Null for the person at the command line. When: <see cref="Entity.RecordedAt"/>.</summary>
    public Guid? LockedBy { get; private set; }

    public CourtWording Wording() => new() { Certificate = Certificate, Truth = Truth, ReadBack = ReadBack };

    public IReadOnlyList<CourtParagraph> Words() => JsonSerializer.Deserialize<List<CourtParagraph>>(Paragraphs, Plain)!;
}
