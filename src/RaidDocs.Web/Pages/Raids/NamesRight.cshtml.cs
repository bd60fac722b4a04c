using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Raids;

public enum NamesFor
{
    [Display(Name = "today only")]
    Today,

    [Display(Name = "7 days")]
    Week,

    [Display(Name = "30 days")]
    Month,

    [Display(Name = "90 days")]
    Quarter,
}

/// <summary>A leader names a partner of the team who may read names, until a day.</summary>
[Asks(RecordKind.NamesRight, Act.Record)]
public sealed class NamesRightModel(RaidDocsDbContext db, Texts texts, TimeProvider clock) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public RightForm Form { get; set; } = new();

    public RaidBar? Bar { get; private set; }

    public Person? Member { get; private set; }

    public DateOnly? LastDay { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Member is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Member is null)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var last = clock.Today().AddDays(Form.For switch { NamesFor.Week => 7, NamesFor.Month => 30, NamesFor.Quarter => 90, _ => 0 });
        await SetAsync(last, cancellationToken);
        TempData["Confirmation"] = texts["{0} may read names until {1}.", Member.Name, texts.Dates.Day(last)];
        return Redirect($"/raids/{Code}/team");
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Member is null || LastDay is null)
        {
            return NotFound();
        }

        await SetAsync(null, cancellationToken);
        TempData["Confirmation"] = texts["{0} reads no names any more.", Member.Name];
        return Redirect($"/raids/{Code}/team");
    }

    /// <summary>Only a partner needs to be named; the role of the others says it.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Bar = await db.FindRaidAsync(Code, cancellationToken);
        Member = Bar is null ? null : (await db.ReadPeopleAsync(Bar.Id, cancellationToken)).FirstOrDefault(person => person.Id == Id && person.IsOnTeam && person.Roles.Contains(StaffRole.ResearchPartner));
        LastDay = Member is null ? null : await db.NamesRights.Where(row => row.RaidId == Bar!.Id && row.UserId == Id).Select(row => (DateOnly?)row.LastDay).SingleOrDefaultAsync(cancellationToken);
        LastDay = LastDay >= clock.Today() ? LastDay : null;
    }

    private Task<int> SetAsync(DateOnly? last, CancellationToken cancellationToken) => db.InOneWriteAsync(
        async () =>
        {
            var right = await db.NamesRights.SingleOrDefaultAsync(row => row.RaidId == Bar!.Id && row.UserId == Id, cancellationToken);
            if (last is null)
            {
                db.RemoveRange(right is null ? [] : [right]);
            }
            else if (right is null)
            {
                db.Add(new NamesRight(Bar!.Id, Id, last.Value));
            }
            else
            {
                right.EndOn(last.Value);
            }

            return await db.SaveChangesAsync(cancellationToken);
        },
        cancellationToken);

    public sealed class RightForm
    {
        [Required(ErrorMessage = "Choose for how long")]
        [Display(Name = "For how long?")]
        public NamesFor? For { get; set; }
    }
}
