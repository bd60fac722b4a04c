using System.ComponentModel.DataAnnotations;

namespace RaidDocs.Web.Pages.Raids.Naming;

/// <summary>What is asked about a list before it is saved.</summary>
public sealed class PreviewForm
{
    [Display(Name = "How many women were taken?")]
    public CountAnswer Count { get; set; }

    [Display(Name = "Nationality")]
    public string? Nationality { get; set; }

    [Display(Name = "What they were called first")]
    public string? Label { get; set; }

    [Display(Name = "Who called them that")]
    public string? LabelBy { get; set; }

    [Display(Name = "Where they were taken first")]
    public string? PlaceKind { get; set; }

    [Display(Name = "What that place is called")]
    public string? PlaceName { get; set; }

    public List<SameForm> Same { get; set; } = [];
}

/// <summary>The answer about one woman who may be known already.</summary>
public sealed class SameForm
{
    /// <summary>The woman who was shown, such as R01-W06.</summary>
    public string Code { get; set; } = "";

    [Display(Name = "Is she the same woman?")]
    public MaybeSame Is { get; set; } = MaybeSame.NotSure;
}

public enum MaybeSame
{
    [Display(Name = "not sure yet")]
    NotSure,

    [Display(Name = "same person")]
    Same,

    [Display(Name = "different")]
    Different,
}

public enum CountAnswer
{
    NotChosen,
    Change,
    Keep,
}
