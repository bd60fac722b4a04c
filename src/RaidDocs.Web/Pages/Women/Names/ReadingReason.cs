using System.ComponentModel.DataAnnotations;

namespace RaidDocs.Web.Pages.Women.Names;

/// <summary>Why somebody reads her names. A closed list: the log holds no words of a case.</summary>
public enum ReadingReason
{
    [Display(Name = "to speak with her")]
    SpeakWithHer,

    [Display(Name = "to speak with her family")]
    SpeakWithFamily,

    [Display(Name = "for her lawyer or the court")]
    LawyerOrCourt,

    [Display(Name = "to see whether two records are one woman")]
    SameWoman,

    [Display(Name = "to put a record right")]
    PutRight,
}
