using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Clocks;

/// <summary>What makes a clock start.</summary>
public enum ClockTrigger
{
    [Display(Name = "she was taken into custody")]
    TakenIntoCustody,

    [Display(Name = "she came to a temporary shelter")]
    PlacedInShelter,

    [Display(Name = "she came to a police station")]
    ArrivedAtPolice,

    [Display(Name = "a court ordered that she be held as a suspect")]
    RemandOrder,

    [Display(Name = "she came to an immigration office")]
    ArrivedAtImmigration,

    [Display(Name = "a court let immigration hold her longer")]
    ImmigrationOrder,

    [Display(Name = "an order to deport her")]
    DeportationOrder,

    [Display(Name = "she came to a reception home for children")]
    EnteredChildHome,

    [Display(Name = "she asked to be heard early")]
    AskedToTestify,

    [Display(Name = "the indictment")]
    Indictment,

    [Display(Name = "she knew of the offence")]
    KnewOfOffence,

    [Display(Name = "the judgment was read")]
    JudgmentRead,

    [Display(Name = "her consent")]
    ConsentGiven,
}

public enum ClockKind
{
    [Display(Name = "a limit that runs out")]
    Limit,

    [Display(Name = "counts up, with no limit")]
    CountUp,

    [Display(Name = "stays open until something happens")]
    Window,
}

public enum ClockUnit
{
    [Display(Name = "hours")]
    Hours,

    [Display(Name = "days")]
    Days,

    [Display(Name = "months")]
    Months,
}

/// <summary>How sure we are that a rule says this.</summary>
public enum RuleConfidence
{
    [Display(Name = "read in the text of the law")]
    Found,

    [Display(Name = "from a second source, not the law itself")]
    Secondary,

    [Display(Name = "general knowledge")]
    GeneralKnowledge,

    [Display(Name = "shaky")]
    Shaky,
}

/// <summary>One time limit of the law, as data.</summary>
public record ClockRuleFacts
{
    public ClockRuleFacts()
    {
    }

    [SetsRequiredMembers]
    public ClockRuleFacts(ClockRuleFacts said)
    {
        (En, Th, Trigger, Kind) = (said.En, said.Th, said.Trigger, said.Kind);
        (After, AfterUnit, Length, Unit) = (said.After, said.AfterUnit, said.Length, said.Unit);
        (Extension, ExtensionUnit, Cap, CapUnit) = (said.Extension, said.ExtensionUnit, said.Cap, said.CapUnit);
        (LegalBasis, LawRule, InForceFrom, InForceTo) = (said.LegalBasis, said.LawRule, said.InForceFrom, said.InForceTo);
        (Confidence, ConfidenceNote, Source, Ask, IsSoft) = (said.Confidence, said.ConfidenceNote, said.Source, said.Ask, said.IsSoft);
    }

    public required string En { get; init; }

    public string? Th { get; init; }

    public ClockTrigger Trigger { get; init; }

    public ClockKind Kind { get; init; }

    /// <summary>How long after the trigger it begins: for a limit that follows another one.</summary>
    public int? After { get; init; }

    public ClockUnit? AfterUnit { get; init; }

    /// <summary>How long it runs. Of a clock that counts up: after how long somebody should ask again.</summary>
    public int? Length { get; init; }

    public ClockUnit? Unit { get; init; }

    /// <summary>What each further order or recorded reason adds. Where only the whole is known, one order leads to it.</summary>
    public int? Extension { get; init; }

    public ClockUnit? ExtensionUnit { get; init; }

    /// <summary>The most that all together may be.</summary>
    public int? Cap { get; init; }

    public ClockUnit? CapUnit { get; init; }

    /// <summary>Section and Act.</summary>
    public string? LegalBasis { get; init; }

    /// <summary>Which entry of the list of law rules says more: R9.</summary>
    public string? LawRule { get; init; }

    /// <summary>Null where the first day is not known: it is offered for every day.</summary>
    public PartialDate? InForceFrom { get; init; }

    /// <summary>The last day.</summary>
    public PartialDate? InForceTo { get; init; }

    public RuleConfidence Confidence { get; init; }

    public string? ConfidenceNote { get; init; }

    /// <summary>Where it was read.</summary>
    public string? Source { get; init; }

    /// <summary>What to ask for.</summary>
    public string? Ask { get; init; }

