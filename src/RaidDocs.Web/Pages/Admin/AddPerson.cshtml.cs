using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Hosting.Entry;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Admin;

/// <summary>Adds a person with her role. A one-time code lets her choose her own passphrase, which nobody else ever knows.</summary>
[Asks(RecordKind.Role, Act.Record)]
public sealed class AddPersonModel(RaidDocsDbContext db, Invitations invitations, IServiceProvider services, Texts texts, TimeProvider clock) : PageModel
{
    [BindProperty]
    public PersonForm Form { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Form.Role is not null && !StaffRole.All.Contains(Form.Role))
        {
            ModelState.AddModelError("Form.Role", texts["Choose an answer from the list"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        // A role that opens much is given by two; until then she can sign in and sees nothing.
        var needsTwo = Roles.NeedsTwo(Form.Role!);
        var person = await db.InOneWriteAsync(
            () => Hosting.Setup.AddPersonAsync(services, Form.Name!, null, needsTwo ? null : Form.Role!), cancellationToken);

        if (needsTwo)
        {
            await db.AskSecondAsync(
                new TwoPersonAct(TwoPersonKind.GiveRole, db.Viewer.UserId!.Value, person.Id, null, "", clock.UtcNow()) { Detail = Form.Role },
                cancellationToken);
            TempData["Confirmation"] = texts["Asked. Another administrator or a research leader must agree within 24 hours."];
        }

        TempData["Code"] = await invitations.MakeAsync(person, cancellationToken);
        return RedirectToPage("/Admin/PersonCode", new { person.Id });
    }

    public sealed class PersonForm
    {
        [Required(ErrorMessage = "Enter the sign-in name")]
        [StringLength(40, ErrorMessage = "The name can have at most 40 letters")]
        [Display(Name = "Sign-in name")]
        public string? Name { get; set; }

        [Required(ErrorMessage = "Choose a role")]
        [Display(Name = "Role")]
        public string? Role { get; set; }
    }
}
