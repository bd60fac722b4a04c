using System.ComponentModel.DataAnnotations;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Stays;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Women.Stays;

/// <summary>When, how and to where she left a place.</summary>
public sealed class LeavingForm : ToldForm
{
    [Display(Name = "When did she leave?")]
    public MomentBoxes On { get; set; } = new();

    [Required(ErrorMessage = "Choose how it ended")]
    [Display(Name = "How did it end?")]
    public StayEnd? How { get; set; }

    [Display(Name = "If she was moved: where to?")]
    public string? Place { get; set; }

    [Display(Name = "New place: what kind?")]
    public string? NewKind { get; set; }

    [Display(Name = "New place: its name")]
    public string? NewName { get; set; }

    [Display(Name = "If she was moved: by whom, and how?")]
    public string? MovedBy { get; set; }

    /// <summary>The next stay, which begins when this one ends.</summary>
    internal StayFacts Next(PartialDateTime from, PartialDate? toldOn) => new()
    {
        Voice = Voice!.Value,
        ToldOn = toldOn,
        Reliability = Reliability,
        At = At.Kept(),
        Note = Note.Kept(),
        From = from,
        MovedBy = MovedBy.Kept(),
    };
}
