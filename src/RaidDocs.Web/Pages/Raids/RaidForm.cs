using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Raids;

/// <summary>What is written of a raid as such.</summary>
public sealed class RaidForm
{
    [Required(ErrorMessage = "Enter a name for the raid, like the name of the place")]
    [Display(Name = "What does the team call this raid?")]
    public string? Name { get; set; }

    [Display(Name = "When did it happen?")]
    public MomentBoxes When { get; set; } = new();

    [Display(Name = "Name of the place")]
    public string? VenueName { get; set; }

    [Display(Name = "What kind of place is it?")]
    public string? VenueKind { get; set; }

    [Display(Name = "Province")]
    public string? Province { get; set; }

    [Display(Name = "District, or how to find it")]
    public string? Place { get; set; }

    [Display(Name = "Who came?")]
    public List<string> Agencies { get; set; } = [];

    [DataType(DataType.MultilineText)]
    [Display(Name = "Names, units or car numbers that were seen")]
    public string? AgenciesNote { get; set; }

    [Display(Name = "What did those who came call it?")]
    public string? CalledAs { get; set; }

    [DataType(DataType.MultilineText)]
    [Display(Name = "Which legal ground did they give?")]
    public string? LegalBasis { get; set; }

    [DataType(DataType.MultilineText)]
    [Display(Name = "How did it begin?")]
    public string? HowItBegan { get; set; }

    [DataType(DataType.MultilineText)]
    [Display(Name = "What happened, in short?")]
    public string? Summary { get; set; }

    public Guid Version { get; set; }

    public static RaidForm Of(RaidFacts facts, Guid version) => new()
    {
        Name = facts.Name,
        When = MomentBoxes.Of(facts.When),
        VenueName = facts.VenueName,
        VenueKind = facts.VenueKind,
        Province = facts.Province,
        Place = facts.Place,
        Agencies = facts.Agencies,
        AgenciesNote = facts.AgenciesNote,
        CalledAs = facts.CalledAs,
        LegalBasis = facts.LegalBasis,
        HowItBegan = facts.HowItBegan,
        Summary = facts.Summary,
        Version = version,
    };

    public RaidFacts Read(ModelStateDictionary state, ReferenceLists lists) => new()
    {
        Name = Name.Kept() ?? "",
        When = When.ReadMoment(state, "Form.When", "the date of the raid"),
        VenueName = VenueName.Kept(),
        VenueKind = lists.ReadKey(ListName.VenueKinds, VenueKind, state, "Form.VenueKind"),
        Province = lists.ReadKey(ListName.Provinces, Province, state, "Form.Province"),
        Place = Place.Kept(),
        Agencies = [.. Agencies.Distinct().Select(key => lists.ReadKey(ListName.Agencies, key, state, "Form.Agencies")).OfType<string>()],
        AgenciesNote = AgenciesNote.Kept(),
        CalledAs = CalledAs.Kept(),
        LegalBasis = LegalBasis.Kept(),
        HowItBegan = HowItBegan.Kept(),
        Summary = Summary.Kept(),
    };
}
