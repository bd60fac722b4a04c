using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Raids;

/// <summary>Lets one more person see and work on the raid.</summary>
[Asks(RecordKind.Team, Act.Record)]
public sealed class AddMemberModel(RaidDocsDbContext db, Texts texts) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public MemberForm Form { get; set; } = new();

    public RaidBar? Bar { get; private set; }

    /// <summary>Those who could be added, by sign-in name.</summary>
    public IReadOnlyList<Choice> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Bar is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await db.FindRaidAsync(Code, cancellationToken) is not { } raid)
        {
            return NotFound();
        }

        // Nobody is added twice, also when two leaders add her at once.
        await db.InOneWriteAsync(
            async () =>
            {
                var people = await db.ReadPeopleAsync(raid.Id, cancellationToken);
                var person = people.FirstOrDefault(one => one.Name == Form.Person && one.Roles.Count > 0);
                if (person is null)
                {
                    ModelState.AddModelError("Form.Person", texts["Choose somebody of the list"]);
                }

                if (!ModelState.IsValid || person!.IsOnTeam)
                {
                    return false;
                }

                db.Add(new TeamMember(raid.Id, person.Id));
                await db.SaveChangesAsync(cancellationToken);
                return true;
            },
            cancellationToken);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        TempData["Confirmation"] = texts["{0} is on the team.", Form.Person];
        return Redirect($"/raids/{Code}/team");
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Bar = await db.FindRaidAsync(Code, cancellationToken);
        People = Bar is null
            ? []
            : [.. (await db.ReadPeopleAsync(Bar.Id, cancellationToken)).Where(person => !person.IsOnTeam).Select(person => new Choice(person.Name, person.Name))];
    }

    public sealed class MemberForm
    {
        [Required(ErrorMessage = "Choose who is to be added")]
        [Display(Name = "Who is to be added?")]
        public string? Person { get; set; }
    }
}
