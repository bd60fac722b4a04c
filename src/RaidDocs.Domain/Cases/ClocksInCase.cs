using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using RaidDocs.Domain.Clocks;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Court;

namespace RaidDocs.Domain.Cases;

/// <summary>An edition of a rule under which clocks of this case were started.</summary>
public sealed record ClockRuleInCase : ClockRuleFacts
{
    public ClockRuleInCase()
    {
    }

    [SetsRequiredMembers]
    public ClockRuleInCase(string code, ClockRuleFacts facts)
        : base(facts) => Code = code;

    /// <summary>T01, T02, ...</summary>
    [JsonPropertyOrder(-1)]
    public required string Code { get; init; }

    /// <summary>Which lawyer checked it; left out while none has.</summary>
    public string? CheckedBy { get; init; }

    public PartialDate? CheckedOn { get; init; }
}

/// <summary>A time limit that runs for a woman, under one of the rules of this file.</summary>
public sealed record ClockInCase : ClockFacts, IFactInCase
{
    public ClockInCase()
    {
    }

    [SetsRequiredMembers]
    public ClockInCase(ClockFacts facts)
        : base(facts)
    {
    }

    public string? Source { get; init; }
}

public sealed record OrderInCase : OrderFacts, IFactInCase
{
    public OrderInCase()
    {
    }

    [SetsRequiredMembers]
    public OrderInCase(OrderFacts facts)
        : base(facts)
    {
    }

    public string? Source { get; init; }

    /// <summary>Codes of the women it concerns.</summary>
    public List<string> Women { get; init; } = [];
}
