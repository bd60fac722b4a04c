using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Staff;

namespace RaidDocs.Domain.Tests.Access;

public sealed class AccessRulesTests
{
    private static readonly RecordKind[] CaseContent =
        [.. Enum.GetValues<RecordKind>().Except([RecordKind.House, RecordKind.Role, RecordKind.Backup, RecordKind.WholeRecord, RecordKind.Key, RecordKind.Approval, RecordKind.AuditLog])];

    [Theory]
    [InlineData(StaffRole.Administrator)]
    [InlineData(StaffRole.Auditor)]
    public void Who_looks_after_the_house_or_the_log_sees_no_case(string role) => Assert.All(CaseContent, kind =>
    {
        Assert.All(Enum.GetValues<Act>(), act => Assert.Equal(Decision.NotFound, Decide(role, kind, act)));
    });

    [Fact]
    public void The_auditor_reads_the_log_and_changes_nothing()
    {
        Assert.Equal(Decision.Allow, Decide(StaffRole.Auditor, RecordKind.AuditLog, Act.Read));
        Assert.Equal(Decision.NotFound, Decide(StaffRole.Auditor, RecordKind.AuditLog, Act.Record));
        Assert.Equal(Decision.NotFound, Decide(StaffRole.Administrator, RecordKind.AuditLog, Act.Read));
    }

    [Fact]
    public void A_partner_records_but_does_not_choose_the_team_or_print()
    {
        Assert.Equal(Decision.Allow, Decide(StaffRole.ResearchPartner, RecordKind.Woman, Act.Record));
        Assert.Equal(Decision.NotFound, Decide(StaffRole.ResearchPartner, RecordKind.Team, Act.Record));
        Assert.Equal(Decision.NotFound, Decide(StaffRole.ResearchPartner, RecordKind.Document, Act.Read));
    }

