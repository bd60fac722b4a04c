using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Drafts;
using RaidDocs.Domain.Women;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Pages.Testimonies.Log;

namespace RaidDocs.Web.Pages.Testimonies;

/// <summary>Begins an account, or goes on with one that was begun.</summary>
[Asks(RecordKind.Testimony, Act.Record)]
public sealed class NewModel(RaidDocsDbContext db, Texts texts, TimeProvider clock) : PageModel
{
    /// <summary>R03-W07; or a raid's code in <see cref="Raid"/>, when it is not said yet who speaks.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Woman { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Raid { get; set; }

    public WomanBar? Bar { get; private set; }

    public RaidBar? RaidBar { get; private set; }

    public string About => Bar?.Code ?? RaidBar!.Code;

    public IReadOnlyList<OpenDraft> Open { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        var open = await db.OpenAccountsAsync(RaidBar!.Id, cancellationToken);
        Open = Bar is null ? open : [.. open.Where(draft => draft.Title == Bar.Code)];
        return Page();
    }

    /// <param name="number">The id of the account: the same form sent twice begins one.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IActionResult> OnPostAsync(Guid number, CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken) || number == Guid.Empty)
        {
            return NotFound();
        }

        await db.InOneWriteAsync(() => BeginAsync(number, cancellationToken), cancellationToken);
        return Redirect(TestimonySteps.Path(number));
    }

    /// <summary>Throws away what was begun, and nothing else.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancellationToken)
    {
        var home = "/";
        if (await db.FindAccountAsync(id, cancellationToken) is { Became: null } draft)
        {
            home = (await db.OpenAccountAsync(id, cancellationToken))?.Home ?? home;
            db.Drafts.Remove(draft);
            await db.SaveChangesAsync(cancellationToken);
            TempData["Confirmation"] = texts["What you had begun is removed. No finished account was touched."];
        }

        return Redirect(home);
    }

    private async Task<bool> BeginAsync(Guid number, CancellationToken cancellationToken)
    {
        if (await db.FindAccountAsync(number, cancellationToken) is not null)
        {
            return false;
        }

        var draft = new Draft(db.Viewer.UserId!.Value, DraftKind.TestimonyOf(RaidBar!.Id)) { Id = number };
        var answers = new TestimonyDraft { Raid = RaidBar.Code };
        if (Bar is { } bar)
        {
            (answers.WomanId, answers.Who) = (bar.Id, new() { Voice = Voice.Woman, Woman = WomanCode.In(bar.Number) });
        }

        draft.Keep(answers.ToJson(), clock.UtcNow());
        db.Drafts.Add(draft);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        Bar = Woman is null ? null : await db.FindWomanAsync(Woman, cancellationToken);
        var code = Woman is null ? Raid : Bar?.RaidCode;
        RaidBar = code is null ? null : await db.FindRaidAsync(code, cancellationToken);
        return RaidBar is not null;
    }
}
