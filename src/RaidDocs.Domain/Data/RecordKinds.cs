using RaidDocs.Domain.Access;
using RaidDocs.Domain.Clocks;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Court;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Facilities;
using RaidDocs.Domain.Family;
using RaidDocs.Domain.Papers;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Domain.Violations;
using RaidDocs.Domain.Women;

namespace RaidDocs.Domain.Data;

/// <summary>Which row of the access matrix a stored row falls under.</summary>
public static class RecordKinds
{
    public static RecordKind Of(Entity row) => row switch
    {
        TeamMember or Exclusion => RecordKind.Team,
        NamesRight => RecordKind.NamesRight,
        NamesShown => RecordKind.WomanName,
        TwoPersonAct => RecordKind.Approval,
        WomanName => RecordKind.WomanName,
        Testimony or Passage or ReadBack or NotToday => RecordKind.Testimony,
        Consent or LetterAnswer => RecordKind.Consent,
        FamilyLink or FamilyCall => RecordKind.Family,
        Export or ExportedPart or CourtStatement or ApiToken => RecordKind.Document,
        Evidence or EvidenceWoman => RecordKind.Evidence,
        Violation or ViolationPassage or ViolationReview or NothingToCode => RecordKind.Violation,
        OwnItem => RecordKind.OwnList,
        CourtCase or CourtPart or Hearing or CourtOrder or Clock or CalendarKey => RecordKind.Court,
        ClockRule => RecordKind.ClockRule,
        Facility => RecordKind.Facility,
        HouseSetting => RecordKind.House,
        Woman or IOfWoman => RecordKind.Woman,
        _ => RecordKind.Raid,
    };

    /// <summary>What saving the row amounts to. To hide names again is free.</summary>
    public static Act ActOn(Entity row, bool isNew) => row switch
    {
        // An address for her own calendar shows her what she may read anyway.
        CalendarKey => Act.Read,

        // A token takes things out of the program; to end one is free.
        ApiToken => isNew ? Act.Export : Act.Read,
        NamesShown => isNew ? Act.Reveal : Act.Read,
        Export or ExportedPart or CourtStatement => Act.Export,
        _ => Act.Record,
    };
}
