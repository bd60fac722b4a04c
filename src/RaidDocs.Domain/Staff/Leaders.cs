using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Data;

namespace RaidDocs.Domain.Staff;

public static class Leaders
{
    /// <summary>Everybody who is a research leader.</summary>
    public static Task<List<Guid>> LeadersAsync(this RaidDocsDbContext db, CancellationToken cancellationToken) => db.UserRoles
        .Where(link => db.Roles.Any(role => role.Id == link.RoleId && role.Name == StaffRole.ResearchLeader))
        .Select(link => link.UserId)
        .ToListAsync(cancellationToken);
}
