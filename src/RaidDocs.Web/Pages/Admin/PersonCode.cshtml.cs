using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Hosting.Entry;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Admin;

/// <summary>The way in for somebody new, or who lost her phone, or who forgot her passphrase. The code is shown once.</summary>
[Asks(RecordKind.Role, Act.Record)]
public sealed class PersonCodeModel(UserManager<StaffUser> people, Invitations invitations) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public string? Name { get; private set; }

    public string? Code { get; private set; }

    /// <summary>Where she types it.</summary>
    public string Address => $"{Request.Scheme}://{Request.Host}/account/join";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Code = TempData["Code"] as string;
        return Name is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await people.FindByIdAsync(Id.ToString("D")) is not { } person)
        {
            return NotFound();
        }

        if (person.Id == Viewers.Of(User).UserId)
        {
            throw new DomainRuleException($"You cannot make a code for yourself. Another administrator can");
        }

        TempData["Code"] = await invitations.MakeAsync(person, cancellationToken);
        return RedirectToPage();
    }

    public async Task LoadAsync(CancellationToken cancellationToken) =>
        Name = (await people.FindByIdAsync(Id.ToString("D")))?.UserName;
}
