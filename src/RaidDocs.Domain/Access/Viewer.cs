using RaidDocs.Domain.Staff;

namespace RaidDocs.Domain.Access;

/// <summary>Who asks. Every query of the store takes one.</summary>
/// <param name="UserId">Null for somebody who is not signed in, and for the person at the command line.</param>
/// <param name="Roles">Of <see cref="StaffRole"/>.</param>
/// <param name="IsOperator">
/// The person at the command line, who holds the key of the store and so could read it anyway. Her acts are recorded as such.
/// </param>
public sealed record Viewer(Guid? UserId, IReadOnlyCollection<string> Roles, bool IsOperator = false)
{
    /// <summary>When she last proved a second factor (UTC); null when she has not in this session.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    public static Viewer Nobody { get; } = new(null, []);

    public static Viewer Operator { get; } = new(null, [], IsOperator: true);

    /// <summary>She does what a second person has agreed to: the store follows, and the log names her.</summary>
    public Viewer WithSecond => this with { IsOperator = true };

    /// <summary>For the log: the roles in one word.</summary>
    public string RoleWords => UserId is null && IsOperator ? "Operator" : string.Join('+', Roles.Order(StringComparer.Ordinal));

    public bool Is(string role) => Roles.Contains(role);

    /// <summary>She reads for the law alone, so a woman's words are hers only with the woman's yes to "share with her lawyer".</summary>
    public bool ReadsAsLawyerOnly => !IsOperator && Is(StaffRole.LegalAdvisor) && !Is(StaffRole.ResearchLeader) && !Is(StaffRole.ResearchPartner);

    /// <summary>Was her second factor proved lately? A proof from the future proves that a clock was moved.</summary>
    public bool HasProof(DateTimeOffset now) =>
        ConfirmedAt is { } at && at <= now.AddMinutes(1) && now - at < AccessRules.ProofLife;
}
