using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Audit;
using RaidDocs.Domain.Clocks;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Court;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Drafts;
using RaidDocs.Domain.Facilities;
using RaidDocs.Domain.Family;
using RaidDocs.Domain.Importing;
using RaidDocs.Domain.Interventions;
using RaidDocs.Domain.Jobs;
using RaidDocs.Domain.Money;
using RaidDocs.Domain.Papers;
using RaidDocs.Domain.Procedures;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Search;
using RaidDocs.Domain.Sources;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Stays;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Domain.Vault;
using RaidDocs.Domain.Violations;
using RaidDocs.Domain.Women;

namespace RaidDocs.Domain.Data;

// The tables.
public abstract partial class RaidDocsDbContext
{
    public DbSet<Raid> Raids => Set<Raid>();

    public DbSet<CountClaim> Counts => Set<CountClaim>();

    public DbSet<UnnamedGroup> Groups => Set<UnnamedGroup>();

    public DbSet<ChronologyEntry> Chronology => Set<ChronologyEntry>();

    public DbSet<ChecklistAnswer> Checklist => Set<ChecklistAnswer>();

    public DbSet<Source> Sources => Set<Source>();

    public DbSet<Evidence> Evidence => Set<Evidence>();

    public DbSet<EvidenceWoman> EvidenceWomen => Set<EvidenceWoman>();

    public DbSet<Woman> Women => Set<Woman>();

    public DbSet<WomanName> WomanNames => Set<WomanName>();

    public DbSet<Apprehension> Apprehensions => Set<Apprehension>();

    public DbSet<AgeClaim> Ages => Set<AgeClaim>();

    public DbSet<Label> Labels => Set<Label>();

    public DbSet<Facility> Facilities => Set<Facility>();

    public DbSet<FacilityNote> FacilityNotes => Set<FacilityNote>();

    public DbSet<RaidPlace> RaidPlaces => Set<RaidPlace>();

    public DbSet<Stay> Stays => Set<Stay>();

    public DbSet<Procedure> Procedures => Set<Procedure>();

    public DbSet<CourtCase> CourtCases => Set<CourtCase>();

    public DbSet<CourtPart> CourtParts => Set<CourtPart>();

    public DbSet<Hearing> Hearings => Set<Hearing>();

    public DbSet<CourtOrder> CourtOrders => Set<CourtOrder>();

    public DbSet<ClockRule> ClockRules => Set<ClockRule>();

    public DbSet<Clock> Clocks => Set<Clock>();

    public DbSet<CalendarKey> CalendarKeys => Set<CalendarKey>();

    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    public DbSet<Violation> Violations => Set<Violation>();

    public DbSet<ViolationPassage> ViolationPassages => Set<ViolationPassage>();

    public DbSet<ViolationReview> ViolationReviews => Set<ViolationReview>();

    public DbSet<NothingToCode> NothingToCode => Set<NothingToCode>();

    public DbSet<OwnItem> OwnItems => Set<OwnItem>();

    public DbSet<Testimony> Testimonies => Set<Testimony>();

    public DbSet<Passage> Passages => Set<Passage>();

    public DbSet<ReadBack> ReadBacks => Set<ReadBack>();

    public DbSet<CourtStatement> Statements => Set<CourtStatement>();

    public DbSet<NotToday> NotToday => Set<NotToday>();

    public DbSet<Consent> Consents => Set<Consent>();

    public DbSet<LetterAnswer> LetterAnswers => Set<LetterAnswer>();

    public DbSet<FamilyLink> FamilyLinks => Set<FamilyLink>();

    public DbSet<FamilyCall> FamilyCalls => Set<FamilyCall>();

    public DbSet<Intervention> Interventions => Set<Intervention>();

    public DbSet<MoneyLine> MoneyLines => Set<MoneyLine>();

    public DbSet<TeamMember> TeamMembers => Set<TeamMember>();

    public DbSet<StaffSession> Sessions => Set<StaffSession>();

    public DbSet<KnownDevice> KnownDevices => Set<KnownDevice>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<KeptForm> KeptForms => Set<KeptForm>();

    public DbSet<Exclusion> Exclusions => Set<Exclusion>();

    public DbSet<NamesRight> NamesRights => Set<NamesRight>();

    public DbSet<NamesShown> NamesShown => Set<NamesShown>();

    public DbSet<TwoPersonAct> TwoPersonActs => Set<TwoPersonAct>();

    public DbSet<JoinedWomen> JoinedWomen => Set<JoinedWomen>();

    public DbSet<Export> Exports => Set<Export>();

    public DbSet<ExportedPart> ExportedParts => Set<ExportedPart>();

    internal DbSet<SearchRow> SearchRows => Set<SearchRow>();

    public DbSet<Draft> Drafts => Set<Draft>();

    public DbSet<Job> Jobs => Set<Job>();

    public DbSet<ImportedRow> ImportedRows => Set<ImportedRow>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<Checkpoint> Checkpoints => Set<Checkpoint>();

    public DbSet<ReferenceItem> ReferenceItems => Set<ReferenceItem>();

    public DbSet<StoredKey> StoredKeys => Set<StoredKey>();

    public DbSet<SlotHolder> SlotHolders => Set<SlotHolder>();

    public DbSet<HouseSetting> Settings => Set<HouseSetting>();
}
