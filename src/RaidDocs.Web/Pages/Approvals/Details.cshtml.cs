using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Approvals;

/// <summary>One act that needs two: the second person agrees or refuses.</summary>
[Asks(RecordKind.Approval, Act.Record)]
public sealed class DetailsModel(RaidDocsDbContext db, TwoPersonActs acts, Texts texts, TimeProvider clock) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public AskedRow? Asked { get; private set; }

    public bool MayAnswer { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Asked is null ? NotFound() : Page();
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (await db.TwoPersonActs.AsNoTracking().SingleOrDefaultAsync(row => row.Id == Id, cancellationToken) is not { } act)
        {
            return;
        }

        // Code and reason are words of a case: the filter of raids leaves them out for whoever sees no case.
        var raid = await db.Raids.Where(row => row.Id == act.RaidId).Select(row => row.Code).SingleOrDefaultAsync(cancellationToken);
        var isHouse = act.Kind == TwoPersonKind.GiveRole || act.IsDoneByAsker;
        Asked = new(
            act.Kind,
            await NameAsync(act.AskedBy, cancellationToken) ?? "",
            raid,
            await AboutAsync(act, raid, cancellationToken),
            DetailOf(act),
            isHouse || raid is not null || act.AskedBy == db.Viewer.UserId ? act.Because : null,
            act.Until,
            act.WaitsAt(clock.UtcNow()),
            act.State,
            act.IsDoneByAsker && act.State == TwoPersonState.Agreed,
            act.AnsweredBy is { } second ? await NameAsync(second, cancellationToken) : null);
        MayAnswer = Asked.Waits && act.MayBeAnsweredBy(db.Viewer, isOnTeam: raid is not null);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await acts.AgreeAsync(Id, cancellationToken);
        await LoadAsync(cancellationToken);
        TempData["Confirmation"] = Asked?.IsToBeDone == true
            ? texts["Agreed. Who asked does it now, once, before the time is over."]
            : texts["Done. The log names both of you."];
        return Redirect("/approvals");
    }

    public async Task<IActionResult> OnPostRefuseAsync(CancellationToken cancellationToken)
    {
        await acts.RefuseAsync(Id, cancellationToken);
        TempData["Confirmation"] = texts["Refused. Nothing was done."];
        return Redirect("/approvals");
    }

    private string? DetailOf(TwoPersonAct act) => act.Kind switch
    {
        TwoPersonKind.GiveRole => Admin.RoleWords.Of(texts, act.Detail!),
        TwoPersonKind.RemoveSlot => texts["Slot {0}", act.Detail!],
        _ => null,
    };

    private async Task<string?> AboutAsync(TwoPersonAct act, string? raid, CancellationToken cancellationToken) => act.Kind switch
    {
        TwoPersonKind.JoinTeam or TwoPersonKind.GiveRole or TwoPersonKind.AddSlot or TwoPersonKind.RemoveSlot => await NameAsync(act.SubjectId, cancellationToken),
        TwoPersonKind.JoinWomen => string.Join(" → ", await CodeAsync(act, act.SubjectId, raid, cancellationToken), await CodeAsync(act, act.OtherId, raid, cancellationToken)),
        TwoPersonKind.EraseWoman => await CodeAsync(act, act.SubjectId, raid, cancellationToken),
        _ => null,
    };

    private async Task<string?> CodeAsync(TwoPersonAct act, Guid? woman, string? raid, CancellationToken cancellationToken)
    {
        var code = await db.Apprehensions
            .Where(row => row.WomanId == woman)
            .OrderByDescending(row => row.RaidId == act.RaidId)
            .Join(db.Raids, row => row.RaidId, one => one.Id, (row, one) => new { one.Code, row.Number })
            .FirstOrDefaultAsync(cancellationToken);
        return code is null || raid is null ? null : new WomanCode(code.Code, code.Number).ToString();
    }

    private Task<string?> NameAsync(Guid person, CancellationToken cancellationToken) =>
        db.Users.Where(user => user.Id == person).Select(user => user.UserName).SingleOrDefaultAsync(cancellationToken);

    public sealed record AskedRow(
        TwoPersonKind Kind, string By, string? Raid, string? About, string? Detail, string? Because, DateTime Until, bool Waits, TwoPersonState State, bool IsToBeDone, string? Second);
}
