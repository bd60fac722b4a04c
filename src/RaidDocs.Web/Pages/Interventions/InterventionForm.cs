using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Interventions;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Interventions;

public sealed class InterventionForm : ToldForm
{
    [Required(ErrorMessage = "Choose what kind of step it was")]
    [Display(Name = "What kind of step?")]
    public InterventionKind? Kind { get; set; }

    [Required(ErrorMessage = "Write what was done")]
    [DataType(DataType.MultilineText)]
    [Display(Name = "What was done?")]
    public string? What { get; set; }

    [Display(Name = "To whom?")]
    public string? To { get; set; }

    [Display(Name = "On which day?")]
    public DateBoxes On { get; set; } = new();

    [DataType(DataType.MultilineText)]
    [Display(Name = "What came back?")]
    public string? Response { get; set; }

    [Display(Name = "When did the answer come?")]
    public DateBoxes AnsweredOn { get; set; } = new();

    [DataType(DataType.MultilineText)]
    [Display(Name = "What comes next?")]
    public string? FollowUp { get; set; }

    public static InterventionForm Of(InterventionFacts facts, string? source, Guid version)
    {
        var form = new InterventionForm
        {
            Kind = facts.Kind,
            What = facts.What,
            To = facts.To,
            On = DateBoxes.Of(facts.On),
            Response = facts.Response,
            AnsweredOn = DateBoxes.Of(facts.AnsweredOn),
            FollowUp = facts.FollowUp,
            Version = version,
        };
        form.Take(facts, source);
        return form;
    }

    /// <summary>What was typed; null when it cannot be kept, and why goes to the form.</summary>
    internal InterventionFacts? Read(ModelStateDictionary state, DateOnly today)
    {
        var on = On.Read(state, "Form.On", "the day it was done");
        var answeredOn = AnsweredOn.Read(state, "Form.AnsweredOn", "the day of the answer");
        var toldOn = ReadToldOn(state);
        state.RefuseFuture("Form.On", on, today);
        state.RefuseFuture("Form.AnsweredOn", answeredOn, today);
        state.RefuseFuture("Form.ToldOn", toldOn, today);
        return !state.IsValid ? null : new InterventionFacts
        {
            Voice = Voice!.Value,
            ToldOn = toldOn,
            Reliability = Reliability,
            At = At.Kept(),
            Note = Note.Kept(),
            Kind = Kind!.Value,
            What = PlainText.Kept(What!),
            To = To.Kept(),
            On = on,
            Response = Response.Kept(),
            AnsweredOn = answeredOn,
            FollowUp = FollowUp.Kept(),
        };
    }
}
