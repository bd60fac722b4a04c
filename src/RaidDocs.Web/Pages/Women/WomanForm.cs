using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Women;

/// <summary>What she says of herself and of that night.</summary>
public sealed class WomanForm
{
    [Display(Name = "Her word for her work")]
    public SaidBox WordForWork { get; set; } = new();

    [Display(Name = "What she wants")]
    public SaidBox Wants { get; set; } = new();

    [Display(Name = "Languages she speaks")]
    public List<string> Languages { get; set; } = [];

    [Display(Name = "Nationality")]
    public SaidBox Nationality { get; set; } = new();

    [Display(Name = "Ethnicity")]
    public SaidBox Ethnicity { get; set; } = new();

    [Display(Name = "Where she comes from")]
    public SaidBox From { get; set; } = new();

    [Display(Name = "Papers")]
    public SaidBox Papers { get; set; } = new();

    [Display(Name = "Who depends on her")]
    public SaidBox Dependants { get; set; } = new();

    [Display(Name = "What she earned a day, in baht")]
    public int? DailyEarnings { get; set; }

    [Display(Name = "What she was doing there that night")]
    public SaidBox Role { get; set; } = new();

    [Display(Name = "How that night ended for her")]
    public SaidBox HowItEnded { get; set; } = new();

    public Guid Version { get; set; }

    internal static WomanForm Of(Woman woman, ApprehensionFacts night) => new()
    {
        WordForWork = SaidBox.Of(woman.Facts.WordForWork),
        Wants = SaidBox.Of(woman.Facts.Wants),
        Languages = [.. woman.Facts.Languages],
        Nationality = SaidBox.Of(woman.Facts.Nationality),
        Ethnicity = SaidBox.Of(woman.Facts.Ethnicity),
        From = SaidBox.Of(woman.Facts.From),
        Papers = SaidBox.Of(woman.Facts.Papers),
        Dependants = SaidBox.Of(woman.Facts.Dependants),
        DailyEarnings = woman.Facts.DailyEarnings,
        Role = SaidBox.Of(night.Role),
        HowItEnded = SaidBox.Of(night.HowItEnded),
        Version = woman.Version,
    };

    internal (WomanFacts Woman, ApprehensionFacts Night) Read(ModelStateDictionary state, ReferenceLists lists)
    {
        foreach (var language in Languages)
        {
            state.CheckKey("Form.Languages", lists, ListName.Languages, language);
        }

        if (DailyEarnings < 0)
        {
            state.AddModelError("Form.DailyEarnings", Texts.Shared["Earnings must be a whole number of baht, like 350"]);
        }

        var woman = new WomanFacts
        {
            WordForWork = WordForWork.Read(state, "Form.WordForWork"),
            Wants = Wants.Read(state, "Form.Wants"),
            Languages = Languages,
            Nationality = Nationality.Read(state, "Form.Nationality"),
            Ethnicity = Ethnicity.Read(state, "Form.Ethnicity"),
            From = From.Read(state, "Form.From"),
            Papers = Papers.Read(state, "Form.Papers"),
            Dependants = Dependants.Read(state, "Form.Dependants"),
            DailyEarnings = DailyEarnings,
        };
        return (woman, new ApprehensionFacts { Role = Role.Read(state, "Form.Role"), HowItEnded = HowItEnded.Read(state, "Form.HowItEnded") });
    }
}
