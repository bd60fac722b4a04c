using System.ComponentModel.DataAnnotations;

namespace RaidDocs.Web.Pages.Women;

/// <summary>Why a claim was recorded wrongly. It stays, struck, with the reason.</summary>
public sealed class TakeBackForm
{
    [Required(ErrorMessage = "Write why this was recorded wrongly. The row stays, with your reason.")]
    [DataType(DataType.MultilineText)]
    [Display(Name = "Why was this recorded wrongly?")]
    public string? Because { get; set; }
}
