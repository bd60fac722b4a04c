using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Facilities;
using RaidDocs.Domain.Reference;

namespace RaidDocs.Web.Pages.Facilities;

public sealed class FacilityForm
{
    [Required(ErrorMessage = "Enter what the place is called")]
    [Display(Name = "What is it called?")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Choose what kind of place it is")]
    [Display(Name = "Kind of place")]
    public string? Kind { get; set; }

    [Display(Name = "Who runs it?")]
    public string? Agency { get; set; }

    [Display(Name = "Province")]
    public string? Province { get; set; }

    [Display(Name = "District, or how to find it")]
    public string? Place { get; set; }

    [Display(Name = "May women leave when they want?")]
    public Answer MayLeave { get; set; }

    [DataType(DataType.MultilineText)]
    [Display(Name = "Visits: who may come, when, with which papers")]
    public string? VisitRules { get; set; }

    public Guid Number { get; set; } = Guid.CreateVersion7();

    public Guid Version { get; set; }

    public static FacilityForm Of(FacilityFacts facts, Guid version) => new()
    {
        Name = facts.Name,
        Kind = facts.Kind,
        Agency = facts.Agency,
        Province = facts.Province,
        Place = facts.Place,
        MayLeave = facts.MayLeave,
        VisitRules = facts.VisitRules,
        Version = version,
    };

    /// <summary>What was typed; null when it cannot be kept, and why goes to the form.</summary>
    public FacilityFacts? Read(ModelStateDictionary state, ReferenceLists lists)
    {
        state.RefuseUnknown("Form.Kind", lists, ListName.FacilityKinds, Kind);
        state.RefuseUnknown("Form.Agency", lists, ListName.Agencies, Agency);
        state.RefuseUnknown("Form.Province", lists, ListName.Provinces, Province);
        return !state.IsValid ? null : new FacilityFacts
        {
            Name = PlainText.Name(Name!),
            Kind = Kind!,
            Agency = Agency,
            Province = Province,
            Place = Place?.Trim(),
            MayLeave = MayLeave,
            VisitRules = VisitRules is null ? null : PlainText.Kept(VisitRules),
        };
    }
}
