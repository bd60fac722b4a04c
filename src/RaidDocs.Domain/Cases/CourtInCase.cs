using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using RaidDocs.Domain.Court;
using RaidDocs.Domain.Testimonies;

namespace RaidDocs.Domain.Cases;

public sealed record CourtCaseInCase : CourtCaseFacts, IFactInCase
{
    public CourtCaseInCase()
    {
    }

    [SetsRequiredMembers]
    public CourtCaseInCase(string code, CourtCaseFacts facts)
        : base(facts) => Code = code;

    /// <summary>C1, C2, ...</summary>
    [JsonPropertyOrder(-1)]
    public required string Code { get; init; }

    public string? Source { get; init; }

    public List<CourtPartInCase> Women { get; init; } = [];

    public List<HearingInCase> Hearings { get; init; } = [];

    public List<OrderInCase> Orders { get; init; } = [];
}

public sealed record CourtPartInCase : CourtRoleFacts, IClaimInCase
{
    public CourtPartInCase()
    {
    }

    [SetsRequiredMembers]
    public CourtPartInCase(string woman, CourtRoleFacts facts)
        : base(facts) => Woman = woman;

    [JsonPropertyOrder(-1)]
    public required string Woman { get; init; }

    public string? Source { get; init; }

    public string? TakenBack { get; init; }
}

public sealed record HearingInCase : HearingFacts, IFactInCase
{
    public HearingInCase()
    {
    }

    [SetsRequiredMembers]
    public HearingInCase(HearingFacts facts)
        : base(facts)
    {
    }

    /// <summary>Which entry of this list, counted from 1, was put off to this one; it stands above.</summary>
    public int? Follows { get; init; }

    public string? Source { get; init; }
}

public sealed record TestimonyInCase : TestimonyFacts
{
    public TestimonyInCase()
    {
    }

    [SetsRequiredMembers]
    public TestimonyInCase(string code, TestimonyFacts facts)
        : base(facts) => Code = code;

    /// <summary>T1, T2, ...</summary>
    [JsonPropertyOrder(-1)]
    public required string Code { get; init; }

    /// <summary>Code of the woman who speaks; left out when somebody else does.</summary>
    public string? Woman { get; init; }

    /// <summary>Her words in order; the passages are numbered from 1.</summary>
    public List<PassageText> Passages { get; init; } = [];
}
