using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Procedures;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Women.Procedures;

/// <summary>What was done to her body, papers or things, as one voice tells it.</summary>
public sealed class ProcedureForm : ToldForm
{
    [Required(ErrorMessage = "Choose what it was")]
    [Display(Name = "What was it?")]
    public ProcedureKind? Kind { get; set; }

    [Display(Name = "When?")]
    public MomentBoxes On { get; set; } = new();

    [Display(Name = "Who did it?")]
    public string? By { get; set; }

    [DataType(DataType.MultilineText)]
    [Display(Name = "What was done, and how?")]
    public string? What { get; set; }

    [Display(Name = "Did she agree?")]
    public Answer Consent { get; set; }

    [Display(Name = "Was a statement or paper signed, and how?")]
    public Signing? SignedHow { get; set; }

    [Display(Name = "In which language was it explained?")]
    public string? Language { get; set; }

    [Display(Name = "Was an interpreter there?")]
    public Answer Interpreter { get; set; }

    [Display(Name = "Did she understand what it was for?")]
    public Answer Understood { get; set; }

    [DataType(DataType.MultilineText)]
    [Display(Name = "Result")]
    public string? Result { get; set; }

    [Display(Name = "Was she told the result?")]
    public Answer ResultTold { get; set; }

    [Display(Name = "Was it given back?")]
    public Answer Returned { get; set; }

    internal static ProcedureForm Of(Procedure row, string? source)
    {
        var facts = row.Facts;
        var form = new ProcedureForm
        {
            Number = row.Id,
            Version = row.Version,
            Kind = facts.Kind,
            On = MomentBoxes.Of(facts.On),
            By = facts.By,
            What = facts.What,
            Consent = facts.Consent,
            SignedHow = facts.SignedHow,
            Language = facts.Language,
            Interpreter = facts.Interpreter,
            Understood = facts.Understood,
            Result = facts.Result,
            ResultTold = facts.ResultTold,
            Returned = facts.Returned,
        };
        form.Take(facts, source);
        return form;
    }

    internal ProcedureFacts Read(ModelStateDictionary state, ReferenceLists lists, DateOnly today)
    {
        var facts = new ProcedureFacts
        {
            Voice = Voice ?? default,
            ToldOn = ReadToldOn(state),
            Reliability = Reliability,
            At = At.Kept(),
            Note = Note.Kept(),
            Kind = Kind ?? default,
            On = On.ReadMoment(state, "Form.On", "the day it was done"),
            By = By,
            What = What.Kept(),
            Consent = Consent,
            SignedHow = SignedHow,
            Language = Language,
            Interpreter = Interpreter,
            Understood = Understood,
            Result = Result.Kept(),
            ResultTold = ResultTold,
            Returned = Returned,
        };
        state.CheckKey("Form.By", lists, ListName.Agencies, By);
        state.CheckKey("Form.Language", lists, ListName.Languages, Language);
        state.CheckPast("Form.On", facts.On?.Date, today);
        state.CheckPast("Form.ToldOn", facts.ToldOn, today);
        return facts;
    }
}
