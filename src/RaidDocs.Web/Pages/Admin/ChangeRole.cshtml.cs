using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Admin;

/// <summary>Gives somebody another role, never oneself. What opens much waits for a second person.</summary>
[Asks(RecordKind.Role, Act.Record)]
public sealed class ChangeRoleModel(RaidDocsDbContext db, Texts texts, TimeProvider clock) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public RoleForm Form { get; set; } = new();

    public PersonRow? Person { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Form.Role = Person?.Roles is [var first, ..] ? first : null;
        return Person is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Person is null)
        {
            return NotFound();
        }

        if (Form.Role is not null && !StaffRole.All.Contains(Form.Role))
        {
            ModelState.AddModelError("Form.Role", texts["Choose an answer from the list"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (Id == db.Viewer.UserId)
        {
            throw new DomainRuleException($"Nobody changes her own role. Another administrator can");
        }

        if (Person.Roles is [var only] && only == Form.Role)
        {
            return RedirectToPage("/Admin/People");
        }

        if (Roles.NeedsTwo(Form.Role!))
        {
            var act = new TwoPersonAct(TwoPersonKind.GiveRole, db.Viewer.UserId!.Value, Id, null, PlainText.Kept(Form.Because ?? "").Trim(), clock.UtcNow()) { Detail = Form.Role };
            await db.AskSecondAsync(act, cancellationToken);
            TempData["Confirmation"] = texts["Asked. Another administrator or a research leader must agree within 24 hours."];
            return Redirect("/approvals");
        }

        await db.InOneWriteAsync(
            async () =>
            {
                await db.GiveRoleAsync(Id, Form.Role!, cancellationToken);
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
        TempData["Confirmation"] = texts["{0} has a new role.", Person.Name];
        return RedirectToPage("/Admin/People");
    }

    public async Task LoadAsync(CancellationToken cancellationToken) => Person = await db.Users.AsNoTracking()
        .Where(user => user.Id == Id)
        .Select(user => new PersonRow(
            user.UserName!,
            db.UserRoles.Where(link => link.UserId == user.Id).Join(db.Roles, link => link.RoleId, role => role.Id, (link, role) => role.Name!).ToList()))
        .SingleOrDefaultAsync(cancellationToken);

    public sealed record PersonRow(string Name, IReadOnlyList<string> Roles);

    public sealed class RoleForm
    {
        [Required(ErrorMessage = "Choose a role")]
        [Display(Name = "Role")]
        public string? Role { get; set; }

        [DataType(DataType.MultilineText)]
        [Display(Name = "Why?")]
        public string? Because { get; set; }
    }
}
