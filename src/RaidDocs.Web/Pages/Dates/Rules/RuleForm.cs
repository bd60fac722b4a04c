using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using RaidDocs.Domain.Clocks;
using RaidDocs.Domain.Common;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Dates.Rules;

public sealed class RuleForm
{
    [Required(ErrorMessage = "Write what the rule says")]
    [DataType(DataType.MultilineText)]
    [Display(Name = "What it says, in English")]
    public string? En { get; set; }

    [DataType(DataType.MultilineText)]
    [Display(Name = "What it says, in Thai")]
    public string? Th { get; set; }

    [Required(ErrorMessage = "Choose what starts it")]
    [Display(Name = "What starts it?")]
    public ClockTrigger? Trigger { get; set; }

    [Required(ErrorMessage = "Choose how it is counted")]
    [Display(Name = "How is it counted?")]
    public ClockKind? Kind { get; set; }

    [Display(Name = "Length")]
    public int? Length { get; set; }

    [Display(Name = "Unit of the length")]
    public ClockUnit? Unit { get; set; }

    [Display(Name = "It begins so long after the start")]
    public int? After { get; set; }

    [Display(Name = "Unit of that")]
    public ClockUnit? AfterUnit { get; set; }

    [Display(Name = "Each further order adds")]
    public int? Extension { get; set; }

    [Display(Name = "Unit of what is added")]
    public ClockUnit? ExtensionUnit { get; set; }

    [Display(Name = "The most that all together may be")]
    public int? Cap { get; set; }

    [Display(Name = "Unit of the most")]
    public ClockUnit? CapUnit { get; set; }

    [Display(Name = "Section and Act")]
    public string? LegalBasis { get; set; }

    [Display(Name = "Where was it read?")]
    public string? Source { get; set; }

    [Display(Name = "In force from")]
    public DateBoxes InForceFrom { get; set; } = new();

    [Display(Name = "Last day in force")]
    public DateBoxes InForceTo { get; set; } = new();

    [Required(ErrorMessage = "Choose how sure it is")]
    [Display(Name = "How sure is it?")]
    public RuleConfidence? Confidence { get; set; }

    [DataType(DataType.MultilineText)]
    [Display(Name = "What is not sure about it?")]
    public string? ConfidenceNote { get; set; }

    [DataType(DataType.MultilineText)]
    [Display(Name = "What to ask for")]
    public string? Ask { get; set; }

    [Display(Name = "It is a policy or a reminder of ours, and no law")]
    public bool IsSoft { get; set; }

    [Display(Name = "Which lawyer checked it?")]
    public string? CheckedBy { get; set; }

    [Display(Name = "When was it checked?")]
    public DateBoxes CheckedOn { get; set; } = new();

    /// <summary>The id of the edition that was read.</summary>
    public Guid Version { get; set; }

    public static RuleForm Of(ClockRule rule) => new()
    {
        En = rule.Facts.En,
        Th = rule.Facts.Th,
        Trigger = rule.Facts.Trigger,
        Kind = rule.Facts.Kind,
        Length = rule.Facts.Length,
        Unit = rule.Facts.Unit,
        After = rule.Facts.After,
        AfterUnit = rule.Facts.AfterUnit,
        Extension = rule.Facts.Extension,
        ExtensionUnit = rule.Facts.ExtensionUnit,
        Cap = rule.Facts.Cap,
        CapUnit = rule.Facts.CapUnit,
        LegalBasis = rule.Facts.LegalBasis,
        Source = rule.Facts.Source,
        InForceFrom = DateBoxes.Of(rule.Facts.InForceFrom),
        InForceTo = DateBoxes.Of(rule.Facts.InForceTo),
        Confidence = rule.Facts.Confidence,
        ConfidenceNote = rule.Facts.ConfidenceNote,
        Ask = rule.Facts.Ask,
        IsSoft = rule.Facts.IsSoft,
        CheckedBy = rule.CheckedBy,
        CheckedOn = DateBoxes.Of(rule.CheckedOn),
        Version = rule.Version,
    };

    internal ClockRuleFacts? Read(ModelStateDictionary state, string? lawRule)
    {
        var from = InForceFrom.Read(state, "Form.InForceFrom", "the first day in force");
        var to = InForceTo.Read(state, "Form.InForceTo", "the last day in force");
        return !state.IsValid ? null : new ClockRuleFacts
        {
            En = PlainText.Kept(En!),
            Th = Th.Kept(),
            Trigger = Trigger!.Value,
            Kind = Kind!.Value,
            Length = Length,
            Unit = Unit,
            After = After,
            AfterUnit = AfterUnit,
            Extension = Extension,
            ExtensionUnit = ExtensionUnit,
            Cap = Cap,
            CapUnit = CapUnit,
            LegalBasis = LegalBasis.Kept(),
            LawRule = lawRule,
            InForceFrom = from,
            InForceTo = to,
            Confidence = Confidence!.Value,
            ConfidenceNote = ConfidenceNote.Kept(),
            Source = Source.Kept(),
            Ask = Ask.Kept(),
            IsSoft = IsSoft,
        };
    }
}
