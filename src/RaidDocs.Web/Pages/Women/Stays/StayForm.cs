using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Stays;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Women.Stays;

/// <summary>One stay, as one voice tells it.</summary>
public sealed class StayForm : ToldForm
{
    [Required(ErrorMessage = "Choose where she was, or that nobody knows")]
    [Display(Name = "Where was she?")]
    public string? Place { get; set; }

    [Display(Name = "New place: what kind?")]
    public string? NewKind { get; set; }

    [Display(Name = "New place: its name")]
    public string? NewName { get; set; }

    [Display(Name = "From when?")]
    public MomentBoxes From { get; set; } = new();

    [Display(Name = "Until when?")]
    public MomentBoxes To { get; set; } = new();

    [Display(Name = "How did it end?")]
    public StayEnd? Ending { get; set; }

    [Display(Name = "Who brought her there, and how?")]
    public string? MovedBy { get; set; }

    [DataType(DataType.MultilineText)]
    [Display(Name = "Legal ground that was claimed")]
    public string? Ground { get; set; }

    [Display(Name = "Was a paper seen?")]
    public Answer PaperSeen { get; set; }

    [Display(Name = "Which paper?")]
    public string? Paper { get; set; }

    [Display(Name = "Was she told why?")]
    public Answer ToldWhy { get; set; }

    [Display(Name = "In which language?")]
    public string? ToldInLanguage { get; set; }

    [Display(Name = "May she leave when she wants?")]
    public Answer MayLeave { get; set; }

    [Display(Name = "Has she her phone?")]
    public Answer Phone { get; set; }

    [Display(Name = "Contact with her family?")]
    public Answer Family { get; set; }

    [Display(Name = "Family: first on")]
    public DateBoxes FamilyOn { get; set; } = new();

    [Display(Name = "Contact with a lawyer?")]
    public Answer Lawyer { get; set; }

    [Display(Name = "Lawyer: first on")]
    public DateBoxes LawyerOn { get; set; } = new();

    [Display(Name = "Contact with an NGO?")]
    public Answer Ngo { get; set; }

    [Display(Name = "NGO: first on")]
    public DateBoxes NgoOn { get; set; } = new();

    [Display(Name = "Contact with her embassy?")]
    public Answer Embassy { get; set; }

    [Display(Name = "Embassy: first on")]
    public DateBoxes EmbassyOn { get; set; } = new();

    [DataType(DataType.MultilineText)]
    [Display(Name = "What it is like there")]
    public string? Conditions { get; set; }

    [Display(Name = "Record it all the same, sources differ")]
    public bool SourcesDiffer { get; set; }

    public static StayForm Of(Stay stay, string? place, string? source)
    {
        var facts = stay.Facts;
        var form = new StayForm
        {
            Number = stay.Id,
            Version = stay.Version,
            Place = place ?? PlaceChoice.NotKnown,
            From = MomentBoxes.Of(facts.From),
            To = MomentBoxes.Of(facts.To),
            Ending = facts.Ending,
            MovedBy = facts.MovedBy,
            Ground = facts.Ground,
            PaperSeen = facts.PaperSeen,
            Paper = facts.Paper,
            ToldWhy = facts.ToldWhy,
            ToldInLanguage = facts.ToldInLanguage,
            MayLeave = facts.MayLeave,
            Phone = facts.Phone,
            Family = facts.Family,
            FamilyOn = DateBoxes.Of(facts.FamilyOn),
            Lawyer = facts.Lawyer,
            LawyerOn = DateBoxes.Of(facts.LawyerOn),
            Ngo = facts.Ngo,
            NgoOn = DateBoxes.Of(facts.NgoOn),
            Embassy = facts.Embassy,
            EmbassyOn = DateBoxes.Of(facts.EmbassyOn),
            Conditions = facts.Conditions,
        };
        form.Take(facts, source);
        return form;
    }

    /// <summary>The facts as typed; what is wrong with them goes to <paramref name="state"/>.</summary>
    public StayFacts Read(ModelStateDictionary state, ReferenceLists lists, DateOnly today)
    {
        var facts = new StayFacts
        {
            Voice = Voice ?? default,
            ToldOn = ReadToldOn(state),
            Reliability = Reliability,
            At = At.Kept(),
            Note = Note.Kept(),
            From = From.ReadMoment(state, "Form.From", "the day she came there"),
            To = To.ReadMoment(state, "Form.To", "the day she left"),
            Ending = Ending,
            MovedBy = MovedBy.Kept(),
            Ground = Ground.Kept(),
            PaperSeen = PaperSeen,
            Paper = Paper.Kept(),
            ToldWhy = ToldWhy,
            ToldInLanguage = ToldInLanguage,
            MayLeave = MayLeave,
            Phone = Phone,
            Family = Family,
            FamilyOn = FamilyOn.Read(state, "Form.FamilyOn", "the day of contact"),
            Lawyer = Lawyer,
            LawyerOn = LawyerOn.Read(state, "Form.LawyerOn", "the day of contact"),
            Ngo = Ngo,
            NgoOn = NgoOn.Read(state, "Form.NgoOn", "the day of contact"),
            Embassy = Embassy,
            EmbassyOn = EmbassyOn.Read(state, "Form.EmbassyOn", "the day of contact"),
            Conditions = Conditions.Kept(),
        };
        state.CheckKey("Form.ToldInLanguage", lists, ListName.Languages, ToldInLanguage);
        state.CheckPast("Form.From", facts.From?.Date, today);
        state.CheckPast("Form.To", facts.To?.Date, today);
        state.CheckPast("Form.ToldOn", facts.ToldOn, today);
        state.CheckPast("Form.FamilyOn", facts.FamilyOn, today);
        state.CheckPast("Form.LawyerOn", facts.LawyerOn, today);
        state.CheckPast("Form.NgoOn", facts.NgoOn, today);
        state.CheckPast("Form.EmbassyOn", facts.EmbassyOn, today);
        return facts;
    }
}
