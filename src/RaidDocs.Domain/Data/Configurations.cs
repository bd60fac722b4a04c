using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Audit;
using RaidDocs.Domain.Clocks;
using RaidDocs.Domain.Court;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Drafts;
using RaidDocs.Domain.Facilities;
using RaidDocs.Domain.Family;
using RaidDocs.Domain.Importing;
using RaidDocs.Domain.Jobs;
using RaidDocs.Domain.Money;
using RaidDocs.Domain.Papers;
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

// What is particular to a table. What holds for all of them is in StoreModel.
internal sealed class Configurations :
    IEntityTypeConfiguration<Raid>,
    IEntityTypeConfiguration<Source>,
    IEntityTypeConfiguration<Evidence>,
    IEntityTypeConfiguration<EvidenceWoman>,
    IEntityTypeConfiguration<Apprehension>,
    IEntityTypeConfiguration<ChronologyEntry>,
    IEntityTypeConfiguration<Violation>,
    IEntityTypeConfiguration<ViolationPassage>,
    IEntityTypeConfiguration<ViolationReview>,
    IEntityTypeConfiguration<NothingToCode>,
    IEntityTypeConfiguration<OwnItem>,
    IEntityTypeConfiguration<Facility>,
    IEntityTypeConfiguration<FacilityNote>,
    IEntityTypeConfiguration<RaidPlace>,
    IEntityTypeConfiguration<Stay>,
    IEntityTypeConfiguration<CourtCase>,
    IEntityTypeConfiguration<CourtPart>,
    IEntityTypeConfiguration<Hearing>,
    IEntityTypeConfiguration<CourtOrder>,
    IEntityTypeConfiguration<ClockRule>,
    IEntityTypeConfiguration<Clock>,
    IEntityTypeConfiguration<CalendarKey>,
    IEntityTypeConfiguration<ApiToken>,
    IEntityTypeConfiguration<Testimony>,
    IEntityTypeConfiguration<Passage>,
    IEntityTypeConfiguration<ReadBack>,
    IEntityTypeConfiguration<CourtStatement>,
    IEntityTypeConfiguration<TeamMember>,
    IEntityTypeConfiguration<StaffSession>,
    IEntityTypeConfiguration<KnownDevice>,
    IEntityTypeConfiguration<Invitation>,
    IEntityTypeConfiguration<RecoveryCode>,
    IEntityTypeConfiguration<KeptForm>,
    IEntityTypeConfiguration<Exclusion>,
    IEntityTypeConfiguration<NamesRight>,
    IEntityTypeConfiguration<NamesShown>,
    IEntityTypeConfiguration<TwoPersonAct>,
    IEntityTypeConfiguration<JoinedWomen>,
    IEntityTypeConfiguration<MoneyLine>,
    IEntityTypeConfiguration<FamilyLink>,
    IEntityTypeConfiguration<FamilyCall>,
    IEntityTypeConfiguration<ExportedPart>,
    IEntityTypeConfiguration<Draft>,
    IEntityTypeConfiguration<Job>,
    IEntityTypeConfiguration<ImportedRow>,
    IEntityTypeConfiguration<SearchRow>,
    IEntityTypeConfiguration<AuditEntry>,
    IEntityTypeConfiguration<Checkpoint>,
    IEntityTypeConfiguration<ReferenceItem>,
    IEntityTypeConfiguration<HouseSetting>,
    IEntityTypeConfiguration<SlotHolder>
{
    public void Configure(EntityTypeBuilder<Raid> builder) => builder.HasIndex(raid => raid.Code).IsUnique();

    public void Configure(EntityTypeBuilder<Source> builder)
    {
        builder.HasIndex(source => new { source.RaidId, source.Code }).IsUnique();
        builder.HasOne<Evidence>().WithMany().HasForeignKey(source => source.EvidenceId);
    }

    public void Configure(EntityTypeBuilder<Evidence> builder)
    {
        builder.HasIndex(row => new { row.RaidId, row.Number, row.Copy }).IsUnique();
        builder.HasIndex(row => row.FileId);
        builder.HasOne<Evidence>().WithMany().HasForeignKey(row => row.ParentId);
        builder.HasMany(row => row.Women).WithOne().HasForeignKey(link => link.EvidenceId);
        builder.ComplexProperty(row => row.File);
        builder.Ignore(row => row.Code);
        builder.Ignore(row => row.IsOriginal);
    }

    public void Configure(EntityTypeBuilder<EvidenceWoman> builder) =>
        builder.HasOne<Woman>().WithMany().HasForeignKey(link => link.WomanId);

    public void Configure(EntityTypeBuilder<Apprehension> builder)
    {
        builder.HasOne<Raid>().WithMany().HasForeignKey(apprehension => apprehension.RaidId);
        builder.HasOne(apprehension => apprehension.Woman).WithMany().HasForeignKey(apprehension => apprehension.WomanId);
        builder.HasIndex(apprehension => new { apprehension.RaidId, apprehension.Number }).IsUnique();
        builder.HasIndex(apprehension => new { apprehension.RaidId, apprehension.WomanId }).IsUnique();
        builder.Ignore(apprehension => apprehension.Code);
    }

    public void Configure(EntityTypeBuilder<ChronologyEntry> builder)
    {
        builder.HasMany(entry => entry.Sources).WithMany().UsingEntity(join => join.ToTable("ChronologySources"));
        builder.HasMany(entry => entry.Women).WithMany().UsingEntity(join => join.ToTable("ChronologyWomen"));
    }

    public void Configure(EntityTypeBuilder<Violation> builder)
    {
        builder.HasMany(violation => violation.Sources).WithMany().UsingEntity(join => join.ToTable("ViolationSources"));
        builder.HasMany(violation => violation.Women).WithMany().UsingEntity(join => join.ToTable("ViolationWomen"));
        builder.HasMany(violation => violation.Passages).WithOne().HasForeignKey(passage => passage.ViolationId);
    }

    public void Configure(EntityTypeBuilder<ViolationPassage> builder)
    {
        builder.HasOne<Testimony>().WithMany().HasForeignKey(passage => passage.TestimonyId);
        builder.HasIndex(passage => new { passage.TestimonyId, passage.Number });
        builder.Ignore(passage => passage.Part);
    }

    public void Configure(EntityTypeBuilder<ViolationReview> builder) =>
        builder.HasOne<Violation>().WithMany().HasForeignKey(review => review.ViolationId);

    public void Configure(EntityTypeBuilder<NothingToCode> builder)
    {
        builder.HasOne<Testimony>().WithMany().HasForeignKey(row => row.TestimonyId);
        builder.HasIndex(row => new { row.TestimonyId, row.Number });
    }

    public void Configure(EntityTypeBuilder<OwnItem> builder) => builder.HasIndex(item => item.Code).IsUnique();

    public void Configure(EntityTypeBuilder<Facility> builder) => builder.HasIndex(facility => facility.Code).IsUnique();

    public void Configure(EntityTypeBuilder<FacilityNote> builder) =>
        builder.HasOne<Facility>().WithMany().HasForeignKey(note => note.FacilityId);

    public void Configure(EntityTypeBuilder<RaidPlace> builder)
    {
        builder.HasIndex(place => new { place.RaidId, place.FacilityId }).IsUnique();
        builder.HasOne<Facility>().WithMany().HasForeignKey(place => place.FacilityId);
    }

    public void Configure(EntityTypeBuilder<Stay> builder)
    {
        builder.HasOne<Woman>().WithMany().HasForeignKey(stay => stay.WomanId);
        builder.HasOne(stay => stay.Facility).WithMany().HasForeignKey(stay => stay.FacilityId);
    }

    public void Configure(EntityTypeBuilder<CourtCase> builder) =>
        builder.HasIndex(courtCase => new { courtCase.RaidId, courtCase.Code }).IsUnique();

    public void Configure(EntityTypeBuilder<CourtPart> builder) =>
        builder.HasOne<CourtCase>().WithMany().HasForeignKey(part => part.CourtCaseId);

    public void Configure(EntityTypeBuilder<Hearing> builder)
    {
        builder.HasOne<CourtCase>().WithMany().HasForeignKey(hearing => hearing.CourtCaseId);
        builder.HasOne<Hearing>().WithMany().HasForeignKey(hearing => hearing.FollowsId);
    }

    public void Configure(EntityTypeBuilder<CourtOrder> builder)
    {
        builder.HasOne<CourtCase>().WithMany().HasForeignKey(order => order.CourtCaseId);
        builder.HasMany(order => order.Women).WithMany().UsingEntity(join => join.ToTable("CourtOrderWomen"));
    }

    public void Configure(EntityTypeBuilder<ClockRule> builder)
    {
        builder.HasIndex(rule => new { rule.Code, rule.Edition }).IsUnique();
        builder.Ignore(rule => rule.IsChecked);
    }

    public void Configure(EntityTypeBuilder<Clock> builder)
    {
        builder.HasOne<Woman>().WithMany().HasForeignKey(clock => clock.WomanId);
        builder.HasOne(clock => clock.Rule).WithMany().HasForeignKey(clock => clock.RuleId);
    }

    public void Configure(EntityTypeBuilder<CalendarKey> builder)
    {
        builder.HasIndex(key => key.KeyHash).IsUnique();
        builder.HasOne<StaffUser>().WithMany().HasForeignKey(key => key.UserId);
    }

    public void Configure(EntityTypeBuilder<ApiToken> builder)
    {
        builder.HasIndex(token => token.TokenHash).IsUnique();
        builder.HasOne<StaffUser>().WithMany().HasForeignKey(token => token.UserId);
    }

    public void Configure(EntityTypeBuilder<Testimony> builder)
    {
        builder.HasIndex(testimony => new { testimony.RaidId, testimony.Code }).IsUnique();
        builder.HasOne<Woman>().WithMany().HasForeignKey(testimony => testimony.WomanId);

        // Said, because a source may name a testimony, which EF Core would take for the other end of this.
        builder.HasOne(testimony => testimony.Source).WithMany().HasForeignKey(testimony => testimony.SourceId);
        builder.Ignore(testimony => testimony.Words);
        builder.HasMany(testimony => testimony.Passages).WithOne().HasForeignKey(passage => passage.TestimonyId);
    }

    public void Configure(EntityTypeBuilder<Passage> builder) =>
        builder.HasIndex(passage => new { passage.TestimonyId, passage.Revision, passage.Number }).IsUnique();

    public void Configure(EntityTypeBuilder<ReadBack> builder)
    {
        builder.HasOne<Testimony>().WithMany().HasForeignKey(row => row.TestimonyId);
        builder.HasIndex(row => new { row.SittingId, row.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<CourtStatement> builder)
    {
        builder.HasOne<Testimony>().WithMany().HasForeignKey(row => row.TestimonyId);
        builder.HasIndex(row => new { row.TestimonyId, row.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<FamilyLink> builder)
    {
        builder.HasOne<Raid>().WithMany().HasForeignKey(link => link.RaidId);
        builder.HasOne<Woman>().WithMany().HasForeignKey(link => link.WomanId);
        builder.HasIndex(link => link.Finds).IsUnique();
    }

    public void Configure(EntityTypeBuilder<FamilyCall> builder)
    {
        builder.HasOne<Raid>().WithMany().HasForeignKey(call => call.RaidId);
        builder.HasOne<Woman>().WithMany().HasForeignKey(call => call.WomanId);
        builder.HasIndex(call => call.DoneOn);
    }

    public void Configure(EntityTypeBuilder<TeamMember> builder)
    {
        builder.HasIndex(member => new { member.UserId, member.RaidId }).IsUnique();
        builder.HasOne<Raid>().WithMany().HasForeignKey(member => member.RaidId);
        builder.HasOne<StaffUser>().WithMany().HasForeignKey(member => member.UserId);
    }

    public void Configure(EntityTypeBuilder<StaffSession> builder)
    {
        builder.HasIndex(session => session.KeyHash).IsUnique();
        builder.HasOne<StaffUser>().WithMany().HasForeignKey(session => session.UserId);
    }

    public void Configure(EntityTypeBuilder<KnownDevice> builder)
    {
        builder.HasIndex(device => new { device.UserId, device.MarkHash }).IsUnique();
        builder.HasOne<StaffUser>().WithMany().HasForeignKey(device => device.UserId);
    }

    public void Configure(EntityTypeBuilder<Invitation> builder) =>
        builder.HasOne<StaffUser>().WithMany().HasForeignKey(invitation => invitation.UserId);

    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.HasIndex(code => new { code.UserId, code.Hash }).IsUnique();
        builder.HasOne<StaffUser>().WithMany().HasForeignKey(code => code.UserId);
    }

    public void Configure(EntityTypeBuilder<KeptForm> builder) =>
        builder.HasOne<StaffUser>().WithMany().HasForeignKey(form => form.UserId);

    public void Configure(EntityTypeBuilder<Exclusion> builder)
    {
        builder.HasIndex(row => new { row.UserId, row.RaidId }).IsUnique();
        builder.HasOne<Raid>().WithMany().HasForeignKey(row => row.RaidId);
        builder.HasOne<StaffUser>().WithMany().HasForeignKey(row => row.UserId);
    }

    public void Configure(EntityTypeBuilder<NamesRight> builder)
    {
        builder.HasIndex(row => new { row.UserId, row.RaidId }).IsUnique();
        builder.HasOne<Raid>().WithMany().HasForeignKey(row => row.RaidId);
        builder.HasOne<StaffUser>().WithMany().HasForeignKey(row => row.UserId);
    }

    public void Configure(EntityTypeBuilder<NamesShown> builder)
    {
        builder.HasIndex(row => new { row.UserId, row.RaidId, row.Until });
        builder.HasOne<Raid>().WithMany().HasForeignKey(row => row.RaidId);
    }

    public void Configure(EntityTypeBuilder<TwoPersonAct> builder) => builder.HasIndex(row => new { row.State, row.Until });

    public void Configure(EntityTypeBuilder<JoinedWomen> builder) => builder.HasIndex(row => row.KeptId);

    public void Configure(EntityTypeBuilder<MoneyLine> builder) => builder.HasIndex(line => line.WomanId);

    public void Configure(EntityTypeBuilder<ExportedPart> builder) => builder.HasOne<Export>().WithMany().HasForeignKey(part => part.ExportId);

    public void Configure(EntityTypeBuilder<Job> builder)
    {
        builder.HasIndex(job => new { job.Kind, job.State });
        builder.Ignore(job => job.IsAtWork);
    }

    public void Configure(EntityTypeBuilder<Draft> builder) => builder.HasIndex(draft => new { draft.UserId, draft.Kind });

    public void Configure(EntityTypeBuilder<ImportedRow> builder)
    {
        builder.HasIndex(row => new { row.Table, row.OuterId }).IsUnique();
        builder.HasIndex(row => row.RecordId);
        builder.HasIndex(row => row.WomanId);
        builder.HasIndex(row => row.RaidId);
    }

    public void Configure(EntityTypeBuilder<SearchRow> builder)
    {
        builder.HasKey(row => row.Row);
        builder.Property(row => row.Row).ValueGeneratedNever();
        builder.HasIndex(row => row.ObjectId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.HasKey(entry => entry.Number);
        builder.Property(entry => entry.Number).ValueGeneratedNever();
        builder.HasIndex(entry => new { entry.ObjectId, entry.Action });
        builder.HasIndex(entry => new { entry.ActorId, entry.At });
    }

    public void Configure(EntityTypeBuilder<Checkpoint> builder)
    {
        builder.HasKey(checkpoint => checkpoint.Size);
        builder.Property(checkpoint => checkpoint.Size).ValueGeneratedNever();
        builder.Ignore(checkpoint => checkpoint.Mark);
    }

    public void Configure(EntityTypeBuilder<ReferenceItem> builder)
    {
        builder.HasKey(item => new { item.List, item.Key });
        builder.Ignore(item => item.IsRetired);
    }

    public void Configure(EntityTypeBuilder<HouseSetting> builder) => builder.HasIndex(setting => setting.Key).IsUnique();

    public void Configure(EntityTypeBuilder<SlotHolder> builder)
    {
        builder.HasIndex(holder => holder.Number).IsUnique();
        builder.HasOne<StaffUser>().WithMany().HasForeignKey(holder => holder.UserId);
    }
}
