using System.ComponentModel.DataAnnotations;

namespace RaidDocs.Web.Pages;

/// <summary>Why an act that needs two people is asked for.</summary>
public class BecauseForm
{
    [Required(ErrorMessage = "Write why")]
    [DataType(DataType.MultilineText)]
    [Display(Name = "Why?")]
    public string? Because { get; set; }
}
