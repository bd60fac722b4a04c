using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;

namespace RaidDocs.Web.Pages.Admin.Audit;

/// <summary>Who signs in, with which role: the names behind the ids of the log, and nothing else of them.</summary>
[Asks(RecordKind.AuditLog, Act.Read)]
public sealed class PeopleModel(RaidDocsDbContext db) : PageModel
{
    public IReadOnlyList<Row> People { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => People = await db.Users.AsNoTracking()
        .OrderBy(person => person.UserName)
        .Select(person => new Row(
            person.Id,
            person.UserName!,
            db.UserRoles.Where(link => link.UserId == person.Id).Join(db.Roles, link => link.RoleId, role => role.Id, (link, role) => role.Name!).ToList()))
        .ToListAsync(cancellationToken);

    public sealed record Row(Guid Id, string Name, IReadOnlyList<string> Roles);
}
