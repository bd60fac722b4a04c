using RaidDocs.Domain.Staff;

namespace RaidDocs.Domain.Access;

/// <summary>The kinds of record that access is decided for.</summary>
public enum RecordKind
{
    /// <summary>The raid, its counts, chronology, checklist, sources and interventions.</summary>
    Raid,

    /// <summary>Who works on it.</summary>
    Team,

    /// <summary>A woman by her code: stays, labels, ages, procedures, money.</summary>
    Woman,

    /// <summary>What she is called.</summary>
    WomanName,

    Testimony,

    Consent,

    Violation,

    /// <summary>Court cases and hearings.</summary>
    Court,

    Facility,

    /// <summary>A printed chapter or a case file that leaves.</summary>
    Document,

    /// <summary>People who sign in, and what is set for the house.</summary>
    House,

    AuditLog,
}

public enum Act
{
    Read,

    /// <summary>Make or change.</summary>
    Record,
}

public enum Decision
{
    Allow,

    /// <summary>Not hers to know of: answered as if it did not exist.</summary>
    NotFound,

    /// <summary>Hers, once she has proved her second factor again.</summary>
    StepUp,

    /// <summary>Hers, once a second person has agreed.</summary>
    NeedsSecond,
}

/// <summary>
/// The one place that answers who may do what. The store asks it for every row it saves, the pages for every page they open.
/// Rows of other teams are left out of every query by the store's own filter, which is the same rule in another place.
/// </summary>
public static class AccessRules
{
    /// <param name="viewer">Who asks.</param>
    /// <param name="kind">What for.</param>
    /// <param name="act">To read or to record.</param>
    /// <param name="isOnTeam">Is the viewer on the team of the raid now? Null where the kind belongs to no raid.</param>
    /// <param name="storeIsOpen">A closed store answers nothing.</param>
    public static Decision Decide(Viewer viewer, RecordKind kind, Act act, bool? isOnTeam, bool storeIsOpen = true)
    {
        if (!storeIsOpen)
        {
            return Decision.NotFound;
        }

        if (viewer.IsOperator)
        {
            return Decision.Allow;
        }

        return viewer.UserId is not null && isOnTeam is not false && viewer.Roles.Any(role => RoleMay(role, kind, act))
            ? Decision.Allow
            : Decision.NotFound;
    }

    /// <summary>The role's row of the matrix, without the team.</summary>
    public static bool RoleMay(string role, RecordKind kind, Act act) => role switch
    {
        StaffRole.Administrator => kind == RecordKind.House,
        StaffRole.Auditor => kind == RecordKind.AuditLog && act == Act.Read,
        StaffRole.ResearchLeader => kind is not (RecordKind.House or RecordKind.AuditLog),
        StaffRole.ResearchPartner => kind is not (RecordKind.House or RecordKind.AuditLog or RecordKind.Document)
            && (act == Act.Read || kind is not (RecordKind.Team or RecordKind.Court)),
        StaffRole.LegalAdvisor => kind is not (RecordKind.House or RecordKind.AuditLog)
            && (act == Act.Read || kind is RecordKind.Court or RecordKind.Violation or RecordKind.Document),
        _ => false,
    };
}

/// <summary>The store refused. The person is told only that it does not exist.</summary>
public sealed class AccessRefusedException() : Exception("This is not for this person.");
