using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Court;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Court;

public sealed class CaseForm : ToldForm
{
    [Required(ErrorMessage = "Write what the court case is about")]
    [Display(Name = "What is it about, and against whom?")]
    public string? About { get; set; }

    [Display(Name = "Which court?")]
    public string? Court { get; set; }

    [Display(Name = "Black or red number, as written")]
    public string? CaseNumber { get; set; }

    [Display(Name = "When was it opened?")]
    public DateBoxes OpenedOn { get; set; } = new();

    [Display(Name = "When was the indictment filed?")]
    public DateBoxes IndictedOn { get; set; } = new();

    [Display(Name = "When was the first judgment read?")]
    public DateBoxes JudgmentOn { get; set; } = new();

    [DataType(DataType.MultilineText)]
    [Display(Name = "How did it end?")]
    public string? Outcome { get; set; }

    [Display(Name = "When did it end?")]
    public DateBoxes EndedOn { get; set; } = new();

    public static CaseForm Of(CourtCaseFacts facts, string? source, Guid version)
    {
        var form = new CaseForm
        {
            About = facts.About,
            Court = facts.Court,
            CaseNumber = facts.Number,
            OpenedOn = DateBoxes.Of(facts.OpenedOn),
            IndictedOn = DateBoxes.Of(facts.IndictedOn),
            JudgmentOn = DateBoxes.Of(facts.JudgmentOn),
            Outcome = facts.Outcome,
            EndedOn = DateBoxes.Of(facts.EndedOn),
            Version = version,
        };
        form.Take(facts, source);
        return form;
    }

    /// <summary>What was typed; null when it cannot be kept, and why goes to the form.</summary>
    internal CourtCaseFacts? Read(ModelStateDictionary state, DateOnly today)
    {
        var openedOn = OpenedOn.Read(state, "Form.OpenedOn", "the day it was opened");
        var indictedOn = IndictedOn.Read(state, "Form.IndictedOn", "the day of the indictment");
        var judgmentOn = JudgmentOn.Read(state, "Form.JudgmentOn", "the day of the judgment");
        var endedOn = EndedOn.Read(state, "Form.EndedOn", "the day it ended");
        var toldOn = ReadToldOn(state);
        state.RefuseFuture("Form.OpenedOn", openedOn, today);
        state.RefuseFuture("Form.IndictedOn", indictedOn, today);
        state.RefuseFuture("Form.JudgmentOn", judgmentOn, today);
        state.RefuseFuture("Form.EndedOn", endedOn, today);
        state.RefuseFuture("Form.ToldOn", toldOn, today);
        return !state.IsValid ? null : new CourtCaseFacts
        {
            Voice = Voice!.Value,
            ToldOn = toldOn,
            Reliability = Reliability,
            At = At.Kept(),
            Note = Note.Kept(),
            About = PlainText.Kept(About!),
            Court = Court.Kept(),
            Number = CaseNumber.Kept(),
            OpenedOn = openedOn,
            IndictedOn = indictedOn,
            JudgmentOn = judgmentOn,
            Outcome = Outcome.Kept(),
            EndedOn = endedOn,
        };
    }
}
