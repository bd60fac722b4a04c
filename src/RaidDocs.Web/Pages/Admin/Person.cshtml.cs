using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Admin;

/// <summary>The sign-in of one person, and what can be done about it.</summary>
[Asks(RecordKind.House, Act.Record)]
public sealed class PersonModel(RaidDocsDbContext db, UserManager<StaffUser> people, TimeProvider clock, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public PersonView Person { get; private set; } = null!;

    public bool IsMe => Id == db.Viewer.UserId;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var idle = clock.UtcNow() - StaffSession.Idle;
        var person = await db.Users.AsNoTracking()
            .Where(one => one.Id == Id)
            .Select(one => new PersonView(
                one.UserName!,
                db.UserRoles.Where(link => link.UserId == one.Id).Join(db.Roles, link => link.RoleId, role => role.Id, (link, role) => role.Name!).ToList(),
                one.TwoFactorEnabled || db.Set<IdentityUserPasskey<Guid>>().Any(passkey => passkey.UserId == one.Id),
                db.Sessions.Count(session => session.UserId == one.Id && session.SeenAt > idle),
                one.LockedAt))
            .SingleOrDefaultAsync(cancellationToken);
        if (person is null)
        {
            return NotFound();
        }

        Person = person;
        return Page();
    }

    public async Task<IActionResult> OnPostUnlockAsync()
    {
        if (await people.FindByIdAsync(Id.ToString("D")) is not { } person)
        {
            return NotFound();
        }

        db.Demand(new Asked(RecordKind.Role, Act.Record));
        person.LockedAt = null;
        await people.UpdateAsync(person);
        TempData["Confirmation"] = texts["{0} can sign in again.", person.UserName];
        return RedirectToPage();
    }

    public sealed record PersonView(string Name, IReadOnlyList<string> Roles, bool HasFactor, int Devices, DateTime? LockedAt);
}
