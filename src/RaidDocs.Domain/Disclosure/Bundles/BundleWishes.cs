using System.ComponentModel.DataAnnotations;

namespace RaidDocs.Domain.Disclosure.Bundles;

/// <summary>A part of the case file that may be left away. Cover, index and hash list are always in it.</summary>
public enum BundlePart
{
    [Display(Name = "list of persons")]
    Persons,

    [Display(Name = "chronology")]
    Chronology,

    [Display(Name = "where each woman was held, court, tests and papers signed")]
    Custody,

    [Display(Name = "testimonies")]
    Statements,

    [Display(Name = "papers")]
    Papers,

    [Display(Name = "rights and law")]
    Rights,

    [Display(Name = "time limits")]
    Clocks,

    [Display(Name = "what is missing")]
    Missing,
}

/// <summary>What the maker hides besides what the audience may not see anyway. She may hide more, never less.</summary>
public sealed record HideAlso
{
    /// <summary>Names of places: the kind of the place stands instead.</summary>
    public bool Places { get; init; }

    /// <summary>Sign-in names of the team.</summary>
    public bool StaffNames { get; init; } = true;

    public bool PhoneNumbers { get; init; } = true;

    /// <summary>Ages become bands.</summary>
    public bool Ages { get; init; }

    /// <summary>Words that become [name] wherever they stand.</summary>
    public List<string> Words { get; init; } = [];

    /// <summary>What would be hidden and was looked at: it stays.</summary>
    public List<string> Keep { get; init; } = [];
}

/// <summary>What somebody wants in a case file: the seven steps of its making, as far as they were answered.</summary>
public sealed record BundleWishes
{
    /// <summary>W07, for the file of one woman; null for the whole raid.</summary>
    public string? Woman { get; init; }

    public Audience Audience { get; init; } = Audience.Lawyer;

    /// <summary>Who gets it: the lawyer, court, body or organisation by name.</summary>
    public string? ForWhom { get; init; }

    public List<BundlePart> Parts { get; init; } = [.. Enum.GetValues<BundlePart>()];

    public HideAlso Hide { get; init; } = new();

    /// <summary>The files that go with it, by code, in the order of their numbers in the bundle; null until somebody chose.</summary>
    public List<string>? Exhibits { get; init; }

    /// <summary>Testimonies that stay out, by code.</summary>
    public List<string> NotTestimonies { get; init; } = [];

    /// <summary>What it is needed for.</summary>
    public string? Why { get; init; }

    /// <summary>On which way it goes to them.</summary>
    public string? SentHow { get; init; }

    /// <summary>Until when they may keep it; ISO 8601, local day.</summary>
    public string? KeepUntil { get; init; }

    /// <summary>The PDF opens with a password.</summary>
    public bool Password { get; init; } = true;

    /// <summary>The time authority is asked to stamp the list of hashes.</summary>
    public bool Stamp { get; init; }

    /// <summary>"en" or "th".</summary>
    public string Language { get; init; } = "en";
}
