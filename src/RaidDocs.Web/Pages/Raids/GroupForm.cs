using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using RaidDocs.Domain.Raids;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Raids;

/// <summary>People who have no row of their own.</summary>
public sealed class GroupForm : ToldForm
{
    [Required(ErrorMessage = "Write who they are, like \"women from the same building\"")]
    [Display(Name = "Who are they?")]
    public string? Who { get; set; }

    [Required(ErrorMessage = "Enter the number, like 17")]
    [Display(Name = "How many?")]
    public int? Low { get; set; }

    [Display(Name = "Up to how many, if a range was said")]
    public int? High { get; set; }

    [Display(Name = "About: they were not exact")]
    public bool About { get; set; }

    [Display(Name = "They count among the women taken")]
    public bool AmongTaken { get; set; }

    [DataType(DataType.MultilineText)]
    [Display(Name = "Where are they, or what became of them?")]
    public string? Status { get; set; }

    public static GroupForm Of(GroupRow group)
    {
        var form = new GroupForm
        {
            Who = group.Facts.Who,
            Low = group.Facts.Low,
            High = group.Facts.High,
            About = group.Facts.About,
            AmongTaken = group.Facts.AmongTaken,
            Status = group.Facts.Status,
            Version = group.Version,
        };
        form.Take(group.Facts, group.Source);
        return form;
    }

    /// <summary>The facts; only to be used when <paramref name="state"/> is valid.</summary>
    public GroupFacts Read(ModelStateDictionary state) => new()
    {
        Who = Who.Kept() ?? "",
        Low = Low ?? 0,
        High = High,
        About = About,
        AmongTaken = AmongTaken,
        Status = Status.Kept(),
        Voice = Voice ?? Domain.Common.Voice.Team,
        ToldOn = ReadToldOn(state),
        Reliability = Reliability,
        At = At.Kept(),
        Note = Note.Kept(),
    };
}
