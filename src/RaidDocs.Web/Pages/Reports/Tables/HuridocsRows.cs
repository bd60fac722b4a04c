using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Court;
using RaidDocs.Domain.Disclosure;

namespace RaidDocs.Web.Pages.Reports.Tables;

/// <summary>A raid as an Event.</summary>
internal sealed record EventRow(Disclosed Told, StandardWords Words)
{
    public CaseFile File => Told.File;

    public RaidInCase Raid => Told.File.Raid;

    /// <summary>"women taken: 24 (the authorities)".</summary>
    public string? Counts => StandardWords.Join(File.Counts.Where(count => count.TakenBack is null).Select(count =>
        $"{(count.What is { } what ? what : StandardWords.Of(count.Of))}: {StandardWords.Range(count.Low, count.High, count.About)} ({StandardWords.Of(count.Voice)})"));
}

/// <summary>A broken right, or a stay as a detention, of one woman or of a group; of nobody known where the record names nobody.</summary>
internal sealed record ActRow(string Number, string Event, string? Victim, StandardWords Words)
{
    public ViolationInCase? Violation { get; init; }

    public StayInCase? Stay { get; init; }

    public FacilityInCase? Place { get; init; }

    /// <summary>Null for a group.</summary>
    public WomanInCase? Woman { get; init; }

    /// <summary>How many women it concerns, where no woman has a row.</summary>
    public int? Women { get; init; }

    /// <summary>The court cases in which she has a part.</summary>
    public IReadOnlyList<CourtCaseInCase> Court { get; init; } = [];

    public Told Said => (Told?)Violation ?? Stay!;

    public PartialDate? From => Violation is { } violation ? violation.On : Stay!.From?.Date;

    public PartialDate? To => Stay?.To?.Date;

    /// <summary>Her own word for her age; another's stands with her as a person.</summary>
    public string? Age => Woman?.Ages.FindLast(age => age is { Voice: Voice.Woman, TakenBack: null }) is { } age ? StandardWords.Range(age.Low, age.High) : null;

    /// <summary>How far she followed the language of the court: MT33.</summary>
    public string? Language => Stay is null ? null : StandardWords.Join(Court.SelectMany(one => one.Hearings).Select(day => day.Followed).OfType<LanguageLevel>().Order().Select(level => $"MT33:0{StandardWords.Number((int)level + 1)}"));

    public string? CourtCases => Stay is null ? null : StandardWords.Join(Court.Select(one => one.Code));

    public string? CourtRoles => Stay is null ? null : StandardWords.Join(Court.SelectMany(one => one.Women.Where(part => part.Woman == Woman?.Code && part.TakenBack is null).Select(part => $"{one.Code}: {StandardWords.Of(part.Role)} ({StandardWords.Of(part.Voice)})")));
}

/// <summary>Who did an act.</summary>
internal sealed record InvolvementRow(string Number, ActRow Act, string Person, string Agency);

/// <summary>Where facts come from.</summary>
internal sealed record InformationRow(string Number, string Event, SourceInCase Source, IReadOnlyList<Told> Statements);

/// <summary>What was done about it.</summary>
internal sealed record InterventionRow(string Number, string Event, InterventionInCase Done);

/// <summary>A woman, a group of women, or an agency.</summary>
internal sealed record PersonRow(string Number, string Unit, StandardWords Words)
{
    public WomanInCase? Woman { get; init; }

    public GroupInCase? Group { get; init; }

    /// <summary>The women of the raid of whom this may be told, as one group.</summary>
    public int? All { get; init; }

    /// <summary>Key of the list agencies.</summary>
    public string? Agency { get; init; }

    public string? InGroup => Group is { } group ? StandardWords.Range(group.Low, group.High, group.About) : All is { } all ? StandardWords.Number(all) : null;

    public string? Ages => StandardWords.Join((Woman?.Ages ?? []).Where(age => age.TakenBack is null).Select(age => $"{StandardWords.Range(age.Low, age.High)} ({StandardWords.Of(age.Voice)})"));
}
