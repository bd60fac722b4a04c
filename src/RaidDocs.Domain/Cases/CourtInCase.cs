using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using RaidDocs.Domain.Court;
using RaidDocs.Domain.Reference;
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

    /// <summary>What she said of passages that were read to her, oldest first.</summary>
    public List<ReadBackInCase> ReadBacks { get; init; } = [];

    /// <summary>Statements for court that were locked. Who locked one stays in the log of the store where it was done.</summary>
    public List<StatementInCase> Statements { get; init; } = [];
}

public sealed record ReadBackInCase : ReadBackFacts
{
    public ReadBackInCase()
    {
    }

    public ReadBackInCase(ReadBackFacts facts)
        : base(facts)
    {
    }

    /// <summary>1, 2, ...: passages that were read together have the same number.</summary>
    [JsonPropertyOrder(-2)]
    public required int Sitting { get; init; }

    /// <summary>Number of the passage, from 1.</summary>
    [JsonPropertyOrder(-1)]
    public required int Passage { get; init; }

    /// <summary>An earlier version of her words was read to her, which were other words.</summary>
    public bool EarlierWords { get; init; }
}

/// <summary>A statement for court, as it was locked.</summary>
public sealed record StatementInCase
{
    /// <summary>1, 2, ... of this testimony.</summary>
    public required int Number { get; init; }

    /// <summary>Her code, or the name she chose.</summary>
    public required string Speaker { get; init; }

    /// <summary>ISO 639-3 code.</summary>
    [OfList(ListName.Languages)]
    public string? Language { get; init; }

    /// <summary>It was made of an earlier version of her words, which were other words.</summary>
    public bool EarlierWords { get; init; }

    public List<CourtParagraph> Paragraphs { get; init; } = [];

    /// <summary>What the interpreter certifies.</summary>
    public required string Certificate { get; init; }

    /// <summary>The statement of truth.</summary>
    public required string Truth { get; init; }

    /// <summary>In which language it was read back to her, by whom and when.</summary>
    public required string ReadBack { get; init; }
}
