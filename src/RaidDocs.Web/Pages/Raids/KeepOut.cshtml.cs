using System.ComponentModel.DataAnnotations;
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

/// <summary>The conflict list: who never sees this raid, whatever her role.</summary>
[Asks(RecordKind.Team, Act.Record)]
public sealed class KeepOutModel(RaidDocsDbContext db, Texts texts) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public OutForm Form { get; set; } = new();

    public RaidBar? Bar { get; private set; }

    public IReadOnlyList<OutRow> KeptOut { get; private set; } = [];

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

        var person = (await db.ReadPeopleAsync(raid.Id, cancellationToken)).FirstOrDefault(one => one.Name == Form.Person);
        if (person is null && Form.Person is not null)
        {
            ModelState.AddModelError("Form.Person", texts["Choose somebody of the list"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await db.InOneWriteAsync(() => KeepOutAsync(raid.Id, person!.Id, cancellationToken), cancellationToken);
        TempData["Confirmation"] = texts["{0} is kept out.", person!.Name];
        return Redirect($"/raids/{Code}/team/keep-out");
    }

    public async Task<IActionResult> OnPostEndAsync(Guid person, CancellationToken cancellationToken)
    {
        if (await db.FindRaidAsync(Code, cancellationToken) is not { } raid
            || await db.Exclusions.SingleOrDefaultAsync(row => row.RaidId == raid.Id && row.UserId == person, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        db.Remove(found);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Confirmation"] = texts["She is not kept out any more. She is on no team by that."];
        return Redirect($"/raids/{Code}/team/keep-out");
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Bar = await db.FindRaidAsync(Code, cancellationToken);
        if (Bar is null)
        {
            return;
        }

        KeptOut = await db.Exclusions.AsNoTracking()
            .Where(row => row.RaidId == Bar.Id)
            .Join(db.Users, row => row.UserId, user => user.Id, (row, user) => new OutRow(user.Id, user.UserName!, row.Because))
            .ToListAsync(cancellationToken);
        var kept = KeptOut.Select(row => row.Id).Append(db.Viewer.UserId ?? Guid.Empty).ToHashSet();
        People = [.. (await db.ReadPeopleAsync(Bar.Id, cancellationToken)).Where(person => !kept.Contains(person.Id)).Select(person => new Choice(person.Name, person.Name))];
    }

    private async Task<int> KeepOutAsync(Guid raid, Guid person, CancellationToken cancellationToken)
    {
        if (person == db.Viewer.UserId)
        {
            throw new DomainRuleException($"You cannot keep yourself out. Another leader of the team can remove you");
        }

        // The viewer leads and stays, so the raid is never left to nobody.
        db.RemoveRange(await db.TeamMembers.Where(row => row.RaidId == raid && row.UserId == person).ToListAsync(cancellationToken));
        db.RemoveRange(await db.NamesRights.Where(row => row.RaidId == raid && row.UserId == person).ToListAsync(cancellationToken));
        if (!await db.Exclusions.AnyAsync(row => row.RaidId == raid && row.UserId == person, cancellationToken))
        {
            db.Add(new Exclusion(raid, person, Form.Because.Kept()!));
        }

        return await db.SaveChangesAsync(cancellationToken);
    }

    public sealed record OutRow(Guid Id, string Name, string Because);

    public sealed class OutForm
    {
        [Required(ErrorMessage = "Choose who is to be kept out")]
        [Display(Name = "Who is to be kept out?")]
        public string? Person { get; set; }

        [Required(ErrorMessage = "Write why")]
        [DataType(DataType.MultilineText)]
        [Display(Name = "Why?")]
        public string? Because { get; set; }
    }
}
