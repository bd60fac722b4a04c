using RaidDocs.Domain.Access;
using RaidDocs.Domain.Staff;

namespace RaidDocs.Domain.Tests.Access;

public sealed class AccessRulesTests
{
    private static readonly RecordKind[] CaseContent =
        [.. Enum.GetValues<RecordKind>().Except([RecordKind.House, RecordKind.AuditLog])];

    [Theory]
    [InlineData(StaffRole.Administrator)]
    [InlineData(StaffRole.Auditor)]
    public void Who_looks_after_the_house_or_the_log_sees_no_case(string role) => Assert.All(CaseContent, kind =>
    {
        Assert.Equal(Decision.NotFound, Decide(role, kind, Act.Read));
        Assert.Equal(Decision.NotFound, Decide(role, kind, Act.Record));
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
        Assert.Equal(Decision.NotFound, AccessRules.Decide(new Viewer(Guid.NewGuid(), [role]), kind, Act.Read, isOnTeam: false)));

    [Theory]
    [MemberData(nameof(Roles))]
    public void A_closed_store_answers_nobody(string role) => Assert.All(Enum.GetValues<RecordKind>(), kind =>
        Assert.Equal(Decision.NotFound, AccessRules.Decide(new Viewer(Guid.NewGuid(), [role]), kind, Act.Read, isOnTeam: true, storeIsOpen: false)));

    [Fact]
    public void A_stranger_and_a_person_without_a_role_see_nothing() => Assert.All(Enum.GetValues<RecordKind>(), kind =>
    {
        Assert.Equal(Decision.NotFound, AccessRules.Decide(Viewer.Nobody, kind, Act.Read, isOnTeam: true));
        Assert.Equal(Decision.NotFound, AccessRules.Decide(new Viewer(Guid.NewGuid(), []), kind, Act.Read, isOnTeam: true));
    });

    public static TheoryData<string> Roles() => [.. StaffRole.All];

    private static Decision Decide(string role, RecordKind kind, Act act) =>
        AccessRules.Decide(new Viewer(Guid.NewGuid(), [role]), kind, act, isOnTeam: true);
}
