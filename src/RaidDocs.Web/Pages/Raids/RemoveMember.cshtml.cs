using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Raids;

/// <summary>Takes somebody off the team. The audit log keeps who did it and when.</summary>
[Asks(RecordKind.Team, Act.Record)]
public sealed class RemoveMemberModel(RaidDocsDbContext db, Texts texts) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public RaidBar? Bar { get; private set; }

    public Person? Member { get; private set; }

    public bool IsHerself => db.Viewer.UserId == Id;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Bar is null || Member is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await db.FindRaidAsync(Code, cancellationToken) is not { } raid)
        {
            return NotFound();
        }

        // In one write: two leaders who remove each other must not leave the raid to nobody.
        var removed = await db.InOneWriteAsync(
            async () =>
            {
                var team = (await db.ReadPeopleAsync(raid.Id, cancellationToken)).Where(person => person.IsOnTeam).ToList();
                if (team.Find(person => person.Id == Id) is not { } person)
                {
                    return null;
                }

                if (person.Leads && team.Count(one => one.Leads) == 1)
                {
                    throw new DomainRuleException($"The last research leader cannot be removed. Add another one first.");
                }

                db.Remove(await db.TeamMembers.SingleAsync(member => member.RaidId == raid.Id && member.UserId == Id, cancellationToken));
                await db.SaveChangesAsync(cancellationToken);
                return person.Name;
            },
            cancellationToken);
        if (removed is null)
        {
            return NotFound();
        }

        TempData["Confirmation"] = texts["{0} is no longer on the team of {1}.", removed, Code];
        return Redirect(IsHerself ? "/raids" : $"/raids/{Code}/team");
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Bar = await db.FindRaidAsync(Code, cancellationToken);
        Member = Bar is null ? null : (await db.ReadPeopleAsync(Bar.Id, cancellationToken)).FirstOrDefault(person => person.Id == Id && person.IsOnTeam);
    }
}
