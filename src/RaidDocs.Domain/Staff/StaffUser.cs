using Microsoft.AspNetCore.Identity;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Staff;

/// <summary>A person who signs in. Her user name is what the team calls her at work, not a legal name.</summary>
public sealed class StaffUser : IdentityUser<Guid>
{
    public StaffUser() => Id = Guid.CreateVersion7();

    /// <summary>When the administrator locked her out (UTC). Identity's own lockout is off: it would let a stranger do it.</summary>
    public DateTime? LockedAt { get; set; }

    /// <summary>The half minute of the last code of her app that was taken. Neither it nor an earlier one is taken again.</summary>
    public long? LastCodeStep { get; set; }
}

/// <summary>The roles of the house.</summary>
public static class StaffRole
{
    /// <summary>Accounts, settings, backups. No case content.</summary>
    public const string Administrator = "Administrator";

    public const string ResearchLeader = "ResearchLeader";

    public const string ResearchPartner = "ResearchPartner";

    public const string LegalAdvisor = "LegalAdvisor";

    /// <summary>Reads the audit log, and nothing else.</summary>
    public const string Auditor = "Auditor";

    public static readonly IReadOnlyList<string> All = [Administrator, ResearchLeader, ResearchPartner, LegalAdvisor, Auditor];
}

/// <summary>Who works on a raid. Nobody else sees it.</summary>
public sealed class TeamMember : Entity, IOfRaid
{
    public TeamMember(Guid raidId, Guid userId)
    {
        RaidId = raidId;
        UserId = userId;
    }

    private TeamMember()
    {
        // For EF Core.
    }

    public Guid RaidId { get; private set; }

    public Guid UserId { get; private set; }
}
