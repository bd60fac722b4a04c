using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Drafts;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Testimonies.Log;

/// <summary>All of it once more, and the save: the testimony, its passages and her answers at once.</summary>
[Asks(RecordKind.Testimony, Act.Record)]
public sealed class CheckModel(RaidDocsDbContext db, Texts texts) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public Guid Draft { get; set; }

    public OpenAccount? Account { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return this.Show(Account, TestimonySteps.Check, _ => { });
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        db.InOneWriteAsync(() => FinishAsync(cancellationToken), cancellationToken);

    public async Task LoadAsync(CancellationToken cancellationToken) => Account = await db.OpenAccountAsync(Draft, cancellationToken);

    // Sent again, it leads to what it became.
    private async Task<IActionResult> FinishAsync(CancellationToken cancellationToken)
    {
        if (await db.OpenAccountAsync(Draft, cancellationToken) is not { } account)
        {
            return NotFound();
        }

        if (account.Became is { } became)
        {
            return Redirect(became);
        }

        if (!account.CanFinish)
        {
            return Redirect(TestimonySteps.Path(Draft));
        }

        var answers = account.Answers;
        var told = await db.TellAsync(
            new(Draft, account.Raid.Id, answers.SpeaksHerself ? answers.WomanId : null, answers.Facts(), answers.Passages(), answers.Consents()), cancellationToken);
        var address = $"/testimonies/{told.Id}";
        (await db.FindAccountAsync(Draft, cancellationToken))!.Finish(address);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Confirmation"] = texts["Saved as {0}. Nobody outside the team can see it.", told.Code];
        return Redirect(address);
    }
}
