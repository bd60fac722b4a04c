using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
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

/// <summary>The administrator asks a team to take somebody in, herself too. She learns nothing of the raid, not even whether there is one.</summary>
[Asks(RecordKind.Role, Act.Record)]
public sealed class TeamsModel(RaidDocsDbContext db, Texts texts, TimeProvider clock) : PageModel, IReloads
{
    [BindProperty]
    public TeamForm Form { get; set; } = new();

    public IReadOnlyList<Choice> People { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var person = await db.Users.Where(user => user.UserName == Form.Person).Select(user => (Guid?)user.Id).SingleOrDefaultAsync(cancellationToken);
        if (person is null && Form.Person is not null)
        {
            ModelState.AddModelError("Form.Person", texts["Choose somebody of the list"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        // The raid is not hers to see, so the filter is off for this one question, and the answer is the same either way.
        var code = Form.Code!.Trim().ToUpperInvariant();
        var raid = await db.Raids.IgnoreQueryFilters().Where(row => row.Code == code).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancellationToken);
        await db.AskSecondAsync(
            new TwoPersonAct(TwoPersonKind.JoinTeam, db.Viewer.UserId!.Value, person!.Value, raid ?? NoRaid(code), PlainText.Kept(Form.Because!).Trim(), clock.UtcNow()), cancellationToken);
        TempData["Confirmation"] = texts["If there is a raid with this code, its team is asked. A leader of it must agree within 24 hours."];
        return Redirect("/approvals");
    }

    // The same code asked for twice must look alike, whether there is such a raid or not.
    private static Guid NoRaid(string code) => new(SHA256.HashData(Encoding.UTF8.GetBytes(code)).AsSpan(0, 16));

    public async Task LoadAsync(CancellationToken cancellationToken) => People =
    [
        .. (await db.Users.AsNoTracking()
            .Where(user => !db.UserRoles.Any(link => link.UserId == user.Id && db.Roles.Any(role => role.Id == link.RoleId && role.Name == StaffRole.Auditor)))
            .OrderBy(user => user.UserName)
            .Select(user => user.UserName!)
            .ToListAsync(cancellationToken)).Select(name => new Choice(name, name)),
    ];

    public sealed class TeamForm
    {
        [Required(ErrorMessage = "Enter the code of the raid, like R03")]
        [StringLength(12, ErrorMessage = "Enter the code of the raid, like R03")]
        [Display(Name = "Code of the raid")]
        public string? Code { get; set; }

        [Required(ErrorMessage = "Choose who is to be added")]
        [Display(Name = "Who is to be added?")]
        public string? Person { get; set; }

        [Required(ErrorMessage = "Write why")]
        [DataType(DataType.MultilineText)]
        [Display(Name = "Why?")]
        public string? Because { get; set; }
    }
}