    /// <summary>A policy or a reminder of ours, and no law.</summary>
    public bool IsSoft { get; init; }
}

/// <summary>
/// One edition of one rule. It never changes: a change is another edition, and clocks that were started under an earlier one keep it.
/// </summary>
public sealed class ClockRule : Entity
{
    public ClockRule(string code, ClockRuleFacts facts, bool isOffered = true)
    {
        Code = code;
        Facts = Checked(facts);
        Edition = EditionOf(facts);
        IsOffered = isOffered;
    }

    private ClockRule()
    {
        // For EF Core.
        Facts = null!;
    }

    /// <summary>T01, T02, ...</summary>
    public string Code { get; private set; } = "";

    /// <summary>A short hash of what it says: the same words are the same edition in every store.</summary>
    public string Edition { get; private set; } = "";

    public ClockRuleFacts Facts { get; private set; }

    /// <summary>False: it came with a case from elsewhere, and only that case's clocks use it.</summary>
    public bool IsOffered { get; private set; }

    /// <summary>The program carries it; null when somebody of the house wrote it.</summary>
    public bool IsOfProgram { get; init; }

    /// <summary>Which lawyer checked this edition; null while none has.</summary>
    public string? CheckedBy { get; private set; }

    public PartialDate? CheckedOn { get; private set; }

    public bool IsChecked => CheckedBy is not null;

    public void Check(string lawyer, PartialDate? on)
    {
        if (string.IsNullOrWhiteSpace(lawyer))
        {
            throw new DomainRuleException($"Write which lawyer checked the rule");
        }

        (CheckedBy, CheckedOn) = (lawyer.Trim(), on);
    }

    /// <summary>UTC: when it became the edition that counts again; null: when it was recorded.</summary>
    public DateTime? OfferedAt { get; private set; }

    /// <summary>It is the edition that counts again, after another one was tried.</summary>
    public void Offer(DateTime now) => (IsOffered, OfferedAt) = (true, now);

    public static string EditionOf(ClockRuleFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var plain = new ClockRuleFacts(facts) { InForceFrom = Plain(facts.InForceFrom), InForceTo = Plain(facts.InForceTo) };
        var text = JsonSerializer.Serialize(plain, CaseJson.Options);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];
    }

    // A day is the same day however it was typed.
    private static PartialDate? Plain(PartialDate? date) => date switch
    {
        { About: false, Precision: DatePrecision.Day } => PartialDate.OfDay(date.Earliest),
        { About: false, Precision: DatePrecision.Month } => PartialDate.OfMonth(date.Earliest.Year, date.Earliest.Month),
        { About: false, Precision: DatePrecision.Year } => PartialDate.OfYear(date.Earliest.Year),
        _ => date,
    };

    private static ClockRuleFacts Checked(ClockRuleFacts facts)
    {
        if (string.IsNullOrWhiteSpace(facts.En))
        {
            throw new DomainRuleException($"Write what the rule says");
        }

        foreach (var (number, unit) in new[] { (facts.After, facts.AfterUnit), (facts.Length, facts.Unit), (facts.Extension, facts.ExtensionUnit), (facts.Cap, facts.CapUnit) })
        {
            if (number is < 1 or > Longest)
            {
                throw new DomainRuleException($"A length must be a whole number from 1 to {Longest}, like 24");
            }

            if (number is null != unit is null)
            {
                throw new DomainRuleException($"Write the number of a length and choose hours, days or months, or leave both empty");
            }
        }

        if (facts is { Kind: ClockKind.Limit, Length: null })
        {
            throw new DomainRuleException($"A limit needs a length, like 24 hours");
        }

        if (facts.Cap is not null && facts is { Length: { } length, Unit: { } of, Cap: { } most, CapUnit: { } all } && Span.Days(most, all) < Span.Days(length, of))
        {
            throw new DomainRuleException($"The most that all together may be is shorter than the first length");
        }

        if (facts.InForceFrom is { Precision: not DatePrecision.Unknown } from && facts.InForceTo is { Precision: not DatePrecision.Unknown } to && to.Latest < from.Earliest)
        {
            throw new DomainRuleException($"The last day in force must be the same as or after {from}, the first");
        }

        return facts;
    }

    /// <summary>Longer than any limit of a law, in whatever unit.</summary>
    private const int Longest = 9999;
}
