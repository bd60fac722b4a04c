using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using RaidDocs.Domain.Papers;

namespace RaidDocs.Domain.Cases;

/// <summary>What is known of a file, and its hash. Its bytes do not travel in the case file.</summary>
public sealed record EvidenceInCase : EvidenceFacts
{
    public EvidenceInCase()
    {
    }

    [SetsRequiredMembers]
    public EvidenceInCase(string code, EvidenceFacts facts, FileFacts file)
        : base(facts) => (Code, File) = (code, file);

    /// <summary>The exhibit number: E7 for an original, E7.1 for its first copy.</summary>
    [JsonPropertyOrder(-1)]
    public required string Code { get; init; }

    public required FileFacts File { get; init; }

    /// <summary>Code of the original, for a copy.</summary>
    public string? Parent { get; init; }

    /// <summary>Code of the testimony that it is a record of.</summary>
    public string? Testimony { get; init; }

    /// <summary>Codes of the women it is about.</summary>
    public List<string> Women { get; init; } = [];
}
