using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Procedures;
using RaidDocs.Domain.Stays;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Domain.Women;

namespace RaidDocs.Domain.Cases;

/// <summary>One woman of the raid, with all that concerns her alone.</summary>
public sealed record WomanInCase : WomanFacts
{
    public WomanInCase()
    {
    }

    [SetsRequiredMembers]
    public WomanInCase(string code, WomanFacts facts)
        : base(facts) => Code = code;

    /// <summary>W01, W02, ...</summary>
    [JsonPropertyOrder(-1)]
    public required string Code { get; init; }

    /// <summary>Her code in an earlier raid of the store, such as R01-W06, when she is known to be the same woman.</summary>
    public string? SameAs { get; init; }

    /// <summary>What she was doing there that night, in her words.</summary>
    public Said? Role { get; init; }

    /// <summary>How that night ended for her.</summary>
    public Said? HowItEnded { get; init; }

    public List<NameInCase> Names { get; init; } = [];

    public List<AgeInCase> Ages { get; init; } = [];

    public List<LabelInCase> Labels { get; init; } = [];

    public List<StayInCase> Stays { get; init; } = [];

    public List<ProcedureInCase> Procedures { get; init; } = [];

    /// <summary>Time limits that run, or ran, for her.</summary>
    public List<ClockInCase> Clocks { get; init; } = [];

    public List<MoneyInCase> Money { get; init; } = [];

    public List<ConsentInCase> Consents { get; init; } = [];

    /// <summary>What she answered about letters to the United Nations, oldest first.</summary>
    public List<LetterAnswerInCase> Letters { get; init; } = [];

    /// <summary>When she was asked to talk and said: not today.</summary>
    public List<NotTodayInCase> NotToday { get; init; } = [];
}

public sealed record NameInCase : NameFacts, IClaimInCase
{
    public NameInCase()
    {
    }

    [SetsRequiredMembers]
    public NameInCase(NameFacts facts)
        : base(facts)
    {
    }

    public string? Source { get; init; }

    public string? TakenBack { get; init; }
}

public sealed record AgeInCase : AgeFacts, IClaimInCase
{
    public AgeInCase()
    {
    }

    [SetsRequiredMembers]
    public AgeInCase(AgeFacts facts)
        : base(facts)
    {
    }

    public string? Source { get; init; }

    public string? TakenBack { get; init; }
}

public sealed record LabelInCase : LabelFacts, IClaimInCase
{
    public LabelInCase()
    {
    }

    [SetsRequiredMembers]
    public LabelInCase(LabelFacts facts)
        : base(facts)
    {
    }

    public string? Source { get; init; }

    public string? TakenBack { get; init; }
}

public sealed record StayInCase : StayFacts, IFactInCase
{
    public StayInCase()
    {
    }

    [SetsRequiredMembers]
    public StayInCase(StayFacts facts)
        : base(facts)
    {
    }

    /// <summary>Code of a facility of this file; left out when nobody knows where she was.</summary>
    [JsonPropertyOrder(-1)]
    public string? Facility { get; init; }

    public string? Source { get; init; }
}

public sealed record ProcedureInCase : ProcedureFacts, IFactInCase
{
    public ProcedureInCase()
    {
    }

    [SetsRequiredMembers]
    public ProcedureInCase(ProcedureFacts facts)
        : base(facts)
    {
    }

    public string? Source { get; init; }
}

public sealed record ConsentInCase : ConsentFacts
{
    public ConsentInCase()
    {
    }

    [SetsRequiredMembers]
    public ConsentInCase(ConsentFacts facts)
        : base(facts)
    {
    }

    /// <summary>Code of a testimony of this file; left out when it is about all she told.</summary>
    public string? Testimony { get; init; }

    /// <summary>Codes of the files that are its signed form.</summary>
    public List<string> Forms { get; init; } = [];
}

public sealed record LetterAnswerInCase : LetterAnswerFacts
{
    public LetterAnswerInCase()
    {
    }

    public LetterAnswerInCase(LetterAnswerFacts facts)
        : base(facts)
    {
    }
}

public sealed record NotTodayInCase : NotTodayFacts
{
    public NotTodayInCase()
    {
    }

    public NotTodayInCase(NotTodayFacts facts)
        : base(facts)
    {
    }
}