    [Fact]
    public void A_legal_advisor_reads_and_records_court_and_rights_only()
    {
        Assert.Equal(Decision.Allow, Decide(StaffRole.LegalAdvisor, RecordKind.Woman, Act.Read));
        Assert.Equal(Decision.NotFound, Decide(StaffRole.LegalAdvisor, RecordKind.Woman, Act.Record));
        Assert.Equal(Decision.Allow, Decide(StaffRole.LegalAdvisor, RecordKind.Court, Act.Record));
        Assert.Equal(Decision.Allow, Decide(StaffRole.LegalAdvisor, RecordKind.Violation, Act.Record));
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public void Outside_the_team_nobody_sees_anything_of_a_raid(string role) => Assert.All(CaseContent, kind =>
        Assert.Equal(Decision.NotFound, AccessRules.Decide(Proved(role), new Asked(kind, Act.Read) { IsOnTeam = false }, Now)));

    [Theory]
    [MemberData(nameof(Roles))]
    public void A_closed_store_answers_nobody(string role) => Assert.All(Enum.GetValues<RecordKind>(), kind =>
        Assert.Equal(Decision.NotFound, AccessRules.Decide(Proved(role), new Asked(kind, Act.Read) { IsOnTeam = true }, Now, storeIsOpen: false)));

    [Fact]
    public void A_stranger_and_a_person_without_a_role_see_nothing() => Assert.All(Enum.GetValues<RecordKind>(), kind =>
    {
        Assert.Equal(Decision.NotFound, AccessRules.Decide(Viewer.Nobody, new Asked(kind, Act.Read) { IsOnTeam = true }, Now));
        Assert.Equal(Decision.NotFound, AccessRules.Decide(new Viewer(Guid.NewGuid(), []), new Asked(kind, Act.Read) { IsOnTeam = true }, Now));
    });

    public static TheoryData<string> Roles() => [.. StaffRole.All];

    [Theory]
    [InlineData(0, Decision.Allow)]
    [InlineData(299, Decision.Allow)]
    [InlineData(300, Decision.StepUp)]
    [InlineData(-61, Decision.StepUp)]
    [InlineData(null, Decision.StepUp)]
    public void A_proof_counts_for_five_minutes_and_not_from_the_future(int? secondsAgo, Decision expected)
    {
        var viewer = new Viewer(Guid.NewGuid(), [StaffRole.ResearchLeader]) { ConfirmedAt = secondsAgo is { } ago ? Now.AddSeconds(-ago) : null };

        Assert.Equal(expected, AccessRules.Decide(viewer, new Asked(RecordKind.WomanName, Act.Reveal) { IsOnTeam = true }, Now));
        Assert.Equal(expected, AccessRules.Decide(viewer, new Asked(RecordKind.Document, Act.Export) { IsOnTeam = true }, Now));
    }

    [Fact]
    public void A_partner_reads_names_only_when_a_leader_named_her()
    {
        Assert.Equal(Decision.NotFound, AccessRules.Decide(Proved(StaffRole.ResearchPartner), Names with { HasNamesRight = false }, Now));
        Assert.Equal(Decision.Allow, AccessRules.Decide(Proved(StaffRole.ResearchPartner), Names with { HasNamesRight = true }, Now));
        Assert.Equal(Decision.Allow, AccessRules.Decide(Proved(StaffRole.LegalAdvisor), Names with { HasNamesRight = false }, Now));
        Assert.Equal(Decision.NotFound, AccessRules.Decide(Proved(StaffRole.Administrator), Names with { HasNamesRight = true }, Now));
    }

    [Fact]
    public void Over_the_daily_number_a_second_person_is_needed()
    {
        Assert.Equal(Decision.NeedsSecond, AccessRules.Decide(Proved(StaffRole.ResearchLeader), Names with { IsOverQuota = true }, Now));
        Assert.Equal(Decision.Allow, AccessRules.Decide(Proved(StaffRole.ResearchLeader), Names with { IsOverQuota = true, HasSecond = true }, Now));
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public void Whom_the_raid_keeps_out_sees_nothing_whatever_her_role(string role) => Assert.All(CaseContent, kind =>
        Assert.Equal(Decision.NotFound, AccessRules.Decide(Proved(role), new Asked(kind, Act.Read) { IsOnTeam = true, IsExcluded = true }, Now)));

    [Fact]
    public void What_needs_two_needs_two_also_with_every_role_at_once()
    {
        var viewer = new Viewer(Guid.NewGuid(), StaffRole.All.ToList()) { ConfirmedAt = Now };

        Assert.Equal(Decision.NeedsSecond, AccessRules.Decide(viewer, new Asked(RecordKind.Raid, Act.Erase), Now));
        Assert.Equal(Decision.NeedsSecond, AccessRules.Decide(viewer, new Asked(RecordKind.Woman, Act.Join), Now));
        Assert.Equal(Decision.Allow, AccessRules.Decide(viewer, new Asked(RecordKind.Raid, Act.Erase) { HasSecond = true }, Now));
    }

    [Fact]
    public void Nobody_is_her_own_second_person_and_a_day_later_it_is_over()
    {
        var (asks, leads) = (Guid.NewGuid(), Proved(StaffRole.ResearchLeader));
        TwoPersonAct Ask(TwoPersonKind kind, Guid subject) => new(kind, asks, subject, Guid.NewGuid(), "why", Now.UtcDateTime);

        Assert.All(Enum.GetValues<TwoPersonKind>(), kind =>
        {
            Assert.False(Ask(kind, Guid.NewGuid()).MayBeAnsweredBy(leads with { UserId = asks }, isOnTeam: true));

            // A slot that another asked for may be agreed to by whose it is.
            Assert.Equal(Ask(kind, Guid.NewGuid()).IsDoneByAsker, Ask(kind, leads.UserId!.Value).MayBeAnsweredBy(leads, isOnTeam: true));
            Assert.True(Ask(kind, Guid.NewGuid()).MayBeAnsweredBy(leads, isOnTeam: true));
            Assert.False(Ask(kind, Guid.NewGuid()).MayBeAnsweredBy(Proved(StaffRole.ResearchPartner), isOnTeam: true));
        });
        Assert.False(Ask(TwoPersonKind.JoinTeam, Guid.NewGuid()).MayBeAnsweredBy(leads, isOnTeam: false));
        Assert.False(Ask(TwoPersonKind.JoinTeam, Guid.NewGuid()).MayBeAnsweredBy(Proved(StaffRole.Administrator), isOnTeam: false));
        var act = Ask(TwoPersonKind.EraseRaid, Guid.NewGuid());
        Assert.Throws<DomainRuleException>(() => act.Agree(Guid.NewGuid(), Now.UtcDateTime.AddHours(24)));
        act.Agree(Guid.NewGuid(), Now.UtcDateTime.AddHours(23));
        Assert.Throws<DomainRuleException>(() => act.Refuse(Guid.NewGuid(), Now.UtcDateTime.AddHours(23)));
    }

    private static DateTimeOffset Now { get; } = new(2026, 11, 21, 2, 0, 0, TimeSpan.Zero);

    private static Asked Names { get; } = new(RecordKind.WomanName, Act.Reveal) { IsOnTeam = true };

    private static Viewer Proved(string role) => new(Guid.NewGuid(), [role]) { ConfirmedAt = Now };

    private static Decision Decide(string role, RecordKind kind, Act act) =>
        AccessRules.Decide(Proved(role), new Asked(kind, act) { IsOnTeam = true }, Now);
}
