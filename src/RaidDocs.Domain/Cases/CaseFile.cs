using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using RaidDocs.Domain.Facilities;
using RaidDocs.Domain.Interventions;
using RaidDocs.Domain.Money;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Sources;
using RaidDocs.Domain.Violations;

namespace RaidDocs.Domain.Cases;

// The case format raiddocs-case/1: what the store holds of one raid, as one JSON file. Each record below is the
// fact that the store keeps, plus the codes that tie it to the others within the file.

/// <summary>One raid and all that is recorded of it.</summary>
public sealed record CaseFile
{
    public const string FormatName = "raiddocs-case/1";

    /// <summary>Always "raiddocs-case/1".</summary>
    [JsonPropertyOrder(-10)]
    public required string Format { get; init; }

    /// <summary>True for a made-up case; it is marked on every screen and page.</summary>
    public bool Invented { get; init; }

    public required RaidInCase Raid { get; init; }

    public List<SourceInCase> Sources { get; init; } = [];

    /// <summary>The files, without their bytes.</summary>
    public List<EvidenceInCase> Evidence { get; init; } = [];

    public List<FacilityInCase> Facilities { get; init; } = [];

    public List<CountInCase> Counts { get; init; } = [];

    public List<GroupInCase> Groups { get; init; } = [];

    public List<WomanInCase> Women { get; init; } = [];

    public List<TestimonyInCase> Testimonies { get; init; } = [];

    public List<CourtCaseInCase> CourtCases { get; init; } = [];

    public List<ChronologyInCase> Chronology { get; init; } = [];

    public List<ChecklistInCase> Checklist { get; init; } = [];

    public List<ViolationInCase> Violations { get; init; } = [];

    /// <summary>Passages that somebody read and found nothing to code in.</summary>
    public List<NothingInCase> NothingToCode { get; init; } = [];

    /// <summary>The rules under which the clocks of this case were started.</summary>
    public List<ClockRuleInCase> ClockRules { get; init; } = [];

    /// <summary>The organisation's own acts and articles that this case uses.</summary>
    public List<OwnItemInCase> OwnItems { get; init; } = [];

    /// <summary>Amounts of the raid as a whole; those of one woman stand with her.</summary>
    public List<MoneyInCase> Money { get; init; } = [];

    public List<InterventionInCase> Interventions { get; init; } = [];
}

public sealed record RaidInCase : RaidFacts
{
    public RaidInCase()
    {
    }

    [SetsRequiredMembers]
    public RaidInCase(RaidFacts facts)
        : base(facts)
    {
    }

    /// <summary>R03; the next free code is given where it is left out or taken.</summary>
    [JsonPropertyOrder(-1)]
    public string? Code { get; init; }
}

public sealed record SourceInCase : SourceFacts
{
    public SourceInCase()
    {
    }

    [SetsRequiredMembers]
    public SourceInCase(string code, SourceFacts facts)
        : base(facts) => Code = code;

    /// <summary>S1, S2, ... as facts of this file name it.</summary>
    [JsonPropertyOrder(-1)]
    public required string Code { get; init; }

    /// <summary>Code of the file that it can be read, seen or heard in.</summary>
    public string? Evidence { get; init; }

    /// <summary>Code of the testimony that it is.</summary>
    public string? Testimony { get; init; }
}

public sealed record FacilityInCase : FacilityFacts
{
    public FacilityInCase()
    {
    }

    [SetsRequiredMembers]
    public FacilityInCase(string code, FacilityFacts facts)
        : base(facts) => Code = code;

    /// <summary>F1, F2, ... as stays of this file name it.</summary>
    [JsonPropertyOrder(-1)]
    public required string Code { get; init; }

    public List<FacilityNoteInCase> Notes { get; init; } = [];
}

public sealed record FacilityNoteInCase : FacilityNoteFacts, IClaimInCase
{
    public FacilityNoteInCase()
    {
    }

    [SetsRequiredMembers]
    public FacilityNoteInCase(FacilityNoteFacts facts)
        : base(facts)
    {
    }

    public string? Source { get; init; }

    public string? TakenBack { get; init; }
}

/// <summary>A fact that names its source.</summary>
public interface IFactInCase
{
    /// <summary>Code of a source of this file.</summary>
    string? Source { get; }
}

/// <summary>One voice in a disputed thing.</summary>
public interface IClaimInCase : IFactInCase
{
    /// <summary>Why it no longer counts as said.</summary>
    string? TakenBack { get; }
}

public sealed record CountInCase : CountFacts, IClaimInCase
{
    public CountInCase()
    {
    }

    [SetsRequiredMembers]
    public CountInCase(CountFacts facts)
        : base(facts)
    {
    }

    public string? Source { get; init; }

    public string? TakenBack { get; init; }
}

public sealed record GroupInCase : GroupFacts, IFactInCase
{
    public GroupInCase()
    {
    }

    [SetsRequiredMembers]
    public GroupInCase(GroupFacts facts)
        : base(facts)
    {
    }

    public string? Source { get; init; }
}

public sealed record ChronologyInCase : ChronologyFacts
{
    public ChronologyInCase()
    {
    }

    [SetsRequiredMembers]
    public ChronologyInCase(ChronologyFacts facts)
        : base(facts)
    {
    }

    /// <summary>Codes of sources of this file.</summary>
    public List<string> Sources { get; init; } = [];

    /// <summary>Codes of women of this file.</summary>
    public List<string> Women { get; init; } = [];
}

public sealed record ChecklistInCase : ChecklistFacts, IClaimInCase
{
    public ChecklistInCase()
    {
    }

    [SetsRequiredMembers]
    public ChecklistInCase(ChecklistFacts facts)
        : base(facts)
    {
    }

    public string? Source { get; init; }

    public string? TakenBack { get; init; }
}

public sealed record ViolationInCase : ViolationFacts
{
    public ViolationInCase()
    {
    }

    [SetsRequiredMembers]
    public ViolationInCase(ViolationFacts facts)
        : base(facts)
    {
    }

    public List<string> Sources { get; init; } = [];

    public List<string> Women { get; init; } = [];

    /// <summary>Sign-in name of the second person who agreed.</summary>
    public string? ReviewedBy { get; init; }

    /// <summary>Somebody wants to talk about it before it is agreed.</summary>
    public bool ToTalkAbout { get; init; }

    /// <summary>The passages it stands on.</summary>
    public List<PassageInCase> Passages { get; init; } = [];
}

public sealed record InterventionInCase : InterventionFacts, IFactInCase
{
    public InterventionInCase()
    {
    }

    [SetsRequiredMembers]
    public InterventionInCase(InterventionFacts facts)
        : base(facts)
    {
    }

    public string? Source { get; init; }
}

public sealed record MoneyInCase : MoneyFacts, IFactInCase
{
    public MoneyInCase()
    {
    }

    [SetsRequiredMembers]
    public MoneyInCase(MoneyFacts facts)
        : base(facts)
    {
    }

    public string? Source { get; init; }
}
