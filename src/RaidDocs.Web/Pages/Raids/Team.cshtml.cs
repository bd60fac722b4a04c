using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Raids;

/// <summary>Who works on the raid. Nobody else sees it.</summary>
[Asks(RecordKind.Team, Act.Read)]
public sealed class TeamModel(RaidDocsDbContext db, Texts texts) : PageModel
{
    public RaidBar Bar { get; private set; } = null!;

    public IReadOnlyList<Person> Members { get; private set; } = [];

    public bool MayRecord => db.MayRecord(RecordKind.Team);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (await db.FindRaidAsync(code, cancellationToken) is not { } bar)
        {
            return NotFound();
        }

        Bar = bar;
        Members = [.. (await db.ReadPeopleAsync(bar.Id, cancellationToken)).Where(person => person.IsOnTeam)];
        return Page();
    }

    public string Roles(Person person) => string.Join(", ", person.Roles.Select(role => role switch
    {
        StaffRole.ResearchLeader => texts["research leader"],
        StaffRole.ResearchPartner => texts["research partner"],
        _ => texts["legal advisor"],
    }));
}
