using System.ComponentModel.DataAnnotations;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Stays;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Round;

public enum News
{
    [Display(Name = "still there")]
    StillThere,

    [Display(Name = "moved to another place")]
    Moved,

    [Display(Name = "released")]
    Released,

    [Display(Name = "sent across the border")]
    SentAcross,

    [Display(Name = "deported, formal order seen")]
    Deported,

    [Display(Name = "not known where she is now")]
    NotKnown,
}

/// <summary>One piece of news about several women.</summary>
public sealed class RoundForm : ToldForm
{
    public const string NotKnownWhere = "?";

    public const string NewPlace = "new";

    [Display(Name = "Which women?")]
    public List<Guid> Women { get; set; } = [];

    [Required(ErrorMessage = "Choose what you heard of them")]
    [Display(Name = "What did you hear?")]
    public News? Update { get; set; }

    [Display(Name = "On which day?")]
    public DateBoxes On { get; set; } = new();

    [Display(Name = "If they were moved: to which place?")]
    public string? Place { get; set; }

    [Display(Name = "Name of the new place")]
    public string? NewName { get; set; }

    [Display(Name = "Kind of the new place")]
    public string? NewKind { get; set; }

    [Display(Name = "If they were moved: when did they arrive?")]
    public DateBoxes ArrivedOn { get; set; } = new();

    [Display(Name = "Was a paper seen?")]
    public Answer PaperSeen { get; set; }

    /// <summary>How the stay ended; null when it goes on.</summary>
    internal StayEnd? Ending => Update switch
    {
        News.Moved => StayEnd.Moved,
        News.Released => StayEnd.Released,
        News.SentAcross => StayEnd.SentAcross,
        News.Deported => StayEnd.Deported,
        News.NotKnown => StayEnd.NotKnown,
        _ => null,
    };
}
