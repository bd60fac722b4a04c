using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Admin;

/// <summary>Who may sign in, and with which role. Nothing of a case stands here.</summary>
[Asks(RecordKind.House, Act.Read)]
public sealed class PeopleModel(RaidDocsDbContext db) : PageModel
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public PagedList<PersonRow> People { get; private set; } = new([], 1, PageSize, 0);

    public Guid? Me => db.Viewer.UserId;

    public async Task OnGetAsync(CancellationToken cancellationToken) => People = await db.Users.AsNoTracking()
        .OrderBy(person => person.UserName)
        .Select(person => new PersonRow(
            person.Id,
            person.UserName!,
            db.UserRoles.Where(link => link.UserId == person.Id).Join(db.Roles, link => link.RoleId, role => role.Id, (link, role) => role.Name!).ToList(),
            person.LockedAt != null,
            person.PasswordHash != null))
        .ToPagedListAsync(PageNumber, PageSize, cancellationToken);

    public sealed record PersonRow(Guid Id, string Name, IReadOnlyList<string> Roles, bool IsLocked, bool HasPassphrase);
}
