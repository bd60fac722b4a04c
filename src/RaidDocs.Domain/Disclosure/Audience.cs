using System.ComponentModel.DataAnnotations;

namespace RaidDocs.Domain.Disclosure;

/// <summary>For whom something is made.</summary>
public enum Audience
{
    [Display(Name = "our own team")]
    Team,

    [Display(Name = "a lawyer of the women")]
    Lawyer,

    [Display(Name = "a court")]
    Court,

    [Display(Name = "a body of the United Nations")]
    Un,

    [Display(Name = "a partner organisation")]
    Partner,

    [Display(Name = "the public")]
    Public,
}
