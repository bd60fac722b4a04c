using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Admin;

/// <summary>Locks a person out at once: she cannot sign in, and where she is signed in, she no longer is.</summary>
[Asks(RecordKind.Role, Act.Record)]
public sealed class LockPersonModel(RaidDocsDbContext db, UserManager<StaffUser> people, TimeProvider clock, Texts texts) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public string? Name { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Name is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await people.FindByIdAsync(Id.ToString("D")) is not { } person)
        {
            return NotFound();
        }

        if (person.Id == Viewers.Of(User).UserId)
        {
            throw new DomainRuleException($"You cannot lock yourself out. Another administrator can");
        }

        db.Demand(new Asked(RecordKind.Role, Act.Record));
        person.LockedAt = clock.UtcNow();
        await people.UpdateSecurityStampAsync(person);
        TempData["Confirmation"] = texts["{0} is locked out.", person.UserName];
        return RedirectToPage("/Admin/Person", new { Id });
    }

    public async Task LoadAsync(CancellationToken cancellationToken) =>
        Name = (await people.FindByIdAsync(Id.ToString("D")))?.UserName;
}
