using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Raids;

/// <summary>Corrects what is recorded of people without codes.</summary>
[Asks(RecordKind.Raid, Act.Record)]
public sealed class ChangeGroupModel(RaidDocsDbContext db, Texts texts) : PageModel, IEditsRecord, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public GroupForm Form { get; set; } = new();

    public RaidBar? Bar { get; private set; }

    public IReadOnlyList<Choice> Sources { get; private set; } = [];

    public object Mine => Form;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Bar is null || await FindAsync(cancellationToken) is not { } group)
        {
            return NotFound();
        }

        Form = GroupForm.Of(group);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var group = await db.Groups.SingleOrDefaultAsync(
            row => row.Id == Id && db.Raids.Any(raid => raid.Id == row.RaidId && raid.Code == Code), cancellationToken);
        if (group is null)
        {
            return NotFound();
        }

        var facts = Form.Read(ModelState);
        var source = await db.SourceOfAsync(group.RaidId, Form.Source, ModelState, cancellationToken);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.ExpectVersion(group, Form.Version);
        group.Correct(facts, source?.Id);
        await db.SaveChangesAsync(cancellationToken);
        return Saved();
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Bar = await db.FindRaidAsync(Code, cancellationToken);
        Sources = Bar is null ? [] : await db.SourceChoicesAsync(Bar.Id, cancellationToken);
    }

    public async Task<RecordNow?> ReadNowAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } group)
        {
            return null;
        }

        var (by, at) = await db.LastChangeAsync(Id, cancellationToken);
        return new RecordNow(GroupForm.Of(group), group.Version, by, at);
    }

    public IActionResult Saved()
    {
        TempData["Confirmation"] = texts["The people without codes are saved."];
        return Redirect($"/raids/{Code}/counts");
    }

    private Task<GroupRow?> FindAsync(CancellationToken cancellationToken) => db.Groups.AsNoTracking()
        .Where(group => group.Id == Id && db.Raids.Any(raid => raid.Id == group.RaidId && raid.Code == Code))
        .Select(group => new GroupRow(group.Id, group.Version, group.Facts, group.Source!.Code))
        .SingleOrDefaultAsync(cancellationToken);
}
