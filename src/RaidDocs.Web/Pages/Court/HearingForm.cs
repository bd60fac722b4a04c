using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Court;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Court;

public sealed class HearingForm : ToldForm
{
    [Required(ErrorMessage = "Enter what kind of day it is, like remand or trial")]
    [Display(Name = "What kind of day?")]
    public string? Kind { get; set; }

    [Display(Name = "When is it?")]
    public MomentBoxes On { get; set; } = new();

    [Display(Name = "Which room, or where to go?")]
    public string? Room { get; set; }

    [Display(Name = "Who of us goes, and how do the women get there?")]
    public string? WhoGoes { get; set; }

    [Display(Name = "Is an interpreter booked?")]
    public Answer InterpreterBooked { get; set; }

    [Display(Name = "Was it held?")]
    public HearingResult? Result { get; set; }

    [DataType(DataType.MultilineText)]
    [Display(Name = "What came of it?")]
    public string? Outcome { get; set; }

    [Display(Name = "When is the next one?")]
    public MomentBoxes Next { get; set; } = new();

    [Display(Name = "Was an interpreter there?")]
    public Answer InterpreterPresent { get; set; }

    [Display(Name = "Into which language?")]
    public string? Language { get; set; }

    [Display(Name = "How far did the women follow?")]
    public LanguageLevel? Followed { get; set; }

    [Display(Name = "Was her lawyer there?")]
    public Answer LawyerPresent { get; set; }

    public static HearingForm Of(HearingFacts facts, string? source, Guid version)
    {
        var form = new HearingForm
        {
            Kind = facts.Kind,
            On = MomentBoxes.Of(facts.On),
            Room = facts.Room,
            WhoGoes = facts.WhoGoes,
            InterpreterBooked = facts.InterpreterBooked,
            Result = facts.Result,
            Followed = facts.Followed,
            Outcome = facts.Outcome,
            Next = MomentBoxes.Of(facts.Next),
            InterpreterPresent = facts.InterpreterPresent,
            Language = facts.Language,
            LawyerPresent = facts.LawyerPresent,
            Version = version,
        };
        form.Take(facts, source);
        return form;
    }

    /// <summary>What was typed; null when it cannot be kept, and why goes to the form. A day in court may lie ahead.</summary>
    internal HearingFacts? Read(ModelStateDictionary state, ReferenceLists lists, DateOnly today)
    {
        var on = On.ReadMoment(state, "Form.On", "the day in court");
        var next = Next.ReadMoment(state, "Form.Next", "the next day in court");
        var toldOn = ReadToldOn(state);
        state.RefuseFuture("Form.ToldOn", toldOn, today);
        state.RefuseUnknown("Form.Language", lists, ListName.Languages, Language);
        if (on is { Date.Precision: not DatePrecision.Unknown } && next is { Date.Precision: not DatePrecision.Unknown } && next.Date.Latest < on.Date.Earliest)
        {
            state.AddModelError("Form.Next", Infrastructure.Texts.Shared["The next day in court must be after {0}", on]);
        }

        return !state.IsValid ? null : new HearingFacts
        {
            Voice = Voice!.Value,
            ToldOn = toldOn,
            Reliability = Reliability,
            At = At.Kept(),
            Note = Note.Kept(),
            Kind = PlainText.Kept(Kind!),
            On = on,
            Room = Room.Kept(),
            WhoGoes = WhoGoes.Kept(),
            InterpreterBooked = InterpreterBooked,
            Result = Result,
            Followed = Followed,
            Outcome = Outcome.Kept(),
            Next = next,
            InterpreterPresent = InterpreterPresent,
            Language = Language,
            LawyerPresent = LawyerPresent,
        };
    }
}
