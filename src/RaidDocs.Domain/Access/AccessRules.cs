using RaidDocs.Domain.Staff;

namespace RaidDocs.Domain.Access;

/// <summary>
/// The one place that answers who may do what. The store asks it for every row it saves, the pages for every page they open.
/// Rows of other teams are left out of every query by the store's own filter, which is the same rule in another place.
/// </summary>
public static class AccessRules
{
    /// <summary>For so long one proof of a second factor counts.</summary>
    public static TimeSpan ProofLife { get; } = TimeSpan.FromMinutes(5);

    [Flags]
    private enum Terms
    {
        None = 0,
        StepUp = 1,
        Second = 2,
        IfNamed = 4,
    }

    /// <summary>The first refusal wins: store, person, role, team, conflict list, group of fields; then what she still has to bring.</summary>
    /// <param name="viewer">Who asks.</param>
    /// <param name="asked">What for.</param>
    /// <param name="now">To tell whether her second factor was proved lately.</param>
    /// <param name="storeIsOpen">A closed store answers nothing.</param>
    public static Decision Decide(Viewer viewer, Asked asked, DateTimeOffset now, bool storeIsOpen = true)
    {
        if (!storeIsOpen)
        {
            return Decision.NotFound;
        }

        if (viewer.IsOperator)
        {
            return Decision.Allow;
        }

        return viewer.UserId is null || asked.IsOnTeam is false || asked.IsExcluded
            ? Decision.NotFound
            : viewer.Roles.Select(role => DecideAs(role, viewer, asked, now)).DefaultIfEmpty(Decision.NotFound).MinBy(Rank);
    }

    /// <summary>The role's row of the matrix, without the team and what else she has to bring.</summary>
    public static bool RoleMay(string role, RecordKind kind, Act act) => TermsOf(role, kind, act) is not null;

    /// <summary>Is it offered to her at all?</summary>
    public static bool May(this Viewer viewer, RecordKind kind, Act act) =>
        viewer.IsOperator || (viewer.UserId is not null && viewer.Roles.Any(role => RoleMay(role, kind, act)));

    private static Decision DecideAs(string role, Viewer viewer, Asked asked, DateTimeOffset now)
    {
        if (TermsOf(role, asked.Kind, asked.Act) is not { } terms || (terms.HasFlag(Terms.IfNamed) && asked.HasNamesRight is false))
        {
            return Decision.NotFound;
        }

        if (terms.HasFlag(Terms.StepUp) && !viewer.HasProof(now))
        {
            return Decision.StepUp;
        }

        return (terms.HasFlag(Terms.Second) || asked.IsOverQuota) && !asked.HasSecond ? Decision.NeedsSecond : Decision.Allow;
    }

    private static int Rank(Decision decision) => decision switch
    {
        Decision.Allow => 0,
        Decision.StepUp => 1,
        Decision.NeedsSecond => 2,
        _ => 3,
    };

    private static Terms? TermsOf(string role, RecordKind kind, Act act) => role switch
    {
        StaffRole.Administrator => OfAdministrator(kind, act),
        StaffRole.Auditor => (kind, act) is (RecordKind.AuditLog, Act.Read) ? Terms.None : null,
        StaffRole.ResearchLeader => OfLeader(kind, act),
        StaffRole.ResearchPartner => OfPartner(kind, act),
        StaffRole.LegalAdvisor => OfLegalAdvisor(kind, act),
        _ => null,
    };

    private static Terms? OfAdministrator(RecordKind kind, Act act) => (kind, act) switch
    {
        (RecordKind.House, Act.Read or Act.Record) => Terms.None,
        (RecordKind.Role or RecordKind.Key, Act.Read or Act.Record) => Terms.StepUp,
        (RecordKind.Backup, Act.Read) => Terms.None,
        (RecordKind.Backup, Act.Export) => Terms.StepUp,
        (RecordKind.Approval, Act.Read) => Terms.None,
        (RecordKind.Approval, Act.Record) => Terms.StepUp,
        _ => null,
    };

    private static Terms? OfLeader(RecordKind kind, Act act) => (kind, act) switch
    {
        (RecordKind.House or RecordKind.Role or RecordKind.Backup or RecordKind.AuditLog, _) => null,
        (RecordKind.ClockRule, Act.Record) => null,
        (RecordKind.Key, Act.Read or Act.Record) => Terms.StepUp,
        (RecordKind.WomanName, Act.Record or Act.Reveal) => Terms.StepUp,
        (RecordKind.NamesRight or RecordKind.Approval or RecordKind.Import, Act.Record) => Terms.StepUp,
        (RecordKind.Document, Act.Export) or (RecordKind.Evidence, Act.Reveal) => Terms.StepUp,
        (RecordKind.Woman, Act.Join or Act.Erase) or (RecordKind.Raid, Act.Erase) or (RecordKind.WholeRecord, Act.Export) => Terms.StepUp | Terms.Second,
        (RecordKind.WholeRecord, _) => null,
        (RecordKind.Medical, Act.Reveal) => Terms.None,
        (_, Act.Read or Act.Record) => Terms.None,
        _ => null,
    };

    private static Terms? OfPartner(RecordKind kind, Act act) => (kind, act) switch
    {
        (RecordKind.House or RecordKind.Role or RecordKind.Backup or RecordKind.AuditLog or RecordKind.Key or RecordKind.Document or RecordKind.WholeRecord or RecordKind.Import, _) => null,
        (RecordKind.Team or RecordKind.NamesRight or RecordKind.Court or RecordKind.ClockRule or RecordKind.OwnList, Act.Record) => null,
        (RecordKind.WomanName, Act.Record) or (RecordKind.Approval, Act.Record) => Terms.StepUp,
        (RecordKind.WomanName, Act.Reveal) => Terms.StepUp | Terms.IfNamed,
        (RecordKind.Woman, Act.Join or Act.Erase) or (RecordKind.Raid, Act.Erase) => Terms.StepUp | Terms.Second,
        (RecordKind.Medical or RecordKind.Evidence, Act.Reveal) => Terms.None,
        (_, Act.Read or Act.Record) => Terms.None,
        _ => null,
    };

    private static Terms? OfLegalAdvisor(RecordKind kind, Act act) => (kind, act) switch
    {
        (RecordKind.House or RecordKind.Role or RecordKind.Backup or RecordKind.AuditLog or RecordKind.Key or RecordKind.Family or RecordKind.WholeRecord or RecordKind.Import, _) => null,
        (RecordKind.Court or RecordKind.ClockRule or RecordKind.Violation, Act.Record) => Terms.None,
        (RecordKind.WomanName or RecordKind.Evidence, Act.Reveal) or (RecordKind.Document, Act.Export) or (RecordKind.Approval, Act.Record) => Terms.StepUp,
        (RecordKind.Medical, Act.Reveal) => Terms.None,
        (_, Act.Read) => Terms.None,
        _ => null,
    };
}

/// <summary>The store refused. The person is told only that it does not exist.</summary>
public sealed class AccessRefusedException() : Exception("This is not for this person.");

/// <summary>The store wants her second factor first.</summary>
public sealed class ProofNeededException() : Exception("The second factor must be proved again.");

/// <summary>The store wants a second person first.</summary>
public sealed class SecondNeededException() : Exception("A second person must agree.");
