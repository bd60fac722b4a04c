using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Staff;

namespace RaidDocs.Web.Pages.Raids;

/// <summary>People with a role that works on cases, and who of them is on a team.</summary>
internal static class TeamQuery
{
    private static readonly string[] CaseRoles = [StaffRole.ResearchLeader, StaffRole.ResearchPartner, StaffRole.LegalAdvisor];

    public static async Task<IReadOnlyList<Person>> ReadPeopleAsync(this RaidDocsDbContext db, Guid raidId, CancellationToken cancellationToken)
    {
        var rows = await db.Users.AsNoTracking()
            .Select(user => new
            {
                user.Id,
                user.UserName,
                Roles = db.UserRoles.Where(link => link.UserId == user.Id)
                    .Join(db.Roles, link => link.RoleId, role => role.Id, (link, role) => role.Name!)
                    .ToList(),
                IsOnTeam = db.TeamMembers.Any(member => member.RaidId == raidId && member.UserId == user.Id),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new Person(row.Id, row.UserName ?? "", [.. row.Roles.Where(CaseRoles.Contains).Order(StringComparer.Ordinal)], row.IsOnTeam))
                .Where(person => person.Roles.Count > 0 || person.IsOnTeam)
                .OrderBy(person => person.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }
}

/// <summary>Somebody by her name at work.</summary>
public sealed record Person(Guid Id, string Name, IReadOnlyList<string> Roles, bool IsOnTeam)
{
    public bool Leads => Roles.Contains(StaffRole.ResearchLeader);
}
